"""Importing 30,000 people beside csv and the raw driver, and re-importing them."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from mentorcrm import core
from mentorcrm.core import driver
from mentorcrm.core.progress import Progress
from mentorcrm.core.text import fold
from tests import linkedin_files
from tests.bench.figures import Figure, in_pairs
from tests.factories import MONDAY

pytestmark = pytest.mark.bench
ROWS = 30_000
SCHEMA = (
    "CREATE TABLE contact (id INTEGER PRIMARY KEY, name TEXT NOT NULL, first, last, sort_name, "
    "company, position, connected_on, source, created_at, updated_at)",
    "CREATE TABLE email (id INTEGER PRIMARY KEY, contact_id INTEGER NOT NULL "
    "REFERENCES contact (id) ON DELETE CASCADE, value, folded)",
    "CREATE TABLE link (id INTEGER PRIMARY KEY, contact_id INTEGER NOT NULL "
    "REFERENCES contact (id) ON DELETE CASCADE, value, folded)",
    "CREATE INDEX by_name ON contact (sort_name)",
    "CREATE INDEX by_company ON contact (company)",
    "CREATE INDEX by_email ON email (folded)",
    "CREATE UNIQUE INDEX by_link ON link (folded)",
    "CREATE VIRTUAL TABLE search USING fts5(body, prefix = '1 2 3')",
)
"""People with one address each and a profile, found by name, company and address; no journal."""
MONTHS = {name: f"{number:02}" for number, name in enumerate(linkedin_files.MONTHS, start=1)}


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("export") / "Connections.csv"
    return linkedin_files.write(path, linkedin_files.modern(linkedin_files.people(ROWS)))


def _records(export: Path) -> list[list[str]]:
    rows = list(csv.reader(io.StringIO(export.read_text("utf-8-sig"), newline="")))
    first = next(place for place, row in enumerate(rows) if "First Name" in row)
    return rows[first + 1 :]


def _day(text: str) -> str:
    day, month, year = text.split(" ")
    return f"{year}-{MONTHS[month]}-{day}"


def _floor(export: Path, path: Path) -> float:
    driver.create_file(path)
    connection = driver.connect(path)
    for statement in SCHEMA:
        connection.execute(statement)
    begin = time.perf_counter()
    seen: dict[str, list[str]] = {}
    for row in _records(export):
        seen.setdefault(row[2], row)
    people = [
        (n, f"{r[0]} {r[1]}", r[0], r[1], fold(f"{r[0]} {r[1]}"), r[4], r[5], _day(r[6]))
        for n, r in enumerate(seen.values(), start=1)
    ]
    connection.execute("BEGIN")
    stamp = MONDAY.isoformat()
    connection.executemany(
        f"INSERT INTO contact VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'linkedin', '{stamp}', '{stamp}')",
        people,
    )
    connection.executemany(
        "INSERT INTO email (contact_id, value, folded) VALUES (?, ?, ?)",
        [(n, r[3], r[3].lower()) for n, r in enumerate(seen.values(), start=1) if r[3]],
    )
    connection.executemany(
        "INSERT INTO link (contact_id, value, folded) VALUES (?, ?, ?)",
        [(n, url, url.lower()) for n, url in enumerate(seen, start=1)],
    )
    connection.execute(
        "INSERT INTO search (rowid, body) "
        "SELECT id, name || ' ' || company || ' ' || position FROM contact"
    )
    connection.execute("COMMIT")
    taken = time.perf_counter() - begin
    connection.close()
    return 1000 * taken


def _ours(export: Path, folder: Path) -> float:
    db = core.database.Database.open(folder, now=lambda: MONDAY)
    begin = time.perf_counter()
    result = core.imports.run(db, export, Progress(), MONDAY)
    taken = time.perf_counter() - begin
    db.close()
    assert result.new > ROWS * 0.9
    return 1000 * taken


def test_import_of_30000(export: Path, tmp_path: Path, note: Callable[[Figure], None]) -> None:
    count = iter(range(1000))
    floor, ours = in_pairs(
        lambda: _floor(export, tmp_path / f"floor{next(count)}.db"),
        lambda: _ours(export, tmp_path / f"ours{next(count)}"),
        pairs=5,
    )
    note(Figure("import of 30,000, committed and searchable", ours, "ms", "<= 3 x", floor))


def test_second_import_of_30000(
    export: Path, tmp_path: Path, note: Callable[[Figure], None]
) -> None:
    path = tmp_path / "floor.db"
    _floor(export, path)
    _ours(export, tmp_path / "ours")
    db = core.database.Database.open(tmp_path / "ours", now=lambda: MONDAY)

    def compared() -> float:
        connection = driver.connect(path)
        begin = time.perf_counter()
        known = {
            row[0]: row[1:]
            for row in connection.execute(
                "SELECT link.value, first, last, coalesce(email.value, ''), company, position, "
                "connected_on FROM link JOIN contact ON contact.id = link.contact_id "
                "LEFT JOIN email ON email.contact_id = contact.id"
            )
        }
        new = [
            row
            for row in _records(export)
            if known.get(row[2]) != (row[0], row[1], *row[3:6], _day(row[6]))
        ]
        taken = time.perf_counter() - begin
        connection.close()
        assert not new
        return 1000 * taken

    def again() -> float:
        begin = time.perf_counter()
        result = core.imports.run(db, export, Progress(), MONDAY)
        taken = time.perf_counter() - begin
        assert (result.new, result.updated, result.import_id) == (0, 0, None)
        return 1000 * taken

    floor, ours = in_pairs(compared, again, pairs=5)
    note(Figure("the same file again, nothing written", ours, "ms", "<= 2.5 x", floor))
    db.close()


def test_undo_of_an_import_of_30000(
    export: Path, tmp_path: Path, note: Callable[[Figure], None]
) -> None:
    _ours(export, tmp_path / "ours")
    db = core.database.Database.open(tmp_path / "ours", now=lambda: MONDAY)
    begin = time.perf_counter()
    assert db.undo() is not None
    note(Figure("undo of it", 1000 * (time.perf_counter() - begin), "ms", "<= 1,500 ms"))
    db.close()


MEMORY = """
import sys
from pathlib import Path
from mentorcrm import core
from mentorcrm.core.progress import Progress
from tests.factories import MONDAY
def peak():
    return int(next(l for l in open("/proc/self/status") if l.startswith("VmHWM")).split()[1])
db = core.database.Database.open(Path(sys.argv[1]))
core.imports.detect(Path(sys.argv[2]))
before = peak()
core.imports.run(db, Path(sys.argv[2]), Progress(), MONDAY)
print(peak() - before)
db.close()
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_memory_of_an_import_of_30000(
    export: Path, tmp_path: Path, note: Callable[[Figure], None]
) -> None:
    command = [sys.executable, "-c", MEMORY, str(tmp_path / "data"), str(export)]
    added = int(subprocess.check_output(command, cwd=Path(__file__).parents[2])) / 1024
    note(Figure("memory that an import of 30,000 adds at its peak", added, "MB", "<= 60 MB"))
