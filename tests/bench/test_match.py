"""Suggesting ten of 30,000 people, beside one raw full-text query and its rows."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mentorcrm import core
from tests.bench.figures import Figure, in_pairs
from tests.factories import MONDAY

if TYPE_CHECKING:
    from mentorcrm.core.database import Database

pytestmark = pytest.mark.bench
PEOPLE = 30_000
WORDS = '"delegat"* OR "negotiat"* OR "sponsor"* OR "project"* OR "lead"* OR "introduc"*'
RAW = (
    "SELECT c.* FROM (SELECT contact_id FROM search_index WHERE search_index MATCH ?"
    " ORDER BY rank LIMIT 520) AS s JOIN contact AS c ON c.id = s.contact_id"
)


@pytest.fixture(scope="module")
def large(filled: Callable[[int, int], Path]) -> Iterator[Database]:
    db = core.database.Database.open(filled(PEOPLE, 500), now=lambda: MONDAY)
    yield db
    db.close()


def _took(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - begin)


def test_suggestions_among_30000(large: Database, note: Callable[[Figure], None]) -> None:
    with large.raw() as raw, large.read() as session:
        goal = core.goals.goals(session)[0].id

        def suggest() -> list[core.match.Suggestion]:
            return core.match.suggestions(session, goal, MONDAY)

        assert len(suggest()) == 10
        floor, ours = in_pairs(
            lambda: _took(lambda: raw.execute(RAW, (WORDS,)).fetchall()),
            lambda: _took(suggest),
        )
    note(Figure("ten suggestions among 30,000 people", ours, "ms", "<= 300 ms", floor))


def test_fits_of_a_board_of_500(large: Database, note: Callable[[Figure], None]) -> None:
    with large.read() as session:
        goal = core.goals.goals(session)[0].id
        number = len(core.match.fits(session, goal, MONDAY))
        times = sorted(_took(lambda: core.match.fits(session, goal, MONDAY)) for _turn in range(7))
    note(Figure(f"fits of {number} cards for a goal", times[3], "ms", "<= 300 ms"))
