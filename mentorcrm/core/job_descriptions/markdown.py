"""A job description as one Markdown text, and the way back from its lines."""

from __future__ import annotations

from collections.abc import Mapping

from mentorcrm.core.documents.parsing import closed
from mentorcrm.core.job_descriptions.document import goals_line
from mentorcrm.core.job_descriptions.rows import DescriptionDetail
from mentorcrm.core.job_descriptions.sections import section_titles


def as_markdown(description: DescriptionDetail) -> str:
    """Return the whole description as one Markdown text; empty sections are left out."""
    return _joined(_of(description))


def sections_as_markdown(title: str, sections: Mapping[str, str]) -> str:
    """Return a title and those of ``sections`` that hold text as one Markdown text."""
    return _joined(_parts(title, "", sections))


def section_line(description: DescriptionDetail, line: int) -> tuple[str, int] | None:
    """Return the section, and the line in it, of a ``line`` of ``as_markdown``."""
    first = 0
    for name, text in _of(description):
        length = text.count("\n") + 1
        if name is not None and first + 2 <= line < first + length:
            source = description.section(name)
            cut = source[: len(source) - len(source.lstrip())].count("\n")
            return name, line - first - 2 + cut
        first += length + 1
    return None


def _of(description: DescriptionDetail) -> list[tuple[str | None, str]]:
    goals = goals_line([goal.title for goal in description.goals])
    written = description.written
    sections = {name: text for name, text in description.sections.items() if name in written}
    return _parts(description.title, goals, sections)


def _parts(title: str, goals: str, sections: Mapping[str, str]) -> list[tuple[str | None, str]]:
    """Return the title, the line of goals and the sections, each with its heading."""
    parts: list[tuple[str | None, str]] = [(None, f"# {title}")]
    if goals:
        parts.append((None, f"*{goals}*"))
    headings = section_titles()
    for name, text in sections.items():
        if text.strip():
            parts.append((name, f"## {headings[name]}\n\n{closed(text.strip())}"))
    return parts


def _joined(parts: list[tuple[str | None, str]]) -> str:
    return "\n\n".join(text for _name, text in parts) + "\n"
