"""A switch between a few ways to see the same thing, all in sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget


class Segments(QFrame):
    """Buttons in one frame of which one is down; the arrow keys go between them."""

    chosen = Signal(str)
    """The value that the user chose."""

    def __init__(
        self, name: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """Offer ``choices`` of (text, value)."""
        super().__init__(parent)
        self.setProperty("role", "segments")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        for text, value in choices:
            button = QPushButton(text)
            button.setProperty("segment", True)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, value=value: self.chosen.emit(value))
            self._group.addButton(button)
            self.buttons[value] = button
            row.addWidget(button)

    def value(self) -> str:
        """Return what is chosen."""
        return next((value for value, b in self.buttons.items() if b.isChecked()), "")

    def show_value(self, value: str) -> None:
        """Show ``value`` as chosen; tells nobody."""
        self.buttons[value].setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next or the previous choice."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        step = -step if self.isRightToLeft() else step
        values = list(self.buttons)
        place = values.index(self.value()) + step if step else -1
        if 0 <= place < len(values):
            self.buttons[values[place]].setFocus()
            self.buttons[values[place]].click()
            return
        super().keyPressEvent(event)
