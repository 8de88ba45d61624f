"""What is due, what is to come, and what one needs to know to act on it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Select, func, select
from sqlalchemy.orm import Session

from mentorcrm.core.errors import NotFound
from mentorcrm.core.i18n import _
from mentorcrm.core.ids import among
from mentorcrm.core.schema import Activity, Candidate, Contact, Reminder

FOLLOW_UP = "follow_up"
OPEN: tuple[ColumnElement[bool], ...] = (
    Reminder.done_at.is_(None),
    Reminder.set_aside.is_(False),
)


_NOTE_LENGTH = 200


@dataclass(frozen=True, slots=True)
class DueRow:
    """A reminder with what one needs to know to act on it."""

    id: int
    kind: str
    title: str
    due_at: datetime
    local_at: str
    zone: str
    contact_id: int | None
    candidate_id: int | None
    name: str
    position: str
    company: str
    stage: str
    next_step: str
    last_contact_at: datetime | None
    last_note: str
    notified_at: datetime | None

    @property
    def headline(self) -> str:
        """Return what to do in a few words."""
        if self.title:
            return self.title
        return _("Follow up with {name}").format(name=self.name)

    @property
    def role_line(self) -> str:
        """Return "position, company", whichever of them is known."""
        return ", ".join(part for part in (self.position, self.company) if part)


def due(session: Session, now: datetime, limit: int | None = None) -> list[DueRow]:
    """Return the open reminders whose time has come, the longest waiting first."""
    return rows(session, select_rows().where(*OPEN, Reminder.due_at <= now).limit(limit))


def upcoming(
    session: Session, now: datetime, until: datetime | None = None, limit: int | None = 100
) -> list[DueRow]:
    """Return the open reminders still to come, up to ``until`` when it is given."""
    wanted = select_rows().where(*OPEN, Reminder.due_at > now).limit(limit)
    if until is not None:
        wanted = wanted.where(Reminder.due_at < until)
    return rows(session, wanted)


def count_due(session: Session, now: datetime) -> int:
    """Return how many reminders' time has come."""
    wanted = select(func.count()).select_from(Reminder).where(*OPEN, Reminder.due_at <= now)
    return session.scalar(wanted) or 0


def row(session: Session, reminder_id: int) -> DueRow:
    """Return one reminder, open or done."""
    found = rows(session, select_rows().where(Reminder.id == reminder_id))
    if not found:
        raise NotFound(_("This reminder is not there any more."))
    return found[0]


def follow_ups(session: Session, candidate_ids: Collection[int]) -> Mapping[int, DueRow]:
    """Return the open follow-up of each of these candidates that has one."""
    wanted = select_rows().where(
        *OPEN, Reminder.kind == FOLLOW_UP, Reminder.candidate_id.in_(among(candidate_ids))
    )
    found = rows(session, wanted)
    return {each.candidate_id: each for each in found if each.candidate_id is not None}


def follow_up(session: Session, candidate_id: int) -> DueRow | None:
    """Return the candidate's open follow-up."""
    return follow_ups(session, [candidate_id]).get(candidate_id)


def select_rows() -> Select[Any]:
    """Return the query for reminders with their context, in the order of time."""
    last_note = (
        select(func.substr(Activity.body, 1, _NOTE_LENGTH))
        .where(Activity.contact_id == Reminder.contact_id, Activity.body != "")
        .order_by(Activity.happened_at.desc(), Activity.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    own = [getattr(Reminder, name) for name in _OWN]
    return (
        select(
            *own,
            func.coalesce(Contact.name, "").label("name"),
            func.coalesce(Contact.position, "").label("position"),
            func.coalesce(Contact.company, "").label("company"),
            func.coalesce(Candidate.stage, "").label("stage"),
            func.coalesce(Candidate.next_step, "").label("next_step"),
            Contact.last_contact_at,
            func.coalesce(last_note, "").label("last_note"),
        )
        .select_from(Reminder)
        .outerjoin(Contact, Contact.id == Reminder.contact_id)
        .outerjoin(Candidate, Candidate.id == Reminder.candidate_id)
        .order_by(Reminder.due_at, Reminder.id)
    )


_OWN = (
    *("id", "kind", "title", "due_at", "local_at", "zone"),
    *("contact_id", "candidate_id", "notified_at"),
)


def rows(session: Session, wanted: Select[Any]) -> list[DueRow]:
    """Return what ``wanted``, made by ``select_rows``, finds."""
    return [_row(mapping) for mapping in session.execute(wanted).mappings()]


def _row(mapping: RowMapping) -> DueRow:
    return DueRow(**mapping)
