"""Which entries fit what was typed, the best first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mentorcrm.core.text import fold

_WIDEST_GAP = 24
_BY_OTHER_WORDS = 10


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found: a command, a person, a goal."""

    kind: str
    id: str
    text: str
    icon: str
    note: str = ""
    """Shown at the end of the line: the keys of a command, the company of a person."""
    fits_anyway: bool = False
    """True when a search found it by what is not in ``text``, such as a company."""


def score(typed: str, text: str) -> int | None:
    """Return how well ``typed`` fits ``text``, both folded; None when it does not."""
    place = text.find(typed)
    if place >= 0:
        starts_word = place == 0 or text[place - 1] == " "
        return 100 - min(place, 40) - (0 if starts_word else 20)
    last, gap = -1, 0
    for letter in typed:
        found = text.find(letter, last + 1)
        if found < 0:
            return None
        gap += found - last - 1
        last = found
    return 40 - gap if gap < _WIDEST_GAP else None


def best(typed: str, entries: Iterable[Entry], limit: int = 12) -> list[Entry]:
    """Return the entries that fit best; with nothing typed the first ones."""
    wanted = fold(typed)
    ranked: list[tuple[int, int, Entry]] = []
    for order, entry in enumerate(entries):
        points = score(wanted, fold(entry.text)) if wanted else 1
        if points is None and entry.fits_anyway:
            points = _BY_OTHER_WORDS
        if points is not None:
            ranked.append((-points, order, entry))
    ranked.sort(key=lambda item: item[:2])
    return [entry for _points, _order, entry in ranked[:limit]]
