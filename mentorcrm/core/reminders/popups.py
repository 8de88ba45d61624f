"""Which reminders pop up now: each once for its due moment, never a storm."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.orm import Session

from mentorcrm.core import moments
from mentorcrm.core.ids import among
from mentorcrm.core.reminders.reads import OPEN, DueRow, rows, select_rows
from mentorcrm.core.schema import Reminder


@dataclass(frozen=True, slots=True)
class NotifyRules:
    """When reminders may pop up, and how many a day on their own."""

    quiet_from: str = "20:00"
    quiet_until: str = "08:00"
    weekends: bool = True
    per_day: int = 5
    oldest: timedelta = timedelta(days=7)
    """What has waited longer is listed, but never pops up."""
    late: timedelta = timedelta(minutes=5)
    """What came due longer ago did so while nobody looked."""


@dataclass(frozen=True, slots=True)
class ToNotify:
    """What to show now: each of ``single`` on its own, all of ``digest`` in one."""

    single: tuple[DueRow, ...] = ()
    digest: tuple[DueRow, ...] = ()

    @property
    def ids(self) -> list[int]:
        """Return the ids of all of them."""
        return [each.id for each in (*self.single, *self.digest)]


def to_notify(
    session: Session, now: datetime, zone: ZoneInfo, rules: NotifyRules | None = None
) -> ToNotify:
    """Return what should pop up now and has not yet for its due moment.

    What came due in an absence is shown singly when it is one, else as one digest; so is
    what exceeds the day's number. In quiet hours everything waits for their end.
    """
    rules = rules or NotifyRules()
    weekend = moments.local_at(now, zone).weekday() >= 5
    if moments.is_quiet(now, zone, rules.quiet_from, rules.quiet_until):
        return ToNotify()
    if weekend and not rules.weekends:
        return ToNotify()
    waiting = rows(session, select_rows().where(*OPEN, *_not_shown(now, rules.oldest)))
    late = [each for each in waiting if each.due_at < now - rules.late]
    fresh = [each for each in waiting if each.due_at >= now - rules.late]
    digest = late if len(late) > 1 else []
    single = [*([] if digest else late), *fresh]
    room = max(0, rules.per_day - _shown_today(session, now, zone))
    return ToNotify(tuple(single[:room]), (*digest, *single[room:]))


def mark_notified(session: Session, ids: Collection[int]) -> None:
    """Note, before showing them, that these were shown for their due moment."""
    session.execute(
        update(Reminder).where(Reminder.id.in_(among(ids))).values(notified_at=Reminder.due_at),
        execution_options={"synchronize_session": False},
    )


def _not_shown(now: datetime, oldest: timedelta) -> tuple[ColumnElement[bool], ...]:
    # Compared with the due moment, not with the clock: setting the clock back doubles nothing.
    return (
        Reminder.due_at <= now,
        Reminder.due_at >= now - oldest,
        Reminder.notified_at.is_distinct_from(Reminder.due_at),
    )


def _shown_today(session: Session, now: datetime, zone: ZoneInfo) -> int:
    midnight = moments.local_at(now, zone).replace(hour=0, minute=0)
    wanted = select(func.count()).where(
        Reminder.notified_at >= moments.resolve(midnight, zone), Reminder.notified_at <= now
    )
    return session.scalar(wanted) or 0
