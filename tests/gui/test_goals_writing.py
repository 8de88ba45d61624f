"""Writing one goal in two ways, with the five checks beside it."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from mentorcrm.core import drafts, goals
from mentorcrm.core.settings import GOALS_WRITING
from mentorcrm.gui.goals.page import GoalsPage

LEFT = Qt.MouseButton.LeftButton
OWN = (
    "I want to be appointed lead of the onboarding team by 30 June 2027. "
    "My lead gives me four hours a week for it. "
    "It matters because our users leave when nobody looks after their first week."
)
CHECKS = {"specific", "measurable", "achievable", "relevant", "time_bound"}


@pytest.fixture
def goal(write, now):
    return write(goals.add, "Lead a product team", now)


@pytest.fixture
def page(goal, app, qtbot):
    return _page(app, qtbot)


def _page(app, qtbot, width=1100):
    made = GoalsPage(app)
    qtbot.addWidget(made)
    made.resize(width, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


def _type(qtbot, field, text):
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, text)


def _free(page, qtbot):
    qtbot.mouseClick(page.editor.writing.mode.buttons["free"], LEFT)
    return page.editor.writing.free


def test_way_of_writing_is_switched_and_remembered(page, app, qtbot):
    writing = page.editor.writing
    assert writing.guided.isVisible()
    assert not writing.free.isVisible()
    _free(page, qtbot)
    assert writing.free.isVisible()
    assert not writing.guided.isVisible()
    assert app.settings.get(GOALS_WRITING) == "free"
    assert _page(app, qtbot).editor.writing.free.isVisible()


def test_arrow_keys_switch_the_way_of_writing(page, qtbot):
    mode = page.editor.writing.mode
    mode.buttons["guided"].setFocus()
    qtbot.waitUntil(mode.buttons["guided"].hasFocus)
    qtbot.keyClick(mode.buttons["guided"], Qt.Key.Key_Right)
    assert mode.value() == "free"
    assert mode.buttons["free"].hasFocus()
    qtbot.keyClick(mode.buttons["free"], Qt.Key.Key_Left)
    assert page.editor.writing.guided.isVisible()


def test_switching_loses_nothing_that_is_being_typed(goal, page, qtbot, read):
    writing = page.editor.writing
    _type(qtbot, writing.guided.specific, "Be appointed lead")
    free = _free(page, qtbot)
    assert read(goals.detail, goal).specific == "Be appointed lead"
    _type(qtbot, free.statement, "In my words")
    qtbot.mouseClick(writing.mode.buttons["guided"], LEFT)
    found = read(goals.detail, goal)
    assert (found.statement, found.specific) == ("In my words", "Be appointed lead")
    assert writing.guided.specific.text() == "Be appointed lead"


def test_what_is_written_in_the_other_way_is_said(goal, page, qtbot, write, now):
    writing = page.editor.writing
    assert not writing.other.isVisible()
    write(goals.edit, goal, now, statement=OWN)
    assert writing.other.isVisible()
    write(goals.edit, goal, now, statement="", specific="Be appointed lead")
    assert not writing.other.isVisible()
    _free(page, qtbot)
    assert writing.other.isVisible()


def test_a_goal_not_begun_is_left_in_peace(page, qtbot):
    writing = page.editor.writing
    assert not any(check.isVisible() for check in writing.guided.checks.values())
    free = _free(page, qtbot)
    assert not any(check.isVisible() for check in free.checks.values())


def test_checks_look_when_typing_rests_and_ask_only_where_something_is_missing(page, qtbot):
    free = _free(page, qtbot)
    _type(qtbot, free.statement, "I want to grow.")
    checks = free.checks
    qtbot.waitUntil(checks["specific"].isVisible)
    assert set(checks) == CHECKS
    assert checks["specific"].question.isVisible()
    assert checks["specific"].question.text().endswith("?")
    free.statement.selectAll()
    _type(qtbot, free.statement, OWN)
    qtbot.waitUntil(lambda: not checks["time_bound"].question.isVisible())
    assert "2027" in checks["time_bound"].saw.accessibleName()
    assert not checks["specific"].question.isVisible()


def test_checks_never_grade(page, qtbot):
    free = _free(page, qtbot)
    _type(qtbot, free.statement, "I want to grow.")
    qtbot.waitUntil(free.checks["specific"].isVisible)
    words = " ".join(label.text() for label in free.findChildren(QLabel))
    assert not any(mark in words for mark in ("%", "/5", "score", "failed", "wrong"))


def test_why_is_shown_when_asked(page, qtbot):
    free = _free(page, qtbot)
    _type(qtbot, free.statement, "I want to grow.")
    check = free.checks["relevant"]
    qtbot.waitUntil(check.isVisible)
    assert not check.why.isVisible()
    qtbot.mouseClick(check.why_button, LEFT)
    assert check.why.isVisible()
    assert check.why.text()


def test_what_was_seen_is_selected_in_the_text(page, qtbot):
    free = _free(page, qtbot)
    free.statement.insertPlainText("🙂 ")
    _type(qtbot, free.statement, OWN)
    check = free.checks["time_bound"]
    qtbot.waitUntil(lambda: check.isVisible() and check.saw.isEnabled())
    qtbot.mouseClick(check.saw, LEFT)
    assert free.statement.hasFocus()
    assert "30 June 2027" in free.statement.textCursor().selectedText()


def test_what_a_field_says_leads_to_its_field(goal, page, qtbot, write, now):
    write(goals.edit, goal, now, due_on=date(2027, 6, 30), achievable="Four hours every week")
    writing = page.editor.writing
    writing.check()
    assert not writing.guided.checks["achievable"].question.isVisible()
    qtbot.waitUntil(writing.guided.checks["achievable"].saw.isVisible)
    qtbot.mouseClick(writing.guided.checks["achievable"].saw, LEFT)
    assert writing.guided.achievable.hasFocus()
    assert writing.guided.achievable.textCursor().selectedText() == "Four hours every week"


def test_closed_goal_is_not_asked_any_more(goal, page, write, now):
    write(goals.edit, goal, now, specific="Grow")
    page.editor.writing.check()
    assert page.editor.writing.guided.checks["specific"].isVisible()
    write(goals.close, goal, "reached", now.date(), now)
    page.editor.writing.check()
    assert not page.editor.writing.guided.checks["specific"].isVisible()


def test_own_words_are_sorted_into_empty_parts_as_one_step(
    goal, page, qtbot, read, write, app, now
):
    write(goals.edit, goal, now, relevant="Mine stays.")
    free = _free(page, qtbot)
    _type(qtbot, free.statement, OWN)
    qtbot.waitUntil(page.editor.writing.sort_button.isEnabled)
    qtbot.mouseClick(page.editor.writing.sort_button, LEFT)
    found = read(goals.detail, goal)
    assert found.due_on == date(2027, 6, 30)
    assert "lead of the onboarding team" in found.specific
    assert "four hours" in found.achievable
    assert (found.relevant, found.statement) == ("Mine stays.", OWN)
    assert page.editor.writing.guided.isVisible()
    text, actions = app.notices.toasts[-1]
    assert text == "Sorted your words into the empty parts"
    actions[0][1]()
    found = read(goals.detail, goal)
    assert (found.due_on, found.specific, found.achievable) == (None, "", "")
    assert (found.relevant, found.statement) == ("Mine stays.", OWN)


def test_parts_are_written_as_one_text_after_what_stands_there(
    goal, page, qtbot, read, write, app, now
):
    fields = {
        "specific": "Be appointed lead",
        "relevant": "Users wait.",
        "due_on": date(2027, 6, 30),
    }
    write(goals.edit, goal, now, **fields)
    qtbot.waitUntil(page.editor.writing.join_button.isEnabled)
    qtbot.mouseClick(page.editor.writing.join_button, LEFT)
    assert read(goals.detail, goal).statement == "Be appointed lead. By 30 June 2027. Users wait."
    assert page.editor.writing.free.isVisible()
    assert page.editor.writing.free.statement.text().startswith("Be appointed lead.")
    app.undo()
    assert read(goals.detail, goal).statement == ""
    write(goals.edit, goal, now, statement="My words.")
    page.join_parts()
    words = "My words. Be appointed lead. By 30 June 2027. Users wait."
    assert read(goals.detail, goal).statement == words
    page.join_parts()
    assert read(goals.detail, goal).statement == words
    assert app.notices.statuses[-1] == "Your text says all of it already."


def test_statement_being_typed_is_kept_as_a_draft(goal, page, qtbot, read):
    free = _free(page, qtbot)
    free.statement.setFocus()
    qtbot.waitUntil(free.statement.hasFocus)

    def typing_goes_on():
        qtbot.keyClicks(free.statement, "x")
        return read(drafts.text_of, "goal", goal, "statement") is not None

    qtbot.waitUntil(typing_goes_on, timeout=5000)
    assert read(goals.detail, goal).statement == ""


@pytest.mark.parametrize(("width", "beside"), [(1400, True), (800, False)])
def test_checks_stand_beside_the_text_where_there_is_room(goal, app, qtbot, width, beside):
    page = _page(app, qtbot, width)
    free = _free(page, qtbot)
    _type(qtbot, free.statement, "I want to grow.")
    qtbot.waitUntil(free.checks["specific"].isVisible)
    text = free.statement.mapTo(free, free.statement.rect().bottomRight())
    check = free.checks["specific"].mapTo(free, free.checks["specific"].rect().topLeft())
    assert (check.x() > text.x()) is beside
    assert (check.y() > text.y()) is not beside


def test_tab_goes_from_the_switch_through_the_questions(page, qtbot):
    writing = page.editor.writing
    start = writing.mode.buttons["guided"]
    start.setFocus()
    qtbot.waitUntil(start.hasFocus)
    seen = []
    for _press in range(14):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    form = writing.guided
    wanted = [form.specific, form.measure.counted, form.achievable, form.relevant]
    places = [seen.index(field) for field in wanted]
    assert places == sorted(places)
