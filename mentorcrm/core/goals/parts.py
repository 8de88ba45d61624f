"""Obstacles of a goal and needs that follow from them: two short ordered lists."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import delete as delete_from, func, insert, select, update
from sqlalchemy.orm import Session

from mentorcrm.core import drafts
from mentorcrm.core.checks import clean_line, clean_text
from mentorcrm.core.errors import NotFound, UserError
from mentorcrm.core.goals.goal import update_goal
from mentorcrm.core.i18n import _
from mentorcrm.core.schema import NEED_KINDS, Need, Obstacle

_NEED_FIELDS = frozenset({"text", "difference", "kind", "must", "obstacle_id"})


def add_obstacle(session: Session, goal_id: int, text: str, now: datetime) -> int:
    """Add an obstacle at the end of a goal's list and return its id."""
    update_goal(session, goal_id, {"updated_at": now})
    values = {
        "goal_id": goal_id,
        "text": _line(text),
        "rank": _last_rank(session, Obstacle, goal_id),
    }
    return _added(session, Obstacle, values)


def edit_obstacle(session: Session, obstacle_id: int, text: str, now: datetime) -> None:
    """Change the words of an obstacle."""
    _update_part(session, Obstacle, obstacle_id, {"text": _line(text)}, now)


def move_obstacle(session: Session, obstacle_id: int, before_id: int | None, now: datetime) -> None:
    """Put an obstacle before ``before_id``, or at the end."""
    _move(session, Obstacle, obstacle_id, before_id, now)


def delete_obstacle(session: Session, obstacle_id: int, now: datetime) -> None:
    """Delete an obstacle; needs that followed from it stay."""
    _delete_part(session, Obstacle, obstacle_id, now)


def add_need(
    session: Session,
    goal_id: int,
    text: str,
    now: datetime,
    *,
    difference: str = "",
    kind: str = "skill",
    must: bool = True,
    obstacle_id: int | None = None,
) -> int:
    """Add a need at the end of a goal's list and return its id."""
    values = _checked_need(
        {
            "text": text,
            "difference": difference,
            "kind": kind,
            "must": must,
            "obstacle_id": obstacle_id,
        }
    )
    update_goal(session, goal_id, {"updated_at": now})
    values.update(goal_id=goal_id, rank=_last_rank(session, Need, goal_id))
    return _added(session, Need, values)


def edit_need(session: Session, need_id: int, now: datetime, **fields: Any) -> None:
    """Change the given fields of a need: text, difference, kind, must, obstacle_id."""
    _update_part(session, Need, need_id, _checked_need(fields), now)


def move_need(session: Session, need_id: int, before_id: int | None, now: datetime) -> None:
    """Put a need before ``before_id``, or at the end."""
    _move(session, Need, need_id, before_id, now)


def delete_need(session: Session, need_id: int, now: datetime) -> None:
    """Delete a need."""
    _delete_part(session, Need, need_id, now)


def _checked_need(fields: dict[str, Any]) -> dict[str, Any]:
    unknown = fields.keys() - _NEED_FIELDS
    if unknown:
        raise TypeError(f"a need has no field {sorted(unknown)}")
    values = dict(fields)
    if "text" in values:
        values["text"] = _line(values["text"])
    clean_text(values.get("difference", ""), _("This text"))
    if values.get("kind", "skill") not in NEED_KINDS:
        raise UserError(_("There is no such kind of need."))
    return values


def _line(text: str) -> str:
    line = clean_line(text, _("This line"))
    if not line:
        raise UserError(_("Write a few words first."))
    return line


def _added(session: Session, part: type[Obstacle | Need], values: dict[str, Any]) -> int:
    made = session.execute(insert(part).values(values).returning(part.id)).scalar_one()
    # Ids are given again: what was half typed for one deleted since is not for this one.
    drafts.discard(session, part.__tablename__, made)
    return made


def _update_part(
    session: Session,
    part: type[Obstacle | Need],
    part_id: int,
    values: dict[str, Any],
    now: datetime,
) -> None:
    query = update(part).where(part.id == part_id).values(values).returning(part.goal_id)
    goal_id = session.execute(query).scalar_one_or_none()
    if goal_id is None:
        raise NotFound(_("This line is not there any more."))
    update_goal(session, goal_id, {"updated_at": now})


def _delete_part(
    session: Session, part: type[Obstacle | Need], part_id: int, now: datetime
) -> None:
    query = delete_from(part).where(part.id == part_id).returning(part.goal_id)
    goal_id = session.execute(query).scalar_one_or_none()
    if goal_id is None:
        raise NotFound(_("This line is not there any more."))
    update_goal(session, goal_id, {"updated_at": now})


def _last_rank(session: Session, part: type[Obstacle | Need], goal_id: int) -> float:
    last = session.execute(select(func.max(part.rank)).where(part.goal_id == goal_id)).scalar_one()
    return (last or 0.0) + 1.0


def _move(
    session: Session,
    part: type[Obstacle | Need],
    part_id: int,
    before_id: int | None,
    now: datetime,
) -> None:
    """Renumber the whole list: it is short, and whole numbers never run out."""
    goal_id = session.execute(select(part.goal_id).where(part.id == part_id)).scalar_one_or_none()
    if goal_id is None:
        raise NotFound(_("This line is not there any more."))
    listed = select(part.id, part.rank).where(part.goal_id == goal_id).order_by(part.rank, part.id)
    ranks: dict[int, float] = {row.id: row.rank for row in session.execute(listed)}
    order = [other for other in ranks if other != part_id]
    place = order.index(before_id) if before_id in order else len(order)
    order.insert(place, part_id)
    for rank, other in enumerate(order, start=1):
        if ranks[other] != rank:
            session.execute(update(part).where(part.id == other).values(rank=float(rank)))
    update_goal(session, goal_id, {"updated_at": now})
