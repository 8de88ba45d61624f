"""Decide which sections of a job description are filled, from the pieces of its text."""

from __future__ import annotations

from collections.abc import Sequence

from mentorcrm.core.coach.descriptions.filled_weights import WEIGHTS
from mentorcrm.core.coach.descriptions.section_empty import content_words
from mentorcrm.core.coach.descriptions.section_scores import SECTIONS
from mentorcrm.core.coach.descriptions.sections import Piece

_SURE = 0.8
_LOW, _HIGH = -4.0, 4.0


def strengths(pieces: Sequence[Piece]) -> dict[str, float]:
    """Return for each section the log-odds that the text has something to say about it."""
    return {
        name: sum(
            weight * value
            for weight, value in zip(WEIGHTS[name], document_features(name, pieces), strict=True)
        )
        for name in SECTIONS
    }


def document_features(name: str, pieces: Sequence[Piece]) -> list[float]:
    """Return what the whole text shows about one section, as numbers for the fitted weights.

    Under the section's own heading, under the headings of others, and under none, each by
    the sentences that speak of it most; and whether it is announced and left empty.
    """
    own: list[float] = []
    others: list[float] = []
    free: list[float] = []
    content, announced = 0, False
    for piece in pieces:
        under = piece.heading.get(name, 0.0)
        announced = announced or under >= _SURE
        if piece.empty:
            continue
        score = max(_LOW, min(_HIGH, piece.reading.scores[name]))
        if under >= _SURE:
            own.append(score)
            content += len(content_words(piece.reading.words))
        elif under:
            free.append(min(_HIGH, score + 1.0))
        elif max(piece.heading.values(), default=0.0) >= _SURE:
            others.append(score)
        else:
            free.append(score)
    free.sort(reverse=True)
    has = float(content > 0)
    structured = float(len({piece.group for piece in pieces if piece.heading}) >= 3)
    best = free[0] if free else _LOW
    return [
        1.0,
        has,
        has * max(own, default=0.0),
        has * min(content, 12) / 12,
        float(announced and not content),
        best,
        max(0.0, free[1]) if len(free) > 1 else 0.0,
        max(others, default=_LOW),
        structured,
        structured * best,
        has * sum(own) / max(len(own), 1),
    ]
