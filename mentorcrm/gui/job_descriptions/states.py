"""How far each section is, in the coach's eyes: a word, an icon and a colour."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING

from mentorcrm import core
from mentorcrm.core.i18n import _

if TYPE_CHECKING:
    from mentorcrm.core.coach.descriptions.description import DescriptionVerdict

FILLED_FROM = 0.85
"""A section with a lower score says something that could be more exact."""


class State(Enum):
    """How far one section is: icon, colour."""

    EMPTY = ("circle", "faint")
    EXAMPLE = ("copy", "asked")
    THIN = ("circle-dashed", "asked")
    FILLED = ("circle-check", "accepted")

    @property
    def icon(self) -> str:
        """Return the icon."""
        return self.value[0]

    @property
    def token(self) -> str:
        """Return the colour."""
        return self.value[1]

    @property
    def words(self) -> str:
        """Return the state in words."""
        return {
            State.EMPTY: _("Empty"),
            State.EXAMPLE: _("Still the example’s"),
            State.THIN: _("Thin"),
            State.FILLED: _("Filled"),
        }[self]


def own_words(texts: Mapping[str, str]) -> dict[str, str]:
    """Return the sections without those that are still a template's or an example's."""
    written = core.job_descriptions.written_sections(dict(texts))
    return {name: text if name in written else "" for name, text in texts.items()}


def verdict_on(texts: Mapping[str, str]) -> DescriptionVerdict:
    """Return what the coach says of the user's own words; about 10 ms for a whole page."""
    # Late: its rules take 60 ms to load, and the page is to be there at once.
    from mentorcrm.core.coach.descriptions.description import check_sections  # noqa: PLC0415

    return check_sections(own_words(texts))


def states(texts: Mapping[str, str], verdict: DescriptionVerdict) -> dict[str, State]:
    """Return how far each section is; what stands in another one's text counts as well."""
    own = own_words(texts)
    found = {}
    for name, text in texts.items():
        judged = verdict.sections[name]
        if not own[name].strip() and core.job_descriptions.is_from_example(name, text):
            found[name] = State.EXAMPLE
        elif judged.filled:
            found[name] = State.FILLED if judged.score >= FILLED_FROM else State.THIN
        else:
            found[name] = State.THIN if own[name].strip() else State.EMPTY
    return found
