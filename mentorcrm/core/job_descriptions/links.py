"""What a job description serves: goals, and the needs that follow from them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import delete as delete_from, insert, select
from sqlalchemy.orm import Session

from mentorcrm.core.errors import NotFound
from mentorcrm.core.i18n import _
from mentorcrm.core.job_descriptions.row import update_description
from mentorcrm.core.schema import Goal, JobDescriptionGoal, JobDescriptionNeed, Need


def set_goals(
    session: Session, description_id: int, goal_ids: Collection[int], now: datetime
) -> None:
    """Let a job description serve exactly these goals; needs of other goals go with them."""
    update_description(session, description_id, {"updated_at": now})
    link = JobDescriptionGoal
    mine = link.job_description_id == description_id
    linked = set(session.scalars(select(link.goal_id).where(mine)))
    gone = linked.difference(goal_ids)
    session.execute(delete_from(link).where(mine, link.goal_id.in_(gone)))
    orphans = select(Need.id).where(Need.goal_id.in_(gone))
    session.execute(
        delete_from(JobDescriptionNeed).where(
            JobDescriptionNeed.job_description_id == description_id,
            JobDescriptionNeed.need_id.in_(orphans),
        )
    )
    _link_goals(session, description_id, (goal for goal in goal_ids if goal not in linked))


def set_needs(
    session: Session, description_id: int, need_ids: Collection[int], now: datetime
) -> None:
    """Let a job description answer exactly these needs; their goals are served as well."""
    update_description(session, description_id, {"updated_at": now})
    link = JobDescriptionNeed
    mine = link.job_description_id == description_id
    linked = set(session.scalars(select(link.need_id).where(mine)))
    session.execute(delete_from(link).where(mine, link.need_id.in_(linked.difference(need_ids))))
    asked = select(Need.id, Need.goal_id).where(Need.id.in_(need_ids))
    goals = {need: goal for need, goal in session.execute(asked)}
    if not goals.keys() >= set(need_ids):
        raise NotFound(_("This need is not there any more."))
    new = [need for need in dict.fromkeys(need_ids) if need not in linked]
    if new:
        rows = [{"job_description_id": description_id, "need_id": need} for need in new]
        session.execute(insert(link), rows)
    served = set(
        session.scalars(
            select(JobDescriptionGoal.goal_id).where(
                JobDescriptionGoal.job_description_id == description_id
            )
        )
    )
    _link_goals(session, description_id, (goals[need] for need in new if goals[need] not in served))


def set_descriptions_of_need(
    session: Session, need_id: int, description_ids: Collection[int], now: datetime
) -> None:
    """Let a need be answered by exactly these job descriptions."""
    link = JobDescriptionNeed
    linked = set(session.scalars(select(link.job_description_id).where(link.need_id == need_id)))
    for description_id in linked.symmetric_difference(description_ids):
        needs = set(
            session.scalars(select(link.need_id).where(link.job_description_id == description_id))
        )
        set_needs(session, description_id, needs ^ {need_id}, now)


def _link_goals(session: Session, description_id: int, goal_ids: Iterable[int]) -> None:
    new = list(dict.fromkeys(goal_ids))
    known = set(session.scalars(select(Goal.id).where(Goal.id.in_(new))))
    if not known.issuperset(new):
        raise NotFound(_("This goal is not there any more."))
    if new:
        rows = [{"job_description_id": description_id, "goal_id": goal} for goal in new]
        session.execute(insert(JobDescriptionGoal), rows)
