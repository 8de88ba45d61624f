"""Find the eight sections of a job description in any text, and split a text into them."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field

from mentorcrm.core.coach.descriptions.section_blocks import Block, blocks, sentences
from mentorcrm.core.coach.descriptions.section_empty import is_empty_phrase
from mentorcrm.core.coach.descriptions.section_scores import SECTIONS, Reading, read_sentence

__all__ = ["SECTIONS", "Outline", "Piece", "Split", "sections_in", "split"]

_STRONG = 0.8
_UNSURE = -1.0
_CARRIED = 0.5
_TABLE = re.compile(r"^\|.*\n\|[ :|-]*-[ :|-]*(?:\n\|.*)*", re.MULTILINE)
_WHOLE_FROM = 3
"""How many paragraphs of prose make the one heading above them the title of the whole."""
LONGEST = 200_000
"""Characters that are read of a text: a hundred times a usual description, in two seconds."""
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """One sentence or line: its place, the section its heading means, what its words say."""

    start: int
    end: int
    heading: Mapping[str, float]
    reading: Reading
    empty: bool
    block: int
    group: int


@dataclass(frozen=True, slots=True)
class Outline:
    """Where a text speaks of which section: ``spans`` are places in the text, in order."""

    spans: dict[str, tuple[Span, ...]]
    headings: dict[str, tuple[Span, ...]]
    pieces: tuple[Piece, ...] = field(repr=False, default=())


@dataclass(frozen=True, slots=True)
class Split:
    """A text taken apart for import: each section's own part, and what stands before them all."""

    sections: dict[str, str]
    remainder: str


@dataclass(slots=True)
class _Place:
    """Under which heading the reader stands."""

    sections: Mapping[str, float] = field(default_factory=dict)
    level: int = 9
    group: int = 0
    inner: bool = False


def sections_in(text: str) -> Outline:
    """Find what ``text`` says about each section, under headings or in plain prose.

    Only the first ``LONGEST`` characters are read.
    """
    read, headings = _pieces(text[:LONGEST])
    spans: dict[str, list[Span]] = {name: [] for name in SECTIONS}
    for piece in read:
        if piece.empty:
            continue
        for name in SECTIONS:
            under = piece.heading.get(name, 0.0)
            if under >= _STRONG or piece.reading.scores[name] + 2 * under > 0:
                spans[name].append((piece.start, piece.end))
    return Outline({name: tuple(found) for name, found in spans.items()}, headings, tuple(read))


def _pieces(text: str) -> tuple[list[Piece], dict[str, tuple[Span, ...]]]:
    found = _titled(text, blocks(text))
    headings: dict[str, list[Span]] = {name: [] for name in SECTIONS}
    place = _Place()
    read: list[Piece] = []
    for number, block in enumerate(found):
        if block.is_heading:
            _enter(place, block)
            for name in block.sections:
                headings[name].append((block.start, block.end))
            if block.sections:
                continue
        under = block.sections or place.sections
        if block.sections and not block.is_heading:
            place.group += 1
        start = block.start if block.is_heading else block.body
        for first, last in sentences(text, start, block.end):
            reading = read_sentence(text, first, last)
            read.append(
                Piece(
                    first,
                    last,
                    under,
                    reading,
                    is_empty_phrase(reading.words, text[first:last]),
                    number,
                    place.group,
                )
            )
        if block.sections and block.kind == "text":
            place.sections, place.level = _carried(block), 8
    return read, {name: tuple(spans) for name, spans in headings.items()}


def _enter(place: _Place, block: Block) -> None:
    """Go under a heading: an unknown one below ours changes nothing."""
    place.group += 1
    if block.sections:
        place.sections, place.level = block.sections, block.level
    elif block.level <= place.level:
        place.sections, place.level = {}, block.level


def _carried(block: Block) -> dict[str, float]:
    """Return what a labelled paragraph means for those after it: a likelihood, not a heading."""
    return {name: _CARRIED * sure for name, sure in block.sections.items()}


def _titled(text: str, found: list[Block]) -> list[Block]:
    """Take the section from a first heading that is the title of the whole."""
    if len(found) < 2 or not found[0].is_heading:
        return found
    first = found[0]
    others = [block for block in found[1:] if block.is_heading]
    title = text[first.start : first.end].lower()
    above = bool(others) and all(block.level > first.level for block in others)
    prose = sum(block.kind == "text" and not block.sections for block in found[1:])
    labels = any(block.sections and not block.is_heading for block in found[1:])
    over_all = bool(others) or (first.level == 1 and (labels or prose >= _WHOLE_FROM))
    if above or (over_all and re.search(r"mentor|description|looking for|wanted", title)):
        found[0] = Block(first.start, first.end, "heading", first.body, first.level)
    return found


