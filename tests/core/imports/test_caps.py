"""Bombs are refused before they are unpacked, and broken archives with words."""

from __future__ import annotations

import struct
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from mentorcrm.core.errors import UserError
from mentorcrm.core.imports import formats
from mentorcrm.core.imports.caps import FILE_LIMIT
from mentorcrm.core.progress import Progress
from tests import linkedin_files as files


def _packed(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in members.items():
            out.writestr(name, content)
    return path


def deep(path: Path) -> Path:
    return _packed(path, {"Connections.csv": b"a" * (30 << 20)})


def wide(path: Path) -> Path:
    return _packed(path, {f"{number}": b"" for number in range(10_001)})


def many_big(path: Path) -> Path:
    return _packed(path, {f"{number}.csv": bytes(4 << 20) for number in range(60)})


def nested(path: Path) -> Path:
    inner = deep(path.with_name("inner.zip")).read_bytes()
    return _packed(path, {"Connections.zip": inner})


def lying_size(path: Path) -> Path:
    deep(path)
    data = bytearray(path.read_bytes())
    at = data.rfind(b"PK\x01\x02")
    struct.pack_into("<L", data, at + 24, 100)
    path.write_bytes(data)
    return path


def lying_count(path: Path) -> Path:
    files.archive(path, files.modern(files.people(3)))
    data = bytearray(path.read_bytes())
    at = data.rfind(b"PK\x05\x06")
    struct.pack_into("<HH", data, at + 8, 65_535, 65_535)
    path.write_bytes(data)
    return path


def overlapping(path: Path) -> Path:
    """Point many directory entries at one member."""
    _packed(path, {"Connections.csv": bytes(900_000)})
    data = path.read_bytes()
    start, end = data.rfind(b"PK\x01\x02"), data.rfind(b"PK\x05\x06")
    entry = data[start:end]
    copies = 2_000
    tail = bytearray(data[end:])
    struct.pack_into("<HHL", tail, 8, copies, copies, len(entry) * copies)
    path.write_bytes(data[:start] + entry * copies + tail)
    return path


def cut_off(path: Path) -> Path:
    files.archive(path, files.modern(files.people(300)))
    path.write_bytes(path.read_bytes()[:-40])
    return path


def damaged(path: Path) -> Path:
    files.archive(path, files.modern(files.people(300)))
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)
    return path


def encrypted(path: Path) -> Path:
    files.archive(path, files.modern(files.people(3)))
    data = bytearray(path.read_bytes())
    at = 0
    while (at := data.find(b"PK\x01\x02", at + 1)) > 0:
        data[at + 8] |= 1
    path.write_bytes(data)
    return path


def too_large(path: Path) -> Path:
    with path.open("wb") as out:
        out.truncate(FILE_LIMIT + 1)
    return path


def endless_row(path: Path) -> Path:
    return files.write(path, f"{files.HEADER}\nIda,{'x' * 1_100_000},,,,,\n")


def quotes_without_end(path: Path) -> Path:
    return files.write(path, f"{files.HEADER}\n" + 'a"b,"\n' * 400_000)


BOMBS = [
    deep,
    wide,
    many_big,
    nested,
    lying_size,
    lying_count,
    overlapping,
    cut_off,
    damaged,
    encrypted,
    too_large,
    endless_row,
    quotes_without_end,
]


@pytest.mark.parametrize("bomb", BOMBS, ids=lambda bomb: bomb.__name__)
def test_bomb_is_refused_quickly(tmp_path: Path, bomb: Callable[[Path], Path]) -> None:
    path = bomb(tmp_path / "bomb.zip")
    start = time.process_time()
    with pytest.raises(UserError):
        formats.read(path, "auto", {}, Progress())
    # Processor time: other programs on the machine do not count. Half a second is ten times
    # what the slowest takes.
    assert time.process_time() - start < 1.0
