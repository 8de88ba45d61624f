"""Folding of text, so that names compare and sort as people expect."""

from __future__ import annotations

import unicodedata

_WITHOUT_STROKE = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d"}
    | {"þ": "th"}
)
"""Letters that Unicode does not take apart, though people leave their strokes out."""


def fold(text: str) -> str:
    """Return ``text`` without case, accents and surplus white space."""
    if text.isascii():
        return " ".join(text.lower().split())
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(bare.casefold().translate(_WITHOUT_STROKE).split())
