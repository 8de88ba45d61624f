"""Measure a drop on the board: from the drop event to the painted columns.

Run ``python -m tests.bench.board_drop [CARDS...]``; each size prints one JSON line with the
milliseconds at the median and at the 95th percentile, and what they consist of.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from mentorcrm import core
from mentorcrm.core.cards import STAGES
from mentorcrm.core.settings import Settings
from mentorcrm.gui import theme
from mentorcrm.gui.app import App
from mentorcrm.gui.board.page import BoardPage
from mentorcrm.gui.notices import Notices

DROPS = 60
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def fill(db: Any, cards: int) -> None:
    """Put ``cards`` invented people on the board, a quarter in each stage."""
    stamp = NOW.strftime("%Y-%m-%dT%H:%M:%SZ")
    with db.long_action("Fill") as action, action.chunk() as session:
        people = action.insert_rows(
            session,
            "contact",
            ("name", "sort_name", "company", "position", "created_at", "updated_at"),
            [
                (f"Ruth Adeyemi {n}", f"ruth adeyemi {n}", f"Company {n % 90}", "CTO", stamp, stamp)
                for n in range(cards)
            ],
        )
        action.insert_rows(
            session,
            "candidate",
            ("contact_id", "stage", "rank", "stage_changed_at", "created_at", "updated_at"),
            [
                (person, STAGES[n % 4], 1024.0 * n, stamp, stamp, stamp)
                for n, person in enumerate(people)
            ],
        )


def open_page(folder: Path, cards: int) -> tuple[App, BoardPage, float]:
    """Return the shown page with ``cards`` cards, and the seconds from open data to painted."""
    db = core.database.Database.open(folder)
    if cards:
        fill(db, cards)
    app = App(Settings.load(folder), Notices())
    app.attach(db)
    begin = time.perf_counter()
    page = BoardPage(app)
    page.resize(1280, 800)
    page.show()
    page.repaint()
    settle()
    return app, page, time.perf_counter() - begin


def settle() -> None:
    """Let everything that is due happen, painting included."""
    QApplication.sendPostedEvents()
    QApplication.instance().processEvents()


class Painted(QObject):
    """Note which of two views were painted."""

    def __init__(self, *views: QWidget) -> None:
        super().__init__()
        self._watched = views
        self.views: set[QObject] = set()
        for view in views:
            view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.views.add(watched)
        return False

    def stop(self) -> None:
        """Stop watching."""
        for view in self._watched:
            view.removeEventFilter(self)


def drop(page: BoardPage, source: int, target: int, row: int) -> tuple[float, float]:
    """Drop a card of one column on another.

    Return the milliseconds until both are painted: of the clock, and of our processor time.
    """
    columns = list(page.columns)
    here, there = columns[source], columns[target]
    data = here.model.mimeData([here.model.index(row, 0)])
    point = there.view.card_rect(2).topLeft() + QPoint(20, 2)
    move, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(there.view.viewport(), QDragEnterEvent(point, move, data, left, none))
    settle()
    event = QDropEvent(QPointF(point), move, data, left, none)
    painted = Painted(here.view.viewport(), there.view.viewport())
    begin, work = time.perf_counter(), time.process_time()
    QApplication.sendEvent(there.view.viewport(), event)
    # Paints all that is to be painted anew in the window, as the next frame would.
    here.view.viewport().repaint()
    taken = 1000 * (time.perf_counter() - begin), 1000 * (time.process_time() - work)
    painted.stop()
    settle()
    assert painted.views == {here.view.viewport(), there.view.viewport()}
    return taken


def measure(cards: int) -> dict[str, float]:
    """Return the figures of a board with ``cards`` cards."""
    with tempfile.TemporaryDirectory() as name:
        app, page, opened = open_page(Path(name), cards)
        times = []
        for number in range(DROPS + 5):
            times.append(drop(page, number % 4, (number + 1) % 4, number % 5))
        clock = sorted(each[0] for each in times[5:])
        work = sorted(each[1] for each in times[5:])
        page.close()
        app.close()
    return {
        "cards": cards,
        "open_to_painted_ms": round(1000 * opened, 1),
        "drop_p50_ms": round(statistics.median(clock), 1),
        "drop_p95_ms": round(clock[int(len(clock) * 0.95)], 1),
        "drop_work_p50_ms": round(statistics.median(work), 1),
        "drop_work_p95_ms": round(work[int(len(work) * 0.95)], 1),
    }


def main() -> None:
    """Measure the sizes given as arguments, else 1,000 and 100,000 cards."""
    qapp = QApplication.instance() or QApplication(["bench"])
    theme.apply(qapp, "light", 1.0)  # type: ignore[arg-type]
    for size in [int(each) for each in sys.argv[1:]] or [1000, 100_000]:
        print(json.dumps(measure(size)))


if __name__ == "__main__":
    main()
