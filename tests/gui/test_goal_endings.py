"""Endings of goals in the window: calm, with words, and never for good."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QPushButton

from mentorcrm.core import goals
from mentorcrm.gui.goals.endings import RenewDialog, proposed
from mentorcrm.gui.goals.page import GoalsPage
from mentorcrm.gui.goals.progress_note import ProgressNoteDialog
from tests import factories

TODAY = date(2026, 11, 23)


@pytest.fixture
def goal(write, now):
    made = write(
        factories.add_goal,
        start_value=0.0,
        target_value=12.0,
        unit="weeks",
        due_on=date(2026, 12, 18),
        now=now - timedelta(days=84),
    )
    write(goals.add_check_in, made, TODAY, now, value=11.0)
    write(goals.add_obstacle, made, "I take work back", now)
    return made


@pytest.fixture
def page(app, qtbot, goal):
    made = GoalsPage(app)
    qtbot.addWidget(made)
    app.open_requested.connect(lambda _kind, record: made.show_record(record))
    made.resize(1100, 800)
    with qtbot.waitExposed(made):
        made.show()
    return made


def _detail(read, goal):
    return read(goals.detail, goal)


def test_reached_goal_is_celebrated_and_can_be_undone(page, read, goal, app):
    page.reach_goal()
    found = _detail(read, goal)
    assert (found.status, found.closed_on) == ("reached", TODAY)
    card = page.editor.ending
    assert card.isVisible()
    assert card.heading.text() == "Reached. You set out for this, and you are there."
    assert card.told.text() == "11 of 12 weeks. It took 12 weeks."
    assert (card.tell.isVisible(), card.next.isVisible()) == (True, True)
    text, actions = app.notices.toasts[-1]
    assert text == "Reached: Lead a product team"
    actions[0][1]()
    assert _detail(read, goal).status == "active"
    assert not card.isVisible()


def test_words_and_day_of_an_ending_are_saved(page, qtbot, read, goal):
    page.let_go_of_goal()
    card = page.editor.ending
    card.words.setFocus()
    qtbot.waitUntil(card.words.hasFocus)
    qtbot.keyClicks(card.words, "Another year")
    qtbot.keyClick(card.words, Qt.Key.Key_Return)
    card.day.setDate(QDate(2026, 11, 1))
    card.day.editingFinished.emit()
    found = _detail(read, goal)
    assert (found.status, found.closing_note) == ("dropped", "Another year")
    assert found.closed_on == date(2026, 11, 1)


def test_goal_is_taken_up_again(page, qtbot, read, goal):
    page.let_go_of_goal()
    qtbot.mouseClick(page.editor.ending.again, Qt.MouseButton.LeftButton)
    assert _detail(read, goal).status == "active"
    assert not page.editor.ending.isVisible()


def test_renewed_goal_is_shown_and_both_lead_to_each_other(page, qtbot, read, goal, app):
    page.renew_goal()
    dialog = page.window().findChild(RenewDialog)
    assert dialog.due_on.value() == proposed(_detail(read, goal), TODAY)
    dialog.due_on.load(date(2027, 3, 1))
    dialog.accept()
    new = page.editor.record_id
    assert new != goal
    found = _detail(read, new)
    assert (found.due_on, found.start_value) == (date(2027, 3, 1), 11.0)
    (back,) = page.editor.ending._links
    assert back.accessibleName() == "Renewed from Lead a product team"
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert page.editor.record_id == goal
    (on,) = page.editor.ending._links
    assert on.accessibleName() == "Continued as Lead a product team"
    app.undo()
    assert _detail(read, goal).status == "active"
    assert [row.id for row in read(goals.goals)] == [goal]


@pytest.mark.parametrize(
    ("due_on", "ahead"),
    [(None, 91), (date(2026, 12, 18), 109), (date(2026, 9, 2), 28), (date(2030, 1, 1), 365)],
)
def test_proposed_date_is_as_far_as_the_first_time_was_long(write, read, goal, now, due_on, ahead):
    write(goals.edit, goal, now, due_on=due_on)
    assert (proposed(_detail(read, goal), TODAY) - TODAY).days == ahead


def test_deleting_offers_undo_and_letting_go_instead(page, read, goal, app):
    page.delete_goal()
    assert read(goals.goals) == []
    text, actions = app.notices.toasts[-1]
    assert text == "Deleted goal Lead a product team"
    assert [words for words, _act in actions] == ["Undo", "Let go instead"]
    actions[1][1]()
    found = _detail(read, goal)
    assert (found.status, len(found.obstacles)) == ("dropped", 1)
    assert page.editor.record_id == goal


def test_letting_go_instead_does_nothing_once_something_else_was_done(page, read, goal, app, now):
    page.delete_goal()
    offer = app.notices.toasts[-1][1][1]
    app.do("Other", goals.add, "Another goal", now)
    offer[1]()
    assert [row.title for row in read(goals.goals)] == ["Another goal"]


def test_reached_goal_leads_to_the_note_and_to_the_next_goal(page, qtbot, read, goal):
    page.reach_goal()
    qtbot.mouseClick(page.editor.ending.tell, Qt.MouseButton.LeftButton)
    dialog = page.window().findChild(ProgressNoteDialog)
    assert "I reached it on 23 November 2026." in dialog.text.text()
    dialog.close()
    qtbot.mouseClick(page.editor.ending.next, Qt.MouseButton.LeftButton)
    assert _detail(read, page.editor.record_id).title == "New goal"


def test_menu_offers_what_fits_the_goal(page, goal):
    menu = page.editor.ending_menu
    shown = [action.text() for action in menu.actions() if action.isVisible()]
    assert shown == ["Close as reached", "Let go", "Renew with a new date…"]
    page.reach_goal()
    shown = [action.text() for action in menu.actions() if action.isVisible()]
    assert shown == ["Take up again", "Renew with a new date…"]


def test_closed_goals_stand_in_a_group_of_their_own_with_what_was_reached(page, write, now, goal):
    write(factories.add_goal, "Give a talk")
    page.reach_goal()
    rows = [page.model.index(row, 0) for row in range(page.model.rowCount())]
    heights = [page.list.sizeHintForIndex(index).height() for index in rows]
    assert heights[1] > heights[0]
    words = rows[1].data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == "Lead a product team, Reached 23 Nov 2026, 11 of 12 weeks"


def test_every_button_of_the_ending_is_reached_by_tab(page, qtbot):
    page.reach_goal()
    for button in page.editor.ending.findChildren(QPushButton):
        if button.isVisible():
            button.setFocus(Qt.FocusReason.TabFocusReason)
            qtbot.waitUntil(button.hasFocus)
