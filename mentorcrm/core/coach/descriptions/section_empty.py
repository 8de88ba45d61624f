"""Tell an empty phrase ("tbd", "we'll see", a sentence to finish) from content."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mentorcrm.core.coach.descriptions.section_cues import Word

_LATER = (
    "to be decided", "to be discussed", "to be confirmed", "to fill in", "to come", "to follow",
    "under review", "need to think", "still thinking", "think about it", "thinking it over",
    "no idea", "not sure", "do not know", "can not say", "could not decide", "have not decided",
    "up to you", "we will see", "we can talk", "see above", "see below", "no preference",
    "not fussed", "whatever suits", "fill in", "fill this", "left blank", "come back to",
    "not decided", "undecided", "to discuss", "ask me", "call me", "in person", "work it out",
    "figure something out", "to do", "not yet", "later", "not the writing type", "let us not",
    "leave it open", "too tired",
    "as you like", "as you wish", "does not matter", "do not mind", "do not care", "not applicable",
    "none worth", "can not think of", "nothing to give", "nothing to offer", "to be agreed",
    "as it comes", "as and when", "have not thought", "not thought", "have not put", "not really",
    "i am flexible", "at present", "left empty", "cannot offer", "can not offer", "prefer to speak",
    "subject to", "goes without saying", "do not have one", "not have one", "whatever works",
    "you decide", "your call", "we can see", "some other time", "another time", "fill this in",
)  # fmt: skip

_TO_FINISH = re.compile(r"(?:^|\s)(?:…|\.{3,}|_{2,})(?:\s|[.,]|$)")
"""An ellipsis or a line to write on, with blanks around it."""


def content_words(words: Sequence[Word]) -> list[Word]:
    """Return the words that carry a meaning of their own."""
    return [
        word
        for word in words
        if len(word.word) > 1
        and word.word[0].isalnum()
        and "STOP" not in word.classes
        and "VAGUE" not in word.classes
        and "ME" not in word.classes
    ] + [word for word in words if word.word.isdigit() and len(word.word) == 1]


def is_empty_phrase(words: Sequence[Word], text: str = "") -> bool:
    """Say whether a sentence only says that nothing is there yet.

    ``text`` is the sentence as written: an ellipsis that stands alone is a place left to fill.
    """
    content = content_words(words)
    if not content or (len(content) <= 3 and _TO_FINISH.search(text)):
        return True
    if len(words) > 16:
        return False
    said = " " + " ".join(word.word for word in words) + " "
    later = any(f" {phrase} " in said for phrase in _LATER)
    return later and len(content) <= 3
