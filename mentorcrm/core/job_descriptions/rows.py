"""What reads of job descriptions give back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mentorcrm.core.job_descriptions.sections import written_sections
from mentorcrm.core.schema import SECTIONS


@dataclass(frozen=True, slots=True)
class LinkedGoal:
    """A goal that a job description serves."""

    id: int
    title: str
    hue: int


@dataclass(frozen=True, slots=True)
class LinkedNeed:
    """A need that a job description answers."""

    id: int
    text: str
    kind: str
    must: bool
    goal_id: int


@dataclass(frozen=True, slots=True)
class LinkedCandidate:
    """A card on the board that is considered for a job description."""

    id: int
    contact_id: int
    name: str
    position: str
    company: str
    stage: str


@dataclass(frozen=True, slots=True)
class DescriptionRow:
    """A job description as a list shows it."""

    id: int
    title: str
    written: int
    goals: tuple[LinkedGoal, ...]
    mentors: int
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class DescriptionDetail:
    """Everything the editor of a job description shows."""

    id: int
    title: str
    goal: str
    obstacles: str
    experience: str
    style: str
    time: str
    offer: str
    why: str
    success: str
    created_at: datetime
    updated_at: datetime
    order: tuple[str, ...]
    goals: tuple[LinkedGoal, ...]
    needs: tuple[LinkedNeed, ...]
    candidates: tuple[LinkedCandidate, ...]

    @property
    def mentors(self) -> int:
        """Return how many mentors on the board are considered for it."""
        return len(self.candidates)

    @property
    def sections(self) -> dict[str, str]:
        """Return the Markdown of each section, in the user's order."""
        return {name: self.section(name) for name in self.order}

    def section(self, name: str) -> str:
        """Return the Markdown of the section ``name`` (one of ``schema.SECTIONS``)."""
        if name not in SECTIONS:
            raise KeyError(name)
        return str(getattr(self, name))

    @property
    def written(self) -> tuple[str, ...]:
        """Return the sections that say something of the user's own."""
        return written_sections({name: self.section(name) for name in SECTIONS})
