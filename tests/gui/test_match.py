"""The match page: matrix, reasons, own marks by keyboard and mouse, gaps, suggestions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import Qt

from mentorcrm import core
from mentorcrm.gui.match.judged import JudgedDialog, paragraphs
from mentorcrm.gui.match.matrix_view import mark_box
from mentorcrm.gui.match.page import MatchPage
from tests.factories import add_candidate, add_contact, add_goal

LEFT = Qt.MouseButton.LeftButton


@dataclass
class Plan:
    """A goal with two needs, two people on its board and one who is not."""

    goal: int
    pay: int
    delegate: int
    ruth: int
    carlos: int
    hannah: int


@pytest.fixture
def plan(write: Any, now: Any) -> Plan:
    goal = write(add_goal)
    obstacle = write(core.goals.add_obstacle, goal, "I avoid talking about pay", now)
    pay = write(
        core.goals.add_need,
        goal,
        "Practice & courage",
        now,
        kind="negotiation",
        obstacle_id=obstacle,
    )
    delegate = write(core.goals.add_need, goal, "Someone who delegates", now)
    ruth = write(add_contact, "Ruth Adeyemi", notes="How she <b>hands over</b> work")
    carlos = write(add_contact, "Carlos Prieto")
    for contact in (ruth, carlos):
        write(add_candidate, contact, goal_ids=[goal])
    hannah = write(add_contact, "Hannah Weiss", tags=["negotiation"], notes="Ran salary talks.")
    return Plan(goal, pay, delegate, ruth, carlos, hannah)


@pytest.fixture
def page(qtbot: Any, app: Any, plan: Plan) -> Iterator[MatchPage]:
    yield from shown(qtbot, app)


def shown(qtbot: Any, app: Any) -> Iterator[MatchPage]:
    made = MatchPage(app)
    qtbot.addWidget(made)
    made.resize(1080, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: not app.tasks.active and not made._stale)
    yield made
    made.close()


def words(page: MatchPage) -> list[list[str]]:
    model = page.model
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def names(page: MatchPage) -> list[str]:
    return [column.name.split()[0] for column in page.model.columns]


def test_matrix_shows_needs_by_people_the_best_first(page: MatchPage) -> None:
    assert names(page) == ["Ruth", "Carlos"]
    assert words(page) == [["Not known", "Not known"], ["Covers well", "Not known"]]
    vertical = Qt.Orientation.Vertical
    assert page.model.headerData(0, vertical) == "Practice & courage"
    tip = page.model.headerData(0, vertical, Qt.ItemDataRole.ToolTipRole)
    assert tip == "<b>Practice &amp; courage</b><br>Because of: I avoid talking about pay"


def test_gaps_and_provisional_are_said_on_top(page: MatchPage, app: Any, qtbot: Any) -> None:
    texts = page.findings.texts()
    assert texts[0] == "Nobody covers: Practice & courage"
    assert "Ask next: Ruth Adeyemi" in texts
    assert page.findings.provisional.isVisible()
    with qtbot.waitSignal(app.open_requested) as opened:
        qtbot.mouseClick(page.findings.description_button, LEFT)
    assert opened.args == ["job_description", -1]


def test_arrows_move_and_the_panel_says_why(page: MatchPage, qtbot: Any) -> None:
    page.matrix.setFocus()
    qtbot.keyClick(page.matrix, Qt.Key.Key_Down)
    assert page.panel.name.text() == "Ruth Adeyemi"
    assert page.panel.need.text() == "Someone who delegates"
    assert page.panel.level.text() == "Covers well"
    assert page.panel._reasons._shown == [
        ("notebook-pen", "your notes: “How she <b>hands over</b> work”".replace(">", ""))
    ]
    qtbot.keyClick(page.matrix, Qt.Key.Key_Right)
    assert page.panel.name.text() == "Carlos Prieto"
    assert "Nothing in notes" in page.panel._reasons._shown[0][1]


def test_space_goes_through_the_marks_and_back(
    page: MatchPage, plan: Plan, app: Any, qtbot: Any
) -> None:
    page.matrix.setFocus()
    page.matrix.choose(1, 0)
    seen = []
    for _press in range(4):
        qtbot.keyClick(page.matrix, Qt.Key.Key_Space)
        row, column = page.model.place_of(plan.delegate, plan.ruth)
        seen.append(page.model.cell(row, column).word)
    assert seen == ["Covers well", "Partly", "Does not cover", "Covers well"]
    qtbot.waitUntil(lambda: not app.tasks.active)
    assert (
        app.read(core.match.match, plan.goal, app.now()).columns[0].fit.cell(plan.delegate).mark
        is None
    )


def test_cell_stays_chosen_when_its_person_moves(
    page: MatchPage, plan: Plan, app: Any, qtbot: Any
) -> None:
    page.matrix.setFocus()
    page.matrix.choose(0, 1)
    qtbot.keyClick(page.matrix, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: names(page) == ["Carlos", "Ruth"])
    assert page.matrix.currentIndex().column() == 0
    assert page.panel.name.text() == "Carlos Prieto"
    assert page.matrix.hasFocus()
    app.undo()
    qtbot.waitUntil(lambda: names(page) == ["Ruth", "Carlos"])
    assert page.panel.name.text() == "Carlos Prieto"


def test_click_on_the_mark_marks_and_elsewhere_only_chooses(
    page: MatchPage, plan: Plan, qtbot: Any
) -> None:
    index = page.model.index(0, 0)
    rect = page.matrix.visualRect(index)
    elsewhere = rect.center()
    elsewhere.setX(rect.right() - 8)
    qtbot.mouseClick(page.matrix.viewport(), LEFT, pos=elsewhere)
    assert page.model.cell(0, 0).mark is None
    at = mark_box(rect, mirrored=False).center()
    qtbot.mouseClick(page.matrix.viewport(), LEFT, pos=at)
    qtbot.waitUntil(lambda: page.model.cell(0, 0).word == "Covers well")


def test_buttons_and_note_keep_the_users_word(
    page: MatchPage, plan: Plan, app: Any, qtbot: Any
) -> None:
    page.matrix.choose(1, 0)
    assert not page.panel.note.isEnabled()
    qtbot.mouseClick(page.panel.marks[1], LEFT)
    assert page.panel.level.text() == "Partly"
    qtbot.keyClicks(page.panel.note, "She told me so")
    qtbot.keyClick(page.panel.note, Qt.Key.Key_Return)

    def marked() -> core.match.Cell:
        found = app.read(core.match.match, plan.goal, app.now()).columns
        return next(c for c in found if c.contact_id == plan.ruth).fit.cell(plan.delegate)

    assert marked().mark == core.match.Mark(1, "She told me so")
    assert app.db.undo_label() == "Note on your mark on Ruth Adeyemi"
    qtbot.waitUntil(lambda: "(She told me so)" in page.panel._reasons._shown[0][1])
    qtbot.mouseClick(page.panel.marks[1], LEFT)
    assert marked().mark is None
    assert page.panel.level.text() == "Covers well"


def test_note_that_is_being_typed_is_saved_when_the_page_goes(
    page: MatchPage, plan: Plan, app: Any, qtbot: Any
) -> None:
    page.matrix.choose(1, 0)
    qtbot.mouseClick(page.panel.marks[2], LEFT)
    page.panel.note.setFocus()
    qtbot.waitUntil(page.panel.note.hasFocus)
    qtbot.keyClicks(page.panel.note, "Twice")
    page.flush()
    found = app.read(core.match.match, plan.goal, app.now()).columns[0].fit.cell(plan.delegate)
    assert found.mark == core.match.Mark(2, "Twice")


def test_menu_of_a_cell_marks_too(page: MatchPage, plan: Plan, app: Any) -> None:
    menu = page.cell_menu(0, 0)
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts == ["Covers well", "Partly", "Does not cover", "No word of mine", "&Open"]
    menu.actions()[2].trigger()
    assert page.model.cell(0, 0).word == "Does not cover"
    assert not [action for action in page.cell_menu(0, 1).actions() if action.isChecked()]


def test_enter_opens_the_person(page: MatchPage, plan: Plan, app: Any, qtbot: Any) -> None:
    page.matrix.setFocus()
    with qtbot.waitSignal(app.open_requested) as opened:
        qtbot.keyClick(page.matrix, Qt.Key.Key_Return)
    assert opened.args == ["candidate", page.model.columns[0].candidate_id]


def test_suggested_person_is_added_and_can_be_undone(
    page: MatchPage, plan: Plan, app: Any, qtbot: Any
) -> None:
    (row,) = page.suggestions.rows
    with qtbot.waitSignal(app.open_requested) as opened:
        qtbot.mouseClick(row.open, LEFT)
    assert opened.args == ["contact", plan.hannah]
    qtbot.mouseClick(row.add, LEFT)
    qtbot.waitUntil(lambda: names(page) == ["Hannah", "Ruth", "Carlos"])
    qtbot.waitUntil(lambda: page.suggestions.rows == [])
    assert app.notices.toasts[-1][0] == "Hannah Weiss is on the board"
    app.notices.toasts[-1][1][0][1]()
    qtbot.waitUntil(lambda: names(page) == ["Ruth", "Carlos"] and len(page.suggestions.rows) == 1)


def test_another_goal_is_chosen_and_asked_about(
    page: MatchPage, app: Any, write: Any, qtbot: Any
) -> None:
    write(add_goal, "Write a book")
    page.goals.setFocus()
    qtbot.keyClick(page.goals, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page._stack.currentWidget() is page.empty)
    assert page.empty.text().startswith("Write what you need first.")
    with qtbot.waitSignal(app.open_requested) as opened:
        qtbot.mouseClick(page.empty.button, LEFT)
    assert opened.args == ["goal", page.goal_id]


def test_goal_that_goes_is_no_longer_shown(
    page: MatchPage, plan: Plan, write: Any, qtbot: Any
) -> None:
    write(core.goals.delete, plan.goal)
    qtbot.waitUntil(lambda: page._stack.currentWidget() is page.empty)
    assert "A goal makes it easier" in page.empty.text()


def test_needs_without_people_show_whom_to_begin_with(
    page: MatchPage, app: Any, write: Any, qtbot: Any
) -> None:
    cards = [card for stage in core.board.STAGES for card in app.read(core.board.keys, stage)]
    write(core.board.remove, cards)
    qtbot.waitUntil(page.nobody.isVisible)
    assert not page.matrix.isVisible()
    qtbot.waitUntil(lambda: len(page.suggestions.rows) == 2)


def test_hidden_page_asks_when_it_is_shown_again(
    page: MatchPage, plan: Plan, app: Any, write: Any, now: Any, qtbot: Any
) -> None:
    page.hide()
    write(core.match.set_mark, plan.carlos, plan.pay, 2, now)
    assert not app.tasks.active
    page.show()
    qtbot.waitUntil(lambda: names(page) == ["Carlos", "Ruth"])


def test_needs_stay_in_sight_with_forty_people(
    page: MatchPage, plan: Plan, app: Any, write: Any, qtbot: Any
) -> None:
    def fill(session: Any) -> None:
        for n in range(38):
            add_candidate(session, name=f"Person {n:02}", goal_ids=[plan.goal])

    write(fill)
    qtbot.waitUntil(lambda: page.model.columnCount() == 40)
    header = page.matrix.needs
    before = header.geometry()
    page.matrix.choose(0, 39)
    assert page.matrix.horizontalScrollBar().value() > 0
    assert header.geometry() == before
    assert header.isVisible()
    assert page.matrix.accessibleName() == "2 needs by 40 people"


def test_how_it_is_judged_is_explained(page: MatchPage) -> None:
    page.explain()
    dialog = page.findChild(JudgedDialog)
    assert dialog is not None
    assert dialog.isVisible()
    text = "\n".join(words for _heading, words in paragraphs())
    for figure in core.match.CEILING.values():
        assert f"{round(100 * figure)} %" in text
    dialog.reject()


def test_match_is_opened_from_goal_description_menu_and_palette(
    window: Any, plan: Plan, app: Any, write: Any, now: Any, qtbot: Any
) -> None:
    other = write(add_goal, "Write a book")
    write(core.job_descriptions.add, "An editor", now, goal_ids=[other])
    window.show_section("goals").show_record(plan.goal)
    window.actions_.run("match_goal")
    assert (window.section, window.current_page().goal_id) == ("match", plan.goal)
    window.show_section("ideal_mentor")
    window.actions_.run("match_description")
    assert (window.section, window.current_page().goal_id) == ("match", other)
    window.show_section("goals")
    window.page("ideal_mentor").show_match()
    assert (window.section, window.current_page().goal_id) == ("match", other)
    app.open_requested.emit("match", plan.goal)
    assert window.current_page().goal_id == plan.goal
    assert "go_match" in {entry[0] for entry in window.actions_.entries()}
    qtbot.waitUntil(lambda: not app.tasks.active)
