"""Who is suggested for a goal: the best who are not on its board, and nobody set aside."""

from __future__ import annotations

from typing import Any

import pytest

from mentorcrm import core
from mentorcrm.core.schema import Contact
from tests.factories import MONDAY, add_candidate, add_contact, add_goal


@pytest.fixture
def goal(write: Any, now: Any) -> int:
    made = write(add_goal)
    write(core.goals.add_need, made, "Practice for that conversation", now, kind="negotiation")
    return int(made)


def suggested(read: Any, goal: int, limit: int = 10) -> list[str]:
    return [each.name for each in read(core.match.suggestions, goal, MONDAY, limit)]


def test_people_with_evidence_are_suggested_with_reasons(read: Any, write: Any, goal: int) -> None:
    write(add_contact, "Ruth Adeyemi", tags=["salary"], notes="Ran pay talks for years.")
    write(add_contact, "Carlos Prieto", notes="Likes tea.")
    write(add_contact, "Mei Tanaka", position="Contract Negotiator")
    found = read(core.match.suggestions, goal, MONDAY)
    assert [each.name for each in found] == ["Ruth Adeyemi", "Mei Tanaka"]
    assert found[0].fit.reasons[1].text == "tag salary"
    assert found[1].fit.cells[0].word == "Perhaps"


def test_words_that_are_not_the_needs_own_find_people(read: Any, write: Any, goal: int) -> None:
    contact = write(add_contact, "Ruth Adeyemi")
    write(core.activities.log, contact, "call", "Told me how she haggles.", MONDAY, MONDAY)
    assert suggested(read, goal) == ["Ruth Adeyemi"]


def test_who_is_on_the_board_for_the_goal_is_not_suggested(
    read: Any, write: Any, goal: int
) -> None:
    other = write(add_goal, "Other")
    for name, goals in (("Ruth", [goal]), ("Carlos", [other]), ("Mei", None)):
        contact = write(add_contact, name, tags=["negotiation"])
        if goals is not None:
            write(add_candidate, contact, goal_ids=goals)
    assert suggested(read, goal) == ["Carlos", "Mei"]


def test_archived_trashed_and_second_degree_people_stay_out(
    read: Any, write: Any, now: Any, goal: int
) -> None:
    ids = [write(add_contact, f"Person {n}", tags=["negotiation"]) for n in range(4)]
    write(core.contacts.archive, ids[:1], now)
    write(core.contacts.trash, ids[1:2], now)

    def move_away(session: Any) -> None:
        session.get(Contact, ids[2]).degree = 2

    write(move_away)
    assert suggested(read, goal) == ["Person 3"]


def test_equals_stand_by_name_and_the_limit_is_kept(read: Any, write: Any, goal: int) -> None:
    for name in ("Tom", "Ada", "Mei", "Ada"):
        write(add_contact, name, tags=["negotiation"])
    assert suggested(read, goal) == ["Ada", "Ada", "Mei", "Tom"]
    assert suggested(read, goal, 2) == ["Ada", "Ada"]
    found = read(core.match.suggestions, goal, MONDAY, 2)
    assert found[0].contact_id < found[1].contact_id


def test_own_mark_of_not_takes_somebody_out(read: Any, write: Any, now: Any, goal: int) -> None:
    contact = write(add_contact, "Ruth", tags=["negotiation"])
    need = read(core.goals.detail, goal).needs[0].id
    write(core.match.set_mark, contact, need, 0, now)
    assert suggested(read, goal) == []


def test_own_mark_suggests_somebody_nothing_else_speaks_for(
    read: Any, write: Any, now: Any, goal: int
) -> None:
    contact = write(add_contact, "Ruth")
    need = read(core.goals.detail, goal).needs[0].id
    write(core.match.set_mark, contact, need, 2, now)
    assert suggested(read, goal) == ["Ruth"]
    write(core.contacts.archive, [contact], now)
    assert suggested(read, goal) == []


@pytest.mark.parametrize(
    ("need", "note"),
    [
        ("Someone who delegates", "She handed over the whole launch."),
        ("Public speaking", "Spoke at the spring conference"),
        ("Leading people", "Led a team of nine"),
        ("Raising money", "Her seed round closed in May"),
        ("Kubernetes", "Runs kubernetes at scale"),
    ],
)
def test_other_forms_and_words_are_found_by_the_index(
    read: Any, write: Any, now: Any, need: str, note: str
) -> None:
    goal = write(add_goal)
    write(core.goals.add_need, goal, need, now)
    write(add_contact, "Ruth", notes=note)
    assert suggested(read, goal) == ["Ruth"]


def test_few_are_looked_at_closely_however_many_match(
    read: Any, write: Any, goal: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(session: Any) -> None:
        for n in range(600):
            add_contact(session, f"Person {n:03}", position="Contract manager", tags=["salary"])

    write(fill)
    looked_at: list[int] = []
    people = core.match.suggesting.people

    def spy(session: Any, ids: Any, goal_id: int) -> Any:
        looked_at.append(len(ids))
        return people(session, ids, goal_id)

    monkeypatch.setattr(core.match.suggesting, "people", spy)
    assert len(suggested(read, goal)) == 10
    assert looked_at[0] <= 400


def test_goal_without_needs_suggests_nobody(read: Any, write: Any) -> None:
    write(add_contact, "Ruth", tags=["negotiation"])
    assert suggested(read, write(add_goal)) == []


def test_considering_adds_a_card_or_gives_it_the_goal(
    read: Any, write: Any, now: Any, goal: int
) -> None:
    other = write(add_goal, "Other")
    new = write(add_contact, "Ruth", tags=["negotiation"])
    there = write(add_contact, "Mei", tags=["negotiation"])
    card = write(add_candidate, there, goal_ids=[other])
    write(core.match.consider, new, goal, now)
    assert write(core.match.consider, there, goal, now) == card
    assert suggested(read, goal) == []
    assert set(read(core.board.candidate, card).goal_ids) == {goal, other}


@pytest.mark.parametrize(
    "text", ['quotes " in it', "NEAR(a b) OR *", "it's; a -dash AND", "C++ & 日本語"]
)
def test_any_need_can_be_searched_for(read: Any, write: Any, now: Any, text: str) -> None:
    goal = write(add_goal)
    write(core.goals.add_need, goal, text, now, kind="other")
    write(add_contact, "Ruth", notes="a quotes dash")
    read(core.match.suggestions, goal, MONDAY)
