"""Put into one sentence what the coach saw, in the user's own words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mentorcrm.core.coach.goals.date_patterns import DEADLINE, PAST, RHYTHM, VAGUE
from mentorcrm.core.coach.goals.evidence import Findings
from mentorcrm.core.coach.goals.reading import quoted
from mentorcrm.core.coach.goals.scores import Features, best
from mentorcrm.core.coach.goals.segments import Unit
from mentorcrm.core.coach.goals.texts import nearly, not_seen, seen
from mentorcrm.core.coach.goals.weights import WEIGHTS
from mentorcrm.core.i18n import _


@dataclass(frozen=True, slots=True)
class Sight:
    """What was seen: met or not, the sentence that says it, and the place in the text.

    ``near`` names what looked like an answer and is none ("" when there is no such thing).
    """

    met: bool
    saw: str
    span: tuple[int, int] | None
    near: str = ""


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
    for near, unit in _near_misses(name, found):
        place = (unit.row, unit.first, unit.end)
        return _sight(found, met, nearly()[near], place, near)
    return Sight(met, not_seen()[name], None)


def _sight(found: Findings, met: bool, saw: str, place: Place, near: str = "") -> Sight:
    row, first, end = place
    line = found.lines[row]
    words = quoted(found.text, line, first, end)
    return Sight(met, saw.format(words=words), (line[first].start, line[end - 1].end), near)


def _time(found: Findings) -> Sight:
    for kind in (DEADLINE, VAGUE, PAST, RHYTHM):
        for row, mention in found.times:
            if mention.kind == kind:
                place = (row, mention.first, mention.end)
                if kind == DEADLINE:
                    return _sight(found, True, _("It has an end: “{words}”."), place)
                return _sight(found, False, nearly()[kind], place, kind)
    return Sight(False, _("I found no date, deadline or period with an end."), None)


def best_place(name: str, found: Findings, counts: list[Features]) -> Place:
    """Return the unit that speaks most for a check."""
    unit = found.units[best(WEIGHTS[name], counts)[1]]
    return (unit.row, unit.first, unit.end)


_NEAR = {
    "specific": (("number_contact", "contacts"), ("wish_strong", "wish")),
    "measurable": (
        ("shift", "shift"),
        ("skill", "skill"),
        ("number_now", "now"),
        ("number", "number"),
    ),
    "achievable": (("m_lack_means", "lack"),),
    "relevant": (("s_empty", "empty"),),
}
"""Evidence that looks like an answer to a check, and what it is instead."""


def _near_misses(name: str, found: Findings) -> Iterator[tuple[str, Unit]]:
    """Give what looks like an answer to a check and is none, the clearest first."""
    for evidence, near in _NEAR[name]:
        for unit, items in zip(found.units, found.evidence, strict=True):
            names = {item.name for item in items}
            if evidence in names and (near != "contacts" or _counts_people(names)):
                yield near, unit
    if name == "specific":
        yield "wish", found.units[0]


def _counts_people(names: set[str]) -> bool:
    return "number_now" not in names and bool(names & {"contact", "contact_verb"})
