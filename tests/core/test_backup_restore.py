"""Restore: the old state or the backup's, never a mix, even after kill -9 at any step."""

from __future__ import annotations

import os
import random
import shutil
import signal
import stat
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mentorcrm import core
from mentorcrm.core import backup, driver
from mentorcrm.core.errors import UserError
from tests.factories import add_contact

if TYPE_CHECKING:
    from mentorcrm.core.database import Database

STEPS = (
    "verify",
    "copy",
    "check",
    "intend",
    "move aside database",
    "move aside -wal",
    "move aside -shm",
    "move aside -journal",
    "put in place",
    "forget the intent",
    "done",
)


def _open(folder: Path, now: datetime) -> Database:
    return core.database.Database.open(folder, now=lambda: now)


def _names(folder: Path, now: datetime) -> set[str]:
    database = _open(folder, now)
    try:
        with database.raw() as connection:
            assert driver.scalar(connection, "PRAGMA integrity_check") == "ok"
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
            return {name for (name,) in connection.execute("SELECT name FROM contact")}
    finally:
        database.close()


@pytest.fixture
def saved(folder: Path, now: datetime) -> Path:
    """Return a backup that knows Ruth, of a folder that now knows Carlos and Hannah instead."""
    database = _open(folder, now)
    with database.transaction("Add") as session:
        ruth = add_contact(session, "Ruth Adeyemi")
    made = backup.make(database, now=now)
    with database.transaction("Change") as session:
        core.contacts.erase(session, [ruth])
        add_contact(session, "Carlos Prieto")
        add_contact(session, "Hannah Weiss")
    database.close()
    return made.path


OLD = {"Carlos Prieto", "Hannah Weiss"}
SAVED = {"Ruth Adeyemi"}


def test_restore_brings_the_backup_and_keeps_the_old_database(
    folder: Path, saved: Path, now: datetime
) -> None:
    steps: list[str] = []
    info = backup.restore(folder, saved, now, steps.append)
    assert info.people == 1
    assert tuple(steps) == STEPS
    assert _names(folder, now) == SAVED
    (kept,) = backup.replaced(folder)
    shutil.copytree(kept, folder / "again")
    assert _names(folder / "again", now) == OLD
    assert stat.S_IMODE((folder / "mentorcrm.db").stat().st_mode) == 0o600
    assert not (folder / "restore.json").exists()
    assert not (folder / "restore.part").exists()


def _crash_in_the_middle(folder: Path) -> None:
    crash = (
        "import os, signal, sys; from pathlib import Path; from datetime import datetime, UTC;"
        "from mentorcrm import core; from tests.factories import add_network;"
        "db = core.database.Database.open(Path(sys.argv[1]));\n"
        "with db.transaction('Fill') as session: add_network(session, 300)\n"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", crash, str(folder)], check=False)
    assert (folder / "mentorcrm.db-wal").stat().st_size > 0


def test_restore_over_a_crashed_database_does_not_replay_its_log(
    folder: Path, saved: Path, now: datetime
) -> None:
    _crash_in_the_middle(folder)
    backup.restore(folder, saved, now)
    assert _names(folder, now) == SAVED
    (kept,) = backup.replaced(folder)
    assert (kept / "mentorcrm.db-wal").exists()


def test_restore_by_mere_copying_would_replay_the_log(
    folder: Path, saved: Path, now: datetime
) -> None:
    _crash_in_the_middle(folder)
    shutil.copy2(saved, folder / "mentorcrm.db")
    try:
        mixed = _names(folder, now)
    except (UserError, AssertionError, driver.DriverError):
        return  # unreadable, which is no better
    assert mixed != SAVED, "the control: if this held, the test above would show nothing"


CHILD = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from mentorcrm.core import backup
def step(name):
    if name == sys.argv[3]:
        os.kill(os.getpid(), signal.SIGKILL)
print("restoring", flush=True)
backup.restore(Path(sys.argv[1]), Path(sys.argv[2]), datetime(2026, 11, 23, 9, tzinfo=UTC), step)
"""


@pytest.mark.parametrize("step", STEPS)
def test_restore_killed_at_any_step_gives_the_old_or_the_backup(
    folder: Path, saved: Path, now: datetime, step: str
) -> None:
    killed = subprocess.run(
        [sys.executable, "-c", CHILD, str(folder), str(saved), step],
        check=False,
        stdout=subprocess.DEVNULL,
    )
    assert killed.returncode == -signal.SIGKILL
    before_the_intent = STEPS.index(step) <= STEPS.index("intend")
    assert _names(folder, now) == (OLD if before_the_intent else SAVED)
    assert not (folder / "restore.json").exists()


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100))
def test_restore_killed_at_a_random_time_gives_the_old_or_the_backup(
    folder: Path, saved: Path, now: datetime, seed: int
) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(folder), str(saved), "never"],
        stdout=subprocess.PIPE,
    )
    assert child.stdout is not None
    child.stdout.readline()
    try:
        child.wait(timeout=random.Random(seed).uniform(0.0, 0.03))
    except subprocess.TimeoutExpired:
        os.kill(child.pid, signal.SIGKILL)
    child.communicate()
    assert _names(folder, now) in (OLD, SAVED)


def test_restore_with_a_torn_copy_goes_back_to_the_old(
    folder: Path, saved: Path, now: datetime
) -> None:
    subprocess.run(
        [sys.executable, "-c", CHILD, str(folder), str(saved), "put in place"],
        check=False,
        stdout=subprocess.DEVNULL,
    )
    with (folder / "restore.part").open("r+b") as part:
        part.truncate(5000)
    assert backup.finish_interrupted(folder) == "undone"
    assert _names(folder, now) == OLD


def test_restore_of_a_damaged_backup_changes_nothing(
    folder: Path, saved: Path, now: datetime
) -> None:
    with saved.open("r+b") as file:
        file.seek(4096 + 200)
        file.write(b"\xff" * 8)
    with pytest.raises(UserError, match="damaged"):
        backup.restore(folder, saved, now)
    assert _names(folder, now) == OLD
    assert backup.replaced(folder) == []


@pytest.mark.parametrize("content", [b"", b"not a database at all " * 500])
def test_restore_of_what_is_no_backup_changes_nothing(
    folder: Path, saved: Path, now: datetime, tmp_path: Path, content: bytes
) -> None:
    odd = tmp_path / "odd.db"
    odd.write_bytes(content)
    with pytest.raises(UserError):
        backup.restore(folder, odd, now)
    assert _names(folder, now) == OLD
    assert odd.read_bytes() == content


def test_restore_is_refused_while_somebody_uses_the_database(
    folder: Path, saved: Path, now: datetime
) -> None:
    database = _open(folder, now)
    try:
        with pytest.raises(UserError, match="open in a window"):
            backup.restore(folder, saved, now)
    finally:
        database.close()
    assert _names(folder, now) == OLD


def test_restore_works_where_there_is_no_database_yet(
    folder: Path, saved: Path, now: datetime, tmp_path: Path
) -> None:
    new = tmp_path / "new"
    backup.restore(new, saved, now)
    assert _names(new, now) == SAVED


def test_restore_forgets_what_was_replaced_a_month_ago(
    folder: Path, saved: Path, now: datetime
) -> None:
    for days in (0, 1, 32, 33):
        backup.restore(folder, saved, now + timedelta(days=days))
    assert [kept.name[:10] for kept in backup.replaced(folder)] == ["2026-12-26", "2026-12-25"]


def test_finish_interrupted_with_nothing_to_do_says_nothing(folder: Path) -> None:
    assert backup.finish_interrupted(folder) is None
