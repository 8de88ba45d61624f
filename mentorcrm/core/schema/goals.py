"""Goals with their check-ins, obstacles and needs."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Index
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
    """What the user wants to reach: in free words, in the five SMART parts, or in both.

    How far it is stands in its check-ins. A renewed goal keeps its history; the goal that
    goes on in its place points back to it.
    """

    __tablename__ = "goal"
    __table_args__ = (one_of("status", GOAL_STATUSES),)

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    statement: Mapped[str] = mapped_column(default="", server_default="")
    """The goal in the user's own words, one to four sentences."""
    specific: Mapped[str] = mapped_column(default="", server_default="")
    metric: Mapped[str] = mapped_column(default="", server_default="")
    start_value: Mapped[float | None]
    target_value: Mapped[float | None]
    unit: Mapped[str] = mapped_column(default="", server_default="")
    achievable: Mapped[str] = mapped_column(default="", server_default="")
    relevant: Mapped[str] = mapped_column(default="", server_default="")
    due_on: Mapped[date | None]
    status: Mapped[str] = mapped_column(default="active", server_default="active")
    hue: Mapped[int] = mapped_column(default=0, server_default="0")
    """Place in the theme's list of goal colours (0 to 7)."""
    rank: Mapped[float] = mapped_column(default=0.0, server_default="0")
    closed_on: Mapped[date | None]
    closing_note: Mapped[str] = mapped_column(default="", server_default="")
    renewed_from_id: Mapped[int | None] = mapped_column(set_null("goal.id"), index=True)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class CheckIn(Base):
    """How far a goal was on one day: a value of its measure, a note, or both."""

    __tablename__ = "check_in"
    __table_args__ = (Index(None, "goal_id", "happened_on"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    goal_id: Mapped[int] = mapped_column(cascade("goal.id"))
    happened_on: Mapped[date]
    value: Mapped[float | None]
    note: Mapped[str] = mapped_column(default="", server_default="")
    created_at: Mapped[datetime]


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
    difference: Mapped[str] = mapped_column(default="", server_default="")
    """What would be different once the need is met."""
    kind: Mapped[str] = mapped_column(default="skill", server_default="skill")
    must: Mapped[bool] = mapped_column(default=True, server_default="1")
    rank: Mapped[float] = mapped_column(default=0.0, server_default="0")
