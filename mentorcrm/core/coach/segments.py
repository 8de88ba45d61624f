"""Cut sentences into segments and say which of them states the goal."""

from __future__ import annotations

from dataclasses import dataclass

from mentorcrm.core.coach.patterns import PatternSet
from mentorcrm.core.coach.reading import Line

GOAL, OTHER = "goal", "other"

_CUTS = frozenset(", ; : ( ) – — [ ] / -".split())
_CONNECTIVES = frozenset(
    "because cause coz cuz bc since as so otherwise which who whose but while although though if unless whereas".split()
)
_SUBJECTS = frozenset(
    "i we he she they it my our the this that there his her their you nobody everyone".split()
)
_WANT = PatternSet(
    {
        "want": """
            i|we @want
            i|we would|will|shall|should|must|need|plan|am *{0,3}
            would|'d like|love to
            i|we|to hope|hoping|want|wish|intend|aim|plan
            ^ want|hope|hoping|aiming|looking|planning|trying|seeking|would|wish|keen|determined|wanting|need|going
            my|the|our *{0,2} @meta is|:|–|-|would
            @meta :
            what i am|want|need|would|wish *{0,4}
            i|we|to am|are going|trying|determined|keen|looking|aiming|hoping
            i|we finally? will|must|shall|should|need
            that is what i want
        """,
        "bare_verb": """
            ^ to? @event_strong|@event_verb|@skill_verb|@wish_verb|@skill_only|@contact_verb
            ^ @number_word|# !@unit
            ^ more|better|less
            ^ have|be|get|make|find
        """,
    }
)


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a sentence: words ``first`` up to ``end`` of line ``row``."""

    row: int
    first: int
    end: int
    role: str


def segments(lines: list[Line]) -> list[Segment]:
    """Return the segments of all sentences, each marked as goal or other."""
    found: list[Segment] = []
    for row, line in enumerate(lines):
        wants = {at for name, at, _ in _WANT.find(line) if name == "want"}
        bare = {at for name, at, _ in _WANT.find(line) if name == "bare_verb"}
        pieces = _pieces(line)
        for first, end in pieces:
            role = _role(line, row, first, end, wants, bare, found)
            found.append(Segment(row, first, end, role))
    return _with_a_goal(found)


def _pieces(line: Line) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    first = 0
    for at, word in enumerate(line):
        is_mark = word.kind == "mark" and word.word in _CUTS
        is_and = (
            word.word in ("and", "then") and at + 1 < len(line) and line[at + 1].word in _SUBJECTS
        )
        if is_mark or ((word.word in _CONNECTIVES or is_and) and at - first >= 2):
            if at > first:
                pieces.append((first, at))
            first = at + 1 if is_mark else at
    if len(line) > first:
        pieces.append((first, len(line)))
    return pieces


def _role(
    line: Line,
    row: int,
    first: int,
    end: int,
    wants: set[int],
    bare: set[int],
    before: list[Segment],
) -> str:
    words = line[first:end]
    lead = words[0].word
    if any(first <= at < end for at in wants):
        return GOAL
    if lead in (
        "because",
        "cause",
        "since",
        "so",
        "otherwise",
        "which",
        "who",
        "but",
        "if",
        "unless",
    ):
        return OTHER
    if lead in ("i", "my", "our", "we", "there") and row:
        return OTHER
    if first in bare or (row == 0 and not before):
        return GOAL if row == 0 or first == 0 else OTHER
    is_same = bool(before) and before[-1].row == row and before[-1].role == GOAL
    if is_same and lead not in _SUBJECTS:
        return GOAL
    return OTHER


def _with_a_goal(found: list[Segment]) -> list[Segment]:
    return found
