"""What is on the board: keys, cards, counts and full rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, func, literal_column, select
from sqlalchemy.orm import Session

from mentorcrm.core.board.filters import (
    NAMED_IDS,
    ON_BOARD,
    OPEN_FOLLOW_UP,
    conditions,
    named,
    sort_value,
    source,
)
from mentorcrm.core.cards import BoardFilter, Card, CardGoal, Key
from mentorcrm.core.errors import NotFound
from mentorcrm.core.i18n import _
from mentorcrm.core.ids import among
from mentorcrm.core.schema import (
    STAGES,
    Candidate,
    CandidateGoal,
    Contact,
    Goal,
    JobDescription,
    Reminder,
)

EVERYTHING = BoardFilter()

_CARDS = (
    select(
        Candidate.id,
        Candidate.contact_id,
        Candidate.stage,
        Contact.name,
        Contact.position,
        Contact.company,
        Candidate.next_step,
        Candidate.sub_state,
        Reminder.due_at,
    )
    .join(Contact, Contact.id == Candidate.contact_id)
    .outerjoin(Reminder, OPEN_FOLLOW_UP)
    .where(Candidate.id.in_(NAMED_IDS), ON_BOARD)
)
_GOALS = (
    select(CandidateGoal.candidate_id, Goal.id, Goal.title, Goal.hue)
    .join(Goal, Goal.id == CandidateGoal.goal_id)
    .where(CandidateGoal.candidate_id.in_(NAMED_IDS))
    .order_by(CandidateGoal.candidate_id, Goal.rank, Goal.id)
)


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """A candidate with all that belongs to it, for the detail pane, exports and the CLI."""

    id: int
    contact_id: int
    name: str
    position: str
    company: str
    stage: str
    sub_state: str
    next_step: str
    follow_up_at: datetime | None
    goals: tuple[str, ...]
    goal_ids: tuple[int, ...]
    job_description_id: int | None
    job_description: str
    asked_at: datetime | None
    ask_channel: str
    decline_reason: str
    revisit_on: date | None
    stage_changed_at: datetime
    created_at: datetime


def sort_keys(
    session: Session,
    stage: str,
    chosen: BoardFilter = EVERYTHING,
    sort: str = "manual",
    ids: Sequence[int] | None = None,
) -> list[Key]:
    """Return ``(sort value, id)`` of the cards of a column in order; only of ``ids`` if given."""
    value = sort_value(sort)
    statement = select(value, Candidate.id).select_from(source(sort))
    if ids is None:
        ordered = statement.where(*conditions(stage, chosen)).order_by(value, Candidate.id)
        return [(row[0], row[1]) for row in session.execute(ordered)]
    # Sorted here, so that SQLite looks the few ids up instead of walking the column in order.
    few = statement.where(*conditions(None, chosen), Candidate.id.in_(among(ids)))
    rows = session.execute(few.add_columns(Candidate.stage))
    return sorted((row[0], row[1]) for row in rows if row[2] == stage)


def keys(
    session: Session, stage: str, chosen: BoardFilter = EVERYTHING, sort: str = "manual"
) -> list[int]:
    """Return the ids of the cards of a column in order."""
    return [key[1] for key in sort_keys(session, stage, chosen, sort)]


def cards(session: Session, ids: Sequence[int]) -> dict[int, Card]:
    """Return the cards of ``ids`` that are on the board."""
    goals = _goals(session, ids)
    found = {}
    for row in session.execute(_CARDS, named(ids)):
        titles = tuple(CardGoal(title, hue) for _id, title, hue in goals.get(row[0], ()))
        found[row[0]] = Card(*row, goals=titles)
    return found


def counts(session: Session, chosen: BoardFilter = EVERYTHING) -> dict[str, int]:
    """Return how many cards each stage has, in the order of the stages."""
    statement = (
        select(Candidate.stage, func.count())
        .where(*conditions(None, chosen))
        .group_by(Candidate.stage)
    )
    found = {row[0]: row[1] for row in session.execute(statement)}
    return {stage: found.get(stage, 0) for stage in STAGES}


def late(session: Session, now: datetime, chosen: BoardFilter = EVERYTHING) -> int:
    """Return how many of the cards have a follow-up that came due."""
    statement = (
        select(func.count())
        .select_from(Reminder)
        .join(Candidate, Candidate.id == Reminder.candidate_id)
        .where(
            literal_column("reminder.kind = 'follow_up'"),
            literal_column("reminder.done_at IS NULL"),
            literal_column("reminder.set_aside = 0"),
            Reminder.due_at <= now,
            *conditions(None, chosen),
        )
    )
    return session.execute(statement).scalar_one()


def candidates(
    session: Session, stage: str | None = None, chosen: BoardFilter = EVERYTHING
) -> list[CandidateRow]:
    """Return the candidates of a stage (None for all), by stage and then as they stand."""
    stages = STAGES if stage is None else (stage,)
    found = []
    for each in stages:
        found.extend(_rows(session, keys(session, each, chosen)))
    return found


def candidate(session: Session, candidate_id: int) -> CandidateRow:
    """Return one candidate, on the board or set aside; raise NotFound when it is gone."""
    rows = _rows(session, [candidate_id])
    if not rows:
        raise NotFound(_("This mentor is no longer on the board."))
    return rows[0]


def of_contact(session: Session, contact_id: int) -> list[CandidateRow]:
    """Return the candidates that a contact is, oldest first."""
    statement = (
        select(Candidate.id).where(Candidate.contact_id == contact_id).order_by(Candidate.id)
    )
    return _rows(session, list(session.execute(statement).scalars()))


def _rows(session: Session, ids: Sequence[int]) -> list[CandidateRow]:
    goals = _goals(session, ids)
    found = {}
    for row in session.execute(_row_statement().where(Candidate.id.in_(among(ids)))):
        own = goals.get(row.id, ())
        found[row.id] = CandidateRow(
            **row._mapping,
            goals=tuple(title for _id, title, _hue in own),
            goal_ids=tuple(goal_id for goal_id, _title, _hue in own),
        )
    return [found[each] for each in ids if each in found]


def _row_statement() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Candidate.id,
            Candidate.contact_id,
            Contact.name,
            Contact.position,
            Contact.company,
            Candidate.stage,
            Candidate.sub_state,
            Candidate.next_step,
            Reminder.due_at.label("follow_up_at"),
            Candidate.job_description_id,
            func.coalesce(JobDescription.title, "").label("job_description"),
            Candidate.asked_at,
            Candidate.ask_channel,
            Candidate.decline_reason,
            Candidate.revisit_on,
            Candidate.stage_changed_at,
            Candidate.created_at,
        )
        .join(Contact, Contact.id == Candidate.contact_id)
        .outerjoin(JobDescription, JobDescription.id == Candidate.job_description_id)
        .outerjoin(Reminder, OPEN_FOLLOW_UP)
    )


def _goals(session: Session, ids: Sequence[int]) -> dict[int, list[tuple[int, str, int]]]:
    found: dict[int, list[tuple[int, str, int]]] = {}
    for candidate_id, goal_id, title, hue in session.execute(_GOALS, named(ids)):
        found.setdefault(candidate_id, []).append((goal_id, title, hue))
    return found
