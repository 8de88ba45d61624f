"""The four columns beside each other; too narrow a window scrolls them sideways."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from mentorcrm.core.cards import STAGES, BoardFilter, Card
from mentorcrm.gui.app import App
from mentorcrm.gui.board.column import Column
from mentorcrm.gui.board.column_model import Drop

_NARROWEST = 24
"""Least width of a column, in average characters."""


class Columns(QScrollArea):
    """Hold the columns and know which of them the keyboard is in."""

    def __init__(self, app: App, drop: Drop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setProperty("role", "page")
        line = QHBoxLayout(inner)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        self._columns = [Column(app, stage, drop) for stage in STAGES]
        for column in self._columns:
            line.addWidget(column, 1)
            column.view.drag_over.connect(
                lambda on, column=column: self.ensureWidgetVisible(column) if on else None
            )
        self.setWidget(inner)
        self.current = self._columns[0]
        self._set_widths()

    def __iter__(self) -> Iterator[Column]:
        return iter(self._columns)

    def of_stage(self, stage: str) -> Column:
        """Return the column of a stage."""
        return self._columns[STAGES.index(stage)]

    def showing(self, candidate_id: int) -> Column | None:
        """Return the column that shows a card."""
        return next((c for c in self if c.model.row_of(candidate_id) is not None), None)

    def beside(self, step: int) -> Column | None:
        """Return the column on the right (1) or left (-1) of the current one."""
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            step = -step
        place = self._columns.index(self.current) + step
        return self._columns[place] if 0 <= place < len(self._columns) else None

    def activate(self, column: Column) -> None:
        """Make a column the current one; cards of the others are no longer selected."""
        self.current = column
        self.ensureWidgetVisible(column, 0, 0)
        if not column.view.selectionModel().hasSelection():
            return
        for other in self._columns:
            if other is not column and other.view.selectionModel().hasSelection():
                other.view.clearSelection()

    def filter_now(self) -> BoardFilter:
        """Return the filter in force, at this moment."""
        return replace(self.current.model.filter, now=self._app.now(), zone=self._app.zone())

    def sorts(self) -> dict[str, str]:
        """Return what SQL orders each stage by."""
        return {column.stage: column.model.sql_sort for column in self._columns}

    def card(self, candidate_id: int) -> Card | None:
        """Return a card that is on the board, from what is shown."""
        column = self.showing(candidate_id)
        row = None if column is None else column.model.row_of(candidate_id)
        return None if column is None or row is None else column.model.card(row)

    def repaint_cards(self) -> None:
        """Paint the cards that are seen again: what they say depends on the time."""
        for column in self._columns:
            column.view.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._set_widths()

    def _set_widths(self) -> None:
        for column in getattr(self, "_columns", ()):
            column.setMinimumWidth(_NARROWEST * self.fontMetrics().averageCharWidth())
