"""The list of backups: when, how made, how much is in them, and whether they are sound."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from mentorcrm.core.i18n import _
from mentorcrm.gui import icons, theme
from mentorcrm.gui.format import clock, count, long_day

if TYPE_CHECKING:
    from mentorcrm.core.backup import BackupInfo
    from mentorcrm.gui.app import App

_STATE = 4
_INFO = Qt.ItemDataRole.UserRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_PADDING = 10
_COLUMNS = (32, 22, 12, 14)
"""Widths in characters; the last column takes the rest."""


class BackupTable(QTreeWidget):
    """Show backups, the newest first, and let one be chosen."""

    chosen = Signal()
    """Another backup is selected, or none."""

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self.setAccessibleName(_("Backups"))
        self.setHeaderLabels([_("When"), _("Made"), _("People"), _("Size"), _("State")])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setIconSize(QSize(16, 16))
        header = self.header()
        header.setSectionsMovable(False)
        header.setStretchLastSection(True)
        for column, characters in enumerate(_COLUMNS):
            self.setColumnWidth(column, characters * self.fontMetrics().averageCharWidth())
        self.setItemDelegate(_RowDelegate(self))
        for column in (2, 3):
            self.headerItem().setTextAlignment(column, _RIGHT)
        self.itemSelectionChanged.connect(self.chosen)

    def fill(self, backups: Sequence[BackupInfo]) -> None:
        """Show ``backups``; what was selected stays so, else the newest is."""
        selected = self.selected()
        self.clear()
        for info in backups:
            item = self._item(info)
            self.addTopLevelItem(item)
            if selected is not None and info.path == selected.path:
                self.setCurrentItem(item)
        if self.selected() is None and backups:
            self.setCurrentItem(self._at(0))

    def selected(self) -> BackupInfo | None:
        """Return the backup that is selected."""
        items = self.selectedItems()
        info: BackupInfo | None = items[0].data(0, _INFO) if items else None
        return info

    def backups(self) -> list[BackupInfo]:
        """Return the backups shown."""
        return [self._at(row).data(0, _INFO) for row in range(self.topLevelItemCount())]

    def set_state(self, path: Path, *, sound: bool) -> None:
        """Show whether reading all of a backup found it sound."""
        for row in range(self.topLevelItemCount()):
            if self._at(row).data(0, _INFO).path == path:
                self._show_state(self._at(row), sound)

    def _at(self, row: int) -> QTreeWidgetItem:
        item = self.topLevelItem(row)
        assert item is not None
        return item

    def _item(self, info: BackupInfo) -> QTreeWidgetItem:
        local = info.made_at.astimezone(self._app.zone())
        when = _("{day}, {time}").format(day=long_day(local.date()), time=clock(local))
        kinds = {
            "daily": _("Daily"),
            "upgrade": _("Before an upgrade"),
            "manual": _("By hand"),
        }
        people = count(info.people) if info.sha256 else ""
        size = QLocale().formattedDataSize(info.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
        item = QTreeWidgetItem([when, kinds.get(info.kind, ""), people, size, ""])
        item.setData(0, _INFO, info)
        for column in (2, 3):
            item.setTextAlignment(column, _RIGHT)
        self._show_state(item, None if info.whole else False)
        return item

    def _show_state(self, item: QTreeWidgetItem, sound: bool | None) -> None:
        texts = {None: _("Not checked"), True: _("Sound"), False: _("Damaged")}
        names = {
            None: ("clock", "muted"),
            True: ("circle-check", "accepted"),
            False: ("triangle-alert", "danger"),
        }
        item.setText(_STATE, texts[sound])
        item.setIcon(_STATE, icons.icon(*names[sound]))


class _RowDelegate(QStyledItemDelegate):
    """Paint cells with air around the text, in the colours of the moment."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, option.fontMetrics.height() + 16)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        selected = bool(drawn.state & QStyle.StateFlag.State_Selected)
        if selected or drawn.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(drawn.rect, theme.color("selection" if selected else "window"))
        place = drawn.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        if not drawn.icon.isNull():
            side = drawn.decorationSize.width()
            box = QStyle.alignedRect(
                drawn.direction,
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                QSize(side, side),
                place,
            )
            drawn.icon.paint(painter, box)
            gap = side + 6
            right_to_left = drawn.direction == Qt.LayoutDirection.RightToLeft
            place.adjust(0 if right_to_left else gap, 0, -gap if right_to_left else 0, 0)
        painter.setPen(theme.color("on_selection" if selected else "text"))
        text = drawn.fontMetrics.elidedText(drawn.text, drawn.textElideMode, place.width())
        painter.drawText(place, drawn.displayAlignment, text)
