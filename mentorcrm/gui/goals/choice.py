"""A drop-down list that leaves the wheel to the page and tells only what the user picks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox

from mentorcrm.gui.widgets import choices


class Choice(choices.Choice):
    """Offer a few values; ``picked`` gives the one that the user chose."""

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
