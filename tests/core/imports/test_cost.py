"""What an import costs in statements: they grow with the file, and no faster."""

from __future__ import annotations

from pathlib import Path

from mentorcrm import core
from mentorcrm.core.database import Database, driver_connection
from mentorcrm.core.progress import Progress
from tests import linkedin_files as files
from tests.factories import MONDAY


def statements(folder: Path, people: int, times: int = 1) -> int:
    """Return how many statements SQLite runs for the last of ``times`` imports of one file."""
    folder.mkdir()
    path = files.write(folder / "Connections.csv", files.modern(files.people(people)))
    db = Database.open(folder / "data", now=lambda: MONDAY)
    seen: list[str] = []
    # One thread: the pool has made one connection, and every session uses it.
    with db.read() as session:
        connection = driver_connection(session)
    for _time in range(times):
        seen.clear()
        connection.set_trace_callback(seen.append)  # type: ignore[attr-defined]
        core.imports.run(db, path, Progress(), MONDAY)
        connection.set_trace_callback(None)  # type: ignore[attr-defined]
    db.close()
    return len(seen)


def test_statements_of_an_import_grow_with_the_file_and_no_faster(tmp_path: Path) -> None:
    small = statements(tmp_path / "small", 1_500)
    large = statements(tmp_path / "large", 6_000)
    assert 1_500 < small < large <= 4.2 * small


def test_second_import_asks_in_batches_and_writes_nothing(tmp_path: Path) -> None:
    assert statements(tmp_path / "again", 6_000, times=2) < 40
