"""Needs by candidates from a real data file: who is compared, gaps, marks, provisional."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import event

from mentorcrm import core
from mentorcrm.core.errors import NotFound, UserError
from tests.factories import MONDAY, add_candidate, add_contact, add_goal

FULL = {
    "goal": "Lead the onboarding team of four people by 18 December 2026.",
    "obstacles": "I take work back instead of handing it over; I put off the talk about pay.",
    "experience": "Must: led a first team of 3 to 8 people without having managed before.",
    "style": "Says unpleasant things early and kindly. Asks before advising.",
    "time": "45 minutes a month for six months, by video call.",
    "offer": "I write a summary within a day, and can run five user interviews for them.",
    "why": "In December our group splits in two and one half needs a lead; I want to be ready for "
    "these four people. It is part of building teams where people do the best work of their lives.",
    "success": "By December I run planning and one-to-ones alone for 12 weeks.",
}


@dataclass
class Plan:
    """A goal with two obstacles and three needs, and three people on the board for it."""

    goal: int
    pay: int
    delegate: int
    project: int
    ruth: int
    carlos: int
    mei: int


@pytest.fixture
def plan(write: Any, now: Any) -> Plan:
    goal = write(add_goal)
    big = write(core.goals.add_obstacle, goal, "I avoid talking about pay", now)
    small = write(core.goals.add_obstacle, goal, "I keep work to myself", now)
    pay = write(
        core.goals.add_need,
        goal,
        "Practice for that conversation",
        now,
        kind="negotiation",
        obstacle_id=big,
    )
    delegate = write(core.goals.add_need, goal, "Someone who delegates", now, obstacle_id=small)
    project = write(core.goals.add_need, goal, "A project in public", now, kind="project")
    write(core.goals.edit_need, project, now, must=False)

    def person(name: str, **fields: Any) -> int:
        contact = write(add_contact, name, **fields)
        write(add_candidate, contact, goal_ids=[goal])
        return int(contact)

    ruth = person("Ruth Adeyemi", tags=["delegation"], notes="How she hands over work is written.")
    carlos = person("Carlos Prieto", position="Head of Negotiation", company="Solace")
    return Plan(goal, pay, delegate, project, ruth, carlos, person("Mei Tanaka"))


def the_match(read: Any, plan: Plan) -> core.match.Match:
    found: core.match.Match = read(core.match.match, plan.goal, MONDAY)
    return found


def names(found: core.match.Match) -> list[str]:
    return [column.name.split()[0] for column in found.columns]


def test_needs_stand_by_obstacle_the_biggest_first(read: Any, plan: Plan) -> None:
    asked = the_match(read, plan).question
    assert [need.id for need in asked.needs] == [plan.pay, plan.delegate, plan.project]
    assert [need.place for need in asked.needs] == [0, 1, None]


def test_who_covers_most_stands_first_with_reasons(read: Any, plan: Plan) -> None:
    found = the_match(read, plan)
    assert names(found) == ["Ruth", "Carlos", "Mei"]
    cell = found.columns[0].fit.cell(plan.delegate)
    assert cell.word == "Covers well"
    assert {reason.text for reason in cell.reasons} == {
        "tag delegation",
        "your notes: “How she hands over work is written.”",
    }
    assert found.columns[1].fit.cell(plan.pay).word == "Perhaps"


def test_gaps_are_named(read: Any, plan: Plan) -> None:
    assert [gap.words for gap in the_match(read, plan).gaps] == [
        "Nobody covers: Practice for that conversation. Perhaps Carlos Prieto",
        "Nobody covers: A project in public",
    ]


def test_opportunities_are_the_biggest_obstacle_the_widest_help_and_the_next_ask(
    read: Any, write: Any, now: Any, plan: Plan
) -> None:
    write(core.match.set_mark, plan.carlos, plan.pay, 2, now)
    assert the_match(read, plan).opportunities == (
        "Carlos Prieto has what “I avoid talking about pay” needs",
        "Carlos Prieto covers 1 of 2 must-needs",
        "Ask next: Carlos Prieto",
    )


def test_own_mark_wins_until_it_is_cleared(read: Any, write: Any, now: Any, plan: Plan) -> None:
    def cell() -> core.match.Cell:
        ruth = next(c for c in the_match(read, plan).columns if c.contact_id == plan.ruth)
        return ruth.fit.cell(plan.delegate)

    found = cell()
    write(core.match.set_mark, plan.ruth, plan.delegate, 0, now, "said so herself")
    assert (cell().level, cell().word) == (0.0, "Does not cover")
    write(core.match.set_mark, plan.ruth, plan.delegate, 1, now)
    assert cell().reasons[0].text == "you marked: partly (said so herself)"
    write(core.match.clear_mark, plan.ruth, plan.delegate)
    assert cell() == found


def test_mark_of_another_goal_does_not_count(read: Any, write: Any, now: Any, plan: Plan) -> None:
    other = write(add_goal, "Other")
    need = write(core.goals.add_need, other, "Someone who delegates", now)
    write(core.match.set_mark, plan.mei, need, 2, now)
    mei = next(c for c in the_match(read, plan).columns if c.contact_id == plan.mei)
    assert not mei.fit.known


def test_mark_that_cannot_be_is_refused(write: Any, now: Any, plan: Plan) -> None:
    with pytest.raises(UserError):
        write(core.match.set_mark, plan.ruth, plan.pay, 3, now)
    with pytest.raises(NotFound):
        write(core.match.set_mark, 10**6, plan.pay, 1, now)
    with pytest.raises(NotFound):
        write(core.match.set_mark, plan.ruth, 10**6, 1, now)


def test_mark_is_an_undo_step(db: Any, read: Any, write: Any, now: Any, plan: Plan) -> None:
    before = the_match(read, plan)
    write(core.match.set_mark, plan.mei, plan.pay, 2, now)
    assert names(the_match(read, plan))[0] == "Mei"
    db.undo()
    assert the_match(read, plan) == before


def test_archived_and_trashed_people_are_out(read: Any, write: Any, now: Any, plan: Plan) -> None:
    write(core.contacts.archive, [plan.ruth], now)
    write(core.contacts.trash, [plan.carlos], now)
    assert names(the_match(read, plan)) == ["Mei"]


def test_cards_of_a_description_that_serves_the_goal_or_answers_a_need_are_compared(
    read: Any, write: Any, now: Any, plan: Plan
) -> None:
    serving = write(core.job_descriptions.add, "A leader", now, goal_ids=[plan.goal], **FULL)
    answering = write(core.job_descriptions.add, "A coach", now)
    write(core.job_descriptions.set_needs, answering, [plan.pay], now)
    write(add_candidate, name="Ada Okafor", job_description_id=serving)
    write(add_candidate, name="Hannah Weiss", job_description_id=answering)
    write(add_candidate, name="Tom Brandt")
    found = the_match(read, plan)
    assert found.linked
    assert set(names(found)) == {"Ruth", "Carlos", "Mei", "Ada", "Hannah"}


def test_all_cards_are_compared_when_none_is_linked(read: Any, write: Any, plan: Plan) -> None:
    other = write(add_goal, "Other")
    found = read(core.match.match, other, MONDAY)
    assert not found.linked
    assert len(found.columns) == 3


def test_somebody_with_two_cards_is_one_column(read: Any, write: Any, now: Any, plan: Plan) -> None:
    serving = write(core.job_descriptions.add, "A leader", now, goal_ids=[plan.goal])
    card = write(add_candidate, plan.mei, job_description_id=serving)
    assert names(the_match(read, plan)).count("Mei") == 1
    fits = read(core.match.fits, plan.goal, MONDAY)
    assert len(fits) == 4
    assert fits[card].contact_id == plan.mei


def test_match_is_provisional_without_a_full_description(
    read: Any, write: Any, now: Any, plan: Plan
) -> None:
    assert the_match(read, plan).provisional
    made = write(core.job_descriptions.add_from_template, now, [plan.goal])
    found = the_match(read, plan)
    assert found.provisional
    assert found.question.descriptions[0].completeness < 60
    write(core.job_descriptions.edit, made, now, **FULL)
    found = the_match(read, plan)
    assert not found.provisional
    assert found.question.descriptions[0].completeness >= 60


def test_difference_and_obstacle_speak_for_a_need_too(
    read: Any, write: Any, now: Any, plan: Plan
) -> None:
    write(core.contacts.edit, plan.mei, now, notes="Gave keynotes for years.")
    mei = next(c for c in the_match(read, plan).columns if c.contact_id == plan.mei)
    assert mei.fit.cell(plan.project).level == 0
    write(core.goals.edit_need, plan.project, now, difference="I would speak on a stage")
    mei = next(c for c in the_match(read, plan).columns if c.contact_id == plan.mei)
    assert mei.fit.cell(plan.project).level > 0


def test_saying_more_about_a_need_never_makes_it_harder_to_meet(
    read: Any, write: Any, now: Any, plan: Plan
) -> None:
    before = the_match(read, plan).columns[0].fit.cell(plan.delegate).level
    words = "I would coach, plan, speak and decide; hiring, budgets and strategy would be mine"
    write(core.goals.edit_need, plan.delegate, now, difference=words)
    assert the_match(read, plan).columns[0].fit.cell(plan.delegate).level >= before


def test_fits_are_those_of_the_match_and_sort_the_cards(read: Any, plan: Plan) -> None:
    fits = read(core.match.fits, plan.goal, MONDAY)
    columns = the_match(read, plan).columns
    assert fits == {column.candidate_id: column.fit for column in columns}
    cards = [column.candidate_id for column in columns]
    assert core.match.best_first(fits, reversed([*cards, 999])) == [*cards, 999]


def _statements(db: Any, goal: int) -> int:
    with db.read() as session:
        said: list[str] = []
        engine = session.get_bind()

        def note(_conn: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
            said.append(statement)

        event.listen(engine, "before_cursor_execute", note)
        try:
            core.match.fits(session, goal, MONDAY)
        finally:
            event.remove(engine, "before_cursor_execute", note)
    return len(said)


def test_fits_take_as_many_statements_on_a_large_board(db: Any, write: Any, plan: Plan) -> None:
    small = _statements(db, plan.goal)
    for n in range(150):
        write(add_candidate, name=f"Person {n}", goal_ids=[plan.goal])
    assert _statements(db, plan.goal) == small <= 14


def test_match_of_a_goal_that_is_gone_is_refused(read: Any) -> None:
    with pytest.raises(NotFound):
        read(core.match.match, 10**6, MONDAY)


def test_goal_without_needs_names_no_gap(read: Any, write: Any) -> None:
    goal = write(add_goal)
    found = read(core.match.match, goal, MONDAY)
    assert (found.columns, found.gaps, found.opportunities) == ((), (), ())


def test_change_names_the_people_whose_fit_it_may_alter(
    db: Any, read: Any, write: Any, now: Any, plan: Plan
) -> None:
    heard: list[Any] = []
    db.on_commit(heard.append)

    def touched() -> set[int] | None:
        found: set[int] | None = read(core.match.touched, heard[-1].tables)
        return found

    write(core.match.set_mark, plan.ruth, plan.pay, 1, now)
    assert touched() == {plan.ruth}
    write(core.activities.log, plan.carlos, "note", "Tea", now, now)
    assert touched() == {plan.carlos}
    write(core.tags.add_to, [plan.mei], "tea", now)
    assert touched() is None  # a new tag may be anybody's
    write(core.tags.add_to, [plan.ruth], "tea", now)
    assert touched() == {plan.ruth}
    db.undo()
    assert touched() is None  # the row that is gone names nobody
    write(core.goals.edit_need, plan.pay, now, text="Other")
    assert touched() is None
