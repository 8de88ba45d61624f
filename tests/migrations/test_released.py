"""Every schema ever released opens with its data, whatever happens on the way."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mentorcrm import core
from mentorcrm.core import driver, migrate
from mentorcrm.core.database import Database
from mentorcrm.core.errors import UserError
from tests.migrations import released


@contextmanager
def _raw(path: Path) -> Iterator[driver.Connection]:
    connection = driver.connect(path)
    try:
        yield connection
    finally:
        connection.close()


def _rows(path: Path, table: str, columns: tuple[str, ...]) -> list[tuple[Any, ...]]:
    with _raw(path) as connection:
        names = ", ".join(columns)
        return list(connection.execute(f"SELECT {names} FROM {table} ORDER BY id").fetchall())


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Database]:
    """Return a file of the first release, opened by this program."""
    released.write(tmp_path / "data")
    db = Database.open(tmp_path / "data")
    yield db
    db.close()


RENAMED = {("job_description", "time_asked"): "time"}
GONE = {("goal", "current_value")}


def test_first_release_keeps_every_value_it_had(opened: Database) -> None:
    for table, rows in released.FIRST.items():
        for row in rows:
            kept = {name: value for name, value in row.items() if (table, name) not in GONE}
            columns = tuple(RENAMED.get((table, name), name) for name in kept)
            found = {item[0]: item for item in _rows(opened.path, table, ("id", *columns))}
            assert found[row["id"]][1:] == tuple(kept.values()), table


def test_progress_of_the_first_release_becomes_a_check_in(opened: Database) -> None:
    with opened.read() as session:
        (check,) = core.goals.check_ins(session, 1)
        assert (check.happened_on, check.value) == (date(2026, 3, 1), 1.5)
        assert core.goals.detail(session, 1).current_value == 1.5
        assert core.goals.check_ins(session, 2) == []


def test_description_of_the_first_release_has_its_first_version(opened: Database) -> None:
    columns = ("job_description_id", "title", "goal", "time", "why", "created_at")
    (found,) = _rows(opened.path, "version", columns)
    row = released.FIRST["job_description"][0]
    told = [row[name] for name in ("id", "title", "goal", "time_asked", "why")]
    assert found == (*told, released.WHEN)


def test_foreign_keys_and_cascades_hold_after_the_upgrade(opened: Database) -> None:
    with opened.transaction("Delete goal") as session:
        core.goals.delete(session, 1)
    assert _rows(opened.path, "need", ("id",)) == [(2,)]
    assert _rows(opened.path, "check_in", ("id",)) == []
    assert opened.undo() == "Delete goal"
    assert len(_rows(opened.path, "need", ("id",))) == 2
    with _raw(opened.path) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_upgrade_makes_a_verified_backup_of_the_old_file_first(opened: Database) -> None:
    folder = opened.path.parent
    (backup,) = core.backup.available(folder)
    assert driver.SCHEMA_VERSION > 1
    with _raw(backup.path) as connection:
        assert driver.schema_version(connection, backup.path) == 1
        assert connection.execute("SELECT current_value FROM goal WHERE id = 1").fetchall()


def test_migration_that_loses_a_child_row_is_caught_and_nothing_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = released.write(tmp_path / "data")
    run = migrate._alembic

    def losing(sql: Any) -> None:
        run(sql)
        sql.exec_driver_sql("DELETE FROM need WHERE id = 1")

    monkeypatch.setattr(migrate, "_alembic", losing)
    with pytest.raises(UserError) as refused:
        Database.open(tmp_path / "data")
    assert "need" in refused.value.details
    with _raw(path) as connection:
        assert driver.schema_version(connection, path) == 1
        assert connection.execute("SELECT count(*) FROM need").fetchone() == (2,)


UPGRADING = """
import sys
from pathlib import Path
from mentorcrm.core.database import Database
print("go", flush=True)
Database.open(Path(sys.argv[1])).close()
"""


@pytest.mark.parametrize(
    ("kills", "contacts"), [(3, 2_000), pytest.param(100, 60_000, marks=pytest.mark.soak)]
)
def test_killed_upgrade_leaves_the_old_or_the_new_schema(
    kills: int, contacts: int, tmp_path: Path
) -> None:
    dice = random.Random(11)
    original = released.write(tmp_path / "original", contacts=contacts).parent
    for number in range(kills):
        folder = tmp_path / str(number)
        shutil.copytree(original, folder)
        command = [sys.executable, "-c", UPGRADING, str(folder)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == b"go\n"
            try:
                child.communicate(timeout=dice.uniform(0.05, 1.5))
            except subprocess.TimeoutExpired:
                child.kill()
        db = Database.open(folder)
        with db.read() as session:
            assert len(core.goals.goals(session)) == contacts + 3
            assert core.goals.detail(session, 1).current_value == 1.5
        db.close()
        with _raw(db.path) as connection:
            assert driver.scalar(connection, "PRAGMA integrity_check") == "ok"
        shutil.rmtree(folder)
