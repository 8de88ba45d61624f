"""Ask for a match and for suggestions on a worker; only the newest answer counts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from mentorcrm import core
from mentorcrm.core.errors import NotFound, UserError
from mentorcrm.core.i18n import _
from mentorcrm.gui.app import App

if TYPE_CHECKING:
    from mentorcrm.core.progress import Progress
    from mentorcrm.gui.tasks import Task


class Answers(QObject):
    """Know how to ask core about a goal without holding the window up."""

    matched = Signal(object)
    suggested = Signal(object)

    def __init__(self, app: App, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._turn = 0
        self._running: list[Task] = []

    def ask(self, goal_id: int) -> None:
        """Find the match of a goal, then who else might help; forget what was asked before."""
        self._turn += 1
        turn, db, now, zone = self._turn, self._app.db, self._app.now(), self._app.zone()

        def read(operation: Callable[..., Any], _progress: Progress, *args: Any) -> Any:
            with db.read() as session:
                return operation(session, goal_id, now, *args)

        def matching(progress: Progress) -> Any:
            return read(core.match.match, progress, zone)

        def suggesting(progress: Progress) -> Any:
            return read(core.match.suggestions, progress, 10, zone)

        self._run(_("Comparing"), matching, partial(self._tell, turn, self.matched))
        self._run(_("Looking for others"), suggesting, partial(self._tell, turn, self.suggested))

    def _run(
        self, label: str, work: Callable[[Progress], Any], done: Callable[[Any], None]
    ) -> None:
        self._app.run(label, work, done, self._failed)

    def _tell(self, turn: int, signal: Any, answer: Any) -> None:
        if turn == self._turn:
            signal.emit(answer)

    def _failed(self, error: Exception) -> None:
        # The goal went meanwhile, or the window closes: nothing to say. Bugs are reported as such.
        if isinstance(error, UserError) and not isinstance(error, NotFound):
            self._app.notices.error_bar(error.message, error.details)
