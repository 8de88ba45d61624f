"""Which cards are shown, and in which order, as parts of SQL statements."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    String,
    and_,
    bindparam,
    column,
    func,
    literal_column,
    select,
    type_coerce,
)
from sqlalchemy.sql.selectable import FromClause

from mentorcrm.core import search
from mentorcrm.core.cards import DUES, BoardFilter
from mentorcrm.core.ids import among
from mentorcrm.core.schema import Candidate, CandidateGoal, Contact, ContactTag, Reminder

# Written as literals, because SQLite uses a partial index only when its condition stands in
# the statement itself.
ON_BOARD: ColumnElement[bool] = literal_column("candidate.set_aside = 0")
OPEN_FOLLOW_UP: ColumnElement[bool] = and_(
    Reminder.candidate_id == Candidate.id,
    literal_column("reminder.kind = 'follow_up'"),
    literal_column("reminder.done_at IS NULL"),
)
_LAST = "9999"

# Statements of every drop are built once with this in place of ids: building one anew takes
# five times as long as running it.
NAMED_IDS = select(
    func.json_each(bindparam("ids", type_=String)).table_valued(column("value", Integer)).c.value
)


def named(ids: Iterable[int]) -> dict[str, str]:
    """Return the parameters of a statement that uses ``NAMED_IDS``."""
    return {"ids": json.dumps(list(ids))}


def span(due: str, now: datetime, zone: tzinfo) -> tuple[datetime | None, datetime]:
    """Return the moments between which a follow-up is due in the sense of ``due``."""
    if due == "overdue":
        return None, now
    midnight = datetime.combine(now.astimezone(zone).date(), time(), zone)
    days = 1 if due == "today" else 7
    return midnight.astimezone(UTC), (midnight + timedelta(days=days)).astimezone(UTC)


def due_within(due: str, now: datetime, zone: tzinfo) -> ColumnElement[bool]:
    """Return the condition that the open follow-up is due in the sense of ``due``."""
    start, end = span(due, now, zone)
    if start is None:
        return Reminder.due_at <= end
    return and_(Reminder.due_at >= start, Reminder.due_at < end)


def conditions(stage: str | None, chosen: BoardFilter) -> list[ColumnElement[bool]]:
    """Return the conditions on ``candidate`` for a stage (None for all) and a filter."""
    found = [ON_BOARD]
    if stage is not None:
        found.append(Candidate.stage == stage)
    if chosen.goal_id is not None:
        ids = select(CandidateGoal.candidate_id).where(CandidateGoal.goal_id == chosen.goal_id)
        found.append(Candidate.id.in_(ids))
    if chosen.tag_id is not None:
        people = select(ContactTag.contact_id).where(ContactTag.tag_id == chosen.tag_id)
        found.append(Candidate.contact_id.in_(people))
    if chosen.due != "any":
        found.append(Candidate.id.in_(_due_candidates(chosen)))
    if chosen.only is not None:
        found.append(Candidate.id.in_(among(sorted(chosen.only))))
    if chosen.text.strip():
        found.append(_mentions(chosen.text))
    return found


def _due_candidates(chosen: BoardFilter) -> Select[int | None]:
    if chosen.due not in DUES or chosen.now is None:
        raise ValueError(f"a filter by due needs one of {DUES} and the present moment")
    return select(Reminder.candidate_id).where(
        literal_column("reminder.kind = 'follow_up'"),
        literal_column("reminder.done_at IS NULL"),
        literal_column("reminder.set_aside = 0"),
        Reminder.candidate_id.is_not(None),
        due_within(chosen.due, chosen.now, chosen.zone),
    )


def _mentions(words: str) -> ColumnElement[bool]:
    return Candidate.contact_id.in_(search.everyone(words).columns(contact_id=Integer))


def sort_value(sort: str) -> ColumnElement[Any]:
    """Return what cards are ordered by, ascending, before their id."""
    if sort == "manual":
        return Candidate.__table__.c.rank
    if sort == "due":
        return func.coalesce(type_coerce(Reminder.due_at, String), _LAST)
    if sort == "name":
        return Contact.__table__.c.sort_name
    if sort == "last_contact":
        return func.coalesce(type_coerce(Contact.last_contact_at, String), "")
    raise ValueError(f"unknown sort {sort!r}")


def source(sort: str) -> FromClause:
    """Return the tables that ``sort`` needs; the manual order needs no join."""
    table: FromClause = Candidate.__table__
    if sort == "due":
        return table.outerjoin(Reminder, OPEN_FOLLOW_UP)
    if sort in ("name", "last_contact"):
        return table.join(Contact, Contact.id == Candidate.contact_id)
    return table
