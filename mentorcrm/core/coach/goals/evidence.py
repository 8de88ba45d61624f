"""Collect what a text gives each check to go by: small patterns over classes of words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentorcrm.core.coach.goals import dates
from mentorcrm.core.coach.goals.evidence_patterns import CHANGE, MEANS, STAKES
from mentorcrm.core.coach.goals.patterns import PatternSet
from mentorcrm.core.coach.goals.reading import Line, Word, read
from mentorcrm.core.coach.goals.segments import Unit, units

LONGEST = 8_000
_ALL = PatternSet({**CHANGE, **MEANS, **STAKES})
_NUMBERS = frozenset({"number", "number_contact", "number_goal", "level"})
_NO_COUNT = frozenset("a an one half k m couple few several".split())
_LABELS = frozenset(
    "week phase line room chapter part module level ward grade step version no building".split()
)
_SMALL = frozenset(
    """
    i we my our me us the a an to and or of in on at for with by from as is are be am was were been
    will would shall should can could may might must have has had do does did not no it its this
    that these those there he she they his her their them you your who whom which what when where
    how why if than then so but because while also too very just only more most some any all each
    every other into onto out up down off over under about around through per via before after until
    till within during between since one get want like would 's own really quite bit say please
    """.split()
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A fit of a named pattern: words ``first`` up to ``end`` of line ``row``."""

    name: str
    row: int
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Findings:
    """A text taken apart, with all evidence found in it."""

    text: str
    lines: list[Line]
    units: list[Unit]
    evidence: list[list[Evidence]]
    """The evidence of each unit."""
    times: list[tuple[int, dates.Mention]]


def findings(text: str, today: date) -> Findings:
    """Read a text, its first ``LONGEST`` characters, and collect its evidence."""
    text = text[:LONGEST]
    lines = read(text)
    parts = units(lines)
    mentions = [
        (row, mention) for row, line in enumerate(lines) for mention in dates.times(line, today)
    ]
    timed = {(row, at) for row, mention in mentions for at in range(mention.first, mention.end)}
    by_row = [
        [
            Evidence(name, row, first, end)
            for name, first, end in _ALL.find(line)
            if _counts(name, line, row, first, timed)
        ]
        for row, line in enumerate(lines)
    ]
    evidence = [
        [item for item in by_row[part.row] if part.first <= item.first < part.end] for part in parts
    ]
    return Findings(text, lines, parts, evidence, mentions)


def _counts(name: str, line: Line, row: int, first: int, timed: set[tuple[int, int]]) -> bool:
    """Say whether a fit counts: a date is no number, and neither is "a"."""
    if name in _NUMBERS:
        return (row, first) not in timed and _is_count(line, first)
    return (row, first) not in timed or name.startswith(("m_", "s_"))


def _is_count(line: Line, at: int) -> bool:
    """Say whether a number counts something: not "60th", "week 38", "two terms" or "one"."""
    if line[at].word in _NO_COUNT:
        return False
    if line[at].kind != "number" and not line[at].is_a("number_word"):
        return True
    after = line[at + 1] if at + 1 < len(line) else None
    before = line[at - 1] if at else None
    if after is not None and (after.is_a("span_unit") or after.word in ("th", "st", "nd", "rd")):
        return False
    return before is None or before.lemma not in _LABELS


def is_content(word: Word) -> bool:
    """Say whether a word carries meaning by itself."""
    return word.kind == "word" and word.word not in _SMALL


def is_vague(word: Word) -> bool:
    """Say whether a word belongs to bare wishes only."""
    return word.is_a("wish_noun", "wish_adj", "wish_verb", "want", "meta") and not word.is_a(
        "topic", "credential", "event_strong"
    )
