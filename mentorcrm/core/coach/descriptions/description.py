"""Coach the job description of an ideal mentor: what is there, what would make it stronger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mentorcrm.core.coach.descriptions.filled import strengths
from mentorcrm.core.coach.descriptions.section_scores import SECTIONS
from mentorcrm.core.coach.descriptions.section_why import why_parts
from mentorcrm.core.coach.descriptions.sections import Piece, sections_in
from mentorcrm.core.coach.descriptions.specific import specificity
from mentorcrm.core.coach.descriptions.texts import (
    missing,
    not_understood,
    question,
    seen_text,
    why_texts,
)
from mentorcrm.core.coach.goals.goal import check_goal

PROVISIONAL_BELOW = 60
"""Per cent of completeness below which a match is called provisional (product.md)."""

WEIGHTS = {
    "goal": 15, "obstacles": 12, "experience": 16, "style": 9,
    "time": 12, "offer": 10, "why": 16, "success": 10,
}  # fmt: skip
"""Per cent points of each section; docs/coach_descriptions.md gives the reason of each."""

_FILLED_SHARE = 0.7
"""The share of a section's points it has by being there; the rest is for being specific."""

_ELSEWHERE = 1.0
"""How much stronger a why must be said in other sections when its own is left empty."""

_SURE = 1.0
_LONGEST_GOAL = 2000
_ANY_DAY = date(2000, 1, 1)
"""What is specific or measurable does not depend on the day it is asked."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SectionVerdict:
    """What the coach says of one section."""

    filled: bool
    score: float
    saw: str
    question: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class WhyVerdict:
    """The why, judged apart: why this, why now, what it is part of."""

    filled: bool
    this: bool
    now: bool
    part_of: bool
    saw: str
    question: str


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that would make the description stronger, and the place it is about."""

    section: str
    start: int | None
    end: int | None
    text: str
    question: str
    gain: int


@dataclass(frozen=True, slots=True)
class DescriptionVerdict:
    """What the coach says of a whole description: ``completeness`` in per cent."""

    completeness: int
    provisional: bool
    sections: dict[str, SectionVerdict]
    why: WhyVerdict
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class _Source:
    """A text with its pieces; ``owner`` is the section whose own text it is, if any."""

    text: str
    pieces: tuple[Piece, ...]
    owner: str | None


def check_description(text: str) -> DescriptionVerdict:
    """Judge a job description in free text, with headings or without; never raises."""
    return _judged([_Source(text, sections_in(text).pieces, None)])


def check_sections(sections: Mapping[str, str]) -> DescriptionVerdict:
    """Judge the eight texts of the editor; what stands in another section counts as well.

    Places in the verdict are places in the section's own text; a section that is only
    spoken of elsewhere has none.
    """
    sources = []
    for name in SECTIONS:
        text = sections.get(name, "")
        heading = {name: 1.0}
        pieces = tuple(
            Piece(p.start, p.end, p.heading or heading, p.reading, p.empty, p.block, p.group)
            for p in sections_in(text).pieces
        )
        sources.append(_Source(text, pieces, name))
    return _judged(sources, {} if sections.get("why", "").strip() else {"why": _ELSEWHERE})


def _judged(sources: list[_Source], least: Mapping[str, float] | None = None) -> DescriptionVerdict:
    """Judge the sources; a section with a ``least`` strength needs more than any sign of it."""
    pieces = [piece for source in sources for piece in source.pieces]
    strong = strengths(pieces)
    if strong["goal"] <= 0 and _is_said_as_goal(sources):
        strong["goal"] = _SURE
    verdicts: dict[str, SectionVerdict] = {}
    reasons: list[Reason] = []
    points = 0.0
    for name in SECTIONS:
        strength = strong[name] - (least or {}).get(name, 0.0)
        verdict, found = _section(name, strength, sources)
        verdicts[name] = verdict
        reasons += found
        points += WEIGHTS[name] * verdict.score
    why = _why(sources, verdicts["why"])
    completeness = max(0, min(100, round(points)))
    ordered = tuple(sorted(reasons, key=lambda reason: -reason.gain))
    return DescriptionVerdict(
        completeness, completeness < PROVISIONAL_BELOW, verdicts, why, ordered
    )


