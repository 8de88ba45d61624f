"""What the program keeps for itself: drafts, actions and the journal; never journaled."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mentorcrm.core.schema.base import (
    Base,
    cascade,
)


class Draft(Base):
    """Text being typed, kept outside the journal so that kill -9 costs seconds at most."""

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("kind", "record_id", "field"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    record_id: Mapped[int]
    field: Mapped[str]
    text: Mapped[str]
    saved_at: Mapped[datetime]


class Action(Base):
    """One step: a user's (``do``), its ``undo`` or ``redo``, or the program's (``system``)."""

    __tablename__ = "action"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    label: Mapped[str]
    kind: Mapped[str]
    client: Mapped[str]
    """Whose list of steps it is on: ``window`` or ``cli``."""
    process: Mapped[str]
    """Which running program did it, so that another one knows what it has not seen."""
    state: Mapped[str]
    """``running``, ``done``, ``undone``, ``obsolete`` (cannot be undone) or ``gone``."""
    target_id: Mapped[int | None]
    """For ``undo`` and ``redo``: the ``do`` action they are about."""
    source_id: Mapped[int | None]
    """For ``do``: the action whose journal rows now undo or redo it."""
    happened_at: Mapped[datetime]


class JournalRow(Base):
    """What one statement did to one row (``I``, ``U``, ``D``) or to a range of new rows (``R``)."""

    __tablename__ = "journal"
    __table_args__ = (
        Index("ix_journal_action", "action_id"),
        Index("ix_journal_row", "table_name", "row_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    action_id: Mapped[int] = mapped_column(cascade("action.id"))
    table_name: Mapped[str]
    row_id: Mapped[int]
    last_id: Mapped[int | None]
    """For ``R``: the last row of the range."""
    op: Mapped[str]
    before: Mapped[str | None]
    """For ``U`` the changed columns, for ``D`` the whole row, as they were: a JSON object."""


NOT_JOURNALED = frozenset({"draft", "action", "journal"})
