"""What the board can be filtered by, each with the number of its cards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo

from sqlalchemy import func, literal_column, select
from sqlalchemy.orm import Session

from mentorcrm.core.board.filters import ON_BOARD, due_within
from mentorcrm.core.cards import DUES
from mentorcrm.core.schema import Candidate, CandidateGoal, ContactTag, Goal, Reminder, Tag


@dataclass(frozen=True, slots=True)
class Choice:
    """A goal or a tag to filter by."""

    id: int
    title: str
    count: int
    hue: int = 0


def goal_choices(session: Session) -> list[Choice]:
    """Return the goals in their order; those nobody is a card for have the count 0."""
    number = func.count(Candidate.id)
    statement = (
        select(Goal.id, Goal.title, number, Goal.hue)
        .outerjoin(CandidateGoal, CandidateGoal.goal_id == Goal.id)
        .outerjoin(Candidate, (Candidate.id == CandidateGoal.candidate_id) & ON_BOARD)
        .group_by(Goal.id)
        .order_by(Goal.rank, Goal.id)
    )
    return [Choice(*row) for row in session.execute(statement)]


def tag_choices(session: Session) -> list[Choice]:
    """Return the tags of people on the board, by name."""
    statement = (
        select(Tag.id, Tag.name, func.count())
        .join(ContactTag, ContactTag.tag_id == Tag.id)
        .join(Candidate, (Candidate.contact_id == ContactTag.contact_id) & ON_BOARD)
        .group_by(Tag.id)
        .order_by(Tag.folded)
    )
    return [Choice(*row) for row in session.execute(statement)]


def due_choices(session: Session, now: datetime, zone: tzinfo) -> dict[str, int]:
    """Return how many cards are due in each sense but ``any``."""
    statement = (
        select(func.count())
        .select_from(Reminder)
        .join(Candidate, (Candidate.id == Reminder.candidate_id) & ON_BOARD)
        .where(
            literal_column("reminder.kind = 'follow_up'"),
            literal_column("reminder.done_at IS NULL"),
            literal_column("reminder.set_aside = 0"),
        )
    )
    return {
        due: session.execute(statement.where(due_within(due, now, zone))).scalar_one()
        for due in DUES[1:]
    }