def _is_said_as_goal(sources: list[_Source]) -> bool:
    """Say whether the checks of goals find one under the goal's own heading."""
    said = " ".join(
        source.text[piece.start : piece.end]
        for source in sources
        for piece in source.pieces
        if piece.heading.get("goal", 0.0) >= 0.8 and not piece.empty
    )
    checks = check_goal(said[:_LONGEST_GOAL], _ANY_DAY) if said else {}
    return any(checks[name].met for name in ("specific", "measurable") if name in checks)


def _section(
    name: str, strength: float, sources: list[_Source]
) -> tuple[SectionVerdict, list[Reason]]:
    filled = strength > 0
    evidence = _evidence(name, sources) if filled else []
    spans = tuple(
        (piece.start, piece.end) for source, piece in evidence if source.owner in (None, name)
    )
    if not filled:
        return _open(name, sources)
    words = [word for _source, piece in evidence for word in piece.reading.words]
    exact, vague = specificity(name, words)
    asked, text = question(name, True), missing(name, True, True)
    if name == "why":
        parts = why_parts([piece for _source, piece in evidence])
        exact = min(exact, sum(parts) / len(parts))
        said, open_part = why_texts(True, *parts)
        asked, text = (open_part, said) if open_part else (asked, text)
    score = round(_FILLED_SHARE + (1 - _FILLED_SHARE) * exact, 2)
    quote = _quote(name, evidence)
    verdict = SectionVerdict(True, score, seen_text(quote), asked, spans)
    gain = round(WEIGHTS[name] * (1 - score))
    if gain < 1:
        return verdict, []
    start, end = spans[0] if spans else (None, None)
    if vague and spans and any(first <= vague.start < last for first, last in spans):
        start, end = vague.start, vague.end
    return verdict, [Reason(name, start, end, text, asked, gain)]


def _open(name: str, sources: list[_Source]) -> tuple[SectionVerdict, list[Reason]]:
    """Say that a section is open, and point at its place if the text has one."""
    place = _announced(name, sources)
    if place is None:
        saw, span = missing(name, False), None
    else:
        span, has_words = place
        saw = not_understood() if has_words else missing(name, True)
    verdict = SectionVerdict(False, 0.0, saw, question(name), ())
    start, end = span or (None, None)
    return verdict, [Reason(name, start, end, saw, verdict.question, WEIGHTS[name])]


def _evidence(name: str, sources: list[_Source]) -> list[tuple[_Source, Piece]]:
    """Return the pieces that speak of a section, best first words of each kept in order."""
    found = []
    for source in sources:
        for piece in source.pieces:
            own = piece.heading.get(name, 0.0)
            if not piece.empty and (own >= 0.8 or piece.reading.scores[name] > 0):
                found.append((source, piece))
    if found:
        return found
    everything = [(source, piece) for source in sources for piece in source.pieces]
    return sorted(everything, key=lambda pair: -pair[1].reading.scores[name])[:1]


def _announced(name: str, sources: list[_Source]) -> tuple[Span, bool] | None:
    """Return the first place under the section's own heading, and whether it has real words."""
    found = [
        ((piece.start, piece.end), not piece.empty)
        for source in sources
        for piece in source.pieces
        if piece.heading.get(name, 0.0) >= 0.8 and source.owner in (None, name)
    ]
    return next((place for place in found if place[1]), found[0] if found else None)


def _quote(name: str, evidence: list[tuple[_Source, Piece]]) -> str:
    source, piece = max(evidence, key=lambda pair: pair[1].reading.scores[name])
    return " ".join(source.text[piece.start : piece.end].split())


def _why(sources: list[_Source], verdict: SectionVerdict) -> WhyVerdict:
    pieces = [piece for _source, piece in _evidence("why", sources)] if verdict.filled else []
    this, now, part_of = why_parts(pieces)
    saw, asked = why_texts(verdict.filled, this, now, part_of)
    return WhyVerdict(verdict.filled, this, now, part_of, saw, asked)
