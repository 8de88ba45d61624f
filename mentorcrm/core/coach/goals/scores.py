"""Weigh the evidence of each unit of a text: one small linear score per check."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from mentorcrm.core.coach.goals.date_patterns import DEADLINE, RHYTHM
from mentorcrm.core.coach.goals.evidence import Findings, is_content, is_vague
from mentorcrm.core.coach.goals.reading import Word
from mentorcrm.core.coach.goals.segments import Unit
from mentorcrm.core.coach.goals.weights import WEIGHTS

Features = dict[str, float]
_MOST = 2.0
_MEANS = (
    "m_idiom",
    "m_have",
    "m_helper",
    "m_help_me",
    "m_ready",
    "m_did",
    "m_experience",
    "m_free",
    "m_hours",
)
_GRADES = frozenset("better good new more less best own next great doing being having".split())
_THIRD = frozenset(
    "he she they it the this that these those his her their nobody people everyone someone".split()
)


def features(found: Findings) -> list[Features]:
    """Return what speaks for or against the checks in each unit, by name."""
    return [_unit(found, place) for place in range(len(found.units))]


def _unit(found: Findings, place: int) -> Features:
    unit = found.units[place]
    line = found.lines[unit.row]
    words = line[unit.first : unit.end]
    counts: Features = {}
    for item in found.evidence[place]:
        counts[item.name] = min(counts.get(item.name, 0.0) + 1.0, _MOST)
    counts.update(_shape(words, place))
    counts.update(_content(words, _timed(found, unit)))
    counts.update(_together(counts))
    return counts


def _timed(found: Findings, unit: Unit) -> set[int]:
    return {
        at
        for row, mention in found.times
        if row == unit.row and mention.kind in (DEADLINE, RHYTHM)
        for at in range(mention.first, mention.end)
        if unit.first <= at < unit.end
    }


def _shape(words: tuple[Word, ...], place: int) -> Features:
    """Return how a unit begins, who speaks in it, and where it stands."""
    lead = (
        words[1] if words[0].word in ("and", "but", "so", "then") and len(words) > 1 else words[0]
    )
    said = {word.word for word in words}
    return {
        "subj_i": float(lead.word in ("i", "we")),
        "subj_my": float(lead.word in ("my", "our")),
        "subj_third": float(lead.word in _THIRD),
        "subj_name": float(place > 0 and lead.is_capital and not lead.classes and lead.word != "i"),
        "has_i": float("i" in said or "we" in said),
        "has_me": float("me" in said or "us" in said),
        "has_my": float("my" in said or "our" in said),
        "first": float(place == 0),
        "later": min(place, 3) / 3,
        "subj_name_verb": float(_is_name_with_verb(words)),
        "gives_me": float(_gives_me(words)),
        "have_done": float(_has_it_done(words)),
        "lead_verb": float(lead.is_a("base_form") and _is_verb(lead)),
        "lead_wh": float(lead.word in ("what", "which", "who", "whether", "where", "how", "in")),
        "lead_no": float(lead.word in ("no", "not", "without", "never", "nothing")),
        "lead_if": float(
            lead.word in ("if", "otherwise", "else", "because", "or", "unless", "when")
        ),
        "short": float(len(words) <= 3),
        "lead_ing": float(lead.word.endswith("ing")),
        "lead_number": float(lead.kind == "number" or lead.is_a("number_word")),
    }


def _is_name_with_verb(words: tuple[Word, ...]) -> bool:
    """Say whether a unit begins like "Anna lends" or "Frau Berger from accounts checks"."""
    lead = words[1:] if words[0].word in ("and", "but") else words
    is_name = bool(lead) and lead[0].is_capital and not lead[0].is_a("want", "time_event")
    return is_name and any(
        word.word.endswith("s")
        and not word.is_capital
        and word.word not in ("is", "this", "his", "as")
        for word in lead[1:5]
    )


def _has_it_done(words: tuple[Word, ...]) -> bool:
    """Say whether a unit asks that something be done: "have the pond declared a reserve"."""
    leads = [place for place, word in enumerate(words[:6]) if word.word in ("have", "get", "see")]
    if not leads:
        return False
    rest = words[leads[0] + 2 : leads[0] + 10]
    return any(
        word.is_a("ed_form") or (word.word.endswith("ed") and not word.classes) for word in rest
    )


def _gives_me(words: tuple[Word, ...]) -> bool:
    """Say whether somebody does something to or for me: "lends me", "checks my"."""
    return any(
        one.word.endswith(("s", "ed")) and two.word in ("me", "us", "my", "our")
        for one, two in pairwise(words)
        if one.kind == "word" and one.word not in ("as", "is", "was", "'s", "needs", "has")
    )


def _is_verb(word: Word) -> bool:
    return word.is_a("event_verb", "skill_verb", "wish_verb", "contact_verb", "skill_only")


def _content(words: tuple[Word, ...], timed: set[int]) -> Features:
    """Return how much of a unit is concrete and how much is vague."""
    content = [word for word in words if is_content(word) and not word.is_a("month", "weekday")]
    vague = sum(is_vague(word) for word in content)
    heads = [word for word in content if not word.is_a("want", "meta", "number_word", "unit")]
    while heads and (_is_verb(heads[0]) or heads[0].word in _GRADES):
        heads.pop(0)
    concrete = [
        word
        for word in content
        if not (word.word.endswith("ly") or is_vague(word))
        and not word.is_a("contact", "contact_verb", "unit", "number_word")
    ]
    return {
        "vague_share": vague / len(content) if content else 0.0,
        "concrete": min(len(concrete), 4) / 2,
        "head_vague": float(not heads or is_vague(heads[0])),
        "head_contact": float(bool(heads) and heads[0].is_a("contact")),
        "unknown": min(sum(not word.classes for word in content), 3) / 2,
        "time": float(bool(timed)),
    }


def _together(counts: Features) -> Features:
    """Return what only counts in company, or alone."""
    means = sum(counts.get(name, 0.0) > 0 for name in _MEANS)
    harm = counts.get("s_harm", 0.0) > 0
    lack = counts.get("m_lack", 0.0) > 0
    event = counts.get("ev_head", 0.0) + counts.get("ev_done", 0.0) + counts.get("become", 0.0)
    skill = counts.get("skill", 0.0) + counts.get("shift", 0.0)
    return {
        "means_clean": float(means > 0 and not harm and not lack),
        "lack_only": float(counts.get("m_lack_means", 0.0) > 0 and not harm),
        "kin_help": float(
            bool(counts.get("s_kin", 0.0)) and bool(counts.get("m_helper", 0.0)) and not harm
        ),
        "harm_weak_clean": float(
            bool(counts.get("s_harm_weak", 0.0) or counts.get("s_harm_other", 0.0))
            and not means
            and not lack
        ),
        "means_me": float(means > 0 and bool(counts.get("gives_me", 0.0)) and not lack),
        "means_two": float(means > 1 and not lack),
        "harm_clean": float(harm and not means),
        "harm_people": float(
            bool(harm or counts.get("s_harm_weak", 0.0))
            and bool(counts.get("s_beneficiary", 0.0) or counts.get("s_kin", 0.0))
        ),
        "event_only": float(event > 0 and skill == 0),
        "skill_only": float(skill > 0 and event == 0),
        "number_only": float(counts.get("number", 0.0) > 0 and skill == 0),
        "number_all_now": float(0 < counts.get("number", 0.0) <= counts.get("number_now", 0.0)),
    }


def total(weights: dict[str, float], counts: Features) -> float:
    """Return the weighted sum of one unit."""
    return weights.get("", 0.0) + sum(
        weights.get(name, 0.0) * value for name, value in counts.items()
    )


def best(weights: dict[str, float], units: Iterable[Features]) -> tuple[float, int]:
    """Return the highest sum and the place of the unit that has it."""
    sums = [(total(weights, counts), -place) for place, counts in enumerate(units)]
    top, place = max(sums, default=(-1.0, 0))
    return top, -place


def is_met(check: str, found: Findings, counts: list[Features]) -> bool:
    """Say whether a check is met: by its best unit, or by a deadline for "time_bound"."""
    if check == "time_bound":
        return any(mention.kind == DEADLINE for _, mention in found.times)
    return best(WEIGHTS[check], counts)[0] > 0
