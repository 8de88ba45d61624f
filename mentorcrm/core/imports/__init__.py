"""Bringing people in from files: read, plan, write in one step, and take back."""

from __future__ import annotations

from mentorcrm.core.imports.columns import FIELDS, UnknownColumns, guess
from mentorcrm.core.imports.formats import FORMATS, detect
from mentorcrm.core.imports.importing import Preview, preview, run
from mentorcrm.core.imports.past import ImportRow, TakenBack, history, take_back
from mentorcrm.core.imports.records import ImportResult, Person, Skipped, Warned

__all__ = [
    "FIELDS",
    "FORMATS",
    "ImportResult",
    "ImportRow",
    "Person",
    "Preview",
    "Skipped",
    "TakenBack",
    "UnknownColumns",
    "Warned",
    "detect",
    "guess",
    "history",
    "preview",
    "run",
    "take_back",
]
