"""The reusable widgets: they save, search, cut, wrap and keep texts as users expect."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from mentorcrm.gui.widgets.buttons import FilterButton, IconButton
from mentorcrm.gui.widgets.dates import DateField, DateTimeField
from mentorcrm.gui.widgets.fields import AutoSaveField, SearchField, UndoPassing
from mentorcrm.gui.widgets.labels import ElidedLabel, EmptyState
from mentorcrm.gui.widgets.side_pane import SidePane
from mentorcrm.gui.widgets.sidebar import RAIL, Sidebar
from mentorcrm.gui.widgets.tags import Chip, TagField


@pytest.fixture
def place(themed, qtbot):
    """Return a shown window into which a test puts its widgets."""
    window = QWidget()
    window.setLayout(QVBoxLayout())
    window.resize(600, 500)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()

    def put(*widgets):
        for widget in widgets:
            window.layout().addWidget(widget)
            widget.show()
        return widgets[0] if len(widgets) == 1 else widgets

    return put


def test_field_saves_a_while_after_typing_stops(place, qtbot):
    field = place(AutoSaveField("Name"))
    field.load("Ruth")
    field.end(False)
    with qtbot.waitSignal(field.committed) as saved:
        qtbot.keyClicks(field, "!")
    assert saved.args == ["Ruth!"]


def test_field_saves_once_on_leaving_it(place, qtbot):
    field, other = place(AutoSaveField("Name"), QLineEdit())
    saved: list[str] = []
    field.committed.connect(saved.append)
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "Ada")
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    field.flush()
    assert saved == ["Ada"]


def test_escape_brings_back_what_was_stored(place, qtbot):
    field = place(AutoSaveField("Name"))
    field.load("Ruth")
    qtbot.keyClicks(field, "x")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "Ruth"
    assert not field.is_dirty


def test_load_never_overwrites_what_is_being_typed(place, qtbot):
    field = place(AutoSaveField("Name"))
    field.load("Ruth")
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.end(False)
    qtbot.keyClicks(field, "!")
    field.load("Changed elsewhere")
    assert field.text() == "Ruth!"


def test_hidden_field_saves_what_was_typed(place, qtbot):
    field = place(AutoSaveField("Name"))
    saved: list[str] = []
    field.committed.connect(saved.append)
    qtbot.keyClicks(field, "Ada")
    field.hide()
    assert saved == ["Ada"]


def test_search_is_told_soon_and_escape_clears_it(place, qtbot):
    field = place(SearchField("Search"))
    told: list[str] = []
    field.searched.connect(told.append)
    qtbot.keyClicks(field, "ruth")
    qtbot.waitUntil(lambda: told == ["ruth"])
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert told == ["ruth", ""]


def test_field_without_undo_passes_ctrl_z_on(place, qtbot):
    passing = UndoPassing()
    field = place(QLineEdit("text"))
    passing.follow(None, field)
    field.setFocus()

    def wants_undo() -> bool:
        event = QKeyEvent(
            QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
        )
        event.ignore()
        QCoreApplication.sendEvent(field, event)
        return event.isAccepted()

    assert not wants_undo()
    qtbot.keyClicks(field, "more")
    assert wants_undo()


def test_tags_are_added_and_removed_with_the_keyboard(place, qtbot):
    field = place(TagField("Tags"))
    field.load(["product"])
    told: list[list[str]] = []
    field.committed.connect(told.append)
    qtbot.keyClicks(field.line, "strategy")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert told[-1] == ["product", "strategy"]
    qtbot.keyClicks(field.line, "Product")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert len(told) == 1, "the same tag twice"
    qtbot.keyClick(field.line, Qt.Key.Key_Backspace)
    assert told[-1] == ["product"]


def test_tag_chip_has_a_cross_with_a_name(place):
    field = place(TagField("Tags"))
    field.load(["product", "a & b"])
    told: list[list[str]] = []
    field.committed.connect(told.append)
    chip = next(chip for chip in field.findChildren(Chip) if chip.text == "product")
    assert chip.cross.accessibleName() == "Remove product"
    chip.cross.click()
    assert told == [["a & b"]]


def test_date_can_be_chosen_and_removed(place):
    field = place(DateField("Due"))
    told: list[date | None] = []
    field.committed.connect(told.append)
    field._picked(QDate(2026, 11, 24))
    assert field.value() == date(2026, 11, 24)
    assert "24" in field.button.text()
    field.clear_button.click()
    assert told == [date(2026, 11, 24), None]


def test_moment_is_told_once_when_it_changed(place):
    field = place(DateTimeField("Follow up"))
    told: list[datetime] = []
    field.committed.connect(told.append)
    field.load(datetime(2026, 11, 24, 9, 0))
    field.flush()
    field.date.setDate(QDate(2026, 11, 25))
    field.flush()
    field.flush()
    assert told == [datetime(2026, 11, 25, 9, 0)]


def test_filter_button_says_what_is_chosen(place):
    button = place(FilterButton("target", "Goal"))
    button.set_choices([("Lead R&D", 7)])
    assert button.text() == "Goal: any"
    told: list[object] = []
    button.chosen.connect(told.append)
    button.menu().actions()[-1].trigger()
    assert button.value == 7
    assert button.accessibleName() == "Goal: Lead R&D"
    button.set_choices([])
    assert button.value is None
    assert told == [7]


def test_elided_label_keeps_the_whole_text(place):
    label = place(ElidedLabel("Director of Product and many other things " * 5))
    label.setFixedWidth(120)
    assert label.text().endswith("…")
    assert label.full_text().startswith("Director")
    assert label.toolTip() == label.full_text()
    label.setText("Short")
    assert (label.text(), label.toolTip()) == ("Short", "")


def test_empty_state_leads_on(place, qtbot):
    empty = place(EmptyState("users", "No mentors yet.", "Add mentor", "Import contacts"))
    with qtbot.waitSignal(empty.activated):
        empty.button.click()
    with qtbot.waitSignal(empty.link_activated):
        empty.link.click()
    empty.set_texts("Nothing fits.")
    assert empty.button.isHidden()
    assert empty.link.isHidden()


def test_sidebar_tells_the_chosen_section_and_narrows(place, qtbot):
    bar = Sidebar("Pages")
    for section in ("board", "people"):
        bar.add_section(section, section.title(), "users")
    place(bar)
    told: list[str] = []
    bar.chosen.connect(told.append)
    bar.set_current("board")
    assert told == []
    bar.setFocus()
    qtbot.keyClick(bar, Qt.Key.Key_Down)
    assert told == ["people"]
    bar.set_rail(True)
    assert bar.width() == RAIL


def test_pane_stands_beside_covers_or_replaces(themed, qtbot):
    side = SidePane(QLabel("Content"))
    qtbot.addWidget(side)
    side.set_pane(QLabel("Details"))
    side.resize(1400, 600)
    side.show()
    side.set_content_room(600)
    side.set_open(True)
    assert not side.is_over
    assert side.back.isHidden()
    side.resize(920, 600)
    assert side.is_over
    assert side.holder.width() < 920
    side.resize(820, 600)
    assert side.is_over
    assert side.holder.width() == 820
    with qtbot.waitSignal(side.closed):
        side.back.click()
    assert not side.holder.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_the_button_that_has_the_keyboard(place, qtbot, key):
    empty, button = place(
        EmptyState("inbox", "Nothing.", "Begin", "Read"), IconButton("plus", "New")
    )
    pressed = []
    empty.activated.connect(lambda: pressed.append("begin"))
    empty.link_activated.connect(lambda: pressed.append("read"))
    button.clicked.connect(lambda: pressed.append("new"))
    for each in (empty.button, empty.link, button):
        each.setFocus()
        qtbot.waitUntil(each.hasFocus)
        qtbot.keyClick(each, key)
    assert pressed == ["begin", "read", "new"]


def test_line_that_is_too_long_shows_its_beginning_when_it_is_left(place, qtbot):
    field, other = place(AutoSaveField("Name"), QLineEdit())
    field.setFixedWidth(120)
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "A leader who grew from making things to leading people")
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    assert field.cursorPosition() == 0
