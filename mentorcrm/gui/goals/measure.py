"""How a goal is measured: what is counted, from where, how far, and to where."""

from __future__ import annotations

import math

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from mentorcrm import core
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
    """Metric and unit, start, now and target, and the bar which they make."""

    number_committed = Signal(str, object)
    """Field and value (a number or None)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counted = AutoSaveField(_("What is counted"), _("What is counted"))
        self.unit = AutoSaveField(_("Unit"), _("times, people, euros"))
        self.numbers = {
            "start_value": NumberLine(_("Start")),
            "current_value": NumberLine(_("Now")),
            "target_value": NumberLine(_("Target")),
        }
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Progress"))
        self.words = plain_label("", "caption")
        for name, line in self.numbers.items():
            line.number_committed.connect(
                lambda value, name=name: self.number_committed.emit(name, value)
            )
        self._lay_out()

    def show_values(
        self, start: float | None, current: float | None, target: float | None, unit: str
    ) -> None:
        """Show what is stored, and how far that is."""
        for name, value in (
            ("start_value", start),
            ("current_value", current),
            ("target_value", target),
        ):
            self.numbers[name].show_number(value)
        done = core.goals.progress(start, current, target)
        self.bar.setVisible(done is not None)
        self.words.setVisible(done is not None)
        if done is not None and current is not None and target is not None:
            self.bar.setValue(round(done * 1000))
            text = _("{now} of {target} {unit}, {percent} %").format(
                now=as_text(current), target=as_text(target), unit=unit, percent=round(done * 100)
            )
            self.words.setText(" ".join(text.split()).replace(" ,", ","))
            self.bar.setAccessibleDescription(self.words.text())

    def flush(self) -> None:
        """Save the number being typed now."""
        for line in self.numbers.values():
            line.flush()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.counted, 3)
        first.addWidget(self.unit, 1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        for column, line in enumerate(self.numbers.values()):
            label = plain_label(line.accessibleName(), "caption")
            label.setBuddy(line)
            grid.addWidget(label, 0, column)
            grid.addWidget(line, 1, column)
            grid.setColumnStretch(column, 1)
        done = QHBoxLayout()
        done.setSpacing(12)
        done.addWidget(self.bar, 1)
        done.addWidget(self.words)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addLayout(first)
        outer.addLayout(grid)
        outer.addLayout(done)


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
