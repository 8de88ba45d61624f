"""Searching 100,000 people with 200,000 notes, beside the raw full-text query."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from mentorcrm import core
from mentorcrm.core.settings import Settings
from tests.bench.figures import Figure, at_95
from tests.factories import MONDAY

if TYPE_CHECKING:
    from mentorcrm.core.database import Database

pytestmark = pytest.mark.bench
TYPED = ("a", "ad", "ada", "m", "mar", "mari", "p", "product", "s", "so", "lead", "z", "xyz")
RAW = "SELECT rowid FROM search_index WHERE search_index MATCH ? ORDER BY rowid DESC LIMIT 50"


@pytest.fixture(scope="module")
def large(filled: Callable[[int, int], Path]) -> Iterator[Database]:
    db = core.database.Database.open(filled(100_000, 500), now=lambda: MONDAY)
    with db.read() as session:
        people = core.contacts.keys(session, "name", False, core.contacts.ContactFilter())
    stamp = "2026-11-01T09:00:00Z"
    words = ("asked about product strategy", "sent thanks", "spoke about hiring and pricing")
    with db.long_action("Notes") as action:
        for start in range(0, 200_000, 2000):
            rows = [
                (people[n % len(people)], "note", stamp, f"{words[n % 3]} {n}", stamp, stamp)
                for n in range(start, start + 2000)
            ]
            columns = ("contact_id", "kind", "happened_at", "body", "created_at", "updated_at")
            with action.chunk() as session:
                action.insert_rows(session, "activity", columns, rows)
    yield db
    db.close()


def _times(search: Callable[[str], object]) -> list[float]:
    taken = []
    for text in TYPED * 9:
        begin = time.perf_counter()
        search(text)
        taken.append(1000 * (time.perf_counter() - begin))
    return taken[len(TYPED) :]


def test_search_query(large: Database, note: Callable[[Figure], None]) -> None:
    with large.raw() as raw, large.read() as session:
        floor = _times(lambda text: raw.execute(RAW, (f'"{text}"*',)).fetchall())
        ours = _times(lambda text: core.search.contact_ids(session, text, 50))
    work = "search query p95, 100,000 contacts + 200,000 notes"
    note(Figure(work, at_95(ours), "ms", "<= 5 ms", at_95(floor)))


def test_search_key_to_painted(
    large: Database, themed: Any, qtbot: Any, note: Callable[[Figure], None]
) -> None:
    from mentorcrm.gui.app import App
    from mentorcrm.gui.contacts.page import PeoplePage
    from mentorcrm.gui.notices import Notices

    app = App(Settings.load(large.folder), Notices(), clock=lambda: MONDAY)
    app.attach(large)
    page = PeoplePage(app)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    with qtbot.waitExposed(page):
        page.show()

    def typed(text: str) -> None:
        page.search(text)
        page.repaint()

    note(Figure("key to painted people p95", at_95(_times(typed)), "ms", "<= 33 ms"))
    app.tasks.stop()
