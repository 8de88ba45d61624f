"""A reminder of the user's own: added by its dialog, about somebody or nobody."""

from __future__ import annotations

from datetime import datetime

import pytest

from mentorcrm import core
from mentorcrm.gui.reminders.add_dialog import AddReminderDialog
from tests.factories import add_candidate, add_contact


@pytest.fixture
def ask(window):
    """Return ``ask()``: the dialog that the action opens in the window."""

    def opened():
        window.actions_["add_reminder"].trigger()
        return window.findChild(AddReminderDialog)

    return opened


def _upcoming(app):
    return app.read(core.reminders.upcoming, app.now(), limit=5)


def test_a_reminder_about_nobody_is_added_and_undone(app, ask):
    dialog = ask()
    assert not dialog.done_button.isEnabled()
    dialog.what.setText("Renew the conference pass")
    dialog.when.load(datetime(2026, 12, 1, 10, 30))
    dialog.done_button.click()
    [row] = _upcoming(app)
    assert row.headline == "Renew the conference pass"
    assert row.local_at == "2026-12-01T10:30"
    assert app.db.undo_label() == "Add the reminder “Renew the conference pass”"
    app.undo()
    assert _upcoming(app) == []


def test_a_reminder_is_about_the_selected_person(app, window, write, ask):
    contact = write(add_contact, "Ruth Adeyemi")
    window.show_section("people").select(contact)
    dialog = ask()
    dialog.what.setText("Send the notes")
    dialog.done_button.click()
    [row] = _upcoming(app)
    assert (row.contact_id, row.name) == (contact, "Ruth Adeyemi")


def test_a_reminder_from_the_board_is_about_the_card(app, window, write, ask):
    card = write(add_candidate, name="Mei Tanaka")
    window.show_section("board").show_candidate(card)
    dialog = ask()
    dialog.what.setText("Ask about the workshop")
    dialog.done_button.click()
    [row] = _upcoming(app)
    assert row.candidate_id == card
