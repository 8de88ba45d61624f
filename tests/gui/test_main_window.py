"""The frame: pages, pane, widths, memory, and what must not be loaded before the first paint."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from mentorcrm import core
from mentorcrm.core import settings as keys
from mentorcrm.gui import theme
from mentorcrm.gui.main_window import MainWindow
from mentorcrm.gui.sections import sections
from tests import factories

SECTIONS = [section.id for section in sections()]


def test_pages_are_made_when_they_are_first_shown(window):
    assert list(window._pages) == ["board"]
    for section in SECTIONS:
        page = window.show_section(section)
        assert window.current_page() is page
        assert window.show_section(section) is page
        assert page.isVisible()
        assert window.shell.title.text() in window.windowTitle()


def test_sections_are_reached_by_number_and_by_step(window, qtbot):
    window.activateWindow()
    for number, section in enumerate(SECTIONS, 1):
        key = Qt.Key(int(Qt.Key.Key_0) + number)
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        assert window.section == section
    qtbot.keyClick(window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert window.section == SECTIONS[0]
    qtbot.keyClick(window, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert window.section == SECTIONS[-1]


def test_ctrl_f_searches_the_page_that_is_shown(window, qtbot):
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.shell.search.hasFocus()


def test_f6_goes_through_the_regions_and_back(window, qtbot):
    window.activateWindow()
    window.shell.search.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert window.shell.sidebar.hasFocus()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert window.current_page().isAncestorOf(window.focusWidget())
    qtbot.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert window.shell.sidebar.hasFocus()


def test_selecting_a_card_opens_its_details(window, app, qtbot):
    cards: list[int] = []
    app.do("Add", factories.add_candidate, stage="asked", then=cards.append)
    assert not window.shell.side.is_open
    app.open_requested.emit("candidate", cards[0])
    qtbot.waitUntil(lambda: window.shell.side.is_open)
    window.actions_.run("detail")
    assert not window.shell.side.is_open
    assert app.settings.get(keys.WINDOW_DETAIL) is False


def test_keyboard_goes_from_the_pane_to_the_next_page_and_never_to_a_message(window, app, qtbot):
    app.do("Add", factories.add_candidate)
    (card,) = app.read(core.board.keys, "identified")
    app.open_requested.emit("candidate", card)
    window.log_note()
    source = window.detail().timeline.composer.text.source
    source.setFocus()
    qtbot.waitUntil(source.hasFocus)
    app.do("Add", factories.add_contact, "Ada Okafor", done="Added Ada Okafor")
    page = window.show_section("people")
    qtbot.waitUntil(lambda: window.focusWidget() is not source)
    assert page.isAncestorOf(window.focusWidget())


def test_open_requested_shows_the_page_of_the_record(window, app):
    ids: list[int] = []
    app.do("Add", factories.add_goal, then=ids.append)
    app.do("Add", factories.add_contact, then=ids.append)
    app.open_requested.emit("goal", ids[0])
    assert window.section == "goals"
    app.open_requested.emit("contact", ids[1])
    assert window.section == "people"
    assert window.selected_ids() == [ids[1]]


def test_window_remembers_place_section_and_pane(window, app, qtbot):
    window.resize(800, 640)  # the offscreen screen is 800 wide
    window.show_section("people")
    window.close()
    again = MainWindow(app)
    qtbot.addWidget(again)
    assert again.section == "people"
    assert (again.width(), again.height()) == (800, 640)


def test_sidebar_becomes_a_rail_when_columns_get_tight(window, qtbot):
    window.resize(1800, 900)
    assert not window.shell.sidebar.rail
    window.resize(820, 600)
    assert window.shell.sidebar.rail
    window.resize(1800, 900)
    window.actions_.run("sidebar")
    assert window.shell.sidebar.rail


def test_dropped_file_goes_to_the_import(window, tmp_path, monkeypatch, qtbot):
    file = tmp_path / "Connections.csv"
    file.write_text("First Name,Last Name\nRuth,Adeyemi\n", encoding="utf-8")
    opened: list[list[Path]] = []
    monkeypatch.setattr(window, "import_contacts", opened.append)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    action, buttons, no_key = (
        Qt.DropAction.CopyAction | Qt.DropAction.MoveAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(QPoint(300, 300), action, mime, buttons, no_key)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(300, 300), action, mime, buttons, no_key)
    QApplication.sendEvent(window, drop)
    assert drop.dropAction() == Qt.DropAction.CopyAction
    qtbot.waitUntil(lambda: opened == [[file]])


def test_closing_asks_before_it_stops_work(window, app):
    def work(progress):
        while True:
            progress.check()

    app.run("Import", work, None, lambda _error: None)
    app.notices.answer = False
    assert not window.close()
    assert app.notices.questions[0][2] == "Stop and close"
    app.notices.answer = True
    assert window.close()


def test_last_result_is_in_the_status_bar(window, app):
    app.do("Add Ruth", factories.add_contact)
    assert window.shell.status.full_text() == "Add Ruth"


def test_toast_is_shown_above_the_page(window, app):
    app.do("Add Ruth", factories.add_contact, done="Added Ruth")
    assert window.shell.message_bar.isVisible()
    assert window.shell.message_bar.text == "Added Ruth"


def test_command_line_beside_the_window_is_seen(window, app, folder, qtbot):
    other = core.database.Database.open(folder, client="cli", now=lambda: factories.MONDAY)
    try:
        with other.transaction("Add") as session:
            card = factories.add_candidate(session)
    finally:
        other.close()
    app.db.poll_outside()
    board = window.show_section("board")
    shown = [column.model.ids() for column in board.columns]
    assert [card] in shown


@pytest.mark.parametrize("scheme", ["dark", "high_contrast", "light"])
def test_scheme_is_switched_while_the_window_lives(window, themed, scheme):
    for section in SECTIONS:
        window.show_section(section)
    theme.apply(themed, scheme)
    assert not window.grab().isNull()


def test_nothing_heavy_is_loaded_before_the_first_paint(folder, tmp_path):
    program = f"""
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from mentorcrm.gui import main
from mentorcrm.gui.main_window import MainWindow
heavy = ("sqlalchemy", "alembic", "numpy", "lucide", "jeepney", "tomlkit", "pyqtgraph",
         "charset_normalizer", "keyring", "PySide6.QtNetwork")
