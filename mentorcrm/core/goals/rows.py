"""What reads of goals give back, and the words for its fixed values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from mentorcrm.core.i18n import _


def progress(start: float | None, current: float | None, target: float | None) -> float | None:
    """Return the way from ``start`` to ``target`` that is behind us, 0 to 1."""
    begin = 0.0 if start is None else start
    if current is None or target is None or target == begin:
        return None
    return min(1.0, max(0.0, (current - begin) / (target - begin)))


def status_labels() -> dict[str, str]:
    """Return the words for each status."""
    return {
        "active": _("Active"),
        "reached": _("Reached"),
        "dropped": _("Let go"),
        "renewed": _("Renewed"),
    }


def need_kind_labels() -> dict[str, str]:
    """Return the words for each kind of need."""
    return {
        "skill": _("Skill"),
        "network": _("Network"),
        "confidence": _("Confidence"),
        "project": _("Project"),
        "negotiation": _("Negotiation"),
        "other": _("Other"),
    }


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal as a list shows it."""

    id: int
    title: str
    status: str
    hue: int
    due_on: date | None
    start_value: float | None
    current_value: float | None
    target_value: float | None
    unit: str
    closed_on: date | None
    mentors: int

    @property
    def progress(self) -> float | None:
        """Return how far the measure is, 0 to 1; None when it says nothing."""
        return progress(self.start_value, self.current_value, self.target_value)


@dataclass(frozen=True, slots=True)
class ObstacleRow:
    """What stands in the way; the biggest comes first."""

    id: int
    text: str


@dataclass(frozen=True, slots=True)
class NeedRow:
    """What a mentor could give, and the obstacle that it helps with."""

    id: int
    text: str
    difference: str
    kind: str
    must: bool
    obstacle_id: int | None


@dataclass(frozen=True, slots=True)
class MentorRow:
    """A card on the board that is linked to a goal."""

    candidate_id: int
    contact_id: int
    name: str
    position: str
    company: str
    stage: str


@dataclass(frozen=True, slots=True)
class DescriptionLink:
    """A job description that serves a goal."""

    id: int
    title: str


@dataclass(frozen=True, slots=True)
class ActivityLink:
    """A meeting, a call, a message or a note that was about a goal."""

    id: int
    contact_id: int
    name: str
    kind: str
    happened_at: datetime
    title: str
    body: str


@dataclass(frozen=True, slots=True)
class CheckInRow:
    """How far a goal was on one day."""

    id: int
    happened_on: date
    value: float | None
    note: str


@dataclass(frozen=True, slots=True)
class GoalDetail:
    """Everything the editor of a goal shows."""

    id: int
    title: str
    statement: str
    specific: str
    metric: str
    start_value: float | None
    current_value: float | None
    target_value: float | None
    unit: str
    achievable: str
    relevant: str
    due_on: date | None
    status: str
    hue: int
    closed_on: date | None
    closing_note: str
    renewed_from_id: int | None
    created_at: datetime
    updated_at: datetime
    obstacles: tuple[ObstacleRow, ...]
    needs: tuple[NeedRow, ...]
    mentors: tuple[MentorRow, ...]
    descriptions: tuple[DescriptionLink, ...]
    activities: tuple[ActivityLink, ...]

    @property
    def progress(self) -> float | None:
        """Return how far the measure is, 0 to 1; None when it says nothing."""
        return progress(self.start_value, self.current_value, self.target_value)
