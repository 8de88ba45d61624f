"""The detail pane: everything about a person or card, edited in place."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QPushButton, QScrollBar, QWidget

from mentorcrm import core
from mentorcrm.core.schema import DuplicateSuggestion
from mentorcrm.core.settings import FOLLOW_UP_DAYS
from mentorcrm.gui.contacts.detail_pane import DetailPane
from tests import factories


@pytest.fixture
def ruth(app):
    """Return Ruth's contact and candidate ids."""

    def add(session):
        contact_id = factories.add_contact(
            session,
            "Ruth Adeyemi",
            company="Solace",
            position="Director of Product",
            emails=["ruth@solace.example"],
            tags=["product"],
        )
        return contact_id, factories.add_candidate(session, contact_id)

    found: list[int] = []
    app.do("Fill", add, then=found.extend)
    return tuple(found)


@pytest.fixture
def pane(qtbot, app):
    shown = DetailPane(app)
    qtbot.addWidget(shown)
    shown.resize(400, 1100)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    return shown


@pytest.fixture
def lookalike(app, ruth):
    """Return somebody who may be the same person as Ruth."""

    def add(session):
        other = factories.add_contact(session, "Ruth A. Adeyemi")
        session.add(DuplicateSuggestion(contact_id=other, other_id=ruth[0], reason="name"))
        return other

    found: list[int] = []
    app.do("Fill", add, then=found.append)
    return found[0]


def _person(app, ruth):
    return app.read(core.contacts.detail, ruth[0])


def _card(app, ruth):
    return app.read(core.board.candidate, ruth[1])


def test_a_card_shows_its_person(app, pane, ruth):
    pane.show_candidate(ruth[1])
    assert pane.header.name.text() == "Ruth Adeyemi"
    assert pane.header.role.full_text() == "Director of Product, Solace"
    assert pane.header.stage.isVisible()
    assert pane.mentor.isVisible()
    assert pane.person.company.text() == "Solace"


def test_a_person_without_a_card_is_offered_the_board(qtbot, app, pane, ruth):
    other: list[int] = []
    app.do("Add", core.contacts.add, "Mei Tanaka", now=app.now(), then=other.append)
    pane.show_contact(other[0])
    assert not pane.header.stage.isVisible()
    assert not pane.mentor.isVisible()
    pane.header.board_button.click()
    assert pane.header.stage.isVisible()
    assert pane.mentor.isVisible()


@pytest.mark.parametrize("field", ["company", "position", "location", "how_met"])
def test_a_line_is_saved_when_it_is_left(qtbot, app, pane, ruth, field):
    pane.show_contact(ruth[0])
    widget = getattr(pane.person, field)
    widget.setFocus()
    widget.selectAll()
    qtbot.keyClicks(widget, "Kumo Labs")
    pane.person.tags.line.setFocus()
    assert getattr(_person(app, ruth), field) == "Kumo Labs"
    app.undo()
    assert getattr(_person(app, ruth), field) == widget.text()


def test_a_line_saves_itself_when_typing_rests_as_one_action(qtbot, app, pane, ruth):
    pane.show_contact(ruth[0])
    pane.person.location.setFocus()
    qtbot.keyClicks(pane.person.location, "Lagos")
    qtbot.waitUntil(lambda: _person(app, ruth).location == "Lagos", timeout=3000)
    assert app.db.undo_label() == "Change location of Ruth Adeyemi"


def test_another_record_is_shown_only_after_the_first_is_saved(qtbot, app, pane, ruth):
    other: list[int] = []
    app.do("Add", core.contacts.add, "Mei Tanaka", now=app.now(), then=other.append)
    pane.show_contact(ruth[0])
    pane.person.company.setFocus()
    pane.person.company.selectAll()
    qtbot.keyClicks(pane.person.company, "Helix")
    pane.show_contact(other[0])
    assert _person(app, ruth).company == "Helix"
    assert app.read(core.contacts.detail, other[0]).company == ""
    assert pane.person.company.text() == ""


def test_what_is_being_typed_is_not_reloaded(qtbot, app, pane, ruth):
    pane.show_contact(ruth[0])
    pane.person.company.setFocus()
    pane.person.company.selectAll()
    qtbot.keyClicks(pane.person.company, "Hel")
    app.do("Elsewhere", core.contacts.edit, ruth[0], app.now(), company="Fieldway", position="CTO")
    assert pane.person.company.text() == "Hel"
    assert pane.person.position.text() == "CTO"


