"""From tokens to Qt's palette, which Fusion and every standard widget paint with."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from mentorcrm.gui.theme.tokens import Tokens

_Role = QPalette.ColorRole
_ROLES = {
    _Role.Window: "window",
    _Role.WindowText: "text",
    _Role.Base: "surface",
    _Role.AlternateBase: "column",
    _Role.Text: "text",
    _Role.Button: "surface",
    _Role.ButtonText: "text",
    _Role.ToolTipBase: "text",
    _Role.ToolTipText: "surface",
    _Role.Highlight: "accent",
    _Role.HighlightedText: "on_accent",
    _Role.Link: "accent",
    _Role.LinkVisited: "declined",
    _Role.BrightText: "danger",
    _Role.Accent: "accent",
    _Role.Light: "surface",
    _Role.Midlight: "column",
    _Role.Mid: "border",
    _Role.Dark: "control",
    _Role.Shadow: "control",
    _Role.PlaceholderText: "faint",
}


def palette(tokens: Tokens) -> QPalette:
    """Return the palette of ``tokens``."""
    result = QPalette()
    for role, name in _ROLES.items():
        result.setColor(role, QColor(tokens.color(name)))
    disabled = QColor(tokens.faint)
    disabled.setAlphaF(0.62)
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, disabled)
    result.setColor(QPalette.ColorGroup.Disabled, _Role.Highlight, QColor(tokens.border))
    return result
