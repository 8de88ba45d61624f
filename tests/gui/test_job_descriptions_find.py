"""Find and replace over all sections of the ideal mentor."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from mentorcrm.core import job_descriptions
from mentorcrm.gui.job_descriptions.page import JobDescriptionsPage

GOAL = "By 30 June I want to lead my team of six without being the one who fixes everything."


@pytest.fixture
def page(app, qtbot):
    made = JobDescriptionsPage(app)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def description(write, now):
    return write(
        job_descriptions.add,
        "A product lead",
        now,
        goal=f"{GOAL}\r\nI will see it in the releases.",
        obstacles="I take work back when it gets tight, and tell nobody about it.",
        why="Nurses spend an hour of every shift typing into systems like ours.",
    )


def _find(page, qtbot, words: str):
    page.editor.find_words(replacing=True)
    bar = page.editor.find_bar
    bar.words.setText("")
    qtbot.keyClicks(bar.words, words)
    qtbot.waitUntil(lambda: bool(bar.count.text()))
    return bar


def test_find_goes_through_all_sections_and_round(description, page, qtbot):
    page.editor.jump("goal")
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(page.editor.sections["goal"].editor.source, Qt.Key.Key_F, both)
    bar = page.editor.find_bar
    qtbot.waitUntil(bar.words.hasFocus)
    assert not bar.replacement.isVisible()
    qtbot.keyClicks(bar.words, "I T")
    qtbot.waitUntil(lambda: bar.count.text() == "1 match")
    bar.words.clear()
    qtbot.keyClicks(bar.words, "of ")
    qtbot.waitUntil(lambda: bar.count.text() == "2 matches")
    qtbot.keyClick(bar.words, Qt.Key.Key_Return)
    assert bar.count.text() == "1 of 2"
    qtbot.keyClick(bar.words, Qt.Key.Key_F3)
    assert bar.count.text() == "2 of 2"
    qtbot.keyClick(bar.words, Qt.Key.Key_Return)
    assert bar.count.text() == "1 of 2"
    qtbot.keyClick(bar.words, Qt.Key.Key_Escape)
    source = page.editor.sections["goal"].editor.source
    assert source.hasFocus()
    assert source.textCursor().selectedText() == "of "


def test_find_can_be_exact_about_case_and_words(description, page, qtbot):
    bar = _find(page, qtbot, "NURSES")
    assert bar.count.text() == "1 match"
    bar.case.setChecked(True)
    assert bar.count.text() == "No match"
    bar.case.setChecked(False)
    bar.words.setText("nurse")
    qtbot.waitUntil(lambda: bar.count.text() == "1 match")
    bar.whole.setChecked(True)
    assert bar.count.text() == "No match"


def test_replace_changes_one_match_after_the_other(description, page, qtbot):
    bar = _find(page, qtbot, "every")
    bar.replacement.setText("each")
    qtbot.keyClick(bar.replacement, Qt.Key.Key_Return)
    qtbot.keyClick(bar.replacement, Qt.Key.Key_Return)
    assert "who fixes eachthing." in page.editor.sections["goal"].editor.text()
    assert "hour of every shift" in page.editor.sections["why"].editor.text()


def test_replace_all_is_one_step_over_all_sections_and_keeps_the_line_ends(
    description, page, qtbot, read, app
):
    bar = _find(page, qtbot, "every")
    bar.replacement.setText("each")
    qtbot.mouseClick(bar.all_button, Qt.MouseButton.LeftButton)
    found = read(job_descriptions.detail, description)
    assert "eachthing.\r\nI will see" in found.goal
    assert "hour of each shift" in found.why
    assert app.notices.toasts[-1][0] == "Replaced 2 matches"
    assert page.editor.sections["why"].editor.text() == found.why
    app.undo()
    found = read(job_descriptions.detail, description)
    assert "everything.\r\nI will see" in found.goal
    assert "hour of every shift" in found.why


def test_found_words_are_literal_and_stand_behind_wide_letters(page, qtbot, write, now):
    write(job_descriptions.add, "Odd", now, goal="𝔐👩🏽‍🚀 (a.b)* axb (A.B)*")
    bar = _find(page, qtbot, "(a.b)*")
    assert bar.count.text() == "2 matches"
    bar.step(1)
    bar.leave()
    cursor = page.editor.sections["goal"].editor.source.textCursor()
    assert cursor.selectedText() == "(a.b)*"


def test_tab_goes_from_what_is_found_to_what_replaces_it(description, page, qtbot):
    page.editor.find_words(replacing=True)
    bar = page.editor.find_bar
    qtbot.waitUntil(bar.words.hasFocus)
    for after in (bar.replacement, bar.replace_button, bar.all_button, bar.case):
        bar.setEnabled(True)
        bar.replace_button.setEnabled(True)
        bar.all_button.setEnabled(True)
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        assert page.focusWidget() is after