def test_notes_keep_a_draft_while_typing_and_come_back_after_a_crash(qtbot, app, pane, ruth):
    pane.show_contact(ruth[0])
    with app.db.transaction(None) as session:
        core.drafts.save(session, "contact", ruth[0], "notes", "half a thought", app.now())
    again = DetailPane(app)
    qtbot.addWidget(again)
    again.show_contact(ruth[0])
    assert _person(app, ruth).notes == "half a thought"
    assert again.person.notes.text() == "half a thought"
    assert app.db.undo_label() == "Restore text you were typing"
    assert app.read(core.drafts.of_record, "contact", ruth[0]) == {}


def test_rename_keeps_first_and_last_name_in_step(qtbot, app, pane, ruth):
    pane.show_contact(ruth[0])
    pane.edit_name()
    qtbot.keyClicks(pane.header.name, "Ruth Cole")
    qtbot.keyClick(pane.header.name, Qt.Key.Key_Return)
    assert _person(app, ruth).last_name == "Cole"


def test_a_name_cannot_be_emptied(qtbot, app, pane, ruth):
    pane.show_contact(ruth[0])
    pane.header.name.setFocus()
    pane.header.name.selectAll()
    qtbot.keyClick(pane.header.name, Qt.Key.Key_Delete)
    qtbot.keyClick(pane.header.name, Qt.Key.Key_Return)
    assert _person(app, ruth).name == "Ruth Adeyemi"
    assert pane.header.name.text() == "Ruth Adeyemi"


def test_stage_combo_moves_the_card_and_plans_the_follow_up(qtbot, app, pane, ruth):
    pane.show_candidate(ruth[1])
    pane.header.stage.setFocus()
    qtbot.keyClick(pane.header.stage, Qt.Key.Key_Down)
    assert _card(app, ruth).stage == "asked"
    assert pane.mentor.follow_up.value() == date(2026, 11, 30)
    said, actions = app.notices.toasts[-1]
    assert said == "Moved Ruth Adeyemi to Asked. Follow up on Mon 30 Nov 2026."
    assert [label for label, _act in actions] == ["Change", "Remove", "Undo"]
    actions[1][1]()
    assert _card(app, ruth).follow_up_at is None
    app.undo()
    app.undo()
    assert _card(app, ruth).stage == "identified"
    assert pane.mentor.follow_up.value() is None


def test_follow_up_date_and_time_are_set_and_removed(qtbot, app, pane, ruth):
    pane.show_candidate(ruth[1])
    assert not pane.mentor.notify_at.isVisible()
    pane.mentor.follow_up.committed.emit(date(2026, 12, 1))
    local = _card(app, ruth).follow_up_at.astimezone(app.zone())
    assert (local.date(), local.hour) == (date(2026, 12, 1), 9)
    assert pane.mentor.notify_at.isVisible()
    pane.mentor.notify_at.setFocus()
    pane.mentor.notify_at.setTime(pane.mentor.notify_at.time().addSecs(3600))
    pane.mentor.next_step.setFocus()
    assert _card(app, ruth).follow_up_at.astimezone(app.zone()).hour == 10
    pane.mentor.follow_up.clear_button.click()
    assert _card(app, ruth).follow_up_at is None


def test_next_step_state_and_goals_belong_to_the_card(qtbot, app, pane, ruth):
    goal: list[int] = []
    app.do("Goal", factories.add_goal, "Lead a team", then=goal.append)
    pane.show_candidate(ruth[1])
    pane.mentor.next_step.setFocus()
    qtbot.keyClicks(pane.mentor.next_step, "Send the brief")
    pane.mentor.state.setFocus()
    qtbot.keyClick(pane.mentor.state, Qt.Key.Key_Down)
    pane.mentor.goals.menu.aboutToShow.emit()
    pane.mentor.goals.menu.actions()[0].trigger()
    card = _card(app, ruth)
    assert (card.next_step, card.sub_state, card.goals) == (
        "Send the brief",
        "researching",
        ("Lead a team",),
    )


def test_declined_cards_ask_for_a_reason_and_when_to_try_again(qtbot, app, pane, ruth):
    pane.show_candidate(ruth[1])
    assert not pane.mentor.reason.isVisible()
    pane.move_to("declined")
    assert pane.mentor.reason.isVisible()
    pane.mentor.reason.setFocus()
    qtbot.keyClicks(pane.mentor.reason, "No time this year")
    qtbot.keyClick(pane.mentor.reason, Qt.Key.Key_Return)
    pane.mentor.revisit.committed.emit(date(2027, 2, 1))
    card = _card(app, ruth)
    assert (card.decline_reason, card.revisit_on) == ("No time this year", date(2027, 2, 1))


