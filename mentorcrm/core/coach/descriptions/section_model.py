"""Add up the fitted weights of what a sentence shows, into log-odds for each section.

The weights are fitted by tests/tables/fit_sections.py; reading them needs plain Python only.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from mentorcrm.core.coach.descriptions import section_weights, section_weights_more

SCALE = 20
"""Weights are kept as whole numbers, this many to one."""


@cache
def weights() -> dict[str, tuple[int, ...]]:
    """Return the weights of each feature, one number per section in their order."""
    found = {}
    for line in (section_weights.LINES + section_weights_more.LINES).split():
        name, _mark, numbers = line.rpartition("=")
        found[name] = tuple(int(number) for number in numbers.split(","))
    return found


def log_odds(shown: Iterable[str]) -> tuple[float, ...]:
    """Return how likely a sentence with these features speaks of each section (0 = even)."""
    known = weights()
    sums = list(known.get("bias", (0,) * 8))
    for name in shown:
        found = known.get(name)
        if found is not None:
            for place, number in enumerate(found):
                sums[place] += number
    return tuple(total / SCALE for total in sums)
