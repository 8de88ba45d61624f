"""Planning, moving and ending reminders."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from mentorcrm.core import moments
from mentorcrm.core.checks import clean_line
from mentorcrm.core.errors import NotFound, UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.ids import among
from mentorcrm.core.reminders.reads import FOLLOW_UP
from mentorcrm.core.schema import Candidate, Reminder

REMINDER = "reminder"


def add(
    session: Session,
    title: str,
    local: datetime,
    zone: ZoneInfo,
    now: datetime,
    *,
    contact_id: int | None = None,
    candidate_id: int | None = None,
) -> int:
    """Add a reminder at a wall clock time and return its id."""
    title = clean_line(title, _("The reminder"))
    if not title:
        raise UserError(_("Write what you want to be reminded of."))
    candidate = None if candidate_id is None else _candidate(session, candidate_id)
    reminder = Reminder(
        contact_id=contact_id if candidate is None else candidate.contact_id,
        candidate_id=candidate_id,
        kind=REMINDER,
        title=title,
        created_at=now,
        set_aside=candidate is not None and candidate.set_aside,
        **_when(local, zone, now),
    )
    session.add(reminder)
    session.flush()
    return reminder.id


def plan_follow_up(
    session: Session,
    candidate_id: int,
    now: datetime,
    zone: ZoneInfo,
    *,
    days: int = 7,
    at: str = "09:00",
) -> int:
    """Plan the follow-up ``days`` days on, weekends skipped, and return the reminder's id."""
    local = moments.days_on(now, zone, days, at)
    return _put_follow_up(session, _candidate(session, candidate_id), local, zone, now)


def set_follow_up(
    session: Session,
    candidate_id: int,
    local: datetime | None,
    zone: ZoneInfo,
    now: datetime,
) -> int | None:
    """Set the candidate's follow-up to a wall clock time, or take it away with None."""
    candidate = _candidate(session, candidate_id)
    if local is not None:
        return _put_follow_up(session, candidate, local, zone, now)
    existing = _open_follow_up(session, candidate_id)
    if existing is not None:
        session.delete(existing)
        session.flush()
    return None


def close_follow_up(session: Session, candidate_ids: Collection[int], now: datetime) -> None:
    """Mark the open follow-ups of these candidates as done: there is nothing left to follow."""
    session.execute(
        update(Reminder)
        .where(
            Reminder.candidate_id.in_(among(candidate_ids)),
            Reminder.kind == FOLLOW_UP,
            Reminder.done_at.is_(None),
        )
        .values(done_at=now, updated_at=now),
        execution_options={"synchronize_session": False},
    )


def move(
    session: Session, ids: Collection[int], local: datetime, zone: ZoneInfo, now: datetime
) -> None:
    """Give open reminders another wall clock time; they will be shown again then."""
    _change(session, ids, now, **_when(local, zone, now))


def snooze(
    session: Session, ids: Collection[int], until: datetime, zone: ZoneInfo, now: datetime
) -> None:
    """Put open reminders off until a wall clock time that is still to come."""
    if moments.resolve(until, zone) <= now.replace(second=0, microsecond=0):
        raise UserError(_("Choose a time that is still to come."))
    move(session, ids, until, zone, now)


def done(session: Session, ids: Collection[int], now: datetime) -> None:
    """Mark open reminders as done."""
    _change(session, ids, now, done_at=now)


def reopen(session: Session, ids: Collection[int], now: datetime) -> None:
    """Bring reminders back that were marked as done."""
    other = select(Reminder.candidate_id).where(
        Reminder.kind == FOLLOW_UP, Reminder.done_at.is_(None)
    )
    clash = session.scalar(
        select(Reminder.id).where(
            Reminder.id.in_(among(ids)),
            Reminder.kind == FOLLOW_UP,
            Reminder.done_at.is_not(None),
            Reminder.candidate_id.in_(other),
        )
    )
    if clash is not None:
        raise UserError(_("There is a newer follow-up for this person already."))
    session.execute(
        update(Reminder)
        .where(Reminder.id.in_(among(ids)), Reminder.done_at.is_not(None))
        .values(done_at=None, updated_at=now),
        execution_options={"synchronize_session": False},
    )


def _when(local: datetime, zone: ZoneInfo, now: datetime) -> dict[str, Any]:
    return {
        "local_at": local.isoformat(timespec="minutes"),
        "zone": zone.key,
        "due_at": moments.resolve(local, zone),
        "notified_at": None,
        "updated_at": now,
    }


def _candidate(session: Session, candidate_id: int) -> Candidate:
    candidate = session.get(Candidate, candidate_id)
    if candidate is None:
        raise NotFound(_("This card is not on the board any more."))
    return candidate


def _open_follow_up(session: Session, candidate_id: int) -> Reminder | None:
    return session.scalar(
        select(Reminder).where(
            Reminder.candidate_id == candidate_id,
            Reminder.kind == FOLLOW_UP,
            Reminder.done_at.is_(None),
        )
    )


def _put_follow_up(
    session: Session, candidate: Candidate, local: datetime, zone: ZoneInfo, now: datetime
) -> int:
    reminder = _open_follow_up(session, candidate.id)
    if reminder is None:
        reminder = Reminder(
            contact_id=candidate.contact_id,
            candidate_id=candidate.id,
            kind=FOLLOW_UP,
            created_at=now,
            set_aside=candidate.set_aside,
        )
        session.add(reminder)
    for name, value in _when(local, zone, now).items():
        setattr(reminder, name, value)
    session.flush()
    return reminder.id


def _change(session: Session, ids: Collection[int], now: datetime, **values: Any) -> None:
    found = session.scalar(
        select(func.count()).where(Reminder.id.in_(among(ids)), Reminder.done_at.is_(None))
    )
    if not found:
        raise NotFound(_("This reminder is done or not there any more."))
    session.execute(
        update(Reminder)
        .where(Reminder.id.in_(among(ids)), Reminder.done_at.is_(None))
        .values(updated_at=now, **{key: it for key, it in values.items() if key != "updated_at"}),
        execution_options={"synchronize_session": False},
    )
