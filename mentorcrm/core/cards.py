"""What the board shows: plain values, so that the first paint needs no SQLAlchemy."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, tzinfo

from mentorcrm.core.i18n import _

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


STAGES = ("identified", "asked", "accepted", "declined")
DUES = ("any", "overdue", "today", "week")
SORTS = ("manual", "due", "name", "last_contact")


@dataclass(frozen=True, slots=True)
class BoardFilter:
    """Say which cards to show; ``now`` and ``zone`` give "due" its meaning."""

    goal_id: int | None = None
    tag_id: int | None = None
    due: str = "any"
    """``any``; ``overdue``; ``today`` (the whole of it); ``week`` (today and 6 days more)."""
    text: str = ""
    only: frozenset[int] | None = None
    """Only these cards, found by what SQL cannot say; None for all."""
    now: datetime | None = None
    zone: tzinfo = UTC

    @property
    def active(self) -> bool:
        """True when any card may be left out."""
        return replace(self, text=self.text.strip(), now=None, zone=UTC) != BoardFilter()


def stage_name(stage: str) -> str:
    """Return what a stage is called in the window."""
    names = {
        "identified": _("Identified"),
        "asked": _("Asked"),
        "accepted": _("Accepted"),
        "declined": _("Declined"),
    }
    return names[stage]


def sub_states(stage: str) -> dict[str, str]:
    """Return the sub-states of a stage in their order, each with what it is called."""
    names = {
        "identified": {
            "found": _("Found"),
            "researching": _("Researching"),
            "path_chosen": _("Path chosen"),
            "introduction_requested": _("Introduction requested"),
            "ready": _("Ready to ask"),
        },
        "asked": {
            "sent": _("Sent"),
            "nudged_once": _("Nudged once"),
            "nudged_twice": _("Nudged twice"),
            "replied": _("Replied"),
        },
        "accepted": {
            "first_meeting_set": _("First meeting ahead"),
            "met": _("Met"),
            "agreement": _("Agreement made"),
            "active": _("Active"),
            "paused": _("Paused"),
            "completed": _("Completed"),
        },
        "declined": {
            "no": _("Said no"),
            "not_now": _("Not now"),
            "no_reply": _("No reply, closed kindly"),
        },
    }
    return names[stage]


def sub_state_name(stage: str, sub_state: str) -> str:
    """Return what a sub-state is called in the window."""
    return sub_states(stage).get(sub_state, sub_state)
