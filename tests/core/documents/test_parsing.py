"""Markdown becomes a tree, and none of its text is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from mentorcrm.core.documents.parsing import heading_places, parse
from mentorcrm.core.documents.tree import (
    Code,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Rule,
    Run,
    Table,
    plain,
)
from tests.core.documents.samples import BODY


def _first(source):
    return parse(source)[0]


def test_every_kind_of_block_is_read():
    kinds = [type(block) for block in parse(BODY)]
    assert kinds == [
        *(Heading, Paragraph, Listing, Heading, Listing, Table, Quote, Code, Rule),
        *(Heading, Paragraph, Paragraph),
    ]


def test_marks_become_looks():
    found = _first("a **b *c*** ~~d~~ `e*` [f **g**](https://h.example)").runs
    assert found == (
        Run("a "),
        Run("b ", bold=True),
        Run("c", bold=True, italic=True),
        Run(" "),
        Run("d", struck=True),
        Run(" "),
        Run("e*", code=True),
        Run(" "),
        Run("f ", link="https://h.example"),
        Run("g", bold=True, link="https://h.example"),
    )


@pytest.mark.parametrize(
    "target",
    ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://a.b", "other.md"],
)
def test_link_that_leads_elsewhere_stays_text(target):
    assert all(not run.link for run in _first(f"[words]({target})").runs)
    assert "words" in plain(_first(f"[words]({target})").runs)


def test_bare_addresses_become_links():
    runs = _first("See https://a.example/b?c=1, or write to me@x.example.").runs
    assert [(run.text, run.link) for run in runs if run.link] == [
        ("https://a.example/b?c=1", "https://a.example/b?c=1"),
        ("me@x.example", "mailto:me@x.example"),
    ]
    assert plain(runs).endswith("me@x.example.")


def test_html_and_pictures_are_words_only():
    assert plain(_first("<b>x</b> &amp; ![a *cat*](https://x.example/c.png)").runs) == (
        "<b>x</b> & a cat"
    )


def test_tasks_numbers_and_nesting_are_kept():
    tasks, numbers = parse("- [x] done\n- [ ] open\n- [link](x)\n\n7. a\n8. b\n   - c")
    assert [item.checked for item in tasks.items] == [True, False, None]
    assert numbers.start == 7
    assert isinstance(numbers.items[1].blocks[1], Listing)


def test_text_nested_too_deep_stays_whole():
    source = ">" * 3000 + " deep\n\nlater"
    assert "deep" in plain(parse(source)[0].runs)
    assert plain(parse(source)[-1].runs) == "later"


@pytest.mark.parametrize("source", ["[" * 60_000, "![" * 60_000, "*a " * 60_000, "`a " * 60_000])
def test_costly_text_is_read(source):
    assert parse(source)


def test_controls_and_half_characters_become_visible():
    assert plain(_first("a\x00b\x07c\ud800d").runs) == "a\ufffdb\ufffdc\ufffdd"


def test_headings_are_placed_by_line_and_not_in_code():
    source = "intro\n\nTitle\n=====\n\n```\n# no\n```\n\n## Two *x*\n> # quoted"
    assert [(p.first, p.end, p.level, p.text) for p in heading_places(source)] == [
        (2, 4, 1, "Title"),
        (9, 10, 2, "Two *x*"),
    ]


@settings(max_examples=200)
@given(st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1), min_size=1, max_size=8))
def test_words_of_any_script_come_through(words):
    source = " ".join(words)
    assert "".join(plain(block.runs) for block in parse(source)).split() == source.split()
