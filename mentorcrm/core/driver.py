"""The one SQLite driver, its connections and its errors in words; no SQLAlchemy here.

Every copy of SQLite in a process keeps locks of its own, and closing a file drops the locks
of the others: so the whole program opens the live file through this module only.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import sqlcipher3.dbapi2

from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _

module: Any = sqlcipher3.dbapi2
"""The DB-API module; another one with the same functions can stand in."""

DriverError: type[Exception] = sqlcipher3.dbapi2.Error
IntegrityError: type[Exception] = sqlcipher3.dbapi2.IntegrityError


class Connection(Protocol):
    """What we use of the driver's connection."""

    def execute(self, sql: str, parameters: Sequence[Any] = ..., /) -> Any:
        """Run one statement; return its cursor."""

    def executemany(self, sql: str, rows: Iterable[Sequence[Any]], /) -> Any:
        """Run one statement for each of the rows."""

    def close(self) -> None:
        """Let go of the file."""


APPLICATION_ID = 0x4D435231
"""Written into the file's header: "MCR1"."""
SCHEMA_VERSION = 2
"""The number of the newest migration; ``PRAGMA user_version`` of a current file."""
SAFE_WAL = ((3, 51, 3), (3, 50, 7), (3, 44, 6))
"""The first versions of three lines of SQLite in which WAL no longer loses commits."""

_PRAGMAS = (
    "synchronous=FULL",
    "foreign_keys=ON",
    "recursive_triggers=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "mmap_size=0",
    "journal_size_limit=8388608",
    "fullfsync=ON",
    "checkpoint_fullfsync=ON",
)
_KEY = re.compile(r"[0-9a-f]{64}")


def wal_is_safe(version: tuple[int, ...]) -> bool:
    """Tell whether this version of SQLite is free of the WAL-reset bug."""
    if version >= SAFE_WAL[0]:
        return True
    return any(version[:2] == first[:2] and version >= first for first in SAFE_WAL)


def create_file(path: Path) -> None:
    """Create an empty file that only its owner may read; files beside it inherit that."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR | os.O_EXCL, 0o600))


def connect(
    path: Path, *, read_only: bool = False, key: str | None = None, busy_ms: int = 5000
) -> Connection:
    """Open ``path`` with every pragma set; raise UserError when it is no database of ours."""
    if key is not None and not _KEY.fullmatch(key):
        raise ValueError("a key is 64 hexadecimal digits")
    mode = "ro" if read_only else "rw"
    uri = f"{path.resolve().as_uri()}?mode={mode}"
    with wording(path):
        connection: Connection = module.connect(
            uri, uri=True, timeout=busy_ms / 1000, isolation_level=None, check_same_thread=False
        )
        try:
            _set_up(connection, key, read_only=read_only)
        except BaseException:
            connection.close()
            raise
    return connection


def _set_up(connection: Connection, key: str | None, *, read_only: bool) -> None:
    connection.execute("PRAGMA cipher_log_level=NONE")
    if key is not None:
        connection.execute(f"PRAGMA key=\"x'{key}'\"")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if not read_only:
        safe = wal_is_safe(module.sqlite_version_info)
        connection.execute(f"PRAGMA journal_mode={'WAL' if safe else 'DELETE'}").fetchall()
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").fetchall()


def scalar(connection: Connection, sql: str, parameters: tuple[Any, ...] = ()) -> Any:
    """Return the first value of the first row, or None."""
    row = connection.execute(sql, parameters).fetchone()
    return None if row is None else row[0]


def schema_version(connection: Connection, path: Path) -> int:
    """Return the file's schema number; 0 for an empty file.

    Raises UserError for another program's file and for one of a newer MentorCRM.
    """
    owner = int(scalar(connection, "PRAGMA application_id"))
    version = int(scalar(connection, "PRAGMA user_version"))
    if owner == 0 and version == 0:
        if scalar(connection, "SELECT count(*) FROM sqlite_master"):
            raise _foreign(path)
        return 0
    if owner != APPLICATION_ID:
        raise _foreign(path)
    if version > SCHEMA_VERSION:
        raise UserError(
            _(
                "{file} was written by a newer MentorCRM (data format {found}; this program "
                "knows {known}). Nothing was changed. Please update the program."
            ).format(file=path.name, found=version, known=SCHEMA_VERSION)
        )
    return version


def _foreign(path: Path) -> UserError:
    return UserError(
        _("{file} is not a MentorCRM database. Nothing was changed.").format(file=path)
    )


@contextmanager
def wording(path: Path) -> Iterator[None]:
    """Turn the driver's errors about the file into words for people."""
    try:
        yield
    # UnicodeDecodeError: SQLite's own message quoted bytes of a damaged file.
    except (module.DatabaseError, UnicodeDecodeError) as error:
        raise explain(error, path) from error


def explain(error: BaseException, path: Path) -> UserError:
    """Return what ``error`` means for the user, with the cure."""
    text = str(error).lower()
    if "locked" in text or "busy" in text:
        words = _("Another program is writing to {file}. Please try again in a moment.")
    elif "not a database" in text:
        words = _(
            "{file} is damaged, or it is not a MentorCRM database. It was left as it is. "
            "You can restore a backup."
        )
    elif "malformed" in text or "corrupt" in text or isinstance(error, UnicodeDecodeError):
        words = _("{file} is damaged. It was left as it is. You can restore a backup.")
    elif "full" in text or "disk i/o" in text:
        words = _("{file} could not be written: is the disk full? Nothing was half saved.")
    elif "readonly" in text or "read-only" in text:
        words = _("{file} may not be written. Please check its permissions.")
    elif "unable to open" in text:
        words = _("{file} cannot be opened. Please check that it exists and may be read.")
    else:
        words = _("{file} could not be used.")
    return UserError(words.format(file=path), details=f"{type(error).__name__}: {error}")
