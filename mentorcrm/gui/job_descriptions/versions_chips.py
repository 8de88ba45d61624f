"""To whom the chosen version went: one button for each, with what can be done about it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from mentorcrm.core.i18n import _
from mentorcrm.gui import icons
from mentorcrm.gui.job_descriptions.versions_list import sending_words
from mentorcrm.gui.widgets.tags import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentorcrm.core.job_descriptions.sendings import SendingRow
    from mentorcrm.gui.app import App


class SentChips(QWidget):
    """Show the sendings of a version; hidden when there is none."""

    open_requested = Signal(int)
    """Show the person of this id."""
    edit_requested = Signal(object)
    delete_requested = Signal(object)

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._shown: Sequence[SendingRow] = ()
        self.chips: list[QPushButton] = []
        self._flow = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_sendings(self, sendings: Sequence[SendingRow]) -> None:
        """Show these."""
        if sendings != self._shown:
            self._shown = sendings
            for chip in self.chips:
                self._flow.removeWidget(chip)
                chip.hide()
                chip.deleteLater()
            self.chips = [self._chip(sent) for sent in sendings]
            for chip in self.chips:
                self._flow.addWidget(chip)
                chip.show()
        self.setVisible(bool(sendings))
        self.updateGeometry()

    def _chip(self, sent: SendingRow) -> QPushButton:
        words = sending_words(sent, self._app.zone())
        chip = QPushButton(words.replace("&", "&&"))
        chip.setProperty("dropdown", True)
        chip.setIcon(icons.icon("send", "accepted"))
        chip.setIconSize(QSize(20, 16))
        chip.setAutoDefault(False)
        chip.setAccessibleName(_("Sent to {sending}").format(sending=words))
        chip.setToolTip(sent.note)
        menu = QMenu(chip)
        for icon, text, act in (
            ("user", _("Open {name}").replace("{name}", sent.contact), self._open),
            ("pencil", _("Change…"), self.edit_requested.emit),
            ("trash-2", _("Not sent after all"), self.delete_requested.emit),
        ):
            action = menu.addAction(icons.icon(icon, "muted"), text.replace("&", "&&"))
            action.triggered.connect(partial(self._act, act, sent))
        chip.setMenu(menu)
        return chip

    def _act(self, act: object, sent: SendingRow, _checked: bool = False) -> None:
        assert callable(act)
        act(sent)

    def _open(self, sent: SendingRow) -> None:
        self.open_requested.emit(sent.contact_id)
