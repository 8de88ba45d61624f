"""Read job descriptions with what they serve and who is considered for them."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentorcrm.core.job_descriptions.row import no_description
from mentorcrm.core.job_descriptions.rows import (
    DescriptionDetail,
    DescriptionRow,
    LinkedCandidate,
    LinkedGoal,
    LinkedNeed,
)
from mentorcrm.core.job_descriptions.sections import ordered, written_sections
from mentorcrm.core.schema import (
    SECTIONS,
    Candidate,
    Contact,
    Goal,
    JobDescription,
    JobDescriptionGoal,
    JobDescriptionNeed,
    Need,
)

_COLUMNS = tuple(
    getattr(JobDescription, name)
    for name in DescriptionDetail.__dataclass_fields__
    if name not in ("order", "goals", "needs", "candidates")
)


def descriptions(session: Session) -> list[DescriptionRow]:
    """Return all job descriptions, oldest first."""
    links = _linked_goals(session, None)
    mentors = _mentor_counts(session)
    query = select(*_COLUMNS).order_by(JobDescription.created_at, JobDescription.id)
    return [
        DescriptionRow(
            id=row.id,
            title=row.title,
            written=len(written_sections({name: getattr(row, name) for name in SECTIONS})),
            goals=links.get(row.id, ()),
            mentors=mentors.get(row.id, 0),
            updated_at=row.updated_at,
        )
        for row in session.execute(query)
    ]


def detail(session: Session, description_id: int) -> DescriptionDetail:
    """Return a job description with the goals it serves."""
    row = session.execute(
        select(*_COLUMNS, JobDescription.section_order).where(JobDescription.id == description_id)
    ).one_or_none()
    if row is None:
        raise no_description()
    values = row._asdict()
    order = ordered(values.pop("section_order"))
    return DescriptionDetail(
        **values,
        order=order,
        goals=_linked_goals(session, description_id).get(description_id, ()),
        needs=_linked_needs(session, description_id),
        candidates=_linked_candidates(session, description_id),
    )


def _linked_goals(
    session: Session, description_id: int | None
) -> dict[int, tuple[LinkedGoal, ...]]:
    link = JobDescriptionGoal
    query = (
        select(link.job_description_id, Goal.id, Goal.title, Goal.hue)
        .join(Goal, Goal.id == link.goal_id)
        .order_by(Goal.rank, Goal.id)
    )
    if description_id is not None:
        query = query.where(link.job_description_id == description_id)
    found: dict[int, tuple[LinkedGoal, ...]] = {}
    for owner, goal_id, title, hue in session.execute(query):
        found[owner] = (*found.get(owner, ()), LinkedGoal(goal_id, title, hue))
    return found


def _mentor_counts(session: Session) -> dict[int, int]:
    query = (
        select(Candidate.job_description_id, func.count())
        .where(Candidate.job_description_id.is_not(None), Candidate.set_aside.is_(False))
        .group_by(Candidate.job_description_id)
    )
    return {owner: number for owner, number in session.execute(query) if owner is not None}


def _linked_needs(session: Session, description_id: int) -> tuple[LinkedNeed, ...]:
    query = (
        select(Need.id, Need.text, Need.kind, Need.must, Need.goal_id)
        .join(JobDescriptionNeed, JobDescriptionNeed.need_id == Need.id)
        .join(Goal, Goal.id == Need.goal_id)
        .where(JobDescriptionNeed.job_description_id == description_id)
        .order_by(Goal.rank, Goal.id, Need.rank, Need.id)
    )
    return tuple(LinkedNeed(*row) for row in session.execute(query))


def _linked_candidates(session: Session, description_id: int) -> tuple[LinkedCandidate, ...]:
    person = (Contact.id, Contact.name, Contact.position, Contact.company)
    query = (
        select(Candidate.id, *person, Candidate.stage)
        .join(Contact, Contact.id == Candidate.contact_id)
        .where(Candidate.job_description_id == description_id, Candidate.set_aside.is_(False))
        .order_by(Contact.sort_name, Candidate.id)
    )
    return tuple(LinkedCandidate(*row) for row in session.execute(query))
