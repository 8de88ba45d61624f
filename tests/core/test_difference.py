"""Two texts side by side: nothing is lost, and what is marked is what changed."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings, strategies as st

from mentorcrm.core.job_descriptions.difference import text_difference, word_changes

_LETTERS = st.sampled_from(["a", "b", "word", "words", " ", "  ", "\t", "\n", "\r\n", "\r", ".", "é",
                            "\u2028", "\x0b", "👩🏽‍🔬", "שלום", "- ", "**"])  # fmt: skip
_TEXTS = st.lists(_LETTERS, max_size=40).map("".join)


def _marked(line):
    return [piece.text for piece in line.pieces if piece.changed]


@settings(max_examples=400, deadline=None)
@given(_TEXTS, _TEXTS)
@example("a\r\nb", "a\nb\n")
@example("", "\n")
@example("a", "a\n")
@example("\r", "\n\r")
def test_both_sides_are_whole_to_the_last_character(old, new):
    found = text_difference(old, new)
    assert found.side(new=False) == old
    assert found.side(new=True) == new


@settings(max_examples=200, deadline=None)
@given(_TEXTS, _TEXTS)
def test_what_is_not_marked_is_the_same_on_both_sides(old, new):
    for pair in text_difference(old, new).pairs:
        if pair.old is not None and pair.new is not None:
            kept = [
                "".join(piece.text for piece in line.pieces if not piece.changed)
                for line in (pair.old, pair.new)
            ]
            assert kept[0] == kept[1]


@given(_TEXTS)
def test_text_does_not_differ_from_itself(text):
    assert not text_difference(text, text).changed
    assert word_changes(text, text) is None


@given(_TEXTS, _TEXTS)
def test_list_and_comparison_agree_whether_anything_changed(old, new):
    assert text_difference(old, new).changed == (word_changes(old, new) is not None)


def test_changed_words_are_marked_and_counted():
    found = text_difference(
        "I want to lead a small team by June.", "I want to lead a product team by next June."
    )
    (pair,) = found.pairs
    assert _marked(pair.old) == ["small"]
    assert _marked(pair.new) == ["product", " next"]


def test_words_that_came_and_went_are_counted_but_not_those_that_moved():
    assert word_changes("I lead a small team", "I lead a product team, next June") == (3, 1)
    assert word_changes("one two three", "three one two") == (0, 0)
    assert word_changes("one one", "one") == (0, 1)


def test_neighbouring_changed_words_are_one_mark():
    (pair,) = text_difference("Knows one two well", "Knows three four well").pairs
    assert _marked(pair.old) == ["one two"]
    assert _marked(pair.new) == ["three four"]


def test_word_that_is_the_same_by_chance_does_not_part_a_change():
    (pair,) = text_difference(
        "What I know I learned alone and late",
        "What helps me most: I see three good people alone and late",
    ).pairs
    assert _marked(pair.new) == ["helps me most: I see three good people"]
    assert pair.old.text == "What I know I learned alone and late"


def test_line_that_was_added_stands_alone_and_the_others_stay_together():
    found = text_difference(
        "- Has hired people\n- Knows clinics\n",
        "- Has led a team\n- Has hired many people\n- Knows clinics\n",
    )
    shown = [
        (pair.old and pair.old.text, pair.new and pair.new.text, pair.changed)
        for pair in found.pairs
    ]
    assert shown == [
        (None, "- Has led a team", True),
        ("- Has hired people", "- Has hired many people", True),
        ("- Knows clinics", "- Knows clinics", False),
    ]


def test_lines_without_a_common_word_stand_opposite_each_other_as_a_whole():
    (pair,) = text_difference("Somebody calm", "Asks hard questions").pairs
    assert _marked(pair.old) == ["Somebody calm"]
    assert _marked(pair.new) == ["Asks hard questions"]


@pytest.mark.parametrize(
    ("old", "new"), [("a\nb\n", "a\r\nb\r\n"), ("a\nb", "a\nb\n"), ("a\rb", "a\nb")]
)
def test_line_ends_alone_are_no_change_to_see(old, new):
    assert not text_difference(old, new).changed


def test_words_are_counted_without_their_marks():
    assert word_changes("", "**Must have**\n\n- It's 45 minutes … per month.") == (8, 0)


def test_long_texts_that_have_nothing_in_common_are_quick_and_whole():
    old = "\n".join(f"alpha {n} beta {n % 7}" for n in range(3000))
    new = "\n".join(f"{n} gamma delta {n % 5}" for n in range(3000))
    found = text_difference(old, new)
    assert found.changed
    assert found.side(new=False) == old
    assert found.side(new=True) == new
