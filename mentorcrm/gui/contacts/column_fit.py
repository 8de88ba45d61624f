"""Which columns of the table fit into the room there is, and how wide they are."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

_NARROWEST = 0.8
"""How much of its usual width a column keeps; what does not fit then is left out or scrolled."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A column that would like to be shown: its place, usual width, and how long it stays."""

    place: int
    width: int
    stays: int


def fitted(wishes: Sequence[Wish], room: int, *, leave_out: bool) -> dict[int, int]:
    """Return the width of each column that is shown.

    With ``leave_out`` those that stay least go first until the others fit; without it all
    are shown, and the table scrolls sideways where they are too many.
    """
    shown = list(wishes)
    while leave_out and len(shown) > 1 and _total(shown) * _NARROWEST > room:
        shown.remove(min(shown, key=lambda wish: wish.stays))
    share = min(1.0, max(_NARROWEST, room / max(1, _total(shown))))
    return {wish.place: int(wish.width * share) for wish in shown}


def _total(wishes: Collection[Wish]) -> int:
    return sum(wish.width for wish in wishes)
