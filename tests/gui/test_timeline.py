"""The timeline: log, read, edit, filter and delete what happened."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from mentorcrm import core
from mentorcrm.gui.contacts.detail_pane import DetailPane
from mentorcrm.gui.contacts.timeline import PAGE
from tests import factories


@pytest.fixture
def ruth(app):
    found: list[int] = []
    app.do("Add", factories.add_candidate, then=found.append)
    return app.read(core.board.candidate, found[0])


@pytest.fixture
def pane(qtbot, app, ruth):
    shown = DetailPane(app)
    qtbot.addWidget(shown)
    shown.resize(400, 900)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    shown.show_candidate(ruth.id)
    shown.log("note")
    return shown


def _entries(app, ruth):
    return app.read(core.activities.timeline, ruth.contact_id, 100)


def _log(app, ruth, body, kind="note", days=0):
    moment = app.now() - timedelta(days=days)
    app.do("Log", core.activities.log, ruth.contact_id, kind, body, moment, app.now())


def test_ctrl_return_logs_what_was_written(qtbot, app, pane, ruth):
    composer = pane.timeline.composer
    composer.choose("meeting")
    qtbot.keyClicks(composer.text.source, "Spoke about **strategy**")
    qtbot.keyClick(composer.text.source, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (entry,) = _entries(app, ruth)
    assert (entry.kind, entry.body) == ("meeting", "Spoke about **strategy**")
    assert entry.candidate_id == ruth.id
    assert composer.text.text() == ""
    shown = pane.timeline.entries[0]
    assert shown.body.toPlainText() == "Spoke about strategy"
    assert shown.heading.full_text() == "Meeting"
    assert app.read(core.contacts.detail, ruth.contact_id).last_contact_at == entry.happened_at
    app.undo()
    assert pane.timeline.entries == []


def test_an_empty_note_is_refused_and_the_composer_stays(qtbot, app, pane, ruth):
    pane.timeline.composer.button.click()
    assert "few words" in app.notices.errors[-1]
    assert _entries(app, ruth) == []


def test_what_is_being_written_survives_another_record(qtbot, app, pane, ruth):
    qtbot.keyClicks(pane.timeline.composer.text.source, "half a thought")
    pane.clear()
    pane.show_candidate(ruth.id)
    assert pane.timeline.composer.text.text() == "half a thought"
    assert _entries(app, ruth) == []


def test_entries_stand_newest_first_and_older_ones_are_read_on_demand(qtbot, app, pane, ruth):
    def fill(session):
        for day in range(PAGE + 5):
            moment = app.now() - timedelta(days=day)
            core.activities.log(session, ruth.contact_id, "note", f"day {day}", moment, app.now())

    app.do("Fill", fill)
    bodies = [entry.entry.body for entry in pane.timeline.entries]
    assert bodies == [f"day {day}" for day in range(PAGE)]
    pane.timeline.older.click()
    assert len(pane.timeline.entries) == PAGE + 5
    assert not pane.timeline.older.isVisible()


def test_an_entry_is_edited_in_place(qtbot, app, pane, ruth):
    _log(app, ruth, "first words")
    shown = pane.timeline.entries[0]
    qtbot.waitUntil(shown.isVisible)
    shown.edit_button.click()
    source = shown._editor.text.source
    source.selectAll()
    qtbot.keyClicks(source, "better words")
    qtbot.keyClick(source, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not shown.editing
    assert _entries(app, ruth)[0].body == "better words"
    assert shown.body.toPlainText() == "better words"
    app.undo()
    assert shown.body.toPlainText() == "first words"


def test_an_entry_being_edited_is_not_replaced_by_news(qtbot, app, pane, ruth):
    _log(app, ruth, "first words")
    shown = pane.timeline.entries[0]
    shown.edit()
    qtbot.keyClicks(shown._editor.text.source, "more ")
    _log(app, ruth, "news")
    assert shown.editing
    assert "more" in shown._editor.text.text()
    assert len(pane.timeline.entries) == 2


def test_delete_can_be_undone(qtbot, app, pane, ruth):
    _log(app, ruth, "gone soon", kind="call")
    pane.timeline.entries[0].delete_button.click()
    assert pane.timeline.entries == []
    assert app.notices.toasts[-1][0] == "Deleted: Call"
    app.notices.toasts[-1][1][0][1]()
    assert len(pane.timeline.entries) == 1


def test_a_move_on_the_board_is_a_record_that_cannot_be_edited(qtbot, app, pane, ruth):
    pane.move_to("asked")
    shown = pane.timeline.entries[0]
    assert shown.heading.full_text() == "Moved from Identified to Asked"
    assert not shown.edit_button.isVisible()
    assert not shown.delete_button.isVisible()


def test_filter_and_search_narrow_the_entries(qtbot, app, pane, ruth):
    _log(app, ruth, "about négociation", kind="call")
    _log(app, ruth, "about strategy", kind="note", days=1)
    pane.timeline.kind_filter.choose("call")
    assert [entry.entry.kind for entry in pane.timeline.entries] == ["call"]
    pane.timeline.kind_filter.choose(None)
    pane.timeline.search.setText("STRATEGY")
    qtbot.keyClick(pane.timeline.search, Qt.Key.Key_Return)
    assert [entry.entry.body for entry in pane.timeline.entries] == ["about strategy"]
    pane.timeline.search.clear()
    assert len(pane.timeline.entries) == 2


def test_a_task_box_is_ticked_in_the_stored_text(qtbot, app, pane, ruth):
    _log(app, ruth, "- [ ] send the brief\n- [ ] book a room")
    pane.timeline.entries[0].body.task_clicked.emit(1)
    assert _entries(app, ruth)[0].body == "- [ ] send the brief\n- [x] book a room"


def test_html_in_a_note_is_shown_as_text(qtbot, app, pane, ruth):
    _log(app, ruth, "<b>bold</b> <script>x</script>")
    assert "<b>bold</b>" in pane.timeline.entries[0].body.toPlainText()
