"""What can be done with the people selected, in place of the filters."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from mentorcrm.core.i18n import _, ngettext
from mentorcrm.gui.format import count
from mentorcrm.gui.widgets.buttons import IconButton, icon_button
from mentorcrm.gui.widgets.labels import plain_label


class BulkBar(QWidget):
    """Name how many people are selected, and offer what fits the list they are in.

    Where the room is short the buttons show their icons only.
    """

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
        self._texts: dict[IconButton, str] = {}
        self._state = "listed"
        self._compact = False
        self.label = plain_label("", "h2")
        self.tag_button = self._button("tag", _("Tag"))
        self.tag_button.setMenu(tag_menu)
        self.untag_button = self._button("tags", _("Remove tag"))
        self.untag_button.setMenu(untag_menu)
        self.board_button = self._button("square-kanban", _("Add to board"), self.board_requested)
        self.archive_button = self._button("archive", _("Archive"), self.archive_requested)
        self.unarchive_button = self._button(
            "archive-restore", _("Bring back"), self.unarchive_requested
        )
        self.export_button = self._button("file-up", _("Export…"), self.export_requested)
        self.trash_button = self._button("trash", _("Delete"), self.trash_requested)
        self.restore_button = self._button("undo-2", _("Restore"), self.restore_requested)
        self.erase_button = self._button("trash", _("Delete for good…"), self.erase_requested)
        self.erase_button.setProperty("danger", True)
        self.clear_button = icon_button("x", _("Clear selection"))
        self.clear_button.clicked.connect(self.clear_requested)
        self._lay_out()

    def show_selection(self, selected: int, total: int, state: str) -> None:
        """Say how many are selected and offer what fits ``state``."""
        text = ngettext("{n} of {total} selected", "{n} of {total} selected", selected)
        self.label.setText(text.format(n=count(selected), total=count(total)))
        self._state = state
        self._arrange()

    def _arrange(self) -> None:
        offered = self._offered()
        for button in self._texts:
            button.setVisible(button in offered)
        for compact in (False, True):
            self._set_compact(compact)
            if self._wanted_width(offered) <= self.width():
                return

    def _wanted_width(self, offered: Sequence[IconButton]) -> int:
        widths = [self.label.sizeHint().width(), self.clear_button.sizeHint().width()]
        widths += [button.sizeHint().width() for button in offered]
        return sum(widths) + 8 * (len(widths) + 1)

    def _set_compact(self, compact: bool) -> None:
        for button, text in self._texts.items():
            button.setText("" if compact else text)
            button.setToolTip(text if compact else "")

    def _offered(self) -> Sequence[IconButton]:
        if self._state == "trash":
            return (self.restore_button, self.erase_button)
        if self._state == "archived":
            return (self.unarchive_button, self.export_button, self.trash_button)
        return (
            self.tag_button,
            self.untag_button,
            self.board_button,
            self.archive_button,
            self.export_button,
            self.trash_button,
        )

    def _button(self, icon: str, text: str, signal: object = None) -> IconButton:
        button = IconButton(icon, text, token="muted")
        button.setAccessibleName(text)
        if signal is not None:
            button.clicked.connect(signal)
        self._texts[button] = text
        return button

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.label)
        line.addStretch(1)
        for button in self._texts:
            line.addWidget(button)
        line.addWidget(self.clear_button)
        # The page decides how wide it is, never this bar.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
