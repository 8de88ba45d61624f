"""A drop-down list: its entries may be long, and have room to be hit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

_MOST_CHARACTERS = 64


def give_rows_room(completer: QCompleter) -> None:
    """Let the rows of what ``completer`` offers be as high as the style sheet says.

    The delegates that Qt itself gives to such lists do not follow it.
    """
    view = completer.popup()
    assert view is not None
    view.setItemDelegate(QStyledItemDelegate(view))
    view.setProperty("role", "offers")


class Choice(QComboBox):
    """Show the chosen entry cut with "…" where it is too long, and the list as wide as needed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Qt's own delegate for such lists does not follow the style sheet.
        self.setItemDelegate(QStyledItemDelegate(self))

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        control = QStyle.ComplexControl.CC_ComboBox
        room = self.style().subControlRect(control, option, part, self).width() + 2
        if not self.itemIcon(self.currentIndex()).isNull():
            room -= self.iconSize().width() + 4
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room
        )
        painter = QStylePainter(self)
        painter.drawComplexControl(control, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def showPopup(self) -> None:
        most = self.fontMetrics().averageCharWidth() * _MOST_CHARACTERS
        wanted = self.view().sizeHintForColumn(0) + 24
        self.view().setMinimumWidth(max(self.width(), min(wanted, most)))
        super().showPopup()


class QuietChoice(Choice):
    """A choice within a page: the wheel scrolls the page, ``picked`` gives what the user chose."""

    picked = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.activated.connect(lambda place: self.picked.emit(self.itemData(place)))

    def offer(self, choices: Sequence[tuple[str, Any]], value: Any) -> None:
        """Offer ``choices`` of (text, value) and show ``value``."""
        shown = [(self.itemText(n), self.itemData(n)) for n in range(self.count())]
        if shown != list(choices):
            self.clear()
            for text, data in choices:
                self.addItem(text, data)
        self.choose(value)

    def choose(self, value: Any) -> None:
        """Show ``value``; tells nobody."""
        for place in range(self.count()):
            if self.itemData(place) == value:
                self.setCurrentIndex(place)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
