"""The board page: filters, counts, empty states and the first page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt

from mentorcrm import core
from mentorcrm.core.cards import Card, FirstColumn
from mentorcrm.core.first_page import FirstPage
from mentorcrm.gui.board.page import BoardPage
from tests.factories import add_candidate, add_goal
from tests.gui.boards import names, show

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def cards(write: Any) -> dict[str, int]:
    made = {
        "Ada": write(add_candidate, name="Ada Okafor"),
        "Jonas": write(add_candidate, name="Jonas Lindqvist"),
        "Mei": write(add_candidate, name="Mei Tanaka"),
    }
    made["Ruth"] = write(add_candidate, name="Ruth Adeyemi", stage="asked")
    made["Carlos"] = write(add_candidate, name="Carlos Prieto", stage="asked")
    return made


@pytest.fixture
def page(qtbot: Any, app: Any, cards: dict[str, int]) -> Iterator[BoardPage]:
    yield from show(qtbot, app)


# Filters, counts, empty states


def test_result_text_counts_mentors_and_who_is_ready(
    page: BoardPage, cards: Any, app: Any, write: Any, now: Any, zone: Any, qtbot: Any
) -> None:
    from datetime import datetime

    qtbot.waitUntil(lambda: page.filters.result.text() == "5 mentors")
    write(core.reminders.set_follow_up, cards["Ruth"], datetime(2026, 11, 20, 9), zone, now)
    qtbot.waitUntil(lambda: page.filters.result.text() == "5 mentors, 1 ready when you are")


def test_filter_by_goal_and_text_and_clear(
    page: BoardPage, cards: Any, app: Any, write: Any, now: Any, qtbot: Any
) -> None:
    goal = write(add_goal, "Lead & learn")
    write(core.board.set_goals, cards["Mei"], [goal], now)
    page.filters.goal.menu().aboutToShow.emit()
    page.filters.goal.choose(goal)
    assert (names(page, "identified"), names(page, "asked")) == (["Mei"], [])
    page.search("okafor")
    assert page._stack.currentWidget() is page._no_match
    qtbot.mouseClick(page._no_match.button, Qt.MouseButton.LeftButton)
    assert names(page, "identified") == ["Ada", "Jonas", "Mei"]
    page.search("okafor")
    assert (names(page, "identified"), names(page, "asked")) == (["Ada"], [])


def test_show_candidate_clears_filters_that_hide_it(page: BoardPage, cards: Any) -> None:
    page.search("okafor")
    page.show_candidate(cards["Ruth"])
    assert page.current_ids() == [cards["Ruth"]]


def test_empty_board_says_what_to_do(qtbot: Any, app: Any) -> None:
    for page in show(qtbot, app):
        assert page._stack.currentWidget() is page._nobody
        with qtbot.waitSignal(page.import_requested):
            qtbot.mouseClick(page._nobody.link, Qt.MouseButton.LeftButton)


def test_start_page_shows_what_was_read_before_the_database(
    qtbot: Any, app: Any, cards: Any
) -> None:
    for page in show(qtbot, app):
        card = Card(id=99, contact_id=1, stage="asked", name="Ruth Adeyemi")
        columns = tuple(
            FirstColumn(stage, *(((1.0, 99),), {99: card}) if stage == "asked" else ())
            for stage in ("identified", "asked", "accepted", "declined")
        )
        page.preset(FirstPage(columns))
        assert names(page, "asked") == ["Ruth"]
        app.ready.emit()
        assert names(page, "asked") == ["Ruth", "Carlos"]
