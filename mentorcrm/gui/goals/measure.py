"""How a goal is measured: what is counted, from where and to where."""

from __future__ import annotations

import math

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mentorcrm.core.i18n import _
from mentorcrm.gui.widgets.fields import AutoSaveField
from mentorcrm.gui.widgets.labels import plain_label


class NumberLine(AutoSaveField):
    """A number that may be left empty; what is no number is marked and not saved."""

    number_committed = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, "", parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.committed.connect(self._read)

    def show_number(self, value: float | None) -> None:
        """Show what is stored."""
        self._mark(valid=True)
        self.load("" if value is None else as_text(value))

    def _read(self, text: str) -> None:
        value = as_number(text)
        valid = value is not None or not text.strip()
        self._mark(valid=valid)
        if valid:
            self.number_committed.emit(value)

    def _mark(self, *, valid: bool) -> None:
        if self.property("invalid") != (not valid):
            self.setProperty("invalid", not valid)
            self.style().unpolish(self)
            self.style().polish(self)
        self.setToolTip("" if valid else _("A number such as 12 or 0.5"))


class MeasureFields(QWidget):
    """What is counted, where it starts, where it is to arrive, and in which unit."""

    number_committed = Signal(str, object)
    """Field and value (a number or None)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counted = AutoSaveField(
            _("What you will count or see"), _("What you will count or see")
        )
        self.unit = AutoSaveField(_("Unit"), _("times, people"))
        self.numbers = {
            "start_value": NumberLine(_("From")),
            "target_value": NumberLine(_("To")),
        }
        for name, line in self.numbers.items():
            line.number_committed.connect(
                lambda value, name=name: self.number_committed.emit(name, value)
            )
        self._lay_out()

    def show_values(self, start: float | None, target: float | None) -> None:
        """Show what is stored."""
        self.numbers["start_value"].show_number(start)
        self.numbers["target_value"].show_number(target)

    def has_target(self) -> bool:
        """Tell whether there is a number to reach."""
        return as_number(self.numbers["target_value"].text()) is not None

    def flush(self) -> None:
        """Save the number being typed now."""
        for line in self.numbers.values():
            line.flush()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        for column, line in enumerate((*self.numbers.values(), self.unit)):
            label = plain_label(line.accessibleName(), "caption")
            label.setBuddy(line)
            grid.addWidget(label, 0, column)
            grid.addWidget(line, 1, column)
            grid.setColumnStretch(column, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        outer.addWidget(self.counted)
        outer.addLayout(grid)


def as_number(text: str) -> float | None:
    """Return the number that was typed, in the user's way of writing or with a point."""
    plain = text.strip().replace("\u00a0", "").replace(" ", "")
    value, ok = QLocale().toDouble(plain)
    if not ok:
        value, ok = QLocale.c().toDouble(plain)
    return float(value) if ok and math.isfinite(value) else None


def as_text(value: float) -> str:
    """Return a number as the user would type it: no grouping, no needless zeros."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(float(value), "g", 12)
