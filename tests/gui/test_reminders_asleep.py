"""The real program, with the clock of the whole process moved: nothing missed, nothing doubled."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

from mentorcrm import core
from mentorcrm.core import driver, settings as keys
from mentorcrm.core.settings import Settings
from tests.factories import add_candidate

if TYPE_CHECKING:
    from tests.core.session_bus import Service

pytestmark = pytest.mark.skipif(
    not (shutil.which("faketime") and shutil.which("dbus-daemon")),
    reason="needs faketime and dbus-daemon (apt-get install faketime dbus)",
)


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    from tests.core.session_bus import Service, bus

    with bus() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        made = Service(address, ("actions", "body"))
        yield made
        made.stop()


@pytest.fixture
def people(tmp_path: Path) -> Path:
    """Return a data folder with follow-ups due in two hours, one, two and four days."""
    folder = tmp_path / "data"
    settings = Settings.load(folder)
    settings.set(keys.QUIET_UNTIL, "00:00")
    settings.set(keys.QUIET_FROM, "00:00")
    now, zone = datetime.now(UTC), ZoneInfo("UTC")
    database = core.database.Database.open(folder)
    with database.transaction("Plan") as session:
        for name, hours in (("Ruth", 2), ("Carlos", 24), ("Mei", 48), ("Dele", 96)):
            card = add_candidate(session, name=name, stage="asked", now=now)
            local = (now + timedelta(hours=hours)).replace(tzinfo=None)
            core.reminders.set_follow_up(session, card, local, zone, now)
    database.close()
    return folder


def _run_until(qtbot: Any, folder: Path, jump: str, ready: Callable[[], bool]) -> None:
    """Run the program with its clock moved by ``jump`` until ``ready``; then kill it."""
    environment = {
        **os.environ,
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "QT_QPA_PLATFORM": "offscreen",
    }
    command = [sys.executable, "-m", "mentorcrm", "--data", str(folder)]
    if jump:
        command = ["faketime", "-f", jump, *command]
    program = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    try:
        qtbot.waitUntil(ready, timeout=30_000)
    finally:
        for process in (_child(program.pid), program.pid):
            if process is not None:
                os.kill(process, 9)
        program.wait()


def _child(pid: int) -> int | None:
    """Return the program that faketime started, None when faketime became it."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return int(children[0]) if children else None


def _count(folder: Path, column: str) -> int:
    connection = driver.connect(folder / "mentorcrm.db", read_only=True)
    try:
        wanted = f"SELECT count(*) FROM reminder WHERE {column} IS NOT NULL"
        return int(driver.scalar(connection, wanted))
    finally:
        connection.close()


def test_program_asleep_for_days_shows_what_was_missed_once(
    qtbot: Any, people: Path, service: Service
) -> None:
    _run_until(qtbot, people, "+3h", lambda: len(service.shown) == 1)
    assert service.shown[0][3] == "Follow up with Ruth"
    _run_until(qtbot, people, "+3d", lambda: len(service.shown) == 2)
    assert service.shown[1][3] == "2 reminders are ready when you are"
    assert service.shown[1][4] == "Carlos, Mei"
    _run_until(qtbot, people, "+5d", lambda: len(service.shown) == 3)
    assert service.shown[2][3] == "Follow up with Dele", "what was shown before does not come again"
    assert _count(people, "notified_at") == 4


def test_button_of_a_real_notification_marks_the_reminder_done(
    qtbot: Any, people: Path, service: Service
) -> None:
    def done() -> bool:
        if service.shown:
            service.signal("ActionInvoked", "us", 1, "done")
        return _count(people, "done_at") == 1

    _run_until(qtbot, people, "+3h", done)


def test_second_start_of_the_program_hands_over_and_ends(
    qtbot: Any, people: Path, service: Service
) -> None:
    answers: list[int] = []

    def second() -> bool:
        if service.shown:
            again = subprocess.run(
                [sys.executable, "-m", "mentorcrm", "--data", str(people)],
                env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
                timeout=20,
                check=False,
            )
            answers.append(again.returncode)
        return bool(answers)

    _run_until(qtbot, people, "+3h", second)
    assert answers == [0]
