"""Exporting 30,000 people beside the csv module over one raw query."""

from __future__ import annotations

import csv
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from mentorcrm import core
from mentorcrm.core import driver
from tests.bench.figures import Figure, in_pairs
from tests.factories import MONDAY

pytestmark = pytest.mark.bench
SQL = """
SELECT c.name, c.first_name, c.last_name, c.company, c.position, c.location, c.connected_on,
(SELECT group_concat(value) FROM channel WHERE contact_id = c.id AND kind = 'email'),
(SELECT group_concat(value) FROM channel WHERE contact_id = c.id AND kind = 'link')
FROM contact AS c ORDER BY c.sort_name
"""


def test_export_of_30000(
    filled: Callable[[int, int], Path], tmp_path: Path, note: Callable[[Figure], None]
) -> None:
    folder = filled(30_000, 0)
    db = core.database.Database.open(folder, now=lambda: MONDAY)

    def floor() -> float:
        begin = time.perf_counter()
        connection = driver.connect(folder / "mentorcrm.db", read_only=True)
        with (tmp_path / "floor.csv").open("w", newline="", encoding="utf-8-sig") as file:
            csv.writer(file).writerows(connection.execute(SQL))
        connection.close()
        return 1000 * (time.perf_counter() - begin)

    def ours(suffix: str) -> float:
        begin = time.perf_counter()
        path = tmp_path / f"ours.{suffix}"
        core.exports.export(db, path, core.exports.format_of(path))
        return 1000 * (time.perf_counter() - begin)

    for suffix, name in (("csv", "CSV"), ("vcf", "vCard")):
        raw, taken = in_pairs(floor, lambda suffix=suffix: ours(suffix), pairs=3)
        work = f"export of 30,000, {name} (floor: csv module)"
        note(Figure(work, taken, "ms", "<= 600 ms", raw))
    db.close()
