"""Cut a text into units that say one thing each: a goal, a means, a reason, or something else."""

from __future__ import annotations

from dataclasses import dataclass

from mentorcrm.core.coach.goals.reading import Line

_HARD = frozenset("; : ( ) – — [ ] •".split())
_ALWAYS = frozenset("because cause coz cuz bcz otherwise".split())
_AFTER_COMMA = frozenset(
    """
    because since as so otherwise but and while although though if unless whereas when once which where who without
    i we he she they it my our the this that there his her their you nobody everyone every each no
    one two with a an in at then thanks
    """.split()
)
_AFTER_AND = frozenset(
    "i we he she they it my our the there his her their nobody everyone if want wish hope would need".split()
)
_FINITE = frozenset("is are was were has will can pays covers lends helps".split())
_RELATIVE = frozenset("that which who whose what when where how to".split())
_JOINERS = frozenset("and but so then".split())
_LEADS = frozenset(
    """
    by before until till within in over during from after at when between starting as on for this next
    come throughout once honestly well frankly aim goal target ok okay so plan to
    """.split()
)
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Unit:
    """Words ``first`` up to ``end`` of line ``row``."""

    row: int
    first: int
    end: int


def units(lines: list[Line]) -> list[Unit]:
    """Return the units of all sentences, in order, without the marks around them."""
    return [Unit(row, first, end) for row, line in enumerate(lines) for first, end in _pieces(line)]


def _pieces(line: Line) -> list[tuple[int, int]]:
    cuts = [at for at in range(1, len(line)) if _is_cut(line, at)]
    pieces: list[tuple[int, int]] = []
    for first, end in zip([0, *cuts], [*cuts, len(line)], strict=True):
        trimmed = _trimmed(line, first, end)
        if trimmed is None:
            continue
        if pieces and _belongs(line, pieces, trimmed, line[first].word):
            pieces[-1] = (pieces[-1][0], trimmed[1])
        else:
            pieces.append(trimmed)
    return pieces


def _belongs(line: Line, pieces: list[tuple[int, int]], piece: tuple[int, int], mark: str) -> bool:
    """Say whether a piece goes on with the one before: after "By June," or for a single word."""
    start, end = pieces[-1]
    is_lead = len(pieces) == 1 and start == 0 and line[0].word in _LEADS and mark in (",", ":")
    is_short = piece[1] - piece[0] < _SHORTEST and mark == ","
    return is_lead or is_short or (len(pieces) == 1 and end - start < _SHORTEST)


def _trimmed(line: Line, first: int, end: int) -> tuple[int, int] | None:
    while first < end and line[first].kind == "mark" and line[first].word not in "€$£":
        first += 1
    while end > first and line[end - 1].kind == "mark" and line[end - 1].word not in "%€$£":
        end -= 1
    return (first, end) if end > first else None


def _has_verb(line: Line, at: int) -> bool:
    """Say whether the words up to the next mark have a verb of their own."""
    for word in line[at : at + 8]:
        if word.kind == "mark" or word.word in _RELATIVE:
            return False
        if word.word in _FINITE:
            return True
    return False


def _is_cut(line: Line, at: int) -> bool:
    """Say whether a new unit begins at ``at``."""
    word = line[at]
    after = line[at + 1] if at + 1 < len(line) else None
    if word.kind == "mark":
        if word.word in _HARD:
            return True
        is_dash = word.word == "-" and line[at - 1].end < word.start
        is_new = after is not None and (after.word in _AFTER_COMMA or after.is_capital)
        return is_dash or (word.word == "," and (is_new or _has_verb(line, at + 1)))
    if line[at - 1].kind == "mark" or after is None:
        return False
    if word.word in _JOINERS:
        is_between = any(other.word == "between" for other in line[max(0, at - 5) : at])
        starts = after.word in _AFTER_AND or (word.word == "so" and after.word == "that")
        return starts and not is_between
    return word.word in _ALWAYS
