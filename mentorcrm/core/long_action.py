"""An action of many small commits that is still one step: imports and other bulk work.

Between two chunks other writers get their turn, so a card dropped meanwhile waits
milliseconds. A chunk is journaled like any other write; when the action is cancelled, fails,
or its process dies, everything it did is taken back from the journal.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, cast

from filelock import FileLock, Timeout
from sqlalchemy.orm import Session

from mentorcrm.core import driver, journal
from mentorcrm.core.changes import Changes
from mentorcrm.core.driver import Connection, scalar
from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.triggers import index_statements, without_insert_triggers

log = logging.getLogger(__name__)
LOCK_NAME = "long-action.lock"
REST_SECONDS = 0.0005
"""Between two chunks, so that a waiting writer gets the lock."""
_PATIENCE_MS = 30_000


class LongAction:
    """One running action; made by ``Database.long_action``."""

    def __init__(
        self,
        write: Callable[..., AbstractContextManager[Session]],
        begin: Callable[[Connection, str, str], int],
        folder: Path,
        label: str,
        client: str,
    ) -> None:
        self.label = label
        self.changes = Changes()
        self._write = write
        self._begin = begin
        self._client = client
        self._lock = FileLock(folder / LOCK_NAME, timeout=0, mode=0o600)
        self._id: int | None = None
        self._indexing = index_statements()

    @property
    def id(self) -> int | None:
        """Return the action's id, None before its first chunk."""
        return self._id

    @contextmanager
    def running(self) -> Iterator[None]:
        """Hold the place of the one long action; finish it, or take all of it back."""
        try:
            self._lock.acquire()
        except Timeout as error:
            raise UserError(
                _("Another import is still running. Please wait until it has finished.")
            ) from error
        try:
            try:
                yield
            except BaseException:
                self._take_back()
                raise
            self._finish()
        finally:
            self._lock.release()

    @contextmanager
    def chunk(self) -> Iterator[Session]:
        """Give a session for one commit of the action, then rest for a moment.

        The disk is not waited for: after a power failure the whole action is taken back
        anyway. Its last commit waits, and for all of them.
        """
        with self._write(_PATIENCE_MS, durable=False) as session:
            connection = _raw(session)
            if self._id is None:
                self._id = self._begin(connection, self.label, journal.USER)
            else:
                journal.resume(connection, self._id)
            yield session
            session.flush()
            journal.resume(connection, None)
        time.sleep(REST_SECONDS)

    def insert_rows(
        self, session: Session, table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
    ) -> range:
        """Insert rows at the driver's speed; return their ids, which follow one another.

        The range is journaled as one row and indexed by one statement.
        """
        connection = _raw(session)
        if not rows:
            return range(0)
        first = int(scalar(connection, f'SELECT coalesce(max(id), 0) + 1 FROM "{table}"'))
        names = ", ".join(f'"{name}"' for name in columns)
        marks = ", ".join("?" * len(columns))
        # SQLite gives a new row the highest id plus one, so the ids follow one another.
        with without_insert_triggers(connection, table):
            connection.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', rows)
        last = first + len(rows) - 1
        connection.execute(
            "INSERT INTO journal (action_id, table_name, row_id, last_id, op) "
            "VALUES ((SELECT action_id FROM journal_context), ?, ?, ?, 'R')",
            (table, first, last),
        )
        if table in self._indexing:
            connection.execute(self._indexing[table], (first, last))
        return range(first, last + 1)

    def _finish(self) -> None:
        if self._id is None:
            return
        with self._write(_PATIENCE_MS) as session:
            connection = _raw(session)
            if journal.finish(connection, self._id, journal.USER, self._client):
                self.changes = journal.changes(connection, self.label, journal.USER, self._id)

    def _take_back(self) -> None:
        if self._id is not None:
            with self._write(_PATIENCE_MS) as session:
                _discard(_raw(session), self._id)
                self.changes = journal.changes(_raw(session), "", journal.SYSTEM, self._id)


def recover(connection: Connection, folder: Path) -> None:
    """Take back long actions whose process died before they were finished."""
    running = connection.execute("SELECT id FROM action WHERE state = 'running'").fetchall()
    if not running:
        return
    lock = FileLock(folder / LOCK_NAME, timeout=0, mode=0o600)
    try:
        with lock:
            for (action_id,) in running:
                log.info("taking back action %d, which was never finished", action_id)
                _discard(connection, action_id)
    except Timeout:
        return  # another process is at it right now


def _discard(connection: driver.Connection, action_id: int) -> None:
    """Take back a running action; what stays tells only which rows views may have seen."""
    journal.resume(connection, action_id)
    journal.invert(connection, action_id)
    journal.resume(connection, None)
    last = journal.last_row(connection)
    connection.execute(
        "INSERT INTO journal (action_id, table_name, row_id, last_id, op) "
        "SELECT action_id, table_name, min(row_id), max(coalesce(last_id, row_id)), 'R' "
        "FROM journal WHERE action_id = ? GROUP BY table_name",
        (action_id,),
    )
    connection.execute("DELETE FROM journal WHERE action_id = ? AND id <= ?", (action_id, last))
    connection.execute(
        "UPDATE action SET kind = 'system', label = '', state = 'done' WHERE id = ?", (action_id,)
    )


def _raw(session: Session) -> Connection:
    return cast("driver.Connection", session.connection().connection.driver_connection)
