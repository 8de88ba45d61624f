"""The picture of progress: drawn on demand, walked by keys, and the same in words."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from mentorcrm.core import goals
from mentorcrm.gui import theme
from mentorcrm.gui.format import short_day
from mentorcrm.gui.goals.page import GoalsPage
from mentorcrm.gui.goals.progress_card import ProgressCard
from mentorcrm.gui.goals.progress_picture import chart_data, description
from mentorcrm.gui.widgets.chart_ticks import day_ticks, number_ticks
from tests import factories

TODAY = date(2026, 11, 23)


@pytest.fixture
def goal(write, now):
    made = write(
        factories.add_goal,
        start_value=0.0,
        target_value=12.0,
        unit="weeks",
        due_on=date(2026, 12, 18),
        now=now - timedelta(days=84),
    )
    for ago, value in ((60, 2.0), (30, 5.0), (6, 7.0)):
        write(goals.add_check_in, made, TODAY - timedelta(days=ago), now, value=value, note="n")
    return made


@pytest.fixture
def card(app, qtbot):
    made = ProgressCard(app)
    qtbot.addWidget(made)
    app.changed.connect(made.refresh)
    made.resize(760, 640)
    return made


@pytest.fixture
def chart(card, goal, qtbot):
    card.open(goal)
    with qtbot.waitExposed(card):
        card.show()
    qtbot.waitUntil(lambda: card.chart.is_drawn, timeout=20_000)
    return card.chart


def test_library_is_asked_for_when_the_picture_is_first_in_sight(card, goal, qtbot):
    assert not card.chart.is_drawn
    card.open(goal)
    assert not card.chart.is_drawn
    with qtbot.waitExposed(card):
        card.show()
    qtbot.waitUntil(lambda: card.chart.is_drawn, timeout=20_000)


def test_goals_page_loads_no_library_until_progress_is_shown(app, goal, qtbot):
    page = GoalsPage(app)
    qtbot.addWidget(page)
    chart = page.editor.progress.chart
    asked = []
    chart.library_wanted.connect(lambda: asked.append("library"))
    with qtbot.waitExposed(page):
        page.show()
    page.grab()
    page.editor.show_part("links")
    page.grab()
    assert (asked, chart.is_drawn, page.editor.record_id) == ([], False, goal)
    page.start_check_in()
    qtbot.waitUntil(lambda: chart.is_drawn, timeout=20_000)
    assert page.editor.progress.new.value.hasFocus()


def test_goal_without_values_has_words_and_no_picture(card, write, qtbot):
    bare = write(factories.add_goal, "Bare", target_value=3.0)
    card.open(bare)
    with qtbot.waitExposed(card):
        card.show()
    assert not card.chart.isVisible()
    assert card.words.text() == "The first check-in begins the picture."


def test_keys_walk_the_points_and_say_them(chart, qtbot):
    chart.setFocus()
    qtbot.waitUntil(chart.hasFocus)
    said = []
    chart.announced.connect(said.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_End):
        qtbot.keyClick(chart, key)
    first, second, last = (
        f"{short_day(TODAY - timedelta(days=ago))}: {value} weeks, n"
        for ago, value in ((60, 2), (30, 5), (6, 7))
    )
    assert said == [first, second, first, last]
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert said[-1] == last
    assert chart.words.full_text() == last


def test_keys_follow_the_direction_of_the_language(chart, qtbot):
    chart.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    said = []
    chart.announced.connect(said.append)
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert [words.split(":")[1] for words in said] == [" 2 weeks, n", " 5 weeks, n"]


def test_pointer_over_a_point_says_it(chart, qtbot):
    place = chart._plot.on_widget((chart._data.points[1].x, 5.0)).toPoint()
    at = chart._plot.widget.mapTo(chart, place)
    qtbot.mouseMove(chart, at + QPoint(40, 0))
    qtbot.mouseMove(chart, at)
    qtbot.waitUntil(lambda: "5 weeks" in chart.words.full_text())


def _actions(chart):
    """Return what the context menu offers; a screen is needed to pop it up."""
    return {action.text(): action for action in chart.menu().actions()}


def test_menu_shows_the_same_as_a_table_and_back(chart):
    _actions(chart)["Show as table"].trigger()
    assert chart.is_table
    table = chart.table
    cells = [
        [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]
    assert [row[1:] for row in cells] == [["2 weeks", "n"], ["5 weeks", "n"], ["7 weeks", "n"]]
    again = _actions(chart)["Show as table"]
    assert again.isChecked()
    again.trigger()
    assert not chart.is_table


def test_picture_is_copied(chart):
    QApplication.clipboard().clear()
    _actions(chart)["Copy picture"].trigger()
    picture = QApplication.clipboard().image()
    ratio = picture.devicePixelRatio() or 1.0
    assert picture.width() >= chart.width() * min(1.0, ratio)


def _has(picture, token):
    wanted = QColor(theme.color(token)).rgb()
    return any(
        picture.pixel(x, y) == wanted
        for x in range(picture.width())
        for y in range(picture.height())
    )


def test_colours_follow_the_theme(chart, themed):
    assert _has(chart.grab().toImage(), "goal0")
    light = theme.color("goal0")
    theme.apply(themed, "dark", 1.0)
    assert theme.color("goal0") != light
    assert _has(chart.grab().toImage(), "goal0")


def _told(read, goal, zone):
    detail, rows = read(goals.detail, goal), read(goals.check_ins, goal)
    course = read(goals.course, goal, TODAY, zone)
    return description(course, rows, detail.unit), chart_data(course, rows, detail.unit, 0)


@pytest.mark.parametrize("dice", [random.Random(seed) for seed in range(3)])
def test_picture_and_its_words_are_the_data_whatever_is_done_and_undone(
    chart, card, goal, app, read, dice
):
    now, zone = app.now(), app.zone()
    for _turn in range(30):
        rows = read(goals.check_ins, goal)
        turn = dice.randrange(6)
        if turn == 0:
            app.undo()
        elif turn == 1:
            app.redo()
        elif turn == 2 and rows:
            app.do("Delete", goals.delete_check_in, dice.choice(rows).id, now)
        elif turn == 3 and rows:
            value = float(dice.randrange(-5, 20))
            app.do("Edit", goals.edit_check_in, dice.choice(rows).id, now, value=value)
        elif turn == 4:
            app.do("Target", goals.edit, goal, now, target_value=float(dice.randrange(1, 20)))
        else:
            day = TODAY - timedelta(days=dice.randrange(80))
            app.do("Add", goals.add_check_in, goal, day, now, value=float(dice.randrange(20)))
        words, data = _told(read, goal, zone)
        assert chart.isHidden() == (data is None)
        if data is not None:
            assert chart.accessibleDescription() == words
            assert chart._data == data
            for point in data.points:
                assert point.words in words
        assert len(card.list.lines()) == min(5, len(read(goals.check_ins, goal)))


def test_picture_of_a_closed_goal_ends_with_it(chart, card, goal, app, now):
    app.do("Close", goals.close, goal, "reached", date(2026, 11, 20), now)
    data = chart._data
    assert data.marks == ((float(date(2026, 11, 20).toordinal()), "Reached"),)
    assert [line.name for line in data.lines] == ["Pace needed"]


@pytest.mark.parametrize(
    ("low", "high", "most", "words"),
    [
        (0, 12, 5, ["0", "4", "8", "12"]),
        (0, 1, 5, ["0", "0.25", "0.5", "0.75", "1"]),
        (-20, 20, 5, ["-20", "-10", "0", "10", "20"]),
        (3, 3, 4, ["3"]),
    ],
)
def test_number_ticks_are_round(low, high, most, words):
    assert [word for _place, word in number_ticks(low, high, most)] == words


@pytest.mark.parametrize("days", [1, 6, 30, 90, 400, 3000, 40_000])
def test_day_ticks_lie_within_and_are_few(days):
    first = TODAY.toordinal()
    ticks = day_ticks(first - 0.4, first + days + 0.4, 8)
    assert 1 <= len(ticks) <= 8
    assert all(first <= place <= first + days for place, _word in ticks)
    assert len({word for _place, word in ticks}) == len(ticks)