def report():
    print("PAINTED", [name for name in heavy if name in sys.modules])
    sys.stdout.flush()
    QApplication.exit(0)
main.Program.open_database = lambda self: report()
sys.exit(main.run_window(Path({str(folder)!r})))
"""
    env = {
        "QT_QPA_PLATFORM": "offscreen",
        "PATH": "",
        "HOME": str(tmp_path),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",
    }
    outputs = [
        subprocess.run(
            [sys.executable, "-c", program],
            env=env,
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        ).stdout
        for _start in ("first", "second")
    ]
    # The first start ever has to fetch the drawings of the icons; no later one does.
    assert outputs[1].strip() == "PAINTED []"


def test_start_shows_the_board_and_opens_the_database(folder, tmp_path, db, write):
    write(factories.add_candidate, stage="asked")
    db.close()
    program = f"""
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from mentorcrm.gui import main
from mentorcrm.gui.app import App
def ready(app, db, attach=App.attach):
    (window,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, main.MainWindow)]
    print("BEFORE", [c.model.rowCount() for c in window.page("board").columns])
    attach(app, db)
    print("AFTER", [c.model.rowCount() for c in window.page("board").columns])
    QTimer.singleShot(0, window.quit)
App.attach = ready
sys.exit(main.run_window(Path({str(folder)!r})))
"""
    result = subprocess.run(
        [sys.executable, "-c", program],
        env={
            "QT_QPA_PLATFORM": "offscreen",
            "PATH": "",
            "HOME": str(tmp_path),
            "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert result.stdout.split("\n")[:2] == ["BEFORE [0, 1, 0, 0]", "AFTER [0, 1, 0, 0]"]
    assert result.returncode == 0, result.stderr


def test_second_start_raises_the_first_window(folder, themed):
    from mentorcrm.core import instance
    from mentorcrm.gui.main import run_window

    heard: list[str] = []
    with instance.Instance.acquire(folder) as owner:
        assert run_window(folder) == 0
        owner.listen(heard.append)
    assert heard == ["raise"]


def test_self_test_succeeds(tmp_path):
    result = subprocess.run(
        [sys.executable, "-m", "mentorcrm", "self-test"],
        env={"PATH": "", "HOME": str(tmp_path), "DBUS_SESSION_BUS_ADDRESS": "disabled:"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert result.returncode == 0, result.stderr


def test_window_is_never_larger_than_the_screen_at_first(app, qtbot):
    from mentorcrm.gui.main_window import LEAST_HEIGHT, LEAST_WIDTH, MainWindow

    shown = MainWindow(app)
    qtbot.addWidget(shown)
    room = shown.screen().availableGeometry()
    assert shown.width() <= max(room.width(), LEAST_WIDTH)
    assert shown.height() < max(room.height(), LEAST_HEIGHT)
    shown.close()
