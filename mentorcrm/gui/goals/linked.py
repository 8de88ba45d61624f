"""Who and what is linked to a goal: mentors on the board, and the ideal mentor's description."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mentorcrm.core.cards import stage_name
from mentorcrm.core.i18n import _
from mentorcrm.gui.widgets.labels import ElidedLabel, IconLabel, plain_label

if TYPE_CHECKING:
    from mentorcrm.core.goals import DescriptionLink, MentorRow

_STAGE_ICONS = {
    "identified": "circle-dashed",
    "asked": "send",
    "accepted": "handshake",
    "declined": "archive",
}


class LinkedRecords(QWidget):
    """Lines that open what they name."""

    open_requested = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(2)
        self._shown: object = None

    def show_links(
        self, mentors: Sequence[MentorRow], descriptions: Sequence[DescriptionLink]
    ) -> None:
        """Show the people on the board for this goal, and its descriptions."""
        shown = (tuple(mentors), tuple(descriptions))
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for mentor in mentors:
            self._rows.addWidget(self._mentor(mentor))
        if not mentors:
            empty = _("Nobody yet. Give a card on the board this goal, and it is listed here.")
            label = plain_label(empty, "muted")
            label.setWordWrap(True)
            self._rows.addWidget(label)
        for description in descriptions:
            self._rows.addWidget(self._description(description))

    def _mentor(self, mentor: MentorRow) -> QWidget:
        role = ", ".join(part for part in (mentor.position, mentor.company) if part)
        stage = stage_name(mentor.stage)
        box, row, line = self._row("user", mentor.name, f"{mentor.name}, {role}, {stage}")
        line.clicked.connect(lambda: self.open_requested.emit("candidate", mentor.candidate_id))
        row.addWidget(ElidedLabel(role, "muted"), 1)
        row.addWidget(IconLabel(_STAGE_ICONS[mentor.stage], mentor.stage))
        row.addWidget(plain_label(stage, "muted"))
        return box

    def _description(self, description: DescriptionLink) -> QWidget:
        words = _("Ideal mentor: {title}").format(title=description.title)
        box, row, line = self._row("file-user", description.title, words)
        line.clicked.connect(lambda: self.open_requested.emit("job_description", description.id))
        row.addWidget(ElidedLabel(_("Ideal mentor"), "muted"), 1)
        return box

    def _row(self, icon: str, text: str, words: str) -> tuple[QWidget, QHBoxLayout, QPushButton]:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(icon, "muted"))
        line = QPushButton(text.replace("&", "&&"))
        line.setProperty("flat", True)
        line.setAccessibleName(words)
        line.setAutoDefault(False)
        row.addWidget(line)
        return box, row, line
