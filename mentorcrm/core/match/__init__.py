"""Match needs with people: who covers what and why, what nobody covers, whom to add."""

from __future__ import annotations

from mentorcrm.core.match.judging import with_mark
from mentorcrm.core.match.marks import clear_mark, set_mark
from mentorcrm.core.match.matrix import Column, Gap, Match, best_first, fits, match
from mentorcrm.core.match.rows import (
    Cell,
    Component,
    Description,
    Fit,
    Mark,
    NeedAsked,
    Question,
    Reason,
)
from mentorcrm.core.match.suggesting import Suggestion, consider, suggestions
from mentorcrm.core.match.touched import TABLES, touched
from mentorcrm.core.match.weights import (
    CEILING,
    COMPONENTS,
    component_labels,
    level_words,
    mark_words,
)

__all__ = [
    "CEILING",
    "COMPONENTS",
    "Cell",
    "Column",
    "Component",
    "Description",
    "Fit",
    "Gap",
    "Mark",
    "Match",
    "NeedAsked",
    "Question",
    "Reason",
    "Suggestion",
    "TABLES",
    "best_first",
    "clear_mark",
    "component_labels",
    "consider",
    "fits",
    "level_words",
    "mark_words",
    "match",
    "set_mark",
    "suggestions",
    "touched",
    "with_mark",
]
