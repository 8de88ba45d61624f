"""Check a goal for the five SMART parts: what is there, why it helps, and what to ask next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentorcrm.core.coach.evidence import Findings, findings
from mentorcrm.core.coach.goal_texts import QUESTIONS_MET, QUESTIONS_OPEN, WHY
from mentorcrm.core.coach.language import is_english
from mentorcrm.core.coach.scores import is_met
from mentorcrm.core.coach.seen import Sight, see
from mentorcrm.core.i18n import _

CHECKS = ("specific", "measurable", "achievable", "relevant", "time_bound")
LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Check:
    """One check of a goal; ``span`` is the place in the text that ``saw`` speaks of, if any."""

    name: str
    met: bool
    saw: str
    why: str
    question: str
    span: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class GoalFacts:
    """What the fields of a goal hold beside its text."""

    due_on: date | None = None
    start_value: float | None = None
    target_value: float | None = None
    unit: str = ""
    metric: str = ""
    specific: str = ""
    achievable: str = ""
    relevant: str = ""


def check_goal(text: str, today: date, facts: GoalFacts | None = None) -> dict[str, Check]:
    """Return the five checks of a goal, in order; never a grade or a sum.

    Only the first ``LONGEST`` characters are read. A check that a field of the goal answers is
    met by it, whatever the text says.
    """
    found = findings(text[:LONGEST], today)
    english = is_english(found)
    return {
        name: _check(name, _sight(name, found, english, facts or GoalFacts(), today))
        for name in CHECKS
    }


def _sight(
    name: str,
    found: Findings,
    english: bool,
    facts: GoalFacts,
    today: date,
) -> Sight:
    by_field = _by_field(name, facts, today)
    if by_field is not None:
        return by_field
    met = bool(found.units) and is_met(name, found)
    sight = see(name, found, met)
    if english or not found.units:
        return sight
    if name in ("time_bound", "measurable") and sight.met:
        return sight
    return Sight(False, _("I read English only, so I cannot judge this part."), None)


def _by_field(name: str, facts: GoalFacts, today: date) -> Sight | None:
    """Return what a field of the goal says to a check, or None when it is empty."""
    if name == "time_bound" and facts.due_on is not None:
        day = facts.due_on.isoformat()
        return Sight(True, _("The goal has a date: {day}.").format(day=day), None)
    if name == "measurable" and facts.target_value is not None:
        target = f"{facts.target_value:g} {facts.unit or facts.metric}".strip()
        return Sight(True, _("The goal has a target: {target}.").format(target=target), None)
    field = {"specific": facts.specific, "achievable": facts.achievable, "relevant": facts.relevant}
    words = field.get(name, "").strip()
    if not words:
        return None
    return _field_sight(name, words, today)


def _field_sight(name: str, words: str, today: date) -> Sight | None:
    found = findings(words[:LONGEST], today)
    if name == "specific":
        met = is_met(name, found)
    else:
        empty = "m_lack" if name == "achievable" else "s_empty"
        is_empty = any(item.name == empty for items in found.evidence for item in items)
        met = len(words.split()) >= 3 and not is_empty
    short = words if len(words) <= 80 else words[:80].rsplit(" ", 1)[0] + " …"
    return Sight(True, _("Its field says: “{words}”.").format(words=short), None) if met else None


def _check(name: str, sight: Sight) -> Check:
    question = (QUESTIONS_MET if sight.met else QUESTIONS_OPEN)[name]
    return Check(name, sight.met, sight.saw, _(WHY[name]), _(question), sight.span)
