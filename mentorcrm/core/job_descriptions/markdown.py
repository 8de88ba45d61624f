"""A job description as one Markdown text, and the way back from its lines."""

from __future__ import annotations

from mentorcrm.core.i18n import _
from mentorcrm.core.job_descriptions.rows import DescriptionDetail
from mentorcrm.core.job_descriptions.sections import section_titles


def as_markdown(description: DescriptionDetail) -> str:
    """Return the whole description as one Markdown text; empty sections are left out."""
    return "\n\n".join(text for _name, text in _parts(description)) + "\n"


def section_line(description: DescriptionDetail, line: int) -> tuple[str, int] | None:
    """Return the section, and the line in it, of a ``line`` of ``as_markdown``."""
    first = 0
    for name, text in _parts(description):
        length = text.count("\n") + 1
        if name is not None and first + 2 <= line < first + length:
            source = description.section(name)
            cut = source[: len(source) - len(source.lstrip())].count("\n")
            return name, line - first - 2 + cut
        first += length + 1
    return None


def _parts(description: DescriptionDetail) -> list[tuple[str | None, str]]:
    """Return the title, the goals and the written sections, each with its heading."""
    parts: list[tuple[str | None, str]] = [(None, f"# {description.title}")]
    if description.goals:
        titles = ", ".join(goal.title for goal in description.goals)
        parts.append((None, "*" + _("For: {goals}").format(goals=titles) + "*"))
    written = description.written
    headings = section_titles()
    for name in description.order:
        if name in written:
            parts.append((name, f"## {headings[name]}\n\n{description.section(name).strip()}"))
    return parts
