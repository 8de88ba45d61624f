"""The composition root: what is made, in what order, and what happens when something fails.

The order decides how fast the window appears: first the window with the board read by one
plain query, then, after the first paint and on another thread, SQLAlchemy and the database.
"""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from mentorcrm import __version__, core
from mentorcrm.core import first_page, instance, settings as keys
from mentorcrm.core.errors import Cancelled, UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.locations import prepare, resources
from mentorcrm.core.settings import Setting, Settings
from mentorcrm.gui import features, theme
from mentorcrm.gui.app import App, utc_now
from mentorcrm.gui.main_window import MainWindow
from mentorcrm.gui.notices import Notices
from mentorcrm.gui.outside import OutsideWatch

if TYPE_CHECKING:
    from mentorcrm.core.database import Database

DESKTOP_ID = "org.mentorcrm.MentorCRM"


class Program(QObject):
    """One running window and what belongs to it."""

    raised = Signal(str)

    def __init__(self, folder: Path, app: App, window: MainWindow) -> None:
        super().__init__()
        self.folder = folder
        self.app = app
        self.window = window
        self._outside = OutsideWatch(app, self)
        self.raised.connect(self._raise)
        window.painted.connect(self.open_database, Qt.ConnectionType.QueuedConnection)
        app.settings.observe(self._setting_changed)

    def open_database(self) -> None:
        """Open the database on another thread; this is what imports SQLAlchemy."""
        theme.follow_system()
        folder = self.folder
        self.app.run(
            _("Opening your data"),
            lambda _progress: core.database.Database.open(folder),
            self._opened,
            self._not_opened,
        )

    def _opened(self, db: Database) -> None:
        self.app.attach(db)
        self.app.garbage.settle()
        self._outside.begin()
        if self.app.settings.warning:
            self.app.notices.error_bar(self.app.settings.warning)

    def _not_opened(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            return
        text = error.message if isinstance(error, UserError) else _("Your data cannot be opened.")
        details = error.details if isinstance(error, UserError) else str(type(error).__name__)
        if self.app.notices.cannot_open(text, details, self.folder):
            QTimer.singleShot(0, self, self.open_database)
        else:
            QApplication.exit(1)

    def _raise(self, _message: str) -> None:
        features.come_to_front(self.window)

    def _setting_changed(self, setting: Setting[Any]) -> None:
        if setting in (keys.SCHEME, keys.TEXT_SCALE):
            apply_look(self.app.settings)


def run_window(folder: Path, args: Sequence[str] = ()) -> int:
    """Show the window on the data of ``folder`` until the user ends it."""
    notices = Notices()
    owner = _owner(folder, notices, args)
    if owner is None:
        return 0
    with owner:
        qapp = make_application(args)
        settings = Settings.load(folder)
        apply_look(settings)
        app = App(settings, notices)
        window = MainWindow(app, first_page.read(folder))
        program = Program(folder, app, window)
        report_bugs(folder, app.notices)
        owner.listen(program.raised.emit)
        # Ctrl+C in the terminal ends the program at once; every write is already safe.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        window.show()
        try:
            return qapp.exec()
        finally:
            app.close()


def _owner(folder: Path, notices: Notices, args: Sequence[str]) -> instance.Instance | None:
    """Return the ownership of ``folder``; None when its window was raised, or nothing can be."""
    while True:
        try:
            owner = instance.Instance.acquire(folder)
        except UserError as error:
            # Who starts from a menu sees no terminal.
            make_application(args)
            apply_look(Settings.load(folder))
            if not notices.cannot_open(error.message, error.details, folder):
                raise
        else:
            if owner is None:
                instance.signal_first(folder)
            return owner


def make_application(args: Sequence[str] = ()) -> QApplication:
    """Return the QApplication with our names and icon."""
    existing = QApplication.instance()
    qapp = existing if isinstance(existing, QApplication) else QApplication(["mentorcrm", *args])
    qapp.setApplicationName("mentorcrm")
    qapp.setApplicationDisplayName("MentorCRM")
    qapp.setApplicationVersion(__version__)
    qapp.setDesktopFileName(DESKTOP_ID)
    qapp.setWindowIcon(QIcon(str(resources() / "icons" / "mentorcrm.svg")))
    return qapp


def apply_look(settings: Settings) -> None:
    """Give the application the look that the user chose."""
    qapp = QApplication.instance()
    assert isinstance(qapp, QApplication)
    theme.apply(qapp, settings.get(keys.SCHEME), settings.get(keys.TEXT_SCALE))


def report_bugs(folder: Path, notices: Notices) -> None:
    """Log what nobody caught, without names, and offer the report to the user once."""

    def caught(error: BaseException) -> None:
        # Late: what describes a bug costs 10 ms that a start without bugs need not pay.
        from mentorcrm.core import failures  # noqa: PLC0415

        now = utc_now()
        log = failures.record(error, folder, now)
        notices.bug.emit(
            _("This is a bug. Please report it; the report names no people."),
            failures.describe(error, now),
            str(log),
        )

    def in_window(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            caught(error)

    def in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            caught(args.exc_value)

    sys.excepthook = in_window
    threading.excepthook = in_thread


def self_test() -> int:
    """Show the window on a new database, put a mentor on the board, and end with 0."""
    # Late: this is the only part of the window that needs a folder of its own.
    import os  # noqa: PLC0415
    import tempfile  # noqa: PLC0415

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory(prefix="mentorcrm-") as name:
        folder = Path(name) / "data"
        qapp = make_application()
        settings = Settings.load(folder)
        apply_look(settings)
        app = App(settings, Notices())
        window = MainWindow(app)
        window.show()
        app.attach(core.database.Database.open(prepare(folder)))
        outcome: list[int] = []
        QTimer.singleShot(0, window, lambda: outcome.append(_try_out(app, window, qapp.quit)))
        qapp.exec()
        window.close()
        app.close()
    return outcome[0] if outcome else 1


def _try_out(app: App, window: MainWindow, leave: Callable[[], None]) -> int:
    now = app.now()

    def add(session: Any) -> int:
        contact_id = core.contacts.add(session, name="Ruth Adeyemi", now=now)
        return core.board.add(session, contact_id, now=now)

    added: list[int] = []
    app.do(_("Add mentor"), add, then=added.append)
    board = window.show_section("board")
    keys_there = app.read(core.board.keys, "identified", core.board.BoardFilter(), "manual")
    shown = added and board.isVisible() and len(keys_there) == 1
    leave()
    return 0 if shown else 1
