"""Read goals with all that hangs on them."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from mentorcrm.core.goals.goal import no_goal
from mentorcrm.core.goals.pace import Course, course_of
from mentorcrm.core.goals.rows import (
    ActivityLink,
    DescriptionLink,
    GoalDetail,
    GoalRow,
    MentorRow,
    NeedRow,
    ObstacleRow,
)
from mentorcrm.core.schema import (
    GOAL_STATUSES,
    Activity,
    ActivityGoal,
    Candidate,
    CandidateGoal,
    CheckIn,
    Contact,
    Goal,
    JobDescription,
    JobDescriptionGoal,
    Need,
    Obstacle,
)

_GOAL_COLUMNS = tuple(
    getattr(Goal, name)
    for name in GoalDetail.__dataclass_fields__
    if name not in ("current_value", "obstacles", "needs", "mentors", "descriptions", "activities")
)


def current_value() -> ColumnElement[float | None]:
    """Return the value of a goal's newest check-in that has one, as a column of ``goal``."""
    return (
        select(CheckIn.value)
        .where(CheckIn.goal_id == Goal.id, CheckIn.value.is_not(None))
        .order_by(CheckIn.happened_on.desc(), CheckIn.id.desc())
        .limit(1)
        .correlate(Goal)
        .scalar_subquery()
        .label("current_value")
    )


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
    own = [
        name for name in GoalRow.__dataclass_fields__ if name not in ("current_value", "mentors")
    ]
    query = select(*(getattr(Goal, name) for name in own), current_value(), mentors)
    if status is not None:
        query = query.where(Goal.status == status)
    order = {name: place for place, name in enumerate(GOAL_STATUSES)}
    rows = [GoalRow(**row._asdict()) for row in session.execute(query.order_by(Goal.rank, Goal.id))]
    return sorted(rows, key=lambda row: order[row.status])


def detail(session: Session, goal_id: int) -> GoalDetail:
    """Return a goal with all that hangs on it."""
    row = session.execute(
        select(*_GOAL_COLUMNS, current_value()).where(Goal.id == goal_id)
    ).one_or_none()
    if row is None:
        raise no_goal()
    obstacles = session.execute(
        select(Obstacle.id, Obstacle.text)
        .where(Obstacle.goal_id == goal_id)
        .order_by(Obstacle.rank, Obstacle.id)
    )
    needs = session.execute(
        select(Need.id, Need.text, Need.difference, Need.kind, Need.must, Need.obstacle_id)
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
        activities=_activities(session, goal_id),
    )


def course(session: Session, goal_id: int, today: date, zone: ZoneInfo) -> Course:
    """Return the course of a goal up to ``today``, from its check-ins that have a value."""
    names = ("start_value", "target_value", "due_on", "created_at")
    row = session.execute(
        select(*(getattr(Goal, name) for name in names)).where(Goal.id == goal_id)
    ).one_or_none()
    if row is None:
        raise no_goal()
    values = (
        select(CheckIn.happened_on, CheckIn.value)
        .where(CheckIn.goal_id == goal_id, CheckIn.value.is_not(None))
        .order_by(CheckIn.happened_on, CheckIn.id)
    )
    return course_of(
        [(day, value) for day, value in session.execute(values) if value is not None],
        start=row.start_value,
        begun_on=row.created_at.astimezone(zone).date(),
        target=row.target_value,
        due_on=row.due_on,
        today=today,
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


def _activities(session: Session, goal_id: int) -> tuple[ActivityLink, ...]:
    """Return what was done for a goal: linked to it by hand, newest first."""
    query = (
        select(
            Activity.id,
            Activity.contact_id,
            Contact.name,
            Activity.kind,
            Activity.happened_at,
            Activity.title,
            Activity.body,
        )
        .join(ActivityGoal, ActivityGoal.activity_id == Activity.id)
        .join(Contact, Contact.id == Activity.contact_id)
        .where(ActivityGoal.goal_id == goal_id)
        .order_by(Activity.happened_at.desc(), Activity.id.desc())
    )
    return tuple(ActivityLink(*row) for row in session.execute(query))
