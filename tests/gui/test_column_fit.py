"""The columns of People fit the room there is, until the user sets their own."""

from __future__ import annotations

from typing import Any

import pytest

from mentorcrm.core.settings import PEOPLE_COLUMNS, PEOPLE_WIDTHS
from mentorcrm.gui.contacts.column_fit import Wish, fitted
from tests.factories import add_contact

WISHES = (Wish(0, 200, 9), Wish(1, 100, 5), Wish(2, 100, 1), Wish(3, 100, 3))


@pytest.mark.parametrize(
    ("room", "shown"),
    [
        (900, {0: 200, 1: 100, 2: 100, 3: 100}),
        (450, {0: 180, 1: 90, 2: 90, 3: 90}),
        (360, {0: 180, 1: 90, 3: 90}),
        (250, {0: 166, 1: 83}),
        (10, {0: 160}),
    ],
)
def test_columns_narrow_first_and_then_the_least_important_go(room, shown):
    assert fitted(WISHES, room, leave_out=True) == shown


def test_columns_that_were_chosen_all_stay():
    assert set(fitted(WISHES, 10, leave_out=False)) == {0, 1, 2, 3}


@pytest.fixture
def table(window: Any, write: Any) -> Any:
    write(add_contact, "Ada Okafor", company="Northwind")
    table = window.show_section("people").table
    window.resize(1280, 800)
    return table


def _shown(table: Any) -> list[str]:
    columns = table.people.columns
    return [each.id for place, each in enumerate(columns) if not table.isColumnHidden(place)]


def test_people_never_scroll_sideways_by_themselves(table: Any, window: Any, qtbot: Any) -> None:
    assert "connected_on" in _shown(table)
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() == 0)
    window.resize(800, 600)
    qtbot.waitUntil(lambda: "connected_on" not in _shown(table))
    assert {"name", "stages"} <= set(_shown(table))
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() == 0)
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: "connected_on" in _shown(table))
    assert window.app.settings.get(PEOPLE_COLUMNS) == []
    assert window.app.settings.get(PEOPLE_WIDTHS) == ""


def test_a_column_without_room_still_counts_as_chosen(table: Any, window: Any, qtbot: Any) -> None:
    window.resize(800, 600)
    qtbot.waitUntil(lambda: "connected_on" not in _shown(table))
    checked = {each.text() for each in table.column_menu().actions() if each.isChecked()}
    assert "Connected on" in checked
    assert "E-mail" not in checked
