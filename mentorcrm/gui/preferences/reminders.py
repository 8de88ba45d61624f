"""When reminders speak."""

from __future__ import annotations

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QTimeEdit, QWidget

from mentorcrm.core.i18n import _
from mentorcrm.core.settings import (
    FOLLOW_UP_DAYS,
    HIDE_NAMES,
    NOTIFY,
    NOTIFY_ON_WEEKENDS,
    QUIET_FROM,
    QUIET_UNTIL,
    REMINDER_TIME,
    Setting,
)
from mentorcrm.gui.app import App
from mentorcrm.gui.widgets.labels import plain_label
from mentorcrm.gui.widgets.numbers import compact, number_field, roomy
from mentorcrm.gui.widgets.page import Form

_CLOCK = "HH:mm"


class Reminders(QWidget):
    """Choose the time of day, the days to a follow-up, and when to be quiet."""

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _("Reminders")
        self._settings = app.settings
        form = Form(self, label_chars=16)
        self.time = self._clock(_("Time of day"), REMINDER_TIME)
        form.add(_("&Time of day"), self.time, _("New follow-ups are planned for this time."))
        self.days = number_field(_("Follow up after"), 1, 365)
        self.days.setSuffix(" " + _("days"))
        compact(self.days)
        self.days.setValue(self._settings.get(FOLLOW_UP_DAYS))
        self.days.valueChanged.connect(lambda n: self._settings.remember(FOLLOW_UP_DAYS, n))
        form.add(_("&Follow up after"), self.days)
        self.notify = self._check(_("Show &notifications"), NOTIFY)
        self.weekends = self._check(_("Also on &weekends"), NOTIFY_ON_WEEKENDS)
        self.hide_names = self._check(_("&Hide names in notifications"), HIDE_NAMES)
        for box in (self.notify, self.weekends, self.hide_names):
            form.addRow("", box)
        self.quiet_from = self._clock(_("Quiet from"), QUIET_FROM)
        self.quiet_until = self._clock(_("Quiet until"), QUIET_UNTIL)
        until = plain_label(_("&until"))
        until.setBuddy(self.quiet_until)
        quiet = QWidget()
        line = QHBoxLayout(quiet)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        for part in (self.quiet_from, until, self.quiet_until):
            line.addWidget(part)
        line.addStretch(1)
        quiet.setFocusProxy(self.quiet_from)
        form.add(_("&Quiet from"), quiet).setBuddy(self.quiet_from)

    def _check(self, text: str, setting: Setting[bool]) -> QCheckBox:
        box = QCheckBox(text)
        box.setChecked(self._settings.get(setting))
        box.toggled.connect(lambda on: self._settings.remember(setting, on))
        return box

    def _clock(self, name: str, setting: Setting[str]) -> QTimeEdit:
        field = QTimeEdit()
        field.setAccessibleName(name)
        field.setDisplayFormat(_CLOCK)
        field.setKeyboardTracking(False)
        field.setTime(QTime.fromString(self._settings.get(setting), _CLOCK))
        field.timeChanged.connect(
            lambda time: self._settings.remember(setting, time.toString(_CLOCK))
        )
        roomy(field)
        compact(field)
        return field
