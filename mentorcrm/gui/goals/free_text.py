"""A goal in the user's own words: one text, and the five checks beside or below it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from mentorcrm.core.i18n import _
from mentorcrm.gui.goals.check_view import CheckView, Seen, check_titles
from mentorcrm.gui.goals.guided import ASIDE
from mentorcrm.gui.widgets.growing_text import GrowingText
from mentorcrm.gui.widgets.labels import plain_label
from mentorcrm.gui.widgets.line_ends import LINE_END


class FreeText(QWidget):
    """The text and its checks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.statement = GrowingText(
            _("The goal in your own words"),
            _("By the end of June I want to …, because …"),
            lines=9,
        )
        self.checks = {name: CheckView(name, title) for name, title in check_titles().items()}
        self._nothing = plain_label(
            _("One to four sentences are enough. While you write, five checks look at them "
              "and ask what is missing."),
            "muted",
        )  # fmt: skip
        self._nothing.setWordWrap(True)
        aside = QWidget()
        column = QVBoxLayout(aside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._nothing)
        for check in self.checks.values():
            column.addWidget(check)
        column.addStretch(1)
        left = QVBoxLayout()
        left.addWidget(self.statement)
        left.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addLayout(left, 5 - ASIDE)
        self._row.addWidget(aside, ASIDE)

    def show_checks(self, seen: Mapping[str, Seen]) -> None:
        """Show what the checks say; nothing while there is no text."""
        self._nothing.setVisible(not seen)
        for name, check in self.checks.items():
            check.show_seen(seen.get(name))

    def set_wide(self, wide: bool) -> None:
        """Put the checks beside the text, or below it."""
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        self._row.setSpacing(24 if wide else 16)

    def select(self, place: tuple[int, int]) -> None:
        """Select this part of the text."""
        self.statement.setFocus()
        cursor = self.statement.textCursor()
        cursor.setPosition(self._place(place[0]))
        cursor.setPosition(self._place(place[1]), cursor.MoveMode.KeepAnchor)
        self.statement.setTextCursor(cursor)

    def _place(self, letters: int) -> int:
        """Return the place in Qt's text after so many letters: Qt counts an emoji as two."""
        before = LINE_END.sub("\n", self.statement.text()[:letters])
        return len(before.encode("utf-16-le")) // 2
