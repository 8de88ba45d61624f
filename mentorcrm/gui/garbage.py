"""The search for cycles, on the thread of the window only.

Python searches for cycles in whatever thread happens to allocate. When that is a worker, a
dialog that nobody holds any more is taken apart there, and Qt's objects must die on the
thread they live on: the program crashed in an animation of a progress bar. So the search is
switched off, and run here when there is something to find.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer

EVERY_MS = 60_000
_YOUNG = 10_000
"""Objects made and not freed since the last search, before a search is worth it."""


class Garbage(QObject):
    """Search for cycles once a minute and after long work; never in another thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.collect_all)
        self._timer.start()

    def settle(self) -> None:
        """Leave what is there now out of every search: libraries do not become garbage."""
        gc.freeze()

    def collect(self) -> None:
        """Search what is new if there is much of it: a few milliseconds after long work."""
        if gc.get_count()[0] > _YOUNG:
            gc.collect(0)

    def collect_all(self) -> None:
        """Search everything if there is anything new to speak of."""
        if gc.get_count()[0] > _YOUNG or gc.get_count()[1]:
            gc.collect()

    def stop(self) -> None:
        """Let Python search by itself again, as in a program without a window."""
        self._timer.stop()
        gc.enable()
