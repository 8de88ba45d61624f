"""A day in one line: typed, stepped through by keys, or chosen in a calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QDateEdit, QWidget

from mentorcrm.gui.widgets.dates import calendar


class DayField(QDateEdit):
    """A day typed or chosen; leaves the wheel to the page."""

    committed = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setCalendarPopup(True)
        self.setDisplayFormat("d MMM yyyy")
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._stored: date | None = None
        self._has_calendar = False
        self.editingFinished.connect(self._finish)

    def value(self) -> date:
        """Return the day shown."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def load(self, value: date) -> None:
        """Show what is stored, unless the user is in the field."""
        if self._stored == value or (self.hasFocus() and self.value() != self._stored):
            return
        self._stored = value
        self.setDate(QDate(value.year, value.month, value.day))

    def _finish(self) -> None:
        if self._stored is not None and self.value() != self._stored:
            self._stored = self.value()
            self.committed.emit(self._stored)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._make_calendar()
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._make_calendar()
        super().mousePressEvent(event)

    def _make_calendar(self) -> None:
        # Not before: a calendar takes 5 ms to make, and a page may have many days.
        if not self._has_calendar:
            self._has_calendar = True
            self.setCalendarWidget(calendar(framed=True))
            self.calendarWidget().clicked.connect(lambda _day: self._finish())

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        # Tab goes on to the next field at once; Left and Right go through day, month and year.
        return QWidget.focusNextPrevChild(self, next)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
