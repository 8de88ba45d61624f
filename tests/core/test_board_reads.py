"""Reading the board: what is on it, filtered and sorted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from mentorcrm import core
from mentorcrm.core.cards import BoardFilter
from tests.factories import add_candidate, add_goal


@pytest.fixture
def move(write: Any, now: Any, zone: Any) -> Any:
    def run(ids: Any, stage: str, before: int | None = None, at: Any = now) -> Any:
        ids = [ids] if isinstance(ids, int) else ids
        return write(core.board.move, ids, stage, before, at, zone)

    return run


@pytest.fixture
def people(write: Any) -> list[int]:
    names = ("Ada Okafor", "Jonas Lindqvist", "Mei Tanaka", "Dele Bankole", "Ruth Adeyemi")
    return [write(add_candidate, name=name) for name in names]


def keys(read: Any, stage: str = "identified", **fields: Any) -> list[int]:
    return read(core.board.keys, stage, **fields)


def one(read: Any, candidate_id: int) -> Any:
    return read(core.board.candidate, candidate_id)


# Reading


def test_cards_set_aside_are_off_the_board(
    write: Any, read: Any, people: list[int], now: Any
) -> None:
    contact = one(read, people[1]).contact_id
    write(core.contacts.archive, [contact], now)
    assert people[1] not in keys(read)
    assert people[1] not in read(core.board.cards, people)
    assert read(core.board.counts)["identified"] == 4
    write(core.contacts.unarchive, [contact], now)
    assert keys(read) == people


def test_filters_by_goal_tag_text_and_due(
    write: Any, read: Any, move: Any, people: list[int], now: Any, zone: Any
) -> None:
    goal = write(add_goal)
    write(core.board.set_goals, people[1], [goal], now)
    write(core.tags.set_tags, one(read, people[2]).contact_id, ["robotics"], now)
    tag = read(core.board.tag_choices)[0]
    assert keys(read, chosen=BoardFilter(goal_id=goal)) == [people[1]]
    assert keys(read, chosen=BoardFilter(tag_id=tag.id)) == [people[2]]
    assert keys(read, chosen=BoardFilter(text="tanak")) == [people[2]]
    assert keys(read, chosen=BoardFilter(text="nobody")) == []
    assert keys(read, chosen=BoardFilter(text='"(*')) == []
    move([people[3]], "asked")
    late = now + timedelta(days=8)
    for due, at, expected in (
        ("overdue", late, [people[3]]),
        ("overdue", now, []),
        ("week", now, []),
        ("week", now + timedelta(days=1), [people[3]]),
        ("today", datetime(2026, 11, 30, 22, 0, tzinfo=UTC), [people[3]]),
        ("today", datetime(2026, 11, 30, 23, 0, tzinfo=UTC), []),
    ):
        chosen = BoardFilter(due=due, now=at, zone=zone)
        assert keys(read, "asked", chosen=chosen) == expected, (due, at)
    assert read(core.board.late, late) == 1
    assert read(core.board.late, now) == 0


def test_choices_tell_how_many_cards_they_have(
    write: Any, read: Any, people: list[int], now: Any
) -> None:
    first, second = write(add_goal, "Lead"), write(add_goal, "Publish")
    for person in people[:2]:
        write(core.board.set_goals, person, [first], now)
    found = {each.id: each.count for each in read(core.board.goal_choices)}
    assert found == {first: 2, second: 0}


@pytest.mark.parametrize("sort", ["due", "name", "last_contact"])
def test_sorts_agree_between_all_and_few(
    write: Any, read: Any, move: Any, people: list[int], now: Any, sort: str
) -> None:
    for days, person in enumerate(reversed(people)):
        move(person, "asked", at=now + timedelta(days=days * 3))
        contact = one(read, person).contact_id
        write(core.activities.log, contact, "call", "Hello", now - timedelta(days=days), now)
    every = read(core.board.sort_keys, "asked", sort=sort)
    assert every == sorted(every)
    assert read(core.board.sort_keys, "asked", sort=sort, ids=people[:2]) == [
        key for key in every if key[1] in people[:2]
    ]
    order = [key[1] for key in every]
    if sort == "name":
        assert [one(read, each).name for each in order] == sorted(
            one(read, each).name for each in order
        )
    elif sort == "due":
        assert order == people[::-1]
    else:
        assert order == people


def test_candidates_come_by_stage_and_order(read: Any, move: Any, people: list[int]) -> None:
    move(people[2], "asked")
    found = [row.id for row in read(core.board.candidates)]
    assert found == [people[0], people[1], people[3], people[4], people[2]]
    assert [row.id for row in read(core.board.candidates, "asked")] == [people[2]]
