"""Opening the board and dropping a card on it, at every size, beside bare tables."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.bench.figures import Figure, at_95

pytestmark = pytest.mark.bench
DROPS = 60


@pytest.mark.parametrize(
    ("cards", "goal"), [(1_000, "<= 120 ms"), (10_000, "<= 150 ms"), (100_000, "<= 250 ms")]
)
def test_board(
    themed: Any, tmp_path: Path, note: Callable[[Figure], None], cards: int, goal: str
) -> None:
    from tests.bench import board_drop
    from tests.bench.board_floor import Board

    app, page, opened = board_drop.open_page(tmp_path / "ours", cards)
    bare = Board(cards, tmp_path / "floor.db")
    bare.resize(1280, 800)
    bare.show()
    board_drop.settle()
    floor, ours = [], []
    for number in range(DROPS + 5):
        where = (number % 4, (number + 1) % 4, number % 5)
        floor.append(bare.drop(*where))
        ours.append(board_drop.drop(page, *where)[0])
    note(Figure(f"board open to painted, {cards:,} cards", 1000 * opened, "ms", goal))
    work = f"drop to painted p95, {cards:,} cards, committed"
    note(Figure(work, at_95(ours[5:]), "ms", "<= 16 ms", at_95(floor[5:])))
    bare.close()
    bare.connection.close()
    page.close()
    app.close()
