"""Choosing a date, or a date and a time of day; empty is possible."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, Qt, QTime, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QDateEdit,
    QHBoxLayout,
    QMenu,
    QTimeEdit,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from mentorcrm.core.i18n import _
from mentorcrm.gui import icons
from mentorcrm.gui.widgets.buttons import IconButton, icon_button
from mentorcrm.gui.widgets.numbers import roomy

_DATE = "ddd d MMM yyyy"


class DateField(QWidget):
    """A date that can be empty: a button with a calendar, and a cross."""

    committed = Signal(object)
    """The new ``date``, or None."""

    def __init__(self, name: str, empty: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._empty = empty or _("No date")
        self._value: date | None = None
        self.button = IconButton("calendar", "", token="muted")
        self._calendar = calendar()
        self._calendar.clicked.connect(self._picked)
        self._calendar.activated.connect(self._picked)
        menu = QMenu(self.button)
        action = QWidgetAction(menu)
        action.setDefaultWidget(self._calendar)
        menu.addAction(action)
        menu.aboutToShow.connect(self._prepare)
        self.button.setMenu(menu)
        self.clear_button: QToolButton = icon_button("x", _("Remove date"))
        self.clear_button.clicked.connect(lambda: self._commit(None))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self.button)
        line.addWidget(self.clear_button)
        line.addStretch(1)
        self.setFocusProxy(self.button)
        self._show()

    def value(self) -> date | None:
        """Return the date, None for none."""
        return self._value

    def load(self, value: date | None) -> None:
        """Show ``value``."""
        self._value = value
        self._show()

    def _prepare(self) -> None:
        shown = self._value or date.today()  # noqa: DTZ011 - the page that the calendar opens at
        self._calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))

    def _picked(self, day: QDate) -> None:
        self.button.menu().hide()
        self._commit(date(day.year(), day.month(), day.day()))

    def _commit(self, value: date | None) -> None:
        if value != self._value:
            self.load(value)
            self.committed.emit(value)

    def _show(self) -> None:
        text = self._empty
        if self._value is not None:
            day = QDate(self._value.year, self._value.month, self._value.day)
            text = self.locale().toString(day, _DATE)
        self.button.setText(text)
        self.button.setAccessibleName(f"{self._name}: {text}")
        self.clear_button.setVisible(self._value is not None)


class DateTimeField(QWidget):
    """A wall-clock date and time; ``committed`` gives a naive ``datetime``."""

    committed = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.date = QDateEdit()
        self.date.setCalendarPopup(True)
        self.date.setCalendarWidget(calendar(framed=True))
        self.date.setDisplayFormat(_DATE)
        self.date.setAccessibleName(_("{name}, date").format(name=name))
        self.time = QTimeEdit()
        self.time.setDisplayFormat("HH:mm")
        self.time.setAccessibleName(_("{name}, time").format(name=name))
        roomy(self.time)
        self._loaded: datetime | None = None
        self.date.editingFinished.connect(self.flush)
        self.time.editingFinished.connect(self.flush)
        self.date.calendarWidget().clicked.connect(lambda _day: self.flush())
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.date, 3)
        line.addWidget(self.time, 2)
        self.setFocusProxy(self.date)

    def value(self) -> datetime:
        """Return the wall-clock moment shown."""
        day, clock = self.date.date(), self.time.time()
        return datetime(day.year(), day.month(), day.day(), clock.hour(), clock.minute())  # noqa: DTZ001

    def load(self, value: datetime) -> None:
        """Show a wall-clock moment."""
        self._loaded = value.replace(tzinfo=None, second=0, microsecond=0)
        self.date.setDate(QDate(value.year, value.month, value.day))
        self.time.setTime(QTime(value.hour, value.minute))

    def flush(self) -> None:
        """Tell the moment shown, if it is another one."""
        if self._loaded is not None and self.value() != self._loaded:
            self._loaded = self.value()
            self.committed.emit(self._loaded)


def calendar(*, framed: bool = False) -> QCalendarWidget:
    """Return a calendar in our look: no week numbers, short day names; in a menu no frame."""
    widget = QCalendarWidget()
    if framed:
        widget.setProperty("framed", True)
        widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        widget.setContentsMargins(1, 1, 1, 1)
    widget.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    widget.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
    widget.setGridVisible(False)
    widget.setFirstDayOfWeek(widget.locale().firstDayOfWeek())
    # A weekend is no warning: Qt would write it in red.
    for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        widget.setWeekdayTextFormat(weekday, QTextCharFormat())
    for button in widget.findChildren(QToolButton):
        if button.objectName() == "qt_calendar_prevmonth":
            button.setAccessibleName(_("Previous month"))
            button.setIcon(icons.icon("chevron-left", "muted"))
        elif button.objectName() == "qt_calendar_nextmonth":
            button.setAccessibleName(_("Next month"))
            button.setIcon(icons.icon("chevron-right", "muted"))
    char, line = widget.fontMetrics().averageCharWidth(), widget.fontMetrics().height()
    widget.setMinimumSize(38 * char, 14 * line)
    return widget
