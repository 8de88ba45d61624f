"""Two clients write, undo and redo in turns: no step takes away what another one did."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, example, given, settings, strategies as st
from sqlalchemy import delete, select, update

from mentorcrm.core.changes import Changes
from mentorcrm.core.database import Database
from mentorcrm.core.errors import Cancelled, UserError
from mentorcrm.core.schema import Goal, Obstacle, Tag
from tests.factories import MONDAY, add_goal

CLIENTS = ("window", "cli")
FIELDS = ("title", "relevant")
Cell = tuple[int, str]
State = dict[Cell, str]


@dataclass
class _Step:
    before: State
    """What the cells it wrote held; a missing row is an empty dictionary of cells."""
    cells: frozenset[Cell]
    stacks: dict[Cell, tuple[int, ...]] = field(default_factory=dict)
    """The steps in force on each of its cells when it was undone."""


class _Truth:
    """What must hold: each cell shows the step in force that wrote it last."""

    def __init__(self) -> None:
        self.stacks: dict[Cell, list[int]] = {}
        self.steps: list[_Step] = []

    def did(self, before: State, after: State) -> int:
        cells = frozenset(
            cell for cell in before.keys() | after.keys() if before.get(cell) != after.get(cell)
        )
        self.steps.append(_Step(before, cells))
        number = len(self.steps) - 1
        for cell in cells:
            self.stacks.setdefault(cell, []).append(number)
        return number

    def undid(self, number: int) -> None:
        for cell in self.steps[number].cells:
            assert self.stacks[cell].pop() == number, "a later step in force was undone with it"
            self.steps[number].stacks[cell] = tuple(self.stacks[cell])

    def redid(self, number: int) -> None:
        step = self.steps[number]
        for cell in step.cells:
            assert tuple(self.stacks[cell]) == step.stacks[cell], "redone over another state"
            self.stacks[cell].append(number)


def _state(db: Database) -> State:
    with db.read() as session:
        return {
            (goal.id, name): getattr(goal, name)
            for goal in session.scalars(select(Goal))
            for name in FIELDS
        }


def _write(db: Database, number: int, what: str, goal: int, name: str) -> None:
    with db.transaction(f"Step {number}") as session:
        if what == "edit":
            session.execute(update(Goal).where(Goal.id == goal).values({name: f"v{number}"}))
        elif what == "delete":
            session.execute(delete(Goal).where(Goal.id == goal))
        else:
            add_goal(session, f"v{number}", relevant=f"w{number}")


def _in_turns(text: str) -> list[tuple[str, str, int, str]]:
    words = [move.split() for move in text.split(", ")]
    return [(client, what, 1, "title") for client, what in words]


MOVES = st.tuples(
    st.sampled_from(CLIENTS),
    st.sampled_from(("edit", "edit", "delete", "add", "undo", "undo", "redo", "redo")),
    st.integers(1, 3),
    st.sampled_from(FIELDS),
)


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@example(moves=_in_turns("cli edit, window edit, window undo, cli undo, window redo"))
@example(moves=_in_turns("cli edit, window edit, window undo, cli undo, cli redo, window redo"))
@example(moves=_in_turns("window edit, cli edit, cli undo, window undo, cli redo, window redo"))
@example(moves=_in_turns("cli edit, cli undo, window edit, window undo, cli redo, window redo"))
@example(moves=_in_turns("window delete, cli add, window undo, cli undo, window redo"))
@example(moves=_in_turns("window add, window undo, cli add, window redo, cli undo, window redo"))
@given(moves=st.lists(MOVES, min_size=4, max_size=30))
def test_two_clients_in_turns_never_take_away_each_others_steps(
    moves: list[tuple[str, str, int, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("clients")
    clients = {name: Database.open(folder, client=name, now=lambda: MONDAY) for name in CLIENTS}
    truth, labels = _Truth(), dict[str, int]()
    with clients["window"].transaction(None) as session:
        add_goal(session, "first")
        add_goal(session, "second")
    for count, (client, what, goal, name) in enumerate(moves):
        db, before = clients[client], _state(clients[client])
        if what in ("undo", "redo"):
            try:
                label = db.undo() if what == "undo" else db.redo()
            except UserError:
                assert _state(db) == before, "a refused step changed something"
                continue
            if label is not None:
                (truth.undid if what == "undo" else truth.redid)(labels[label])
        else:
            _write(db, count, what, goal, name)
            if _state(db) != before:
                labels[f"Step {count}"] = truth.did(before, _state(db))
    for db in clients.values():
        db.close()


@pytest.fixture
def other(db: Database) -> Iterator[Database]:
    opened = Database.open(db.folder, client="cli", now=lambda: MONDAY)
    yield opened
    opened.close()


def test_undo_that_needs_a_row_deleted_since_is_refused(db: Database, other: Database) -> None:
    with db.transaction(None) as session:
        goal = add_goal(session)
        session.add(Obstacle(goal_id=goal, text="No time"))
    with db.transaction("Remove the obstacle") as session:
        session.execute(delete(Obstacle))
    with other.transaction("Delete the goal") as session:
        session.execute(delete(Goal))
    with pytest.raises(UserError, match="Remove the obstacle"):
        db.undo()
    assert db.undo_label() is None
    assert other.undo() == "Delete the goal"


def test_undo_that_meets_an_equal_row_made_since_is_refused(db: Database, other: Database) -> None:
    with db.transaction(None) as session:
        session.add(Tag(name="Design", folded="design"))
    with db.transaction("Delete the tag") as session:
        session.execute(delete(Tag))
    with other.transaction("Add two tags") as session:
        session.add(Tag(id=7, name="Design", folded="design"))
    with pytest.raises(UserError, match="Delete the tag"):
        db.undo()
    assert other.undo_label() == "Add two tags"


def test_redo_that_is_refused_says_so_and_leaves_the_others(db: Database, other: Database) -> None:
    with db.transaction(None) as session:
        add_goal(session, "first")
    with db.transaction("Rename the goal") as session:
        session.execute(update(Goal).values(title="second"))
    db.undo()
    with other.transaction("Call it so") as session:
        session.execute(update(Goal).values(title="third"))
    with pytest.raises(UserError, match="can no longer be done again"):
        db.redo()
    assert db.redo_label() is None
    assert other.undo() == "Call it so"


def test_cancelled_import_is_taken_from_the_views_that_saw_it(
    db: Database, other: Database
) -> None:
    heard: list[Changes] = []
    db.on_commit(heard.append)

    def cancelled() -> None:
        with db.long_action("Import a file") as action:
            with action.chunk() as session:
                add_goal(session, "from a file")
            assert other.poll_outside() is not None
            raise Cancelled

    with pytest.raises(Cancelled):
        cancelled()
    assert [changes.kind for changes in heard] == ["system"]
    assert heard[0].touches("goal")
    seen = other.poll_outside()
    assert seen is not None
    assert seen.touches("goal")
    assert db.undo_label() is None
