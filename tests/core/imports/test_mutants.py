"""Thousands of broken files: no crash, no hang, and nothing left of what was refused."""

from __future__ import annotations

import random
import time
from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest

from mentorcrm.core import imports
from mentorcrm.core.database import Database
from mentorcrm.core.errors import UserError
from mentorcrm.core.progress import Progress
from mentorcrm.core.schema import Base
from tests import linkedin_files as files

_SPICE = (
    *(b'"', b'""', b"\n", b"\r", b"\r\n", b",", b";", b"\t", b"\0", b"\xff\xfe", b"\xef\xbb\xbf"),
    *(b"\x80", b"\xc3", b"\xed\xa0\x80", b"\xf0\x9f\x9a\x80", b"'", b"\\", b"=1+1", b"%00"),
    *("\u2028".encode(), "\u202e".encode(), b"\x1a", b"\x0b", b"9" * 400, b"a" * 140_000),
)


def _bases(folder: Path) -> list[bytes]:
    rows = files.people(6)
    return [
        files.modern(rows).encode(),
        files.of_2018(rows).encode(),
        files.utf16_tabs(rows),
        files.excel_resave(rows, "cp1252"),
        files.german(rows).encode(),
        files.archive(folder / "base.zip", files.modern(rows)).read_bytes(),
    ]


def _mutant(chosen: random.Random, bases: list[bytes]) -> bytes:
    data = bytearray(chosen.choice(bases))
    for _ in range(chosen.randint(1, 8)):
        at = chosen.randrange(len(data) + 1)
        length = chosen.choice((1, 1, 2, 10, 200))
        kind = chosen.randrange(6)
        if kind == 0 and at < len(data):
            data[at] ^= 1 << chosen.randrange(8)
        elif kind == 1:
            del data[at : at + length]
        elif kind == 2:
            data[at:at] = chosen.choice(_SPICE)
        elif kind == 3:
            data[at:at] = chosen.randbytes(length)
        elif kind == 4:
            other = chosen.choice(bases)
            start = chosen.randrange(len(other))
            data[at:at] = other[start : start + 300]
        else:
            del data[at:]
    return bytes(data)


def _dump(db: Database) -> list[object]:
    tables = [t for t in Base.metadata.sorted_tables if t.name not in {"action", "journal"}]
    with db.read() as session:
        return [list(map(tuple, session.execute(t.select().order_by(t.c.id)))) for t in tables]


def _run(db: Database, folder: Path, now: datetime, count: int) -> Counter[str]:
    chosen, bases = random.Random(20261123), _bases(folder)
    first = files.write(folder / "first.csv", files.modern(files.people(3)))
    imports.run(db, first, Progress(), now)
    before, path, seen = _dump(db), folder / "mutant", Counter[str]()
    for number in range(count):
        files.write(path, _mutant(chosen, bases))
        start = time.process_time()
        try:
            result = imports.run(db, path, Progress(), now)
        except UserError as refusal:
            assert refusal.message  # noqa: PT017 - a refusal is one of two good ends
            seen["refused"] += 1
        else:
            assert result.records >= 0
            seen["read"] += 1
            if result.import_id is not None:
                assert db.undo() == "Import mutant"
        assert time.process_time() - start < 2, f"mutant {number} took too long"
        assert _dump(db) == before, f"mutant {number} left something behind"
    return seen


def test_mutants_are_read_or_refused_and_leave_nothing(
    db: Database, tmp_path: Path, now: datetime
) -> None:
    seen = _run(db, tmp_path, now, 1_000)
    assert min(seen["read"], seen["refused"]) > 100


@pytest.mark.soak
def test_ten_thousand_mutants(db: Database, tmp_path: Path, now: datetime) -> None:
    print(_run(db, tmp_path, now, 10_000))
