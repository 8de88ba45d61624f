"""Check-ins by keyboard: added in one line, edited in place, deleted, never lost."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication

from mentorcrm.core import drafts, goals
from mentorcrm.gui.app import App
from mentorcrm.gui.goals.check_ins import FEW
from mentorcrm.gui.goals.progress_card import ProgressCard
from mentorcrm.gui.notices import Notices
from tests import factories

TODAY = date(2026, 11, 23)


@pytest.fixture
def goal(write, now):
    return write(
        factories.add_goal,
        start_value=0.0,
        target_value=12.0,
        unit="weeks",
        due_on=date(2026, 12, 18),
        now=now - timedelta(days=84),
    )


@pytest.fixture
def card(app, qtbot, goal):
    made = ProgressCard(app)
    qtbot.addWidget(made)
    app.changed.connect(made.refresh)
    made.resize(760, 640)
    made.open(goal)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def _type(qtbot, text):
    qtbot.keyClicks(QApplication.focusWidget(), text)


def _press(qtbot, key):
    qtbot.keyClick(QApplication.focusWidget(), key)


def _start(qtbot, card):
    card.start_check_in()
    qtbot.waitUntil(card.new.value.hasFocus)


def test_check_in_is_added_by_keyboard_alone(card, qtbot, read, goal, app):
    _start(qtbot, card)
    _type(qtbot, "7.5")
    _press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is card.new.day
    _press(qtbot, Qt.Key.Key_Down)
    _press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is card.new.note
    _type(qtbot, "Ran the planning")
    _press(qtbot, Qt.Key.Key_Return)
    (row,) = read(goals.check_ins, goal)
    day = TODAY - timedelta(days=1)
    assert (row.value, row.happened_on, row.note) == (7.5, day, "Ran the planning")
    assert read(goals.detail, goal).current_value == 7.5
    assert card.words.text().startswith("7.5 of 12 weeks.")
    assert (card.new.value.text(), card.new.note.text()) == ("", "")
    assert card.new.day.value() == TODAY
    qtbot.waitUntil(card.new.value.hasFocus)
    assert app.db.undo_label() == "Add check-in"
    app.undo()
    assert read(goals.check_ins, goal) == []
    assert card.list.lines() == []


def test_enter_in_the_value_adds_it_for_today(card, qtbot, read, goal):
    _start(qtbot, card)
    _type(qtbot, "3")
    _press(qtbot, Qt.Key.Key_Enter)
    assert [(r.happened_on, r.value) for r in read(goals.check_ins, goal)] == [(TODAY, 3.0)]


def test_what_is_no_number_is_marked_and_kept_and_nothing_is_added_from_nothing(
    card, qtbot, read, goal
):
    _start(qtbot, card)
    _press(qtbot, Qt.Key.Key_Return)
    _type(qtbot, "much")
    _press(qtbot, Qt.Key.Key_Return)
    assert read(goals.check_ins, goal) == []
    assert card.new.value.text() == "much"
    assert card.new.value.property("invalid")
    card.new.value.selectAll()
    _type(qtbot, "4")
    _press(qtbot, Qt.Key.Key_Return)
    assert not card.new.value.property("invalid")
    assert len(read(goals.check_ins, goal)) == 1


def test_words_alone_are_a_check_in(card, qtbot, read, goal):
    card.new.note.setFocus()
    qtbot.waitUntil(card.new.note.hasFocus)
    _type(qtbot, "A talk that helped")
    _press(qtbot, Qt.Key.Key_Return)
    (row,) = read(goals.check_ins, goal)
    assert (row.value, row.note) == (None, "A talk that helped")


def test_a_day_ahead_cannot_be_chosen(card):
    card.new.day.setDate(QDate(2027, 1, 1))
    assert card.new.day.value() == TODAY


def test_day_follows_midnight_unless_another_was_chosen(themed, db, settings, qtbot, goal, now):
    clock = [now]
    late = App(settings, Notices(), clock=lambda: clock[0], zone=factories.ZONE)
    late.attach(db)
    card = ProgressCard(late)
    qtbot.addWidget(card)
    card.open(goal)
    assert card.new.day.value() == TODAY
    clock[0] = now + timedelta(days=1)
    card.show()
    assert card.new.day.value() == TODAY + timedelta(days=1)
    card.new.day.setDate(QDate(2026, 11, 2))
    clock[0] = now + timedelta(days=2)
    card.hide()
    card.show()
    assert card.new.day.value() == date(2026, 11, 2)
    late.tasks.stop()


def test_newest_come_first_and_all_are_shown_on_request(card, qtbot, write, goal, now):
    for ago in range(FEW + 2):
        write(goals.add_check_in, goal, TODAY - timedelta(days=ago), now, value=float(20 - ago))
    assert [line.value.text() for line in card.list.lines()] == ["20", "19", "18", "17", "16"]
    assert card.list.more.text() == "Show all 7"
    qtbot.mouseClick(card.list.more, Qt.MouseButton.LeftButton)
    assert len(card.list.lines()) == FEW + 2
    assert card.list.lines()[-1].value.text() == "14"
    qtbot.mouseClick(card.list.more, Qt.MouseButton.LeftButton)
    assert len(card.list.lines()) == FEW


def test_check_in_is_edited_in_place_each_as_one_step(card, qtbot, write, read, goal, now, app):
    write(goals.add_check_in, goal, TODAY, now, value=5.0, note="Before")
    (line,) = card.list.lines()
    line.value.setFocus()
    qtbot.waitUntil(line.value.hasFocus)
    line.value.selectAll()
    _type(qtbot, "6")
    _press(qtbot, Qt.Key.Key_Tab)
    _press(qtbot, Qt.Key.Key_Down)
    _press(qtbot, Qt.Key.Key_Tab)
    line.note.selectAll()
    _type(qtbot, "After")
    _press(qtbot, Qt.Key.Key_Tab)
    (row,) = read(goals.check_ins, goal)
    assert (row.value, row.happened_on, row.note) == (6.0, date(2026, 11, 22), "After")
    for _step in range(3):
        app.undo()
    (row,) = read(goals.check_ins, goal)
    assert (row.value, row.happened_on, row.note) == (5.0, TODAY, "Before")
    shown = (line.value.text(), line.day.value(), line.note.text())
    assert shown == ("5", TODAY, "Before")


def test_taking_the_value_from_a_check_in_without_words_is_refused(
    card, qtbot, write, read, goal, now
):
    write(goals.add_check_in, goal, TODAY, now, value=5.0)
    (line,) = card.list.lines()
    line.value.setFocus()
    qtbot.waitUntil(line.value.hasFocus)
    line.value.clear()
    line.value.flush()
    assert read(goals.check_ins, goal)[0].value == 5.0


def test_deleted_check_in_comes_back_from_its_message(card, qtbot, write, read, goal, now, app):
    write(goals.add_check_in, goal, TODAY, now, value=5.0)
    qtbot.mouseClick(card.list.lines()[0].delete, Qt.MouseButton.LeftButton)
    assert read(goals.check_ins, goal) == []
    text, actions = app.notices.toasts[-1]
    assert text == "Deleted the check-in of 23 Nov 2026"
    actions[0][1]()
    assert [line.value.text() for line in card.list.lines()] == ["5"]


def test_half_a_check_in_is_there_again_after_a_crash(card, qtbot, read, goal, app):
    _start(qtbot, card)
    with qtbot.waitSignal(card.new.value.committed, timeout=5000):
        _type(qtbot, "8")
    card.new.note.setFocus()
    qtbot.waitUntil(card.new.note.hasFocus)
    with qtbot.waitSignal(card.new.note.committed, timeout=5000):
        _type(qtbot, "Half a thought")
    # Another card stands for the next start: nothing was added, closed or flushed.
    again = ProgressCard(app)
    qtbot.addWidget(again)
    again.open(goal)
    assert (again.new.value.text(), again.new.note.text()) == ("8", "Half a thought")
    again.new.add()
    assert read(drafts.of_record, "goal", goal) == {}
    assert len(read(goals.check_ins, goal)) == 1


def test_what_was_being_typed_into_a_note_is_restored(card, qtbot, write, read, goal, now, app):
    made = write(goals.add_check_in, goal, TODAY, now, value=5.0, note="Before")
    with app.db.transaction(None) as session:
        drafts.save(session, "check_in", made, "note", "Before and more", now)
    again = ProgressCard(app)
    qtbot.addWidget(again)
    again.open(goal)
    assert read(goals.check_ins, goal)[0].note == "Before and more"
    assert app.notices.toasts[-1][0] == "Restored text you were typing"


def test_another_goal_shows_its_own(card, write, goal, now):
    write(goals.add_check_in, goal, TODAY, now, value=5.0)
    other = write(factories.add_goal, "Give a talk", unit="proposals")
    card.new.value.setText("9")
    card.new.value.textEdited.emit("9")
    card.open(other)
    assert card.list.lines() == []
    assert card.new.value.text() == ""
    assert card.new.value.placeholderText() == "proposals"
    card.open(goal)
    assert card.new.value.text() == "9"
    assert len(card.list.lines()) == 1
