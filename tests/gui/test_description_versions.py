"""The versions of a description: list, comparison, names and the way back, by real keys."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from mentorcrm.core import contacts, job_descriptions
from mentorcrm.core.job_descriptions import sendings, versions
from mentorcrm.core.settings import VERSIONS_SIZE
from mentorcrm.gui.job_descriptions.versions import VersionsDialog
from mentorcrm.gui.job_descriptions.versions_compare import BEFORE


@pytest.fixture
def lead(write, now):
    """Return a description with four versions; the second is called "for Ruth"."""
    made = write(
        job_descriptions.add,
        "A product lead",
        now - timedelta(days=20),
        goal="Lead a team.",
        style="Calm.\n\nHonest.\n\nKind.\n\nCurious.",
    )
    write(job_descriptions.edit, made, now - timedelta(days=11), goal="Lead a product team.")
    with_ruth = write(versions.keep, made, now)
    write(versions.name, with_ruth, "for Ruth")
    write(job_descriptions.edit, made, now - timedelta(days=2), why="Users wait.")
    write(job_descriptions.edit, made, now - timedelta(hours=1), style="Calm.\n\nHonest.\n\nKind.")
    return made


@pytest.fixture
def below(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def opened(app, lead, qtbot, below):
    def show(**more):
        dialog = VersionsDialog(app, lead, below, **more)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        with qtbot.waitExposed(dialog):
            dialog.open()
        qtbot.waitUntil(dialog.list.hasFocus)
        return dialog

    return show


def _titles(dialog):
    return [dialog.model.index(row, 0).data() for row in range(dialog.model.rowCount())]


def _shown(dialog):
    """Return the text of both sides, line by line."""
    return dialog.comparison.sides.text.toPlainText().split("\n")


def _headings(dialog):
    sides = dialog.comparison.sides
    return sides.old_heading.full_text(), sides.new_heading.full_text()


def test_list_says_when_what_changed_and_who_got_it(opened, lead, read, write, now):
    ruth = write(contacts.add, name="Ruth Adeyemi", now=now)
    version = read(job_descriptions.history.outline, lead)[2].id
    write(sendings.record, version, ruth, "email", now - timedelta(days=11), now)
    dialog = opened()
    assert _titles(dialog) == [
        "Today, 09:00", "Sat 21 Nov, 10:00", "for Ruth", "Tue 3 Nov, 10:00"
    ]  # fmt: skip
    said = dialog.model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == (
        "for Ruth, Thu 12 Nov, 10:00 · The goal: 1 word added, "
        "Sent to Ruth Adeyemi, 12 Nov 2026, E-mail"
    )


def test_newest_is_compared_with_the_one_before_it_and_others_with_the_present(opened, qtbot):
    dialog = opened()
    assert _headings(dialog) == ("Sat 21 Nov, 10:00", "Present: Today, 09:00")
    assert "Curious." in _shown(dialog)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert _headings(dialog)[0] == "for Ruth (Thu 12 Nov, 10:00)"
    assert _headings(dialog)[1] == "Present: Today, 09:00"
    assert dialog.comparison.place.text() == "2 changes"
    other = dialog.comparison.other
    other.setFocus()
    qtbot.keyClick(other, Qt.Key.Key_Down)
    assert other.currentData() == BEFORE
    assert _headings(dialog) == ("Tue 3 Nov, 10:00", "for Ruth (Thu 12 Nov, 10:00)")
    dialog.list.setCurrentIndex(dialog.model.index(3, 0))
    assert other.currentText() == "the present text"
    dialog.list.setCurrentIndex(dialog.model.index(1, 0))
    assert other.currentData() == BEFORE


def test_any_two_versions_can_be_compared_the_older_on_the_left(opened, qtbot):
    dialog = opened(version_id=None)
    dialog.list.setCurrentIndex(dialog.model.index(3, 0))
    other = dialog.comparison.other
    other.setFocus()
    qtbot.keyClicks(other, "for")
    assert _headings(dialog) == ("Tue 3 Nov, 10:00", "for Ruth (Thu 12 Nov, 10:00)")
    assert dialog.comparison.place.text() == "1 change"


def test_keys_go_from_change_to_change_and_round(opened, qtbot):
    dialog = opened()
    dialog.list.setCurrentIndex(dialog.model.index(3, 0))
    place = dialog.comparison.place
    assert place.text() == "3 changes"
    for said in ("Change 1 of 3", "Change 2 of 3", "Change 3 of 3", "Change 1 of 3"):
        qtbot.keyClick(dialog, Qt.Key.Key_F7)
        assert place.text() == said
    qtbot.keyClick(dialog, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert place.text() == "Change 3 of 3"


def test_whole_text_or_changes_only_is_remembered(opened, qtbot, app):
    dialog = opened()
    assert "5 lines are the same" in _shown(dialog)
    assert "The goal" not in _shown(dialog)
    qtbot.keyClick(dialog.comparison.changes_only, Qt.Key.Key_Space)
    assert "Lead a product team." in _shown(dialog)
    assert "5 lines are the same" not in _shown(dialog)
    dialog.resize(1000, 640)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert app.settings.get(VERSIONS_SIZE) == "1000x640"
    again = opened()
    assert not again.comparison.changes_only.isChecked()
    assert "Lead a product team." in _shown(again)


def test_version_is_named_in_place_by_f2_and_undone(opened, qtbot, read, lead, app):
    dialog = opened()
    qtbot.keyClick(dialog.list, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: dialog.list.findChild(QLineEdit) is not None)
    editor = dialog.list.findChild(QLineEdit)
    qtbot.waitUntil(editor.hasFocus)
    qtbot.keyClicks(editor, "for Tom")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _titles(dialog)[0] == "for Tom")
    assert app.db.undo_label() == "Name a version “for Tom”"
    qtbot.waitUntil(dialog.list.hasFocus)
    qtbot.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _titles(dialog)[0] == "Today, 09:00"
    assert read(job_descriptions.history.outline, lead)[0].name == ""


def test_restore_keeps_the_present_text_in_the_list_and_can_be_undone(opened, qtbot, read, lead):
    dialog = opened()
    assert not dialog.restore_button.isEnabled()
    dialog.list.setCurrentIndex(dialog.model.index(3, 0))
    qtbot.mouseClick(dialog.restore_button, Qt.MouseButton.LeftButton)
    assert read(job_descriptions.detail, lead).goal == "Lead a team."
    assert dialog.model.rowCount() == 5
    assert dialog.list.currentIndex().row() == 0
    assert _headings(dialog) == ("Today, 09:00", "Present: Today, 10:00")
    assert dialog.message.text == "The version “Tue 3 Nov, 10:00” is the present text again."
    qtbot.mouseClick(dialog.message.buttons()[0], Qt.MouseButton.LeftButton)
    assert read(job_descriptions.detail, lead).goal == "Lead a product team."
    assert dialog.model.rowCount() == 4
    assert _headings(dialog)[1] == "Present: Today, 09:00"


def test_version_is_copied_as_markdown(opened, qtbot):
    dialog = opened()
    dialog.list.setCurrentIndex(dialog.model.index(3, 0))
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    text = QGuiApplication.clipboard().text()
    assert text.startswith("# A product lead\n\n## The goal\n\nLead a team.\n")


def test_single_version_says_what_will_be_here(app, write, now, below):
    only = write(job_descriptions.add, "New", now)
    dialog = VersionsDialog(app, only, below)
    assert dialog.comparison.empty.text() == "The first change makes a version to compare with."
    assert not dialog.comparison.other.isEnabled()
    assert not dialog.comparison.next_button.isEnabled()
    write(job_descriptions.edit, only, now, goal="Words")
    assert _headings(dialog)[1] == "Present: Today, 10:00"


def test_dialog_closes_when_its_description_goes(opened, write, lead):
    dialog = opened()
    write(job_descriptions.delete, lead)
    assert not dialog.isVisible()


def test_versions_of_the_same_words_say_so(opened, write, lead, now):
    write(job_descriptions.edit, lead, now, goal="Lead a product team.\r\n")
    dialog = opened()
    assert dialog.comparison.empty.text() == "Both versions read the same."


def test_page_opens_the_versions_with_what_was_just_typed(window, lead, qtbot):
    page = window.show_section("ideal_mentor")
    source = page.editor.sections["goal"].editor.source
    source.setFocus()
    qtbot.keyClicks(source, "Soon: ")
    page.show_versions()
    dialog = window.findChild(VersionsDialog)
    assert dialog.model.rowCount() == 5
    assert "Soon: Lead a product team." in _shown(dialog)
    dialog.reject()


def test_pauses_in_typing_make_one_version_and_coming_back_another(window, lead, qtbot, read):
    page = window.show_section("ideal_mentor")
    sections = page.editor.sections
    goal, why = (sections[name].editor for name in ("goal", "why"))
    goal.source.setFocus()
    qtbot.waitUntil(goal.source.hasFocus)
    for words in ("One ", "two "):
        with qtbot.waitSignal(goal.committed, timeout=5000):
            qtbot.keyClicks(goal.source, words)
    versions = read(job_descriptions.history.versions, lead)
    assert len(versions) == 5
    assert job_descriptions.history.change_words(versions[0]) == "The goal: 2 words added"
    why.source.setFocus()
    goal.source.setFocus()
    qtbot.waitUntil(goal.source.hasFocus)
    with qtbot.waitSignal(goal.committed, timeout=5000):
        qtbot.keyClicks(goal.source, "three ")
    assert len(read(job_descriptions.history.outline, lead)) == 6
    window.app.undo()
    window.app.undo()
    assert len(read(job_descriptions.history.outline, lead)) == 4
    assert read(job_descriptions.detail, lead).goal == "Lead a product team."
