"""Fields that save themselves lose nothing that could not be written."""

from __future__ import annotations

import pytest

from mentorcrm import core
from mentorcrm.core.errors import UserError
from mentorcrm.gui.autosave import Autosave
from mentorcrm.gui.widgets.fields import AutoSaveField
from tests import factories


class Disk:
    """An edit of contacts that fails while the disk is full."""

    full = False

    def edit(self, session, contact_id, now, **texts):
        """Edit the contact, or say that there is no room."""
        if self.full:
            raise UserError("The disk is full.")
        core.contacts.edit(session, contact_id, now, **texts)


@pytest.fixture
def disk():
    return Disk()


@pytest.fixture
def field(qtbot):
    field = AutoSaveField("Notes")
    qtbot.addWidget(field)
    return field


@pytest.fixture
def saving(app, disk, field):
    saving = Autosave(app, "contact", lambda: disk.edit, lambda _field: "Edit notes")
    saving.add("notes", field)
    return saving


def notes_of(app, contact_id):
    return app.read(core.contacts.detail, contact_id).notes


def two_people(app):
    people: list[int] = []
    for name in ("Ruth Adeyemi", "Milan Horvat"):
        app.do("Add", factories.add_contact, name, then=people.append)
    return people


def test_text_that_could_not_be_saved_is_kept_and_saved_later(app, qtbot, disk, field, saving):
    ruth, milan = two_people(app)
    saving.open(ruth, {"notes": ""})
    disk.full = True
    qtbot.keyClicks(field, "met in Ghent")
    saving.flush()
    assert app.notices.errors == ["The disk is full."]
    saving.refresh({"notes": ""})
    assert field.text() == "met in Ghent"
    saving.open(milan, {"notes": ""})
    assert field.text() == ""
    disk.full = False
    saving.open(ruth, {"notes": ""})
    assert field.text() == "met in Ghent"
    saving.flush()
    assert notes_of(app, ruth) == "met in Ghent"
    assert notes_of(app, milan) == ""


def test_text_is_tried_again_when_its_person_is_left(app, qtbot, disk, field, saving):
    ruth, milan = two_people(app)
    saving.open(ruth, {"notes": ""})
    disk.full = True
    qtbot.keyClicks(field, "met in Ghent")
    saving.flush()
    disk.full = False
    saving.open(milan, {"notes": ""})
    assert notes_of(app, ruth) == "met in Ghent"
    saving.flush()
    assert app.db.undo_label() == "Edit notes"
    app.undo()
    assert notes_of(app, ruth) == ""
    assert app.db.undo_label() == "Add"
