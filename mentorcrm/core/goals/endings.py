"""How a goal ends: reached, let go, or renewed; never lost, and never for good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from mentorcrm.core.checks import clean_text
from mentorcrm.core.errors import UserError
from mentorcrm.core.goals.goal import add, no_goal, update_goal
from mentorcrm.core.goals.links import GoalLink
from mentorcrm.core.i18n import _
from mentorcrm.core.schema import (
    Candidate,
    CandidateGoal,
    CheckIn,
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
    old = session.execute(select(*columns).where(Goal.id == goal_id)).one_or_none()
    if old is None:
        raise no_goal()
    reached = session.scalar(
        select(CheckIn.value)
        .where(CheckIn.goal_id == goal_id, CheckIn.value.is_not(None))
        .order_by(CheckIn.happened_on.desc(), CheckIn.id.desc())
        .limit(1)
    )
    fields = {name: getattr(old, name) for name in _COPIED if name != "title"}
    fields.update(start_value=old.start_value if reached is None else reached, due_on=due_on)
    new_id = add(session, old.title, now, **fields)
    update_goal(session, new_id, {"renewed_from_id": goal_id})
    _take_over(session, goal_id, new_id, now)
    values: dict[str, object] = {"updated_at": now}
    if old.status == "active":
        values.update(status="renewed", closed_on=today)
    update_goal(session, goal_id, values)
    return new_id


def _take_over(session: Session, old_id: int, new_id: int, now: datetime) -> None:
    obstacles: dict[int | None, int | None] = {None: None}
    query = select(Obstacle.id, Obstacle.text, Obstacle.rank).where(Obstacle.goal_id == old_id)
    for old, text, rank in session.execute(query).all():
        values = {"goal_id": new_id, "text": text, "rank": rank}
        obstacles[old] = session.execute(
            insert(Obstacle).values(values).returning(Obstacle.id)
        ).scalar_one()
    names = ("obstacle_id", "text", "difference", "kind", "must", "rank")
    columns = [getattr(Need, name) for name in names]
    for row in session.execute(select(Need.id, *columns).where(Need.goal_id == old_id)).all():
        values = {name: getattr(row, name) for name in names}
        values.update(goal_id=new_id, obstacle_id=obstacles[row.obstacle_id])
        need = session.execute(insert(Need).values(values).returning(Need.id)).scalar_one()
        _copy_links_of_need(session, row.id, need, now)
    _copy_links_of_goal(session, old_id, new_id)


def _copy_links_of_need(session: Session, old: int, new: int, now: datetime) -> None:
    marks = select(NeedMark.contact_id, NeedMark.level, NeedMark.note).where(
        NeedMark.need_id == old
    )
    for contact_id, level, note in session.execute(marks).all():
        values = {"contact_id": contact_id, "need_id": new, "level": level, "note": note}
        session.execute(insert(NeedMark).values(**values, updated_at=now))
    link = JobDescriptionNeed
    owners = select(link.job_description_id).where(link.need_id == old)
    for owner in session.scalars(owners).all():
        session.execute(insert(link).values(job_description_id=owner, need_id=new))


def _copy_links_of_goal(session: Session, old: int, new: int) -> None:
    serving = JobDescriptionGoal
    owners = select(serving.job_description_id).where(serving.goal_id == old)
    for owner in session.scalars(owners).all():
        session.execute(insert(serving).values(job_description_id=owner, goal_id=new))
    link = CandidateGoal
    people = (
        select(link.candidate_id)
        .join(Candidate, Candidate.id == link.candidate_id)
        .where(link.goal_id == old)
    )
    for candidate in session.scalars(people).all():
        session.execute(insert(link).values(candidate_id=candidate, goal_id=new))
