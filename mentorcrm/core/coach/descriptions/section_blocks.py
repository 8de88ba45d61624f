"""Take a text apart into blocks: headings, list items, paragraphs; and these into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from mentorcrm.core.coach.descriptions.section_headings import heading_sections

_ATX = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(?P<title>.*?))?[ \t]*#*[ \t]*$")
_SETEXT = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_BOLD_LINE = re.compile(r"[\s\d.)]*(\*\*|__)(?P<title>[^*_\n]{1,90})\1[ \t]*:?[ \t]*$")
_BOLD_LABEL = re.compile(r"[\W\d]{0,6}?(\*\*|__)(?P<title>[^*_\n]{1,90})\1\s*[:.–—-]*\s*(?=\S)")
_ITEM = re.compile(
    r"\s{0,12}(?:[-+*•·▪◦‣~–—>»→✓✔☐]|\(?\d{1,3}[.):]|\(?[a-zA-Z][.)]|\(?[ivx]{1,4}[.)]"
    r"|0\d(?=\s)|[\U0001F300-\U0001FAFF☀-➿]️?)\s+"
)
_LABEL = re.compile(
    r"[^\w\n]*(?P<title>[^\W\d_][^:=\n.!?]{0,70}?)(?:\s*(?:::?|=|\.{3,}|…)\s+|\s*:\s*(?=\S)|\s+[–—|-]+\s+)"
)
_ASKED = re.compile(r"[^\w\n]*(?P<title>[^\W\d_][^:\n.!?]{0,50}?)\s*\?\s+(?=\S)")
_END_OF_SENTENCE = re.compile(r"(?:[.!?…]+[\"'”’)\]*_]*(?=\s|$)|;(?=\s)|\n)")
_SHORT = re.compile(
    r"(?:\b(?:e\.g|i\.e|approx|dr|mr|mrs|ms|st|prof|incl|etc|vs|no|ca|min|max|ltd|co|hrs|[a-z]))\.$",
    re.IGNORECASE,
)
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Block:
    """A heading line, a list item, a paragraph or a fenced block: its place in the text."""

    start: int
    end: int
    kind: str
    body: int
    level: int = 0
    sections: dict[str, float] = field(default_factory=dict)

    @property
    def is_heading(self) -> bool:
        """Say whether it only announces what follows."""
        return self.kind == "heading"


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str


def _lines(text: str) -> list[_Line]:
    lines = []
    start = 0
    for part in text.splitlines(keepends=True):
        end = start + len(part)
        lines.append(
            _Line(
                start,
                start + len(part.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")),
                part.rstrip(),
            )
        )
        start = end
    return lines


def blocks(text: str) -> list[Block]:
    """Return the blocks of ``text`` in order; only white space stands between them."""
    return list(_Reader(text).read())


class _Reader:
    """Walk over the lines once; a line belongs to one block."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = _lines(text)
        self.at = 0

    def read(self) -> Iterator[Block]:
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if not line.text.strip():
                self.at += 1
            elif _FENCE.match(line.text):
                yield self._fenced()
            else:
                yield self._heading() or self._flowing()

    def _fenced(self) -> Block:
        first = self.lines[self.at]
        self.at += 1
        while self.at < len(self.lines) and not _FENCE.match(self.lines[self.at].text):
            self.at += 1
        last = self.lines[min(self.at, len(self.lines) - 1)]
        self.at += 1
        return Block(first.start, last.end, "code", first.start)

    def _heading(self) -> Block | None:
        line = self.lines[self.at]
        found = _ATX.match(line.text)
        if found:
            return self._announce(1, len(found[1]), found["title"] or "")
        after = self.lines[self.at + 1] if self.at + 1 < len(self.lines) else None
        if after and _SETEXT.match(after.text) and not _ITEM.match(line.text):
            level = 1 if after.text.strip().startswith("=") else 2
            return self._announce(2, level, line.text)
        bold = _BOLD_LINE.match(line.text)
        if bold and (heading_sections(bold["title"]) or self._is_lonely()):
            return self._announce(1, 3, bold["title"])
        if self._is_bare_heading(line.text):
            return self._announce(1, 3, line.text)
        return None

    def _announce(self, lines: int, level: int, title: str) -> Block:
        first, last = self.lines[self.at], self.lines[self.at + lines - 1]
        self.at += lines
        return Block(first.start, last.end, "heading", last.end, level, heading_sections(title))

    def _is_lonely(self) -> bool:
        """Say whether blank lines stand on both sides of the present line."""
        before = self.at == 0 or not self.lines[self.at - 1].text.strip()
        return before and self._is_followed() and not self.lines[self.at + 1].text.strip()

    def _is_followed(self) -> bool:
        return self.at + 1 < len(self.lines)

    def _is_bare_heading(self, line: str) -> bool:
        """Say whether a plain line announces a section: short, known, something after it."""
        words = line.split()
        if len(words) > 9 or len(line) > 80 or not self._is_followed():
            return False
        ends_open = line.endswith(":")
        if not ends_open and (line[-1] in ".!,;" or _ITEM.match(line) or ":" in line):
            return False
        if not ends_open and self.at and self.lines[self.at - 1].text.strip():
            return False
        sure = heading_sections(line.rstrip(":"))
        if ends_open:
            return bool(sure) and len(words) <= 8
        return len(words) <= 7 and max(sure.values(), default=0.0) >= 0.8

    def _flowing(self) -> Block:
        """Read a paragraph or an item, with the lines that continue it."""
        first = self.lines[self.at]
        item = _ITEM.match(first.text)
        last = first
        self.at += 1
        while self.at < len(self.lines) and self._continues(last, self.lines[self.at]):
            last = self.lines[self.at]
            self.at += 1
        body, sections = _label(first.text)
        return Block(
            first.start, last.end, "item" if item else "text", first.start + body, 0, sections
        )

    def _continues(self, before: _Line, line: _Line) -> bool:
        if not line.text.strip() or _ITEM.match(line.text) or _FENCE.match(line.text):
            return False
        if _ATX.match(line.text) or _BOLD_LINE.match(line.text) or _label(line.text)[1]:
            return False
        after = self.lines[self.at + 1] if self.at + 1 < len(self.lines) else None
        if after and _SETEXT.match(after.text):
            return False
        return len(before.text) > 48 or line.text.lstrip()[:1].islower()


def _label(line: str) -> tuple[int, dict[str, float]]:
    """Return where the text after a label begins, and the sections the label means."""
    head = line[:160]
    item = _ITEM.match(head)
    skip = item.end() if item else 0
    for pattern in (_BOLD_LABEL, _LABEL, _ASKED):
        found = pattern.match(head, skip)
        if not found or len(found["title"].split()) > 9:
            continue
        sections = heading_sections(found["title"])
        if sections and (pattern is not _ASKED or len(found["title"].split()) <= 5):
            return found.end(), sections
    return skip, {}


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the sentences between two places of ``text`` (long ones in pieces)."""
    at = start
    for found in _END_OF_SENTENCE.finditer(text, start, end):
        if found.group()[0] == "." and _SHORT.search(text, max(at, found.end() - 8), found.end()):
            continue
        if found.group() == "\n" and _is_wrapped(text, at, found.start(), end):
            continue
        yield from _pieces(text, at, found.end())
        at = found.end()
    yield from _pieces(text, at, end)


def _is_wrapped(text: str, at: int, newline: int, end: int) -> bool:
    following = text[newline + 1 : min(newline + 3, end)].lstrip()[:1]
    return newline - at > 48 or following.islower()


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + 1, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    if right > left:
        yield start + left, start + right
