"""A description as a message on LinkedIn, which counts every character."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from mentorcrm.core.documents.document import readable
from mentorcrm.core.documents.parsing import parse
from mentorcrm.core.documents.text import body_text
from mentorcrm.core.documents.tree import (
    Block,
    Blocks,
    Code,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Table,
    plain,
)
from mentorcrm.core.i18n import _

LIMITS = (200, 300, 8_000)
"""A note with an invitation (free, and paid accounts), and a message."""
_ORDER = ("goal", "why", "time")
_REST = ("obstacles", "experience", "style", "offer", "success")
_LONG = 1_000
"""From here on there is room for paragraphs."""
_WORTH = 40
"""A last sentence cut shorter than this says nothing."""
_SENTENCE = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+|(?<=[。！？])")
_SHORT_FORM = re.compile(
    r"(?:^|[\s(])(?:\w|e\.g|i\.e|etc|z\.\s?B|vs|approx|Dr|Mr|Mrs|Ms|St|Prof|No|ca)\.$"
)
_ENDS = ".!?…。！？"
_JOINER = "\u200d"


class Described(Protocol):
    """What is asked of a description."""

    @property
    def sections(self) -> Mapping[str, str]:
        """Return the Markdown of each section."""

    @property
    def written(self) -> Sequence[str]:
        """Return the sections that say something of the user's own."""


def units(text: str) -> int:
    """Return the length of ``text`` as LinkedIn counts it.

    Its field counts as browsers do, in units of UTF-16: most emoji are two, a family of four
    is eleven. Where it should count by letters, a message is shorter than allowed, never longer.
    """
    return len(text.encode("utf-16-le", errors="surrogatepass")) // 2


def linkedin_text(
    description: Described, limit: int, titles: Mapping[str, str] | None = None
) -> str:
    """Return what the description says in whole sentences, in at most ``limit`` units.

    A message with room for it has the other sections below, each under its title.
    """
    sources = {name: description.sections[name] for name in description.written}
    parts = [_sentences(name, sources[name]) for name in _ORDER if name in sources]
    if limit < _LONG:
        return _short(parts or [_sentences(name, sources[name]) for name in sources], limit)
    rest = [
        f"{(titles or {}).get(name, '')}\n{body_text(parse(sources[name]))}".strip()
        for name in _REST
        if name in sources
    ]
    return _long([" ".join(part) for part in parts] + rest, limit)


# Sentences


def _sentences(name: str, source: str) -> list[str]:
    found = [
        sentence for line in _lines(parse(source)) for sentence in _apart(" ".join(line.split()))
    ]
    if name == "time" and found and found[0][:1].isdigit():
        found[0] = _("I ask for {time}").format(time=found[0])
    return found


def _lines(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        yield from _lines_of(block)


def _lines_of(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Paragraph():
            yield plain(block.runs)
        case Listing():
            for item in block.items:
                yield from _lines(item.blocks)
        case Quote():
            yield from _lines(block.blocks)
        case Code():
            yield block.text
        case Table():
            for row in block.rows:
                yield ", ".join(filter(None, map(plain, row)))
        case _:
            return


def _apart(line: str) -> Iterator[str]:
    """Give the sentences of ``line``, each with its end."""
    begun = ""
    at = 0
    for gap in _SENTENCE.finditer(line):
        begun = line[at : gap.end()].strip()
        follows = line[gap.end() : gap.end() + 1]
        if _SHORT_FORM.search(line[at : gap.start()].rstrip()) or follows.islower():
            continue
        if begun:
            yield begun
        at = gap.end()
    last = line[at:].strip()
    if last:
        yield _ended(last)


def _ended(sentence: str) -> str:
    if sentence.rstrip("\"'”’)]")[-1:] in _ENDS:
        return sentence
    last = sentence.rstrip(",;:–—-")
    return f"{last}." if last[-1:].isalnum() or last[-1:] in ")]”’\"'%€$£" else sentence


# Choosing


def _short(parts: Sequence[Sequence[str]], limit: int) -> str:
    """Take in turn what fits: the first sentence of each part before any second one."""
    if not any(parts):
        return ""
    taken: list[set[int]] = [set() for _part in parts]
    closed: set[int] = set()
    for turn in range(max(map(len, parts))):
        for number, part in enumerate(parts):
            if turn < len(part) and number not in closed:
                taken[number].add(turn)
                if units(_joined(parts, taken)) > limit:
                    taken[number].discard(turn)
                    closed.add(number)
    text = _joined(parts, taken)
    left = next((p for p, kept in zip(parts, taken, strict=True) if p and not kept), None)
    room = limit - units(text) - (1 if text else 0)
    if left and (not text or room >= _WORTH):
        return f"{text} {cut(left[0], room)}".strip()
    return text


def _joined(parts: Sequence[Sequence[str]], taken: Sequence[set[int]]) -> str:
    chosen = (part[n] for part, kept in zip(parts, taken, strict=True) for n in sorted(kept))
    return " ".join(chosen)


def _long(paragraphs: Sequence[str], limit: int) -> str:
    text = ""
    for paragraph in filter(None, paragraphs):
        longer = f"{text}\n\n{paragraph}" if text else paragraph
        if units(longer) > limit:
            room = limit - units(text) - (2 if text else 0)
            end = cut(paragraph, room) if room >= _WORTH else ""
            return f"{text}\n\n{end}".strip()
        text = longer
    return text


# Cutting


def cut(text: str, limit: int) -> str:
    """Return ``text`` in at most ``limit`` units, cut at the end of a sentence or a word."""
    whole = readable(text)
    if units(whole) <= limit:
        return whole
    if limit < 1:
        return ""
    kept = _letters(whole, limit - 1)
    ends = [gap.start() for gap in _SENTENCE.finditer(whole[: len(kept) + 1])]
    if ends and ends[-1] > len(kept) // 2:
        return kept[: ends[-1]].rstrip()
    space = max(kept.rfind(" "), kept.rfind("\n"))
    if not whole[len(kept)].isspace() and space > len(kept) // 2:
        kept = kept[:space]
    return kept.rstrip(" \n,;:–—-(") + "…"


def _letters(text: str, limit: int) -> str:
    """Return as many whole letters from the beginning as ``limit`` units hold."""
    used = end = 0
    for place, letter in enumerate(text):
        used += 2 if letter > "\uffff" else 1
        if used > limit:
            break
        end = place + 1
    while 0 < end < len(text) and _belongs_together(text, end):
        end -= 1
    return text[:end]


def _belongs_together(text: str, place: int) -> bool:
    """Tell whether a cut at ``place`` would go through what people see as one letter."""
    before, after = text[place - 1], text[place]
    if _JOINER in (before, after) or unicodedata.combining(after):
        return True
    if after in "\ufe0e\ufe0f\u20e3" or "\U0001f3fb" <= after <= "\U0001f3ff":
        return True
    return _is_flag(before) and _is_flag(after) and _flags_before(text, place) % 2 == 1


def _is_flag(letter: str) -> bool:
    return "\U0001f1e6" <= letter <= "\U0001f1ff"


def _flags_before(text: str, place: int) -> int:
    number = 0
    while number < place and _is_flag(text[place - 1 - number]):
        number += 1
    return number
