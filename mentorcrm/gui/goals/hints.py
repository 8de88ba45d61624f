"""Gentle questions about a goal while it is written: never a grade, never in the way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentorcrm.core.i18n import _

_FEW_WORDS = 4


@dataclass(frozen=True, slots=True)
class Draft:
    """What the editor shows at this moment."""

    specific: str = ""
    metric: str = ""
    target: float | None = None
    achievable: str = ""
    relevant: str = ""
    due_on: date | None = None
    status: str = "active"


def hints(draft: Draft, today: date) -> dict[str, str]:
    """Return the question for each part that has one; a part not begun is left in peace."""
    begun = any((draft.specific, draft.metric, draft.achievable, draft.relevant))
    found = {
        "specific": _short(draft.specific, _("What will be different then, and for whom?")),
        "measurable": "",
        "achievable": _short(draft.achievable, _("Who or what helps you to get there?")),
        "relevant": _short(draft.relevant, _("Why does it matter, and to whom besides you?")),
        "due_on": "",
    }
    if begun and draft.target is None and not _has_number(draft.metric):
        found["measurable"] = _("No number yet. How will you know that you are there?")
    if begun and draft.due_on is None:
        found["due_on"] = _("No date yet. By when would you like to be there?")
    elif draft.due_on is not None and draft.due_on < today and draft.status == "active":
        found["due_on"] = _("This date has passed. Have you arrived, or is there a new one?")
    return found


def _short(text: str, question: str) -> str:
    words = text.split()
    return question if 0 < len(words) < _FEW_WORDS else ""


def _has_number(text: str) -> bool:
    return any(letter.isdigit() for letter in text)
