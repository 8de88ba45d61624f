"""The letters of a printed page."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

_FAMILIES = ("Inter", "Segoe UI", "Helvetica Neue", "Noto Sans", "DejaVu Sans")
_WITH_BOXES = ("Segoe UI Symbol", "Apple Symbols", "DejaVu Sans", "Noto Sans Symbols2")
_JOINED = ("liga", "clig", "calt", "dlig")
"""Features that draw several letters as one shape: Qt's PDF would forget which letters."""


def body_font(points: float) -> QFont:
    """Return the font of running text; families that Qt embeds whole come first."""
    family = next((name for name in _FAMILIES if QFontDatabase.hasFamily(name)), "")
    font = QFont(family) if family else QFont()
    font.setPointSizeF(points)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in _JOINED:
        font.setFeature(QFont.Tag(feature), 0)
    return font


def box_family() -> str:
    """Return a family that has the boxes of tasks; empty leaves the search to Qt."""
    return next((name for name in _WITH_BOXES if QFontDatabase.hasFamily(name)), "")


def code_family() -> str:
    """Return the family of lines that are shown as they are."""
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
