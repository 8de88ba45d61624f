"""What the match is asked with, and what it gives back: plain values without a database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from mentorcrm.core.match import weights


@dataclass(frozen=True, slots=True)
class NeedAsked:
    """A need with the concepts that would meet it, and what it counts."""

    id: int
    text: str
    kind: str
    must: bool
    obstacle_id: int | None
    obstacle: str
    place: int | None
    """Place of the obstacle among those of the goal, 0 the biggest; None without one."""
    wants: Mapping[str, float] = field(default_factory=dict)
    """Concept to weight."""
    full: float = weights.FULL
    """Weight that must meet before a piece of evidence counts in full."""
    own: frozenset[str] = frozenset()
    """The concepts that the need itself names, in its words or by its kind."""

    @property
    def weight(self) -> float:
        """Return what the need counts: must or nice, more for the biggest obstacles."""
        base = weights.MUST if self.must else weights.NICE
        if self.place is None or self.place >= len(weights.BIGGEST):
            return base
        return base * weights.BIGGEST[self.place]

    @property
    def is_bare(self) -> bool:
        """Tell whether the need says too little to be compared."""
        return not self.wants


@dataclass(frozen=True, slots=True)
class Description:
    """A job description that serves the goal or answers one of its needs."""

    id: int
    title: str
    completeness: int = 0
    """Per cent, as its coach says."""
    provisional: bool = True


@dataclass(frozen=True, slots=True)
class Question:
    """What a goal asks of people."""

    goal_id: int
    title: str
    needs: tuple[NeedAsked, ...]
    """By obstacle, the biggest first; then those that follow from none."""
    experience: Mapping[str, float]
    style: Mapping[str, float]
    descriptions: tuple[Description, ...]

    @property
    def provisional(self) -> bool:
        """Tell whether no description says enough to rely on the match."""
        return all(each.provisional for each in self.descriptions)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a timeline that may show what somebody can."""

    id: int
    kind: str
    happened_at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """The user's own word on a need: 0 not, 1 partly, 2 fully."""

    level: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """What is known of one person."""

    contact_id: int
    name: str
    sort_name: str = ""
    position: str = ""
    company: str = ""
    how_met: str = ""
    notes: str = ""
    last_contact_at: datetime | None = None
    tags: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    stages: tuple[str, ...] = ()
    marks: Mapping[int, Mark] = field(default_factory=dict)
    """By need."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence: where it comes from, in words, and how much it shows (0 to 1)."""

    part: str
    """mark, notes, timeline, tag, how_met, written, position or access."""
    text: str
    strength: float


@dataclass(frozen=True, slots=True)
class Cell:
    """How far one person covers one need."""

    need_id: int
    level: float
    reasons: tuple[Reason, ...] = ()
    mark: Mark | None = None
    found: float = 0.0
    """The level without the user's own mark."""

    @property
    def key(self) -> str:
        """Return ``well``, ``partly``, ``perhaps``, ``unknown`` or ``no`` (the user's word)."""
        if self.mark is not None and self.mark.level == 0:
            return "no"
        return weights.level_key(self.level)

    @property
    def covers(self) -> bool:
        """Tell whether the need is covered well."""
        return self.level >= weights.WELL

    @property
    def word(self) -> str:
        """Return the level in words."""
        return weights.level_words()[self.key]


@dataclass(frozen=True, slots=True)
class Component:
    """One part of a fit: how much it could count, and how much of that is there (0 to 1)."""

    kind: str
    weight: float
    level: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Fit:
    """How a person fits a goal: the weighted sum of its components, and the needs one by one."""

    contact_id: int
    share: float
    cells: tuple[Cell, ...]
    components: tuple[Component, ...]
    musts: int
    musts_covered: int

    def cell(self, need_id: int) -> Cell:
        """Return what the person does for a need."""
        return next(cell for cell in self.cells if cell.need_id == need_id)

    @property
    def known(self) -> bool:
        """Tell whether anything speaks for the person covering a need."""
        return any(cell.level >= weights.PERHAPS for cell in self.cells)

    @property
    def helps(self) -> bool:
        """Tell whether the person covers a need at least in part."""
        return any(cell.level >= weights.PARTLY for cell in self.cells)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Return the strongest reasons over all needs, each once."""
        found = {
            (reason.part, reason.text): reason for cell in self.cells for reason in cell.reasons
        }
        return tuple(sorted(found.values(), key=lambda reason: (-reason.strength, reason.text)))
