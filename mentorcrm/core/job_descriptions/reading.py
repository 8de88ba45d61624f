"""Bring in a description that the user has written elsewhere."""

from __future__ import annotations

import re
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorcrm.core.documents.document import one_line, readable
from mentorcrm.core.documents.parsing import heading_places, parse
from mentorcrm.core.documents.tree import Heading, Paragraph, plain
from mentorcrm.core.i18n import _
from mentorcrm.core.job_descriptions.description import add
from mentorcrm.core.job_descriptions.sections import section_titles
from mentorcrm.core.schema import Goal
from mentorcrm.core.text import fold

_LONGEST_TITLE = 200


def add_from_document(
    session: Session, source: str, now: datetime, *, title: str = "", file_name: str = ""
) -> int:
    """Add the description that ``source``, a text in Markdown, holds; return its id.

    The title is ``title``, else the heading that the text begins with, else ``file_name``.
    Everything below goes into one of the eight sections. A line "For: ..." below the title,
    as our own files have it, links the goals of these titles.
    """
    text, goal_ids = _without_goals(session, readable(source))
    sections, before = _by_our_headings(text) or _by_coach(text)
    own = _title_of(before)
    chosen = title.strip() or own or one_line(file_name) or _("My ideal mentor")
    if own is None and before.strip():
        sections["goal"] = f"{before.strip()}\n\n{sections.get('goal', '')}".strip()
    return add(session, chosen[:_LONGEST_TITLE], now, goal_ids=goal_ids, **sections)


def _by_our_headings(text: str) -> tuple[dict[str, str], str] | None:
    """Split at the headings that our own files have; None when there are not two of them."""
    names = {fold(title): name for name, title in section_titles().items()}
    found = [
        (names[fold(place.text)], place)
        for place in heading_places(text)
        if fold(place.text) in names
    ]
    if len(found) < 2:
        return None
    lines = text.split("\n")
    ends = [place.first for _name, place in found[1:]] + [len(lines)]
    sections: dict[str, str] = {}
    for (name, place), end in zip(found, ends, strict=True):
        part = "\n".join(lines[place.end : end]).strip("\n")
        sections[name] = f"{sections[name]}\n\n{part}".strip("\n") if name in sections else part
    return sections, "\n".join(lines[: found[0][1].first])


def _by_coach(text: str) -> tuple[dict[str, str], str]:
    """Let the coach find which section each part of the text belongs to."""
    from mentorcrm.core.coach.sections import split  # noqa: PLC0415 - only an import needs it

    found = split(text)
    return {name: part.strip("\n") for name, part in found.sections.items()}, found.remainder


def _title_of(remainder: str) -> str | None:
    """Return the title when what stands before the sections is nothing else."""
    blocks = parse(remainder)
    if len(blocks) != 1 or not isinstance(blocks[0], Heading | Paragraph):
        return None
    line = one_line(plain(blocks[0].runs))
    return line if 0 < len(line) <= _LONGEST_TITLE else None


def _without_goals(session: Session, source: str) -> tuple[str, list[int]]:
    """Return the text without our line about goals, and the goals that it names."""
    before, _name, after = _("For: {goals}").partition("{goals}")
    line = re.compile(
        rf"\A(\s*(?:#[^\n]*|[^\n]+\n=+[ ]*)\n\s*)\*?{re.escape(before)}([^\n]+?){re.escape(after)}\*?[ \t]*(?:\n|\Z)"
    )
    match = line.match(source)
    if match is None:
        return source, []
    named = plain(run for block in parse(match[2]) for run in getattr(block, "runs", ()))
    goals = session.execute(select(Goal.id, Goal.title).order_by(Goal.rank, Goal.id)).all()
    found = [goal.id for goal in goals if _is_named(goal.title, named)]
    if not found:
        return source, []
    return match[1] + source[match.end() :], found


def _is_named(title: str, named: str) -> bool:
    return re.search(rf"(?:\A|, ){re.escape(title)}(?:, |\Z)", named) is not None
