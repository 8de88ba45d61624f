"""The table of actions: complete, unambiguous, and usable with any control in focus."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QCheckBox, QLineEdit, QMenu, QPlainTextEdit, QPushButton

from mentorcrm.gui.actions import menu_titles, rows
from tests import factories

TABLE = rows()


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.id)
def test_row_is_complete(row):
    assert re.fullmatch(r"[a-z][a-z0-9_]*", row.id)
    assert row.name.strip() == row.name != ""
    assert row.name[0].isupper()
    assert row.tip.strip()
    assert row.icon
    assert row.menu in menu_titles()
    assert callable(row.handler)
    assert row.context in ("window", "board", "list", "composer", "text")
    assert row.context == "window" or row.section, "keys of a list belong to a page"


def test_ids_are_unique():
    assert [name for name, count in Counter(row.id for row in TABLE).items() if count > 1] == []


def test_shortcuts_are_unique_where_they_work():
    seen: dict[tuple[str, str], str] = {}
    for row in TABLE:
        for key in row.sequences():
            place = ("" if row.context == "window" else row.section, key.toString())
            assert place not in seen, f"{row.id} and {seen[place]} share {place[1]}"
            seen[place] = row.id
    window_keys = {key for section, key in seen if not section}
    assert not window_keys & {key for section, key in seen if section}


def test_no_shortcut_uses_ctrl_shift_and_a_digit():
    keys = [key.toString() for row in TABLE for key in row.sequences()]
    assert not [key for key in keys if re.fullmatch(r"Ctrl\+Shift\+\d", key)]


def test_list_keys_are_no_shortcuts_of_the_window():
    lonely = {"Return", "Enter", "Space", "F2", "Del"}
    for row in TABLE:
        if lonely & {key.toString() for key in row.sequences()}:
            assert row.context == "list", row.id


@pytest.mark.parametrize("keys", ["Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4"])
def test_every_digit_key_has_a_page(keys):
    assert sum(QKeySequence(keys) in row.sequences() for row in TABLE) == 1


def test_access_keys_are_unique_in_each_menu():
    for menu in menu_titles():
        letters = [
            found.group(1).lower()
            for row in TABLE
            if row.menu == menu and not row.submenu
            for found in [re.search(r"&(\w)", row.text)]
            if found
        ]
        assert [letter for letter, count in Counter(letters).items() if count > 1] == [], menu


def test_every_row_is_in_its_menu(window):
    titles = [action.text() for action in window.menuBar().actions()]
    assert titles == list(menu_titles().values())

    def names(menu: QMenu) -> set[str]:
        found: set[str] = set()
        for action in menu.actions():
            found |= names(action.menu()) if action.menu() else {action.objectName()}
        return found

    for (menu_id, _title), action in zip(
        menu_titles().items(), window.menuBar().actions(), strict=True
    ):
        expected = {row.id for row in TABLE if row.menu == menu_id}
        assert expected <= names(action.menu())


def test_undo_and_redo_say_what_they_do(window, app):
    assert not window.actions_["undo"].isEnabled()
    app.do("Move Ruth & Co to Asked", factories.add_contact)
    assert window.actions_["undo"].text() == "&Undo move Ruth && Co to Asked"
    assert window.actions_["undo"].toolTip() == "Undo move Ruth & Co to Asked"
    window.actions_.run("undo")
    assert not window.actions_["undo"].isEnabled()
    assert window.actions_["redo"].text() == "&Redo move Ruth && Co to Asked"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_F2])
def test_lonely_keys_reach_the_focused_control(window, qtbot, key):
    page = window.show_section("board")
    pressed: list[bool] = []
    button, box, editor = QPushButton("Press", page), QCheckBox("Check", page), QLineEdit(page)
    button.setAutoDefault(True)
    button.clicked.connect(lambda: pressed.append(True))
    for control in (button, box, editor):
        control.show()
        control.setFocus()
        qtbot.keyClick(control, key)
    assert bool(pressed) == (key != Qt.Key.Key_F2)
    assert box.isChecked() == (key == Qt.Key.Key_Space)
    assert editor.text() == (" " if key == Qt.Key.Key_Space else "")


def test_delete_in_an_editor_deletes_a_letter(window, qtbot, write, read):
    card = write(factories.add_candidate, stage="asked")
    page = window.show_section("board")
    editor = QPlainTextEdit("abc", page)
    editor.show()
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    assert editor.toPlainText() == "bc"
    from mentorcrm import core

    assert card in read(core.board.cards, [card])


def test_text_field_keeps_its_own_undo_and_passes_on_when_empty(window, app, qtbot):
    app.do("Add Ruth", factories.add_contact)
    field = window.shell.search
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "x")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""
    assert app.db.undo_label() == "Add Ruth"
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert app.db.undo_label() is None
