"""How a goal ends: reached, let go, or renewed; never lost, and never for good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import insert, literal, select
from sqlalchemy.orm import Session

from mentorcrm.core.checks import clean_text
from mentorcrm.core.errors import UserError
from mentorcrm.core.goals.goal import add, no_goal, update_goal
from mentorcrm.core.goals.links import GoalLink
from mentorcrm.core.goals.parts import add_need, add_obstacle
from mentorcrm.core.goals.reads import current_value
from mentorcrm.core.i18n import _
from mentorcrm.core.schema import (
    CandidateGoal,
    Goal,
    JobDescriptionGoal,
    JobDescriptionNeed,
    Need,
    NeedMark,
    Obstacle,
)

_COPIED = (
    "title",
    "statement",
    "specific",
    "metric",
    "target_value",
    "unit",
    "achievable",
    "relevant",
    "hue",
)


@dataclass(frozen=True, slots=True)
class Chain:
    """What a goal goes on from, and what it was continued as, oldest first."""

    renewed_from: GoalLink | None
    continued_as: tuple[GoalLink, ...]


def chain(session: Session, goal_id: int) -> Chain:
    """Return the goals before and after a renewed one."""
    link = (Goal.id, Goal.title, Goal.hue)
    mine = select(Goal.renewed_from_id).where(Goal.id == goal_id).scalar_subquery()
    before = session.execute(select(*link).where(Goal.id == mine)).one_or_none()
    after = session.execute(select(*link).where(Goal.renewed_from_id == goal_id).order_by(Goal.id))
    return Chain(GoalLink(*before) if before else None, tuple(GoalLink(*row) for row in after))


def close(
    session: Session,
    goal_id: int,
    status: str,
    closed_on: date,
    now: datetime,
    note: str | None = None,
) -> None:
    """Close a goal as ``reached`` or ``dropped``; what belongs to it stays.

    Without ``note`` the words written at an earlier end stay too.
    """
    if status not in ("reached", "dropped"):
        raise UserError(_("A goal is closed as reached or let go."))
    values: dict[str, object] = {"status": status, "closed_on": closed_on, "updated_at": now}
    if note is not None:
        clean_text(note, _("This text"))
        values["closing_note"] = note
    update_goal(session, goal_id, values)


def move_closing(session: Session, goal_id: int, closed_on: date, now: datetime) -> None:
    """Say that a closed goal ended on another day."""
    status = session.scalar(select(Goal.status).where(Goal.id == goal_id))
    if status == "active":
        raise UserError(_("This goal is not closed."))
    update_goal(session, goal_id, {"closed_on": closed_on, "updated_at": now})


def reopen(session: Session, goal_id: int, now: datetime) -> None:
    """Take up a closed goal again."""
    values = {"status": "active", "closed_on": None, "updated_at": now}
    update_goal(session, goal_id, values)


def renew(session: Session, goal_id: int, due_on: date | None, today: date, now: datetime) -> int:
    """Go on with a goal under a new date and return the new goal's id.

    The old one is closed as renewed and keeps its check-ins; one that was closed before
    stays as it was. The new one begins where the old one stood, and takes over obstacles,
    needs, descriptions and people.
    """
    columns = [getattr(Goal, name) for name in (*_COPIED, "start_value", "status")]
    query = select(*columns, current_value()).where(Goal.id == goal_id)
    old = session.execute(query).one_or_none()
    if old is None:
        raise no_goal()
    fields = {name: getattr(old, name) for name in _COPIED}
    start = old.start_value if old.current_value is None else old.current_value
    new_id = add(session, now=now, start_value=start, due_on=due_on, **fields)
    update_goal(session, new_id, {"renewed_from_id": goal_id})
    _take_over(session, goal_id, new_id, now)
    values: dict[str, object] = {"updated_at": now}
    if old.status == "active":
        values.update(status="renewed", closed_on=today)
    update_goal(session, goal_id, values)
    return new_id


def _take_over(session: Session, old_id: int, new_id: int, now: datetime) -> None:
    obstacles: dict[int | None, int | None] = {None: None}
    query = select(Obstacle.id, Obstacle.text).where(Obstacle.goal_id == old_id)
    for old, text in session.execute(query.order_by(Obstacle.rank, Obstacle.id)).all():
        obstacles[old] = add_obstacle(session, new_id, text, now)
    needs = select(
        Need.id, Need.obstacle_id, Need.text, Need.difference, Need.kind, Need.must
    ).where(Need.goal_id == old_id)  # fmt: skip
    for row in session.execute(needs.order_by(Need.rank, Need.id)).all():
        need = add_need(
            session, new_id, row.text, now, difference=row.difference, kind=row.kind,
            must=row.must, obstacle_id=obstacles[row.obstacle_id],
        )  # fmt: skip
        _take_over_links_of_need(session, row.id, need)
    for link, owner in (
        (JobDescriptionGoal, "job_description_id"),
        (CandidateGoal, "candidate_id"),
    ):
        own = select(getattr(link, owner), literal(new_id)).where(link.goal_id == old_id)
        session.execute(insert(link).from_select([owner, "goal_id"], own))


def _take_over_links_of_need(session: Session, old: int, new: int) -> None:
    kept = (NeedMark.contact_id, NeedMark.level, NeedMark.note, NeedMark.updated_at)
    marks = select(*kept, literal(new)).where(NeedMark.need_id == old)
    session.execute(insert(NeedMark).from_select([*kept, NeedMark.need_id], marks))
    link = JobDescriptionNeed
    owners = select(link.job_description_id, literal(new)).where(link.need_id == old)
    session.execute(insert(link).from_select([link.job_description_id, link.need_id], owners))
