"""Scrolling People at 100,000, one edit to its durable commit, and a window at rest."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mentorcrm import core
from mentorcrm.core import driver
from mentorcrm.core.settings import Settings
from tests.bench.figures import Figure, at_95
from tests.factories import MONDAY

pytestmark = pytest.mark.bench
FRAMES = 150
EDITS = 100
Folder = Callable[[int, int], Path]
Note = Callable[[Figure], None]


def test_scroll_frames_of_100000_people(
    filled: Folder, themed: Any, qtbot: Any, note: Note
) -> None:
    from mentorcrm.gui.app import App
    from mentorcrm.gui.contacts.page import PeoplePage
    from mentorcrm.gui.notices import Notices

    folder = filled(100_000, 500)
    app = App(Settings.load(folder), Notices(), clock=lambda: MONDAY)
    app.attach(core.database.Database.open(folder))
    page = PeoplePage(app)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    with qtbot.waitExposed(page):
        page.show()
    bar = page.table.verticalScrollBar()
    frames = []
    for frame in range(FRAMES):
        begin = time.perf_counter()
        bar.setValue(frame * bar.maximum() // FRAMES)
        page.table.viewport().repaint()
        frames.append(1000 * (time.perf_counter() - begin))
    note(Figure("scroll frame of 100,000 people p95, to far rows", at_95(frames), "ms", "<= 25 ms"))
    page.close()
    app.close()


def test_edit_to_durable_commit(filled: Folder, tmp_path: Path, note: Note) -> None:
    db = core.database.Database.open(filled(10_000, 500), now=lambda: MONDAY)
    raw_path = tmp_path / "raw.db"
    driver.create_file(raw_path)
    raw = driver.connect(raw_path)
    raw.execute("CREATE TABLE contact (id INTEGER PRIMARY KEY, notes)")
    raw.execute("INSERT INTO contact (notes) VALUES ('')")
    with db.read() as session:
        person = core.contacts.keys(session)[0]
    floor, ours = [], []
    for number in range(EDITS):
        begin = time.perf_counter()
        raw.execute("UPDATE contact SET notes = ? WHERE id = 1", (f"Note {number}",))
        between = time.perf_counter()
        with db.transaction("Edit notes") as session:
            core.contacts.edit(session, person, MONDAY, notes=f"Note {number}")
        end = time.perf_counter()
        floor.append(1000 * (between - begin))
        ours.append(1000 * (end - between))
    raw.close()
    db.close()
    work = "one edit to durable commit p95, journaled and indexed"
    note(Figure(work, at_95(ours), "ms", "<= 3 ms", at_95(floor)))


IDLE = """
import os, sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from mentorcrm.gui import main
def begin():
    spent = time.process_time()
    QTimer.singleShot(10_000, lambda: said(time.process_time() - spent))
def said(spent):
    print(6000 * spent, flush=True)
    os._exit(0)
class Watched(main.MainWindow):
    def __init__(self, *args):
        super().__init__(*args)
        self.app.ready.connect(lambda: QTimer.singleShot(5000, begin))
main.MainWindow = Watched
main.run_window(Path(sys.argv[1]))
"""
BARE = """
import os, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([]); window = QMainWindow(); window.resize(1280, 800); window.show()
def begin():
    spent = time.process_time()
    QTimer.singleShot(10_000, lambda: said(time.process_time() - spent))
def said(spent):
    print(6000 * spent, flush=True)
    os._exit(0)
QTimer.singleShot(2000, begin); app.exec()
"""


def test_cpu_of_a_window_at_rest(filled: Folder, screen: dict[str, str], note: Note) -> None:
    def per_minute(code: str) -> float:
        command = [sys.executable, "-c", code, str(filled(10_000, 500))]
        root = Path(__file__).parents[2]
        return float(subprocess.check_output(command, env=screen, cwd=root))

    note(
        Figure(
            "CPU of a window at rest, a minute (floor: bare window)",
            per_minute(IDLE),
            "ms",
            "<= 10 ms",
            per_minute(BARE),
        )
    )
