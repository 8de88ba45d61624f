"""How long until the board is painted, and what the window keeps in memory."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bench.figures import Figure, in_pairs

pytestmark = pytest.mark.bench
HERE = Path(__file__).parent
Folder = Callable[[int, int], Path]
Note = Callable[[Figure], None]


def _start(script: str, argument: Path, environment: dict[str, str]) -> float:
    """Return the milliseconds from starting the process to its word "painted"."""
    environment = {k: v for k, v in environment.items() if k != "PYTHONDONTWRITEBYTECODE"}
    begin = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, str(HERE / script), str(argument)],
        stdout=subprocess.PIPE,
        env=environment,
        cwd=HERE.parents[1],
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"painted\n"
        return 1000 * (time.perf_counter() - begin)


def test_start_to_first_painted_board(filled: Folder, screen: dict[str, str], note: Note) -> None:
    folder = filled(10_000, 500)
    floor, ours = in_pairs(
        lambda: _start("start_floor.py", folder / "mentorcrm.db", screen),
        lambda: _start("start_ours.py", folder, screen),
    )
    work = "start to painted board, 10,000 contacts, 500 cards"
    note(Figure(work, ours, "ms", "<= 1.6 x", floor))
    large = filled(100_000, 500)
    small, big = in_pairs(
        lambda: _start("start_ours.py", folder, screen),
        lambda: _start("start_ours.py", large, screen),
    )
    note(Figure("the same at 100,000 contacts (floor: at 10,000)", big, "ms", "<= 1.15 x", small))
    assert ours > 0


MEMORY = """
import os, sys, threading
from pathlib import Path
from PySide6.QtCore import QTimer
from mentorcrm.gui import main
def said():
    rss = next(l for l in open("/proc/self/status") if l.startswith("VmRSS")).split()[1]
    print(rss, flush=True)
    os._exit(0)
class Watched(main.MainWindow):
    def __init__(self, *args):
        super().__init__(*args)
        self.app.ready.connect(lambda: QTimer.singleShot(2500, said))
main.MainWindow = Watched
main.run_window(Path(sys.argv[1]))
"""
BARE = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([]); window = QMainWindow(); window.resize(1280, 800); window.show()
def said():
    rss = next(l for l in open("/proc/self/status") if l.startswith("VmRSS")).split()[1]
    print(rss, flush=True)
    os._exit(0)
QTimer.singleShot(1000, said); app.exec()
"""


def _memory(code: str, folder: Path, environment: dict[str, str]) -> float:
    command = [sys.executable, "-c", code, str(folder)]
    output = subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, check=True, cwd=HERE.parents[1]
    ).stdout
    return int(output) / 1024


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_memory_of_the_window(filled: Folder, screen: dict[str, str], note: Note) -> None:
    bare = _memory(BARE, HERE, screen)
    for contacts, cards, goal in ((10_000, 500, "<= 120 MB"), (100_000, 100_000, "<= 200 MB")):
        ours = _memory(MEMORY, filled(contacts, cards), screen)
        work = f"memory, {contacts:,} contacts, {cards:,} cards (floor: bare window)"
        note(Figure(work, ours, "MB", goal, bare))
        assert ours > bare
