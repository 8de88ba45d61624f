"""The entity diagram of MentorCRM in code: every mapped class.

Each journaled table has one integer ``id``, because the journal names a row by table and
id. Instants are UTC, dates are plain, and every foreign key says what happens when its
row goes.
"""

from __future__ import annotations

from mentorcrm.core.schema.base import (
    ACTIVITY_KINDS,
    CHANNEL_KINDS,
    GOAL_STATUSES,
    INSTANT_FORMAT,
    NEED_KINDS,
    SECTIONS,
    STAGES,
    SUB_STATES,
    Base,
    Instant,
)
from mentorcrm.core.schema.bookkeeping import (
    NOT_JOURNALED,
    Action,
    Draft,
    JournalRow,
)
from mentorcrm.core.schema.goals import (
    Goal,
    JobDescription,
    JobDescriptionGoal,
    Need,
    Obstacle,
)
from mentorcrm.core.schema.people import (
    Channel,
    Contact,
    ContactTag,
    DuplicateSuggestion,
    ExternalKey,
    Import,
    ImportChange,
    Tag,
)
from mentorcrm.core.schema.pipeline import (
    Activity,
    Candidate,
    CandidateGoal,
    Reminder,
)

__all__ = [
    "ACTIVITY_KINDS",
    "Action",
    "Activity",
    "Base",
    "CHANNEL_KINDS",
    "Candidate",
    "CandidateGoal",
    "Channel",
    "Contact",
    "ContactTag",
    "Draft",
    "DuplicateSuggestion",
    "ExternalKey",
    "GOAL_STATUSES",
    "Goal",
    "INSTANT_FORMAT",
    "Import",
    "ImportChange",
    "Instant",
    "JobDescription",
    "JobDescriptionGoal",
    "JournalRow",
    "NEED_KINDS",
    "NOT_JOURNALED",
    "Need",
    "Obstacle",
    "Reminder",
    "SECTIONS",
    "STAGES",
    "SUB_STATES",
    "Tag",
]
