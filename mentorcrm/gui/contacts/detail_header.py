"""The head of the detail pane: who it is, where they stand, and what to do at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from mentorcrm.core.cards import STAGES, stage_name
from mentorcrm.core.i18n import _
from mentorcrm.gui import icons
from mentorcrm.gui.contacts.stages import STAGE_ICONS
from mentorcrm.gui.widgets.buttons import IconButton, icon_button
from mentorcrm.gui.widgets.choices import Choice
from mentorcrm.gui.widgets.fields import AutoSaveField
from mentorcrm.gui.widgets.labels import ElidedLabel, plain_label

if TYPE_CHECKING:
    from mentorcrm.core.board import CandidateRow
    from mentorcrm.core.contacts import ContactDetail


_TITLE_INSET = 7
"""How far the text of the name stands inside its field; what is below stands as far in."""


class DetailHeader(QWidget):
    """Name, role line, stage, e-mail, log note, and a menu of the rest."""

    stage_chosen = Signal(str)
    board_requested = Signal()
    email_requested = Signal()
    log_requested = Signal()
    copy_requested = Signal()
    archive_requested = Signal()
    unarchive_requested = Signal()
    trash_requested = Signal()
    restore_requested = Signal()
    remove_card_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = AutoSaveField(_("Name"))
        self.name.setProperty("role", "title")
        self.role = ElidedLabel("", "muted")
        self.aside = plain_label("", "pill")
        self.stage = Choice()
        self.stage.setAccessibleName(_("Stage"))
        self.stage.setIconSize(QSize(16, 16))
        for stage in STAGES:
            self.stage.addItem(icons.icon(STAGE_ICONS[stage], stage), stage_name(stage), stage)
        self.board_button = IconButton("square-kanban", _("Add to board"))
        self.email_button = IconButton("mail", _("E-mail"))
        self.log_button = IconButton("notebook-pen", _("Log note"))
        self.more = icon_button("ellipsis", _("More actions"))
        self._menu = QMenu(self.more)
        self._actions = self._fill_menu()
        self.more.setMenu(self._menu)
        self.more.setPopupMode(self.more.ToolButtonPopupMode.InstantPopup)
        self._connect()
        self._lay_out()

    def show_person(self, shown: ContactDetail, card: CandidateRow | None) -> None:
        """Show whom the pane is about; the name is filled by who saves it."""
        self.role.setText(shown.role_line or shown.location)
        self.role.setVisible(bool(shown.role_line or shown.location))
        in_trash, archived = shown.deleted_at is not None, shown.archived_at is not None
        self.aside.setText(_("In the trash") if in_trash else _("Archived"))
        self.aside.setVisible(in_trash or archived)
        away = in_trash or archived
        self.name.setReadOnly(in_trash)
        self.stage.setVisible(card is not None and not away)
        self.board_button.setVisible(card is None and not away)
        if card is not None:
            self.stage.setCurrentIndex(STAGES.index(card.stage))
        self._show_email(shown)
        offers = {
            "copy": bool(shown.emails),
            "archive": not away,
            "unarchive": archived and not in_trash,
            "remove_card": card is not None and not away,
            "trash": not in_trash,
            "restore": in_trash,
        }
        for name, offered in offers.items():
            self._actions[name].setVisible(offered)

    def _show_email(self, shown: ContactDetail) -> None:
        self.email_button.setEnabled(bool(shown.emails))
        tip = (
            _("Write to {address}").format(address=shown.emails[0].value)
            if shown.emails
            else _("No e-mail address is known. Add one below.")
        )
        self.email_button.setToolTip(tip)

    def _fill_menu(self) -> dict[str, QAction]:
        rows = (
            ("copy", "copy", _("Copy e-mail address"), self.copy_requested),
            ("remove_card", "x", _("Remove card from the board"), self.remove_card_requested),
            ("archive", "archive", _("Archive"), self.archive_requested),
            ("unarchive", "archive-restore", _("Bring back"), self.unarchive_requested),
            ("restore", "undo-2", _("Restore"), self.restore_requested),
            ("trash", "trash", _("Delete"), self.trash_requested),
        )
        actions = {}
        for name, icon, text, signal in rows:
            actions[name] = self._menu.addAction(icons.icon(icon, "muted"), text)
            actions[name].triggered.connect(lambda _on=False, signal=signal: signal.emit())
        return actions

    def _connect(self) -> None:
        self.stage.activated.connect(
            lambda _place: self.stage_chosen.emit(str(self.stage.currentData()))
        )
        self.board_button.clicked.connect(self.board_requested)
        self.email_button.clicked.connect(self.email_requested)
        self.log_button.clicked.connect(self.log_requested)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.name, 1)
        top.addWidget(self.aside)
        top.addWidget(self.more)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for widget in (self.stage, self.board_button, self.email_button, self.log_button):
            widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            buttons.addWidget(widget)
        below = QVBoxLayout()
        below.setContentsMargins(_TITLE_INSET, 0, 0, 0)
        below.setSpacing(8)
        below.addWidget(self.role)
        below.addLayout(buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16 - _TITLE_INSET, 14, 16, 8)
        outer.setSpacing(4)
        outer.addLayout(top)
        outer.addLayout(below)
