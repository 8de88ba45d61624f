"""Pick a day and a time at which a reminder should come back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from mentorcrm.core.i18n import _
from mentorcrm.gui.widgets.dates import DateTimeField
from mentorcrm.gui.widgets.labels import plain_label


class PickTimeDialog(QDialog):
    """Ask for a wall clock time and hand it over."""

    def __init__(
        self, what: str, start: datetime, then: Callable[[datetime], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Snooze"))
        self.when = DateTimeField(_("Remind me on"))
        self.when.load(start)
        title = plain_label(what, "h1")
        title.setWordWrap(True)
        buttons = QDialogButtonBox()
        self.accept_button = buttons.addButton(_("Snooze"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(plain_label(_("Remind me again on"), "muted"))
        column.addWidget(self.when)
        column.addWidget(buttons)
        self.accepted.connect(lambda: then(self.when.value()))
        self.finished.connect(self.deleteLater)
        self.when.setFocus()
