"""Who was sent which version: written down, changed, and seen from the person, by real keys."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDateTimeEdit, QWidget

from mentorcrm.core import activities, job_descriptions
from mentorcrm.core.job_descriptions import sendings, versions
from mentorcrm.gui.contacts.sendings import SendingLines
from mentorcrm.gui.job_descriptions.sendings import EditSentDialog, RecordSentDialog
from mentorcrm.gui.job_descriptions.versions import VersionsDialog
from tests import factories


@pytest.fixture
def lead(write, now):
    made = write(job_descriptions.add, "A product lead", now, goal="Lead a team.")
    write(job_descriptions.edit, made, now, goal="Lead a product team.")
    return made


@pytest.fixture
def ruth(write, lead):
    contact = write(factories.add_contact, "Ruth Adeyemi", position="Director", company="Solace")
    write(factories.add_candidate, contact, job_description_id=lead)
    return contact


@pytest.fixture
def ada(write):
    return write(factories.add_candidate, name="Ada Okafor")


@pytest.fixture
def below(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def asked(app, lead, read, below, qtbot):
    dialog = RecordSentDialog(app, lead, read(versions.newest, lead), below)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    with qtbot.waitExposed(dialog):
        dialog.open()
    qtbot.waitUntil(dialog.people.field.hasFocus)
    return dialog


@pytest.fixture
def dialog(app, lead, below, qtbot):
    made = VersionsDialog(app, lead, below)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    with qtbot.waitExposed(made):
        made.open()
    return made


def test_person_is_found_by_typing_and_recorded_by_return(
    ruth, write, asked, qtbot, read, app, now
):
    tom = write(factories.add_contact, "Tom Brandt", company="Lumen Bank")
    assert not asked.done_button.isEnabled()
    qtbot.keyClicks(asked.people.field, "lumen")
    qtbot.waitUntil(asked.done_button.isEnabled)
    qtbot.keyClick(asked.people.field, Qt.Key.Key_Return)
    (row,) = read(sendings.of_contact, tom)
    assert (row.channel, row.sent_at, row.title) == ("email", now, "A product lead")
    text, actions = app.notices.toasts[-1]
    assert text == "Recorded: sent to Tom Brandt"
    assert [label for label, _act in actions] == ["Undo"]
    app.undo()
    assert read(sendings.of_contact, tom) == []


def test_board_is_offered_and_arrow_keys_choose_from_the_field(ruth, ada, asked, qtbot, read, now):
    people = asked.people
    assert people.person() is None
    qtbot.keyClick(people.field, Qt.Key.Key_Down)
    assert people.person().name == "Ruth Adeyemi"
    qtbot.keyClick(people.field, Qt.Key.Key_Down)
    assert people.person().name == "Ada Okafor"
    qtbot.keyClick(people.field, Qt.Key.Key_Down)
    qtbot.keyClick(people.field, Qt.Key.Key_Up)
    assert people.person().name == "Ruth Adeyemi"
    asked.channel.setFocus()
    qtbot.keyClicks(asked.channel, "On")
    asked.note.setFocus()
    qtbot.keyClicks(asked.note, "At lunch")
    asked.when.date.setCurrentSection(QDateTimeEdit.Section.DaySection)
    asked.when.date.stepBy(-1)
    asked.accept()
    (row,) = read(sendings.of_contact, ruth)
    assert (row.channel, row.note) == ("paper", "At lunch")
    assert row.sent_at == now - timedelta(days=1)
    assert row.candidate_id is not None


def test_nobody_found_is_said_and_nothing_can_be_recorded(ruth, asked, qtbot):
    qtbot.keyClicks(asked.people.field, "zzz")
    assert asked.people.nobody.text() == "Nobody is called so."
    assert not asked.done_button.isEnabled()


def test_sendings_stand_above_the_comparison_and_can_be_taken_back(
    ruth, lead, dialog, write, read, now
):
    write(factories.send_newest, lead, ruth, "linkedin", now - timedelta(days=1), now)
    (chip,) = dialog.chips.chips
    assert chip.isVisible()
    assert chip.text() == "Ruth Adeyemi, 22 Nov 2026, LinkedIn message"
    dialog.list.setCurrentIndex(dialog.model.index(1, 0))
    assert not dialog.chips.isVisible()
    dialog.list.setCurrentIndex(dialog.model.index(0, 0))
    (chip,) = dialog.chips.chips
    chip.menu().actions()[2].trigger()
    assert read(sendings.of_description, lead) == []
    assert dialog.message.text == "Not sent to Ruth Adeyemi after all"
    dialog.message.buttons()[0].click()
    assert len(read(sendings.of_description, lead)) == 1


def test_sending_is_changed_with_its_entry(ruth, lead, dialog, write, read, now, qtbot):
    write(factories.send_newest, lead, ruth, "email", now - timedelta(days=1), now)
    dialog.chips.chips[0].menu().actions()[1].trigger()
    edit = dialog.findChild(EditSentDialog)
    edit.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    edit.note.setFocus()
    qtbot.keyClicks(edit.note, "By the way")
    edit.when.date.stepBy(-1)
    edit.accept()
    (row,) = read(sendings.of_description, lead)
    assert (row.note, row.sent_at) == ("By the way", now - timedelta(days=2))
    (entry,) = read(activities.timeline, ruth, 5)
    assert (entry.body, entry.happened_at) == ("By the way", now - timedelta(days=2))


def test_dialog_records_the_version_that_is_chosen(ruth, lead, dialog, read, qtbot):
    dialog.list.setCurrentIndex(dialog.model.index(1, 0))
    qtbot.mouseClick(dialog.sent_button, Qt.MouseButton.LeftButton)
    asked = dialog.findChild(RecordSentDialog)
    qtbot.keyClick(asked.people.field, Qt.Key.Key_Down)
    asked.done_button.click()
    (row,) = read(sendings.of_contact, ruth)
    assert row.version_id == dialog.model.record_id(1)
    assert dialog.message.text == "Recorded: sent to Ruth Adeyemi"
    assert dialog.list.currentIndex().row() == 1


def test_person_shows_what_they_have_and_opens_it(ruth, lead, write, read, app, now, qtbot):
    version = read(versions.newest, lead)
    write(versions.name, version, "for Ruth & Tom")
    lines = SendingLines(app)
    qtbot.addWidget(lines)
    lines.load(ruth)
    assert lines.isHidden()
    write(sendings.record, version, ruth, "email", now, now)
    lines.resize(600, 60)
    lines.load(ruth)
    (link,) = lines.links
    assert link.accessibleName() == "Has version of 23 Nov 2026: “for Ruth & Tom”"
    assert link.toolTip() == ("Sent on 23 Nov 2026, E-mail. Open this version of “A product lead”.")
    with qtbot.waitSignal(app.open_requested) as asked_for:
        link.click()
    assert asked_for.args == ["version", version]


def test_window_opens_the_version_that_somebody_has(window, lead, read, app):
    first = read(job_descriptions.history.outline, lead)[1].id
    app.open_requested.emit("version", first)
    dialog = window.findChild(VersionsDialog)
    assert window.section == "ideal_mentor"
    assert dialog.current().id == first
    dialog.reject()
