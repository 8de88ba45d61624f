"""The list of sections at the window's edge: wide with names, or a rail of icons."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from mentorcrm.gui import icons, theme

RAIL = 58
_ICON = 18
_ID = Qt.ItemDataRole.UserRole
_NAME = Qt.ItemDataRole.UserRole + 1
_ICON_NAME = Qt.ItemDataRole.UserRole + 2
_COUNT = Qt.ItemDataRole.UserRole + 3


class Sidebar(QListWidget):
    """Choose a section; ``chosen`` gives its id."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("role", "nav")
        self.setItemDelegate(_SectionDelegate(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(7, 8, 7, 8)
        self.rail = False
        self.currentItemChanged.connect(self._changed)
        self.set_rail(False)

    def add_section(self, section: str, name: str, icon: str, tip: str = "") -> None:
        """Add a section at the end."""
        item = QListWidgetItem(self)
        item.setData(_ID, section)
        item.setData(_NAME, name)
        item.setData(_ICON_NAME, icon)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, name)
        item.setToolTip(tip or name)

    def set_current(self, section: str) -> None:
        """Show ``section`` as chosen without telling anybody."""
        self.blockSignals(True)
        for row in range(self.count()):
            if self.item(row).data(_ID) == section:
                self.setCurrentRow(row)
        self.blockSignals(False)
        self.viewport().update()

    def set_count(self, section: str, count: int) -> None:
        """Show how much is due in ``section``; nothing for 0."""
        for row in range(self.count()):
            item = self.item(row)
            if item.data(_ID) == section:
                item.setData(_COUNT, count)

    def set_rail(self, rail: bool) -> None:
        """Show icons only, or icons and names."""
        self.rail = rail
        self.setFixedWidth(RAIL if rail else self.wide_width())
        self.doItemsLayout()

    def wide_width(self) -> int:
        """Return the width with names: 24 characters of the font."""
        return max(150, self.fontMetrics().averageCharWidth() * 24)

    def _changed(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(_ID))

    def minimumSizeHint(self) -> QSize:
        return QSize(RAIL, 100)


class _SectionDelegate(QStyledItemDelegate):
    """Paint one section from the tokens in force."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(40, max(36, option.fontMetrics.height() + 18))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        sidebar = self.parent()
        assert isinstance(sidebar, Sidebar)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus) and chosen
        token = "on_selection" if chosen else "text" if hovered else "muted"
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(1, 1, -1, -1)
        if chosen or hovered:
            painter.setBrush(theme.color("selection" if chosen else "column"))
            painter.setPen(theme.color("accent") if focused else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, 6, 6)
        self._draw(painter, option, index, token, sidebar)
        painter.restore()

    def _draw(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        token: str,
        sidebar: Sidebar,
    ) -> None:
        rect = option.rect
        middle = rect.top() + (rect.height() - _ICON) // 2
        left = rect.center().x() - _ICON // 2 + 1 if sidebar.rail else rect.left() + 12
        icon = QRect(left, middle, _ICON, _ICON)
        shown = QStyle.visualRect(option.direction, rect, icon)
        icons.draw(painter, index.data(_ICON_NAME), token, shown.topLeft(), _ICON)
        if sidebar.rail:
            return
        font = QFont(option.font)
        if token == "on_selection":
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme.color(token))
        room = rect.adjusted(12 + _ICON + 10, 0, -8, 0)
        start = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        end = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignRight)
        place = QStyle.visualRect(option.direction, rect, room)
        middle_line = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(place, start | middle_line, index.data(_NAME))
        if index.data(_COUNT):
            painter.drawText(place, end | middle_line, str(index.data(_COUNT)))
