"""Splitting a text into the eight sections loses nothing."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings, strategies as st

from mentorcrm.core.coach.descriptions.section_headings import heading_sections
from mentorcrm.core.coach.descriptions.sections import SECTIONS, sections_in, split
from mentorcrm.core.job_descriptions import section_titles

LINES = st.sampled_from(
    [
        "# My ideal mentor", "## Time", "## Why it matters", "Goals:", "**Style**", "----", "===",
        "- an hour a month", "1. Goal: head chef", "I freeze when I present. You led a bank.", "",
        "```", "| a | b |", "| --- | --- |", "A line so long that whatever follows goes on from it, a table too", "> quoted", "In return: bread", "  continued here", "tbd", "#", "* * *",
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


def test_split_of_a_long_text_keeps_every_word_and_takes_seconds():
    text = "## Why\n\n" + "- because\n" * 100_000
    parts = split(text)
    assert parts.sections["why"].split() == text.split()[2:]
    assert len(sections_in(text).pieces) < 30_000


def test_titles_of_our_own_files_mean_their_sections():
    for name, title in section_titles().items():
        found = heading_sections(title)
        assert max(found, key=found.__getitem__) == name


def test_number_that_begins_a_sentence_is_read():
    (piece,) = sections_in("45 minutes a month").pieces
    assert piece.start == 0
    assert next(iter(sections_in("01 an hour a month").pieces)).start == 3


def test_table_under_a_heading_stays_whole():
    table = "| Skill | Level | Why |\n| --- | :-: | --- |\n| SQL | 3 | asked |\n| Time | 2 | work |"
    parts = split(f"## Goal\n\nI lead.\n\n{table}\n\n## Why\n\nTeams.")
    assert parts.sections["goal"] == f"I lead.\n\n{table}"
