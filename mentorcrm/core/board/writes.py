"""Changing a card: adding it, what it says, what it is for, taking it off the board."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from mentorcrm.core import contacts, reminders
from mentorcrm.core.board.moves import check_stage
from mentorcrm.core.board.ranks import neighbours, ranks_between
from mentorcrm.core.errors import NotFound, UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.ids import among
from mentorcrm.core.schema import (
    SUB_STATES,
    Candidate,
    CandidateGoal,
    Contact,
    Goal,
    JobDescription,
)


def add(
    session: Session,
    contact_id: int,
    *,
    goal_ids: Iterable[int] = (),
    job_description_id: int | None = None,
    stage: str = "identified",
    now: datetime,
    zone: ZoneInfo | None = None,
) -> int:
    """Put a contact on the board, at the end of a stage, and return the candidate's id.

    Into Asked, ``zone`` sets the follow-up as a move there does.
    """
    check_stage(stage)
    _check_contact(session, contact_id, job_description_id)
    before, _after = neighbours(session, stage, None, ())
    rank = ranks_between(session, stage, before, None, [0])[0]
    card = Candidate(
        contact_id=contact_id,
        job_description_id=job_description_id,
        stage=stage,
        sub_state=SUB_STATES[stage][0],
        rank=rank,
        asked_at=now if stage == "asked" else None,
        stage_changed_at=now,
        created_at=now,
        updated_at=now,
    )
    session.add(card)
    session.flush()
    candidate_id = card.id
    _link_goals(session, candidate_id, goal_ids)
    session.execute(update(Contact).where(Contact.id == contact_id).values(updated_at=now))
    if stage == "asked" and zone is not None:
        reminders.plan_follow_up(session, candidate_id, now, zone)
    return candidate_id


def add_person(
    session: Session,
    name: str,
    *,
    position: str = "",
    company: str = "",
    goal_ids: Iterable[int] = (),
    job_description_id: int | None = None,
    stage: str = "identified",
    now: datetime,
    zone: ZoneInfo | None = None,
) -> int:
    """Add somebody new and put them on the board; return the candidate's id."""
    contact_id = contacts.add(session, name=name, position=position, company=company, now=now)
    return add(
        session,
        contact_id,
        goal_ids=goal_ids,
        job_description_id=job_description_id,
        stage=stage,
        now=now,
        zone=zone,
    )


def remove(session: Session, candidate_ids: Sequence[int]) -> None:
    """Take cards off the board for good; the people and their timelines stay."""
    session.execute(
        delete(Candidate).where(Candidate.id.in_(among(candidate_ids))),
        execution_options={"synchronize_session": False},
    )


def set_sub_state(
    session: Session, candidate_ids: Sequence[int], sub_state: str, now: datetime
) -> None:
    """Say where within their stage the candidates are."""
    for candidate_id in candidate_ids:
        stage, present = _one(session, candidate_id, Candidate.stage, Candidate.sub_state)
        if sub_state not in SUB_STATES[stage]:
            raise UserError(_("“{state}” does not belong to this stage.").format(state=sub_state))
        if sub_state != present:
            _set(session, candidate_id, now, sub_state=sub_state)


def set_next_step(session: Session, candidate_id: int, text: str, now: datetime) -> None:
    """Say what to do next about a candidate; empty text takes it away."""
    text = " ".join(text.split())
    (present,) = _one(session, candidate_id, Candidate.next_step)
    if text != present:
        _set(session, candidate_id, now, next_step=text)


def set_decline_reason(
    session: Session,
    candidate_id: int,
    reason: str,
    now: datetime,
    revisit_on: date | None = None,
) -> None:
    """Note why a candidate declined and when to try again."""
    reason = reason.strip()
    present = _one(session, candidate_id, Candidate.decline_reason, Candidate.revisit_on)
    if present != (reason, revisit_on):
        _set(session, candidate_id, now, decline_reason=reason, revisit_on=revisit_on)


def set_goals(session: Session, candidate_id: int, goal_ids: Iterable[int], now: datetime) -> None:
    """Say which goals a candidate could help with."""
    _one(session, candidate_id, Candidate.id)
    wanted = set(goal_ids)
    statement = select(CandidateGoal.goal_id).where(CandidateGoal.candidate_id == candidate_id)
    present = set(session.execute(statement).scalars())
    if wanted == present:
        return
    session.execute(
        delete(CandidateGoal).where(
            CandidateGoal.candidate_id == candidate_id,
            CandidateGoal.goal_id.in_(present - wanted),
        )
    )
    _link_goals(session, candidate_id, sorted(wanted - present))
    _set(session, candidate_id, now)


def set_job_description(
    session: Session, candidate_id: int, job_description_id: int | None, now: datetime
) -> None:
    """Say which ideal mentor the candidate is considered for, None for none in particular."""
    contact_id, present = _one(
        session, candidate_id, Candidate.contact_id, Candidate.job_description_id
    )
    if job_description_id != present:
        _check_contact(session, contact_id, job_description_id)
        _set(session, candidate_id, now, job_description_id=job_description_id)


def _check_contact(session: Session, contact_id: int, job_description_id: int | None) -> None:
    """Raise UserError unless the contact can be considered for the job description."""
    statement = select(Contact.name, Contact.deleted_at, Contact.archived_at)
    row = session.execute(statement.where(Contact.id == contact_id)).one_or_none()
    if row is None:
        raise NotFound(_("There is no such person."))
    if row.deleted_at is not None:
        raise UserError(_("{name} is in the trash. Restore them first.").format(name=row.name))
    if row.archived_at is not None:
        raise UserError(_("{name} is archived. Restore them first.").format(name=row.name))
    if job_description_id is not None and session.get(JobDescription, job_description_id) is None:
        raise NotFound(_("There is no such ideal mentor description."))
    wanted = Candidate.job_description_id.is_not_distinct_from(job_description_id)
    there = select(Candidate.id).where(Candidate.contact_id == contact_id, wanted)
    if session.execute(there).first() is None:
        return
    if job_description_id is None:
        raise UserError(_("{name} is already on the board.").format(name=row.name))
    raise UserError(
        _("{name} is already on the board for this ideal mentor.").format(name=row.name)
    )


def _link_goals(session: Session, candidate_id: int, goal_ids: Iterable[int]) -> None:
    wanted = list(dict.fromkeys(goal_ids))
    if not wanted:
        return
    known = session.execute(select(Goal.id).where(Goal.id.in_(wanted))).scalars().all()
    if len(known) < len(wanted):
        raise NotFound(_("There is no such goal."))
    rows = [{"candidate_id": candidate_id, "goal_id": goal_id} for goal_id in wanted]
    session.connection().execute(insert(CandidateGoal), rows)


def _one(
    session: Session, candidate_id: int, *columns: InstrumentedAttribute[Any]
) -> tuple[Any, ...]:
    row = session.execute(select(*columns).where(Candidate.id == candidate_id)).one_or_none()
    if row is None:
        raise NotFound(_("This mentor is no longer on the board."))
    return tuple(row)


def _set(session: Session, candidate_id: int, now: datetime, **values: object) -> None:
    session.execute(
        update(Candidate).where(Candidate.id == candidate_id).values(updated_at=now, **values)
    )
