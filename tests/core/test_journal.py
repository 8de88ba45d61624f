"""The journal gives back every table as it was, whatever was written and however."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from mentorcrm import core
from mentorcrm.core.changes import Changes
from mentorcrm.core.database import Database
from mentorcrm.core.errors import UserError
from mentorcrm.core.schema import (
    Activity,
    Candidate,
    Channel,
    Contact,
    ContactTag,
    Goal,
    Obstacle,
    Tag,
)
from mentorcrm.core.triggers import journaled_tables
from tests.factories import MONDAY, ZONE, add_candidate, add_contact, add_goal

Dump = dict[str, list[tuple[Any, ...]]]


def dump(db: Database) -> Dump:
    """Return every journaled table and what search finds, row by row."""
    with db.read() as session:
        tables = {
            table.name: [tuple(row) for row in session.execute(select(table).order_by(table.c.id))]
            for table in journaled_tables()
        }
        index = text("SELECT rowid, contact_id, body FROM search_index ORDER BY rowid")
        tables["search_index"] = [tuple(row) for row in session.execute(index)]
    return tables


def _ids(session: Session, entity: Any) -> list[int]:
    return list(session.scalars(select(entity.id)))


def _person(session: Session, dice: random.Random) -> None:
    add_contact(session, f"Person {dice.random()}", emails=[f"p{dice.random()}@example.org"])


def _card(session: Session, dice: random.Random) -> None:
    free = set(_ids(session, Contact)) - set(session.scalars(select(Candidate.contact_id)))
    if free:
        add_candidate(session, dice.choice(sorted(free)))


def _note(session: Session, dice: random.Random) -> None:
    if people := _ids(session, Contact):
        core.activities.log(
            session, dice.choice(people), "note", f'it\'s "{dice.random()}" ☃\n', MONDAY, MONDAY
        )


def _real_numbers(session: Session, dice: random.Random) -> None:
    add_goal(session, f"Goal {dice.random()}")
    value = dice.random() * 10.0 ** dice.randint(-12, 12)
    session.execute(update(Goal).values(target_value=value, start_value=None))


def _bulk_update(session: Session, dice: random.Random) -> None:
    session.execute(update(Contact).values(company=Contact.company + str(dice.randint(0, 9))))


def _cascade(session: Session, dice: random.Random) -> None:
    if people := _ids(session, Contact):
        session.execute(delete(Contact).where(Contact.id == dice.choice(people)))


def _raw(session: Session, dice: random.Random) -> None:
    session.execute(text("UPDATE candidate SET next_step = next_step || 'x', rank = rank * 1.1"))


def _replace(session: Session, dice: random.Random) -> None:
    folded = f"tag{dice.randint(0, 3)}"
    session.execute(
        text("INSERT OR REPLACE INTO tag (name, folded) VALUES (:name, :folded)"),
        {"name": f"{folded} {dice.random()}", "folded": folded},
    )


def _tagging(session: Session, dice: random.Random) -> None:
    people, tags = _ids(session, Contact), _ids(session, Tag)
    if people and tags:
        row = {"contact_id": dice.choice(people), "tag_id": dice.choice(tags)}
        session.execute(insert(ContactTag).prefix_with("OR IGNORE").values(row))


def _move(session: Session, dice: random.Random) -> None:
    if cards := _ids(session, Candidate):
        some = dice.sample(cards, min(len(cards), dice.randint(1, 3)))
        stage = dice.choice(("identified", "asked", "accepted", "declined"))
        core.board.move(session, some, stage, None, MONDAY, ZONE)


WRITES: tuple[Callable[[Session, random.Random], None], ...] = (
    _person,
    _person,
    _card,
    _note,
    _real_numbers,
    _bulk_update,
    _cascade,
    _raw,
    _replace,
    _tagging,
    _move,
)


def _random_steps(db: Database, seed: int, count: int) -> list[Dump]:
    """Write ``count`` random steps; return how the data looked before and after each."""
    dice = random.Random(seed)
    states = [dump(db)]
    for number in range(count):
        with db.transaction(f"Step {number}") as session:
            for _ in range(dice.randint(1, 5)):
                dice.choice(WRITES)(session, dice)
                session.flush()
        if db.undo_label() == f"Step {number}":  # else it changed nothing and is no step
            states.append(dump(db))
    return states


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(seed=st.integers(0, 2**32))
def test_random_steps_undone_and_redone_give_every_state_again(
    seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("journal")
    db = Database.open(folder, now=lambda: MONDAY)
    states = _random_steps(db, seed, 12)
    for state in reversed(states[:-1]):
        db.undo()
        assert dump(db) == state
    db.close()
    db = Database.open(folder, now=lambda: MONDAY)
    for state in states[1:]:
        db.redo()
        assert dump(db) == state
    db.close()


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(20))
def test_long_random_histories_undone_and_redone_give_every_state_again(
    seed: int, db: Database
) -> None:
    states = _random_steps(db, seed, 150)
    for state in reversed(states[:-1]):
        db.undo()
        assert dump(db) == state
    for state in states[1:]:
        db.redo()
        assert dump(db) == state


def _import(db: Database, count: int) -> None:
    columns = ("name", "sort_name", "created_at", "updated_at")
    moment = "2026-11-23T09:00:00Z"
    with db.long_action("Import a file") as action:
        for start in range(0, count, 500):
            rows = [(f"P {n}", f"p {n}", moment, moment) for n in range(start, start + 500)]
            with action.chunk() as session:
                ids = action.insert_rows(session, "contact", columns, rows)
                mails = [(i, "email", f"p{i}@example.org", f"p{i}@example.org") for i in ids]
                names = ("contact_id", "kind", "value", "folded")
                action.insert_rows(session, "channel", names, mails)


def test_import_of_5000_is_one_step_and_its_deletion_another(db: Database) -> None:
    empty = dump(db)
    _import(db, 5000)
    full = dump(db)
    with db.transaction("Delete everybody") as session:
        session.execute(delete(Contact))
    assert dump(db) == empty
    db.undo()
    assert dump(db) == full
    db.undo()
    assert dump(db) == empty
    db.redo()
    assert dump(db) == full
    assert db.undo_label() == "Import a file"
    assert len(full["contact"]) == len(full["channel"]) == 5000


def test_failed_import_leaves_nothing_behind(db: Database) -> None:
    before = dump(db)

    def failing() -> None:
        with db.long_action("Import a file") as action:
            for n in range(3):
                with action.chunk() as session:
                    add_contact(session, f"Person {n}", emails=["a@example.org"])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        failing()
    assert dump(db) == before
    assert db.undo_label() is None


def test_second_long_action_is_refused_while_one_runs(db: Database) -> None:
    with db.long_action("One") as action, action.chunk() as session:
        add_contact(session)
    with db.long_action("One"), pytest.raises(UserError), db.long_action("Two"):
        pass


DYING = """
import sys
from pathlib import Path
from mentorcrm.core.database import Database
from tests.factories import add_contact
db = Database.open(Path(sys.argv[1]))
with db.long_action("Import a file") as action:
    with action.chunk() as session:
        add_contact(session)
    print("half done", flush=True)
    sys.stdin.read()
