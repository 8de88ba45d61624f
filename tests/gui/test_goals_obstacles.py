"""Obstacles ranked by hand, the needs below each, and what survives a crash."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from mentorcrm.core import drafts, goals, job_descriptions
from mentorcrm.gui.goals.page import GoalsPage

ALT = Qt.KeyboardModifier.AltModifier
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def goal(write, now):
    return write(goals.add, "Lead a product team", now)


@pytest.fixture
def page(goal, app, qtbot):
    return _page(app, qtbot)


def _page(app, qtbot):
    made = GoalsPage(app)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.editor.show_part("obstacles")
    return made


def _type(qtbot, field, text, *, enter=True):
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, text)
    if enter:
        qtbot.keyClick(field, Qt.Key.Key_Return)


def _add(page, qtbot, *texts):
    for text in texts:
        _type(qtbot, page.editor.obstacles.new, text)


def _stored(read, goal):
    return [row.text for row in read(goals.detail, goal).obstacles]


def _shown(page):
    return [line.field.text() for line in page.editor.obstacles.lines()]


def _send(widget, kind, place, buttons):
    left = Qt.MouseButton.LeftButton
    screen = QPointF(widget.mapToGlobal(place))
    event = QMouseEvent(kind, QPointF(place), screen, left, buttons, PLAIN)
    QApplication.sendEvent(widget, event)


def _drag(line, other, *, let_go=True):
    """Drag a line by its handle to just below the middle of another one."""
    grip, left, none = line.grip, Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    below = grip.mapFromGlobal(other.mapToGlobal(QPoint(5, other.height() - 1)))
    _send(grip, QEvent.Type.MouseButtonPress, QPoint(5, 5), left)
    _send(grip, QEvent.Type.MouseMove, QPoint(5, 7), left)
    _send(grip, QEvent.Type.MouseMove, below, left)
    if let_go:
        _send(grip, QEvent.Type.MouseButtonRelease, below, none)


def test_page_without_obstacles_asks_for_the_first(page, qtbot):
    assert page.editor.ways.empty.isVisible()
    _add(page, qtbot, "Delegating")
    assert not page.editor.ways.empty.isVisible()


def test_obstacles_are_added_by_enter_ranked_and_edited_in_place(goal, page, qtbot, read, app):
    _add(page, qtbot, "Delegating", "Visibility")
    first, second = page.editor.obstacles.lines()
    assert (first.rank.text(), second.rank.text()) == ("1", "2")
    first.field.setFocus()
    first.field.selectAll()
    _type(qtbot, first.field, "I never delegate")
    assert _stored(read, goal) == ["I never delegate", "Visibility"]
    assert page.editor.obstacles.new.hasFocus()
    app.undo()
    assert _shown(page) == ["Delegating", "Visibility"]


def test_obstacle_left_empty_shows_its_words_again(goal, page, qtbot, read):
    _add(page, qtbot, "Delegating")
    (line,) = page.editor.obstacles.lines()
    line.field.selectAll()
    _type(qtbot, line.field, " ")
    assert _shown(page) == _stored(read, goal) == ["Delegating"]


def test_obstacle_typed_but_not_entered_is_added_when_the_field_is_left(goal, page, qtbot, read):
    _type(qtbot, page.editor.obstacles.new, "Courage", enter=False)
    qtbot.keyClick(page.editor.obstacles.new, Qt.Key.Key_Tab)
    assert _stored(read, goal) == ["Courage"]


def test_obstacles_move_by_keys_and_keep_the_focus(goal, page, qtbot, read, app):
    _add(page, qtbot, "one", "two", "three")
    line = page.editor.obstacles.lines()[2]
    line.field.setFocus()
    qtbot.waitUntil(line.field.hasFocus)
    qtbot.keyClick(line.field, Qt.Key.Key_Up, ALT)
    assert _stored(read, goal) == _shown(page) == ["one", "three", "two"]
    assert line.field.hasFocus()
    assert line.rank.text() == "2"
    qtbot.keyClick(line.field, Qt.Key.Key_Down, ALT)
    qtbot.keyClick(line.field, Qt.Key.Key_Down, ALT)
    assert _shown(page) == ["one", "two", "three"]
    app.undo()
    assert _shown(page) == ["one", "three", "two"]


def test_obstacle_is_dragged_by_its_handle_with_a_mark_where_it_would_go(
    goal, page, qtbot, read, app
):
    _add(page, qtbot, "one", "two", "three")
    first, _second, third = page.editor.obstacles.lines()
    _drag(first, third, let_go=False)
    mark = page.editor.obstacles._mark
    assert mark.isVisible()
    assert mark.y() > third.y()
    assert first.graphicsEffect() is not None
    _drag(first, third)
    assert not mark.isVisible()
    assert first.graphicsEffect() is None
    assert _stored(read, goal) == ["two", "three", "one"]
    app.undo()
    assert _shown(page) == ["one", "two", "three"]


def test_escape_ends_a_drag_with_nothing_moved(goal, page, qtbot, read, app):
    _add(page, qtbot, "one", "two")
    first, second = page.editor.obstacles.lines()
    _drag(first, second, let_go=False)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert not page.editor.obstacles._mark.isVisible()
    _send(first.grip, QEvent.Type.MouseButtonRelease, QPoint(5, 200), Qt.MouseButton.NoButton)
    assert _stored(read, goal) == ["one", "two"]
    assert app.db.undo_label() == "Add obstacle"


def test_a_press_that_hardly_moves_is_no_drag(goal, page, qtbot, read, app):
    _add(page, qtbot, "one", "two")
    first = page.editor.obstacles.lines()[0]
    _send(first.grip, QEvent.Type.MouseButtonPress, QPoint(5, 5), Qt.MouseButton.LeftButton)
    _send(first.grip, QEvent.Type.MouseMove, QPoint(5, 7), Qt.MouseButton.LeftButton)
    _send(first.grip, QEvent.Type.MouseButtonRelease, QPoint(5, 7), Qt.MouseButton.NoButton)
    assert _stored(read, goal) == ["one", "two"]


def test_deleted_obstacle_comes_back_by_the_message_and_its_needs_stay(
    goal, page, qtbot, read, app
):
    _add(page, qtbot, "one", "two")
    (line, _other) = page.editor.obstacles.lines()
    qtbot.mouseClick(line.needs.opener, Qt.MouseButton.LeftButton)
    _type(qtbot, line.needs.new, "Practice")
    qtbot.mouseClick(line.delete, Qt.MouseButton.LeftButton)
    assert _shown(page) == ["two"]
    assert [need.field.text() for need in page.editor.needs.lines()] == ["Practice"]
    text, actions = app.notices.toasts[-1]
    assert text == "Deleted the obstacle"
    actions[0][1]()
    assert _shown(page) == ["one", "two"]
    assert page.editor.needs.lines() == ()
    (back, _two) = page.editor.obstacles.lines()
    assert [need.field.text() for need in back.needs.lines()] == ["Practice"]


def test_need_is_added_under_its_obstacle_with_all_that_belongs_to_it(goal, page, qtbot, read):
    _add(page, qtbot, "I never delegate", "No time")
    first, second = page.editor.obstacles.lines()
    assert not first.needs.new.isVisible()
    qtbot.mouseClick(first.needs.opener, Qt.MouseButton.LeftButton)
    _type(qtbot, first.needs.new, "Somebody who lets go")
    (line,) = first.needs.lines()
    _type(qtbot, line.difference, "My team plans without me", enter=False)
    assert not first.needs.new.isVisible()  # folded away again, as it was left empty
    for choice, value in ((line.kind, "confidence"), (line.must, False)):
        choice.activated.emit(choice.findData(value))
    line.flush()
    obstacles = read(goals.detail, goal).obstacles
    (need,) = read(goals.detail, goal).needs
    assert (need.text, need.kind, need.must) == ("Somebody who lets go", "confidence", False)
    assert (need.difference, need.obstacle_id) == ("My team plans without me", obstacles[0].id)
    line.obstacle.activated.emit(line.obstacle.findData(obstacles[1].id))
    assert first.needs.lines() == ()
    (moved,) = second.needs.lines()
    assert moved.difference.text() == "My team plans without me"


def test_needs_without_obstacle_are_a_group_of_their_own(goal, page, qtbot, read):
    _add(page, qtbot, "I never delegate")
    _type(qtbot, page.editor.needs.new, "Careful readers")
    (need,) = read(goals.detail, goal).needs
    assert need.obstacle_id is None
    (line,) = page.editor.needs.lines()
    assert line.field.text() == "Careful readers"
    assert page.editor.obstacles.lines()[0].needs.lines() == ()


def test_alt_and_arrows_in_a_need_move_the_need_and_not_its_obstacle(goal, page, qtbot, read):
    _add(page, qtbot, "one", "two")
    second = page.editor.obstacles.lines()[1]
    second.needs.go_to_new()
    for text in ("first", "second"):
        _type(qtbot, second.needs.new, text)
    line = second.needs.lines()[1]
    line.field.setFocus()
    qtbot.waitUntil(line.field.hasFocus)
    qtbot.keyClick(line.field, Qt.Key.Key_Up, ALT)
    assert _stored(read, goal) == ["one", "two"]
    assert [row.text for row in read(goals.detail, goal).needs] == ["second", "first"]


def test_tab_goes_from_an_obstacle_through_its_needs_to_the_next(page, qtbot):
    _add(page, qtbot, "one", "two")
    first, second = page.editor.obstacles.lines()
    first.needs.go_to_new()
    _type(qtbot, first.needs.new, "a need")
    (need,) = first.needs.lines()
    first.field.setFocus()
    qtbot.waitUntil(first.field.hasFocus)
    seen = []
    for _press in range(12):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    wanted = [first.delete, need.field, need.delete, need.difference, need.kind, need.must]
    wanted += [need.obstacle, need.answers, first.needs.opener, second.field]
    assert seen[: len(wanted)] == wanted


def test_descriptions_that_answer_a_need_are_ticked_and_opened(
    goal, page, qtbot, read, write, app, now
):
    _type(qtbot, page.editor.needs.new, "Careful readers")
    description = write(job_descriptions.add, "An editor", now)
    (line,) = page.editor.needs.lines()
    assert line.answers.text() == "In no description yet"
    line.answers.fill()
    line.answers.menu_.actions()[0].trigger()
    (need,) = read(goals.detail, goal).needs
    assert [row.title for row in read(goals.descriptions_of_needs, goal)[need.id]] == ["An editor"]
    assert line.answers.text() == "An editor"
    line.answers.fill()
    opening = next(a for a in line.answers.menu_.actions() if a.text().startswith("Open"))
    with qtbot.waitSignal(app.open_requested) as opened:
        opening.trigger()
    assert opened.args == ["job_description", description]


def test_new_description_answers_the_need_it_was_begun_from(goal, page, qtbot, read, app):
    _type(qtbot, page.editor.needs.new, "Careful readers")
    (line,) = page.editor.needs.lines()
    line.answers.fill()
    with qtbot.waitSignal(app.open_requested) as opened:
        line.answers.menu_.actions()[-1].trigger()
    made = read(job_descriptions.detail, opened.args[1])
    assert [need.text for need in made.needs] == ["Careful readers"]
    assert [link.id for link in made.goals] == [goal]


def test_what_would_be_different_is_kept_as_a_draft_while_it_is_typed(goal, page, qtbot, read):
    _type(qtbot, page.editor.needs.new, "Somebody who lets go")
    (need,) = page.editor.needs.lines()
    need.difference.setFocus()
    qtbot.waitUntil(need.difference.hasFocus)

    def typing_goes_on():
        qtbot.keyClicks(need.difference, "x")
        return read(drafts.text_of, "need", need.record_id, "difference") is not None

    qtbot.waitUntil(typing_goes_on, timeout=5000)
    assert read(goals.detail, goal).needs[0].difference == ""


def test_need_typed_but_not_entered_is_kept_as_a_draft(goal, page, qtbot, read):
    _add(page, qtbot, "I never delegate")
    (line,) = page.editor.obstacles.lines()
    line.needs.go_to_new()
    _type(qtbot, line.needs.new, "Somebody", enter=False)
    draft = f"new_need_{line.record_id}"
    qtbot.waitUntil(lambda: read(drafts.text_of, "goal", goal, draft) == "Somebody")


def test_lines_that_a_crash_left_are_there_again_and_can_be_undone(
    goal, app, qtbot, write, read, now
):
    obstacle = write(goals.add_obstacle, goal, "I never delegate", now)
    need = write(goals.add_need, goal, "Practice", now, obstacle_id=obstacle)
    app.system(drafts.save, "obstacle", obstacle, "text", "I never delegate at all", now)
    app.system(drafts.save, "need", need, "difference", "My team plans", now)
    app.system(drafts.save, "goal", goal, f"new_need_{obstacle}", "Somebody", now)
    page = _page(app, qtbot)
    (line,) = page.editor.obstacles.lines()
    (below,) = line.needs.lines()
    assert line.field.text() == "I never delegate at all"
    assert below.difference.text() == "My team plans"
    assert line.needs.new.text() == "Somebody"
    assert line.needs.new.isVisible()
    text, actions = app.notices.toasts[-1]
    assert text == "Restored text you were typing"
    assert read(drafts.of_record, "need", need) == {}
    actions[0][1]()
    assert below.difference.text() == ""


def test_deleting_a_line_forgets_what_was_being_typed_into_it(page, qtbot, read, app, now):
    _add(page, qtbot, "I never delegate")
    (line,) = page.editor.obstacles.lines()
    record = line.record_id
    app.system(drafts.save, "obstacle", record, "text", "I never delegate at all", now)
    line.delete.click()
    assert read(drafts.of_record, "obstacle", record) == {}
    assert page.editor.obstacles.lines() == ()
