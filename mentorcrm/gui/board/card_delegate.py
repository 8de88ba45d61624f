"""How one card looks. It takes colours and sizes at paint time, so it follows every change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mentorcrm.core.cards import Card
from mentorcrm.gui import icons, theme
from mentorcrm.gui.board.card_text import third_line
from mentorcrm.gui.format import initials

Index = QModelIndex | QPersistentModelIndex

_RADIUS = 8
_PADDING = 10
_GAP = 8
_BELOW_NAME = 2
_BELOW_ROLE = 12
_EDGE = 4
_ICON = 16
_MOST_EDGES = 3
_BESIDE = 4
"""Room between a card and the sides of its column."""

# Worked out once: combining flags in Python takes a good part of the time of painting a card.
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine
_FROM_LEFT = int(_LINE | Qt.AlignmentFlag.AlignLeft)
_FROM_RIGHT = int(_LINE | Qt.AlignmentFlag.AlignRight)
_CENTER = int(Qt.AlignmentFlag.AlignCenter)
_SELECTED = QStyle.StateFlag.State_Selected
_FOCUSED = QStyle.StateFlag.State_HasFocus
_HOVERED = QStyle.StateFlag.State_MouseOver


class CardFonts:
    """The fonts of a card and their metrics, made once per text size."""

    def __init__(self, base: QFont) -> None:
        self.name = QFont(base)
        self.name.setWeight(QFont.Weight.DemiBold)
        self.small = QFont(base)
        self.small.setPointSizeF(base.pointSizeF() * 0.9)
        self.mark = QFont(base)
        self.mark.setPointSizeF(base.pointSizeF() * 0.8)
        self.mark.setWeight(QFont.Weight.DemiBold)
        self.name_metrics = QFontMetrics(self.name)
        self.small_metrics = QFontMetrics(self.small)
        self.name_height = self.name_metrics.height()
        self.small_height = self.small_metrics.height()
        lines = self.name_height + 2 * self.small_height + _BELOW_NAME + _BELOW_ROLE
        self.card_height = lines + 2 * _PADDING
        self.avatar = self.name_height + self.small_height + _BELOW_NAME - 2

    @property
    def row_height(self) -> int:
        """Return the height of a row: a card and the room below it."""
        return self.card_height + _GAP


class CardDelegate(QStyledItemDelegate):
    """Paint a card: who, what they do, what comes next, and the edge of its goal."""

    def __init__(
        self,
        card: Callable[[int], Card | None],
        now: Callable[[], datetime],
        zone: Callable[[], ZoneInfo],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        # Asked directly: by way of the model's data each card would become a QVariant first.
        self._card = card
        self._now = now
        self._zone = zone
        self._fonts: tuple[str, CardFonts] | None = None
        self.dragged: frozenset[int] = frozenset()
        """Cards that hang at the mouse: painted pale where they come from."""

    def fonts(self, base: QFont) -> CardFonts:
        """Return the fonts of a card where the text is set in ``base``."""
        key = base.key()
        if self._fonts is None or self._fonts[0] != key:
            self._fonts = (key, CardFonts(base))
        return self._fonts[1]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, self.fonts(option.font).row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card = self._card(index.row())
        if card is None:
            return
        fonts = self.fonts(option.font)
        box = option.rect.adjusted(_BESIDE, 0, -_BESIDE, -_GAP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        if card.id in self.dragged:
            painter.setOpacity(0.4)
        self.draw(painter, box, card, fonts, option.state)
        painter.restore()

    def draw(
        self,
        painter: QPainter,
        box: QRect,
        card: Card,
        fonts: CardFonts,
        state: QStyle.StateFlag,
    ) -> None:
        """Draw ``card`` into ``box``; also used for the picture that hangs at the mouse."""
        selected = _SELECTED in state
        _draw_frame(painter, box, card, state)
        inside = box.adjusted(_PADDING + 2, _PADDING, -_PADDING, -_PADDING)
        ink = _Ink(painter, inside, selected)
        avatar = QRect(inside.left(), inside.top(), fonts.avatar, fonts.avatar)
        _draw_avatar(painter, ink.place(avatar), card, fonts, selected)
        beside = inside.adjusted(fonts.avatar + _GAP, 0, 0, 0)
        name = QRect(beside.left(), beside.top() - 1, beside.width(), fonts.name_height)
        below = name.top() + fonts.name_height + _BELOW_NAME
        role = QRect(beside.left(), below, beside.width(), fonts.small_height)
        ink.text(name, card.name, fonts.name, fonts.name_metrics, "text")
        ink.text(role, card.role_line, fonts.small, fonts.small_metrics, "muted")
        line = third_line(card, self._now(), self._zone())
        height = fonts.small_height
        low = QRect(inside.left(), inside.bottom() - height + 1, inside.width(), height)
        mark = QRect(low.left(), low.center().y() - _ICON // 2 + 1, _ICON, _ICON)
        ink.icon(mark, line.icon, line.token)
        words = low.adjusted(_ICON + 6, 0, 0, 0)
        ink.text(words, line.text, fonts.small, fonts.small_metrics, line.token)


class _Ink:
    """Write on one card, mirrored where the language runs from right to left."""

    def __init__(self, painter: QPainter, inside: QRect, selected: bool) -> None:
        self.painter = painter
        self.inside = inside
        self.direction = painter.layoutDirection()
        self.mirrored = self.direction == Qt.LayoutDirection.RightToLeft
        self.flags = _FROM_RIGHT if self.mirrored else _FROM_LEFT
        # In high contrast a selected card is inverted, so only one colour can be read on it.
        self.inverted = selected and theme.tokens().border_width > 1
        self.selected = selected

    def place(self, box: QRect) -> QRect:
        return QStyle.visualRect(self.direction, self.inside, box) if self.mirrored else box

    def token(self, token: str) -> str:
        if self.inverted or (self.selected and token == "text"):
            return "on_selection"
        return token

    def text(self, box: QRect, text: str, font: QFont, metrics: QFontMetrics, token: str) -> None:
        if not text:
            return
        self.painter.setFont(font)
        self.painter.setPen(theme.color(self.token(token)))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        self.painter.drawText(self.place(box), self.flags, shown)

    def icon(self, box: QRect, name: str, token: str) -> None:
        icons.draw(self.painter, name, self.token(token), self.place(box).topLeft(), box.width())


def _draw_frame(painter: QPainter, box: QRect, card: Card, state: QStyle.StateFlag) -> None:
    selected, focused = _SELECTED in state, _FOCUSED in state
    tokens = theme.tokens()
    token = "accent" if selected or focused else "control" if _HOVERED in state else "border"
    width = 2 if focused else tokens.border_width
    inset = width / 2
    painter.setPen(QPen(theme.color(token), width))
    painter.setBrush(QColor(tokens.selection if selected else tokens.surface))
    shape = QRectF(box).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(shape, _RADIUS, _RADIUS)
    if card.goals:
        _draw_edge(painter, QRectF(box), card)


def _draw_edge(painter: QPainter, shape: QRectF, card: Card) -> None:
    """Draw the colours of the first goals, one above the other, along the leading side."""
    path = QPainterPath()
    path.addRoundedRect(shape, _RADIUS, _RADIUS)
    goals = card.goals[:_MOST_EDGES]
    height = shape.height() / len(goals)
    rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    left = shape.right() - _EDGE if rtl else shape.left()
    painter.save()
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    for place, goal in enumerate(goals):
        piece = QRectF(left, shape.top() + place * height, _EDGE, height)
        painter.fillRect(piece, theme.color(f"goal{goal.hue}"))
    painter.restore()


def _draw_avatar(
    painter: QPainter, box: QRect, card: Card, fonts: CardFonts, selected: bool
) -> None:
    tokens = theme.tokens()
    painter.setPen(
        QPen(theme.color("border"), tokens.border_width)
        if tokens.border_width > 1
        else Qt.PenStyle.NoPen
    )
    painter.setBrush(QColor(tokens.surface if selected else tokens.column))
    painter.drawEllipse(box)
    painter.setFont(fonts.mark)
    painter.setPen(theme.color("muted"))
    painter.drawText(box, _CENTER, initials(card.name))
