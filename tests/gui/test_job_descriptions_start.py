"""Where the ideal mentor begins and what it is linked with."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from mentorcrm.core import board, contacts, goals, job_descriptions
from mentorcrm.gui.job_descriptions.examples_dialog import StartDialog
from mentorcrm.gui.job_descriptions.page import JobDescriptionsPage

GOAL = "By 30 June I want to lead my team of six without being the one who fixes everything."


@pytest.fixture
def page(app, qtbot):
    made = JobDescriptionsPage(app)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def description(write, now):
    return write(
        job_descriptions.add,
        "A product lead",
        now,
        goal=f"{GOAL}\r\nI will see it in the releases.",
        obstacles="I take work back when it gets tight, and tell nobody about it.",
        why="Nurses spend an hour of every shift typing into systems like ours.",
    )


def test_needs_are_linked_by_the_list_with_their_goal(
    description, page, qtbot, read, write, now, app
):
    goal = write(goals.add, "Lead a team", now)
    need = write(goals.add_need, goal, "Handing work over", now)
    write(job_descriptions.set_goals, description, [goal], now)
    links = page.editor.column.links
    links.needs.menu.aboutToShow.emit()
    texts = [action.text() for action in links.needs.menu.actions() if action.text()]
    assert texts == ["Lead a team", "Handing work over"]
    links.needs.menu.actions()[-1].trigger()
    assert [linked.id for linked in read(job_descriptions.detail, description).needs] == [need]
    chip = next(b for b in links.needs.findChildren(QPushButton) if b.text() == "Handing work over")
    with qtbot.waitSignal(app.open_requested) as opened:
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert opened.args == ["goal", goal]


def test_mentors_considered_are_shown_and_open_their_card(
    description, page, qtbot, write, now, app
):
    person = write(contacts.add, "Ruth Adeyemi", now=now)
    card = write(board.add, person, job_description_id=description, now=now)
    links = page.editor.column.links
    chip = next(b for b in links.mentors.findChildren(QPushButton) if b.text() == "Ruth Adeyemi")
    assert chip.toolTip() == "Ruth Adeyemi: Identified"
    with qtbot.waitSignal(app.open_requested) as opened:
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert opened.args == ["candidate", card]


def test_empty_page_offers_examples_and_begins_from_one(page, qtbot, read):
    qtbot.mouseClick(page.empty.link, Qt.MouseButton.LeftButton)
    (dialog,) = page.findChildren(StartDialog)
    examples = job_descriptions.examples()
    assert dialog.list.model().rowCount() == len(examples)
    dialog.list.setCurrentIndex(dialog.list.model().index(3, 0))
    assert examples[3].title in dialog.text.toPlainText()
    qtbot.mouseClick(dialog.begin_button, Qt.MouseButton.LeftButton)
    (row,) = read(job_descriptions.descriptions)
    assert read(job_descriptions.detail, row.id).why == examples[3].sections["why"]
    assert row.written == 0
    qtbot.waitUntil(page.editor.title.hasFocus)


def test_dialog_begins_with_the_outline_as_well(page, qtbot, read):
    page.show_starting_points()
    (dialog,) = page.findChildren(StartDialog)
    qtbot.mouseClick(dialog.outline_button, Qt.MouseButton.LeftButton)
    (row,) = read(job_descriptions.descriptions)
    assert read(job_descriptions.detail, row.id).goal == "I want to … by …"


def test_example_read_beside_is_the_one_chosen(description, page, qtbot):
    page.editor.jump("why")
    page.editor.guide.choice.setCurrentIndex(1)
    shown = page.editor.guide.example.toPlainText()
    assert shown.startswith("In my school I saw who is ill")
    assert "An invented person." in page.editor.guide.writer.text()
