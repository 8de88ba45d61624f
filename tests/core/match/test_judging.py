"""The rules of the match on plain values: order, evidence, titles, marks."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from mentorcrm.core.match import weights
from mentorcrm.core.match.asking import need_full, need_own, need_wants
from mentorcrm.core.match.judging import Judge
from mentorcrm.core.match.rows import Entry, Fit, Mark, NeedAsked, Person, Question
from mentorcrm.core.schema import NEED_KINDS

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
NEEDS = (
    ("Practice for that conversation", "negotiation", True),
    ("Someone who has learnt to delegate", "skill", True),
    ("A sponsor outside of my own team", "network", False),
)
SENTENCES = (
    "Ran the salary talks for her group.",
    "How he hands over work: context, limits, date",
    "Knows everybody in town and offered to introduce me.",
    "Likes tea in the morning.",
    "Has never negotiated.",
    "Rehearsed the talk about pay with me.",
    "Sponsor of two younger colleagues.",
)
TAGS = ("negotiation", "delegation", "sponsor", "former team", "tea")
TITLES = ("Head of Negotiations", "Chief Delegation Officer", "Sponsor", "Baker", "")


def asked(needs: Any = NEEDS, **fields: Any) -> Question:
    made = tuple(
        NeedAsked(
            n,
            text,
            kind,
            must,
            None,
            "",
            None,
            need_wants(text, kind),
            need_full(text, kind),
            need_own(text, kind),
        )
        for n, (text, kind, must) in enumerate(needs, start=1)
    )
    return Question(1, "Lead", made, fields.get("experience", {}), fields.get("style", {}), ())


def judge(person: Person, question: Question | None = None) -> Fit:
    return Judge(question or asked(), NOW, UTC).fit(person)


def entry(n: int, text: str) -> Entry:
    return Entry(n, "note", NOW - timedelta(days=n), text)


@st.composite
def persons(draw: Any) -> Person:
    texts = draw(st.lists(st.sampled_from(SENTENCES), max_size=4))
    days = draw(st.one_of(st.none(), st.integers(0, 2000)))
    return Person(
        draw(st.integers(1, 10_000)),
        "Ruth Adeyemi",
        position=draw(st.sampled_from(TITLES)),
        notes=draw(st.sampled_from(("", *SENTENCES))),
        tags=tuple(draw(st.sets(st.sampled_from(TAGS)))),
        entries=tuple(entry(n, text) for n, text in enumerate(texts)),
        last_contact_at=None if days is None else NOW - timedelta(days=days),
        stages=tuple(draw(st.sets(st.sampled_from(("identified", "asked", "accepted"))))),
    )


def levels(fit: Fit) -> list[float]:
    return [cell.level for cell in fit.cells]


@given(persons())
def test_same_facts_in_any_order_give_the_same_answer(person: Person) -> None:
    chance = random.Random(7)
    shuffled = replace(
        person,
        tags=tuple(chance.sample(person.tags, len(person.tags))),
        entries=tuple(chance.sample(person.entries, len(person.entries))),
        stages=tuple(reversed(person.stages)),
    )
    assert judge(person) == judge(shuffled)
    needs = asked().needs
    backwards = replace(asked(), needs=tuple(reversed(needs)))
    other = judge(person, backwards)
    assert other.share == judge(person).share
    assert {cell.need_id: cell for cell in other.cells} == {
        cell.need_id: cell for cell in judge(person).cells
    }


@given(persons(), st.sampled_from(SENTENCES), st.sampled_from(TAGS))
@settings(max_examples=200)
def test_more_evidence_never_lowers(person: Person, text: str, tag: str) -> None:
    before = judge(person)
    for more in (
        replace(person, entries=(*person.entries, entry(99, text))),
        replace(person, tags=tuple(dict.fromkeys((*person.tags, tag)))),
        replace(person, how_met=text),
        replace(person, last_contact_at=NOW),
        replace(person, stages=("accepted", "asked")),
    ):
        after = judge(more)
        assert all(b >= a for a, b in zip(levels(before), levels(after), strict=True))
        assert after.share >= before.share


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("kind", NEED_KINDS)
def test_title_alone_never_covers(title: str, kind: str) -> None:
    question = asked([(title or "Anything", kind, True), (f"A {title} who delegates", kind, True)])
    fit = judge(Person(1, "Ruth", position=f"{title}, {title} and {title}"), question)
    assert all(cell.level < weights.PARTLY for cell in fit.cells)
    assert {cell.word for cell in fit.cells} <= {"Perhaps", "Not known"}


def test_title_with_a_note_covers_better_than_either() -> None:
    note = Person(1, "Ruth", notes="Rehearsed a hard conversation with me")
    both = replace(note, position="Head of Negotiation")
    assert judge(both).cell(1).level > judge(note).cell(1).level


@given(persons(), st.integers(1, 3), st.integers(0, 2))
def test_own_mark_overrides_everything(person: Person, need: int, level: int) -> None:
    fit = judge(replace(person, marks={need: Mark(level, "she told me")}))
    cell = fit.cell(need)
    assert cell.level == weights.MARKED[level]
    assert cell.word == ("Does not cover", "Partly", "Covers well")[level]
    assert cell.reasons[0].text.startswith("you marked: ")
    assert cell.reasons[0].text.endswith("(she told me)")


def test_reasons_say_where_they_come_from() -> None:
    person = Person(
        1,
        "Ruth",
        position="Head of Contracts",
        company="Solace",
        tags=("negotiation",),
        notes="Likes tea. Ran **salary talks** for years.",
        how_met="Course on negotiating",
        entries=(
            Entry(1, "note", datetime(2026, 3, 3, 9, tzinfo=UTC), "- [x] Rehearse the pay talk"),
            Entry(2, "message_out", NOW, "Thank you for the rehearsal"),
            Entry(3, "meeting", NOW, "Walked along the river"),
        ),
    )
    assert {reason.text for reason in judge(person).cell(1).reasons} == {
        "tag negotiation",
        "Head of Contracts at Solace",
        "your notes: “Ran salary talks for years.”",
        "how you met: “Course on negotiating”",
        "your note of Tue 3 Mar: “Rehearse the pay talk”",
        "your message of today: “Thank you for the rehearsal”",
    }


def test_long_sentence_is_quoted_in_part() -> None:
    person = Person(1, "Ruth", notes="Negotiated " + "and waited " * 40)
    (reason,) = judge(person).cell(1).reasons
    assert len(reason.text) < 120
    assert reason.text.endswith("…”")


def test_share_is_the_sum_of_its_explained_components() -> None:
    question = asked(experience={"leadership": 1.0}, style={"directness": 1.0})
    person = Person(
        1,
        "Ruth",
        position="Director",
        notes="Speaks plainly. Hands over work.",
        last_contact_at=NOW - timedelta(days=10),
    )
    fit = judge(person, question)
    assert [part.kind for part in fit.components] == ["needs", "experience", "style", "access"]
    assert sum(part.weight for part in fit.components) == pytest.approx(1.0)
    total = sum(part.weight * part.level for part in fit.components)
    assert fit.share == pytest.approx(total, abs=1e-4)


def test_what_only_an_obstacle_speaks_of_never_covers_the_need() -> None:
    text, obstacle = "A sponsor outside of my team", "Nobody who decides has seen me lead"
    wants = need_wants(text, "network", "I would decide more and lead", obstacle)
    need = replace(asked([(text, "network", True)]).needs[0], wants=wants)
    question = replace(asked(), needs=(need,))
    notes = tuple(entry(n, f"She decides and leads {n} teams") for n in range(20))
    assert judge(Person(1, "Ruth", entries=notes), question).cell(1).word == "Partly"
    more = (*notes, entry(99, "She advocates for younger colleagues"))
    assert judge(Person(1, "Ruth", entries=more), question).cell(1).word == "Covers well"


def test_need_that_says_nothing_is_covered_by_nobody() -> None:
    question = asked([("Help me with this", "other", True)])
    assert question.needs[0].is_bare
    assert judge(Person(1, "Ruth", notes="Helps with everything"), question).share == 0.0


def test_must_and_biggest_obstacle_count_more() -> None:
    need = NeedAsked(1, "x", "skill", True, 1, "", 0)
    assert need.weight > replace(need, place=1).weight > replace(need, place=5).weight
    assert replace(need, place=5).weight > replace(need, place=0, must=False).weight


def test_any_far_moment_can_be_judged() -> None:
    for moment in (datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC)):
        judge(Person(1, "Ruth", last_contact_at=moment))
