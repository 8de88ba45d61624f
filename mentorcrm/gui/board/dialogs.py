"""Small questions about a card, asked only when the user wants to answer them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QDate, QDateTime, Qt, QTime
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QDateTimeEdit,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mentorcrm.core.i18n import _
from mentorcrm.gui.widgets.labels import plain_label


class CardDialog(QDialog):
    """A form with one button that says what it does."""

    def __init__(self, title: str, button: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = QFormLayout()
        self.form.setVerticalSpacing(12)
        self.form.setHorizontalSpacing(16)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.cancel_button = QPushButton(_("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.reject)
        self.done_button = QPushButton(button)
        self.done_button.setDefault(True)
        self.done_button.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.done_button)
        heading = plain_label(title, "h1")
        heading.setWordWrap(True)
        body = QVBoxLayout(self)
        body.setContentsMargins(24, 20, 24, 20)
        body.setSpacing(16)
        body.addWidget(heading)
        body.addLayout(self.form)
        body.addLayout(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)


class FollowUpDialog(CardDialog):
    """Ask when to follow up: a day and a time of the wall clock."""

    def __init__(
        self,
        name: str,
        local: datetime,
        then: Callable[[datetime], object],
        parent: QWidget,
    ) -> None:
        title = _("When do you want to follow up with {name}?").format(name=name)
        super().__init__(title, _("Set follow-up"), parent)
        self.when = QDateTimeEdit()
        self.when.setCalendarPopup(True)
        self.when.setDisplayFormat("ddd d MMM yyyy, HH:mm")
        self.when.setDateTime(
            QDateTime(QDate(local.year, local.month, local.day), QTime(local.hour, local.minute))
        )
        self.when.setAccessibleName(_("Follow up on"))
        self.form.addRow(_("&Follow up on"), self.when)
        self._then = then
        self.accepted.connect(lambda: self._then(self.local()))

    def local(self) -> datetime:
        """Return the chosen wall clock time."""
        day, time = self.when.date(), self.when.time()
        return datetime(  # noqa: DTZ001 - a wall clock time; core joins it with its zone
            day.year(), day.month(), day.day(), time.hour(), time.minute()
        )


class ReasonDialog(CardDialog):
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
