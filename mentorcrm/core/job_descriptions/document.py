"""A job description as a document, which every format of output begins from."""

from __future__ import annotations

from mentorcrm.core.documents.document import Document, readable
from mentorcrm.core.documents.parsing import closed, heading_places
from mentorcrm.core.i18n import _
from mentorcrm.core.job_descriptions.rows import DescriptionDetail
from mentorcrm.core.job_descriptions.sections import section_titles

_SECTION_LEVEL = 2


def as_document(description: DescriptionDetail, language: str = "") -> Document:
    """Return what is written of the description, the sections in the user's order."""
    titles = section_titles()
    written = description.written
    parts = [
        f"{'#' * _SECTION_LEVEL} {titles[name]}\n\n{closed(below(description.section(name).strip()))}"
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
    places = heading_places(source)
    down = _SECTION_LEVEL + 1 - min((place.level for place in places), default=6)
    if down <= 0:
        return source
    lines = readable(source).split("\n")
    for place in reversed(places):
        marks = "#" * min(place.level + down, 6)
        lines[place.first : place.end] = [f"{marks} {' '.join(place.text.split())}"]
    return "\n".join(lines)
