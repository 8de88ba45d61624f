"""The database: open, read, write one step at a time, undo and redo.

Every user action is one ``transaction(label)``: one commit, one undo step, one ``Changes``
for whoever listens. Only this module makes engines and sessions.
"""

from __future__ import annotations

import contextlib
import logging
import os
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from mentorcrm.core import backup, driver, journal, triggers
from mentorcrm.core.changes import Changes
from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.long_action import LongAction, recover
from mentorcrm.core.opening import prepare_file
from mentorcrm.core.schema.base import INSTANT_FORMAT

log = logging.getLogger(__name__)
Listener = Callable[[Changes], None]
BUSY_MS = 5000
"""How long a writer waits for another one, unless it says otherwise."""


class Busy(UserError):
    """Say that somebody else is writing right now; trying again later will do."""


def utc_now() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)


class Database:
    """One open data file; safe to use from several threads."""

    def __init__(
        self, path: Path, client: str = "window", now: Callable[[], datetime] = utc_now
    ) -> None:
        self.path = path
        self.client = client
        self.process = f"{os.getpid()}-{uuid.uuid4().hex[:8]}"
        self.now = now
        self._use: backup.Use | None = None
        self._closed = False
        self._write_lock = threading.Lock()
        self._listeners: list[Listener] = []
        self._engine, self._writing = _engines(path)
        self._watch = driver.connect(path, read_only=True)
        self._file = _identity(path)
        self._seen_version = self._data_version()
        self._seen_row = self._last_row()

    @classmethod
    def open(
        cls, folder: Path, client: str = "window", now: Callable[[], datetime] = utc_now
    ) -> Database:
        """Open the folder's data file; create it, or bring it to the newest schema, first.

        Raises UserError when the file is damaged, newer than this program or not ours.
        """
        backup.finish_interrupted(folder)
        use = backup.share(folder)
        try:
            database = cls(prepare_file(folder, now()), client, now)
        except BaseException:
            use.close()
            raise
        database._use = use
        try:
            with database._write(BUSY_MS) as session:
                recover(driver_connection(session), folder)
                journal.prune(driver_connection(session))
        except BaseException:
            database.close()
            raise
        return database

    @property
    def folder(self) -> Path:
        """Return the data folder."""
        return self.path.parent

    def close(self) -> None:
        """Fold the write-ahead log into the file and let go of it; a second time does nothing."""
        with self._write_lock:  # who is writing ends first
            if self._closed:
                return
            self._closed = True
        self._watch.close()
        connection = self._engine.raw_connection()
        try:
            raw = cast("driver.Connection", connection.driver_connection)
            with contextlib.suppress(driver.DriverError):
                raw.execute("PRAGMA optimize")
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            connection.close()
            self._engine.dispose()
            if self._use is not None:
                self._use.close()

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Give a session that sees one moment of the data; nothing may be written in it."""
        with self._wording(), Session(self._engine) as session:
            yield session
            session.rollback()

    @contextmanager
    def transaction(
        self, label: str | None, *, wait_ms: int = BUSY_MS, go_on: int | None = None
    ) -> Iterator[Session]:
        """Give a session whose work is one step: all of it is kept, or nothing.

        With a label it is the user's and can be undone; with None it is the program's. When
        ``go_on`` is still the last step, the work becomes a part of it: a text saved several
        times while it is typed is one step. Raises Busy when another writer holds the file
        for longer than ``wait_ms``.
        """
        kind = journal.SYSTEM if label is None else journal.USER
        done = Changes()
        with self._write(wait_ms) as session:
            connection = driver_connection(session)
            before = 0 if go_on is None else journal.last_row(connection)
            if go_on is not None and journal.can_go_on(connection, go_on, self.client):
                action_id = go_on
                journal.resume(connection, action_id)
            else:
                action_id = self._begin(connection, label or "", kind)
            yield session
            session.flush()
            if action_id == go_on:
                journal.drop_repeats(connection, action_id, before)
            if journal.finish(connection, action_id, kind, self.client):
                done = journal.changes(connection, label or "", kind, action_id)
        self._tell(done)

    @contextmanager
    def long_action(self, label: str) -> Iterator[LongAction]:
        """Give an action made of many small commits which is still one step.

        Leaving by an exception (a cancel too) takes every chunk back. Raises UserError while
        another long action runs.
        """
        action = LongAction(self._write, self._begin, self.folder, label, self.client)
        try:
            with action.running():
                yield action
        finally:
            # A view may have read rows of a chunk before they were taken back.
            self._tell(action.changes)

    def undo(self, *, anyone: bool = False, wait_ms: int = BUSY_MS) -> str | None:
        """Take back the last step of this client, or of anyone; return its label, None if none.

        Raises UserError when what the step changed was changed again since; the step before it
        is then next.
        """
        return self._reverse(journal.UNDO, None if anyone else self.client, wait_ms)

    def redo(self, *, anyone: bool = False, wait_ms: int = BUSY_MS) -> str | None:
        """Do again what was undone last; return its label, None when there is nothing."""
        return self._reverse(journal.REDO, None if anyone else self.client, wait_ms)

    def undo_label(self) -> str | None:
        """Return the label of the step that ``undo`` would take back."""
        return self._next_label(journal.next_undo)

    def redo_label(self) -> str | None:
        """Return the label of the step that ``redo`` would do again."""
        return self._next_label(journal.next_redo)

    def on_commit(self, listener: Listener) -> None:
        """Call ``listener`` with the Changes of each step, in the thread that committed it."""
        self._listeners.append(listener)

    def poll_outside(self) -> Changes | None:
        """Return what another process changed since the last call, or None."""
        version = self._data_version()
        if version == self._seen_version:
            return None
        self._seen_version = version
        first, self._seen_row = self._seen_row, self._last_row()
        found = journal.outside(self._watch, self.process, first, self._seen_row)
        if not found.tables:
            return None
        self._tell(found)
        return found

    def erase(self, session: Session, table: str, ids: list[int]) -> None:
        """Delete rows for good, inside ``transaction(None)``: out of the journal too.

        ``secure_delete`` overwrites the bytes; ``forget`` then empties the write-ahead log.
        """
        session.flush()
        journal.erase(driver_connection(session), table, ids)

    def forget(self) -> None:
        """Rebuild the search index and empty the write-ahead log: erased text is in no file.

        The index is not told to delete securely at once, because that makes taking back an
        import of 10,000 people take 16 seconds instead of a quarter (measured).
        """
        with self._write(BUSY_MS) as session:
            optimize = "INSERT INTO search_index(search_index) VALUES('optimize')"
            driver_connection(session).execute(optimize)
        connection = self._engine.raw_connection()
        try:
            raw = cast("driver.Connection", connection.driver_connection)
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            connection.close()

    @contextmanager
    def raw(self) -> Iterator[driver.Connection]:
        """Give a plain connection for what runs outside a transaction, such as a backup."""
        connection = driver.connect(self.path)
        try:
            with driver.wording(self.path):
                yield connection
        finally:
            connection.close()

    @contextmanager
    def _write(self, wait_ms: int, *, durable: bool = True) -> Iterator[Session]:
        """Give a session that alone may write; what is not ``durable`` is so by a later commit."""
        last = time.monotonic() + wait_ms / 1000
        if not self._write_lock.acquire(timeout=wait_ms / 1000):
            raise Busy(_("Something else is being saved right now. Please try again."))
        try:
            if self._closed:  # another file may be in its place by now
                raise UserError(_("Your data was closed meanwhile. This was not saved."))
            if _identity(self.path) != self._file:
                raise UserError(
                    _(
                        "{file} was moved or replaced by another program while it was open. "
                        "This was not saved. Please close MentorCRM and start it again."
                    ).format(file=self.path)
                )
            with self._wording(), Session(self._writing) as session, session.begin():
                left_ms = max(0, round(1000 * (last - time.monotonic())))
                options = {"mentorcrm_wait_ms": left_ms, "mentorcrm_durable": durable}
                session.connection(execution_options=options)
                yield session
        finally:
            self._write_lock.release()

    @contextmanager
    def _wording(self) -> Iterator[None]:
        """Turn the driver's errors about the file into words; a broken rule stays a bug."""
        try:
            yield
        except IntegrityError:
            raise
        except DatabaseError as error:
            raise self._explained(error.orig or error) from error
        except driver.IntegrityError:
            raise
        except driver.DriverError as error:  # of a statement that went past SQLAlchemy
            raise self._explained(error) from error

    def _explained(self, error: BaseException) -> UserError:
        words = driver.explain(error, self.path)
        return Busy(words.message) if "locked" in str(error).lower() else words

    def _begin(self, connection: driver.Connection, label: str, kind: str) -> int:
        moment = self.now().astimezone(UTC).strftime(INSTANT_FORMAT)
        return journal.begin(connection, label, kind, self.client, self.process, moment)

    def _reverse(self, kind: str, client: str | None, wait_ms: int) -> str | None:
        find = journal.next_undo if kind == journal.UNDO else journal.next_redo
        step: journal.Step | None = None
        try:
            with self._write(wait_ms) as session:
                connection = driver_connection(session)
                step = find(connection, client)
                if step is None:
                    return None
                done = self._reversed(connection, step, kind)
        except (journal.Obsolete, IntegrityError, driver.IntegrityError) as error:
            # A broken rule: a row that it needs is gone, or another one is in its place.
            if step is None:
                raise
            with self._write(wait_ms) as session:
                journal.drop(driver_connection(session), step)
            raise journal.Obsolete(step, kind) from error
        self._tell(done)
        return step.label

    def _reversed(self, connection: driver.Connection, step: journal.Step, kind: str) -> Changes:
        action_id = self._begin(connection, step.label, kind)
        journal.reverse(connection, step, kind, action_id)
        if not journal.finish(connection, action_id, kind, self.client):
            journal.drop(connection, step)  # nothing was left of it to take back
        return journal.changes(connection, step.label, kind, action_id)

    def _next_label(self, find: Callable[..., journal.Step | None]) -> str | None:
        with driver.wording(self.path):
            step = find(self._watch, self.client)
        return None if step is None else step.label

    def _tell(self, changes: Changes) -> None:
        if not changes.tables:
            return
        for listener in self._listeners:
            listener(changes)

    def _data_version(self) -> int:
        return int(driver.scalar(self._watch, "PRAGMA data_version"))

    def _last_row(self) -> int:
        return int(driver.scalar(self._watch, "SELECT coalesce(max(id), 0) FROM journal"))


def driver_connection(session: Session) -> driver.Connection:
    """Return the driver's connection of a session, begun."""
    return cast("driver.Connection", session.connection().connection.driver_connection)


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what tells this file from another one of the same name; None when it is gone."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _engines(path: Path) -> tuple[Engine, Engine]:
    def creator() -> Any:
        connection = driver.connect(path, busy_ms=BUSY_MS)
        triggers.install(connection)
        return connection

    engine = create_engine(
        "sqlite://",
        module=driver.module,
        creator=creator,
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=4,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        options = connection.get_execution_options()
        wait_ms = options.get("mentorcrm_wait_ms")
        if wait_ms is not None:
            connection.exec_driver_sql(f"PRAGMA busy_timeout={int(wait_ms)}")
            level = "FULL" if options.get("mentorcrm_durable") else "NORMAL"
            connection.exec_driver_sql(f"PRAGMA synchronous={level}")
        connection.exec_driver_sql(options.get("sqlite_begin", "BEGIN"))

    return engine, engine.execution_options(sqlite_begin="BEGIN IMMEDIATE")
