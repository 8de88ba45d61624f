"""Two sides as they are seen: marks, gaps, changes to go to, both directions of writing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextTable

from mentorcrm.gui import theme
from mentorcrm.gui.widgets.side_by_side import SideBlock, SideBySide, SideRow, change_words


def _same(text):
    return SideRow(((text, False),), ((text, False),), False)


def _changed(old, new):
    return SideRow(old and ((old, True),), new and ((new, True),), True)


_BLOCKS = (
    SideBlock("Nothing here", (_same("As it was"),)),
    SideBlock(
        "The goal",
        (
            SideRow((("Lead a ", False), ("small ", True), ("team", False)),
                    (("Lead a ", False), (" product ", True), ("team", False)), True),
            _changed("Gone", None),
            *(_same(f"Line {n}") for n in range(5)),
            _changed(None, "Come"),
        ),
    ),
)  # fmt: skip


@pytest.fixture
def sides(qtbot, themed):
    made = SideBySide("Sides")
    qtbot.addWidget(made)
    made.resize(700, 200)
    with qtbot.waitExposed(made):
        made.show()
    return made


def _table(sides):
    frames = sides.text.document().rootFrame().childFrames()
    (table,) = [frame for frame in frames if isinstance(frame, QTextTable)]
    return table


def _rows(sides):
    table = _table(sides)
    found = []
    for row in range(table.rows()):
        cells = {table.cellAt(row, column).firstPosition(): column for column in range(4)}
        texts = []
        for position in sorted(cells):
            cursor = table.cellAt(row, cells[position]).firstCursorPosition()
            texts.append(cursor.block().text())
        found.append(texts)
    return found


def _at(sides):
    """Return the lines that the bar stands before."""
    bar = sides.text.marked_rect()
    table = _table(sides)
    found = []
    for row in range(table.rows()):
        cursor = table.cellAt(row, 0).firstCursorPosition()
        if bar.top() <= sides.text.cursorRect(cursor).center().y() <= bar.bottom():
            found.append(_rows(sides)[row][-1] or _rows(sides)[row][1])
    return found


def _words_with(sides, row, column, test):
    """Return the words of a cell whose format passes ``test``."""
    block = _table(sides).cellAt(row, column).firstCursorPosition().block()
    found, place = [], block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        if test(fragment.charFormat()):
            found.append(fragment.text())
        place += 1
    return found


def test_changes_only_leaves_out_what_is_the_same_and_says_how_much(sides):
    sides.show_sides(_BLOCKS, changes_only=True, old="Then", new="Now")
    assert _rows(sides) == [
        ["The goal"],
        ["−", "Lead a small team", "+", "Lead a  product team"],
        ["−", "Gone", "", ""],
        ["5 lines are the same"],
        ["", "", "+", "Come"],
    ]
    assert (sides.old_heading.full_text(), sides.new_heading.full_text()) == ("Then", "Now")
    sides.show_sides(_BLOCKS, changes_only=False)
    assert _rows(sides)[:2] == [["Nothing here"], ["", "As it was", "", "As it was"]]
    assert len(_rows(sides)) == 11


def test_marks_do_not_stand_on_colour_alone_and_not_on_spaces(sides):
    sides.show_sides(_BLOCKS, changes_only=True)
    assert _words_with(sides, 1, 1, lambda form: form.fontStrikeOut()) == ["small"]
    assert _words_with(sides, 1, 3, lambda form: form.fontUnderline()) == ["product"]


def test_steps_go_through_the_changes_and_tell_where(sides):
    told = []
    sides.moved.connect(lambda current, count: told.append((current, count)))
    sides.show_sides(_BLOCKS, changes_only=True)
    sides.step(1)
    sides.step(1)
    sides.step(1)
    sides.step(-1)
    assert told == [(0, 2), (1, 2), (2, 2), (1, 2), (2, 2)]
    assert _at(sides) == ["Come"]
    sides.step(-1)
    assert _at(sides) == ["Lead a  product team", "Gone"]


def test_change_that_is_out_of_sight_comes_into_view(sides):
    far = tuple(_same(f"Line {n}") for n in range(200))
    block = SideBlock("Long", (*far, _changed("then", "now"), *far))
    sides.show_sides([block], changes_only=False)
    assert sides.text.verticalScrollBar().value() == 0
    sides.step(-1)
    assert sides.current == 1
    place = sides.text.cursorRect().center()
    assert sides.text.viewport().rect().contains(place)
    assert sides.text.textCursor().block().text() == "now"


def test_nothing_to_show_has_nothing_to_step_to(sides):
    sides.show_sides((), changes_only=True)
    sides.step(1)
    assert (sides.count, sides.current) == (0, 0)
    assert sides.text.toPlainText() == ""


def test_colours_follow_the_scheme_and_the_place_stays(sides, qapp):
    sides.show_sides(_BLOCKS, changes_only=True)
    sides.step(1)
    sides.step(1)
    theme.apply(qapp, "dark")
    assert (sides.current, sides.count) == (2, 2)
    assert _at(sides) == ["Come"]
    come = _table(sides).cellAt(4, 3).format().background().color()
    assert come.rgb() == theme.color("accepted").rgb()


def test_old_side_stands_where_reading_begins(sides):
    sides.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    sides.show_sides(_BLOCKS, changes_only=True)
    table = _table(sides)
    old, new = (table.cellAt(1, column).firstCursorPosition().block().text() for column in (2, 0))
    assert (old, new) == ("Lead a small team", "Lead a  product team")
    left = sides.text.cursorRect(table.cellAt(1, 0).firstCursorPosition())
    right = sides.text.cursorRect(table.cellAt(1, 2).firstCursorPosition())
    assert left.x() < sides.text.width() // 4 < right.x()


@pytest.mark.parametrize(
    ("current", "count", "words"),
    [(0, 0, "No change"), (0, 1, "1 change"), (0, 7, "7 changes"), (2, 7, "Change 2 of 7")],
)
def test_place_among_the_changes_is_said(current, count, words):
    assert change_words(current, count) == words
