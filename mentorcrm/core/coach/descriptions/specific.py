"""Measure how specific a section is: numbers, names and concrete words against vague ones."""

from __future__ import annotations

from collections.abc import Sequence

from mentorcrm.core.coach.descriptions.section_cues import Word
from mentorcrm.core.coach.descriptions.section_empty import content_words

_SOFT = frozenset(
    """some several various many few stuff things something somehow better best good great nice
    improve improvement develop development grow growth success successful regularly sometimes
    often soon eventually someday flexible whatever whenever suitable appropriate relevant
    certain general overall etc really very quite maybe perhaps probably possibly hopefully
    basically network networking leadership communication skills potential level next excellence
    impact synergy holistic dynamic passionate motivated opportunity opportunities support
    guidance advice inspiring inspiration professional personally journey""".split()
)
_WANTED = {"time": 3, "style": 4, "offer": 5, "goal": 5}
_USUAL = 7


def specificity(name: str, words: Sequence[Word]) -> tuple[float, Word | None]:
    """Return how specific the words of a section are (0 to 1), and the first vague one."""
    content = content_words(words)
    soft = [word for word in words if word.word in _SOFT]
    numbers = sum(1 for word in words if "#" in word.classes or "BIG" in word.classes)
    concrete = len({word.word for word in content if word.word not in _SOFT})
    exact = concrete / _WANTED.get(name, _USUAL) + 0.25 * min(numbers, 2) - 0.2 * len(soft)
    return max(0.0, min(1.0, exact)), (soft[0] if soft else None)
