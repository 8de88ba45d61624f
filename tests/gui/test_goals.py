"""The goals page, by its real widgets: write, save, order, link, delete, undo."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QLabel

from mentorcrm.core import goals
from mentorcrm.gui.goals.measure import as_number, as_text
from mentorcrm.gui.goals.page import GoalsPage


@pytest.fixture
def page(app, qtbot):
    made = GoalsPage(app)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def goal(write, now):
    return write(
        goals.add, "Lead a product team", now, specific="Be appointed lead.", relevant="Users wait."
    )


def _detail(read, goal_id):
    return read(goals.detail, goal_id)


def _replace(qtbot, field, text):
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.selectAll()
    qtbot.keyClicks(field, text)


def test_empty_page_says_what_to_do_and_adds_the_first_goal(page, qtbot, read, app):
    assert page.empty.isVisible()
    assert page.empty.text() == "A goal makes it easier to ask the right person."
    qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    assert not page.empty.isVisible()
    qtbot.waitUntil(page.editor.title.hasFocus)
    assert page.editor.title.selectedText() == "New goal"
    qtbot.keyClicks(page.editor.title, "Lead a product team")
    qtbot.keyClick(page.editor.title, Qt.Key.Key_Return)
    assert [row.title for row in read(goals.goals)] == ["Lead a product team"]
    app.undo()
    app.undo()
    assert read(goals.goals) == []
    assert page.empty.isVisible()


def test_example_is_added_marked_and_undone_from_its_message(page, qtbot, read, app):
    qtbot.mouseClick(page.empty.link, Qt.MouseButton.LeftButton)
    (row,) = read(goals.goals)
    assert row.title.startswith("Example")
    text, actions = app.notices.toasts[-1]
    assert text == "Added an example goal"
    assert actions[0][0] == "Undo"
    actions[0][1]()
    assert read(goals.goals) == []


def test_typing_is_saved_by_itself_as_one_named_step(goal, page, qtbot, read, app):
    with qtbot.waitSignal(page.editor.writing.guided.relevant.committed, timeout=5000):
        _replace(qtbot, page.editor.writing.guided.relevant, "So that users are heard.")
    assert _detail(read, goal).relevant == "So that users are heard."
    assert app.db.undo_label() == "Edit goal Lead a product team: relevant"
    app.undo()
    assert _detail(read, goal).relevant == "Users wait."
    assert page.editor.writing.guided.relevant.text() == "Users wait."


def test_a_field_saved_at_every_pause_is_one_step_until_it_is_left(goal, page, qtbot, read, app):
    field = page.editor.writing.guided.relevant
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    for words in (" First.", " Second.", " Third."):
        field.insertPlainText(words)
        field.flush()
    assert _detail(read, goal).relevant.count(".") == 4
    page.editor.title.setFocus()
    field.setFocus()
    field.insertPlainText(" Later.")
    field.clearFocus()
    app.undo()
    assert "Later" not in _detail(read, goal).relevant
    assert "Third" in _detail(read, goal).relevant
    app.undo()
    assert _detail(read, goal).relevant == "Users wait."
    assert app.db.undo_label() == "Test"


def test_leaving_a_field_saves_it_at_once(goal, page, qtbot, read):
    _replace(qtbot, page.editor.writing.guided.specific, "Lead six people.")
    qtbot.keyClick(page.editor.writing.guided.specific, Qt.Key.Key_Tab)
    assert _detail(read, goal).specific == "Lead six people."


def test_leaving_the_page_saves_what_was_typed(goal, page, qtbot, read):
    _replace(qtbot, page.editor.writing.guided.achievable, "Four hours a week.")
    page.hide()
    assert _detail(read, goal).achievable == "Four hours a week."


def test_choosing_another_goal_saves_into_the_first_one(goal, page, qtbot, read, write, now):
    other = write(goals.add, "Publish a paper", now)
    _replace(qtbot, page.editor.writing.guided.specific, "For the first goal.")
    page.show_record(other)
    assert _detail(read, goal).specific == "For the first goal."
    assert _detail(read, other).specific == ""
    assert page.editor.writing.guided.specific.text() == ""


def test_a_field_in_use_is_not_filled_by_others(goal, page, qtbot, write, now):
    page.editor.writing.guided.specific.setFocus()
    qtbot.waitUntil(page.editor.writing.guided.specific.hasFocus)
    qtbot.keyClicks(page.editor.writing.guided.specific, "Mine. ")
    write(goals.edit, goal, now, specific="Theirs.", relevant="Theirs too.")
    assert page.editor.writing.guided.specific.text().startswith("Mine.")
    assert page.editor.writing.guided.relevant.text() == "Theirs too."


def test_blank_title_is_not_saved_and_comes_back(goal, page, qtbot, read, app):
    _replace(qtbot, page.editor.title, " ")
    qtbot.keyClick(page.editor.title, Qt.Key.Key_Return)
    assert _detail(read, goal).title == "Lead a product team"
    assert page.editor.title.text() == "Lead a product team"
    assert app.notices.errors == []


def test_numbers_are_saved_and_taken_away(goal, page, qtbot, read):
    for field, text in (("start_value", "0"), ("target_value", "2.5")):
        line = page.editor.writing.guided.measure.numbers[field]
        _replace(qtbot, line, text)
        qtbot.keyClick(line, Qt.Key.Key_Return)
    found = _detail(read, goal)
    assert (found.start_value, found.target_value) == (0, 2.5)
    line.clear()
    line.flush()
    assert _detail(read, goal).target_value is None


def test_what_is_no_number_is_marked_and_not_saved(goal, page, qtbot, read):
    line = page.editor.writing.guided.measure.numbers["target_value"]
    _replace(qtbot, line, "many")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.property("invalid") is True
    assert "12 or 0.5" in line.toolTip()
    assert _detail(read, goal).target_value is None
    _replace(qtbot, line, "4")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.property("invalid") is False
    assert _detail(read, goal).target_value == 4


def test_date_is_chosen_and_taken_away(goal, page, qtbot, read):
    assert page.editor.writing.guided.due_on.value() is None
    page.editor.writing.guided.due_on._picked(QDate(2027, 6, 30))
    assert _detail(read, goal).due_on == date(2027, 6, 30)
    qtbot.mouseClick(page.editor.writing.guided.due_on.clear_button, Qt.MouseButton.LeftButton)
    assert _detail(read, goal).due_on is None


def test_reached_goal_goes_below_the_active_ones(goal, page, qtbot, read, write, now):
    other = write(goals.add, "Publish a paper", now)
    assert page.editor.status.accessibleName() == "Status: Active"
    page.editor.ending_menu.reach.trigger()
    assert page.editor.status.accessibleName() == "Status: Reached"
    assert _detail(read, goal).status == "reached"
    assert page.model.ids() == [other, goal] == [row.id for row in read(goals.goals)]
    assert page.editor.record_id == goal


def test_deleting_shows_the_next_goal_and_undo_brings_it_back(
    goal, page, qtbot, read, write, now, app
):
    other = write(goals.add, "Publish a paper", now)
    page.show_record(goal)
    page.delete_goal()
    assert page.current_ids() == [other]
    text, actions = app.notices.toasts[-1]
    assert text == "Deleted goal Lead a product team"
    actions[0][1]()
    assert page.model.ids() == [goal, other]


def test_undoing_a_new_goal_while_its_title_is_typed_is_no_error(page, qtbot, read, app):
    page.new_goal()
    qtbot.waitUntil(page.editor.title.hasFocus)
    qtbot.keyClicks(page.editor.title, "Half a ti")
    app.undo()
    assert read(goals.goals) == []
    assert app.notices.errors == []
    assert page.empty.isVisible()


def test_list_says_all_in_words_for_screen_readers(goal, page, write, now):
    write(goals.edit, goal, now, target_value=4.0, due_on=date(2027, 6, 30))
    write(goals.add_check_in, goal, now.date(), now, value=1.0)
    words = page.model.data(page.model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert "Lead a product team" in words
    assert "25 %" in words
    assert "2027" in words


def test_tab_goes_from_the_title_over_the_parts_into_the_text(goal, page, qtbot):
    editor = page.editor
    editor.title.setFocus()
    qtbot.waitUntil(editor.title.hasFocus)
    for widget in (
        editor.status,
        editor.more,
        editor.tabs.tabBar(),
        editor.writing.mode.buttons["guided"],
    ):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is widget


def test_page_model_passes_qts_own_checks(page, qtmodeltester, write, now):
    for title in "ABC":
        write(goals.add, title, now)
    qtmodeltester.check(page.model, force_py=True)


@pytest.mark.parametrize(
    ("text", "value"), [("12", 12), ("0.5", 0.5), (" 3 ", 3), ("-2", -2), ("x", None), ("", None)]
)
def test_numbers_are_read_as_people_type_them(text, value):
    assert as_number(text) == value
    if value is not None:
        assert as_number(as_text(value)) == value


def test_no_text_is_clipped_with_large_letters(app, qtbot, write, now, themed):
    from mentorcrm.gui import theme

    write(goals.add_example, now, date(2026, 11, 23))
    theme.apply(themed, "dark", 1.5)
    page = GoalsPage(app)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    with qtbot.waitExposed(page):
        page.show()
    for part in page.editor.parts:
        page.editor.show_part(part)
        for label in page.editor.findChildren(QLabel):
            if label.isVisible() and label.wordWrap():
                assert label.height() >= label.heightForWidth(label.width()) - 1, label.text()
