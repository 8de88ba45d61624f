"""Which cards are selected: in one column at a time, followed wherever they go."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from mentorcrm.core.cards import Card
from mentorcrm.gui.board.column import Column
from mentorcrm.gui.board.columns import Columns

_SETTLE_MS = 40
_LOOKED_AT = 200


class Selection(QObject):
    """Know and change the selected cards, and tell when they have settled."""

    changed = Signal(str, int)
    """The selected card as ("candidate", id); -1 when none or several are."""

    def __init__(self, columns: Columns) -> None:
        super().__init__(columns)
        self._columns = columns
        self._told = -1
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._tell)
        for column in columns:
            model = column.view.selectionModel()
            model.selectionChanged.connect(partial(self._selected_in, column))
            column.view.entered_by_focus.connect(partial(columns.activate, column))
            column.view.side_requested.connect(self.go_sideways)

    def ids(self) -> list[int]:
        """Return the selected cards in order."""
        return self._columns.current.view.selected_ids()

    def cards(self) -> list[Card]:
        """Return what the first of the selected cards say."""
        column = self._columns.current
        found = (column.model.card(row) for row in column.view.selected_rows()[:_LOOKED_AT])
        return [card for card in found if card is not None]

    def select(self, ids: Sequence[int]) -> None:
        """Select these cards where they are now, and go there; they are in one column."""
        column = self._columns.showing(ids[0]) if ids else None
        if column is not None:
            self.select_rows(column, column.model.rows_of(ids))

    def follow(self, stage: str, ids: Sequence[int]) -> None:
        """Select cards that were moved to a stage, unless a filter hides them."""
        column = self._columns.of_stage(stage)
        rows = column.model.rows_of(ids)
        if rows:
            self.select_rows(column, rows)

    def keep(self, ids: Sequence[int]) -> None:
        """Select cards that went elsewhere; the keyboard stays in the pane when it is there."""
        column = self._columns.showing(ids[0])
        if column is not None:
            focus = QApplication.focusWidget()
            here = focus is not None and self._columns.isAncestorOf(focus)
            self.select_rows(column, column.model.rows_of(ids), focus=here)

    def select_rows(self, column: Column, rows: Sequence[int], *, focus: bool = True) -> None:
        """Select cards of one column and show the first of them."""
        selection = QItemSelection()
        for row in rows:
            index = column.model.index(row, 0)
            selection.select(index, index)
        flags = QItemSelectionModel.SelectionFlag
        model = column.view.selectionModel()
        model.setCurrentIndex(column.model.index(rows[0], 0), flags.NoUpdate)
        model.select(selection, flags.ClearAndSelect | flags.Rows)
        column.view.scrollTo(column.model.index(rows[0], 0))
        self._columns.activate(column)
        if focus:
            column.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_sideways(self, step: int) -> None:
        """Go to the card at the same height in the next column on that side."""
        here, there = self._columns.current, self._columns.beside(step)
        if there is None:
            return
        if not there.model.rowCount():
            here.view.clearSelection()
            self._columns.activate(there)
            there.view.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        row = 0
        index = here.view.currentIndex()
        if index.isValid():
            row = there.view.rowAt(max(0, here.view.visualRect(index).center().y()))
            row = row if row >= 0 else there.model.rowCount() - 1
        self.select_rows(there, [row])

    def _selected_in(self, column: Column, *_change: object) -> None:
        if column.view.selectionModel().hasSelection():
            self._columns.activate(column)
        self._settle.start()

    def _tell(self) -> None:
        # While a button is down the cards must stay where they are: the user may be dragging.
        if any(column.view.held for column in self._columns):
            self._settle.start()
            return
        ids = self.ids()
        chosen = ids[0] if len(ids) == 1 else -1
        if chosen != self._told:
            self._told = chosen
            self.changed.emit("candidate", chosen)
