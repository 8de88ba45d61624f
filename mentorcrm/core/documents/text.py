"""A document as plain text, wrapped for reading or left whole for pasting."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterator

from mentorcrm.core.documents.document import Document, one_line
from mentorcrm.core.documents.parsing import parse
from mentorcrm.core.documents.tree import (
    Block,
    Blocks,
    Code,
    Heading,
    Item,
    Listing,
    Paragraph,
    Quote,
    Rule,
    Run,
    Runs,
    Table,
)

WIDTH = 78
"""Columns: what an e-mail and a terminal show without wrapping once more."""
_LEAST_WIDTH = 24


def as_text(document: Document, width: int = WIDTH) -> str:
    """Return ``document`` as plain text; a ``width`` of 0 leaves every paragraph on one line."""
    title = one_line(document.title)
    parts = [_underlined(title, "=", width)]
    if document.subtitle:
        parts.append(_wrapped(one_line(document.subtitle), width))
    if document.body.strip():
        parts.append(body_text(parse(document.body), width))
    if document.footer:
        parts.append("--\n" + _wrapped(one_line(document.footer), width))
    return "\n\n".join(filter(None, parts)) + "\n"


def body_text(blocks: Blocks, width: int = 0) -> str:
    """Return ``blocks`` as plain text."""
    return "\n\n".join(filter(None, (_block(block, width) for block in blocks)))


def runs_text(runs: Runs) -> str:
    """Return the text of ``runs``; an address stands behind the words that lead to it."""
    return "".join(_with_address(run, last) for run, last in _marked(runs))


def _marked(runs: Runs) -> Iterator[tuple[Run, bool]]:
    """Give each run, and whether it is the last one of its link."""
    for number, run in enumerate(runs):
        follows = runs[number + 1].link if number + 1 < len(runs) else ""
        yield run, bool(run.link) and follows != run.link


def _with_address(run: Run, is_last: bool) -> str:
    shown = run.link.removeprefix("mailto:")
    return f"{run.text} ({shown})" if is_last and run.text.strip() != shown else run.text


def _block(block: Block, width: int) -> str:
    match block:
        case Heading():
            return _underlined(one_line(runs_text(block.runs)), "-", width)
        case Paragraph():
            return _wrapped(runs_text(block.runs), width)
        case Code():
            return textwrap.indent(block.text, "    ")
        case Rule():
            return "-" * 20
        case Quote():
            inner = body_text(block.blocks, _less(width, 2))
            return textwrap.indent(inner, "> ", lambda _line: True)
        case Listing():
            return _listing(block, width)
        case Table():
            return _table(block, width)


def _underlined(line: str, mark: str, width: int) -> str:
    if not width:
        return line
    return f"{_wrapped(line, width)}\n{mark * min(columns(line), width)}"


def _listing(listing: Listing, width: int) -> str:
    lines = []
    for number, item in enumerate(listing.items, listing.start or 0):
        mark = "- " if listing.start is None else f"{number}. "
        lines.append(_item(item, mark, width))
    loose = any(len(item.blocks) > 1 and not _is_short(item) for item in listing.items)
    return ("\n\n" if loose else "\n").join(lines)


def _is_short(item: Item) -> bool:
    return all(isinstance(block, Listing) for block in item.blocks[1:])


def _item(item: Item, mark: str, width: int) -> str:
    if item.checked is not None:
        mark += "[x] " if item.checked else "[ ] "
    inner = _less(width, len(mark))
    parts = [_block(block, inner) for block in item.blocks]
    body = ("\n" if _is_short(item) else "\n\n").join(filter(None, parts))
    return (mark + textwrap.indent(body, " " * len(mark)).lstrip(" ")).rstrip(" ")


def _table(table: Table, width: int) -> str:
    rows = [[one_line(runs_text(cell)) for cell in row] for row in (table.header, *table.rows)]
    widths = [max(map(columns, column)) for column in zip(*rows, strict=True)]
    if width and sum(widths) + 3 * (len(widths) - 1) > width:
        return _as_list(rows, width)
    lines = [" | ".join(map(_padded, row, widths)).rstrip() for row in rows]
    lines.insert(1, "-+-".join("-" * wide for wide in widths))
    return "\n".join(lines)


def _as_list(rows: list[list[str]], width: int) -> str:
    """Return a table that is too wide as one line per cell, each with its heading."""
    titles = rows[0]
    blocks = (
        "\n".join(
            _wrapped(f"{title}: {cell}" if title else cell, width)
            for title, cell in zip(titles, row, strict=True)
            if cell
        )
        for row in rows[1:]
    )
    return "\n\n".join(blocks)


def _wrapped(paragraph: str, width: int) -> str:
    if not width:
        return paragraph
    return "\n".join(
        textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)
        for line in paragraph.split("\n")
    )


def _less(width: int, by: int) -> int:
    return max(width - by, _LEAST_WIDTH) if width else 0


def columns(line: str) -> int:
    """Return how many columns of a terminal ``line`` takes."""
    if line.isascii():
        return len(line)
    return sum(
        0 if unicodedata.combining(letter) else 1 + (unicodedata.east_asian_width(letter) in "WF")
        for letter in line
    )


def _padded(cell: str, wide: int) -> str:
    return cell + " " * (wide - columns(cell))
