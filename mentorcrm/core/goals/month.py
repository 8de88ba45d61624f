"""What happened with a goal in one month: check-ins, conversations, and what moved."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from mentorcrm.core.errors import UserError
from mentorcrm.core.goals.check_ins import check_ins
from mentorcrm.core.goals.pace import Course
from mentorcrm.core.goals.reads import course, detail
from mentorcrm.core.goals.rows import CheckInRow, GoalDetail
from mentorcrm.core.i18n import _
from mentorcrm.core.schema import (
    Action,
    Activity,
    ActivityGoal,
    Candidate,
    CandidateGoal,
    Contact,
    JournalRow,
    Need,
    Obstacle,
)

TALKS = ("meeting", "call", "message_in")
"""Kinds in which the other side said something."""


@dataclass(frozen=True, slots=True)
class Talk:
    """A meeting, a call, a message or a note of the month."""

    day: date
    kind: str
    contact_id: int
    name: str
    title: str
    body: str


@dataclass(frozen=True, slots=True)
class Mentor:
    """Whom a note is written to."""

    candidate_id: int
    contact_id: int
    name: str
    first_name: str
    next_step: str


@dataclass(frozen=True, slots=True)
class Moved:
    """Words of the obstacles and needs that came or went in the month."""

    new_obstacles: tuple[str, ...] = ()
    gone_obstacles: tuple[str, ...] = ()
    new_needs: tuple[str, ...] = ()
    gone_needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Month:
    """All that a progress note tells of."""

    first: date
    goal: GoalDetail
    course: Course
    """Up to the end of the month, or to today in the present one."""
    before: float | None
    """The newest value of earlier months."""
    check_ins: tuple[CheckInRow, ...]
    talks: tuple[Talk, ...]
    moved: Moved
    mentors: tuple[Mentor, ...]

    @property
    def is_quiet(self) -> bool:
        """Tell whether nothing was written down in this month."""
        return not (self.check_ins or self.talks or self.moved != Moved())


def usual_month(today: date) -> date:
    """Return the month to tell of: the present one, but at its beginning the one before."""
    return (today - timedelta(days=7)).replace(day=1)


def month_of(session: Session, goal_id: int, month: date, now: datetime, zone: ZoneInfo) -> Month:
    """Return what happened with a goal in the month that the day ``month`` lies in."""
    first = month.replace(day=1)
    today = now.astimezone(zone).date()
    if first > today:
        raise UserError(_("That month has not begun yet."))
    last = _next_month(first) - timedelta(days=1)
    until = min(last, today)
    goal = detail(session, goal_id)
    rows = check_ins(session, goal_id)
    earlier = [row.value for row in rows if row.happened_on < first and row.value is not None]
    begin, end = _moment(first, zone), _moment(_next_month(first), zone)
    is_older = goal.created_at < begin
    return Month(
        first=first,
        goal=goal,
        course=_up_to(course(session, goal_id, until, zone), until),
        before=earlier[-1] if earlier else None,
        check_ins=tuple(row for row in rows if first <= row.happened_on <= last),
        talks=_talks(session, goal_id, begin, end, zone),
        moved=_moved(session, goal_id, begin, end) if is_older else Moved(),
        mentors=mentors(session, goal_id),
    )


def mentors(session: Session, goal_id: int) -> tuple[Mentor, ...]:
    """Return who a note on this goal may be for.

    Those who said yes come first, and of them whom the user was in touch with last.
    """
    query = (
        select(
            Candidate.id,
            Contact.id,
            Contact.name,
            Contact.first_name,
            Candidate.next_step,
            Candidate.stage,
            Contact.last_contact_at,
        )
        .join(CandidateGoal, CandidateGoal.candidate_id == Candidate.id)
        .join(Contact, Contact.id == Candidate.contact_id)
        .where(CandidateGoal.goal_id == goal_id, Candidate.set_aside.is_(False))
        .where(Candidate.stage != "declined")
        .order_by(Contact.sort_name, Candidate.id)
    )
    rows = sorted(
        session.execute(query),
        key=lambda row: (
            row.stage != "accepted",
            -row.last_contact_at.timestamp() if row.last_contact_at else 0.0,
        ),
    )
    return tuple(Mentor(*row[:5]) for row in rows)


def _up_to(whole: Course, until: date) -> Course:
    points = tuple(point for point in whole.points if point.day <= until)
    return Course(points, whole.begin, whole.target, whole.due_on, until)


def _talks(
    session: Session, goal_id: int, begin: datetime, end: datetime, zone: ZoneInfo
) -> tuple[Talk, ...]:
    linked = select(ActivityGoal.activity_id).where(ActivityGoal.goal_id == goal_id)
    people = (
        select(Candidate.contact_id)
        .join(CandidateGoal, CandidateGoal.candidate_id == Candidate.id)
        .where(CandidateGoal.goal_id == goal_id, Candidate.set_aside.is_(False))
    )
    query = (
        select(
            Activity.happened_at, Activity.kind, Contact.id, Contact.name,
            Activity.title, Activity.body,
        )
        .join(Contact, Contact.id == Activity.contact_id)
        .where(Activity.happened_at >= begin, Activity.happened_at < end)
        .where(or_(Activity.id.in_(linked), Activity.contact_id.in_(people) & Activity.kind.in_(TALKS)))
        .order_by(Activity.happened_at, Activity.id)
    )  # fmt: skip
    return tuple(
        Talk(moment.astimezone(zone).date(), kind, person, name, title, body)
        for moment, kind, person, name, title, body in session.execute(query)
    )


def _moved(session: Session, goal_id: int, begin: datetime, end: datetime) -> Moved:
    """Read from the journal which obstacles and needs came and went, undone steps left out.

    What was written down together with the goal, as when it was renewed, is no news.
    """
    found = {}
    with_goal = select(JournalRow.action_id).where(
        JournalRow.table_name == "goal",
        JournalRow.op != "U",
        JournalRow.row_id <= goal_id,
        func.coalesce(JournalRow.last_id, JournalRow.row_id) >= goal_id,
    )
    for name, part in (("obstacles", Obstacle), ("needs", Need)):
        now_there = {
            row.id: row.text
            for row in session.execute(select(part.id, part.text).where(part.goal_id == goal_id))
        }
        query = (
            select(JournalRow.row_id, JournalRow.last_id, JournalRow.op, JournalRow.before)
            .join(Action, Action.id == JournalRow.action_id)
            .where(Action.happened_at >= begin, Action.happened_at < end)
            .where(Action.kind == "do", Action.state.in_(("done", "obsolete")))
            .where(Action.id.not_in(with_goal))
            .where(JournalRow.table_name == part.__tablename__, JournalRow.op != "U")
            .order_by(JournalRow.id)
        )
        came: set[int] = set()
        gone: dict[int, str] = {}
        for row_id, last_id, op, before in session.execute(query):
            if op == "D":
                row = json.loads(before or "{}")
                if row.get("goal_id") == goal_id and row_id not in came:
                    gone[row_id] = str(row.get("text", ""))
            else:
                came.update(range(row_id, (last_id or row_id) + 1))
        found[f"new_{name}"] = tuple(text for key, text in now_there.items() if key in came)
        found[f"gone_{name}"] = tuple(
            text for key, text in gone.items() if key not in now_there and text
        )
    return Moved(**found)


def _next_month(first: date) -> date:
    return (first + timedelta(days=32)).replace(day=1)


def _moment(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone).astimezone(UTC)
