"""The sheet of all keys, made from the table of actions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from mentorcrm.core.i18n import _
from mentorcrm.gui.widgets.labels import plain_label
from mentorcrm.gui.widgets.page import Column, card


class Keys(Protocol):
    """What the sheet needs of the table of actions."""

    def keys_by_menu(self) -> Sequence[tuple[str, Sequence[tuple[str, str]]]]:
        """Return each menu's name with its actions and their keys."""


class ShortcutSheet(QDialog):
    """Show every key beside what it does."""

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keyboard shortcuts"))
        column = Column(_("Keyboard shortcuts"), margin=24)
        column.body.addWidget(plain_label(_("Keyboard shortcuts"), "h1"))
        for menu, rows in keys.keys_by_menu():
            frame, inside = card()
            inside.addWidget(plain_label(menu, "h2"))
            grid = QGridLayout()
            grid.setColumnStretch(0, 1)
            grid.setVerticalSpacing(6)
            for place, (name, shortcut) in enumerate(rows):
                grid.addWidget(plain_label(name), place, 0)
                grid.addWidget(plain_label(shortcut, "pill"), place, 1, Qt.AlignmentFlag.AlignRight)
            inside.addLayout(grid)
            column.body.addWidget(frame)
        column.body.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.setContentsMargins(24, 12, 24, 16)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(column, 1)
        outer.addWidget(buttons)
        char = self.fontMetrics().averageCharWidth()
        self.resize(char * 70, 620)
