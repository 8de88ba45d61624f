"""Spelling in a real field: waves under words, offers in its menu, the user's own words."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu

from mentorcrm.core import spelling
from mentorcrm.core.settings import SPELLING, SPELLING_LANGUAGE, Settings
from mentorcrm.gui.preferences.writing import Writing
from mentorcrm.gui.spelling import Spelling
from mentorcrm.gui.widgets.markdown_source import MarkdownSource
from mentorcrm.gui.widgets.spell_marks import MOST
from tests.factories import add_contact

pytestmark = [
    pytest.mark.skipif(
        "en_US" not in spelling.languages(),
        reason=spelling.problem() or "no dictionary en_US (hunspell-en-us)",
    ),
    # The platform without a screen says this when a menu is shown.
    pytest.mark.qt_log_ignore("plugin does not support", extend=True),
]


@pytest.fixture
def field(app, qtbot):
    app.settings.remember(SPELLING_LANGUAGE, "en_US")
    made = MarkdownSource("Why")
    qtbot.addWidget(made)
    made.marks = Spelling.of(app).watch(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def _looked_at(field, qtbot, text: str) -> list[str]:
    with qtbot.waitSignal(field.marks.finished, timeout=5000):
        field.load(text, force=True)
        field.marks.check_again()
    return field.marks.misspelt()


def _menu(field) -> QMenu:
    place = field.cursorRect().center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, place, field.mapToGlobal(QPoint(0, 0))
    )
    QApplication.sendEvent(field, event)
    return next(menu for menu in field.findChildren(QMenu) if menu.isVisible())


def _named(menu, text):
    return next(action for action in menu.actions() if action.text() == text)


def test_misspelt_words_are_marked_and_code_links_and_numbers_are_not(field, qtbot):
    text = (
        "I recieve `recieve` [teh](https://teh.example/recieve) 3rd KPIs\n\n```\nteh\n```\nteh end"
    )
    assert _looked_at(field, qtbot, text) == ["recieve", "teh", "teh"]


def test_marks_stand_at_the_words_behind_letters_that_qt_counts_twice(field, qtbot):
    assert _looked_at(field, qtbot, "👩🏽‍🚀𝔐 recieve now") == ["recieve"]


def test_very_long_paragraphs_are_left_alone(field, qtbot):
    assert _looked_at(field, qtbot, "teh " * 2000) == []


def test_word_being_typed_is_marked_only_when_the_cursor_leaves_it(field, qtbot):
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    with qtbot.waitSignal(field.marks.finished, timeout=5000):
        qtbot.keyClicks(field, "I recieve")
    assert field.marks.misspelt() == []
    with qtbot.waitSignal(field.marks.finished, timeout=5000):
        qtbot.keyClicks(field, " it")
    assert field.marks.misspelt() == ["recieve"]


def test_menu_offers_what_was_meant_and_puts_it_in(field, qtbot):
    _looked_at(field, qtbot, "I recieve it")
    field.moveCursor(QTextCursor.MoveOperation.Start)
    for _time in range(4):
        field.moveCursor(QTextCursor.MoveOperation.Right)
    menu = _menu(field)
    assert menu.actions()[0].text() == "receive"
    menu.actions()[0].trigger()
    menu.close()
    assert field.text() == "I receive it"


def test_learned_word_is_never_marked_again(field, qtbot, app):
    _looked_at(field, qtbot, "zyblorian")
    menu = _menu(field)
    with qtbot.waitSignal(field.marks.finished, timeout=5000):
        _named(menu, "Add to dictionary").trigger()
    menu.close()
    assert field.marks.misspelt() == []
    words = app.settings.path.with_name(spelling.WORDS_NAME)
    assert words.read_text(encoding="utf-8") == "zyblorian\n"


def test_word_ignored_here_is_still_wrong_elsewhere(field, qtbot, app):
    _looked_at(field, qtbot, "teh way")
    menu = _menu(field)
    with qtbot.waitSignal(field.marks.finished, timeout=5000):
        _named(menu, "Ignore here").trigger()
    menu.close()
    assert field.marks.misspelt() == []
    assert Spelling.of(app).wrong_words("teh") == [(0, 3)]


def test_switch_in_the_menu_turns_checking_off_and_on(field, qtbot, app):
    _looked_at(field, qtbot, "teh way")
    menu = _menu(field)
    with qtbot.waitSignal(field.marks.finished, timeout=5000):
        _named(menu, "Check spelling").trigger()
    menu.close()
    assert field.marks.misspelt() == []
    assert not app.settings.get(SPELLING)
    with qtbot.waitSignal(field.marks.finished, timeout=5000):
        app.settings.remember(SPELLING, True)
    assert field.marks.misspelt() == ["teh"]


def test_names_of_ones_own_people_are_not_marked(app, qtbot, write, now):
    write(add_contact, "Ruth Adeyemi")
    app.settings.remember(SPELLING_LANGUAGE, "en_US")
    field = MarkdownSource("Why")
    qtbot.addWidget(field)
    field.marks = Spelling.of(app).watch(field)
    field.show()
    field.load("I would ask Adeyemi and Zyblor", force=True)
    qtbot.waitUntil(lambda: field.marks.misspelt() == ["Zyblor"], timeout=5000)
    write(add_contact, "Max Zyblor")
    qtbot.waitUntil(lambda: field.marks.misspelt() == [], timeout=8000)


def test_checking_never_changes_the_text_nor_the_undo_stack(field, qtbot):
    saved = []
    field.committed.connect(saved.append)
    _looked_at(field, qtbot, "teh\r\nway\u00a0recieve\u2028x")
    field.flush()
    assert field.text() == "teh\r\nway\u00a0recieve\u2028x"
    assert saved == []
    assert not field.document().isUndoAvailable()


def test_window_stays_alive_while_a_long_text_is_looked_at(field, qtbot):
    beats = []
    heart = QTimer()
    heart.timeout.connect(lambda: beats.append(time.perf_counter()))
    heart.start(5)
    lines = (
        f"I would like to recieve {'x' * (number % 7)}mentorng of them" for number in range(3000)
    )
    found = _looked_at(field, qtbot, "\n".join(lines))
    heart.stop()
    assert len(found) == MOST
    longest = max(after - before for before, after in pairwise(beats))
    print(f"longest wait {longest * 1000:.0f} ms")
    assert longest < 0.25


def test_text_shown_later_is_looked_at_as_well(field, qtbot):
    _looked_at(field, qtbot, "teh way")
    with qtbot.waitSignal(field.marks.finished, timeout=5000):
        field.load("a wrogn way", force=True)
    assert field.marks.misspelt() == ["wrogn"]


def test_preferences_choose_the_language_and_switch_it_off(app, qtbot, folder):
    card = Writing(app)
    qtbot.addWidget(card)
    place = card.language.findData("en_US")
    assert card.language.itemText(place) == "English (United States)"
    card.language.setCurrentIndex(place)
    card.language.activated.emit(place)
    assert Spelling.of(app).language == "en_US"
    card.check.setChecked(False)
    kept = Settings.load(folder)
    assert kept.get(SPELLING) is False
    assert kept.get(SPELLING_LANGUAGE) == "en_US"
    assert not Spelling.of(app).is_on
