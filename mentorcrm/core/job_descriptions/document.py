"""A job description as a document, which every format of output begins from."""

from __future__ import annotations

import re

from mentorcrm.core.documents.document import Document
from mentorcrm.core.i18n import _
from mentorcrm.core.job_descriptions.rows import DescriptionDetail
from mentorcrm.core.job_descriptions.sections import section_titles

_SECTION_LEVEL = 2
_HEADING = re.compile(r"^( {0,3})(#{1,6})(?=\s|$)")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")


def as_document(description: DescriptionDetail, language: str = "") -> Document:
    """Return what is written of the description, the sections in the user's order."""
    titles = section_titles()
    written = description.written
    parts = [
        f"{'#' * _SECTION_LEVEL} {titles[name]}\n\n{below(description.section(name).strip())}"
        for name in description.order
        if name in written
    ]
    return Document(
        title=description.title,
        subtitle=goals_line([goal.title for goal in description.goals]),
        body="\n\n".join(parts),
        language=language,
    )


def goals_line(titles: list[str]) -> str:
    """Return the line that says which goals a description serves."""
    return _("For: {goals}").format(goals=", ".join(titles)) if titles else ""


def below(source: str) -> str:
    """Return a section's Markdown with its own headings below that of the section."""
    lines = source.split("\n")
    levels = {number: len(mark[2]) for number, mark in _headings(lines)}
    down = max(_SECTION_LEVEL + 1 - min(levels.values(), default=6), 0)
    for number, level in levels.items():
        lines[number] = lines[number].replace("#" * level, "#" * min(level + down, 6), 1)
    return "\n".join(lines)


def _headings(lines: list[str]) -> list[tuple[int, re.Match[str]]]:
    """Return number and mark of each line that is a heading, leaving out code."""
    found = []
    fence = ""
    for number, line in enumerate(lines):
        if mark := _FENCE.match(line):
            fence = mark[1] if not fence else "" if mark[1].startswith(fence) else fence
        elif not fence and (mark := _HEADING.match(line)):
            found.append((number, mark))
    return found
