"""Below the matrix: who is not on the board for the goal, and why they might be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mentorcrm.core.i18n import _
from mentorcrm.gui.match.levels import percent
from mentorcrm.gui.widgets.buttons import IconButton
from mentorcrm.gui.widgets.labels import ElidedLabel, plain_label
from mentorcrm.gui.widgets.page import Column as ScrollColumn

if TYPE_CHECKING:
    from mentorcrm.core.match import Suggestion

_REASONS = 3


class SuggestionList(QWidget):
    """A line per person: who, why, [Open] and [Add to board]."""

    add_requested = Signal(int, str)
    """Contact and name."""
    open_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = plain_label(_("Not on the board for this goal yet"), "h2")
        self.empty = plain_label("", "muted")
        self.empty.setWordWrap(True)
        self.rows: list[_Row] = []
        self._column = ScrollColumn(_("Suggestions"), margin=0)
        self._column.body.setSpacing(4)
        self._column.body.addStretch(1)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 10, 0, 0)
        body.setSpacing(6)
        body.addWidget(self.title)
        body.addWidget(self.empty)
        body.addWidget(self._column, 1)
        self._shown: Sequence[Suggestion] | None = None
        self.show_suggestions(())

    def show_suggestions(self, found: Sequence[Suggestion]) -> None:
        """Show whom to think of next."""
        if self._shown is not None and list(found) == list(self._shown):
            return
        self._shown = tuple(found)
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [_Row(each) for each in found]
        for place, row in enumerate(self.rows):
            row.add.clicked.connect(
                lambda _on=False, each=found[place]: self.add_requested.emit(
                    each.contact_id, each.name
                )
            )
            row.open.clicked.connect(
                lambda _on=False, each=found[place]: self.open_requested.emit(each.contact_id)
            )
            self._column.body.insertWidget(place, row)
        self._column.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.empty.setText(
            _("Nobody else comes to mind. Notes and tags on people let them be found here.")
        )


class _Row(QFrame):
    """One person who is suggested."""

    def __init__(self, found: Suggestion) -> None:
        super().__init__()
        self.setProperty("role", "due")
        role = ", ".join(part for part in (found.position, found.company) if part)
        why = "; ".join(reason.text for reason in found.fit.reasons[:_REASONS])
        words = QVBoxLayout()
        words.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(8)
        name = ElidedLabel(found.name, "h2")
        name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        head.addWidget(name, 1)
        head.addWidget(ElidedLabel(role, "muted"), 1)
        words.addLayout(head)
        words.addWidget(ElidedLabel(why, "muted"))
        self.open: QPushButton = QPushButton(_("Open"))
        self.open.setProperty("flat", True)
        self.open.setAutoDefault(False)
        self.open.setAccessibleName(_("Open {name}").format(name=found.name))
        self.add: QPushButton = IconButton("plus", _("Add to board"))
        self.add.setAccessibleName(_("Add {name} to the board").format(name=found.name))
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 6, 8, 6)
        line.setSpacing(8)
        line.addLayout(words, 1)
        line.addWidget(
            plain_label(_("Fit {share}").format(share=percent(found.fit.share)), "muted")
        )
        line.addWidget(self.open)
        line.addWidget(self.add)
