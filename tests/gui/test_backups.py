"""Backups in the window: listed, made, checked, restored without a restart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mentorcrm import core
from mentorcrm.core import settings as keys
from mentorcrm.gui.app import App
from mentorcrm.gui.backups.daily import DailyBackups
from mentorcrm.gui.backups.dialog import BackupsDialog
from tests.conftest import MONDAY
from tests.factories import add_candidate, add_contact


@pytest.fixture
def dialog(qtbot: Any, app: App) -> Iterator[Callable[[], BackupsDialog]]:
    owner = QWidget()
    qtbot.addWidget(owner)

    def make() -> BackupsDialog:
        made = BackupsDialog(app, owner)
        made.open()
        return made

    yield make
    qtbot.waitUntil(lambda: not app.tasks.active)


def _idle(qtbot: Any, app: App) -> None:
    qtbot.waitUntil(lambda: not app.tasks.active)


def _add(app: App, name: str) -> None:
    app.do("Add", add_contact, name)


def _states(dialog: BackupsDialog) -> list[str]:
    items = (dialog.table.topLevelItem(row) for row in range(dialog.table.topLevelItemCount()))
    return [item.text(4) for item in items if item is not None]


def _names(app: App) -> set[str]:
    with app.db.raw() as connection:
        return {name for (name,) in connection.execute("SELECT name FROM contact")}


def test_dialog_without_a_backup_says_so(dialog: Callable[[], BackupsDialog]) -> None:
    opened = dialog()
    assert opened.empty.isVisible()
    assert not opened.restore_button.isEnabled()


def test_dialog_makes_a_backup_and_lists_it_as_sound(
    qtbot: Any, app: App, dialog: Callable[[], BackupsDialog]
) -> None:
    _add(app, "Ruth Adeyemi")
    opened = dialog()
    _idle(qtbot, app)
    qtbot.mouseClick(opened.make_button, Qt.MouseButton.LeftButton)
    assert not opened.make_button.isEnabled()
    qtbot.waitUntil(lambda: _states(opened) == ["Sound"])
    assert opened.message.text() == "The backup is made and checked: 1 person."
    item = opened.table.topLevelItem(0)
    assert item is not None
    assert [item.text(column) for column in (1, 2)] == ["By hand", "1"]
    assert opened.make_button.isEnabled()


def test_dialog_shows_a_damaged_backup_as_such(
    qtbot: Any, app: App, dialog: Callable[[], BackupsDialog]
) -> None:
    made = core.backup.make(app.db, now=MONDAY)
    with made.path.open("r+b") as file:
        file.seek(made.size // 2)
        file.write(b"\xff\x00\xff")
    opened = dialog()
    qtbot.waitUntil(lambda: _states(opened) == ["Damaged"])


def _restore(qtbot: Any, app: App, opened: BackupsDialog) -> None:
    item = opened.table.topLevelItem(0)
    assert item is not None
    opened.table.setCurrentItem(item)
    qtbot.waitUntil(opened.restore_button.isEnabled)
    qtbot.mouseClick(opened.restore_button, Qt.MouseButton.LeftButton)
    _idle(qtbot, app)


def test_dialog_restores_without_a_restart(
    qtbot: Any, app: App, dialog: Callable[[], BackupsDialog]
) -> None:
    _add(app, "Ruth Adeyemi")
    core.backup.make(app.db, now=MONDAY - timedelta(days=2))
    _add(app, "Carlos Prieto")
    changes: list[Any] = []
    app.changed.connect(changes.append)
    opened = dialog()
    _idle(qtbot, app)
    _restore(qtbot, app, opened)
    assert app.notices.questions == [  # type: ignore[attr-defined]
        (
            "Replace your data with the backup of Sat 21 Nov, 10:00?",
            "The backup holds 1 person. Everything that was changed since then goes out of the "
            "window. The data of now is kept for 30 days in the folder “replaced” beside your "
            "data.",
            "Replace with the backup of Sat 21 Nov",
        )
    ]
    assert _names(app) == {"Ruth Adeyemi"}
    assert changes[-1].touches("contact")
    assert changes[-1].ids("contact") is None
    assert opened.message.text().startswith("Restored")
    _add(app, "Hannah Weiss")
    assert _names(app) == {"Ruth Adeyemi", "Hannah Weiss"}


def test_dialog_restore_refused_by_the_user_changes_nothing(
    qtbot: Any, app: App, dialog: Callable[[], BackupsDialog]
) -> None:
    core.backup.make(app.db, now=MONDAY)
    _add(app, "Carlos Prieto")
    app.notices.answer = False  # type: ignore[attr-defined]
    opened = dialog()
    _idle(qtbot, app)
    _restore(qtbot, app, opened)
    assert _names(app) == {"Carlos Prieto"}


def test_dialog_restore_of_what_is_no_backup_says_so(
    qtbot: Any, app: App, dialog: Callable[[], BackupsDialog], tmp_path: Path
) -> None:
    odd = tmp_path / "letter.db"
    odd.write_text("Dear Ruth, " * 1000)
    _add(app, "Carlos Prieto")
    opened = dialog()
    _idle(qtbot, app)
    opened.restore_file(odd)
    _idle(qtbot, app)
    assert "letter.db" in opened.message.text()
    assert opened.message.property("role") == "danger"
    assert _names(app) == {"Carlos Prieto"}


def test_dialog_restores_from_a_file_while_backups_are_still_checked(
    qtbot: Any, app: App, dialog: Callable[[], BackupsDialog]
) -> None:
    _add(app, "Ruth Adeyemi")
    made = core.backup.make(app.db, now=MONDAY)
    _add(app, "Carlos Prieto")
    opened = dialog()
    opened.restore_file(made.path)
    qtbot.waitUntil(lambda: opened.message.text().startswith("Restored"))
    assert _names(app) == {"Ruth Adeyemi"}


def test_dialog_restore_while_the_command_line_works_is_refused_in_words(
    qtbot: Any, app: App, dialog: Callable[[], BackupsDialog]
) -> None:
    _add(app, "Ruth Adeyemi")
    core.backup.make(app.db, now=MONDAY)
    _add(app, "Carlos Prieto")
    opened = dialog()
    _idle(qtbot, app)
    with core.backup.share(app.db.folder):
        _restore(qtbot, app, opened)
    assert "Nothing was changed" in opened.message.text()
    assert _names(app) == {"Ruth Adeyemi", "Carlos Prieto"}


def test_window_shows_the_restored_board(
    qtbot: Any, app: App, window: Any, dialog: Callable[[], BackupsDialog]
) -> None:
    app.do("Add", add_candidate, name="Ruth Adeyemi")
    core.backup.make(app.db, now=MONDAY)
    app.do("Add", add_candidate, name="Carlos Prieto")
    board = window.show_section("board")
    opened = dialog()
    _idle(qtbot, app)
    _restore(qtbot, app, opened)
    counts = app.read(core.board.counts, core.board.BoardFilter())
    assert counts["identified"] == 1
    assert board.isVisible()


def test_daily_backup_is_made_by_the_window_once(qtbot: Any, app: App) -> None:
    daily = DailyBackups(app, app)
    with qtbot.waitSignal(daily.made):
        daily.check()
    daily.check()
    _idle(qtbot, app)
    (made,) = core.backup.available(app.db.folder)
    assert made.kind == "daily"
    daily.stop()


def test_daily_backup_can_be_switched_off(app: App) -> None:
    app.settings.set(keys.BACKUPS_DAILY, False)
    DailyBackups(app, app).check()
    assert app.tasks.active == ()
