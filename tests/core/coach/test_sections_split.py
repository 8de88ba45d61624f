"""Splitting a text into the eight sections loses nothing."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings, strategies as st

from mentorcrm.core.coach.descriptions.sections import SECTIONS, sections_in, split

LINES = st.sampled_from(
    [
        "# My ideal mentor", "## Time", "## Why it matters", "Goals:", "**Style**", "----", "===",
        "- an hour a month", "1. Goal: head chef", "I freeze when I present. You led a bank.", "",
        "```", "| a | b |", "> quoted", "In return: bread", "  continued here", "tbd", "#", "* * *",
        "You would be patient. I can bake for you! We meet weekly?", "Obstacles", "..." , "\t", "–",
    ]
)  # fmt: skip


def _words(text):
    return Counter(text.split())


def _checked(text):
    parts = split(text)
    after = _words(parts.remainder)
    for name in SECTIONS:
        after += _words(parts.sections[name])
    lost = _words(text) - after
    assert not after - _words(text)
    allowed = Counter()
    seen = set()
    for spans in sections_in(text).headings.values():
        for span in spans:
            if span not in seen:
                seen.add(span)
                allowed += _words(text[span[0] : span[1]])
    assert not lost - allowed


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES, max_size=14).map("\n".join))
def test_split_keeps_every_word_of_documents(text):
    _checked(text)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200))
def test_split_keeps_every_word_of_any_text(text):
    _checked(text)