def test_addresses_are_added_changed_and_removed(qtbot, app, pane, ruth):
    pane.show_contact(ruth[0])
    emails = pane.person.emails
    emails.add_button.click()
    qtbot.keyClicks(emails.rows[1].value, "ruth@home.example")
    qtbot.keyClick(emails.rows[1].value, Qt.Key.Key_Return)
    assert [email.value for email in _person(app, ruth).emails] == [
        "ruth@solace.example",
        "ruth@home.example",
    ]
    emails.rows[0].remove.click()
    assert [email.value for email in _person(app, ruth).emails] == ["ruth@home.example"]
    app.undo()
    assert len(emails.rows) == 2


def test_a_wrong_address_is_named_and_not_saved(qtbot, app, pane, ruth):
    pane.show_contact(ruth[0])
    emails = pane.person.emails
    emails.add_button.click()
    qtbot.keyClicks(emails.rows[1].value, "ruth at home")
    qtbot.keyClick(emails.rows[1].value, Qt.Key.Key_Return)
    assert emails.problem.isVisible()
    assert "the @ is missing" in emails.problem.text()
    assert len(_person(app, ruth).emails) == 1


def test_tags_are_chips(qtbot, app, pane, ruth):
    pane.show_contact(ruth[0])
    qtbot.keyClicks(pane.person.tags.line, "strategy")
    qtbot.keyClick(pane.person.tags.line, Qt.Key.Key_Return)
    assert _person(app, ruth).tags == ("product", "strategy")
    app.undo()
    assert pane.person.tags.tags() == ["product"]


def test_menu_copies_archives_trashes_and_takes_the_card_off(qtbot, app, pane, ruth):
    pane.show_candidate(ruth[1])
    actions = {action.text(): action for action in pane.header.more.menu().actions()}
    actions["Copy e-mail address"].trigger()
    assert QGuiApplication.clipboard().text() == "ruth@solace.example"
    actions["Remove card from the board"].trigger()
    assert pane.candidate_id == -1
    assert pane.contact_id == ruth[0]
    app.undo()
    actions["Archive"].trigger()
    assert pane.header.aside.text() == "Archived"
    actions["Bring back"].trigger()
    actions["Delete"].trigger()
    assert pane.header.aside.text() == "In the trash"
    assert not pane.header.board_button.isVisible()
    actions["Restore"].trigger()
    assert not pane.header.aside.isVisible()


def test_without_an_address_the_mail_button_says_so(app, pane, ruth):
    app.do("Clear", core.contacts.set_channels, ruth[0], "email", [], app.now())
    pane.show_contact(ruth[0])
    assert not pane.header.email_button.isEnabled()
    assert "No e-mail address" in pane.header.email_button.toolTip()


def test_somebody_erased_elsewhere_leaves_the_pane_empty(app, pane, ruth):
    pane.show_contact(ruth[0])
    app.system(core.contacts.erase, [ruth[0]])
    assert pane.contact_id == -1
    assert not pane.header.isVisible()


def test_everything_that_takes_the_keyboard_has_a_name(app, pane, ruth):
    pane.show_candidate(ruth[1])
    for tab in (0, 1):
        pane.tabs.setCurrentIndex(tab)
        for widget in pane.findChildren(QWidget):
            if not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
                continue
            if isinstance(widget, QScrollBar) or widget.focusProxy() is not None:
                continue
            face = QAccessible.queryAccessibleInterface(widget)
            name = face.text(QAccessible.Text.Name)
            assert name.strip() == name != "", widget


def _answer(pane, text):
    return next(link for link in pane.same.findChildren(QPushButton) if link.text() == text)


def test_somebody_who_may_be_the_same_person_can_be_opened(qtbot, app, pane, ruth, lookalike):
    pane.show_contact(ruth[0])
    assert pane.same.isVisible()
    with qtbot.waitSignal(app.open_requested) as asked:
        _answer(pane, "Open").click()
    assert asked.args == ["contact", lookalike]


def test_two_people_told_apart_stay_so_until_undone(app, pane, ruth, lookalike):
    pane.show_contact(lookalike)
    _answer(pane, "Not the same").click()
    assert not pane.same.isVisible()
    pane.show_contact(ruth[0])
    assert not pane.same.isVisible()
    app.undo()
    assert pane.same.isVisible()


def test_a_move_from_the_pane_plans_the_follow_up_as_chosen(app, pane, ruth):
    app.settings.set(FOLLOW_UP_DAYS, 3)
    pane.show_candidate(ruth[1])
    pane.move_to("asked")
    days = _card(app, ruth).follow_up_at.astimezone(app.zone()).date() - app.now().date()
    assert days.days == 3
