"""Tell English from other languages by its smallest words."""

from __future__ import annotations

from mentorcrm.core.coach.goals.evidence import Findings

_ENGLISH = frozenset(
    """
    the a an of to and in for i my me by on at with is are be will want from that this so as it
    have has our we you not or but who what when get more before until next can would like am
    become new first least about up out make do year month week year years months
    """.split()
)
_FEW = 6


def is_english(found: Findings) -> bool:
    """Say whether a text may be English; one of a few words gets the benefit of the doubt."""
    words = [word for line in found.lines for word in line if word.kind == "word"]
    letters = [word for word in words if word.word.isascii()]
    if words and len(letters) < len(words) * 0.6:
        return False
    known = sum(word.word in _ENGLISH or bool(word.classes) for word in words)
    if len(words) < _FEW:
        return True
    small = sum(word.word in _ENGLISH for word in words)
    return small >= len(words) * 0.1 or known >= len(words) * 0.5
