"""The ideal mentor page, by its real widgets."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QPushButton

from mentorcrm.core import drafts, goals, job_descriptions
from mentorcrm.core.schema import SECTIONS
from mentorcrm.gui.job_descriptions.page import JobDescriptionsPage


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
    return write(job_descriptions.add, "A product lead", now, goal="Lead a team.\r\n")


def _detail(read, description_id):
    return read(job_descriptions.detail, description_id)


def _type(qtbot, section, text):
    source = section.editor.source
    source.setFocus()
    qtbot.waitUntil(source.hasFocus)
    source.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(source, text)


def test_empty_page_starts_from_a_template_for_the_one_active_goal(page, qtbot, read, write, now):
    goal = write(goals.add, "Lead a product team", now)
    assert page.empty.text() == "Describe who you are looking for before you search."
    qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    (row,) = read(job_descriptions.descriptions)
    assert [linked.id for linked in row.goals] == [goal]
    assert "…" in page.editor.sections["why"].editor.text()
    qtbot.waitUntil(lambda: page.editor.coach.per_cent.text() == "0 %")
    qtbot.waitUntil(page.editor.title.hasFocus)


def test_every_section_is_shown_with_title_helper_and_example(description, page):
    assert tuple(page.editor.sections) == SECTIONS
    for field in page.editor.sections.values():
        assert field.editor.source.accessibleName()
        assert field.editor.source.placeholderText().startswith("For example: ")


def test_typing_is_saved_as_one_named_step_and_keeps_the_line_ends(
    description, page, qtbot, read, app
):
    section = page.editor.sections["goal"]
    with qtbot.waitSignal(section.editor.committed, timeout=5000):
        _type(qtbot, section, "By June.")
    assert _detail(read, description).goal == "Lead a team.\r\nBy June."
    assert app.db.undo_label() == "Edit ideal mentor A product lead: The goal"
    app.undo()
    assert section.editor.text() == "Lead a team.\r\n"


def test_preview_shows_the_whole_and_opening_it_changes_nothing(description, page, qtbot, read):
    before = _detail(read, description)
    qtbot.mouseClick(page.editor.head.preview_button, Qt.MouseButton.LeftButton)
    assert page.editor.column.preview.isVisible()
    assert "A product lead" in page.editor.column.preview.toPlainText()
    assert not page.editor.sections["goal"].isVisible()
    qtbot.mouseClick(page.editor.head.preview_button, Qt.MouseButton.LeftButton)
    assert page.editor.sections["goal"].isVisible()
    assert _detail(read, description) == before


def test_task_ticked_in_the_whole_preview_edits_its_section(page, qtbot, read, write, now):
    description = write(
        job_descriptions.add,
        "Tasks",
        now,
        goal="- [ ] not this",
        offer="\n\nI offer\n\n- [x] done\n- [ ] open\n",
    )
    page.editor.set_preview(True)
    view = page.editor.column.preview
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.box_position(2))
    found = _detail(read, description)
    assert found.offer == "\n\nI offer\n\n- [x] done\n- [x] open\n"
    assert found.goal == "- [ ] not this"


def test_copy_gives_markdown_with_what_was_just_typed(description, page, qtbot):
    _type(qtbot, page.editor.sections["why"], "Users wait.")
    qtbot.mouseClick(page.editor.head.copy_button, Qt.MouseButton.LeftButton)
    text = QGuiApplication.clipboard().text()
    assert text.startswith("# A product lead\n")
    assert "## Why it matters\n\nUsers wait." in text


def test_goals_are_linked_by_the_list_and_opened_by_their_chip(
    description, page, qtbot, read, write, app, now
):
    first = write(goals.add, "Lead a team", now)
    write(goals.add, "Publish a paper", now)
    page.editor.column.links.goals.menu.aboutToShow.emit()
    page.editor.column.links.goals.menu.actions()[0].trigger()
    assert [goal.id for goal in _detail(read, description).goals] == [first]
    chip = next(
        b
        for b in page.editor.column.links.goals.findChildren(QPushButton)
        if b.text() == "Lead a team"
    )
    with qtbot.waitSignal(app.open_requested) as opened:
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert opened.args == ["goal", first]
    page.editor.column.links.goals.menu.aboutToShow.emit()
    page.editor.column.links.goals.menu.actions()[0].trigger()
    assert _detail(read, description).goals == ()


def test_other_descriptions_are_offered_when_there_are_any(
    description, page, qtbot, read, write, now, app
):
    switcher = page.editor.head.switcher
    assert not switcher.isVisible()
    second = write(job_descriptions.add, "Somebody who publishes", now)
    assert switcher.isVisible()
    switcher.menu().actions()[1].trigger()
    assert page.editor.title.text() == "Somebody who publishes"
    page.delete_description()
    assert not switcher.isVisible()
    assert page.current_ids() == [description]
    app.undo()
    assert page.model.ids() == [description, second]


def test_wide_page_shows_the_list_of_descriptions(description, page, qtbot, write, now):
    write(job_descriptions.add, "Somebody who publishes", now)
    assert not page.list.isVisible()
    page.resize(1600, 800)
    qtbot.waitUntil(page.list.isVisible)


def test_changing_the_description_saves_into_the_first_one(
    description, page, qtbot, read, write, now
):
    second = write(job_descriptions.add, "Second", now)
    _type(qtbot, page.editor.sections["why"], "For the first.")
    page.show_record(second)
    assert _detail(read, description).why == "For the first."
    assert _detail(read, second).why == ""


def test_tools_show_only_in_the_section_in_use(description, page, qtbot):
    _type(qtbot, page.editor.sections["why"], "x")
    assert page.editor.sections["why"].editor.tools.isVisible()
    assert not page.editor.sections["goal"].editor.tools.isVisible()


def test_section_grows_with_its_text(description, page, qtbot):
    source = page.editor.sections["why"].editor.source
    before = source.height()
    source.insertPlainText("line\n" * 8)
    qtbot.waitUntil(lambda: source.height() > before + 50)


def test_page_follows_the_line_that_is_typed(description, page, qtbot):
    section = page.editor.sections["success"]
    source = section.editor.source
    _type(qtbot, section, "x")
    source.insertPlainText("line\n" * 60)
    view = page.editor.column.viewport()

    def in_sight() -> bool:
        place = source.viewport().mapTo(view, source.cursorRect().center())
        return view.rect().contains(place)

    qtbot.waitUntil(in_sight)
    source.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.waitUntil(in_sight)


def test_every_section_keeps_drafts_of_what_is_typed(description, page, read):
    for name, section in page.editor.sections.items():
        section.editor.draft.emit(f"Draft of {name}")
    kept = read(drafts.of_record, "job_description", description)
    assert kept == {name: f"Draft of {name}" for name in SECTIONS}
