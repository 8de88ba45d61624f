"""Decide which sections of a job description are filled, from the pieces of its text."""

from __future__ import annotations

from collections.abc import Sequence

from mentorcrm.core.coach.section_empty import content_words
from mentorcrm.core.coach.section_scores import SECTIONS
from mentorcrm.core.coach.sections import Piece

_ENOUGH = 1.0
_HEADED = 0.8


def strengths(pieces: Sequence[Piece]) -> dict[str, float]:
    """Return for each section how strongly the text speaks of it; 1 and more counts as filled."""
    return {name: _strength(name, pieces) for name in SECTIONS}


def is_filled(strength: float) -> bool:
    """Say whether this strength counts as filled."""
    return strength >= _ENOUGH


def _strength(name: str, pieces: Sequence[Piece]) -> float:
    values = []
    for piece in pieces:
        if piece.empty:
            continue
        own = piece.heading.get(name, 0.0)
        score = piece.reading.scores[name]
        if own >= _HEADED and name != "why":
            content = len(content_words(piece.reading.words))
            score = max(score, 0.0) + (1.0 if content >= 2 else 0.6)
        elif own:
            score += own * 0.7
        elif piece.heading and max(piece.heading.values()) >= _HEADED:
            score *= 0.6
        values.append(score)
    values.sort(reverse=True)
    return sum(
        value * factor for value, factor in zip(values, (1.0, 0.35, 0.2), strict=False) if value > 0
    )
