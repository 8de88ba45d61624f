"""Endings of goals: reached, let go, renewed, taken up again; nothing is lost on the way."""

from __future__ import annotations

from contextlib import closing
from datetime import date, timedelta

import pytest
from sqlalchemy import insert, select

from mentorcrm.core import goals, job_descriptions
from mentorcrm.core.database import Database
from mentorcrm.core.errors import UserError
from mentorcrm.core.schema import JobDescriptionNeed, NeedMark
from mentorcrm.core.triggers import journaled_tables
from tests import factories

TODAY = date(2026, 11, 23)


def _tables(db):
    with db.read() as session:
        return {
            table.name: [tuple(row) for row in session.execute(select(table).order_by(table.c.id))]
            for table in journaled_tables()
        }


@pytest.fixture
def goal(write, now):
    made = write(
        factories.add_goal,
        statement="I want to lead.",
        specific="Four people",
        start_value=0.0,
        target_value=12.0,
        unit="weeks",
        due_on=date(2026, 12, 18),
    )
    write(_furnish, made, now)
    return made


def _furnish(session, goal, now):
    goals.add_check_in(session, goal, TODAY, now, value=7.0)
    goals.add_check_in(session, goal, TODAY, now, note="only words")
    first = goals.add_obstacle(session, goal, "I take work back", now)
    second = goals.add_obstacle(session, goal, "Nobody sees me lead", now)
    goals.move_obstacle(session, second, first, now)
    free = goals.add_need(session, goal, "A sponsor", now, kind="network", must=False)
    bound = goals.add_need(session, goal, "To delegate", now, difference="Calm", obstacle_id=first)
    person = factories.add_contact(session)
    factories.add_candidate(session, person, goal_ids=[goal])
    for need, level in ((free, 0), (bound, 2)):
        session.execute(
            insert(NeedMark).values(
                contact_id=person, need_id=need, level=level, note="seen", updated_at=now
            )
        )
    description = job_descriptions.add(session, "A lead", now, goal_ids=[goal])
    session.execute(
        insert(JobDescriptionNeed).values(job_description_id=description, need_id=bound)
    )


def _marks(session, goal):
    needs = [row.id for row in goals.detail(session, goal).needs]
    query = select(NeedMark.need_id, NeedMark.level, NeedMark.note, NeedMark.contact_id).where(
        NeedMark.need_id.in_(needs)
    )
    return sorted((needs.index(row[0]), *row[1:]) for row in session.execute(query))


def test_renewed_goal_takes_over_all_but_the_check_ins(write, read, goal, now):
    due = TODAY + timedelta(days=90)
    new = write(goals.renew, goal, due, TODAY, now)
    old, copy = read(goals.detail, goal), read(goals.detail, new)
    assert (copy.statement, copy.specific, copy.unit) == ("I want to lead.", "Four people", "weeks")
    assert (copy.start_value, copy.current_value, copy.target_value) == (7.0, None, 12.0)
    assert (copy.due_on, copy.status, copy.closing_note) == (due, "active", "")
    assert [row.text for row in copy.obstacles] == ["Nobody sees me lead", "I take work back"]
    assert [(n.text, n.difference, n.kind, n.must) for n in copy.needs] == [
        ("A sponsor", "", "network", False),
        ("To delegate", "Calm", "skill", True),
    ]
    assert copy.needs[0].obstacle_id is None
    assert copy.needs[1].obstacle_id == copy.obstacles[1].id
    assert {row.id for row in copy.needs}.isdisjoint(row.id for row in old.needs)
    assert {row.id for row in copy.obstacles}.isdisjoint(row.id for row in old.obstacles)
    assert copy.mentors == old.mentors
    assert copy.descriptions == old.descriptions
    assert read(_marks, new) == read(_marks, goal) != []
    assert read(goals.descriptions_of_needs, new).keys() == {copy.needs[1].id}
    assert len(read(goals.check_ins, goal)) == 2
    assert read(goals.check_ins, new) == []
    assert (old.status, old.closed_on) == ("renewed", TODAY)


def test_renewing_is_one_step_and_undoing_it_gives_every_table_back(db: Database, write, goal, now):
    before = _tables(db)
    write(goals.renew, goal, TODAY + timedelta(days=90), TODAY, now)
    renewed = _tables(db)
    assert renewed != before
    db.undo()
    assert _tables(db) == before
    db.redo()
    assert _tables(db) == renewed


def test_goals_before_and_after_are_linked_both_ways(write, read, goal, now):
    second = write(goals.renew, goal, None, TODAY, now)
    third = write(goals.renew, second, None, TODAY, now)
    assert read(goals.chain, goal).renewed_from is None
    assert [link.id for link in read(goals.chain, goal).continued_as] == [second]
    middle = read(goals.chain, second)
    assert (middle.renewed_from.id, [link.id for link in middle.continued_as]) == (goal, [third])


def test_renewing_a_goal_let_go_leaves_its_ending_as_it_was(write, read, goal, now):
    write(goals.close, goal, "dropped", date(2026, 9, 1), now, "No time")
    write(goals.renew, goal, None, TODAY, now)
    old = read(goals.detail, goal)
    assert (old.status, old.closed_on, old.closing_note) == (
        "dropped", date(2026, 9, 1), "No time",
    )  # fmt: skip


def test_words_on_an_ending_survive_taking_up_and_closing_again(write, read, goal, now):
    write(goals.close, goal, "reached", TODAY, now, "With help")
    write(goals.reopen, goal, now)
    open_again = read(goals.detail, goal)
    assert (open_again.status, open_again.closed_on) == ("active", None)
    write(goals.close, goal, "dropped", TODAY, now)
    assert read(goals.detail, goal).closing_note == "With help"


def test_day_of_an_ending_moves_and_an_open_goal_has_none(write, read, goal, now):
    with pytest.raises(UserError):
        write(goals.move_closing, goal, TODAY, now)
    write(goals.close, goal, "reached", TODAY, now)
    write(goals.move_closing, goal, date(2026, 11, 20), now)
    assert read(goals.detail, goal).closed_on == date(2026, 11, 20)


def test_a_goal_is_closed_in_two_ways_only(write, read, goal, now):
    with pytest.raises(UserError):
        write(goals.close, goal, "renewed", TODAY, now)
    assert read(goals.detail, goal).status == "active"


def test_deleted_goal_comes_back_whole_after_a_restart(folder, now):
    with closing(Database.open(folder, client="window", now=lambda: now)) as db:
        with db.transaction("Add") as session:
            made = factories.add_goal(session)
            _furnish(session, made, now)
        before = _tables(db)
        with db.transaction("Delete") as session:
            goals.delete(session, made)
    with closing(Database.open(folder, client="window", now=lambda: now)) as db:
        assert _tables(db) != before
        db.undo()
        assert _tables(db) == before
