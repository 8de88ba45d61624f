"""A text saved again and again while it is typed is one step."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from mentorcrm.core import goals


@pytest.fixture
def goal(db, now):
    with db.transaction("Add goal") as session:
        return goals.add(session, "Lead a product team", now)


@pytest.fixture
def saved(db):
    """Return the ids of the steps in the order in which they were made."""
    steps = []
    db.on_commit(lambda changes: steps.append(changes.action_id))
    return steps


def _save(db, goal, now, words, go_on=None, label="Edit goal", **fields):
    with db.transaction(label, go_on=go_on) as session:
        goals.edit(session, goal, now, **(fields or {"specific": words}))


def _specific(db, goal):
    with db.read() as session:
        return goals.detail(session, goal).specific


def _journal_size(db):
    with db.read() as session:
        return session.execute(text("SELECT count(*) FROM journal")).scalar_one()


def test_savings_that_go_on_are_undone_and_redone_as_one(db, goal, now, saved):
    _save(db, goal, now, "L")
    for words in ("Le", "Lea", "Lead."):
        _save(db, goal, now, words, go_on=saved[-1])
    assert len(set(saved)) == 1
    assert db.undo() == "Edit goal"
    assert _specific(db, goal) == ""
    assert db.redo() == "Edit goal"
    assert _specific(db, goal) == "Lead."
    db.undo()
    assert db.undo() == "Add goal"


def test_a_hundred_savings_keep_one_before_image(db, goal, now, saved):
    _save(db, goal, now, "x")
    size = _journal_size(db)
    for number in range(100):
        _save(db, goal, now, f"x{number}", go_on=saved[-1])
    assert _journal_size(db) == size


def test_other_columns_saved_in_the_same_step_are_undone_too(db, goal, now, saved):
    _save(db, goal, now, "x")
    _save(db, goal, now, "", go_on=saved[-1], unit="teams")
    db.undo()
    with db.read() as session:
        found = goals.detail(session, goal)
    assert (found.specific, found.unit) == ("", "")


def test_a_step_that_was_followed_or_undone_is_not_gone_on_with(db, goal, now, saved):
    _save(db, goal, now, "one")
    first = saved[-1]
    _save(db, goal, now, "", label="Other", unit="teams")
    _save(db, goal, now, "two", go_on=first, label="Later")
    assert db.undo() == "Later"
    assert _specific(db, goal) == "one"
    _save(db, goal, now, "three", go_on=saved[-2], label="After undo")
    assert db.undo() == "After undo"
    assert _specific(db, goal) == "one"


def test_what_the_program_writes_between_does_not_end_the_step(db, goal, now, saved):
    _save(db, goal, now, "one")
    step = saved[-1]
    with db.transaction(None) as session:
        session.execute(text("UPDATE goal SET metric = 'by the program'"))
    _save(db, goal, now, "two", go_on=step)
    db.undo()
    assert _specific(db, goal) == ""


def test_an_unknown_step_begins_a_new_one(db, goal, now):
    _save(db, goal, now, "one", go_on=12345)
    assert db.undo_label() == "Edit goal"
