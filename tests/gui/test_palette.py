"""Finding by typing: commands, people and goals; and the sheet of all keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from mentorcrm.gui.palette.palette import CommandPalette
from mentorcrm.gui.palette.ranking import Entry, best, score
from mentorcrm.gui.palette.shortcuts import ShortcutSheet
from tests import factories


@pytest.fixture
def palette(window, app):
    app.do("Add", factories.add_contact, "Mónica Ferro")
    app.do("Add", factories.add_goal, "Move to Lisbon")
    window.activateWindow()
    window.actions_.run("palette")
    return window.findChild(CommandPalette)


def found(palette) -> list[str]:
    return [palette.model.index(row, 0).data() for row in range(palette.model.rowCount())]


def test_letters_find_commands_people_and_goals(palette, qtbot):
    qtbot.keyClicks(palette.field, "mo")
    assert {"Mónica Ferro", "Move to Lisbon"} <= set(found(palette))


def test_impossible_commands_are_not_offered(palette):
    assert "Remove from board" not in found(palette)
    assert "Add mentor" in found(palette)


def test_enter_does_the_command_and_closes(palette, window, qtbot):
    qtbot.keyClicks(palette.field, "goals")
    assert found(palette)[0] == "Goals"
    with qtbot.waitSignal(palette.closed):
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.section == "goals"


def test_enter_on_a_person_opens_the_person(palette, window, qtbot):
    qtbot.keyClicks(palette.field, "monica")
    with qtbot.waitSignal(palette.closed):
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.section == "people"


def test_arrows_choose_and_escape_leaves(palette, window, qtbot):
    first = palette.list.currentIndex().row()
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == first + 1
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == palette.model.rowCount() - 1
    with qtbot.waitSignal(palette.closed):
        qtbot.keyClick(palette.field, Qt.Key.Key_Escape)


def test_click_beside_it_closes_it(palette, qtbot):
    with qtbot.waitSignal(palette.closed):
        qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))


def test_nothing_found_says_so(palette, qtbot):
    qtbot.keyClicks(palette.field, "qqqzzz")
    assert palette.nothing.isVisible()
    assert palette.list.isHidden()


def test_words_count_more_than_letters_in_between():
    assert score("mo", "move to asked") > score("mo", "ines moreau")
    assert score("gtn", "go to network") is not None
    assert score("xyz", "go to network") is None
    entries = [
        Entry("action", str(n), text, "x") for n, text in enumerate(("Remove", "Move", "Home"))
    ]
    assert best("mo", entries)[0].text == "Move"
    assert len(best("", entries, limit=2)) == 2


def test_sheet_shows_every_key(window, qtbot):
    sheet = ShortcutSheet(window.actions_, window)
    qtbot.addWidget(sheet)
    texts = {label.text() for label in sheet.findChildren(QLabel)}
    for row in window.actions_.rows:
        if row.sequences():
            assert row.name in texts
    assert {"Ctrl+K", "Ctrl+Shift+M"} <= texts
