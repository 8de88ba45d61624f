"""The links of a goal, seen and changed from both ends."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from mentorcrm.core import activities, board, contacts, goals, job_descriptions
from mentorcrm.core.schema import NeedMark
from mentorcrm.gui.contacts.mentor_form import MentorForm
from mentorcrm.gui.contacts.timeline import TimelineView
from mentorcrm.gui.goals.linked import LinkRow
from mentorcrm.gui.goals.page import GoalsPage
from mentorcrm.gui.goals.people_picker import PeoplePicker
from tests import factories

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def goal(write, now):
    return write(goals.add, "Lead a product team", now)


@pytest.fixture
def ruth(write):
    return write(factories.add_contact, "Ruth Adeyemi", position="Director", company="Solace")


@pytest.fixture
def page(goal, app, qtbot):
    made = GoalsPage(app)
    qtbot.addWidget(made)
    made.resize(1100, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.editor.show_part("links")
    return made


def _rows(widget):
    return [row for row in widget.findChildren(LinkRow) if row.isVisible()]


def _remove(qtbot, row):
    cross = next(b for b in row.findChildren(type(row.add_remove("", lambda: None))))
    qtbot.mouseClick(cross, LEFT)


def test_linked_mentor_is_listed_opened_and_taken_off(goal, ruth, page, qtbot, write, read, app):
    card = write(factories.add_candidate, ruth, stage="asked")
    write(board.set_goals, card, [goal], factories.MONDAY)
    (row,) = _rows(page.editor.linked.people)
    assert row.link.accessibleName() == "Ruth Adeyemi, Director, Solace, Asked"
    with qtbot.waitSignal(app.open_requested) as opened:
        qtbot.mouseClick(row.link, LEFT)
    assert opened.args == ["candidate", card]
    _remove(qtbot, row)
    qtbot.waitUntil(lambda: read(board.candidate, card).goal_ids == ())
    assert _rows(page.editor.linked.people) == []
    app.undo()
    assert len(_rows(page.editor.linked.people)) == 1
    write(contacts.archive, [ruth], factories.MONDAY)
    assert _rows(page.editor.linked.people) == []


def test_people_are_picked_from_the_board_and_by_searching_all(
    goal, ruth, page, qtbot, write, read, app
):
    card = write(factories.add_candidate, ruth)
    write(factories.add_contact, "Tom Brandt", company="Vantia")
    page.editor.pick_people()
    (picker,) = page.window().findChildren(PeoplePicker)
    assert picker.list.count() == 1
    qtbot.keyClick(picker.search, Qt.Key.Key_Return)
    assert read(board.candidate, card).goal_ids == (goal,)
    assert picker.nothing.isVisible()
    qtbot.keyClicks(picker.search, "vantia")
    qtbot.waitUntil(lambda: picker.list.count() == 1)
    assert "not on the board yet" in picker.list.item(0).text()
    qtbot.mouseClick(picker.add_button, LEFT)
    assert [row.name for row in read(goals.detail, goal).mentors] == ["Ruth Adeyemi", "Tom Brandt"]
    assert app.notices.toasts[-1][0] == "Added Tom Brandt to this goal"
    picker.accept()


def test_arrow_keys_choose_while_searching(page, qtbot, write, goal):
    for name in ("Ada Okafor", "Ben Moreau"):
        write(factories.add_candidate, name=name)
    page.editor.pick_people()
    (picker,) = page.window().findChildren(PeoplePicker)
    picker.search.setFocus()
    qtbot.keyClick(picker.search, Qt.Key.Key_Down)
    assert picker.list.currentRow() == 1
    qtbot.keyClick(picker.search, Qt.Key.Key_Up)
    assert picker.list.currentRow() == 0
    picker.reject()


def test_descriptions_are_chosen_opened_and_taken_off(goal, page, qtbot, write, read, app, now):
    description = write(job_descriptions.add, "A product leader", now)
    linked = page.editor.linked
    linked.choose.fill()
    linked.choose.menu_.actions()[0].trigger()
    (row,) = _rows(linked.descriptions)
    assert [link.id for link in read(job_descriptions.detail, description).goals] == [goal]
    with qtbot.waitSignal(app.open_requested) as opened:
        qtbot.mouseClick(row.link, LEFT)
    assert opened.args == ["job_description", description]
    _remove(qtbot, row)
    qtbot.waitUntil(lambda: read(goals.detail, goal).descriptions == ())


def test_new_description_serves_the_goal_it_was_begun_from(goal, page, qtbot, read, app):
    page.editor.linked.choose.fill()
    with qtbot.waitSignal(app.open_requested) as opened:
        page.editor.linked.choose.menu_.actions()[-1].trigger()
    assert opened.args[0] == "job_description"
    assert [link.id for link in read(job_descriptions.detail, opened.args[1]).goals] == [goal]


def test_entry_about_a_goal_is_listed_opened_and_taken_off(
    goal, ruth, page, qtbot, write, read, app
):
    entry = write(
        activities.log,
        ruth,
        "meeting",
        "Spoke about hiring.",
        factories.MONDAY - timedelta(1),
        factories.MONDAY,
    )
    write(goals.link_activity, entry, [goal], factories.MONDAY)
    (row,) = _rows(page.editor.linked.activities)
    assert row.link.accessibleName().startswith("Ruth Adeyemi, Meeting")
    with qtbot.waitSignal(app.open_requested) as opened:
        qtbot.mouseClick(row.link, LEFT)
    assert opened.args == ["contact", ruth]
    _remove(qtbot, row)
    qtbot.waitUntil(lambda: read(goals.detail, goal).activities == ())
    assert read(activities.detail, entry).body == "Spoke about hiring."


def test_logging_from_the_goal_is_about_the_goal(goal, ruth, window, qtbot, write, read, now):
    card = write(factories.add_candidate, ruth)
    write(board.set_goals, card, [goal], now)
    page = window.show_section("goals")
    page.editor.show_part("links")
    page.editor.linked.fill_log_menu()
    (person,) = page.editor.linked.log_menu.actions()
    next(a for a in person.menu().actions() if a.text() == "Meeting").trigger()
    composer = window.detail().timeline.composer
    assert composer.isVisible()
    assert composer.goals.ids() == [goal]
    assert composer.kind.currentData() == "meeting"
    qtbot.keyClicks(composer.text.source, "We agreed on a first project.")
    qtbot.mouseClick(composer.button, LEFT)
    (seen,) = read(goals.detail, goal).activities
    assert seen.body == "We agreed on a first project."
    assert composer.goals.ids() == []


@pytest.fixture
def timeline(ruth, app, qtbot):
    made = TimelineView(app)
    qtbot.addWidget(made)
    made.resize(500, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.open(ruth, -1, "Ruth Adeyemi")
    return made


def test_entry_is_linked_and_unlinked_from_the_timeline(
    goal, ruth, timeline, qtbot, write, read, app
):
    entry = write(activities.log, ruth, "note", "A note.", factories.MONDAY, factories.MONDAY)
    (shown,) = timeline.entries
    qtbot.waitUntil(shown.isVisible)
    assert not shown.chips.isVisible()
    shown.edit()
    chips = shown._editor.goals
    chips.fill()
    chips.menu.actions()[0].trigger()
    assert [link.id for link in read(goals.goals_of_activities, [entry])[entry]] == [goal]
    assert chips.ids() == [goal]
    shown.stop_editing()
    (chip,) = shown.chips.chips
    assert chip.isVisible()
    with qtbot.waitSignal(app.open_requested) as opened:
        qtbot.mouseClick(chip, LEFT)
    assert opened.args == ["goal", goal]
    app.undo()
    assert not shown.chips.isVisible()


def test_goal_is_chosen_while_something_is_written_down(goal, timeline, qtbot, read):
    composer = timeline.composer
    composer.goals.fill()
    composer.goals.menu.actions()[0].trigger()
    assert composer.goals.ids() == [goal]
    qtbot.keyClicks(composer.text.source, "About the goal.")
    composer.log()
    assert [row.body for row in read(goals.detail, goal).activities] == ["About the goal."]
    assert [[g.id for g in entry.goals] for entry in timeline.entries] == [[goal]]


def test_candidate_shows_its_description_and_the_needs_it_is_marked_for(
    goal, ruth, app, qtbot, write, read, now
):
    need = write(goals.add_need, goal, "Somebody who lets go", now)
    description = write(job_descriptions.add, "A product leader", now)
    card = write(factories.add_candidate, ruth, job_description_id=description)

    def mark(session):
        session.add(NeedMark(contact_id=ruth, need_id=need, level=2, updated_at=now))

    form = MentorForm(app)
    qtbot.addWidget(form)
    form.show()
    form.open(read(board.candidate, card))
    assert not form.needs.isVisible()
    write(mark)
    form.refresh(read(board.candidate, card))
    assert form.needs.isVisible()
    link = form.needs.findChildren(type(form.goals.button).__mro__[1])[0]
    assert link.accessibleName() == "Somebody who lets go: covers well"
    with qtbot.waitSignal(app.open_requested) as opened:
        qtbot.mouseClick(link, LEFT)
    assert opened.args == ["goal", goal]
    with qtbot.waitSignal(app.open_requested) as opened:
        qtbot.mouseClick(form.open_description, LEFT)
    assert opened.args == ["job_description", description]
