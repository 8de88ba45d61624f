"""The head of the editor: title, other descriptions, preview, coach, and the menu of the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from mentorcrm.core.i18n import _
from mentorcrm.gui import icons
from mentorcrm.gui.job_descriptions.description_list import caption
from mentorcrm.gui.widgets.buttons import IconButton, icon_button
from mentorcrm.gui.widgets.fields import AutoSaveField

if TYPE_CHECKING:
    from mentorcrm.core.job_descriptions import DescriptionRow


class EditorHead(QWidget):
    """Title and buttons; entries of the menu are added by ``add_action``."""

    description_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = AutoSaveField(_("Title"), _("Who are you looking for?"))
        self.title.setProperty("role", "title")
        self.switcher = icon_button("chevrons-up-down", _("Other descriptions"))
        self.switcher.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._others = QMenu(self.switcher)
        self.switcher.setMenu(self._others)
        self.switcher.hide()
        self.preview_button = IconButton("eye", _("Preview"))
        self.preview_button.setCheckable(True)
        self.coach_button = IconButton("message-circle-question-mark", _("Coach"))
        self.coach_button.setCheckable(True)
        self.copy_button = icon_button("copy", _("Copy as Markdown"))
        self.more = icon_button("ellipsis", _("More"))
        self.menu = QMenu(self.more)
        self.more.setMenu(self.menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 8)
        row.setSpacing(8)
        row.addWidget(self.title, 1)
        row.addWidget(self.switcher)
        row.addWidget(self.preview_button)
        row.addWidget(self.coach_button)
        row.addWidget(self.copy_button)
        row.addWidget(self.more)

    def show_descriptions(self, rows: Sequence[DescriptionRow], shown: int) -> None:
        """Offer the other descriptions, when there are any."""
        self.switcher.setVisible(len(rows) > 1)
        self._others.clear()
        for row in rows:
            words = f"{row.title}\t{caption(row)}".replace("&", "&&")
            action = self._others.addAction(words)
            action.setCheckable(True)
            action.setChecked(row.id == shown)
            action.triggered.connect(
                lambda _on=False, record_id=row.id: self.description_chosen.emit(record_id)
            )

    def add_action(self, icon: str, text: str, act: Callable[[], object]) -> None:
        """Add an entry to the menu."""
        action = self.menu.addAction(icons.icon(icon, "muted"), text)
        action.triggered.connect(lambda _on=False: act())
