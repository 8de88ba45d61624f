"""Who may be the same person as the one shown, and the two answers to that."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mentorcrm.core.i18n import _
from mentorcrm.gui.widgets.labels import plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentorcrm.core.duplicates import SuggestionRow


class SamePersonLines(QWidget):
    """One line for each person who may be the same; hidden when there is none."""

    open_requested = Signal(int)
    """Show the other person."""
    told_apart = Signal(int)
    """The suggestion of this number is wrong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Sequence[SuggestionRow] = ()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(6)
        self.hide()

    def load(self, rows: Sequence[SuggestionRow]) -> None:
        """Show these suggestions."""
        if rows == self._shown:
            return
        self._shown = rows
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row in rows:
            self._lines.addWidget(self._line(row))
        self.setVisible(bool(rows))

    def _line(self, row: SuggestionRow) -> QWidget:
        line = QWidget()
        text = plain_label(_("May be the same person as {name}").format(name=row.name), "muted")
        text.setWordWrap(True)
        show = _answer(_("Open"), row.name)
        show.clicked.connect(partial(self.open_requested.emit, row.contact_id))
        apart = _answer(_("Not the same"), row.name)
        apart.clicked.connect(partial(self.told_apart.emit, row.id))
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(text)
        answers = QHBoxLayout()
        answers.setSpacing(8)
        answers.addWidget(show)
        answers.addWidget(apart)
        answers.addStretch(1)
        column.addLayout(answers)
        return line


def _answer(text: str, about: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("flat", True)
    button.setAccessibleDescription(about)
    return button
