"""Every part of a goal by ear, in large letters and from right to left."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from mentorcrm.core import activities, goals, job_descriptions
from mentorcrm.gui import theme
from mentorcrm.gui.goals.page import GoalsPage
from tests import factories
from tests.gui.test_accessibility import clipped, unnamed

PARTS = ("writing", "own words", "obstacles", "gaps", "progress", "links")


@pytest.fixture
def example(write, now):
    def fill(session):
        goal = goals.add_example(session, now, date(2026, 11, 23))
        goals.edit(session, goal, now, statement="I want to grow, because my team needs it.")
        goals.add_need(session, goal, "Careful readers", now)
        person = factories.add_contact(session, "Ruth Adeyemi", position="Director of Product")
        factories.add_candidate(session, person, stage="asked", goal_ids=(goal,))
        job_descriptions.add(session, "A product leader", now, goal_ids=(goal,))
        entry = activities.log(session, person, "meeting", "Spoke about hiring.", now, now)
        goals.link_activity(session, entry, [goal], now)
        return goal

    return write(fill)


def _page(app, qtbot, part, width=1100):
    page = GoalsPage(app)
    qtbot.addWidget(page)
    page.resize(width, 800)
    with qtbot.waitExposed(page):
        page.show()
    if part in ("writing", "own words"):
        page.editor.writing.choose_mode("free" if part == "own words" else "guided")
    else:
        page.editor.show_part(part)
    if part == "gaps":
        qtbot.waitUntil(lambda: page.editor.gaps.by_obstacle.count() > 0)
    return page


@pytest.mark.parametrize("part", PARTS)
def test_everything_that_takes_the_keyboard_has_a_name(example, app, qtbot, part):
    assert unnamed(_page(app, qtbot, part)) == []


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
@pytest.mark.parametrize("part", PARTS)
def test_no_text_is_clipped_at_fourteen_points(example, app, qtbot, themed, part, direction):
    theme.apply(themed, "dark", 1.4)
    themed.setLayoutDirection(direction)
    try:
        page = _page(app, qtbot, part, width=1000)
        qtbot.waitUntil(lambda: clipped(page.editor) == [], timeout=2000)
    finally:
        themed.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_checks_say_in_words_whether_they_ask(example, app, qtbot):
    page = _page(app, qtbot, "own words")
    checks = page.editor.writing.free.checks
    qtbot.waitUntil(checks["specific"].isVisible)
    for check in checks.values():
        name = check.accessibleName()
        assert name.startswith(check.title.text())
        assert name.endswith(("is there", "?"))
