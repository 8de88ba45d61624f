"""Cells that no spreadsheet takes for a formula, and the exact way back.

A spreadsheet runs a cell that begins with ``=``, ``+``, ``-`` or ``@`` (or their
full-width forms), and trims some leading white space first. A file read with another
separator than it was written with begins cells in the middle of ours. So an apostrophe
goes in at each place where a cell could begin (the start, and after a separator) and
where, after white space and quotes, a formula could follow. As the rule decides by what
follows and apostrophes count as quotes, taking out one apostrophe at each such place
gives back the very same text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

MARKER = "Apostrophe Added"
"""Title of the last column of a safe file: it names the escaped columns of each row."""
_BETWEEN = "; "

_FORMULA = "=+\\-@\uff1d\uff0b\uff0d\uff20"
_SEPARATORS = ",;|\\t\\r\\n"
# White space, invisible characters, controls and all kinds of quotes, but no separator.
_SKIPPED = (
    "\\x00-\\x08\\x0b\\x0c\\x0e-\\x20\\x7f-\\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f"
    "\u3000\ufeff\"'`\u2018-\u201f"
)
# What escaping starts from; most cells hold none of these and are done at once.
_SUSPECT = re.compile(f"[{_FORMULA}\\t\\r\\n\\x00]")
_AT_START = re.compile(f"(?=[{_SKIPPED}]*[{_FORMULA}\\t\\r\\n\\x00])")
_AFTER_SEPARATOR = re.compile(f"(?<=[{_SEPARATORS}])(?=[{_SKIPPED}]*[{_FORMULA}])")
_ADDED_AFTER_SEPARATOR = re.compile(f"(?<=[{_SEPARATORS}])'(?=[{_SKIPPED}]*[{_FORMULA}])")


def escape(text: str) -> str:
    """Return ``text`` with an apostrophe wherever a spreadsheet could see a formula begin."""
    inner = _AFTER_SEPARATOR.sub("'", text)
    return "'" + inner if _AT_START.match(text) else inner


def unescape(text: str) -> str:
    """Return the text that ``escape`` was given."""
    inner = _ADDED_AFTER_SEPARATOR.sub("", text)
    return inner[1:] if inner[:1] == "'" and _AT_START.match(inner, 1) else inner


def escape_row(header: Sequence[str], row: Sequence[str]) -> list[str]:
    """Return the escaped ``row`` with one cell more, which names the columns that changed."""
    cells = [escape(cell) if _SUSPECT.search(cell) else cell for cell in row]
    changed = [name for name, cell, safe in zip(header, row, cells, strict=True) if cell != safe]
    return [*cells, _BETWEEN.join(changed)]


def unescape_rows(rows: Iterator[list[str]]) -> Iterator[list[str]]:
    """Yield header and rows of a CSV as they were before escaping; plain files pass unchanged."""
    header = next(rows, None)
    if header is None:
        return
    if MARKER not in header:
        yield header
        yield from rows
        return
    place = header.index(MARKER)
    yield header[:place] + header[place + 1 :]
    for row in rows:
        marked = set(row[place].split(_BETWEEN)) if len(row) > place else set()
        cells = [
            unescape(cell) if name in marked else cell
            for name, cell in zip(header, row, strict=False)
        ]
        yield cells[:place] + cells[place + 1 :]
