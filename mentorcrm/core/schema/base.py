"""What every mapped class stands on: the base, moments, and the words columns may hold."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    CheckConstraint,
    Dialect,
    ForeignKey,
    MetaData,
    String,
)
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

STAGES = ("identified", "asked", "accepted", "declined")
SUB_STATES: dict[str, tuple[str, ...]] = {
    "identified": ("found", "researching", "path_chosen", "introduction_requested", "ready"),
    "asked": ("sent", "nudged_once", "nudged_twice", "replied"),
    "accepted": ("first_meeting_set", "met", "agreement", "active", "paused", "completed"),
    "declined": ("no", "not_now", "no_reply"),
}
GOAL_STATUSES = ("active", "reached", "dropped", "renewed")
NEED_KINDS = ("skill", "network", "confidence", "project", "negotiation", "other")
ACTIVITY_KINDS = ("note", "call", "meeting", "message_in", "message_out", "other", "stage_move")
MARK_LEVELS = (0, 1, 2)
CHANNEL_KINDS = ("email", "phone", "link")
SECTIONS = (
    "goal",
    "obstacles",
    "experience",
    "style",
    "time",
    "offer",
    "why",
    "success",
)

INSTANT_FORMAT = "%Y-%m-%dT%H:%M:%SZ"


class Instant(TypeDecorator[datetime]):
    """Store an aware moment as UTC text ``YYYY-MM-DDTHH:MM:SSZ``, which sorts by time."""

    impl = String(20)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Return the UTC text of ``value``; raise ValueError for a naive moment."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        # Not strftime: on some systems it writes the year 999 with three digits.
        moment = value.astimezone(UTC).replace(microsecond=0, tzinfo=None)
        return f"{moment.isoformat()}Z"

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """Return the aware UTC moment of the stored text."""
        if value is None:
            return None
        return datetime.strptime(value, INSTANT_FORMAT).replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """Common base; its naming convention lets migrations name every constraint."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {datetime: Instant()}


def one_of(column: str, values: tuple[str, ...]) -> CheckConstraint:
    """Return the check that ``column`` holds one of ``values``."""
    allowed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({allowed})", name=column)


def one_of_numbers(column: str, values: tuple[int, ...]) -> CheckConstraint:
    """Return the check that ``column`` holds one of the numbers ``values``."""
    return CheckConstraint(f"{column} IN ({', '.join(map(str, values))})", name=column)


def cascade(target: str) -> ForeignKey:
    """Return a foreign key whose rows go with the row they point to."""
    return ForeignKey(target, ondelete="CASCADE")


def set_null(target: str) -> ForeignKey:
    """Return a foreign key that is emptied when the row it points to goes."""
    return ForeignKey(target, ondelete="SET NULL")
