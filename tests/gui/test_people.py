"""The table of people: listing, searching, choosing columns, and changing many at once."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from sqlalchemy import event

from mentorcrm import core
from mentorcrm.core import settings as keys
from mentorcrm.core.contacts import ContactFilter
from mentorcrm.gui.contacts.page import PeoplePage
from mentorcrm.gui.contacts.people_menus import ask_for_tag, context_menu
from mentorcrm.gui.contacts.people_model import FIRST_MATCHES
from mentorcrm.gui.contacts.trash_keeper import TrashKeeper
from tests import factories

NAMES = ("Ruth Adeyemi", "Carlos Prieto", "Hannah Weiss", "Mei Tanaka", "Dele Bankole")


@pytest.fixture
def people(app):
    """Return the ids of five people, by name."""

    def add(session):
        return {
            name: factories.add_contact(session, name, company=f"Company {place % 2}")
            for place, name in enumerate(NAMES)
        }

    found: dict[str, int] = {}
    app.do("Fill", add, then=found.update)
    return found


@pytest.fixture
def page(qtbot, app, people):
    shown = PeoplePage(app)
    qtbot.addWidget(shown)
    shown.resize(1200, 700)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def _names(page):
    return [page.model.record(row).name for row in range(page.model.rowCount())]


def _button(widget, text):
    return next(b for b in widget.findChildren(QPushButton) if b.text() == text)


def test_people_are_listed_by_name(page):
    assert _names(page) == sorted(NAMES)
    assert page.count_label.text() == "5 people"


def test_model_keeps_the_rules_of_item_models(page, qtmodeltester):
    qtmodeltester.check(page.model)


def test_nothing_is_read_before_the_page_is_seen(qtbot, app, people):
    hidden = PeoplePage(app)
    qtbot.addWidget(hidden)
    app.do("Add", core.contacts.add, "Zoe Quist", now=app.now())
    assert hidden.model.rowCount() == 0
    with qtbot.waitExposed(hidden):
        hidden.show()
    assert hidden.model.rowCount() == 6


def test_search_shows_matches_at_once_and_all_of_them_after_a_rest(qtbot, app, page):
    page.search("company")
    assert page.model.rowCount() == 5
    page.search("ruth 0")
    qtbot.waitUntil(lambda: page.model.complete)
    assert _names(page) == ["Ruth Adeyemi"]
    page.search("")
    assert len(_names(page)) == 5


def test_search_finds_words_spread_over_a_persons_notes(qtbot, app, page, people):
    ruth = people["Ruth Adeyemi"]
    app.do("Log", core.activities.log, ruth, "note", "negotiation", app.now(), app.now())
    page.search("adeyemi negotiation")
    qtbot.waitUntil(lambda: page.model.complete)
    assert _names(page) == ["Ruth Adeyemi"]


def test_first_matches_are_few_however_many_there_are(qtbot, app, page):
    def add(session):
        factories.add_network(session, FIRST_MATCHES + 100)

    app.do("Fill", add)
    page.search("c")
    assert page.model.rowCount() == FIRST_MATCHES
    assert "still searching" in page.count_label.text()
    qtbot.waitUntil(lambda: page.model.complete)
    assert page.model.rowCount() == FIRST_MATCHES + 105


def test_no_match_offers_a_way_back(qtbot, page):
    cleared = []
    page.search_cleared.connect(lambda: cleared.append(True))
    page.search("zzz")
    assert page.empty.isVisible()
    page.empty.button.click()
    assert len(_names(page)) == 5
    assert cleared == [True]


def test_nobody_at_all_offers_to_add_or_import(qtbot, app):
    shown = PeoplePage(app)
    qtbot.addWidget(shown)
    shown.show()
    assert "Nobody here yet" in shown.empty.text()
    with qtbot.waitSignal(shown.import_requested):
        shown.empty.link.click()


def test_click_on_a_header_sorts_and_is_remembered(qtbot, app, page):
    header = page.table.horizontalHeader()
    place = page.model.place("company")
    at = QPoint(header.sectionViewportPosition(place) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    companies = [page.model.record(row).company for row in range(5)]
    assert companies == sorted(companies)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert page.model.order == ("company", True)
    assert app.settings.get(keys.PEOPLE_SORT) == "-company"


def test_chosen_columns_and_widths_come_back(qtbot, app, page):
    menu = page.table.column_menu()
    next(action for action in menu.actions() if action.text() == "E-mail").trigger()
    next(action for action in menu.actions() if action.text() == "Tags").trigger()
    page.table.setColumnWidth(page.model.place("company"), 233)
    again = PeoplePage(app)
    qtbot.addWidget(again)
    assert not again.table.isColumnHidden(again.model.place("email"))
    assert again.table.isColumnHidden(again.model.place("tags"))
    assert again.table.columnWidth(again.model.place("company")) == 233
    again.table.reset_columns()
    assert again.table.isColumnHidden(again.model.place("email"))


def test_selection_tells_the_window_once(qtbot, page, people):
    told = []
    page.selection_changed.connect(lambda kind, record_id: told.append((kind, record_id)))
    page.select(people["Mei Tanaka"])
    assert told == [("contact", people["Mei Tanaka"])]
    page.table.clearSelection()
    assert told[-1] == ("contact", -1)


def test_keys_open_peek_and_delete(qtbot, app, page, people):
    page.select(people["Ruth Adeyemi"])
    with qtbot.waitSignal(page.detail_requested):
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.detail_toggled):
        qtbot.keyClick(page.table, Qt.Key.Key_Space)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert "Ruth Adeyemi" not in _names(page)
    assert app.notices.toasts[-1][0] == "Ruth Adeyemi is in the trash"
    app.notices.toasts[-1][1][0][1]()
    assert "Ruth Adeyemi" in _names(page)


def test_f2_edits_the_name_in_place(qtbot, app, page, people):
    page.select(people["Mei Tanaka"])
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    editor = page.table.viewport().findChild(QLineEdit)
    assert editor.text() == "Mei Tanaka"
    editor.setText("Aiko Tanaka")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _names(page)[0] == "Aiko Tanaka")
    assert app.db.undo_label() == "Rename to Aiko Tanaka"
    assert page.table.current_id() == people["Mei Tanaka"]


def test_bulk_bar_acts_on_everybody_selected_in_one_step(qtbot, app, page, people):
    page.select_all()
    assert page.bulk_bar.isVisible()
    assert page.bulk_bar.label.text() == "5 of 5 selected"
    page.bulk_bar.archive_button.click()
    assert _names(page) == []
    page.state_filter.choose("archived")
    assert len(_names(page)) == 5
    page.select_all()
    assert page.bulk_bar.unarchive_button.isVisible()
    assert not page.bulk_bar.archive_button.isVisible()
    app.undo()
    page.clear_filters()
    assert len(_names(page)) == 5


def test_tags_are_added_filtered_and_removed(qtbot, app, page, people):
    page.select_all()
    dialog = ask_for_tag(page, [], page.add_tag)
    dialog.findChild(QLineEdit).setText("alumni")
    _button(dialog, "Add tag").click()
    assert app.notices.toasts[-1][0] == "5 people have the tag “alumni”"
    assert app.db.undo_label() == "Tag 5 people “alumni”"
    page.select(people["Ruth Adeyemi"])
    page.remove_tag("alumni")
    page.tag_filter.menu().aboutToShow.emit()
    tag = app.read(core.tags.all_tags)[0]
    page.tag_filter.choose(tag.id)
    assert len(_names(page)) == 4
    assert "Ruth Adeyemi" not in _names(page)


def test_add_to_board_skips_those_who_are_there(qtbot, app, page, people):
    page.select(people["Ruth Adeyemi"])
    page.add_to_board()
    page.select_all()
    page.bulk_bar.board_button.click()
    assert app.read(core.board.counts)["identified"] == 5
    page.add_to_board()
    assert "already on the board" in app.notices.errors[-1]


def test_delete_for_good_asks_by_name_and_leaves_nothing(qtbot, app, page, people):
    page.select(people["Ruth Adeyemi"])
    page.trash()
    page.state_filter.choose("trash")
    page.select_all()
    app.notices.answer = False
    page.trash()
    assert app.notices.questions[-1][0] == "Delete Ruth Adeyemi for good?"
    assert app.notices.questions[-1][2] == "Delete 1 person"
    assert _names(page) == ["Ruth Adeyemi"]
    app.notices.answer = True
    page.delete_for_good()
    assert _names(page) == []
    page.clear_filters()
    assert len(_names(page)) == 4


def test_the_trash_empties_itself_after_thirty_days(qtbot, app, page, people):
    old, young = people["Ruth Adeyemi"], people["Mei Tanaka"]
    for contact_id, days in ((old, 30), (young, 29)):
        then = app.now() - timedelta(days=days)
        app.do("Delete", core.contacts.trash, [contact_id], then)
    TrashKeeper(app, app).check()
    page.state_filter.choose("trash")
    assert page.model.ids() == [young]


def test_restore_brings_people_back(qtbot, app, page, people):
    page.select_all()
    page.trash()
    page.state_filter.choose("trash")
    page.select_all()
    page.bulk_bar.restore_button.click()
    page.clear_filters()
    assert len(_names(page)) == 5


@pytest.mark.parametrize("state", [None, "archived", "trash"])
def test_context_menu_offers_only_what_fits(qtbot, page, people, state):
    page.select(people["Ruth Adeyemi"])
    if state == "archived":
        page.archive()
    if state == "trash":
        page.trash()
    page.state_filter.choose(state)
    page.select(people["Ruth Adeyemi"]) if state is None else page.select_all()
    texts = {action.text() for action in context_menu(page).actions()}
    assert ("Archive" in texts) == (state is None)
    assert ("Bring back" in texts) == (state == "archived")
    assert ("Delete for good…" in texts) == (state == "trash")


def test_export_asks_for_the_selected(qtbot, page, people):
    page.select_all()
    with qtbot.waitSignal(page.export_requested) as asked:
        page.export_selected()
    assert sorted(asked.args[0]) == sorted(people.values())


def test_a_card_moved_elsewhere_is_painted_anew(qtbot, app, page, people):
    app.do("Add", core.board.add, people["Ruth Adeyemi"], now=app.now())
    row = page.model.row_of(people["Ruth Adeyemi"])
    assert page.model.record(row).stages == ("identified",)
    card = app.read(core.board.keys, "identified")[0]
    app.do("Move", core.board.move, [card], "asked", None, app.now(), app.zone())
    assert page.model.record(row).stages == ("asked",)
    app.undo()
    assert page.model.record(row).stages == ("identified",)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_after_any_edits_and_undos_the_table_shows_what_the_query_says(qtbot, app, page, seed):
    chosen = random.Random(seed)
    page.model.set_sort(chosen.choice(["name", "company", "added"]), chosen.random() < 0.5)

    def step():
        ids = page.model.ids()
        act = chosen.randrange(7)
        some = chosen.sample(ids, min(len(ids), chosen.randint(1, 3)))
        if act == 0 or not ids:
            app.do("Add", core.contacts.add, f"N{chosen.random()}", now=app.now())
        elif act == 1:
            app.do("Name", core.contacts.edit, some[0], app.now(), name=f"M{chosen.random()}")
        elif act == 2:
            company = chosen.choice(["", "Alpha", "beta", "Gamma"])
            app.do("Work", core.contacts.edit, some[0], app.now(), company=company)
        elif act == 3:
            app.do("Away", core.contacts.trash, some, app.now())
        elif act == 4:
            app.do("Away", core.contacts.archive, some, app.now())
        elif act == 5:
            app.undo()
        else:
            app.redo()

    for _round in range(40):
        step()
        sort, descending = page.model.order
        wanted = app.read(core.contacts.keys, sort, descending, ContactFilter())
        assert page.model.ids() == wanted
        for row, contact_id in enumerate(wanted):
            assert page.model.record(row) == app.read(core.contacts.rows, [contact_id])[contact_id]


def _statements(db, act):
    """Return how many statements and fetched contact rows ``act`` needs."""
    seen = []

    def watch(_connection, _cursor, statement, _parameters, _context, _many):
        seen.append(statement)

    from sqlalchemy import Engine

    event.listen(Engine, "before_cursor_execute", watch)
    try:
        act()
    finally:
        event.remove(Engine, "before_cursor_execute", watch)
    return [statement for statement in seen if statement.startswith("SELECT")]


def test_scrolling_and_searching_cost_the_same_at_any_size(qtbot, app, db, page):
    """Work is counted, not timed: the statements do not grow with the number of people."""

    def fill(count):
        rows = [
            (f"Person {n:06}", f"person {n:06}", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z")
            for n in range(count)
        ]
        columns = ("name", "sort_name", "created_at", "updated_at")
        with db.long_action("Fill") as action, action.chunk() as session:
            action.insert_rows(session, "contact", columns, rows)

    def scroll():
        bar = page.table.verticalScrollBar()
        for part in range(10):
            bar.setValue(bar.maximum() * part // 10)
            page.table.viewport().repaint()

    def search():
        page.search("person")
        page.table.viewport().repaint()
        page.search("")

    counts = []
    for more in (2_000, 98_000):
        fill(more)
        qtbot.waitUntil(lambda: page.model.rowCount() > 1_900)
        page.model.reload()
        counts.append((len(_statements(db, scroll)), len(_statements(db, search))))
    assert page.model.rowCount() == 100_005
    small, big = counts
    assert big[0] <= small[0] + 8
    assert big[1] <= small[1]
