"""What a goal is linked to, seen from both ends: activities, descriptions, people, needs."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete as delete_from, insert, select, update
from sqlalchemy.orm import Session

from mentorcrm.core import board, contacts, job_descriptions
from mentorcrm.core.errors import NotFound
from mentorcrm.core.goals.goal import no_goal, update_goal
from mentorcrm.core.goals.rows import DescriptionLink
from mentorcrm.core.i18n import _
from mentorcrm.core.schema import (
    Activity,
    ActivityGoal,
    Candidate,
    CandidateGoal,
    Contact,
    Goal,
    JobDescription,
    JobDescriptionGoal,
    JobDescriptionNeed,
    Need,
    NeedMark,
)


@dataclass(frozen=True, slots=True)
class GoalLink:
    """A goal as others name it."""

    id: int
    title: str
    hue: int


@dataclass(frozen=True, slots=True)
class PersonChoice:
    """Somebody who may be linked to a goal; ``candidate_id`` is None off the board."""

    contact_id: int
    candidate_id: int | None
    name: str
    position: str
    company: str
    stage: str | None


@dataclass(frozen=True, slots=True)
class MarkedNeed:
    """A need that the user has marked somebody for: level 0 not, 1 partly, 2 fully."""

    need_id: int
    text: str
    level: int
    note: str
    goal_id: int
    goal: str
    hue: int


def link_activity(
    session: Session, activity_id: int, goal_ids: Collection[int], now: datetime
) -> None:
    """Say which goals a meeting, a call or a note was about: exactly these."""
    touched = session.execute(
        update(Activity).where(Activity.id == activity_id).values(updated_at=now)
        .returning(Activity.id)
    ).one_or_none()  # fmt: skip
    if touched is None:
        raise NotFound(_("This timeline entry is not there any more."))
    link = ActivityGoal
    mine = link.activity_id == activity_id
    linked = set(session.scalars(select(link.goal_id).where(mine)))
    session.execute(delete_from(link).where(mine, link.goal_id.in_(linked.difference(goal_ids))))
    new = [goal for goal in dict.fromkeys(goal_ids) if goal not in linked]
    if len(list(session.scalars(select(Goal.id).where(Goal.id.in_(new))))) < len(new):
        raise no_goal()
    for goal in new:
        session.execute(insert(link).values(activity_id=activity_id, goal_id=goal))


def goals_of_activities(
    session: Session, activity_ids: Iterable[int]
) -> dict[int, tuple[GoalLink, ...]]:
    """Return the goals that each of these activities was about, in the user's order."""
    query = (
        select(ActivityGoal.activity_id, Goal.id, Goal.title, Goal.hue)
        .join(Goal, Goal.id == ActivityGoal.goal_id)
        .where(ActivityGoal.activity_id.in_(list(activity_ids)))
        .order_by(Goal.rank, Goal.id)
    )
    found: dict[int, tuple[GoalLink, ...]] = {}
    for owner, goal_id, title, hue in session.execute(query):
        found[owner] = (*found.get(owner, ()), GoalLink(goal_id, title, hue))
    return found


def set_descriptions(
    session: Session, goal_id: int, description_ids: Collection[int], now: datetime
) -> None:
    """Let exactly these job descriptions serve a goal."""
    update_goal(session, goal_id, {"updated_at": now})
    link = JobDescriptionGoal
    mine = select(link.job_description_id).where(link.goal_id == goal_id)
    linked = set(session.scalars(mine))
    for owner in linked.symmetric_difference(description_ids):
        served = set(session.scalars(select(link.goal_id).where(link.job_description_id == owner)))
        job_descriptions.set_goals(session, owner, sorted(served ^ {goal_id}), now)


def descriptions_of_needs(session: Session, goal_id: int) -> dict[int, tuple[DescriptionLink, ...]]:
    """Return the job descriptions that answer each need of a goal."""
    query = (
        select(Need.id, JobDescription.id, JobDescription.title)
        .join(JobDescriptionNeed, JobDescriptionNeed.need_id == Need.id)
        .join(JobDescription, JobDescription.id == JobDescriptionNeed.job_description_id)
        .where(Need.goal_id == goal_id)
        .order_by(JobDescription.id)
    )
    found: dict[int, tuple[DescriptionLink, ...]] = {}
    for need, owner, title in session.execute(query):
        found[need] = (*found.get(need, ()), DescriptionLink(owner, title))
    return found


def people_to_link(
    session: Session, goal_id: int, words: str = "", limit: int = 30
) -> list[PersonChoice]:
    """Return who may be linked to a goal and is not: cards on the board, then other people.

    Without ``words`` only the board is offered, which is short; with words everybody who
    matches them is looked through, at most ``limit``.
    """
    linked = select(CandidateGoal.candidate_id).where(CandidateGoal.goal_id == goal_id)
    query = (
        select(
            Contact.id, Candidate.id, Contact.name, Contact.position, Contact.company,
            Candidate.stage,
        )
        .join(Contact, Contact.id == Candidate.contact_id)
        .where(Candidate.set_aside.is_(False), Candidate.id.not_in(linked))
        .order_by(Contact.sort_name, Candidate.id)
    )  # fmt: skip
    if not words.strip():
        return [PersonChoice(*row) for row in session.execute(query.limit(limit))]
    people = contacts.matching(session, words, limit)
    ids = [person.id for person in people]
    cards = [PersonChoice(*row) for row in session.execute(query.where(Contact.id.in_(ids)))]
    on_board = set(
        session.scalars(select(Candidate.contact_id).where(Candidate.contact_id.in_(ids)))
    )
    others = [
        PersonChoice(row.id, None, row.name, row.position, row.company, None)
        for row in people
        if row.id not in on_board
    ]
    return [*cards, *others]


def link_person(
    session: Session, goal_id: int, contact_id: int, candidate_id: int | None, now: datetime
) -> int:
    """Link a card to a goal, or put a person on the board for it; return the card's id."""
    if candidate_id is None:
        return board.add(session, contact_id, goal_ids=(goal_id,), now=now)
    present = board.candidate(session, candidate_id).goal_ids
    board.set_goals(session, candidate_id, {*present, goal_id}, now)
    return candidate_id


def unlink_candidate(session: Session, goal_id: int, candidate_id: int, now: datetime) -> None:
    """Take a goal off a card, which stays on the board."""
    present = board.candidate(session, candidate_id).goal_ids
    board.set_goals(session, candidate_id, set(present) - {goal_id}, now)


def marked_needs(session: Session, contact_id: int) -> tuple[MarkedNeed, ...]:
    """Return the needs that the user has marked a person for, goal by goal."""
    query = (
        select(
            Need.id, Need.text, NeedMark.level, NeedMark.note, Goal.id, Goal.title, Goal.hue
        )
        .join(NeedMark, NeedMark.need_id == Need.id)
        .join(Goal, Goal.id == Need.goal_id)
        .where(NeedMark.contact_id == contact_id)
        .order_by(Goal.rank, Goal.id, NeedMark.level.desc(), Need.rank, Need.id)
    )  # fmt: skip
    return tuple(MarkedNeed(*row) for row in session.execute(query))
