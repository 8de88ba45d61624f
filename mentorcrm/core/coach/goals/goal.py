"""Check a goal for the five SMART parts: what is there, why it helps, and what to ask next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentorcrm.core.coach.goals.amounts import target
from mentorcrm.core.coach.goals.evidence import Findings, findings
from mentorcrm.core.coach.goals.language import is_english
from mentorcrm.core.coach.goals.scores import Features, features, is_met
from mentorcrm.core.coach.goals.seen import Sight, see
from mentorcrm.core.coach.goals.texts import (
    questions_met,
    questions_near,
    questions_open,
    why,
)
from mentorcrm.core.i18n import _

CHECKS = ("specific", "measurable", "achievable", "relevant", "time_bound")
_FEWEST_WORDS = 3
_LONGEST_QUOTE = 80


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

    A check that a field of the goal answers is met by it, whatever the text says. Only the
    first 8,000 characters of a text are read.
    """
    found = findings(text, today)
    counts = features(found)
    english = is_english(found)
    fields = facts or GoalFacts()
    reasons, helping, near, going_on = why(), questions_open(), questions_near(), questions_met()
    checks = {}
    for name in CHECKS:
        sight = _by_field(name, fields, today) or _by_text(name, found, counts, english)
        usual = (going_on if sight.met else helping)[name]
        question = near.get(sight.near, usual)
        checks[name] = Check(name, sight.met, sight.saw, reasons[name], question, sight.span)
    return checks


def _by_text(name: str, found: Findings, counts: list[Features], english: bool) -> Sight:
    if not found.units or english or name == "time_bound":
        return see(name, found, counts, bool(found.units) and is_met(name, found, counts))
    amount = target(found) if name == "measurable" else None
    if amount is None or amount.value is None:
        return Sight(False, _("I read English only, so I cannot judge this part."), None)
    number = f"{amount.value:g} {amount.unit}".strip()
    saw = _("I read English only, but I see a number: {number}.").format(number=number)
    return Sight(True, saw, None)


def _by_field(name: str, facts: GoalFacts, today: date) -> Sight | None:
    """Return what a field of the goal says to a check, or None when it does not answer it."""
    if name == "time_bound" and facts.due_on is not None:
        day = facts.due_on.isoformat()
        return Sight(True, _("The goal has a date: {day}.").format(day=day), None)
    if name == "measurable" and facts.target_value is not None:
        number = f"{facts.target_value:g} {facts.unit or facts.metric}".strip()
        return Sight(True, _("The goal has a target: {target}.").format(target=number), None)
    field = {"specific": facts.specific, "achievable": facts.achievable, "relevant": facts.relevant}
    words = " ".join(field.get(name, "").split())
    if not words or not _answers(name, words, today):
        return None
    short = words
    if len(words) > _LONGEST_QUOTE:
        short = words[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
    return Sight(True, _("Its field says: “{words}”.").format(words=short), None)


def _answers(name: str, words: str, today: date) -> bool:
    """Say whether the words of a field answer its check: they stand in the right place already."""
    found = findings(words, today)
    if name == "specific":
        return is_met(name, found, features(found))
    empty = "m_lack" if name == "achievable" else "s_empty"
    is_empty = any(item.name == empty for items in found.evidence for item in items)
    return len(words.split()) >= _FEWEST_WORDS and not is_empty
