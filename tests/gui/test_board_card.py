"""What a card says and where it is painted."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QStyle

from mentorcrm.core.cards import Card, CardGoal
from mentorcrm.gui import theme
from mentorcrm.gui.board.card_delegate import CardDelegate, CardFonts
from mentorcrm.gui.board.card_text import third_line
from tests.factories import MONDAY, ZONE


def card(stage: str = "asked", **fields: Any) -> Card:
    fields.setdefault("name", "Ruth Adeyemi")
    return Card(id=1, contact_id=1, stage=stage, **fields)


@pytest.mark.parametrize(
    ("shown", "text", "token"),
    [
        (card("identified"), "Found", "muted"),
        (card("identified", sub_state="ready"), "Ready to ask", "muted"),
        (card(next_step="Send the brief"), "Send the brief", "muted"),
        (card(follow_up_at=MONDAY), "Ready when you are", "warning"),
        (
            card(follow_up_at=MONDAY - timedelta(days=9), next_step="Write once more"),
            "Ready: Write once more",
            "warning",
        ),
        (card(follow_up_at=MONDAY + timedelta(hours=1)), "Follow up today", "muted"),
        (card(follow_up_at=MONDAY + timedelta(days=1)), "Follow up tomorrow", "muted"),
        (card(follow_up_at=MONDAY + timedelta(days=7)), "Follow up in 7 days", "muted"),
        (card(follow_up_at=MONDAY + timedelta(days=30)), "Follow up Wed 23 Dec", "muted"),
        (
            card(follow_up_at=MONDAY + timedelta(days=7), next_step="Send the brief"),
            "Send the brief",
            "muted",
        ),
    ],
)
def test_third_line_says_what_comes_next(shown: Card, text: str, token: str) -> None:
    line = third_line(shown, MONDAY, ZONE)
    assert (line.text, line.token) == (text, token)


def paint(qapp: Any, shown: Card, direction: Qt.LayoutDirection, state: Any) -> QImage:
    delegate = CardDelegate(lambda _row: shown, lambda: MONDAY, lambda: ZONE, qapp)
    fonts = CardFonts(qapp.font())
    image = QImage(240, fonts.card_height, QImage.Format.Format_RGB32)
    image.fill(theme.color("column"))
    painter = QPainter(image)
    painter.setLayoutDirection(direction)
    delegate.draw(painter, QRect(0, 0, 240, fonts.card_height), shown, fonts, state)
    painter.end()
    return image


@pytest.mark.parametrize("scheme", ["light", "dark", "high_contrast"])
@pytest.mark.parametrize(
    ("direction", "x", "other"),
    [(Qt.LayoutDirection.LeftToRight, 1, 238), (Qt.LayoutDirection.RightToLeft, 238, 1)],
)
def test_goal_edge_is_on_the_leading_side_one_piece_per_goal(
    themed: Any, scheme: str, direction: Any, x: int, other: int
) -> None:
    theme.apply(themed, scheme, 1.0)
    shown = card(goals=(CardGoal("Lead", 1), CardGoal("Publish", 2)))
    image = paint(themed, shown, direction, QStyle.StateFlag.State_None)
    assert image.pixelColor(x, 20) == theme.color("goal1")
    assert image.pixelColor(x, image.height() - 20) == theme.color("goal2")
    assert image.pixelColor(other, 20) not in (theme.color("goal1"), theme.color("goal2"))


def test_selected_card_has_the_colour_of_selection(themed: Any) -> None:
    image = paint(themed, card(), Qt.LayoutDirection.LeftToRight, QStyle.StateFlag.State_Selected)
    assert image.pixelColor(230, 10) == theme.color("selection")


def test_card_grows_with_the_text(themed: Any) -> None:
    small, large = QFont(themed.font()), QFont(themed.font())
    large.setPointSizeF(small.pointSizeF() * 2)
    assert CardFonts(large).row_height > CardFonts(small).row_height * 1.5
