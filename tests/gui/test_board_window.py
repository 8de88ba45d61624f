"""The board inside the window: detail pane, menus, search, opening from elsewhere."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from tests.factories import add_candidate


@pytest.fixture
def cards(write: Any) -> list[int]:
    made = [write(add_candidate, name=name) for name in ("Ada Okafor", "Jonas Lindqvist")]
    return [*made, write(add_candidate, name="Ruth Adeyemi", stage="asked")]


def test_selecting_a_card_shows_its_details(cards: list[int], window: Any, qtbot: Any) -> None:
    page = window.show_section("board")
    page.select([cards[0]])
    qtbot.waitUntil(lambda: window.shell.side.is_open)
    qtbot.keyClick(page.columns.current.view, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not window.shell.side.is_open)


def test_details_follow_a_right_click_whose_release_a_menu_takes(
    cards: list[int], window: Any, qtbot: Any
) -> None:
    page = window.show_section("board")
    page.select([cards[0]])
    qtbot.waitUntil(lambda: window.shell.side.is_open)
    view = page.columns.of_stage("identified").view
    place = view.visualRect(view.model().index(1, 0)).center()
    with qtbot.waitSignal(page.selection_changed) as told:
        qtbot.mousePress(view.viewport(), Qt.MouseButton.RightButton, pos=place)
    assert told.args == ["candidate", cards[1]]


def test_menu_moves_the_selected_card_and_names_the_undo(
    cards: list[int], window: Any, qtbot: Any
) -> None:
    page = window.show_section("board")
    page.select([cards[0]])
    window.actions_.run("move_to_accepted")
    assert page.columns.of_stage("accepted").model.ids() == [cards[0]]
    assert window.actions_["undo"].text() == "&Undo move Ada Okafor to Accepted"
    window.actions_.run("undo")
    assert page.columns.of_stage("identified").model.ids() == cards[:2]


def test_a_search_is_cleared_with_the_filters(cards: list[int], window: Any, qtbot: Any) -> None:
    page = window.show_section("board")
    window.shell.search.setText("zzz")
    qtbot.waitUntil(lambda: page.search_text == "zzz")
    qtbot.mouseClick(page.filters.clear_button, Qt.MouseButton.LeftButton)
    assert window.shell.search.text() == ""
    assert page.columns.of_stage("identified").model.ids() == cards[:2]


def test_a_card_is_opened_from_elsewhere(cards: list[int], window: Any, app: Any) -> None:
    app.open_requested.emit("candidate", cards[2])
    assert window.section == "board"
    assert window.current_page().current_ids() == [cards[2]]
    assert window.shell.side.is_open


def test_nothing_of_sqlalchemy_is_imported_for_the_first_paint() -> None:
    import subprocess
    import sys

    code = (
        "import sys, mentorcrm.gui.board.page;"
        "print([name for name in ('sqlalchemy', 'alembic') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "[]"
