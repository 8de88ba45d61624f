"""Small questions about a card, asked only when the user wants to answer them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QDateEdit, QLineEdit, QWidget

from mentorcrm.core.i18n import _
from mentorcrm.gui.widgets.dates import DateTimeField
from mentorcrm.gui.widgets.form_dialog import FormDialog


class FollowUpDialog(FormDialog):
    """Ask when to follow up: a day and a time of the wall clock."""

    def __init__(
        self,
        name: str,
        local: datetime,
        then: Callable[[datetime], object],
        parent: QWidget,
    ) -> None:
        title = _("Follow up with {name}").format(name=name)
        super().__init__(title, _("Set follow-up"), parent)
        self.when = DateTimeField(_("Follow up on"))
        self.when.load(local)
        self.form.addRow(_("&Follow up on"), self.when)
        self.accepted.connect(lambda: then(self.when.value()))


class ReasonDialog(FormDialog):
    """Ask why somebody declined and whether to try again."""

    def __init__(
        self,
        name: str,
        today: date,
        then: Callable[[str, date | None], object],
        parent: QWidget,
    ) -> None:
        title = _("Why did {name} decline?").format(name=name)
        super().__init__(title, _("Add reason"), parent)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(_("Such as: too busy until summer"))
        self.again = QCheckBox(_("&Try again on"))
        self.day = QDateEdit()
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("ddd d MMM yyyy")
        later = QDate(today.year, today.month, today.day).addMonths(6)
        self.day.setDate(later)
        self.day.setEnabled(False)
        self.day.setAccessibleName(_("Try again on"))
        self.again.toggled.connect(self.day.setEnabled)
        self.form.addRow(_("&Reason"), self.reason)
        self.form.addRow(self.again, self.day)
        self._then = then
        self.accepted.connect(lambda: self._then(self.reason.text(), self.revisit_on()))

    def revisit_on(self) -> date | None:
        """Return the day to try again, None when there is none."""
        day = self.day.date()
        return date(day.year(), day.month(), day.day()) if self.again.isChecked() else None
