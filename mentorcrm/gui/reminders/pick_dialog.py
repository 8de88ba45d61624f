"""Pick a day and a time at which a reminder should come back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QWidget

from mentorcrm.core.i18n import _
from mentorcrm.gui.widgets.dates import DateTimeField
from mentorcrm.gui.widgets.form_dialog import FormDialog


class PickTimeDialog(FormDialog):
    """Ask for a wall clock time and hand it over."""

    def __init__(
        self, what: str, start: datetime, then: Callable[[datetime], object], parent: QWidget
    ) -> None:
        super().__init__(what, _("Snooze"), parent)
        self.setWindowTitle(_("Snooze"))
        self.when = DateTimeField(_("Remind me on"))
        self.when.load(start)
        self.form.addRow(_("&Remind me again on"), self.when)
        self.accepted.connect(lambda: then(self.when.value()))
        self.when.setFocus()
