"""Goals with their obstacles and needs, and the job descriptions that serve them."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mentorcrm.core.schema.base import (
    GOAL_STATUSES,
    NEED_KINDS,
    Base,
    cascade,
    one_of,
    set_null,
)


class Goal(Base):
    """What the user wants to reach, in the five SMART parts."""

    __tablename__ = "goal"
    __table_args__ = (one_of("status", GOAL_STATUSES),)

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    specific: Mapped[str] = mapped_column(default="", server_default="")
    metric: Mapped[str] = mapped_column(default="", server_default="")
    start_value: Mapped[float | None]
    current_value: Mapped[float | None]
    target_value: Mapped[float | None]
    unit: Mapped[str] = mapped_column(default="", server_default="")
    achievable: Mapped[str] = mapped_column(default="", server_default="")
    relevant: Mapped[str] = mapped_column(default="", server_default="")
    due_on: Mapped[date | None]
    status: Mapped[str] = mapped_column(default="active", server_default="active")
    hue: Mapped[int] = mapped_column(default=0, server_default="0")
    """Place in the theme's list of goal colours (0 to 7)."""
    rank: Mapped[float] = mapped_column(default=0.0, server_default="0")
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class Obstacle(Base):
    """What stands between the user and a goal; the biggest has the lowest rank."""

    __tablename__ = "obstacle"

    id: Mapped[int] = mapped_column(primary_key=True)
    goal_id: Mapped[int] = mapped_column(cascade("goal.id"), index=True)
    text: Mapped[str]
    rank: Mapped[float] = mapped_column(default=0.0, server_default="0")


class Need(Base):
    """What the user needs from a mentor, because of an obstacle or by itself."""

    __tablename__ = "need"
    __table_args__ = (one_of("kind", NEED_KINDS),)

    id: Mapped[int] = mapped_column(primary_key=True)
    goal_id: Mapped[int] = mapped_column(cascade("goal.id"), index=True)
    obstacle_id: Mapped[int | None] = mapped_column(set_null("obstacle.id"), index=True)
    text: Mapped[str]
    kind: Mapped[str] = mapped_column(default="skill", server_default="skill")
    must: Mapped[bool] = mapped_column(default=True, server_default="1")
    rank: Mapped[float] = mapped_column(default=0.0, server_default="0")


class JobDescription(Base):
    """The ideal mentor, in eight Markdown sections (``SECTIONS`` gives their order)."""

    __tablename__ = "job_description"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    goal: Mapped[str] = mapped_column(default="", server_default="")
    obstacles: Mapped[str] = mapped_column(default="", server_default="")
    experience: Mapped[str] = mapped_column(default="", server_default="")
    style: Mapped[str] = mapped_column(default="", server_default="")
    time_asked: Mapped[str] = mapped_column(default="", server_default="")
    offer: Mapped[str] = mapped_column(default="", server_default="")
    why: Mapped[str] = mapped_column(default="", server_default="")
    success: Mapped[str] = mapped_column(default="", server_default="")
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class JobDescriptionGoal(Base):
    """A goal that a job description serves."""

    __tablename__ = "job_description_goal"
    __table_args__ = (UniqueConstraint("job_description_id", "goal_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    job_description_id: Mapped[int] = mapped_column(cascade("job_description.id"))
    goal_id: Mapped[int] = mapped_column(cascade("goal.id"), index=True)
