"""Judge the why apart: why this, why now, what it is part of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mentorcrm.core.coach.descriptions.sections import Piece

_NOW = re.compile(
    r" (?:now|today|currently|soon|already|since|this (?:year|month|spring|summer|autumn|winter|"
    r"week)|last (?:year|month|spring|summer|autumn|winter|week|april|may)|next (?:year|month|"
    r"spring|summer|autumn|winter|great)|before|by 20\d\d|in 20\d\d|20\d\d|until|still|left|"
    r"any longer|anymore|no longer|after us|deadline|urgent|days?|weeks?|months?|"
    r"(?:in|by|from|this|next) (?:january|february|march|april|may|june|july|august|september|"
    r"october|november|december|spring|summer|autumn|winter)) "
)
_THIS = re.compile(
    r" (?:because|so that|that is why|matters?|means?|otherwise|if|without|so|when|the reason|"
    r"as|depends?|loses?|lost|dies?|closes?|suffers?|needs?|deserves?|wait(?:s|ing)?) "
)


def why_parts(pieces: Sequence[Piece]) -> tuple[bool, bool, bool]:
    """Say whether the why answers why this, why now, and what it is part of."""
    said = " " + " ".join(word.word for piece in pieces for word in piece.reading.words) + " "
    classes = {name for piece in pieces for word in piece.reading.words for name in word.classes}
    this = bool(_THIS.search(said)) or "LOSE" in classes
    return this, bool(_NOW.search(said)), "OTHERS" in classes
