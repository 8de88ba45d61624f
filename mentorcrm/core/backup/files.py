"""Writing files so that a power cut leaves the old or the new, never a half."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from mentorcrm.core import driver

_CHUNK = 1 << 20


def sync_file(path: Path) -> None:
    """Make the disk keep the file's content."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Make the disk keep the folder's names; Windows keeps them by itself."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sha256(path: Path) -> str:
    """Return the SHA-256 of a finished file, as hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def copy(source: Path, target: Path, watch: Callable[[int], None] | None = None) -> str:
    """Copy a finished file for its owner only, down to the disk; return the copy's SHA-256."""
    target.unlink(missing_ok=True)
    driver.create_file(target)
    digest = hashlib.sha256()
    copied = 0
    with source.open("rb") as reading, target.open("r+b") as writing:
        while chunk := reading.read(_CHUNK):
            writing.write(chunk)
            digest.update(chunk)
            copied += len(chunk)
            if watch is not None:
                watch(copied)
        writing.flush()
        os.fsync(writing.fileno())
    return digest.hexdigest()
