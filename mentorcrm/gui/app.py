"""What every page is given: the database, the settings, and one way to read and write."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar
from zoneinfo import ZoneInfo

import tzlocal
from PySide6.QtCore import QObject, Signal

from mentorcrm import core
from mentorcrm.core.errors import Cancelled, UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.settings import ZONE, Settings
from mentorcrm.gui.format import in_sentence
from mentorcrm.gui.garbage import Garbage
from mentorcrm.gui.notices import NoticeAction, Notices
from mentorcrm.gui.tasks import Done, Failed, Task, Tasks, Work, is_gone

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from mentorcrm.core.changes import Changes
    from mentorcrm.core.database import Database

P = ParamSpec("P")
Result = TypeVar("Result")
Operation = Callable[Concatenate["Session", P], Result]

_WAIT_MS = 40
"""How long the window waits for another writer before a worker waits in its place."""
_PATIENCE_MS = 60_000


def utc_now() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)


class App(QObject):
    """The database and the ways to it, handed to every page; it knows no feature."""

    changed = Signal(object)
    """What a transaction changed (``Changes``), whoever made it."""
    open_requested = Signal(str, int)
    """Somebody wants to see the record of that kind and id."""
    ready = Signal()
    """The database is open."""
    _committed = Signal(object)

    def __init__(
        self,
        settings: Settings,
        notices: Notices,
        *,
        clock: Callable[[], datetime] = utc_now,
        zone: ZoneInfo | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.settings = settings
        self.notices = notices
        self.tasks = Tasks(self)
        self.garbage = Garbage(self)
        self.tasks.ended.connect(self.garbage.collect)
        self._clock = clock
        self._zone = zone
        self._db: Database | None = None
        # Commits may come from a worker; this connection brings them to our thread.
        self._committed.connect(self.changed)
        self._last_step: int | None = None
        self._step_of_do: int | None = None
        self.changed.connect(self._note_step)

    @property
    def db(self) -> Database:
        """Return the database; an error before ``ready``."""
        if self._db is None:
            raise RuntimeError("the database is not open yet")
        return self._db

    @property
    def is_ready(self) -> bool:
        """Tell whether the database is open."""
        return self._db is not None

    def attach(self, db: Database) -> None:
        """Use ``db`` from now on and tell the pages that they can read."""
        self._db = db
        # A step of before is none of this file, which may be a restored one.
        self._last_step = self._step_of_do = None
        self.notices.withdraw_offer()
        db.on_commit(self._committed.emit)
        self.ready.emit()

    def detach(self) -> None:
        """Close the database for a moment, as a restore does; ``attach`` follows."""
        if self._db is not None:
            self._db.close()
            self._db = None

    def close(self) -> None:
        """Stop the tasks and close the database."""
        self.tasks.stop()
        self.garbage.stop()
        self.detach()

    def now(self) -> datetime:
        """Return this moment, aware, in UTC."""
        return self._clock()

    def zone(self) -> ZoneInfo:
        """Return the user's time zone: the one chosen in the settings, else the system's."""
        name = self.settings.get(ZONE)
        if name:
            return ZoneInfo(name)
        if self._zone is None:
            self._zone = tzlocal.get_localzone()
        return self._zone

    def today(self) -> date:
        """Return the day on the user's calendar."""
        return self.now().astimezone(self.zone()).date()

    def read(self, operation: Operation[P, Result], /, *args: P.args, **kwargs: P.kwargs) -> Result:
        """Return what ``operation(session, ...)`` reads."""
        with self.db.read() as session:
            return operation(session, *args, **kwargs)

    def do(
        self,
        label: str,
        operation: Callable[..., Any],
        /,
        *args: Any,
        then: Callable[[Any], object] | None = None,
        done: str = "",
        go_on: int | None = None,
        **kwargs: Any,
    ) -> None:
        """Do what the user asked for: one transaction, one undo step called ``label``.

        ``done`` is said afterwards in the message bar, with a button that takes the step
        back. The step becomes a part of the step ``go_on`` while that is the last one.
        """

        def finish(result: Any) -> None:
            if done:
                self.notices.toast(done, self.undo_offers())
            else:
                self.notices.status(label)
            if then is not None and not is_gone(then):
                then(result)

        self._step_of_do = None
        self._write(label, _in_transaction(operation, args, kwargs), finish, go_on)

    def system(
        self,
        operation: Callable[..., Any],
        /,
        *args: Any,
        then: Callable[[Any], object] | None = None,
        **kwargs: Any,
    ) -> None:
        """Write something that is no action of the user's, such as a draft."""
        self._write(None, _in_transaction(operation, args, kwargs), then)

    def forget_erased(self) -> None:
        """Take what was deleted for good out of all files; on a worker, as it may take a while."""
        db = self.db
        self.run(_("Deleting for good"), lambda _progress: db.forget())

    def undo(self) -> None:
        """Take back this window's last action."""
        self._turn(
            lambda wait_ms: self.db.undo(wait_ms=wait_ms),
            _("Undone: {action}"),
            _("Nothing to undo."),
        )

    def undo_offers(self) -> list[NoticeAction]:
        """Return the button that takes back the step made just now, and never another one.

        None when nothing was changed: then the last step is one of before.
        """
        step = self._step_of_do
        if step is None:
            return []

        def take_back() -> None:
            if self._last_step == step:
                self.undo()
            else:
                self.notices.status(_("Something else was done since. Nothing was undone."))

        return [(_("Undo"), take_back)]

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._turn(
            lambda wait_ms: self.db.redo(wait_ms=wait_ms),
            _("Redone: {action}"),
            _("Nothing to redo."),
        )

    def run(
        self,
        label: str,
        task: Work,
        on_done: Done | None = None,
        on_error: Failed | None = None,
    ) -> Task:
        """Run ``task(progress)`` on another thread; the callbacks run on this one.

        ``on_error`` hears of a UserError or that the user cancelled; without it the window
        says so by itself. Any other exception is a bug and reported as one.
        """

        def failed(error: Exception) -> None:
            if on_error is not None:
                if not is_gone(on_error):
                    on_error(error)
            elif isinstance(error, Cancelled):
                self.notices.status(_("Cancelled: {action}").format(action=label))
            elif isinstance(error, UserError):
                self.notices.error_bar(error.message, error.details)
            if not isinstance(error, (UserError, Cancelled)):
                raise error

        return self.tasks.start(label, task, on_done, failed)

    def _note_step(self, changes: Changes) -> None:
        if changes.kind in ("do", "undo", "redo"):
            self._last_step = self._step_of_do = changes.action_id
            self.notices.withdraw_offer()

    def _turn(self, step: Callable[[int], str | None], done: str, nothing: str) -> None:
        def say(label: str | None) -> None:
            self.notices.clear()
            text = nothing if label is None else done.format(action=in_sentence(label))
            self.notices.status(text)

        if self.is_ready:
            self._attempt(step, say)

    def _write(
        self,
        label: str | None,
        body: Callable[[AbstractContextManager[Session]], Any],
        finish: Callable[[Any], object] | None,
        go_on: int | None = None,
    ) -> None:
        def attempt(wait_ms: int) -> Any:
            return body(self.db.transaction(label, wait_ms=wait_ms, go_on=go_on))

        self._attempt(attempt, finish)

    def _attempt(
        self, attempt: Callable[[int], Any], finish: Callable[[Any], object] | None
    ) -> None:
        """Write at once, or on a worker while somebody else holds the write lock."""
        try:
            result = attempt(_WAIT_MS)
        except core.database.Busy:
            self.run(_("Waiting to save"), lambda _progress: attempt(_PATIENCE_MS), finish)
        except UserError as error:
            self.notices.error_bar(error.message, error.details)
        else:
            if finish is not None:
                finish(result)


def _in_transaction(
    operation: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
) -> Callable[[AbstractContextManager[Session]], Any]:
    def body(transaction: AbstractContextManager[Session]) -> Any:
        with transaction as session:
            return operation(session, *args, **kwargs)

    return body
