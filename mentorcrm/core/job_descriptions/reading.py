"""Bring in a description that the user has written elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorcrm.core.documents.document import one_line, readable
from mentorcrm.core.documents.parsing import heading_places, parse
from mentorcrm.core.documents.tree import Heading, Paragraph, plain
from mentorcrm.core.i18n import _
from mentorcrm.core.job_descriptions.description import add
from mentorcrm.core.job_descriptions.labels import meant, with_headings_for_labels
from mentorcrm.core.job_descriptions.sections import section_titles
from mentorcrm.core.schema import Goal
from mentorcrm.core.text import fold

_LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Parts:
    """A document taken apart: what each section says, and what stands before them."""

    title: str
    """The heading that the document begins with; empty when it has none."""
    sections: dict[str, str]
    goals: str
    """The goals that our own files name below the title; empty in others."""


def taken_apart(source: str) -> Parts:
    """Take a text in Markdown apart; everything below its title goes into a section.

    Needs no data, and time: 0.2 s for 50,000 characters.
    """
    text, goals = _without_goals(readable(source))
    text = with_headings_for_labels(text)
    sections, before = _by_our_headings(text) or _by_coach(text)
    title = _title_of(before)
    if title is None and before.strip():
        sections = {**sections, "goal": _joined(before, sections.get("goal", ""))}
    return Parts(title or "", sections, goals)


def add_from_document(
    session: Session, source: str | Parts, now: datetime, *, title: str = "", file_name: str = ""
) -> int:
    """Add the description that ``source`` holds, Markdown or taken apart; return its id.

    The title is ``title``, else the heading that the text begins with, else ``file_name``.
    A line "For: ..." below it links the goals of these titles.
    """
    parts = taken_apart(source) if isinstance(source, str) else source
    chosen = title.strip() or parts.title or one_line(file_name) or _("My ideal mentor")
    goal_ids = _named_goals(session, parts.goals) if parts.goals else []
    sections = parts.sections
    if parts.goals and not goal_ids:
        line = _("For: {goals}").format(goals=parts.goals)
        sections = {**sections, "goal": _joined(line, sections.get("goal", ""))}
    return add(session, chosen[:_LONGEST_TITLE], now, goal_ids=goal_ids, **sections)


def _by_our_headings(text: str) -> tuple[dict[str, str], str] | None:
    """Split at the headings that our own files have; None when there are not two of them.

    Beside those, headings of the same level in other words count. Deeper ones are the user's own.
    """
    names = {fold(title): name for name, title in section_titles().items()}
    places = heading_places(text)
    ours = [place.level for place in places if fold(place.text) in names]
    if len(ours) < 2 or ours.count(min(ours)) < 2:
        return None
    found = [
        (name, place)
        for place in places
        if place.level == min(ours) and (name := names.get(fold(place.text)) or meant(place.text))
    ]
    lines = text.split("\n")
    ends = [place.first for _name, place in found[1:]] + [len(lines)]
    sections: dict[str, str] = {}
    for (name, place), end in zip(found, ends, strict=True):
        part = "\n".join(lines[place.end : end])
        sections[name] = _joined(sections.get(name, ""), part)
    return sections, "\n".join(lines[: found[0][1].first])


def _by_coach(text: str) -> tuple[dict[str, str], str]:
    """Let the coach find which section each part of the text belongs to."""
    from mentorcrm.core.coach.descriptions.sections import split  # noqa: PLC0415 - only an import needs it

    found = split(text)
    return {name: part.strip("\n") for name, part in found.sections.items()}, found.remainder


def _joined(before: str, after: str) -> str:
    return "\n\n".join(filter(None, (before.strip("\n"), after.strip("\n"))))


def _title_of(before: str) -> str | None:
    """Return the title when what stands before the sections is nothing else."""
    blocks = parse(before)
    if len(blocks) != 1 or not isinstance(blocks[0], Heading | Paragraph):
        return None
    line = one_line(plain(blocks[0].runs))
    return line if 0 < len(line) <= _LONGEST_TITLE else None


def _without_goals(source: str) -> tuple[str, str]:
    """Return the text without our line about goals, and the goals that it names."""
    before, _name, after = _("For: {goals}").partition("{goals}")
    line = re.compile(
        r"\A(\s*(?:#[^\n]*|[^\n]+\n=+[ ]*)\n\s*)"
        rf"\*?{re.escape(before)}([^\n]+?){re.escape(after)}\*?[ \t]*(?:\n|\Z)"
    )
    match = line.match(source)
    if match is None:
        return source, ""
    named = plain(run for block in parse(match[2]) for run in getattr(block, "runs", ()))
    return match[1] + source[match.end() :], named


def _named_goals(session: Session, named: str) -> list[int]:
    goals = session.execute(select(Goal.id, Goal.title).order_by(Goal.rank, Goal.id)).all()
    return [
        goal.id
        for goal in goals
        if re.search(rf"(?:\A|, ){re.escape(goal.title)}(?:, |\Z)", named) is not None
    ]
