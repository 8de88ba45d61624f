"""Write and read goals."""

from __future__ import annotations

import math
from datetime import datetime
from typing import Any

from sqlalchemy import delete as delete_from, func, insert, select, update
from sqlalchemy.orm import Session

from mentorcrm.core.checks import clean_line, clean_text
from mentorcrm.core.errors import NotFound, UserError
from mentorcrm.core.goals.rows import (
    DescriptionLink,
    GoalDetail,
    GoalRow,
    MentorRow,
    NeedRow,
    ObstacleRow,
)
from mentorcrm.core.i18n import _
from mentorcrm.core.schema import (
    GOAL_STATUSES,
    Candidate,
    CandidateGoal,
    Contact,
    Goal,
    JobDescription,
    JobDescriptionGoal,
    Need,
    Obstacle,
)

HUES = 8
"""How many goal colours the theme has."""

TEXT_FIELDS = frozenset({"title", "specific", "metric", "unit", "achievable", "relevant"})
VALUE_FIELDS = frozenset({"start_value", "current_value", "target_value"})
_FIELDS = TEXT_FIELDS | VALUE_FIELDS | {"due_on", "status", "hue"}

_GOAL_COLUMNS = tuple(
    getattr(Goal, name)
    for name in GoalDetail.__dataclass_fields__
    if name not in ("obstacles", "needs", "mentors", "descriptions")
)


def add(session: Session, title: str, now: datetime, **fields: Any) -> int:
    """Add a goal at the end of the list, in the colour least used, and return its id."""
    values = _checked({"title": title, **fields})
    values.setdefault("hue", _free_hue(session))
    last = session.execute(select(func.max(Goal.rank))).scalar_one()
    values.update(rank=(last or 0.0) + 1.0, created_at=now, updated_at=now)
    return session.execute(insert(Goal).values(values).returning(Goal.id)).scalar_one()


def edit(session: Session, goal_id: int, now: datetime, **fields: Any) -> None:
    """Change the given fields of a goal."""
    values = _checked(fields)
    update_goal(session, goal_id, {**values, "updated_at": now})


def set_progress(session: Session, goal_id: int, value: float | None, now: datetime) -> None:
    """Set how far the measure is now."""
    edit(session, goal_id, now, current_value=value)


def delete(session: Session, goal_id: int) -> None:
    """Delete a goal with its obstacles and needs; people and descriptions stay."""
    gone = session.execute(
        delete_from(Goal).where(Goal.id == goal_id).returning(Goal.id)
    ).one_or_none()
    if gone is None:
        raise _no_goal()


def goals(session: Session, status: str | None = None) -> list[GoalRow]:
    """Return the goals, active ones first, then in the user's order."""
    mentors = (
        select(func.count())
        .select_from(CandidateGoal)
        .join(Candidate, Candidate.id == CandidateGoal.candidate_id)
        .where(CandidateGoal.goal_id == Goal.id, Candidate.set_aside.is_(False))
        .correlate(Goal)
        .scalar_subquery()
        .label("mentors")
    )
    columns = [getattr(Goal, name) for name in GoalRow.__dataclass_fields__ if name != "mentors"]
    query = select(*columns, mentors)
    if status is not None:
        query = query.where(Goal.status == status)
    order = {name: place for place, name in enumerate(GOAL_STATUSES)}
    rows = [GoalRow(**row._asdict()) for row in session.execute(query.order_by(Goal.rank, Goal.id))]
    return sorted(rows, key=lambda row: order[row.status])


def detail(session: Session, goal_id: int) -> GoalDetail:
    """Return a goal with all that hangs on it."""
    row = session.execute(select(*_GOAL_COLUMNS).where(Goal.id == goal_id)).one_or_none()
    if row is None:
        raise _no_goal()
    obstacles = session.execute(
        select(Obstacle.id, Obstacle.text)
        .where(Obstacle.goal_id == goal_id)
        .order_by(Obstacle.rank, Obstacle.id)
    )
    needs = session.execute(
        select(Need.id, Need.text, Need.kind, Need.must, Need.obstacle_id)
        .where(Need.goal_id == goal_id)
        .order_by(Need.rank, Need.id)
    )
    links = session.execute(
        select(JobDescription.id, JobDescription.title)
        .join(JobDescriptionGoal, JobDescriptionGoal.job_description_id == JobDescription.id)
        .where(JobDescriptionGoal.goal_id == goal_id)
        .order_by(JobDescription.id)
    )
    return GoalDetail(
        **row._asdict(),
        obstacles=tuple(ObstacleRow(*item) for item in obstacles),
        needs=tuple(NeedRow(*item) for item in needs),
        mentors=_mentors(session, goal_id),
        descriptions=tuple(DescriptionLink(*item) for item in links),
    )


def _mentors(session: Session, goal_id: int) -> tuple[MentorRow, ...]:
    query = (
        select(
            Candidate.id,
            Contact.id,
            Contact.name,
            Contact.position,
            Contact.company,
            Candidate.stage,
        )
        .join(CandidateGoal, CandidateGoal.candidate_id == Candidate.id)
        .join(Contact, Contact.id == Candidate.contact_id)
        .where(CandidateGoal.goal_id == goal_id, Candidate.set_aside.is_(False))
        .order_by(Contact.sort_name, Candidate.id)
    )
    return tuple(MentorRow(*row) for row in session.execute(query))


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
    if values.get("status", "active") not in GOAL_STATUSES:
        raise UserError(_("A goal is active, reached or let go."))
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
        raise _no_goal()


def _no_goal() -> NotFound:
    return NotFound(_("This goal is not there any more."))
