"""Write goals."""

from __future__ import annotations

import math
from datetime import datetime
from typing import Any

from sqlalchemy import delete as delete_from, func, insert, select, update
from sqlalchemy.orm import Session

from mentorcrm.core import drafts
from mentorcrm.core.checks import clean_line, clean_text
from mentorcrm.core.errors import NotFound, UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.schema import (
    Goal,
)

HUES = 8
"""How many goal colours the theme has."""

TEXT_FIELDS = frozenset(
    {"title", "statement", "specific", "metric", "unit", "achievable", "relevant", "closing_note"}
)
VALUE_FIELDS = frozenset({"start_value", "target_value"})
_FIELDS = TEXT_FIELDS | VALUE_FIELDS | {"due_on", "hue"}


def add(session: Session, title: str, now: datetime, **fields: Any) -> int:
    """Add a goal at the end of the list, in the colour least used, and return its id."""
    values = _checked({"title": title, **fields})
    values.setdefault("hue", _free_hue(session))
    last = session.execute(select(func.max(Goal.rank))).scalar_one()
    values.update(rank=(last or 0.0) + 1.0, created_at=now, updated_at=now)
    made = session.execute(insert(Goal).values(values).returning(Goal.id)).scalar_one()
    # Ids are given again: what was half typed for a goal deleted since is not for this one.
    drafts.discard(session, "goal", made)
    return made


def edit(session: Session, goal_id: int, now: datetime, **fields: Any) -> None:
    """Change the given fields of a goal."""
    values = _checked(fields)
    update_goal(session, goal_id, {**values, "updated_at": now})


def delete(session: Session, goal_id: int) -> None:
    """Delete a goal with its obstacles and needs; people and descriptions stay."""
    gone = session.execute(
        delete_from(Goal).where(Goal.id == goal_id).returning(Goal.id)
    ).one_or_none()
    if gone is None:
        raise no_goal()


def _checked(fields: dict[str, Any]) -> dict[str, Any]:
    unknown = fields.keys() - _FIELDS
    if unknown:
        raise TypeError(f"a goal has no field {sorted(unknown)}")
    values = dict(fields)
    for name in TEXT_FIELDS & values.keys():
        clean_text(values[name], _("This text"))
    if "title" in values:
        values["title"] = clean_line(values["title"], _("The title"))
        if not values["title"]:
            raise UserError(_("A goal needs a title. A few words are enough."))
    for name in VALUE_FIELDS & values.keys():
        if values[name] is not None and not math.isfinite(values[name]):
            raise UserError(_("A measure is a number such as 12 or 0.5."))
    if not 0 <= values.get("hue", 0) < HUES:
        raise UserError(_("There is no such colour."))
    return values


def _free_hue(session: Session) -> int:
    used: dict[int, int] = dict.fromkeys(range(HUES), 0)
    for hue, number in session.execute(select(Goal.hue, func.count()).group_by(Goal.hue)):
        used[hue] = number
    return min(used, key=lambda hue: (used[hue], hue))


def update_goal(session: Session, goal_id: int, values: dict[str, Any]) -> None:
    """Write ``values`` into the row of a goal, which must be there."""
    query = update(Goal).where(Goal.id == goal_id).values(values).returning(Goal.id)
    if session.execute(query).one_or_none() is None:
        raise no_goal()


def no_goal() -> NotFound:
    """Return the error for a goal that is not there."""
    return NotFound(_("This goal is not there any more."))
