"""Painting a record of a short list as a card: its fonts, its frame, a line of its text."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle

from mentorcrm.gui import theme

PADDING = 12
GAP = 8


def card_fonts(base: QFont) -> tuple[QFont, QFont]:
    """Return the font of the title and that of what stands below it."""
    bold, small = QFont(base), QFont(base)
    bold.setWeight(QFont.Weight.DemiBold)
    small.setPointSizeF(base.pointSizeF() * 0.9)
    return bold, small


def card_box(rect: QRect) -> QRect:
    """Return the place of the card in the place of its row."""
    return rect.adjusted(2, 1, -2, 1 - GAP)


def fill_card(painter: QPainter, box: QRect, state: QStyle.StateFlag) -> QPainterPath:
    """Paint the surface of a card; return its outline."""
    selected = bool(state & QStyle.StateFlag.State_Selected)
    path = QPainterPath()
    path.addRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
    painter.fillPath(path, theme.color("selection" if selected else "surface"))
    return path


def outline_card(painter: QPainter, path: QPainterPath, state: QStyle.StateFlag) -> None:
    """Paint the border of a card, stronger when it is selected and has the keyboard."""
    selected = bool(state & QStyle.StateFlag.State_Selected)
    focused = bool(state & QStyle.StateFlag.State_HasFocus)
    width = theme.tokens().border_width + (1 if selected and focused else 0)
    painter.setPen(QPen(theme.color("accent" if selected else "border"), width))
    painter.drawPath(path)


def draw_line(painter: QPainter, rect: QRect, text: str, font: QFont, token: str) -> None:
    """Draw one line of text, cut where the room ends."""
    painter.setFont(font)
    painter.setPen(theme.color(token))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    side = QStyle.visualAlignment(painter.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
    painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, shown)
