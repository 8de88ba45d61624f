"""The dialog that adds a person."""

from __future__ import annotations

import pytest

from mentorcrm import core
from mentorcrm.gui.contacts.page import PeoplePage


@pytest.fixture
def page(qtbot, app):
    shown = PeoplePage(app)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def test_add_person_needs_a_name_only(qtbot, app, page):
    dialog = page.add_person()
    assert not dialog.add_button.isEnabled()
    qtbot.keyClicks(dialog.name, "Zoe Quist")
    dialog.on_board.setChecked(True)
    dialog.add_button.click()
    added = page.current_record()[1]
    person = app.read(core.contacts.detail, added)
    assert person.name == "Zoe Quist"
    assert len(person.candidate_ids) == 1
    assert app.db.undo_label() == "Add Zoe Quist"


def test_add_person_says_what_is_wrong_with_an_address(qtbot, app, page):
    dialog = page.add_person()
    dialog.name.setText("Zoe Quist")
    dialog.email.setText("zoe at quist")
    dialog.add_button.click()
    assert dialog.isVisible()
    assert "the @ is missing" in dialog.problem.text()
    dialog.email.setText("zoe@quist.example")
    dialog.add_button.click()
    assert app.read(core.contacts.rows, [page.current_record()[1]]).popitem()[1].email
