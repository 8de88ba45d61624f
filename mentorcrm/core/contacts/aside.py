"""Setting people aside: the archive, the trash, and gone for good.

Archive and trash take a person's cards off the board and pause the reminders; nothing is
lost. What stays in the trash for 30 days goes for good.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.orm import Session

from mentorcrm.core import journal
from mentorcrm.core.database import driver_connection
from mentorcrm.core.ids import among
from mentorcrm.core.schema import Activity, Candidate, Contact, Draft, Reminder

TRASH_DAYS = 30


def archive(session: Session, ids: Iterable[int], now: datetime) -> None:
    """Set people aside; their cards leave the board and their reminders pause."""
    _mark(session, list(ids), now, archived_at=now)


def unarchive(session: Session, ids: Iterable[int], now: datetime) -> None:
    """Bring people back from the archive, with their cards and reminders."""
    _mark(session, list(ids), now, archived_at=None)


def trash(session: Session, ids: Iterable[int], now: datetime) -> None:
    """Put people in the trash, whence they can be restored for 30 days."""
    _mark(session, list(ids), now, deleted_at=now)


def restore(session: Session, ids: Iterable[int], now: datetime) -> None:
    """Take people out of the trash, back to where they were."""
    _mark(session, list(ids), now, deleted_at=None)


def erase(session: Session, ids: Iterable[int]) -> None:
    """Delete people for good: everything about them, in the journal and the drafts too.

    For ``transaction(None)``, because there is no way back; ``Database.forget`` then empties
    the write-ahead log.
    """
    chosen = list(ids)
    entries = select(Activity.id).where(Activity.contact_id.in_(among(chosen)))
    for kind, records in (("contact", among(chosen)), ("activity", entries)):
        session.execute(
            delete(Draft).where(Draft.kind == kind, Draft.record_id.in_(records)),
            execution_options=_BULK,
        )
    session.flush()
    journal.erase(driver_connection(session), "contact", chosen)


def expired(session: Session, now: datetime) -> list[int]:
    """Return who has been in the trash for 30 days."""
    limit = now - timedelta(days=TRASH_DAYS)
    return list(session.scalars(select(Contact.id).where(Contact.deleted_at <= limit)))


def purge_trash(session: Session, now: datetime) -> list[int]:
    """Delete for good who has been in the trash for 30 days; return their ids."""
    ids = expired(session, now)
    if ids:
        erase(session, ids)
    return ids


_BULK = {"synchronize_session": False}


def _mark(session: Session, ids: list[int], now: datetime, **marks: datetime | None) -> None:
    chosen = Contact.id.in_(among(ids))
    session.execute(
        update(Contact).where(chosen).values(**marks, updated_at=now), execution_options=_BULK
    )
    aside = (
        select(or_(Contact.archived_at.is_not(None), Contact.deleted_at.is_not(None)))
        .where(Contact.id == Candidate.contact_id)
        .scalar_subquery()
    )
    session.execute(
        update(Candidate)
        .where(Candidate.contact_id.in_(among(ids)), Candidate.set_aside != aside)
        .values(set_aside=aside),
        execution_options=_BULK,
    )
    _mark_reminders(session, ids)


def _mark_reminders(session: Session, ids: list[int]) -> None:
    away = select(Contact.id).where(
        Contact.id.in_(among(ids)),
        or_(Contact.archived_at.is_not(None), Contact.deleted_at.is_not(None)),
    )
    cards_of = select(Candidate.id).where(Candidate.contact_id.in_(among(ids)))
    cards_away = select(Candidate.id).where(Candidate.contact_id.in_(away))
    theirs = or_(Reminder.contact_id.in_(among(ids)), Reminder.candidate_id.in_(cards_of))
    # NULL IN (...) is NULL, and so is its NOT: 0 is nobody's id.
    paused = or_(
        func.coalesce(Reminder.contact_id, 0).in_(away),
        func.coalesce(Reminder.candidate_id, 0).in_(cards_away),
    )
    for value, condition in ((True, paused), (False, ~paused)):
        session.execute(
            update(Reminder)
            .where(theirs, Reminder.set_aside != value, condition)
            .values(set_aside=value),
            execution_options=_BULK,
        )
