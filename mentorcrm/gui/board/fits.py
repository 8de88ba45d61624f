"""How the cards fit the goal that the board is filtered by, found on a worker."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from mentorcrm import core
from mentorcrm.core.errors import NotFound, UserError
from mentorcrm.core.i18n import _
from mentorcrm.gui.app import App

if TYPE_CHECKING:
    from mentorcrm.core.changes import Changes
    from mentorcrm.core.match import Fit
    from mentorcrm.core.progress import Progress

_SETTLE_MS = 30
_Rows = Mapping[str, frozenset[int] | None]
"""Changed ids by table; None for too many to name."""


class Fits(QObject):
    """Know the fit of each card for one goal; after a change only of whom it was about."""

    changed = Signal(object)
    """Ids of the cards whose fit is another."""

    def __init__(self, app: App, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._goal: int | None = None
        self._turn = 0
        self._touched: _Rows = {}
        self._asked: _Rows = {}
        """What the question that is being answered is about."""
        self._whole = False
        self.found: dict[int, Fit] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SETTLE_MS)
        self._soon.timeout.connect(self._ask)
        app.changed.connect(self._hear)

    @property
    def goal_id(self) -> int | None:
        """Return the goal that the cards are judged for."""
        return self._goal

    def judge_for(self, goal_id: int | None) -> None:
        """Judge the cards for another goal, or for none."""
        if goal_id == self._goal:
            return
        self._goal = goal_id
        self._turn += 1
        self._touched, self._asked = {}, {}
        before, self.found = self.found, {}
        if before:
            self.changed.emit(set(before))
        if goal_id is not None:
            self._whole = True
            self._ask()

    def covering(self) -> frozenset[int]:
        """Return the cards of people who cover a must-need well."""
        return frozenset(card for card, fit in self.found.items() if fit.musts_covered)

    def _hear(self, changes: Changes) -> None:
        if self._goal is None or not changes.touches(*core.match.TABLES):
            return
        self._touched = _together(self._touched, changes.tables)
        self._soon.start()

    def _ask(self) -> None:
        if self._goal is None or not self._app.is_ready:
            return
        self._turn += 1
        self._asked, self._touched = _together(self._asked, self._touched), {}
        goal, db, now, zone = self._goal, self._app.db, self._app.now(), self._app.zone()
        touched = None if self._whole else self._asked

        def judge(_progress: Progress) -> tuple[set[int] | None, dict[int, Fit]]:
            with db.read() as session:
                people = None if touched is None else core.match.touched(session, touched)
                return people, core.match.fits(session, goal, now, zone, people)

        self._app.run(_("Comparing"), judge, partial(self._take, self._turn), self._failed)

    def _take(self, turn: int, answer: tuple[set[int] | None, dict[int, Fit]]) -> None:
        """Take an answer over, unless a newer question covers what it was about."""
        if turn != self._turn:
            return
        people, found = answer
        self._asked, self._whole = {}, False
        before = self.found
        if people is None:
            old, self.found = set(before), found
        else:
            old = {card for card, fit in before.items() if fit.contact_id in people}
            self.found = {card: fit for card, fit in before.items() if card not in old} | found
        moved = {card for card in old | found.keys() if before.get(card) != found.get(card)}
        if moved:
            self.changed.emit(moved)

    def _failed(self, error: Exception) -> Any:
        if isinstance(error, UserError) and not isinstance(error, NotFound):
            self._app.notices.error_bar(error.message, error.details)


def _together(one: _Rows, other: _Rows) -> _Rows:
    found = dict(one)
    for table, ids in other.items():
        known = found.get(table, frozenset())
        found[table] = None if ids is None or known is None else known | ids
    return found
