"""The board by fit for the goal it is filtered by: the core's order, after anything."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest

from mentorcrm import core
from mentorcrm.core.cards import STAGES
from mentorcrm.core.errors import UserError
from mentorcrm.gui.board.page import BoardPage
from tests.factories import MONDAY, ZONE, add_candidate, add_contact, add_goal
from tests.gui.boards import names, show

NOTES = ("", "Ran salary talks.", "Likes tea.", "Negotiates contracts for a living.")


@pytest.fixture
def goal(write: Any, now: Any) -> int:
    made = write(add_goal)
    write(core.goals.add_need, made, "Practice for that conversation", now, kind="negotiation")
    return int(made)


@pytest.fixture
def cards(write: Any, goal: int) -> dict[str, int]:
    made = {}
    for name, fields in (
        ("Ada", {}),
        ("Mei", {"tags": ["negotiation"], "notes": "Ran salary talks."}),
        ("Ruth", {"position": "Contract Negotiator"}),
    ):
        contact = write(add_contact, f"{name} Person", **fields)
        made[name] = write(add_candidate, contact, goal_ids=[goal])
    return made


@pytest.fixture
def page(qtbot: Any, app: Any, cards: dict[str, int]) -> Iterator[BoardPage]:
    yield from show(qtbot, app)


def choose_goal(page: BoardPage, goal: int, qtbot: Any) -> None:
    page.filters.goal.menu().aboutToShow.emit()
    page.filters.goal.choose(goal)
    qtbot.waitUntil(lambda: bool(page.fits.found))


def sort_by_fit(page: BoardPage) -> None:
    for column in page.columns:
        column.set_sort("fit")


def test_best_fit_is_offered_with_a_goal_only(page: BoardPage, goal: int, qtbot: Any) -> None:
    column = page.columns.of_stage("identified")
    assert not column._sorts["fit"].isEnabled()
    assert not page.filters.fit.isVisible()
    choose_goal(page, goal, qtbot)
    assert column._sorts["fit"].isEnabled()
    assert page.filters.fit.isVisible()
    sort_by_fit(page)
    assert names(page, "identified") == ["Mei", "Ruth", "Ada"]
    page.filters.clear()
    assert column.is_manual
    assert names(page, "identified") == ["Ada", "Mei", "Ruth"]


def test_only_who_covers_a_must_need(page: BoardPage, goal: int, qtbot: Any) -> None:
    choose_goal(page, goal, qtbot)
    page.filters.fit.choose("covers")
    assert names(page, "identified") == ["Mei"]
    qtbot.waitUntil(lambda: page.filters.result.text() == "1 mentor")
    page.filters.clear()
    assert names(page, "identified") == ["Ada", "Mei", "Ruth"]


def test_filter_follows_the_users_own_marks(
    page: BoardPage, goal: int, cards: Any, write: Any, app: Any, qtbot: Any
) -> None:
    choose_goal(page, goal, qtbot)
    page.filters.fit.choose("covers")
    ada = app.read(core.board.candidate, cards["Ada"]).contact_id
    need = app.read(core.goals.detail, goal).needs[0].id
    write(core.match.set_mark, ada, need, 2, MONDAY)
    qtbot.waitUntil(lambda: names(page, "identified") == ["Ada", "Mei"])
    app.undo()
    qtbot.waitUntil(lambda: names(page, "identified") == ["Mei"])


def test_tool_tip_gives_reasons(page: BoardPage, goal: int, cards: Any, qtbot: Any) -> None:
    from PySide6.QtCore import Qt

    choose_goal(page, goal, qtbot)
    model = page.columns.of_stage("identified").model
    row = model.row_of(cards["Mei"])
    tip = model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "must-needs covered: 1 of 1" in tip
    assert "tag negotiation" in tip


def test_goal_and_fit_are_there_again_after_a_restart(
    page: BoardPage, goal: int, app: Any, qtbot: Any
) -> None:
    choose_goal(page, goal, qtbot)
    sort_by_fit(page)
    page.filters.fit.choose("covers")
    for again in show(qtbot, app):
        qtbot.waitUntil(lambda again=again: names(again, "identified") == ["Mei"])
        assert again.columns.of_stage("identified").model.sort_by == "fit"


class Chaos:
    """Change what fits are made of, at random, with undo and redo."""

    def __init__(self, seed: int, app: Any, goal: int) -> None:
        self.random = random.Random(seed)
        self.app = app
        self.goal = goal
        self.need = app.read(core.goals.detail, goal).needs[0].id

    def step(self) -> None:
        """Do one thing; what is not possible just now is refused and changes nothing."""
        steps = (self.move, self.note, self.mark, self.edit, self.undo, self.undo, self.redo)
        try:
            self.random.choice((*steps, self.add, self.aside, self.tag))()
        except UserError:
            return

    def write(self, operation: Any, *args: Any, **fields: Any) -> Any:
        with self.app.db.transaction("Random") as session:
            return operation(session, *args, **fields)

    def card(self) -> tuple[int, int]:
        everybody = [card for stage in STAGES for card in self.app.read(core.board.keys, stage)]
        if not everybody:
            raise UserError("nobody is left")
        card = self.random.choice(everybody)
        return card, self.app.read(core.board.candidate, card).contact_id

    def move(self) -> None:
        card, _contact = self.card()
        self.write(core.board.move, [card], self.random.choice(STAGES), None, MONDAY, ZONE)

    def note(self) -> None:
        _card, contact = self.card()
        text = self.random.choice(NOTES[1:])
        self.write(core.activities.log, contact, "note", text, MONDAY, MONDAY)

    def mark(self) -> None:
        _card, contact = self.card()
        self.write(core.match.set_mark, contact, self.need, self.random.randrange(3), MONDAY)

    def edit(self) -> None:
        _card, contact = self.card()
        self.write(core.contacts.edit, contact, MONDAY, notes=self.random.choice(NOTES))

    def tag(self) -> None:
        _card, contact = self.card()
        change = self.random.choice((core.tags.add_to, core.tags.remove_from))
        self.write(change, [contact], "negotiation", MONDAY)

    def add(self) -> None:
        contact = self.write(
            add_contact, f"New {self.random.random()}", notes=self.random.choice(NOTES)
        )
        self.write(add_candidate, contact, goal_ids=[self.goal])

    def aside(self) -> None:
        _card, contact = self.card()
        self.write(core.contacts.archive, [contact], MONDAY)

    def undo(self) -> None:
        if self.app.db.undo_label() == "Random":
            self.app.db.undo()

    def redo(self) -> None:
        self.app.db.redo()


@pytest.mark.parametrize("seed", range(4))
def test_board_by_fit_equals_the_core_after_anything(
    page: BoardPage, app: Any, goal: int, qtbot: Any, seed: int
) -> None:
    choose_goal(page, goal, qtbot)
    sort_by_fit(page)
    if seed % 2:
        page.filters.fit.choose("covers")
    chaos = Chaos(seed, app, goal)

    def is_true() -> bool:
        fits = app.read(core.match.fits, goal, app.now(), app.zone())
        for column in page.columns:
            filtered = core.board.BoardFilter(goal_id=goal)
            there = app.read(core.board.keys, column.stage, filtered)
            if seed % 2:
                there = [card for card in there if fits[card].musts_covered]
            if column.model.ids() != core.match.best_first(fits, there):
                return False
        return True

    for _round in range(6):
        for _step in range(5):
            chaos.step()
        qtbot.waitUntil(is_true, timeout=5000)


def test_move_judges_one_person_anew(
    page: BoardPage, app: Any, goal: int, cards: Any, write: Any, qtbot: Any, monkeypatch: Any
) -> None:
    choose_goal(page, goal, qtbot)
    asked: list[Any] = []
    original = core.match.fits

    def spy(*args: Any, **fields: Any) -> Any:
        asked.append(args[-1])
        return original(*args, **fields)

    monkeypatch.setattr(core.match, "fits", spy)
    contact = app.read(core.board.candidate, cards["Ada"]).contact_id
    before = page.fits.found[cards["Ada"]].share
    write(core.board.move, [cards["Ada"]], "accepted", None, MONDAY, ZONE)
    qtbot.waitUntil(lambda: page.fits.found[cards["Ada"]].share > before)
    assert asked == [{contact}]
