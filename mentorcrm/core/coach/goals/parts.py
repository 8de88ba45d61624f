"""Sort a goal in free words into its five parts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentorcrm.core.coach.goals.amounts import Amount, target
from mentorcrm.core.coach.goals.date_patterns import DEADLINE
from mentorcrm.core.coach.goals.evidence import Findings, findings
from mentorcrm.core.coach.goals.scores import Features, features, is_met
from mentorcrm.core.coach.goals.seen import best_place


@dataclass(frozen=True, slots=True)
class GoalParts:
    """The user's own words for each part ("" where there are none), and what is clear in them.

    A piece may speak for two parts. ``due_on`` is None when there is no deadline or when its
    day cannot be known from the text alone; ``target`` and ``unit`` are set when the goal
    counts something.
    """

    specific: str = ""
    measurable: str = ""
    achievable: str = ""
    relevant: str = ""
    time_bound: str = ""
    due_on: date | None = None
    start: float | None = None
    target: float | None = None
    unit: str = ""


def parts_of(text: str, today: date) -> GoalParts:
    """Return the parts of a goal in free words; ``today`` is where "in 18 months" begins."""
    found = findings(text, today)
    if not found.units:
        return GoalParts()
    counts = features(found)
    words = {
        name: _words(found, counts, name) if is_met(name, found, counts) else ""
        for name in ("specific", "measurable", "achievable", "relevant")
    }
    amount = target(found) or Amount(None, None, "")
    return GoalParts(
        **words,
        time_bound=_time(found),
        due_on=due_on(found),
        start=amount.start,
        target=amount.value,
        unit=amount.unit,
    )


def due_on(found: Findings) -> date | None:
    """Return the day of the first deadline whose day is known."""
    days = [mention.day for _, mention in found.times if mention.kind == DEADLINE and mention.day]
    return days[0] if days else None


def _words(found: Findings, counts: list[Features], name: str) -> str:
    return _piece(found, *best_place(name, found, counts))


def _time(found: Findings) -> str:
    mentions = [(row, item) for row, item in found.times if item.kind == DEADLINE]
    if not mentions:
        return ""
    row, item = next(((r, i) for r, i in mentions if i.day), mentions[0])
    return _piece(found, row, item.first, item.end)


def _piece(found: Findings, row: int, first: int, end: int) -> str:
    line = found.lines[row]
    return " ".join(found.text[line[first].start : line[end - 1].end].split())
