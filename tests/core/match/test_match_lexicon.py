"""Different words that mean the same meet; what is denied or says nothing does not."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from mentorcrm.core.match import lexicon
from mentorcrm.core.match.stems import stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Practice negotiating my role", "Ran the salary talks for her whole group"),
        ("negotiation", "He has done dozens of contracts"),
        ("Someone who can delegate", "How he hands over work"),
        ("Someone who can delegate", "a mentor who has handed over work"),
        ("speak in front of people", "Keynote at the spring conference"),
        ("raise money for my company", "Partner at a venture capital firm"),
        ("return after a career break", "Came back to work after parental leave"),
        ("change career", "Moved from engineering to product"),
        ("an introduction to people who hire", "Well connected in town"),
        ("leading a team", "Head of Support"),
        ("hard feedback on my drafts", "Gives candid criticism"),
        ("hire the first designer", "Recruiter for start-ups"),
    ],
)
def test_different_words_for_the_same_thing_meet(one: str, other: str) -> None:
    assert lexicon.concepts(one).keys() & lexicon.concepts(other).keys()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("negotiation", "Has never negotiated a contract"),
        ("negotiation", "Offered to read a draft"),
        ("negotiation", "Talked for ten minutes"),
        ("a change of career", "Caring and patient"),
        ("lead in public", "Publications on birds"),
        ("directness", "Director of Product"),
        ("delegation", "Has good hands for pottery"),
        ("an introduction", "Met at dinner, introduced by a friend"),
        ("negotiation", "Pays attention, can deal with pressure"),
    ],
)
def test_words_that_only_look_alike_do_not_meet(one: str, other: str) -> None:
    assert not lexicon.concepts(one).keys() & lexicon.concepts(other).keys()


def test_denial_ends_with_its_sentence() -> None:
    found = lexicon.concepts("Has no time. Negotiates well. Not a speaker but delegates")
    assert {"negotiation", "delegation"} <= found.keys()
    assert "speaking" not in found


def test_obstacle_speaks_of_what_it_denies() -> None:
    text = "I have never handed over work"
    assert "delegation" in lexicon.concepts(text, denied_too=True)
    assert "delegation" not in lexicon.concepts(text)


@pytest.mark.parametrize(
    "words",
    [
        ("negotiate", "negotiates", "negotiated", "negotiating", "negotiation", "negotiator"),
        ("lead", "leads", "led", "leader", "leading", "leadership"),
        ("plan", "plans", "planned", "planning"),
        ("hire", "hires", "hired", "hiring"),
        ("director", "directors"),
    ],
)
def test_forms_of_a_word_have_one_stem(words: tuple[str, ...]) -> None:
    assert len({stem(word) for word in words}) == 1


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    assert lexicon.concepts(text).keys() <= lexicon.concepts(text, denied_too=True).keys()
