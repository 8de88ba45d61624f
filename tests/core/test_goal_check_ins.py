"""Check-ins: a value, a note or both on a day; the newest tells how far a goal is."""

from __future__ import annotations

import math
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from mentorcrm.core import drafts, goals, job_descriptions
from mentorcrm.core.errors import NotFound, UserError
from tests import factories

TODAY = date(2026, 11, 23)


@pytest.fixture
def goal(write):
    return write(factories.add_goal, target_value=12.0)


def test_check_ins_are_read_oldest_first_with_all_they_hold(write, read, goal, now):
    write(goals.add_check_in, goal, TODAY, now, value=7.0, note="Ran *planning*\n")
    write(goals.add_check_in, goal, TODAY - timedelta(days=9), now, note="Only words")
    write(goals.add_check_in, goal, TODAY, now, value=8.0)
    rows = [(row.happened_on, row.value, row.note) for row in read(goals.check_ins, goal)]
    assert rows == [
        (TODAY - timedelta(days=9), None, "Only words"),
        (TODAY, 7.0, "Ran *planning*\n"),
        (TODAY, 8.0, ""),
    ]


def test_newest_value_tells_how_far_the_goal_is(write, read, goal, now):
    write(goals.add_check_in, goal, TODAY - timedelta(days=1), now, value=7.0)
    write(goals.add_check_in, goal, TODAY, now, note="Only words")
    write(goals.add_check_in, goal, TODAY - timedelta(days=5), now, value=3.0)
    assert read(goals.detail, goal).current_value == 7.0
    newest = read(goals.check_ins, goal)[1]
    write(goals.edit_check_in, newest.id, now, happened_on=TODAY - timedelta(days=30))
    assert read(goals.detail, goal).current_value == 3.0


@pytest.mark.parametrize(
    "fields",
    [{}, {"note": "  "}, {"value": math.nan}, {"value": math.inf}, {"note": "nul \x00"}],
)
def test_what_says_nothing_or_is_no_number_is_refused(write, read, goal, now, fields):
    with pytest.raises(UserError):
        write(goals.add_check_in, goal, TODAY, now, **fields)
    assert read(goals.check_ins, goal) == []


def test_edited_and_deleted_check_ins_come_back_by_undo(db, write, read, goal, now):
    made = write(goals.add_check_in, goal, TODAY, now, value=7.0, note="Before")
    before = read(goals.check_ins, goal)
    write(goals.edit_check_in, made, now, value=None, note="After")
    assert [(row.value, row.note) for row in read(goals.check_ins, goal)] == [(None, "After")]
    write(goals.delete_check_in, made, now)
    assert read(goals.check_ins, goal) == []
    db.undo()
    db.undo()
    assert read(goals.check_ins, goal) == before


def test_a_check_in_that_is_gone_is_said_to_be_gone(write, goal, now):
    with pytest.raises(NotFound):
        write(goals.delete_check_in, 99, now)
    with pytest.raises(NotFound):
        write(goals.edit_check_in, 99, now, note="Nobody's")
    with pytest.raises(NotFound):
        write(goals.add_check_in, 99, TODAY, now, value=1.0)


def test_what_was_half_typed_does_not_pass_to_a_new_record_of_the_same_id(write, read, goal, now):
    adding: dict[str, Any] = {
        "goal": (factories.add_goal,),
        "check_in": (partial(goals.add_check_in, value=7.0), goal, TODAY, now),
        "obstacle": (goals.add_obstacle, goal, "I freeze", now),
        "need": (goals.add_need, goal, "Practice", now),
        "job_description": (job_descriptions.add, "Somebody who led", now),
    }
    first = {kind: write(*adding[kind]) for kind in adding if kind != "goal"} | {"goal": goal}
    for kind, record in first.items():
        write(drafts.save, kind, record, "text", "Half", now)
    write(goals.delete, goal)
    write(job_descriptions.delete, first["job_description"])
    assert {kind: write(*adding[kind]) for kind in adding} == first
    for kind, record in first.items():
        assert read(drafts.of_record, kind, record) == {}


def test_check_ins_of_a_deleted_goal_come_back_with_it(db, write, read, goal, now):
    write(goals.add_check_in, goal, TODAY, now, value=7.0)
    before = read(goals.check_ins, goal)
    write(goals.delete, goal)
    assert read(goals.check_ins, goal) == []
    db.undo()
    assert read(goals.check_ins, goal) == before
