"""Put into one sentence what the coach saw, in the user's own words."""

from __future__ import annotations

from dataclasses import dataclass

from mentorcrm.core.coach.date_patterns import DEADLINE, PAST, RHYTHM, VAGUE
from mentorcrm.core.coach.evidence import Findings
from mentorcrm.core.coach.goal_texts import nearly, not_seen, seen
from mentorcrm.core.coach.reading import quoted
from mentorcrm.core.coach.scores import Features, best
from mentorcrm.core.coach.weights import WEIGHTS
from mentorcrm.core.i18n import _


@dataclass(frozen=True, slots=True)
class Sight:
    """What was seen: met or not, the sentence that says it, and the place in the text."""

    met: bool
    saw: str
    span: tuple[int, int] | None


Place = tuple[int, int, int]
"""Words from the second up to the third number, of the line of the first."""


def see(name: str, found: Findings, counts: list[Features], met: bool) -> Sight:
    """Return what the coach says about one check whose verdict is ``met``."""
    if not found.units:
        return Sight(False, _("There is no text yet."), None)
    if name == "time_bound":
        return _time(found)
    if met:
        return _sight(found, met, seen()[name], best_place(name, found, counts))
    place = _near_miss(name, found)
    if place is None:
        return Sight(met, not_seen()[name], None)
    return _sight(found, met, nearly()[name], place)


def _sight(found: Findings, met: bool, saw: str, place: Place) -> Sight:
    row, first, end = place
    line = found.lines[row]
    words = quoted(found.text, line, first, end)
    return Sight(met, saw.format(words=words), (line[first].start, line[end - 1].end))


def _time(found: Findings) -> Sight:
    texts = {
        DEADLINE: _("It has an end: “{words}”."),
        RHYTHM: _("“{words}” is a rhythm, not an end."),
        PAST: _("“{words}” lies in the past."),
        VAGUE: _("“{words}” sets no date."),
    }
    for kind in (DEADLINE, VAGUE, PAST, RHYTHM):
        for row, mention in found.times:
            if mention.kind == kind:
                place = (row, mention.first, mention.end)
                return _sight(found, kind == DEADLINE, texts[kind], place)
    return Sight(False, _("I found no date, deadline or period with an end."), None)


def best_place(name: str, found: Findings, counts: list[Features]) -> Place:
    """Return the unit that speaks most for a check."""
    unit = found.units[best(WEIGHTS[name], counts)[1]]
    return (unit.row, unit.first, unit.end)


def _near_miss(name: str, found: Findings) -> Place | None:
    """Return words that look like an answer to a check and are none."""
    if name == "specific":
        unit = found.units[0]
        return (unit.row, unit.first, unit.end)
    near = {"achievable": "m_lack", "relevant": "s_empty", "measurable": "number"}[name]
    for place, items in enumerate(found.evidence):
        for item in items:
            if item.name == near:
                unit = found.units[place]
                return (unit.row, unit.first, unit.end)
    return None
