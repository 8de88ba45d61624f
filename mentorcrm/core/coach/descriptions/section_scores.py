"""Score one sentence for each of the eight sections by what is found in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from mentorcrm.core.coach.descriptions.section_cues import (
    CueBook,
    Word,
    cues_of,
    found_cues,
    words_of,
)
from mentorcrm.core.coach.descriptions.section_cues_mentor import MENTOR
from mentorcrm.core.coach.descriptions.section_cues_worth import WORTH
from mentorcrm.core.coach.descriptions.section_cues_writer import WRITER
from mentorcrm.core.coach.descriptions.section_features import features
from mentorcrm.core.coach.descriptions.section_model import log_odds

SECTIONS = ("goal", "obstacles", "experience", "style", "time", "offer", "why", "success")
"""The sections in their order: the same names as in the data file."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sentence says.

    ``scores`` are log-odds per section (above 0: it speaks of it), ``cues`` the sum of the
    cues found, where a fit begins, ``groups`` how many of each kind.
    """

    words: Sequence[Word]
    scores: dict[str, float]
    cues: dict[str, float]
    groups: dict[str, int]


@cache
def _cues() -> CueBook:
    return CueBook(cues_of(WRITER + MENTOR + WORTH))


def read_sentence(text: str, start: int, end: int) -> Reading:
    """Return what the sentence between two places of ``text`` says."""
    words = words_of(text, start, end)
    sums = dict.fromkeys(SECTIONS, 0.0)
    groups: dict[str, int] = {}
    for cue in found_cues(words, _cues()):
        had = groups.get(cue.name, 0)
        groups[cue.name] = had + 1
        sums[cue.section] += cue.weight if not had else 0.25 * max(cue.weight, 0.0) * (had < 3)
    odds = log_odds(features(words, groups))
    return Reading(words, dict(zip(SECTIONS, odds, strict=True)), sums, groups)
