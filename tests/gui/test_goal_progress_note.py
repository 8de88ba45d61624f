"""The dialog of the month's note: chosen, changed, kept, copied, saved; never sent."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from docx import Document
from PySide6.QtWidgets import QApplication, QWidget

from mentorcrm.core import board, drafts, goals
from mentorcrm.gui.goals.progress_note import ProgressNoteDialog
from tests import factories

TODAY = date(2026, 11, 23)


@pytest.fixture
def goal(write, now):
    made = write(factories.add_goal, now=now - timedelta(days=84))
    write(goals.add_check_in, made, TODAY, now, note="A good week")
    write(factories.add_candidate, stage="accepted", goal_ids=[made])
    write(factories.add_candidate, name="Hannah Weiss", goal_ids=[made])
    return made


@pytest.fixture
def owner(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(app, owner, goal, qtbot):
    return _open(app, owner, goal, qtbot)


def _open(app, owner, goal, qtbot):
    made = ProgressNoteDialog(app, goal, owner)
    made.open()
    qtbot.waitUntil(made.isVisible)
    return made


def _choose(box, place):
    box.setCurrentIndex(place)
    box.activated.emit(place)


def _type(qtbot, dialog, text):
    dialog.text.source.setFocus()
    qtbot.waitUntil(dialog.text.source.hasFocus)
    qtbot.keyClicks(dialog.text.source, text)


def test_note_is_for_the_mentor_who_said_yes_and_this_month(dialog):
    assert dialog.mentor.currentText() == "Ruth Adeyemi"
    assert dialog.month.currentText() == "November 2026"
    assert dialog.text.text().startswith("Hello Ruth,")
    assert "A good week" in dialog.text.text()
    assert not dialog.anew.isEnabled()


def test_month_and_mentor_write_it_anew(dialog):
    _choose(dialog.mentor, 1)
    assert dialog.text.text().startswith("Hello Hannah,")
    _choose(dialog.mentor, 2)
    assert dialog.text.text().startswith("Hello,")
    _choose(dialog.month, 1)
    assert "October 2026" in dialog.text.text()
    assert "A good week" not in dialog.text.text()


def test_changes_are_kept_for_their_month_and_mentor(dialog, app, owner, goal, qtbot):
    _type(qtbot, dialog, "Dear ")
    _choose(dialog.mentor, 1)
    assert not dialog.text.text().startswith("Dear")
    _choose(dialog.mentor, 0)
    assert dialog.text.text().startswith("Dear Hello Ruth,")
    assert dialog.anew.isEnabled()
    dialog.close()
    again = _open(app, owner, goal, qtbot)
    assert again.text.text().startswith("Dear Hello Ruth,")
    again.anew.click()
    assert again.text.text().startswith("Hello Ruth,")
    assert app.read(drafts.of_record, "goal", goal) == {}


def test_closing_keeps_what_was_just_typed_and_makes_no_step(dialog, app, owner, goal, qtbot):
    before = app.db.undo_label()
    _type(qtbot, dialog, "Dear ")
    dialog.reject()
    assert _open(app, owner, goal, qtbot).text.text().startswith("Dear ")
    assert app.db.undo_label() == before


def test_note_is_copied(dialog):
    dialog.copy_button.click()
    assert QApplication.clipboard().text() == dialog.text.text()
    assert dialog.said.text() == "Copied the note"


@pytest.mark.parametrize("suffix", ["docx", "pdf", "md", "html", "txt"])
def test_note_is_saved_in_every_format(dialog, qtbot, tmp_path, suffix):
    path = tmp_path / f"note.{suffix}"
    dialog.save_to(path)
    qtbot.waitUntil(lambda: dialog.said.text().startswith("Saved the note"), timeout=20_000)
    assert path.stat().st_size > 100
    if suffix == "docx":
        texts = [line.text for line in Document(str(path)).paragraphs]
        assert texts[0] == "Progress in November 2026: Lead a product team"
    elif suffix == "pdf":
        assert path.read_bytes().startswith(b"%PDF")


def test_place_that_cannot_be_written_is_said(dialog, qtbot, app, tmp_path):
    dialog.save_to(tmp_path / "no" / "such" / "folder" / "note.docx")
    qtbot.waitUntil(lambda: bool(app.notices.errors), timeout=20_000)
    assert not dialog.said.text().startswith("Saved")


def test_goal_without_mentors_has_a_note_for_nobody_in_particular(
    app, owner, goal, read, write, now, qtbot
):
    for mentor in read(goals.mentors, goal):
        write(board.set_goals, mentor.candidate_id, set(), now)
    made = _open(app, owner, goal, qtbot)
    assert made.mentor.currentText() == "Nobody in particular"
    assert made.text.text().startswith("Hello,")
