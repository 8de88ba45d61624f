"""Sections that others name in their own words: in a heading, or in the first column of a table."""

from __future__ import annotations

import re

_SURE = 0.9
_FEWEST = 3
"""How many rows must name a section for a table to be a form that was filled in."""
_TABLE = re.compile(r"^\|.*\|[ \t]*(?:\n\|.*\|[ \t]*)+$", re.MULTILINE)
_BORDER = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"[ :|-]+")


def meant(heading: str) -> str | None:
    """Return the section that ``heading`` surely means, in anybody's words."""
    # Late: the rules take time to load, and only an import needs them.
    from mentorcrm.core.coach.descriptions.section_headings import heading_sections  # noqa: PLC0415

    found = heading_sections(heading)
    best = max(found, key=lambda name: found[name], default=None)
    return best if best is not None and found[best] >= _SURE else None


def with_headings_for_labels(source: str) -> str:
    """Return Markdown in which forms, tables of a label and a text, are headings with a text."""
    return _TABLE.sub(lambda table: _as_headings(table[0]), source) if "|" in source else source


def _as_headings(table: str) -> str:
    lines = [line for line in table.split("\n") if not _RULE.fullmatch(line)]
    rows = [
        [cell.strip().replace("\\|", "|") for cell in _BORDER.split(line.strip())[1:-1]]
        for line in lines
    ]
    if any(len(row) > 2 for row in rows):
        return table
    named = [meant(row[0]) is not None for row in rows]
    if sum(named) < max(_FEWEST, len(rows) / 2):
        return table
    parts = []
    for row, is_label in zip(rows, named, strict=True):
        if is_label:
            parts.append("\n\n".join(filter(None, (f"## {row[0]}", *row[1:]))))
        else:
            parts.append(": ".join(filter(None, row)))
    return "\n\n".join(filter(None, parts))
