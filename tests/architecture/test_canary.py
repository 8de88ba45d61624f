"""Faults of the libraries that would kill the program, each caught by name."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject
from sqlcipher3 import dbapi2

CALLS = 30_000
SAFE_SQLITE = (3, 51, 3)


def test_qt_calls_keep_the_references_to_none():
    """PySide6 6.12.0 on Python 3.11 loses one with nearly every call, and dies at 5,000."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("canary")
        thing.blockSignals(False)
    lost = before - sys.getrefcount(None)
    assert lost / CALLS * 1000 < 50


def test_sqlite_is_free_of_the_wal_reset_bug():
    """SQLite 3.7.0 to 3.51.2 can lose commits of two connections."""
    assert dbapi2.sqlite_version_info >= SAFE_SQLITE
