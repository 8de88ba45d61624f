"""A page of few records: their list, the editor beside it, and what to do when there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mentorcrm.gui.app import App
from mentorcrm.gui.record_model import RecordModel
from mentorcrm.gui.widgets.buttons import IconButton
from mentorcrm.gui.widgets.labels import EmptyState, plain_label
from mentorcrm.gui.widgets.page import GAP, MARGIN

if TYPE_CHECKING:
    from mentorcrm.core.changes import Changes


class RecordEditor(Protocol):
    """What the page asks of its editor, which is a widget."""

    @property
    def record_id(self) -> int | None:
        """Return the record shown."""

    def open(self, record_id: int) -> None:
        """Show a record, after saving the one shown before."""

    def refresh(self, changes: Changes) -> None:
        """Take over what changed."""

    def close_record(self) -> None:
        """Show nothing, because the record is gone."""

    def flush(self) -> None:
        """Save everything that is being typed now."""


class ListPage(QWidget):
    """Choose one of a few records and edit it in place."""

    selection_changed = Signal(str, int)
    """Always -1: a record is edited on this page, not in the pane beside it."""
    tables: ClassVar[tuple[str, ...]] = ()
    """Whose changes the editor shows."""
    hides_short_list: ClassVar[bool] = False
    """Whether a list of one is not worth its room."""

    def __init__(
        self,
        app: App,
        records: QListView,
        editor: Any,
        new_button: IconButton,
        empty: EmptyState,
        parent: QWidget | None = None,
    ) -> None:
        """Lay out ``records``, a list with a RecordModel, and ``editor``, a RecordEditor."""
        super().__init__(parent)
        self._app = app
        self.list = records
        model = records.model()
        assert isinstance(model, RecordModel)
        model.setParent(self)
        self.model: RecordModel = model
        self.editor = editor
        self._editor: RecordEditor = editor
        self.new_button = new_button
        self.empty = empty
        self.count_label = plain_label("", "muted")
        self._left = QWidget()
        self._stack = QStackedWidget()
        self._split = QSplitter()
        self._split_by_user = False
        self._lay_out()
        app.ready.connect(self._show_what_is_there)
        app.changed.connect(self._hear)
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        if app.is_ready:
            self.model.reload()
            self._show_what_is_there()

    def count_words(self, number: int) -> str:
        """Return how many records there are, in words."""
        raise NotImplementedError

    def current_ids(self) -> list[int]:
        """Return the record shown."""
        shown = self._editor.record_id
        return [] if shown is None else [shown]

    def show_record(self, record_id: int) -> None:
        """Show one record."""
        row = self.model.row_of(record_id)
        if row is not None:
            self.list.selectionModel().setCurrentIndex(
                self.model.index(row, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )

    def flush(self) -> None:
        """Save everything that is being typed now."""
        if self._app.is_ready:
            self._editor.flush()

    def _hear(self, changes: Changes) -> None:
        if not changes.touches(*self.tables):
            return
        shown = self._editor.record_id
        if shown is not None and self.model.row_of(shown) is not None:
            self._editor.refresh(changes)
        elif shown is not None:
            self._editor.close_record()
        self._show_what_is_there()

    def _show_what_is_there(self) -> None:
        number = self.model.rowCount()
        self._stack.setCurrentIndex(0 if number == 0 else 1)
        self._left.setVisible(number > 1 or not self.hides_short_list)
        self.count_label.setText(self.count_words(number))
        if number and not self.list.currentIndex().isValid():
            shown = self._editor.record_id
            row = None if shown is None else self.model.row_of(shown)
            self.show_record(self.model.record_id(row or 0))
        elif number and self._editor.record_id is None:
            self._current_changed(self.list.currentIndex())

    def _current_changed(self, current: QModelIndex, _before: QModelIndex | None = None) -> None:
        if not current.isValid():
            return
        record_id = self.model.record_id(current.row())
        shown = self._editor.record_id
        if shown is not None and self.model.row_of(shown) is None:
            self._editor.close_record()
        if record_id != self._editor.record_id:
            self._editor.open(record_id)

    def _lay_out(self) -> None:
        # From the outside in: what gets another parent is styled anew, with all that is in it.
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        split = self._split
        self._stack.addWidget(self.empty)
        self._stack.addWidget(split)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.splitterMoved.connect(self._split_moved)
        split.addWidget(self._left)
        head = QHBoxLayout()
        head.addWidget(self.count_label, 1)
        head.addWidget(self.new_button)
        column = QVBoxLayout(self._left)
        column.setContentsMargins(MARGIN, MARGIN, GAP, MARGIN)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        # After the list, for Tab as well.
        split.addWidget(self.editor)
        split.setStretchFactor(0, 0)
        split.setStretchFactor(1, 1)
        width = self.fontMetrics().averageCharWidth()
        self._left.setMinimumWidth(width * 24)
        self.editor.setMinimumWidth(width * 50)

    def _split_moved(self) -> None:
        self._split_by_user = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._split_by_user:
            wanted = self.fontMetrics().averageCharWidth() * 40
            left = min(wanted, self.width() * 3 // 10)
            self._split.setSizes([left, self.width() - left])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._app.is_ready:
            self._show_what_is_there()

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            self.flush()
        super().hideEvent(event)
