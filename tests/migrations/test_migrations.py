"""The schema that migrations make is the schema of the code, whole or not at all."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from mentorcrm.core import driver
from mentorcrm.core.database import Database
from mentorcrm.core.locations import migrations
from mentorcrm.core.schema import Base


def _shape(rows: list[tuple[str, str]]) -> dict[str, str]:
    """Return the statement of each table and index, without white space and quotes."""
    ours = [(name, sql) for name, sql in rows if not re.match("search_index|sqlite_|alembic", name)]
    return {name: re.sub(r'[\s"]+', "", sql).lower() for name, sql in ours if sql}


def test_migrations_make_exactly_the_schema_of_the_code(db: Database) -> None:
    engine = create_engine("sqlite://", module=driver.module)
    listing = text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    with engine.begin() as connection:
        Base.metadata.create_all(connection)
        declared = _shape([tuple(row) for row in connection.execute(listing)])
    with db.read() as session:
        migrated = _shape([tuple(row) for row in session.execute(listing)])
    assert migrated == declared
    engine.dispose()


def test_newest_migration_is_the_version_that_the_program_knows() -> None:
    numbers = [int(path.name[:4]) for path in (migrations() / "versions").glob("[0-9]*.py")]
    assert sorted(numbers) == list(range(1, driver.SCHEMA_VERSION + 1))


CREATING = """
import sys
from pathlib import Path
from mentorcrm.core.database import Database
print("go", flush=True)
Database.open(Path(sys.argv[1])).close()
print("done", flush=True)
"""


@pytest.mark.parametrize("kills", [4, pytest.param(100, marks=pytest.mark.soak)])
def test_killed_migration_leaves_the_old_or_the_new_schema(kills: int, tmp_path: Path) -> None:
    dice = random.Random(3)
    for number in range(kills):
        folder = tmp_path / str(number)
        command = [sys.executable, "-c", CREATING, str(folder)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == b"go\n"
            try:
                child.communicate(timeout=dice.uniform(0.0, 0.6))
            except subprocess.TimeoutExpired:
                child.kill()
        db = Database.open(folder)
        with db.read() as session:
            assert session.scalar(text("PRAGMA integrity_check")) == "ok"
            assert session.scalar(text("SELECT count(*) FROM contact")) == 0
        db.close()
        shutil.rmtree(folder)
