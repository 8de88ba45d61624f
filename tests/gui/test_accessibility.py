"""Every page by ear and by keyboard, and at every text size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QScrollBar,
    QWidget,
)

from mentorcrm import core
from mentorcrm.gui import icons, theme
from mentorcrm.gui.preferences.about import AboutDialog
from mentorcrm.gui.preferences.dialog import PreferencesDialog
from mentorcrm.gui.sections import sections
from tests import factories

SECTIONS = [section.id for section in sections()]
STAGES = ("identified", "asked", "accepted", "declined")


@pytest.fixture
def filled(window, app):
    """Return the window with people, cards, goals and a description in it."""

    def fill(session):
        goal = factories.add_goal(session, "Ship the first product strategy by March")
        for number in range(12):
            factories.add_candidate(
                session,
                stage=STAGES[number % 4],
                name=f"Ruth Adeyemi {number}",
                goal_ids=(goal,),
            )
        core.job_descriptions.add(session, "A product leader", factories.MONDAY)

    app.do("Fill", fill)
    return window


def focusable(root: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not isinstance(widget, QScrollBar)
        and not (widget.focusProxy() and widget.focusProxy() is not widget)
    ]


def unnamed(root: QWidget) -> list[str]:
    bad = []
    for widget in focusable(root):
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None:
            continue
        name = interface.text(QAccessible.Text.Name)
        if not name.strip() or name != name.strip():
            owner = type(widget.parent()).__name__
            bad.append(f"{type(widget).__name__} {widget.objectName()!r} in {owner}: {name!r}")
    return bad


def clipped(root: QWidget) -> list[str]:
    """Return the labels and buttons that are smaller than their text needs."""
    bad = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, (QLabel, QAbstractButton)):
            continue
        if isinstance(widget.parent(), QLineEdit):
            continue  # Qt's own icon inside a search field shows no text
        text = widget.text()
        if not text or "…" in text:
            continue
        need = widget.minimumSizeHint() if isinstance(widget, QLabel) else widget.sizeHint()
        wraps = isinstance(widget, QLabel) and widget.wordWrap()
        height = widget.heightForWidth(widget.width()) if wraps else need.height()
        if widget.height() + 1 < height or (not wraps and widget.width() + 1 < need.width()):
            bad.append(f"{type(widget).__name__} {text!r}: {widget.size()} needs {need}, {height}")
    return bad


@pytest.mark.parametrize("section", SECTIONS)
def test_everything_that_takes_the_keyboard_has_a_name(filled, section):
    filled.show_section(section)
    assert unnamed(filled) == []


@pytest.mark.parametrize("kind", ["candidate", "contact"])
def test_the_detail_pane_has_names(filled, app, qtbot, kind):
    record_id = app.read(core.contacts.keys, "name", False, core.contacts.ContactFilter())[0]
    record_id = record_id[1] if isinstance(record_id, tuple) else record_id
    filled.show_detail(kind, record_id if kind == "contact" else 1)
    assert filled.shell.side.is_open
    assert unnamed(filled.shell.side.holder) == []


@pytest.mark.parametrize("dialog", [PreferencesDialog, AboutDialog])
def test_dialogs_have_names_and_close_with_escape(filled, app, qtbot, dialog):
    shown: QDialog = dialog(app, filled)
    qtbot.addWidget(shown)
    shown.show()
    assert unnamed(shown) == []
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()


@pytest.mark.parametrize("section", SECTIONS)
def test_tab_reaches_every_control_of_a_page(filled, section):
    for other in SECTIONS:
        filled.show_section(other)
    filled.show_detail("candidate", 1)
    page = filled.show_section(section)
    wanted = {
        widget
        for widget in (*focusable(page), *focusable(filled.shell.side.holder))
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled()
    }
    seen, widget = set(), filled.shell.search
    for _step in range(2000):
        widget = widget.nextInFocusChain()
        seen.add(widget)
        if widget is filled.shell.search:
            break
    assert wanted <= seen


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("scale", [1.0, 1.4, 2.0])
def test_no_label_is_clipped(filled, themed: QApplication, section, scale, qtbot):
    theme.apply(themed, "light", scale)
    filled.resize(1280, 800)
    filled.show_section(section)
    qtbot.waitUntil(lambda: clipped(filled) == [], timeout=2000)


def test_pages_show_no_icon_that_does_not_exist(filled, app):
    for section in SECTIONS:
        filled.show_section(section)
        filled.grab()
    filled.show_detail("candidate", 1)
    filled.grab()
    missing = [name for name, svg in icons._kept().items() if "data-missing-icon" in svg]
    assert missing == []
