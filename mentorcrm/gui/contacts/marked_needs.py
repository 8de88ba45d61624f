"""The needs that the user has marked a person for; each leads to its goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _
from mentorcrm.gui.widgets.buttons import LinkButton
from mentorcrm.gui.widgets.labels import IconLabel

if TYPE_CHECKING:
    from mentorcrm.core.goals import MarkedNeed

_ICONS = (
    ("circle-slash", "muted"),
    ("circle-dot", "identified"),
    ("circle-check", "accepted"),
)
"""By the level of the mark: not, partly, fully."""


class MarkedNeeds(QWidget):
    """One line a need: how far the person covers it in the user's word, and the need."""

    opened = Signal(int)
    """The goal to which the need belongs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[MarkedNeed, ...] = ()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)

    def load(self, needs: tuple[MarkedNeed, ...]) -> None:
        """Show these needs."""
        if needs == self._shown:
            return
        self._shown = needs
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for need in needs:
            self._rows.addWidget(self._line(need))

    def _line(self, need: MarkedNeed) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(IconLabel(*_ICONS[need.level]))
        word = core.match.mark_words()[need.level]
        link = LinkButton(need.text)
        words = f"{need.text}: {word}"
        link.setAccessibleName(words)
        more = [words, need.note, _("Goal: {title}").format(title=need.goal)]
        link.setToolTip("\n".join(line for line in more if line))
        link.clicked.connect(lambda: self.opened.emit(need.goal_id))
        row.addWidget(link, 1)
        return box
