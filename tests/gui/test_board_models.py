"""The columns' models: true to the query after anything, at a cost that does not grow."""

from __future__ import annotations

import random
from typing import Any

import pytest
from sqlalchemy import event

from mentorcrm import core
from mentorcrm.core.cards import STAGES, BoardFilter
from mentorcrm.core.errors import UserError
from mentorcrm.gui.board.page import BoardPage
from tests.bench.board_drop import drop, fill
from tests.factories import MONDAY, ZONE, add_candidate, add_goal


@pytest.fixture
def page(qtbot: Any, app: Any) -> BoardPage:
    made = BoardPage(app)
    qtbot.addWidget(made)
    return made


def assert_true(page: BoardPage, app: Any) -> None:
    """Compare what each model shows with what the database says."""
    for column in page.columns:
        model = column.model
        wanted = app.read(core.board.keys, column.stage, page.columns.filter_now(), model.sort_by)
        assert model.ids() == wanted
        cards = app.read(core.board.cards, wanted)
        assert [model.record(row) for row in range(model.rowCount())] == [
            cards[each] for each in wanted
        ]


def test_models_keep_qts_rules(page: BoardPage, write: Any, app: Any, qtmodeltester: Any) -> None:
    for name in ("Ada Okafor", "Jonas Lindqvist", "Mei Tanaka"):
        write(add_candidate, name=name)
    for column in page.columns:
        qtmodeltester.check(column.model)
    page.select([1])
    page.move_to("asked")
    app.undo()
    for column in page.columns:
        qtmodeltester.check(column.model)


class Chaos:
    """Do what users, other windows and the clock do, at random."""

    def __init__(self, seed: int, app: Any) -> None:
        self.random = random.Random(seed)
        self.app = app
        self.goals = [self._write(add_goal, title) for title in ("Lead", "Publish")]
        self.cards = [self._write(add_candidate, name=f"Person {n}") for n in range(9)]

    def _write(self, operation: Any, *args: Any, **fields: Any) -> Any:
        with self.app.db.transaction("Random") as session:
            return operation(session, *args, **fields)

    def step(self) -> None:
        """Do one thing; what is not possible just now is refused and changes nothing."""
        choices = (self.move, self.move, self.undo, self.redo, self.edit, self.follow, self.add)
        try:
            self.random.choice((*choices, self.remove, self.set_aside, self.goal))()
        except UserError:
            return

    def some(self) -> list[int]:
        return self.random.sample(self.cards, self.random.randint(1, 3))

    def move(self) -> None:
        stage = self.random.choice(STAGES)
        column = self.app.read(core.board.keys, stage)
        before = self.random.choice([None, *column])
        self._write(core.board.move, self.some(), stage, before, MONDAY, ZONE)

    def undo(self) -> None:
        self.app.db.undo()

    def redo(self) -> None:
        self.app.db.redo()

    def edit(self) -> None:
        words = self.random.choice(["Call", "Write", ""])
        self._write(core.board.set_next_step, self.some()[0], words, MONDAY)
        row = self.app.read(core.board.candidate, self.some()[0])
        self._write(core.contacts.edit, row.contact_id, MONDAY, company=words)

    def follow(self) -> None:
        day = MONDAY.replace(day=self.random.randint(1, 28), tzinfo=None)
        local = self.random.choice([None, day])
        self._write(core.reminders.set_follow_up, self.some()[0], local, ZONE, MONDAY)

    def add(self) -> None:
        name = f"Person {self.random.random()}"
        self.cards.append(self._write(add_candidate, name=name))

    def remove(self) -> None:
        self._write(core.board.remove, self.some()[:1])

    def set_aside(self) -> None:
        row = self.app.read(core.board.candidate, self.some()[0])
        if self.random.random() < 0.5:
            self._write(core.contacts.archive, [row.contact_id], MONDAY)
        else:
            self._write(core.contacts.unarchive, [row.contact_id], MONDAY)

    def goal(self) -> None:
        goals = self.random.sample(self.goals, self.random.randint(0, 2))
        self._write(core.board.set_goals, self.some()[0], goals, MONDAY)
        self._write(core.goals.edit, self.goals[0], MONDAY, title=f"Lead {self.random.random()}")


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("sort", ["manual", "due", "name"])
def test_models_equal_the_query_after_anything(
    page: BoardPage, app: Any, seed: int, sort: str
) -> None:
    chaos = Chaos(seed, app)
    for column in page.columns:
        column.set_sort(sort)
    if seed % 2:
        page.filters.goal.set_choices([("Lead", chaos.goals[0])])
        page.filters.goal.choose(chaos.goals[0])
    for _step in range(30):
        chaos.step()
        assert_true(page, app)


def test_a_search_is_followed_when_people_change(
    page: BoardPage, app: Any, write: Any, now: Any
) -> None:
    card = write(add_candidate, name="Ada Okafor")
    page.search("northwind")
    assert page.columns.showing(card) is None
    row = app.read(core.board.candidate, card)
    write(core.contacts.edit, row.contact_id, now, company="Northwind Robotics")
    assert page.columns.showing(card) is not None
    assert page.columns.filter_now() == BoardFilter(
        text="northwind", now=app.now(), zone=app.zone()
    )


def _cost(page: BoardPage, app: Any, qtbot: Any) -> tuple[int, int]:
    """Return how many statements and rows a drop takes, all columns painted."""
    page.show()
    qtbot.waitUntil(page.columns.isVisible)
    drop(page, 0, 1, 1)
    statements, rows = [0], [0]
    engine = app.read(lambda session: session.get_bind())

    def note(*_event: Any) -> None:
        statements[0] += 1

    read = type(page.columns.current.model).fetch_rows

    def count(model: Any, ids: Any) -> Any:
        rows[0] += len(ids)
        return read(model, ids)

    event.listen(engine, "before_cursor_execute", note)
    try:
        for column in page.columns:
            column.model.fetch_rows = count.__get__(column.model)
        drop(page, 0, 1, 1)
    finally:
        event.remove(engine, "before_cursor_execute", note)
        for column in page.columns:
            del column.model.fetch_rows
    return statements[0], rows[0]


def test_a_drop_costs_the_same_on_a_small_and_a_large_board(
    page: BoardPage, app: Any, qtbot: Any
) -> None:
    page.resize(1000, 600)
    fill(app.db, 400)
    small = _cost(page, app, qtbot)
    fill(app.db, 20_000)
    large = _cost(page, app, qtbot)
    assert small[0] > 0
    assert large[0] <= small[0] + 2
    assert large[1] <= 200
