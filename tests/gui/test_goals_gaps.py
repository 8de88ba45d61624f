"""The biggest opportunities and gaps of a goal."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from mentorcrm.core import board, goals
from mentorcrm.gui.goals.page import GoalsPage
from tests import factories

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def goal(write, now):
    def fill(session):
        goal_id = goals.add(session, "Lead a product team", now)
        small = goals.add_obstacle(session, goal_id, "I cannot ask for more pay", now)
        big = goals.add_obstacle(session, goal_id, "I take work back from others", now)
        goals.move_obstacle(session, big, small, now)
        text = "Someone who delegates and hands over work"
        goals.add_need(session, goal_id, text, now, obstacle_id=big)
        text = "Practice in negotiating a salary"
        goals.add_need(session, goal_id, text, now, kind="negotiation", obstacle_id=small)
        return goal_id

    return write(fill)


@pytest.fixture
def page(goal, app, qtbot):
    made = GoalsPage(app)
    qtbot.addWidget(made)
    made.resize(1100, 800)
    with qtbot.waitExposed(made):
        made.show()
    return made


def _shown(page, qtbot):
    page.show_gaps()
    gaps = page.editor.gaps
    qtbot.waitUntil(lambda: gaps.by_obstacle.count() > 0)
    return gaps


def _words(gaps):
    shown = [w for w in gaps.findChildren(QLabel) if w.isVisible()]
    return [label.text() for label in shown]


def test_gaps_are_named_in_words_and_obstacles_stand_by_rank(page, qtbot):
    gaps = _shown(page, qtbot)
    assert any("Practice in negotiating a salary" in text for text in gaps.gaps.sentences)
    titles = [text for text in _words(gaps) if text[:1].isdigit()]
    assert titles == ["1  I take work back from others", "2  I cannot ask for more pay"]
    assert "Nobody on the board covers this." in _words(gaps)


def test_who_covers_a_need_is_named_and_opened(goal, page, qtbot, write, app, now):
    notes = "She delegates everything and taught me to hand over work."
    person = write(factories.add_contact, "Ruth Adeyemi", notes=notes)
    card = write(factories.add_candidate, person)
    write(board.set_goals, card, [goal], now)
    gaps = _shown(page, qtbot)
    named = next(b for b in gaps.findChildren(QPushButton) if "Ruth Adeyemi" in b.text())
    with qtbot.waitSignal(app.open_requested) as opened:
        qtbot.mouseClick(named, LEFT)
    assert opened.args == ["candidate", card]


def test_change_while_shown_is_read_again(goal, page, qtbot, write, now):
    gaps = _shown(page, qtbot)
    write(goals.add_need, goal, "A quiet place for mathematics", now)
    qtbot.waitUntil(lambda: any("mathematics" in text for text in gaps.gaps.sentences))


def test_match_is_opened_for_this_goal(goal, page, qtbot, app):
    gaps = _shown(page, qtbot)
    with qtbot.waitSignal(app.open_requested) as opened:
        qtbot.mouseClick(gaps.match_button, LEFT)
    assert opened.args == ["match", goal]


def test_goal_without_needs_says_what_to_do(write, app, qtbot, now):
    write(goals.add, "Publish a paper", now)
    page = GoalsPage(app)
    qtbot.addWidget(page)
    page.show()
    page.show_gaps()
    qtbot.waitUntil(lambda: any("below an obstacle" in text for text in _words(page.editor.gaps)))
