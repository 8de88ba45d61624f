"""Bring in a description that the user has written elsewhere."""

from __future__ import annotations

import re
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorcrm.core.documents.document import one_line
from mentorcrm.core.documents.parsing import parse
from mentorcrm.core.documents.tree import Heading, Paragraph, plain
from mentorcrm.core.i18n import _
from mentorcrm.core.job_descriptions.description import add
from mentorcrm.core.schema import Goal

_LONGEST_TITLE = 200


def add_from_document(
    session: Session, source: str, now: datetime, *, title: str = "", file_name: str = ""
) -> int:
    """Add the description that ``source``, a text in Markdown, holds; return its id.

    The title is ``title``, else the heading that the text begins with, else ``file_name``.
    Everything below goes into one of the eight sections. A line "For: ..." below the title,
    as our own files have it, links the goals of these titles.
    """
    from mentorcrm.core.coach.sections import split  # noqa: PLC0415 - only an import needs it

    text, goal_ids = _without_goals(session, source)
    found = split(text)
    own = _title_of(found.remainder)
    chosen = title.strip() or own or one_line(file_name) or _("My ideal mentor")
    sections = {name: part.strip("\n") for name, part in found.sections.items()}
    kept = found.remainder if own is None else ""
    if kept.strip():
        sections["goal"] = f"{kept.strip()}\n\n{sections['goal']}".strip()
    return add(session, chosen[:_LONGEST_TITLE], now, goal_ids=goal_ids, **sections)


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
        rf"\A(\s*#[^\n]*\n\s*)\*?{re.escape(before)}([^\n]+?){re.escape(after)}\*?[ \t]*(?:\n|\Z)"
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
