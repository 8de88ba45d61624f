"""Markdown taken apart: blocks of text, each made of runs that look alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

Alignment = Literal["", "left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text of one look; a line break within a paragraph is a run of its own."""

    text: str
    bold: bool = False
    italic: bool = False
    struck: bool = False
    code: bool = False
    link: str = ""
    """An address of http, https or mailto, or nothing."""


Runs: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; 1 is the highest level, 6 the lowest."""

    level: int
    runs: Runs


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Code:
    """Lines that are shown as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Blocks that somebody else said."""

    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list; ``checked`` is None when it is no task."""

    blocks: Blocks
    checked: bool | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; ``start`` is its first number, None for bullets."""

    items: tuple[Item, ...]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one row of headings; every row has as many cells as that."""

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    alignments: tuple[Alignment, ...]


Block: TypeAlias = Heading | Paragraph | Code | Rule | Quote | Listing | Table
Blocks: TypeAlias = tuple[Block, ...]


def plain(runs: Iterable[Run]) -> str:
    """Return the text of ``runs`` alone."""
    return "".join(run.text for run in runs)


def highest_level(blocks: Blocks) -> int:
    """Return the level of the highest heading, 1 when there is none."""
    return min((block.level for block in blocks if isinstance(block, Heading)), default=1)
