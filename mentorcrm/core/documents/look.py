"""The few colours and sizes that every format of a document shares."""

from __future__ import annotations

from unicodedata import bidirectional

INK = "1B1F27"
MUTED = "525B69"
LINK = "2A5BB8"
LINE = "D5D9E0"
SHADE = "F4F5F7"

PAPERS = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
"""Width and height in millimetres (ISO 216; ANSI/ASME Y14.1)."""

OPEN_BOX, TICKED_BOX = "\u2610", "\u2611"

_RIGHT_TO_LEFT = ("R", "AL")


def is_right_to_left(text: str) -> bool:
    """Tell whether the first letter with a direction is written from right to left."""
    for letter in text:
        if letter.isascii():
            if letter.isalpha():
                return False
        elif (side := bidirectional(letter)) in ("L", *_RIGHT_TO_LEFT):
            return side in _RIGHT_TO_LEFT
    return False
