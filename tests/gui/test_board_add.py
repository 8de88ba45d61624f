"""Adding a mentor: by name, or one of the people who are here already."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter

from mentorcrm import core
from mentorcrm.gui.board.add_dialog import AddMentorDialog
from mentorcrm.gui.board.page import BoardPage
from tests.factories import add_candidate, add_contact, add_goal

pytestmark = pytest.mark.qt_log_ignore("plugin does not support", extend=True)


@pytest.fixture
def page(qtbot: Any, app: Any) -> Iterator[BoardPage]:
    shown = BoardPage(app)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    shown.close()


def ask(page: BoardPage, stage: str = "identified") -> AddMentorDialog:
    page.add_mentor(stage)
    dialog = page.findChild(AddMentorDialog)
    assert dialog is not None
    return dialog


def test_name_alone_and_enter_add_somebody(
    page: BoardPage, app: Any, read: Any, qtbot: Any
) -> None:
    dialog = ask(page, "asked")
    assert not dialog.done_button.isEnabled()
    qtbot.keyClicks(dialog.name, "Ruth Adeyemi")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    row = read(core.board.candidates)[0]
    assert (row.name, row.stage) == ("Ruth Adeyemi", "asked")
    assert row.follow_up_at is not None
    assert app.notices.toasts[-1][0] == "Added Ruth Adeyemi to Asked"
    assert page.current_ids() == [row.id]


def test_enter_adds_a_new_person_although_others_are_offered(
    page: BoardPage, write: Any, read: Any, qtbot: Any
) -> None:
    write(add_contact, "Ruth Adeyemi")
    dialog = ask(page)
    qtbot.keyClicks(dialog.name, "Ruth")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert [row.name for row in read(core.board.candidates)] == ["Ruth"]


def test_somebody_found_while_typing_is_added_as_they_are(
    page: BoardPage, write: Any, read: Any, qtbot: Any
) -> None:
    known = write(add_contact, "Ruth Adeyemi", company="Solace", position="Director")
    goal = write(add_goal, "Lead a team")
    dialog = ask(page)
    qtbot.keyClicks(dialog.name, "adey")
    completer = dialog.findChild(QCompleter)
    popup = completer.popup()
    assert popup.model().index(0, 0).data() == "Ruth Adeyemi – Director, Solace"
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert dialog.company.text() == "Solace"
    assert not dialog.company.isEnabled()
    assert dialog.note.text() == "Already among your people."
    dialog.goal.setCurrentIndex(dialog.goal.findData(goal))
    qtbot.mouseClick(dialog.done_button, Qt.MouseButton.LeftButton)
    row = read(core.board.candidates)[0]
    assert (row.contact_id, row.goals) == (known, ("Lead a team",))
    assert read(core.contacts.count) == 1


def test_somebody_on_the_board_cannot_be_added_again(
    page: BoardPage, write: Any, qtbot: Any
) -> None:
    write(add_candidate, name="Ruth Adeyemi", stage="accepted")
    dialog = ask(page)
    qtbot.keyClicks(dialog.name, "ruth")
    popup = dialog.findChild(QCompleter).popup()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert dialog.note.text() == "Ruth Adeyemi is already on the board: Accepted."
    assert not dialog.done_button.isEnabled()
    qtbot.keyClick(dialog.name, Qt.Key.Key_Backspace)
    assert dialog.done_button.isEnabled()
    assert dialog.value().contact_id is None


def test_the_column_of_the_plus_button_is_the_stage(
    page: BoardPage, qtbot: Any, write: Any
) -> None:
    write(add_candidate, name="Ada Okafor")
    qtbot.waitUntil(page.columns.isVisible)
    column = page.columns.of_stage("declined")
    qtbot.mouseClick(column._add, Qt.MouseButton.LeftButton)
    dialog = page.findChild(AddMentorDialog)
    assert dialog is not None
    assert dialog.windowTitle() == "Add mentor to Declined"
    dialog.reject()
