"""Markdown and plain text."""

from __future__ import annotations

import pytest

from mentorcrm.core.documents import Document, as_markdown, as_text
from mentorcrm.core.documents.markdown import escaped
from mentorcrm.core.documents.parsing import parse
from mentorcrm.core.documents.tree import Heading, plain
from tests.core.documents.samples import BODY, ODD, document

LONG = "word " * 60


def test_markdown_keeps_the_body_as_it_is():
    whole = as_markdown(document())
    assert whole.startswith("# My \\*ideal\\* \\<mentor\\>\n\n*For: Lead & grow*\n\n## The goal\n")
    assert BODY.strip("\n") in whole
    assert whole.endswith("\n\n---\n\nA foot\n")


@pytest.mark.parametrize(
    "title", ["a*b*c", "[x](y)", "C #", "_a_ b_c", "`x`", "&amp; <b>", "~~x~~", "1. x", "\\*"]
)
def test_title_is_read_back_as_it_was(title):
    (heading,) = parse(as_markdown(Document(title)))
    assert isinstance(heading, Heading)
    assert plain(heading.runs) == title


def test_words_with_underscores_are_not_escaped():
    assert escaped("snake_case") == "snake_case"


def test_text_is_wrapped_with_hanging_indents():
    lines = as_text(document(f"- {LONG}\n- [ ] {LONG}\n\n> {LONG}\n\n10. {LONG}")).splitlines()
    assert max(map(len, lines)) <= 78
    assert any(line.startswith("  word") for line in lines)
    assert any(line.startswith("- [ ] word") for line in lines)
    assert any(line.startswith("      word") for line in lines)
    assert any(line.startswith("10. word") for line in lines)
    assert sum(line.startswith("> word") for line in lines) > 3


def test_text_without_width_has_one_line_for_a_paragraph():
    assert LONG.strip() in as_text(document(LONG), 0).splitlines()


def test_text_has_no_marks_left_and_every_word():
    whole = as_text(document())
    assert "**" not in whole
    assert "](" not in whole
    assert "the plan\n(https://example.org/p?x=1&y=2)" in whole
    assert "1. Inner one\n  2. Inner two" in whole
    assert "[x] Has led a team of ten" in whole
    assert ODD in whole
    assert "Need     | Kind   | Weight" in whole


def test_wide_table_becomes_lines():
    whole = as_text(document(f"| A | B |\n|--|--|\n| {LONG} | {LONG} |"))
    assert "A: word" in whole
    assert max(map(len, whole.splitlines())) <= 78


def test_long_words_are_not_cut():
    address = "https://example.org/" + "x" * 200
    assert address in as_text(document(f"see {address} there"))
