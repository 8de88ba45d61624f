"""The cards of one stage in order, and what a drag takes from it or drops on it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from mentorcrm import core
from mentorcrm.core.cards import BoardFilter, Card, Key
from mentorcrm.gui.app import App
from mentorcrm.gui.board.card_text import spoken_description, spoken_name, tool_tip
from mentorcrm.gui.record_model import RecordModel

if TYPE_CHECKING:
    from mentorcrm.core.board import Followed
    from mentorcrm.core.match import Fit

Index = QModelIndex | QPersistentModelIndex
Drop = Callable[[list[int], str, int | None], object]

FIT = "fit"
"""The order by fit for the goal that is filtered by; its values are known here, not to SQL."""

MIME = "application/x-mentorcrm-cards"
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole


class ColumnModel(RecordModel):
    """Show the cards of a stage. The page tells it what changed: it asks once for all columns."""

    def __init__(self, app: App, stage: str, drop: Drop, parent: QObject | None = None) -> None:
        super().__init__(app, parent)
        self.stage = stage
        self.sort_by = "manual"
        self.filter = BoardFilter()
        self.fits: Mapping[int, Fit] = {}
        """How cards fit the goal that is filtered by, by id; empty without one."""
        self._drop = drop
        self._followed: Followed | None = None

    # What is shown

    def fetch_keys(self) -> Sequence[Key]:
        keys = self.app.read(core.board.sort_keys, self.stage, self._filter_now(), self.sql_sort)
        return self._by_fit(keys)

    def fetch_keys_of(self, ids: Collection[int]) -> Sequence[Key]:
        if self._followed is not None:
            return self._by_fit(self._followed.keys.get(self.stage, ()))
        return self._by_fit(
            self.app.read(
                core.board.sort_keys, self.stage, self._filter_now(), self.sql_sort, list(ids)
            )
        )

    @property
    def sql_sort(self) -> str:
        """Return the order in which SQL gives the cards."""
        return "manual" if self.sort_by == FIT else self.sort_by

    def _by_fit(self, keys: Sequence[Key]) -> Sequence[Key]:
        """Return the keys with the best fit first, where that is the order; unknown ones last."""
        if self.sort_by != FIT:
            return keys
        return sorted((self._fit_value(card), card) for _place, card in keys)

    def _fit_value(self, card: int) -> float:
        fit = self.fits.get(card)
        return 1.0 if fit is None else -fit.share

    def take_fits(self, fits: Mapping[int, Fit], moved: Collection[int]) -> None:
        """Take over how cards fit; those in ``moved`` fit otherwise than before."""
        self.fits = fits
        if self.sort_by == FIT:
            self.refresh(moved)

    def fetch_rows(self, ids: Sequence[int]) -> Mapping[int, Card]:
        return self.app.read(core.board.cards, ids)

    def _filter_now(self) -> BoardFilter:
        if self.filter.due == "any":
            return self.filter
        return replace(self.filter, now=self.app.now(), zone=self.app.zone())

    def card(self, row: int) -> Card | None:
        """Return the card in ``row``, None while it is not known."""
        card = self.record(row)
        return card if isinstance(card, Card) else None

    def rows_of(self, ids: Sequence[int]) -> list[int]:
        """Return the rows of those cards that are shown, in order."""
        if len(ids) == 1:
            row = self.row_of(ids[0])
            return [] if row is None else [row]
        wanted = set(ids)
        return [row for row, each in enumerate(self._ids) if each in wanted]

    def take(self, followed: Followed) -> None:
        """Take over where the cards of a change are now and what they say."""
        self._followed = followed
        try:
            self.refresh(followed.ids)
        finally:
            self._followed = None

    def _forget_rows_of(self, ids: Iterable[int]) -> None:
        super()._forget_rows_of(ids)
        if self._followed is not None:
            self._stray.update(self._followed.cards)

    def forget_rows(self) -> None:
        """Read the cards anew when they are painted next; their order stays."""
        self._forget_rows()
        self._all_changed()

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if role == _Role.AccessibleTextRole and index.isValid():
            card = self.card(index.row())
            return spoken_name(card, index.row(), self.rowCount()) if card else ""
        return super().data(index, role)

    def cell(self, record: Any, column: int, role: int) -> Any:
        if not isinstance(record, Card):
            return None
        if role == _Role.DisplayRole:
            return record.name
        if role == _Role.ToolTipRole:
            fit = self.fits.get(record.id)
            return tool_tip(record, self.app.now(), self.app.zone(), fit)
        if role == _Role.AccessibleDescriptionRole:
            fit = self.fits.get(record.id)
            return spoken_description(record, self.app.now(), self.app.zone(), fit)
        return None

    # Dragging

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        rows = sorted({index.row() for index in indexes})
        cards = [card for card in map(self.card, rows) if card is not None]
        data = QMimeData()
        content = {"from": os.getpid(), "ids": [self.record_id(row) for row in rows]}
        data.setData(MIME, json.dumps(content).encode())
        data.setText("\n".join(card.name for card in cards))
        return data

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        return bool(dragged_ids(data))

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        ids = dragged_ids(data)
        if ids:
            if row < 0:
                row = parent.row() if parent.isValid() else self.rowCount()
            self._drop(ids, self.stage, self.before_id(row))
        # False, because the cards have moved already: the view they come from must not
        # remove its rows a second time.
        return False

    def before_id(self, row: int) -> int | None:
        """Return the card a drop at ``row`` goes before; None is the end of the column."""
        if self.sort_by != "manual" or row >= self.rowCount():
            return None
        return self.record_id(row)


def dragged_ids(data: QMimeData) -> list[int]:
    """Return the cards that hang at the mouse; none when they come from another program."""
    if not data.hasFormat(MIME):
        return []
    try:
        content = json.loads(bytes(data.data(MIME).data()))
        if content["from"] != os.getpid():
            return []
        return [int(each) for each in content["ids"]]
    except (ValueError, KeyError, TypeError):
        return []