def split(text: str) -> Split:
    """Give every block of ``text`` to one section; only recognised heading lines are left out.

    What stands before the first section (a title) is the remainder. What stands after the first
    ``LONGEST`` characters goes unread to the section before it.
    """
    end = _end_of_reading(text)
    found = _titled(text, _with_whole_tables(text[:end]))
    parts: dict[str, list[Span]] = {name: [] for name in SECTIONS}
    before: list[Span] = []
    last: str | None = None
    place = _Place()
    for number, block in enumerate(found):
        if block.is_heading:
            _enter(place, block)
            if block.sections:
                last = _best(place.sections)
                continue
            if number == 0:
                before.append((block.start, block.end))
                continue
        for start, after, name in _assigned(text, block, place, last):
            last = name
            parts[name].append((start, after))
    if text[end:].strip():
        parts[last or "goal"].append((end, len(text)))
    return Split(
        {name: _joined(text, spans) for name, spans in parts.items()}, _joined(text, before)
    )


def _with_whole_tables(text: str) -> list[Block]:
    """Return the blocks of ``text``, a table as one: its rows are no labels of sections."""
    tables = deque(match.span() for match in _TABLE.finditer(text))
    found: list[Block] = []
    for block in blocks(text):
        while tables and tables[0][1] <= block.start:
            tables.popleft()
        last = found[-1] if found else None
        if not tables or block.end <= tables[0][0]:
            found.append(block)
        elif block.start < tables[0][0]:  # code, or a line that goes on in the table
            found.append(block)
            tables.popleft()
        elif last is not None and last.kind == "table" and last.start == tables[0][0]:
            found[-1] = Block(last.start, block.end, "table", last.start)
        else:
            found.append(Block(block.start, block.end, "table", block.start))
    return found


def _end_of_reading(text: str) -> int:
    """Return the place after the last whole line that is read."""
    if len(text) <= LONGEST:
        return len(text)
    return text.rfind("\n", 0, LONGEST) + 1 or LONGEST


def _assigned(
    text: str, block: Block, place: _Place, last: str | None
) -> list[tuple[int, int, str]]:
    """Return the parts of a block with the section each goes to."""
    if block.is_heading:
        return [(block.start, block.end, last or "goal")]
    under = _best(block.sections) or _best(place.sections)
    if under is not None and max((block.sections or place.sections).values()) >= _STRONG:
        if block.sections and block.kind == "text":
            place.sections, place.level = _carried(block), 8
        return [(block.start, block.end, under)]
    whole = text[block.start : block.end]
    cut = block.kind == "text" and "\n" not in whole.strip() and not re.search(r"[*_`<\[|]", whole)
    spans = list(sentences(text, block.start, block.end)) if cut else [(block.start, block.end)]
    named: list[tuple[int, int, str]] = []
    for start, end in spans:
        name = _section_of(text, start, end, place.sections) or last or under or "goal"
        last = name
        if named and named[-1][2] == name:
            named[-1] = (named[-1][0], end, name)
        else:
            named.append((start, end, name))
    return named


def _section_of(text: str, start: int, end: int, under: Mapping[str, float]) -> str | None:
    scores = dict.fromkeys(SECTIONS, _UNSURE)
    for first, last in sentences(text, start, end):
        for name, score in read_sentence(text, first, last).scores.items():
            scores[name] = max(scores[name], score + 2 * under.get(name, 0.0))
    name = max(SECTIONS, key=lambda section: scores[section])
    return name if scores[name] > _UNSURE else None


def _best(sections: Mapping[str, float]) -> str | None:
    return max(sections, key=lambda name: sections[name]) if sections else None


def _joined(text: str, spans: list[Span]) -> str:
    """Return the text of the spans; neighbours keep what stood between them."""
    parts: list[str] = []
    end = -1
    for start, after in spans:
        if parts:
            between = text[end:start]
            parts.append(between if not between.strip() and between else "\n\n")
        parts.append(text[start:after])
        end = after
    return "".join(parts)
