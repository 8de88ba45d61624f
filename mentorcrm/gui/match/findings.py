"""Above the matrix: what nobody covers, where to begin, and whether to rely on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mentorcrm.core.i18n import _, ngettext
from mentorcrm.gui.match.levels import percent
from mentorcrm.gui.widgets.labels import ElidedLabel, IconLabel

if TYPE_CHECKING:
    from mentorcrm.core.match import Match

_MOST = 4


class Findings(QFrame):
    """Name the gaps first, then where to begin."""

    description_requested = Signal(int)
    """The description to open; -1 to write the first one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._columns = QHBoxLayout()
        self._columns.setSpacing(24)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(12, 8, 12, 8)
        self._body.setSpacing(6)
        self._body.addLayout(self._columns)
        self._gaps, self._openings = QVBoxLayout(), QVBoxLayout()
        for side in (self._gaps, self._openings):
            side.setSpacing(4)
            side.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._columns.addLayout(side, 1)
        self._notice = QWidget()
        line = QHBoxLayout(self._notice)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(IconLabel("info", "warning"))
        self.provisional = ElidedLabel("", "warning")
        line.addWidget(self.provisional, 1)
        self.description_button = QPushButton()
        self.description_button.setProperty("flat", True)
        self.description_button.setAutoDefault(False)
        self.description_button.clicked.connect(self._open_description)
        line.addWidget(self.description_button)
        self._body.addWidget(self._notice)
        self._description = -1
        self._shown: tuple[object, ...] | None = None

    def show_match(self, match: Match) -> None:
        """Say what a match found."""
        self._show_provisional(match)
        shown = (match.gaps, match.opportunities, match.linked)
        if shown == self._shown:
            return
        self._shown = shown
        gaps = [("circle-alert", "warning", gap.words) for gap in match.gaps]
        openings = [("lightbulb", "accent", words) for words in match.opportunities]
        if not gaps and match.columns:
            gaps = [("circle-check", "good", _("Somebody covers each need well."))]
        if not match.linked and match.columns:
            words = _("No card is linked to this goal: everybody on the board is compared.")
            openings.insert(0, ("info", "muted", words))
        _fill(self._gaps, gaps)
        _fill(self._openings, openings)

    def texts(self) -> list[str]:
        """Return what is said, gaps first."""
        sides = (self._gaps, self._openings)
        labels = [label for side in sides for label in _labels(side)]
        return [label.full_text() for label in labels]

    def _show_provisional(self, match: Match) -> None:
        self._notice.setVisible(match.provisional)
        descriptions = match.question.descriptions
        best = max(descriptions, key=lambda each: each.completeness, default=None)
        self._description = -1 if best is None else best.id
        if best is None:
            words = _("Provisional: no description of the ideal mentor serves this goal yet.")
            self.description_button.setText(_("Describe the ideal mentor"))
        else:
            words = _("Provisional: the description “{title}” is complete to {share}.").format(
                title=best.title, share=percent(best.completeness / 100)
            )
            self.description_button.setText(_("Open the description"))
        self.provisional.setText(words)

    def _open_description(self) -> None:
        self.description_requested.emit(self._description)


def _fill(side: QVBoxLayout, lines: list[tuple[str, str, str]]) -> None:
    while (item := side.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
    for icon, token, words in lines[:_MOST]:
        side.addWidget(_line(icon, token, words))
    rest = len(lines) - _MOST
    if rest > 0:
        words = ngettext("and {n} more", "and {n} more", rest).format(n=rest)
        line = _line("ellipsis", "muted", words)
        line.setToolTip("\n".join(each[2] for each in lines[_MOST:]))
        side.addWidget(line)


def _line(icon: str, token: str, words: str) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(IconLabel(icon, token))
    row.addWidget(ElidedLabel(words), 1)
    return box


def _labels(side: QVBoxLayout) -> list[ElidedLabel]:
    found: list[ElidedLabel] = []
    for place in range(side.count()):
        item = side.itemAt(place)
        widget = item.widget() if item is not None else None
        if widget is not None:
            found += widget.findChildren(ElidedLabel)
    return found
