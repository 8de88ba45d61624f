"""Collect what a text gives each check to go by: small patterns over classes of words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mentorcrm.core.coach import dates
from mentorcrm.core.coach.evidence_patterns import CHANGE, MEANS, STAKES
from mentorcrm.core.coach.patterns import PatternSet
from mentorcrm.core.coach.reading import Line, read
from mentorcrm.core.coach.segments import GOAL, Segment, segments

_ALL = PatternSet({**CHANGE, **MEANS, **STAKES})


@dataclass(frozen=True, slots=True)
class Evidence:
    """A fit of a named pattern: words ``first`` up to ``end`` of line ``row``."""

    name: str
    row: int
    first: int
    end: int
    in_goal: bool


@dataclass(frozen=True, slots=True)
class Findings:
    """A text taken apart, with all evidence found in it."""

    text: str
    lines: list[Line]
    segments: list[Segment]
    evidence: list[Evidence]
    times: list[tuple[int, dates.Mention]]


def findings(text: str, today: date) -> Findings:
    """Read a text and collect its evidence."""
    lines = read(text)
    parts = segments(lines)
    found: list[Evidence] = []
    mentions: list[tuple[int, dates.Mention]] = []
    for row, line in enumerate(lines):
        mentions += [(row, mention) for mention in dates.times(line, today)]
        goals = [part for part in parts if part.row == row and part.role == GOAL]
        for name, first, end in _ALL.find(line):
            in_goal = any(part.first <= first < part.end for part in goals)
            found.append(Evidence(name, row, first, end, in_goal))
    return Findings(text, lines, parts, found, mentions)


def named(found: Findings, names: Iterable[str]) -> list[Evidence]:
    """Return the evidence of the given names."""
    wanted = set(names)
    return [item for item in found.evidence if item.name in wanted]
