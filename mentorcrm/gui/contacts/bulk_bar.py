"""What can be done with the people selected, in place of the filters."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from mentorcrm.core.i18n import _, ngettext
from mentorcrm.gui.format import count
from mentorcrm.gui.widgets.buttons import IconButton, icon_button
from mentorcrm.gui.widgets.labels import plain_label


class BulkBar(QWidget):
    """Name how many people are selected, and offer what fits the list they are in."""

    board_requested = Signal()
    archive_requested = Signal()
    unarchive_requested = Signal()
    trash_requested = Signal()
    restore_requested = Signal()
    erase_requested = Signal()
    export_requested = Signal()
    clear_requested = Signal()

    def __init__(self, tag_menu: QMenu, untag_menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = plain_label("", "h2")
        self.tag_button = IconButton("tag", _("Tag"), token="muted")
        self.tag_button.setMenu(tag_menu)
        self.untag_button = IconButton("tag", _("Remove tag"), token="muted")
        self.untag_button.setMenu(untag_menu)
        self.board_button = self._button("square-kanban", _("Add to board"), self.board_requested)
        self.archive_button = self._button("archive", _("Archive"), self.archive_requested)
        self.unarchive_button = self._button(
            "archive-restore", _("Bring back"), self.unarchive_requested
        )
        self.trash_button = self._button("trash-2", _("Delete"), self.trash_requested)
        self.restore_button = self._button("undo-2", _("Restore"), self.restore_requested)
        self.erase_button = self._button("trash-2", _("Delete for good…"), self.erase_requested)
        self.erase_button.setProperty("danger", True)
        self.export_button = self._button("share", _("Export…"), self.export_requested)
        self.clear_button = icon_button("x", _("Clear selection"))
        self.clear_button.clicked.connect(self.clear_requested)
        self._lay_out()

    def show_selection(self, selected: int, total: int, state: str) -> None:
        """Say how many are selected and offer what fits ``state``."""
        text = ngettext("{n} of {total} selected", "{n} of {total} selected", selected)
        self.label.setText(text.format(n=count(selected), total=count(total)))
        for buttons, states in self._offers():
            for button in buttons:
                button.setVisible(state in states)

    def _offers(self) -> Sequence[tuple[Sequence[QPushButton], Sequence[str]]]:
        listed = (self.tag_button, self.untag_button, self.board_button, self.archive_button)
        return (
            (listed, ("listed",)),
            ((self.unarchive_button,), ("archived",)),
            ((self.trash_button, self.export_button), ("listed", "archived")),
            ((self.restore_button, self.erase_button), ("trash",)),
        )

    def _button(self, icon: str, text: str, signal: object) -> IconButton:
        button = IconButton(icon, text, token="muted")
        button.clicked.connect(signal)
        return button

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.label)
        line.addStretch(1)
        for buttons, _states in self._offers():
            for button in buttons:
                line.addWidget(button)
        line.addWidget(self.clear_button)
