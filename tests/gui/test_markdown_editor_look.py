"""How Markdown looks while it is typed: bigger headings, bold bold, dimmed marks, plain code."""

from __future__ import annotations

import time

import pytest
from PySide6.QtGui import QFont, QTextCharFormat

from mentorcrm.gui import theme
from mentorcrm.gui.widgets.markdown_inline import (
    ADDRESS,
    BOLD,
    CODE,
    ITALIC,
    LINK,
    MARK,
    STRIKE,
    letters,
)
from mentorcrm.gui.widgets.markdown_source import MarkdownSource


def _are(text: str, kind: int) -> str:
    """Return the letters of ``text`` that are of ``kind``."""
    return "".join(
        letter for letter, found in zip(text, letters(text), strict=True) if found & kind
    )


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("a **bold** word", BOLD, "bold"),
        ("a __bold__ word", BOLD, "bold"),
        ("an *italic* word", ITALIC, "italic"),
        ("snake_case_name and 2 * 3 * 4", ITALIC, ""),
        ("***both***", BOLD, "both"),
        ("**bold with *soft* inside**", ITALIC, "soft"),
        ("**bold with *soft* inside**", BOLD, "bold with *soft* inside"),
        ("~~gone~~ ~kept~", STRIKE, "gone"),
        ("`code **not bold**`", BOLD, ""),
        ("`code **not bold**`", CODE, "`code **not bold**`"),
        (r"\*not\* it", ITALIC, ""),
        ("see [the plan](https://e.org/a_b_c) now", LINK, "the plan"),
        ("see [the plan](https://e.org/a_b_c) now", ADDRESS, "](https://e.org/a_b_c)"),
        ("https://e.org/x_y_z", ITALIC, ""),
        ("a <b>tag</b>", MARK, "<b></b>"),
        ("**never closed", BOLD, ""),
        ("** not opened**", BOLD, ""),
    ],
)
def test_letters_are_what_their_marks_say(text, kind, expected):
    assert _are(text, kind) == expected


@pytest.mark.parametrize(
    "line",
    ["*" * 5000, "*a " * 1600, "_a" * 2500, "[" * 5000, "`" * 5000, "**a** " * 800, "<a" * 2500],
)
def test_hostile_line_is_read_in_no_time(line):
    began = time.perf_counter()
    letters(line)
    assert time.perf_counter() - began < 0.25


@pytest.fixture
def field(themed, qtbot):
    made = MarkdownSource("Why")
    qtbot.addWidget(made)
    made.resize(500, 300)
    return made


def _form(field, words: str):
    """Return the format that ``words`` are shown with."""
    block = field.document().begin()
    while block.isValid():
        place = block.text().find(words)
        if place >= 0:
            units = len(block.text()[:place].encode("utf-16-le")) // 2
            for span in block.layout().formats():
                if span.start <= units < span.start + span.length:
                    return QTextCharFormat(span.format)
            return None
        block = block.next()
    raise AssertionError(f"no {words}")


def test_headings_are_bigger_by_their_level_and_bold(field):
    field.load("# One\n\n## Two\n\nplain", force=True)
    base = field.document().defaultFont().pointSizeF()
    sizes = [_form(field, words).fontPointSize() for words in ("One", "Two")]
    assert sizes[0] > sizes[1] > base
    assert _form(field, "One").fontWeight() == QFont.Weight.DemiBold
    assert _form(field, "plain") is None
    assert _form(field, "# One").foreground().color() == theme.color("faint")


def test_marks_are_dimmed_and_words_formatted_behind_wide_letters(field):
    field.load("👩🏽‍🚀𝔐 **strong** and *soft*", force=True)
    assert _form(field, "strong").fontWeight() == QFont.Weight.DemiBold
    assert _form(field, "soft").fontItalic()
    assert _form(field, "**strong").foreground().color() == theme.color("faint")


def test_fenced_code_is_left_alone_until_its_fence_closes(field):
    field.load("```python\n# no **heading**\n~~~\n```\n# heading", force=True)
    assert _form(field, "no **heading").fontPointSize() == 0
    assert _form(field, "no **heading").background().color() == theme.color("column")
    assert _form(field, "heading").fontPointSize() == 0
    last = field.document().lastBlock().layout().formats()[-1]
    assert QTextCharFormat(last.format).fontPointSize() > 0


def test_checklists_quotes_and_tables_show_their_marks(field):
    field.load("- [x] done\n- [ ] open\n\n> quoted\n\n| a | b |\n|---|---|\n| c | d |", force=True)
    assert _form(field, "- [x]").foreground().color() == theme.color("accent")
    assert _form(field, "done").foreground().color() == theme.color("muted")
    assert _form(field, "quoted").foreground().color() == theme.color("muted")
    assert _form(field, "|---|").foreground().color() == theme.color("faint")


def test_colours_follow_the_scheme_and_the_text_stays(field, themed):
    saved = []
    field.committed.connect(saved.append)
    field.load("**bold**\r\n# Title", force=True)
    theme.apply(themed, "dark", 1.3)
    assert _form(field, "**bold").foreground().color() == theme.color("faint")
    field.flush()
    assert field.text() == "**bold**\r\n# Title"
    assert saved == []
