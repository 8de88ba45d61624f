"""Bringing people in from files: read, plan, write in one step, and take back."""

from __future__ import annotations

from mentorcrm.core.imports.columns import FIELDS, UnknownColumns
from mentorcrm.core.imports.detect import FORMATS, detect
from mentorcrm.core.imports.history import ImportRow, TakenBack, history, take_back
from mentorcrm.core.imports.records import ImportResult, Person, Skipped, Warned
from mentorcrm.core.imports.run import Preview, preview, run

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
    "history",
    "preview",
    "run",
    "take_back",
]
