"""The picture that hangs at the mouse: the card, or a pile of them with their number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyle

from mentorcrm.gui import theme
from mentorcrm.gui.board.card_delegate import CardDelegate
from mentorcrm.gui.format import count

if TYPE_CHECKING:
    from mentorcrm.gui.board.column_view import ColumnView

_STEP = 6
_MOST = 3


def drag_picture(
    view: ColumnView, delegate: CardDelegate, rows: Sequence[int], size: QSize
) -> tuple[QPixmap, QSize]:
    """Return the picture of the cards in ``rows`` and the size of one card in it."""
    fonts = delegate.fonts(view.font())
    card_size = QSize(size.width() - 8, fonts.card_height)
    pile = min(len(rows), _MOST)
    spread = _STEP * (pile - 1)
    ratio = view.devicePixelRatioF()
    picture = QPixmap((card_size + QSize(spread, spread)) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setLayoutDirection(view.layoutDirection())
    painter.setOpacity(0.92)
    for place in reversed(range(pile)):
        card = view.cards.card(rows[place])
        box = QRect(QPoint(place * _STEP, place * _STEP), card_size)
        if card is not None:
            delegate.draw(painter, box, card, fonts, QStyle.StateFlag.State_Selected)
    if len(rows) > 1:
        _draw_number(painter, QRect(QPoint(0, 0), card_size), len(rows), delegate, view)
    painter.end()
    return picture, card_size


def _draw_number(
    painter: QPainter, box: QRect, number: int, delegate: CardDelegate, view: ColumnView
) -> None:
    fonts = delegate.fonts(view.font())
    text = count(number)
    height = fonts.name_height + 4
    width = max(height, fonts.name_metrics.horizontalAdvance(text) + 14)
    badge = QRect(box.right() - width - 6, box.top() + 6, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("accent"))
    painter.drawRoundedRect(badge, height / 2, height / 2)
    painter.setFont(fonts.name)
    painter.setPen(theme.color("on_accent"))
    painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), text)
