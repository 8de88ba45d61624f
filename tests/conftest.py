"""Fixtures shared by all tests: a migrated database, a fixed moment, the real window."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

# Logic is tested without a screen; tests that need one say so and set it themselves.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from mentorcrm import core

if TYPE_CHECKING:
    from mentorcrm.core.database import Database
    from mentorcrm.gui.app import App
    from mentorcrm.gui.main_window import MainWindow

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""The moment that tests call now."""
ZONE = ZoneInfo("Europe/Berlin")


@pytest.fixture
def now() -> datetime:
    return MONDAY


@pytest.fixture
def zone() -> ZoneInfo:
    return ZONE


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep tests away from the user's own data; the cache of icons is shared between tests."""
    home = tmp_path_factory.getbasetemp()
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "share"))
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:")
    monkeypatch.delenv("MENTORCRM_DATA", raising=False)


@pytest.fixture(scope="session")
def _template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make one migrated database; each test gets a copy of it."""
    folder = tmp_path_factory.mktemp("template")
    core.database.Database.open(folder, client="window", now=lambda: MONDAY).close()
    return folder


@pytest.fixture
def folder(tmp_path: Path, _template: Path) -> Path:
    """Return a data folder with an empty, migrated database."""
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    shutil.copy2(_template / "mentorcrm.db", data / "mentorcrm.db")
    return data


@pytest.fixture
def db(folder: Path) -> Iterator[Database]:
    database = core.database.Database.open(folder, client="window", now=lambda: MONDAY)
    yield database
    database.close()


def _recording_notices() -> Any:
    from mentorcrm.gui.notices import NoticeAction, Notices

    class RecordingNotices(Notices):
        """Remember what would be said; answer questions as the test decides."""

        def __init__(self) -> None:
            super().__init__()
            self.toasts: list[tuple[str, list[NoticeAction]]] = []
            self.errors: list[str] = []
            self.statuses: list[str] = []
            self.failures: list[str] = []
            self.questions: list[tuple[str, str, str]] = []
            self.answer = True

        def toast(
            self, text: str, actions: Sequence[NoticeAction] = (), timeout_ms: int = 8000
        ) -> None:
            self.toasts.append((text, list(actions)))
            super().toast(text, actions, timeout_ms)

        def error_bar(self, text: str, details: str = "") -> None:
            self.errors.append(text)
            super().error_bar(text, details)

        def status(self, text: str) -> None:
            self.statuses.append(text)
            super().status(text)

        def confirm(self, title: str, text: str, button: str) -> bool:
            self.questions.append((title, text, button))
            return self.answer

        def failure(self, summary: str, report: str, log_path: str) -> None:
            self.failures.append(report)

    return RecordingNotices()


@pytest.fixture
def settings(folder: Path) -> Any:
    from mentorcrm.core.settings import Settings

    return Settings.load(folder)


@pytest.fixture
def themed(qapp: Any) -> Iterator[Any]:
    """Give the application our look, light, at its usual size."""
    from mentorcrm.gui import theme

    theme.apply(qapp, "light", 1.0)
    yield qapp
    theme.apply(qapp, "light", 1.0)


@pytest.fixture
def app(themed: Any, db: Database, settings: Any) -> Iterator[App]:
    """Return a ready App with recording notices and a clock that stands still."""
    from mentorcrm.gui.app import App

    made = App(settings, _recording_notices(), clock=lambda: MONDAY, zone=ZONE)
    made.attach(db)
    yield made
    # Closed as the program closes it: what a worker still tells afterwards finds no database.
    made.close()


@pytest.fixture
def window(qtbot: Any, app: App) -> Iterator[MainWindow]:
    """Return the main window, shown, 1280 x 800."""
    from mentorcrm.gui.main_window import MainWindow

    shown = MainWindow(app)
    qtbot.addWidget(shown)
    shown.resize(1280, 800)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    shown.close()


@pytest.fixture
def write(db: Database) -> Callable[..., Any]:
    """Return ``write(operation, *args, **kwargs)``: one labelled transaction."""

    def run(operation: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        with db.transaction("Test") as session:
            return operation(session, *args, **kwargs)

    return run


@pytest.fixture
def read(db: Database) -> Callable[..., Any]:
    """Return ``read(operation, *args, **kwargs)``: one reading session."""

    def run(operation: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        with db.read() as session:
            return operation(session, *args, **kwargs)

    return run


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what needs a screen where there is none, and say so."""
    brings_its_own = "own_screen" in getattr(item, "fixturenames", ())
    if item.get_closest_marker("needs_display") and not (brings_its_own or _has_display()):
        pytest.skip("needs a display: run under xvfb-run")


def _has_display() -> bool:
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY"))
