"""The board, the timeline and the reminders."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Index, UniqueConstraint, func, text
from sqlalchemy.orm import Mapped, mapped_column

from mentorcrm.core.schema.base import (
    ACTIVITY_KINDS,
    MARK_LEVELS,
    STAGES,
    Base,
    cascade,
    one_of,
    one_of_numbers,
    set_null,
)


class Candidate(Base):
    """A card on the board: a contact considered for a job description."""

    __tablename__ = "candidate"
    __table_args__ = (one_of("stage", STAGES),)

    id: Mapped[int] = mapped_column(primary_key=True)
    contact_id: Mapped[int] = mapped_column(cascade("contact.id"))
    job_description_id: Mapped[int | None] = mapped_column(
        set_null("job_description.id"), index=True
    )
    stage: Mapped[str] = mapped_column(default="identified", server_default="identified")
    sub_state: Mapped[str] = mapped_column(default="found", server_default="found")
    rank: Mapped[float]
    next_step: Mapped[str] = mapped_column(default="", server_default="")
    asked_at: Mapped[datetime | None]
    ask_channel: Mapped[str] = mapped_column(default="", server_default="")
    decline_reason: Mapped[str] = mapped_column(default="", server_default="")
    revisit_on: Mapped[date | None]
    stage_changed_at: Mapped[datetime]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    set_aside: Mapped[bool] = mapped_column(default=False, server_default="0")
    """True while the contact is archived or in the trash: off the board, nothing lost."""


Index(
    "ix_candidate_unique",
    Candidate.__table__.c.contact_id,
    func.coalesce(Candidate.__table__.c.job_description_id, 0),
    unique=True,
)
Index(
    "ix_candidate_board",
    Candidate.__table__.c.stage,
    Candidate.__table__.c.rank,
    Candidate.__table__.c.id,
    sqlite_where=text("set_aside = 0"),
)


class CandidateGoal(Base):
    """A goal that a candidate could help with."""

    __tablename__ = "candidate_goal"
    __table_args__ = (UniqueConstraint("candidate_id", "goal_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    candidate_id: Mapped[int] = mapped_column(cascade("candidate.id"))
    goal_id: Mapped[int] = mapped_column(cascade("goal.id"), index=True)


class NeedMark(Base):
    """The user's own word on how far a person covers a need: 0 not, 1 partly, 2 fully."""

    __tablename__ = "need_mark"
    __table_args__ = (
        one_of_numbers("level", MARK_LEVELS),
        UniqueConstraint("contact_id", "need_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    contact_id: Mapped[int] = mapped_column(cascade("contact.id"))
    need_id: Mapped[int] = mapped_column(cascade("need.id"), index=True)
    level: Mapped[int]
    note: Mapped[str] = mapped_column(default="", server_default="")
    updated_at: Mapped[datetime]


class Activity(Base):
    """One dated entry of a contact's timeline."""

    __tablename__ = "activity"
    __table_args__ = (
        one_of("kind", ACTIVITY_KINDS),
        Index(None, "contact_id", "happened_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    contact_id: Mapped[int] = mapped_column(cascade("contact.id"))
    candidate_id: Mapped[int | None] = mapped_column(set_null("candidate.id"), index=True)
    kind: Mapped[str]
    happened_at: Mapped[datetime]
    title: Mapped[str] = mapped_column(default="", server_default="")
    body: Mapped[str] = mapped_column(default="", server_default="")
    from_stage: Mapped[str | None]
    to_stage: Mapped[str | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class ActivityGoal(Base):
    """A goal that a meeting, a call or another activity was about."""

    __tablename__ = "activity_goal"
    __table_args__ = (UniqueConstraint("activity_id", "goal_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    activity_id: Mapped[int] = mapped_column(cascade("activity.id"))
    goal_id: Mapped[int] = mapped_column(cascade("goal.id"), index=True)


class Reminder(Base):
    """What to do, when, about whom.

    ``local_at`` (``YYYY-MM-DDTHH:MM``) and ``zone`` (IANA) are what the user meant; ``due_at``
    is the UTC moment that follows from them and what the clock is compared with. A
    candidate has at most one open reminder of kind ``follow_up``.
    """

    __tablename__ = "reminder"

    id: Mapped[int] = mapped_column(primary_key=True)
    contact_id: Mapped[int | None] = mapped_column(cascade("contact.id"), index=True)
    candidate_id: Mapped[int | None] = mapped_column(cascade("candidate.id"), index=True)
    kind: Mapped[str] = mapped_column(default="follow_up", server_default="follow_up")
    title: Mapped[str] = mapped_column(default="", server_default="")
    local_at: Mapped[str]
    zone: Mapped[str]
    due_at: Mapped[datetime]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    notified_at: Mapped[datetime | None]
    """The due moment a notification was last shown for; shown once per due moment."""
    set_aside: Mapped[bool] = mapped_column(default=False, server_default="0")


Index(
    "ix_reminder_open_due",
    Reminder.__table__.c.due_at,
    Reminder.__table__.c.id,
    sqlite_where=text("done_at IS NULL AND set_aside = 0"),
)
Index(
    "ix_reminder_one_follow_up",
    Reminder.__table__.c.candidate_id,
    unique=True,
    sqlite_where=text("kind = 'follow_up' AND done_at IS NULL"),
)
