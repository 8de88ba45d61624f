"""Score one sentence for each of the eight sections by the cues found in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from mentorcrm.core.coach.section_cues import Cue, Word, cues_of, encoded, found_cues, words_of
from mentorcrm.core.coach.section_cues_mentor import MENTOR
from mentorcrm.core.coach.section_cues_worth import WORTH
from mentorcrm.core.coach.section_cues_writer import WRITER

SECTIONS = ("goal", "obstacles", "experience", "style", "time", "offer", "why", "success")
"""The sections in their order: the same names as in the data file."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sentence says: its words, a score per section, the place that says it best."""

    words: Sequence[Word]
    scores: dict[str, float]
    seen: dict[str, tuple[int, int]]
    groups: dict[str, float]


@cache
def _cues() -> tuple[Cue, ...]:
    return cues_of(WRITER + MENTOR + WORTH)


def read_sentence(text: str, start: int, end: int) -> Reading:
    """Return what the sentence between two places of ``text`` says."""
    words = words_of(text, start, end)
    scores = dict.fromkeys(SECTIONS, 0.0)
    groups: dict[str, float] = {}
    seen: dict[str, tuple[int, int]] = {}
    strongest = dict.fromkeys(SECTIONS, 0.0)
    for cue, first, last in found_cues(encoded(words), _cues()):
        had = groups.get(cue.name, 0.0)
        groups[cue.name] = had + 1
        if not had:
            scores[cue.section] += cue.weight
        elif cue.weight > 0 and had < 3:
            scores[cue.section] += cue.weight * 0.25
        if cue.weight > strongest[cue.section]:
            strongest[cue.section] = cue.weight
            seen[cue.section] = (words[first].start, words[min(last, len(words)) - 1].end)
    return Reading(words, {name: max(score, -1.0) for name, score in scores.items()}, seen, groups)
