"""The matrix as it is looked at and used: arrows move, Space marks, Enter opens the person."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from mentorcrm.core.i18n import _, ngettext
from mentorcrm.gui import icons, theme
from mentorcrm.gui.format import count
from mentorcrm.gui.match.headers import NeedHeader, PersonHeader
from mentorcrm.gui.match.levels import ICONS, TOKENS
from mentorcrm.gui.match.matrix_model import MatrixModel

Index = QModelIndex | QPersistentModelIndex
_ICON = 16
_PADDING = 10
_GAP = 6


class CellDelegate(QStyledItemDelegate):
    """Paint a cell: the icon and the word of its level; a pencil says whose word it is."""

    def __init__(self, model: MatrixModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state = option.state
        cell = self._model.cell(index.row(), index.column())
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(rect, theme.color("selection"))
        if index.row():
            begins = self._model.begins_obstacle(index.row())
            painter.setPen(QPen(theme.color("control" if begins else "border"), 1))
            painter.drawLine(rect.topLeft(), rect.topRight())
        token = "on_selection" if chosen else TOKENS[cell.key]
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        box = mark_box(rect, mirrored=mirrored)
        icons.draw(painter, ICONS[cell.key], token, box.topLeft(), _ICON)
        painter.setPen(theme.color(token))
        room = rect.adjusted(_PADDING + _ICON + _GAP, 0, -4, 0)
        if mirrored:
            room = rect.adjusted(4, 0, -_PADDING - _ICON - _GAP, 0)
        own = _ICON if cell.mark is not None else 0
        words = option.fontMetrics.elidedText(
            cell.word, Qt.TextElideMode.ElideRight, room.width() - own
        )
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            room, int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter), words
        )
        if own:
            at = QPoint(room.left() if mirrored else room.right() - 12, room.center().y() - 6)
            icons.draw(painter, "pencil", "on_selection" if chosen else "faint", at, 12)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()


def mark_box(rect: QRect, *, mirrored: bool) -> QRect:
    """Return where the mark of a cell is drawn, and clicked."""
    left = rect.right() - _PADDING - _ICON if mirrored else rect.left() + _PADDING
    return QRect(left, rect.center().y() - _ICON // 2 + 1, _ICON, _ICON)


class MatrixView(QTableView):
    """Show the matrix; the needs stay in sight when it is scrolled sideways."""

    mark_requested = Signal(int, int)
    """Row and column whose own mark shall be the next one."""
    person_requested = Signal(int)
    """Column of the person to open."""
    menu_requested = Signal(int, int, QPoint)
    current_changed = Signal(int, int)

    def __init__(self, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix = model
        self.needs = NeedHeader(model, self)
        self.people = PersonHeader(model, self)
        self.setModel(model)
        self.setVerticalHeader(self.needs)
        self.setHorizontalHeader(self.people)
        self.setItemDelegate(CellDelegate(model, self))
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.people.sectionDoubleClicked.connect(self.person_requested)
        self.people.sectionClicked.connect(self._choose_person)
        model.modelReset.connect(self.fit_rows)
        model.headerDataChanged.connect(self.fit_rows)
        self._name()

    def fit_rows(self) -> None:
        """Give each row the height that its need takes."""
        for row in range(self._matrix.rowCount()):
            self.setRowHeight(row, self.needs.row_height(row))
        self._name()
        self.updateGeometry()

    def wanted_height(self) -> int:
        """Return the height at which nothing is scrolled up and down."""
        rows = sum(self.rowHeight(row) for row in range(self._matrix.rowCount()))
        bar = self.horizontalScrollBar().sizeHint().height()
        return rows + self.people.sizeHint().height() + 2 * self.frameWidth() + bar

    def choose(self, row: int, column: int) -> None:
        """Make a cell the current one."""
        index = self._matrix.index(row, column)
        if index.isValid():
            self.setCurrentIndex(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.people.viewport().update()
        if current.isValid():
            self.current_changed.emit(current.row(), current.column())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        if event.modifiers() == Qt.KeyboardModifier.NoModifier and current.isValid():
            if event.key() == Qt.Key.Key_Space:
                self.mark_requested.emit(current.row(), current.column())
                return
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.person_requested.emit(current.column())
                return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            around = mark_box(self.visualRect(index), mirrored=self.isRightToLeft())
            if around.adjusted(-6, -6, 6, 6).contains(point):
                self.mark_requested.emit(index.row(), index.column())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if event.reason() == QContextMenuEvent.Reason.Keyboard or not index.isValid():
            index = self.currentIndex()
        if index.isValid():
            self.setCurrentIndex(index)
            at = self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu_requested.emit(index.row(), index.column(), at)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit_rows()

    def _choose_person(self, column: int) -> None:
        row = self.currentIndex().row()
        self.choose(max(0, row), column)

    def _name(self) -> None:
        people, needs = self._matrix.columnCount(), self._matrix.rowCount()
        self.setAccessibleName(
            _("{needs} by {people}").format(
                needs=ngettext("{n} need", "{n} needs", needs).format(n=count(needs)),
                people=ngettext("{n} person", "{n} people", people).format(n=count(people)),
            )
        )
