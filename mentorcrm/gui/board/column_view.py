"""The list of cards in a column: a table of one column with rows of one height.

A QTableView, because it does not lay out every card anew when one comes or goes (measured:
QListView takes 16 ms for that with 1,000 cards and 109 ms with 100,000).
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from mentorcrm.gui import theme
from mentorcrm.gui.board.card_delegate import CardDelegate
from mentorcrm.gui.board.column_model import ColumnModel, dragged_ids
from mentorcrm.gui.board.drag_picture import drag_picture

_Key = Qt.Key
_LINE = 3


class ColumnView(QTableView):
    """Show, select, drag and drop the cards of one stage."""

    open_requested = Signal(int)
    peek_requested = Signal()
    remove_requested = Signal()
    side_requested = Signal(int)
    """Go to the column on the right (1) or on the left (-1)."""
    menu_requested = Signal(QPoint)
    """Show the context menu at this point of the screen."""
    entered_by_focus = Signal()
    drag_over = Signal(bool)
    """Cards hang over this column (True), or no longer."""

    def __init__(
        self, model: ColumnModel, delegate: CardDelegate, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.cards = model
        self._delegate = delegate
        self._drop_row: int | None = None
        self._drag_point: QPoint | None = None
        self.held = False
        """True while the mouse is down on a card: the user may be about to drag it."""
        self._empty_text = ""
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setProperty("role", "bare")
        self._set_up_look()
        self._set_up_behaviour()
        self.doubleClicked.connect(lambda index: self.open_requested.emit(index.data(model.IdRole)))

    def _set_up_look(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        # The card shows that it is selected; the row behind it must not.
        self.setStyleSheet("QTableView { selection-background-color: transparent; }")
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.hide()
        across.setMinimumSectionSize(1)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._set_row_height()

    def _set_up_behaviour(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(False)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setAutoScroll(True)
        self.setAutoScrollMargin(self.verticalHeader().defaultSectionSize() // 2)
        # The cards move under a mouse that stands still while the view scrolls by itself.
        self.verticalScrollBar().valueChanged.connect(self._follow_drag)

    def _set_row_height(self) -> None:
        height = self._delegate.fonts(self.font()).row_height
        if self.verticalHeader().defaultSectionSize() != height:
            self.verticalHeader().setMinimumSectionSize(1)
            self.verticalHeader().setDefaultSectionSize(height)
            self.verticalScrollBar().setSingleStep(height // 3)

    # Selection

    def selected_rows(self) -> list[int]:
        """Return the selected rows in order."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def selected_ids(self) -> list[int]:
        """Return the selected cards in order."""
        return [self.cards.record_id(row) for row in self.selected_rows()]

    def select_row(self, row: int) -> None:
        """Select one card and scroll to it."""
        self.setCurrentIndex(self.cards.index(row, 0))

    def set_empty_text(self, text: str) -> None:
        """Say ``text`` while there is no card."""
        if text != self._empty_text:
            self._empty_text = text
            self.setAccessibleDescription(text if not self.cards.rowCount() else "")
            self.viewport().update()

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = modifiers == Qt.KeyboardModifier.NoModifier
        if plain and self._act(key):
            event.accept()
        elif key == _Key.Key_F10 and modifiers == Qt.KeyboardModifier.ShiftModifier:
            self._ask_for_menu()
        elif key in (_Key.Key_Left, _Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _act(self, key: int) -> bool:
        index = self.currentIndex()
        if key in (_Key.Key_Left, _Key.Key_Right):
            self.side_requested.emit(1 if key == _Key.Key_Right else -1)
        elif key in (_Key.Key_Return, _Key.Key_Enter) and index.isValid():
            self.open_requested.emit(self.cards.record_id(index.row()))
        elif key == _Key.Key_Space and index.isValid():
            if not self.selectionModel().isSelected(index):
                self.select_row(index.row())
            self.peek_requested.emit()
        elif key in (_Key.Key_Delete, _Key.Key_Backspace) and self.selectionModel().hasSelection():
            self.remove_requested.emit()
        else:
            return False
        return True

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: it would read every card. Ctrl+F searches."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.cards.rowCount():
            first = max(0, self.rowAt(0))
            self.selectionModel().setCurrentIndex(
                self.cards.index(first, 0), self.selectionModel().SelectionFlag.NoUpdate
            )
        self.entered_by_focus.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
            if not index.isValid():
                return
            if not self.selectionModel().isSelected(index):
                self.setCurrentIndex(index)
            self.menu_requested.emit(event.globalPos())
        else:
            self._ask_for_menu()
        event.accept()

    def _ask_for_menu(self) -> None:
        """Ask for the menu of the current card, beside it."""
        index = self.currentIndex()
        if not index.isValid():
            return
        if not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        self.scrollTo(index)
        self.menu_requested.emit(self.viewport().mapToGlobal(self.visualRect(index).center()))

    # Dragging

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # A menu takes the release of the other button away; only the left one can drag.
        self.held = event.button() == Qt.MouseButton.LeftButton
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.held = False
        super().mouseReleaseEvent(event)

    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        rows = self.selected_rows()
        if not rows:
            return
        ids = frozenset(self.cards.record_id(row) for row in rows)
        pressed = self.visualRect(self.currentIndex())
        drag = QDrag(self)
        drag.setMimeData(self.cards.mimeData([self.cards.index(row, 0) for row in rows]))
        picture, card_size = drag_picture(self, self._delegate, rows, pressed.size())
        drag.setPixmap(picture)
        at = self.viewport().mapFromGlobal(self.cursor().pos()) - pressed.topLeft()
        drag.setHotSpot(
            QPoint(min(max(at.x(), 0), card_size.width()), min(max(at.y(), 0), card_size.height()))
        )
        self._delegate.dragged = ids
        self.viewport().update()
        drag.exec(Qt.DropAction.MoveAction)
        # Nobody tells the view of the release that ended the drag.
        self.held = False
        self._delegate.dragged = frozenset()
        self.viewport().update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        super().dragEnterEvent(event)
        self._answer(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        # The base class scrolls while the mouse is near an edge.
        super().dragMoveEvent(event)
        self._answer(event)

    def _answer(self, event: QDragMoveEvent) -> None:
        if not dragged_ids(event.mimeData()):
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self._drag_point = event.position().toPoint()
        self._follow_drag()

    def _follow_drag(self) -> None:
        if self._drag_point is not None:
            self._show_drop(self.drop_row(self._drag_point))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._end_drag()

    def dropEvent(self, event: QDropEvent) -> None:
        row = self.drop_row(event.position().toPoint())
        self._end_drag()
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        data = event.mimeData()
        self.cards.dropMimeData(data, Qt.DropAction.MoveAction, row, 0, self.rootIndex())

    def _end_drag(self) -> None:
        self._drag_point = None
        self._show_drop(None)

    def drop_row(self, point: QPoint) -> int:
        """Return the row a drop at ``point`` goes before."""
        height = self.verticalHeader().defaultSectionSize()
        offset = self.verticalScrollBar().value() + point.y() + height // 2
        return max(0, min(self.cards.rowCount(), offset // height))

    def _show_drop(self, row: int | None) -> None:
        if row != self._drop_row:
            if (row is None) != (self._drop_row is None):
                self.drag_over.emit(row is not None)
            self._drop_row = row
            self.viewport().update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.cards.rowCount() and self._drop_row is None:
            return
        painter = QPainter(self.viewport())
        if not self.cards.rowCount():
            self._paint_empty(painter)
        elif self.cards.sort_by == "manual":
            self._paint_drop_line(painter)
        painter.end()

    def _paint_empty(self, painter: QPainter) -> None:
        painter.setPen(theme.color("muted"))
        box = self.viewport().rect().adjusted(12, 24, -12, -12)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(box, int(flags), self._empty_text)

    def _paint_drop_line(self, painter: QPainter) -> None:
        row = self._drop_row
        if row is None:
            return
        height = self.verticalHeader().defaultSectionSize()
        y = row * height - self.verticalScrollBar().value() - 4
        y = max(_LINE, min(y, self.viewport().height() - _LINE))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = theme.color("accent")
        painter.setPen(QPen(color, _LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        width = self.viewport().width()
        painter.drawLine(QPoint(8, y), QPoint(width - 8, y))

    def card_rect(self, row: int) -> QRect:
        """Return where the card of ``row`` is, in the viewport."""
        return self.visualRect(self.cards.index(row, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A message above the columns takes room: the card that was just moved stays in sight.
        if self.hasFocus() and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._set_row_height()
