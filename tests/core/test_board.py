"""The board: what a move does, and what may not happen."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from mentorcrm import core
from mentorcrm.core import cards as card_words
from mentorcrm.core.errors import NotFound, UserError
from mentorcrm.core.schema import (
    STAGES,
    SUB_STATES,
    Activity,
    Candidate,
    Contact,
    Reminder,
)
from tests.factories import add_candidate, add_contact, add_goal

LATER = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


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


def test_words_of_stages_cover_the_schema() -> None:
    assert card_words.STAGES == STAGES
    assert {stage: tuple(card_words.sub_states(stage)) for stage in STAGES} == SUB_STATES


# Adding


def test_add_puts_the_card_at_the_end(read: Any, people: list[int]) -> None:
    assert keys(read) == people
    assert read(core.board.counts) == {"identified": 5, "asked": 0, "accepted": 0, "declined": 0}


def test_add_twice_without_description_is_refused_in_words(write: Any, now: Any) -> None:
    contact = write(add_contact, "Ruth Adeyemi")
    write(core.board.add, contact, now=now)
    with pytest.raises(UserError, match="Ruth Adeyemi is already on the board"):
        write(core.board.add, contact, now=now)


def test_add_twice_for_the_same_description_is_refused_for_another_allowed(
    write: Any, read: Any, now: Any
) -> None:
    contact = write(add_contact, "Ruth Adeyemi")
    first, second = (write(core.job_descriptions.add, title=t, now=now) for t in ("A", "B"))
    write(core.board.add, contact, job_description_id=first, now=now)
    with pytest.raises(UserError, match="for this ideal mentor"):
        write(core.board.add, contact, job_description_id=first, now=now)
    write(core.board.add, contact, job_description_id=second, now=now)
    write(core.board.add, contact, now=now)
    assert len(read(core.board.of_contact, contact)) == 3


def test_add_person_makes_contact_and_card_in_one_step(db: Any, write: Any, now: Any) -> None:
    write(core.board.add_person, "Ruth Adeyemi", company="Solace", now=now)
    db.undo()
    with db.read() as session:
        assert session.execute(select(Contact.id)).all() == []
        assert session.execute(select(Candidate.id)).all() == []


@pytest.mark.parametrize("aside", ["archive", "trash"])
def test_add_of_somebody_set_aside_is_refused(write: Any, now: Any, aside: str) -> None:
    contact = write(add_contact)
    write(getattr(core.contacts, aside), [contact], now)
    with pytest.raises(UserError, match="Restore"):
        write(core.board.add, contact, now=now)


def test_add_to_asked_plans_the_follow_up(write: Any, read: Any, now: Any, zone: Any) -> None:
    contact = write(add_contact)
    card = write(core.board.add, contact, stage="asked", now=now, zone=zone)
    row = one(read, card)
    assert row.asked_at == now
    assert row.follow_up_at == datetime(2026, 11, 30, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize("wrong", ["", "won", "Asked"])
def test_unknown_stage_is_refused(write: Any, move: Any, people: list[int], wrong: str) -> None:
    with pytest.raises(UserError, match="no stage"):
        move(people[0], wrong)


def test_add_for_an_unknown_goal_is_refused_and_nothing_added(
    write: Any, read: Any, now: Any
) -> None:
    contact = write(add_contact)
    with pytest.raises(NotFound):
        write(core.board.add, contact, goal_ids=[77], now=now)
    assert keys(read) == []


# Order


def test_move_before_a_card(read: Any, move: Any, people: list[int]) -> None:
    a, b, c, d, e = people
    move(d, "identified", b)
    assert keys(read) == [a, d, b, c, e]


def test_move_to_the_end(read: Any, move: Any, people: list[int]) -> None:
    a, b, c, d, e = people
    move(b, "identified")
    assert keys(read) == [a, c, d, e, b]


def test_move_several_keeps_the_order_they_are_given_in(
    read: Any, move: Any, people: list[int]
) -> None:
    a, b, c, d, e = people
    move([c, e], "identified", a)
    assert keys(read) == [c, e, a, b, d]
    move([d, a], "asked")
    assert keys(read, "asked") == [d, a]


def test_move_before_a_card_that_moves_too_goes_before_the_next_that_stays(
    read: Any, move: Any, people: list[int]
) -> None:
    a, b, c, d, e = people
    move([a, d], "identified", d)
    assert keys(read) == [b, c, a, d, e]


def test_move_before_a_card_of_another_column_is_refused(move: Any, people: list[int]) -> None:
    with pytest.raises(NotFound):
        move(people[0], "asked", people[1])


def test_move_of_a_card_that_is_gone_is_refused(move: Any, write: Any, people: list[int]) -> None:
    write(core.board.remove, [people[0]])
    with pytest.raises(NotFound):
        move(people[0], "asked")


@pytest.mark.parametrize(
    ("which", "before"), [([0], 1), ([4], None), ([1, 2], 3), ([0, 1], 0), ([3, 4], None)]
)
def test_move_to_where_it_is_writes_nothing(
    db: Any, move: Any, people: list[int], which: list[int], before: int | None
) -> None:
    heard: list[Any] = []
    db.on_commit(heard.append)
    label = db.undo_label()
    ids = [people[place] for place in which]
    result = move(ids, "identified", None if before is None else people[before], LATER)
    assert result.moved == ()
    assert [changes for changes in heard if changes.tables] == []
    assert db.undo_label() == label


def test_move_again_to_the_end_of_a_stage_writes_nothing(move: Any, people: list[int]) -> None:
    move(people[0], "asked")
    assert move(people[0], "asked", at=LATER).moved == ()


# Stages


def test_move_to_asked_sets_everything_in_one_step(
    db: Any, read: Any, move: Any, people: list[int], now: Any
) -> None:
    result = move(people[0], "asked")
    row = one(read, people[0])
    assert (row.stage, row.sub_state, row.asked_at) == ("asked", "sent", now)
    assert row.stage_changed_at == now
    assert row.follow_up_at == datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
    assert result.follow_up_at == row.follow_up_at
    assert result.names == ("Ada Okafor",)
    assert result.changed_stage == (people[0],)
    db.undo()
    back = one(read, people[0])
    assert (back.stage, back.sub_state, back.asked_at) == ("identified", "found", None)
    assert back.follow_up_at is None


def test_move_to_asked_skips_the_weekend(write: Any, move: Any, people: list[int]) -> None:
    saturday_next = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
    result = move(people[0], "asked", at=saturday_next)
    assert result.follow_up_at == datetime(2026, 12, 7, 8, 0, tzinfo=UTC)


def test_move_of_several_to_asked_plans_a_follow_up_for_each(
    read: Any, move: Any, people: list[int]
) -> None:
    move(people[:3], "asked")
    found = read(core.board.cards, people[:3])
    assert all(card.follow_up_at is not None for card in found.values())


def test_move_writes_one_timeline_entry_per_card(
    db: Any, move: Any, people: list[int], now: Any
) -> None:
    move(people[:2], "accepted")
    with db.read() as session:
        query = select(
            Activity.candidate_id, Activity.kind, Activity.from_stage, Activity.to_stage
        ).order_by(Activity.id)
        rows = [tuple(row) for row in session.execute(query)]
    assert rows == [(each, "stage_move", "identified", "accepted") for each in people[:2]]


def test_reorder_writes_no_timeline_and_keeps_the_sub_state(
    db: Any, write: Any, read: Any, move: Any, people: list[int], now: Any
) -> None:
    write(core.board.set_sub_state, [people[2]], "ready", now)
    move(people[2], "identified", people[0], LATER)
    assert one(read, people[2]).sub_state == "ready"
    assert one(read, people[2]).stage_changed_at == now
    with db.read() as session:
        assert session.execute(select(Activity.id)).all() == []


@pytest.mark.parametrize("stage", ["identified", "accepted", "declined"])
def test_leaving_asked_marks_the_follow_up_as_done(
    db: Any, read: Any, move: Any, people: list[int], stage: str
) -> None:
    move(people[0], "asked")
    move(people[0], stage, at=LATER)
    assert one(read, people[0]).follow_up_at is None
    with db.read() as session:
        assert session.execute(select(Reminder.done_at)).scalars().all() == [LATER]


def test_back_to_asked_plans_a_new_follow_up(read: Any, move: Any, people: list[int]) -> None:
    move(people[0], "asked")
    move(people[0], "declined")
    move(people[0], "asked", at=LATER)
    assert one(read, people[0]).asked_at == LATER
    assert one(read, people[0]).follow_up_at == datetime(2026, 12, 1, 8, 0, tzinfo=UTC)


def test_move_marks_the_contact_as_changed(
    write: Any, read: Any, move: Any, people: list[int]
) -> None:
    contact = one(read, people[0]).contact_id
    move(people[0], "asked", at=LATER)
    assert read(lambda s: s.get(Contact, contact).updated_at) == LATER


# A card's own fields


def test_sub_state_of_another_stage_is_refused(write: Any, people: list[int], now: Any) -> None:
    with pytest.raises(UserError):
        write(core.board.set_sub_state, [people[0]], "nudged_once", now)


def test_next_step_is_kept_on_one_line(write: Any, read: Any, people: list[int], now: Any) -> None:
    write(core.board.set_next_step, people[0], "  Send\nthe  brief ", now)
    assert read(core.board.cards, people)[people[0]].next_step == "Send the brief"


def test_set_goals_replaces_them_and_the_card_shows_them(
    write: Any, read: Any, people: list[int], now: Any
) -> None:
    first = write(add_goal, "Lead a team", hue=1)
    second = write(add_goal, "Publish a paper", hue=2)
    write(core.board.set_goals, people[0], [first], now)
    write(core.board.set_goals, people[0], [second], now)
    card = read(core.board.cards, [people[0]])[people[0]]
    assert [(goal.title, goal.hue) for goal in card.goals] == [("Publish a paper", 2)]
    assert one(read, people[0]).goal_ids == (second,)


def test_decline_reason_is_kept(write: Any, read: Any, people: list[int], now: Any) -> None:
    day = now.date() + timedelta(days=90)
    write(core.board.set_decline_reason, people[0], " Too busy ", now, day)
    assert (one(read, people[0]).decline_reason, one(read, people[0]).revisit_on) == (
        "Too busy",
        day,
    )


def test_remove_takes_the_card_and_keeps_the_person(
    db: Any, write: Any, read: Any, move: Any, people: list[int]
) -> None:
    move(people[0], "asked")
    contact = one(read, people[0]).contact_id
    write(core.board.remove, [people[0]])
    assert keys(read, "asked") == []
    assert read(core.contacts.detail, contact).name == "Ada Okafor"
    db.undo()
    assert keys(read, "asked") == [people[0]]
    assert one(read, people[0]).follow_up_at is not None
