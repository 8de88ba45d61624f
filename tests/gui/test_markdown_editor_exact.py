"""The source is stored as typed: documents pass through the real field without a changed letter."""

from __future__ import annotations

from random import Random

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from mentorcrm.core import job_descriptions
from mentorcrm.core.schema import SECTIONS
from mentorcrm.gui.job_descriptions.page import JobDescriptionsPage
from mentorcrm.gui.widgets.line_ends import LINE_END
from mentorcrm.gui.widgets.markdown_editor import MarkdownEditor
from tests.gui.markdown_documents import document

# What Qt's own reader of Markdown says of some nested lists; the preview is right all the same.
pytestmark = pytest.mark.qt_log_ignore("into a list that no longer exists", extend=True)

QUICK = range(100)
ALL = range(1000)


@pytest.fixture
def place(themed, qtbot):
    """Return a window that can hold a field, and another one for the keyboard to go to."""
    made = QWidget()
    made.other = QLineEdit(made)
    QVBoxLayout(made).addWidget(made.other)
    qtbot.addWidget(made)
    made.resize(500, 300)
    with qtbot.waitExposed(made):
        made.show()
    return made


def _through_the_field(place, qtbot, text: str) -> tuple[str, list[str]]:
    """Open, read, enter, leave and close a field with ``text``; return what it then holds."""
    editor = MarkdownEditor("Section", growing=True)
    saved: list[str] = []
    editor.committed.connect(saved.append)
    editor.draft.connect(saved.append)
    place.layout().addWidget(editor)
    editor.load(text, force=True)
    editor.set_preview(True)
    editor.set_preview(False)
    editor.source.setFocus()
    qtbot.waitUntil(editor.source.hasFocus)
    editor.grab()
    place.other.setFocus()
    qtbot.waitUntil(place.other.hasFocus)
    editor.flush()
    after = editor.text()
    editor.load(text)
    editor.hide()
    assert editor.text() == after
    place.layout().removeWidget(editor)
    editor.deleteLater()
    return after, saved


def _check(place, qtbot, seeds) -> None:
    for seed in seeds:
        text = document(seed)
        after, saved = _through_the_field(place, qtbot, text)
        assert after == text, f"document {seed}"
        assert saved == [], f"document {seed}"


def test_documents_come_back_without_a_changed_character(place, qtbot):
    _check(place, qtbot, QUICK)


@pytest.mark.soak
def test_a_thousand_documents_come_back_without_a_changed_character(place, qtbot):
    _check(place, qtbot, ALL)


def _usual(text: str) -> str:
    ends = LINE_END.findall(text)
    return max((end for end in ("\n", "\r\n", "\r") if end in ends), key=ends.count, default="\n")


def _edit_somewhere(editor, text: str, usual: str, random: Random) -> str:
    """Type a letter, or a line end, at some place; return what the text should be then."""
    lines = LINE_END.split(text)
    number = random.randrange(len(lines))
    block = editor.source.document().findBlockByNumber(number)
    cursor = QTextCursor(block)
    typed = random.choice(("x", "é", "\nq", "a\nb\nc"))
    if not lines[number]:
        typed = f"z{typed}"  # else a new line feed may meet the carriage return before it
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    cursor.insertText(typed)
    lines[number] += typed.replace("\n", usual)
    return "".join(
        line + end for line, end in zip(lines, [*LINE_END.findall(text), ""], strict=True)
    )


@pytest.mark.parametrize("seeds", [range(120), pytest.param(ALL, marks=pytest.mark.soak)])
def test_typing_changes_nothing_but_what_is_typed(themed, qtbot, seeds):
    editor = MarkdownEditor("Section", growing=True)
    qtbot.addWidget(editor)
    for seed in seeds:
        text = document(seed)
        random = Random(seed)
        editor.load(text, force=True)
        expected = text
        for _time in range(3):
            expected = _edit_somewhere(editor, expected, _usual(text), random)
        assert editor.text() == expected, f"document {seed}"


def test_lines_taken_away_leave_the_ends_of_the_others(themed, qtbot):
    editor = MarkdownEditor("Section")
    qtbot.addWidget(editor)
    editor.load("one\r\ntwo\rthree\nfour\u2029five\r\n", force=True)
    cursor = editor.source.textCursor()
    cursor.setPosition(5)
    cursor.setPosition(10, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    assert editor.text() == "one\r\ntree\nfour\u2029five\r\n"
    editor.source.undo()
    assert editor.text() == "one\r\ntwo\rthree\nfour\u2029five\r\n"
    editor.source.toggle_task()
    assert editor.text().endswith("\nfour\u2029five\r\n")


def test_what_is_copied_keeps_spaces_that_do_not_break(themed, qtbot):
    editor = MarkdownEditor("Section")
    qtbot.addWidget(editor)
    editor.load("45\u00a0minutes\u2028a month\r\nnow", force=True)
    editor.source.selectAll()
    data = editor.source.createMimeDataFromSelection()
    assert data.text() == "45\u00a0minutes\u2028a month\nnow"


def test_line_feed_typed_after_a_lone_carriage_return_stays_a_line(themed, qtbot):
    editor = MarkdownEditor("Section")
    qtbot.addWidget(editor)
    editor.load("one\n\ntwo\rthree", force=True)
    cursor = editor.source.textCursor()
    cursor.setPosition(9)
    cursor.insertText("\n")
    assert editor.text() == "one\n\ntwo\r\r\nthree"
    again = MarkdownEditor("Section")
    qtbot.addWidget(again)
    again.load(editor.text(), force=True)
    assert again.source.blockCount() == editor.source.blockCount()


def test_a_whole_description_is_read_and_left_without_a_changed_character(
    app, qtbot, write, read, now
):
    texts = {name: document(seed) for seed, name in enumerate(SECTIONS, start=40)}
    description = write(job_descriptions.add, "Odd", now, **texts)
    before = app.db.undo_label()
    page = JobDescriptionsPage(app)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.editor.set_preview(True)
    page.editor.set_preview(False)
    for name in SECTIONS:
        page.editor.jump(name)
    page.editor.look()
    page.editor.find_words(words="e")
    page.editor.find_bar.leave()
    page.flush()
    page.hide()
    found = read(job_descriptions.detail, description)
    assert {name: found.section(name) for name in SECTIONS} == texts
    assert app.db.undo_label() == before
