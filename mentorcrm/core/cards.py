"""What the board shows: plain values, so that the first paint needs no SQLAlchemy."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

SortValue = str | float
"""What a column sorts by: a rank, a folded name or a moment as text."""

Key = tuple[SortValue, int]
"""A card's place in its column: the sort value, then the id; tuples compare as cards do."""


@dataclass(frozen=True, slots=True)
class CardGoal:
    """A goal the card is for: its title, and its place in the theme's goal colours."""

    title: str
    hue: int


@dataclass(frozen=True, slots=True)
class Card:
    """One card of the board, as it is painted."""

    id: int
    contact_id: int
    stage: str
    name: str
    position: str = ""
    company: str = ""
    next_step: str = ""
    sub_state: str = "found"
    follow_up_at: datetime | None = None
    """The due moment (aware, UTC) of the open follow-up, None when there is none."""
    goals: tuple[CardGoal, ...] = ()

    @property
    def role_line(self) -> str:
        """Return "position, company", whichever of them is known."""
        return ", ".join(part for part in (self.position, self.company) if part)


@dataclass(frozen=True, slots=True)
class FirstColumn:
    """One column of the first painted board: all its keys by rank, and its top cards."""

    stage: str
    keys: tuple[Key, ...] = ()
    """``(rank, id)`` of every card of the column, in order."""
    cards: dict[int, Card] = field(default_factory=dict)
    """The first cards of the column (a screenful or more), by id."""
