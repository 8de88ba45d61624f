"""Cycles that hold widgets are taken apart on the thread of the window, whoever allocates."""

from __future__ import annotations

import gc
import threading

from PySide6.QtWidgets import QWidget


class Cycle:
    """Hold a widget, and itself; remember where it was taken apart."""

    died_on: threading.Thread | None = None

    def __init__(self) -> None:
        self.widget = QWidget()
        self.itself = self

    def __del__(self) -> None:
        Cycle.died_on = threading.current_thread()


def _allocate(_progress: object) -> int:
    kept = [[number] for number in range(200_000)]
    return len(kept)


def test_work_on_a_thread_never_takes_widgets_apart(app, qtbot):
    Cycle.died_on = None
    Cycle()
    done: list[int] = []
    app.run("Count", _allocate, done.append)
    qtbot.waitUntil(lambda: bool(done) and not app.tasks.active)
    assert Cycle.died_on in (None, threading.main_thread())
    gc.collect()
    assert Cycle.died_on is threading.main_thread()


def test_closed_program_searches_by_itself_again(app):
    assert not gc.isenabled()
    app.close()
    assert gc.isenabled()
