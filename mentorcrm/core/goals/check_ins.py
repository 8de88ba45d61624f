"""How far a goal is, day by day."""

from __future__ import annotations

import math
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete as delete_from, insert, select, update
from sqlalchemy.orm import Session

from mentorcrm.core import drafts
from mentorcrm.core.checks import clean_text
from mentorcrm.core.errors import NotFound, UserError
from mentorcrm.core.goals.goal import update_goal
from mentorcrm.core.goals.rows import CheckInRow
from mentorcrm.core.i18n import _
from mentorcrm.core.schema import CheckIn

_FIELDS = frozenset({"happened_on", "value", "note"})


def add_check_in(
    session: Session,
    goal_id: int,
    happened_on: date,
    now: datetime,
    *,
    value: float | None = None,
    note: str = "",
) -> int:
    """Add a check-in with a value, a note or both, and return its id."""
    values = _checked({"value": value, "note": note})
    if value is None and not note.strip():
        raise UserError(_("Give a value or write a few words."))
    update_goal(session, goal_id, {"updated_at": now})
    values.update(goal_id=goal_id, happened_on=happened_on, created_at=now)
    made = session.execute(insert(CheckIn).values(values).returning(CheckIn.id)).scalar_one()
    # Ids are given again: what was being typed into one deleted since is not for this one.
    drafts.discard(session, "check_in", made)
    return made


def edit_check_in(session: Session, check_in_id: int, now: datetime, **fields: Any) -> None:
    """Change the day, the value or the note of a check-in."""
    query = update(CheckIn).where(CheckIn.id == check_in_id).values(_checked(fields))
    goal_id = session.execute(query.returning(CheckIn.goal_id)).scalar_one_or_none()
    if goal_id is None:
        raise _no_check_in()
    update_goal(session, goal_id, {"updated_at": now})


def delete_check_in(session: Session, check_in_id: int, now: datetime) -> None:
    """Delete a check-in."""
    query = delete_from(CheckIn).where(CheckIn.id == check_in_id).returning(CheckIn.goal_id)
    goal_id = session.execute(query).scalar_one_or_none()
    if goal_id is None:
        raise _no_check_in()
    update_goal(session, goal_id, {"updated_at": now})


def check_ins(session: Session, goal_id: int) -> list[CheckInRow]:
    """Return the check-ins of a goal, oldest first."""
    query = (
        select(CheckIn.id, CheckIn.happened_on, CheckIn.value, CheckIn.note)
        .where(CheckIn.goal_id == goal_id)
        .order_by(CheckIn.happened_on, CheckIn.id)
    )
    return [CheckInRow(*row) for row in session.execute(query)]


def _checked(fields: dict[str, Any]) -> dict[str, Any]:
    unknown = fields.keys() - _FIELDS
    if unknown:
        raise TypeError(f"a check-in has no field {sorted(unknown)}")
    value = fields.get("value")
    if value is not None and not math.isfinite(value):
        raise UserError(_("A measure is a number such as 12 or 0.5."))
    clean_text(fields.get("note", ""), _("This text"))
    return dict(fields)


def _no_check_in() -> NotFound:
    return NotFound(_("This check-in is not there any more."))