"""


def test_import_whose_process_was_killed_is_taken_back_at_the_next_start(folder: Path) -> None:
    command = [sys.executable, "-c", DYING, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"half done\n"
        beside = Database.open(folder, now=lambda: MONDAY)
        assert len(dump(beside)["contact"]) == 1, "a running import is left alone"
        child.kill()
        child.wait()
    beside.close()
    again = Database.open(folder, now=lambda: MONDAY)
    assert dump(again)["contact"] == []
    assert again.undo_label() is None
    again.close()


def test_step_changed_since_by_another_client_is_refused_whole(
    db: Database, folder: Path, write: Any
) -> None:
    contact = write(add_contact)
    with db.transaction("Move the company") as session:
        core.contacts.edit(session, contact, MONDAY, company="Solace", location="Lagos")
    other = Database.open(folder, client="cli", now=lambda: MONDAY)
    with other.transaction("Rename the company") as session:
        core.contacts.edit(session, contact, MONDAY, company="Lumen")
    state = dump(db)
    with pytest.raises(UserError, match="Move the company"):
        db.undo()
    assert dump(db) == state
    assert other.undo() == "Rename the company"
    other.close()


def test_different_fields_of_one_row_are_undone_apart(db: Database, write: Any) -> None:
    goal = write(add_goal)
    with db.transaction("Change why") as session:
        session.execute(update(Goal).where(Goal.id == goal).values(relevant="Because"))
    other = Database.open(db.folder, client="cli", now=lambda: MONDAY)
    with other.transaction("Change how") as session:
        session.execute(update(Goal).where(Goal.id == goal).values(achievable="Weekly"))
    assert db.undo() == "Change why"
    row = dump(db)["goal"][0]
    assert "Weekly" in row
    assert "Because" not in row
    other.close()


def test_step_on_which_later_rows_hang_is_refused(db: Database, write: Any) -> None:
    goal = write(add_goal)
    other = Database.open(db.folder, client="cli", now=lambda: MONDAY)
    with other.transaction("Add an obstacle") as session:
        session.add(Obstacle(goal_id=goal, text="No time"))
    state = dump(db)
    with pytest.raises(UserError):
        db.undo()
    assert dump(db) == state
    other.close()


def test_new_step_ends_redo(db: Database, write: Any) -> None:
    write(add_contact, "Ada Okafor")
    db.undo()
    assert db.redo_label() == "Test"
    write(add_contact, "Mei Tanaka")
    assert db.redo_label() is None
    assert db.redo() is None


def test_programs_own_writes_are_no_steps_but_reach_the_views(db: Database) -> None:
    heard: list[Changes] = []
    db.on_commit(heard.append)
    with db.transaction(None) as session:
        contact = add_contact(session)
    assert db.undo_label() is None
    assert heard[0].kind == "system"
    assert heard[0].ids("contact") == {contact}


def test_drafts_are_outside_the_journal(db: Database) -> None:
    heard: list[Changes] = []
    db.on_commit(heard.append)
    with db.transaction(None) as session:
        core.drafts.save(session, "goal", 1, "title", "Lead a", MONDAY)
    assert heard == []
    with db.read() as session:
        assert core.drafts.text_of(session, "goal", 1, "title") == "Lead a"
        assert session.scalar(text("SELECT count(*) FROM journal")) == 0


def test_step_that_changes_nothing_is_no_step(db: Database, write: Any) -> None:
    write(add_contact)
    with db.transaction("Nothing") as session:
        session.execute(update(Contact).values(company=Contact.company))
    assert db.undo_label() == "Test"


def test_write_outside_a_step_is_impossible(db: Database) -> None:
    with pytest.raises(IntegrityError), db.read() as session:
        session.execute(insert(Tag).values(name="x", folded="x"))


def test_changes_of_another_process_are_heard_and_named(db: Database, folder: Path) -> None:
    heard: list[Changes] = []
    db.on_commit(heard.append)
    assert db.poll_outside() is None
    other = Database.open(folder, client="cli", now=lambda: MONDAY)
    with other.transaction("Add a person") as session:
        contact = add_contact(session)
    other.close()
    found = db.poll_outside()
    assert found is not None
    assert found.kind == "outside"
    assert found.ids("contact") == {contact}
    assert heard == [found]
    assert db.poll_outside() is None


def test_erased_person_leaves_no_text_in_any_file(db: Database, write: Any) -> None:
    marker = "Zanzibarquux"
    contact = write(add_contact, f"{marker} Okafor", emails=[f"{marker}@example.org"])
    write(core.activities.log, contact, "note", f"About {marker}", MONDAY, MONDAY)
    write(core.contacts.edit, contact, MONDAY, company=f"{marker} Ltd", name="Ada Okafor")
    write(core.contacts.set_channels, contact, "email", [], MONDAY)
    with db.transaction(None) as session:
        db.erase(session, "contact", [contact])
    db.forget()
    db.close()
    found = {
        file.name: file.read_bytes().lower().count(marker.lower().encode())
        for file in db.folder.iterdir()
        if file.is_file()
    }
    assert found["mentorcrm.db"] == 0
    assert sum(found.values()) == 0


def test_search_index_equals_its_sources_after_random_steps(db: Database) -> None:
    _random_steps(db, seed=7, count=25)
    with db.read() as session:
        indexed = {row[0] for row in session.execute(text("SELECT rowid FROM search_index"))}
        expected = {i * 8 for i in _ids(session, Contact)}
        expected |= {i * 8 + 1 for i in _ids(session, Channel)}
        notes = select(Activity.id).where(Activity.kind != "stage_move")
        expected |= {i * 8 + 2 for i in session.scalars(notes)}
        expected |= {i * 8 + 3 for i in _ids(session, ContactTag)}
    assert indexed == expected
