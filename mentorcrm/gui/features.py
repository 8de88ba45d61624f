"""Where features meet: each is imported when it is first used, never before the first paint."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _
from mentorcrm.gui.sections import feature

if TYPE_CHECKING:
    from mentorcrm.gui.app import App
    from mentorcrm.gui.main_window import MainWindow


def make_detail(app: App, parent: QWidget) -> Any:
    """Return the pane with the details of a contact or card."""
    return feature("contacts.detail_pane", "DetailPane")(app, parent)


def connect_page(window: MainWindow, page: QWidget) -> None:
    """Answer what ``page`` asks of the window; each page has the signals that it needs."""
    answers: dict[str, Callable[..., object]] = {
        "selection_changed": window.selected,
        "peek_requested": window.toggle_detail,
        "detail_toggled": window.toggle_detail,
        "detail_requested": window.open_detail,
        "import_requested": window.import_contacts,
        "export_requested": lambda ids=None: export(window, ids),
        "search_cleared": window.shell.search.clear,
        "log_requested": partial(log_contact, window, "candidate"),
        "log_about_goal_requested": partial(log_about_goal, window),
    }
    for name, answer in answers.items():
        signal = getattr(page, name, None)
        if signal is not None:
            signal.connect(answer)


def log_contact(window: MainWindow, record_kind: str, record_id: int, kind: str) -> None:
    """Write down a note, call or meeting in the detail pane of a card or person."""
    window.open_detail()
    window.show_detail(record_kind, record_id)
    window.detail().log(kind)


def log_about_goal(window: MainWindow, candidate_id: int, kind: str, goal_id: int) -> None:
    """Write down a note, call or meeting with a card, about a goal, beside that goal."""
    window.open_detail()
    window.show_detail("candidate", candidate_id)
    window.detail().log(kind, (goal_id,))


def import_contacts(window: MainWindow, paths: list[Path]) -> None:
    """Open the import wizard."""
    wizard = feature("imports.wizard", "ImportWizard")(window.app, paths, parent=window)
    wizard.people_requested.connect(lambda: window.show_section("people"))
    wizard.open()


def show_import_history(window: MainWindow) -> None:
    """Open the list of past imports."""
    feature("imports.history", "ImportHistoryDialog")(window.app, parent=window).open()


def export(window: MainWindow, ids: Sequence[int] | None = None) -> None:
    """Open the export dialog for what the page shows, with ``ids`` or its own selection."""
    shown = feature("exports.dialog", "shown_by")(window.section, window.current_page(), ids)
    feature("exports.dialog", "ExportDialog")(window.app, shown, parent=window).open()


def show_backups(window: MainWindow) -> None:
    """Open the list of backups."""
    feature("backups.dialog", "BackupsDialog")(window.app, parent=window).open()


def show_preferences(window: MainWindow) -> None:
    """Open the preferences."""
    feature("preferences.dialog", "PreferencesDialog")(window.app, parent=window).open()


def show_palette(window: MainWindow) -> None:
    """Open the command palette."""
    feature("palette.palette", "CommandPalette")(window.app, window.actions_, parent=window).open()


def show_shortcuts(window: MainWindow) -> None:
    """Open the sheet of all keys."""
    feature("palette.shortcuts", "ShortcutSheet")(window.actions_, parent=window).open()


def show_about(window: MainWindow) -> None:
    """Say version, licence and where the data is."""
    feature("preferences.about", "AboutDialog")(window.app, parent=window).open()


def show_due(window: MainWindow, below: QWidget) -> None:
    """Open the list of what is due below the bell."""
    panel = feature("reminders.due_panel", "DuePanel")
    (window.findChild(panel) or panel(window.app, window)).open_below(below)


def add_reminder(window: MainWindow) -> None:
    """Ask for a new reminder, about the one person who is selected."""
    ids = window.selected_ids() if window.section in ("board", "people") else []
    kind = "candidate" if window.section == "board" else "contact"
    record_id = ids[0] if len(ids) == 1 else -1
    dialog = feature("reminders.add_dialog", "AddReminderDialog")
    dialog(window.app, kind, record_id, window).open()


def start_reminders(window: MainWindow) -> None:
    """Begin to look for what is due, once."""
    watch_class = feature("reminders.watch", "ReminderWatch")
    if window.findChild(watch_class) is None:
        watch = watch_class(window.app, window)
        watch.counted.connect(window.shell.set_due)
        watch.raise_requested.connect(partial(come_to_front, window))
        window.closing.connect(watch.stop)
        watch.start()


def start_trash_keeper(window: MainWindow) -> None:
    """Begin to empty the trash of who has been there for 30 days, once."""
    keeper_class = feature("contacts.trash_keeper", "TrashKeeper")
    if window.findChild(keeper_class) is None:
        keeper = keeper_class(window.app, window)
        window.closing.connect(keeper.stop)
        keeper.start()


def start_daily_backups(window: MainWindow) -> None:
    """Begin to make a backup every day, once."""
    daily_class = feature("backups.daily", "DailyBackups")
    if window.findChild(daily_class) is None:
        daily = daily_class(window.app, window)
        window.closing.connect(daily.stop)
        daily.start()


def come_to_front(window: MainWindow, token: str = "") -> None:
    """Show the window before all others; ``token`` is the right to do so on Wayland."""
    if token:
        os.environ["XDG_ACTIVATION_TOKEN"] = token
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def open_record(window: MainWindow, kind: str, record_id: int) -> None:
    """Show a record on the page where it belongs."""
    places = {
        "contact": "people",
        "candidate": "board",
        "goal": "goals",
        "job_description": "ideal_mentor",
        "match": "match",
    }
    if kind == "reminder":
        show_due(window, window.shell.bell)
        return
    if kind == "version":
        cast("Any", window.show_section("ideal_mentor")).show_versions(record_id)
        return
    page = window.show_section(places[kind])
    for name in ("show_candidate", "show_record", "select"):
        if hasattr(page, name):
            getattr(page, name)(record_id)
            break
    if kind in ("contact", "candidate"):
        window.wants_detail = True
        window.show_detail(kind, record_id)


def show_match(window: MainWindow) -> None:
    """Show who covers what is needed for the goal, or the description, that is selected."""
    ids = window.selected_ids()
    if window.section == "ideal_mentor" and ids:
        served = window.app.read(core.job_descriptions.detail, ids[0]).goals
        ids = [goal.id for goal in served]
    if ids:
        open_record(window, "match", ids[0])
    else:
        window.show_section("match")


def poll_outside(app: App) -> None:
    """Take over what another program wrote to the database meanwhile."""
    if app.is_ready:
        app.db.poll_outside()


def may_stop_tasks(app: App) -> bool:
    """Ask before work in progress is stopped."""
    return app.notices.confirm(
        _("Something is still being done"),
        _("{task} is not finished. If you close now, it is taken back.").format(
            task=app.tasks.active[0].label
        ),
        _("Stop and close"),
    )
