"""Fields for numbers and times of day, with the room before the text that other fields have."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QTimeEdit,
)

_BEFORE = 8


def roomy(spin: QAbstractSpinBox) -> None:
    """Give ``spin`` the padding that a style sheet cannot give to its inner line."""
    if isinstance(spin, QTimeEdit):
        # Hours come first everywhere; Qt would turn them round where a language runs to the left.
        spin.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    line = spin.findChild(QLineEdit)
    if line is not None:
        line.setTextMargins(_BEFORE, 0, 0, 0)
        line.setAccessibleName(spin.accessibleName())


def compact(spin: QAbstractSpinBox) -> None:
    """Keep ``spin`` as wide as what it holds, where a form would stretch it."""
    spin.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    spin.setMinimumWidth(spin.fontMetrics().averageCharWidth() * 16)


def number_field(name: str, low: int = 0, high: int = 99, step: int = 1) -> QSpinBox:
    """Return a field for a whole number from ``low`` to ``high``."""
    field = QSpinBox()
    field.setAccessibleName(name)
    field.setRange(low, high)
    field.setSingleStep(step)
    roomy(field)
    return field
