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
    MARK_LEVELS,
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
from mentorcrm.core.schema.descriptions import (
    JobDescription,
    JobDescriptionGoal,
    JobDescriptionNeed,
    Sending,
    Version,
)
from mentorcrm.core.schema.goals import (
    CheckIn,
    Goal,
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
    ActivityGoal,
    Candidate,
    CandidateGoal,
    NeedMark,
    Reminder,
)

__all__ = [
    "Action",
    "Activity",
    "ACTIVITY_KINDS",
    "ActivityGoal",
    "Base",
    "Candidate",
    "CandidateGoal",
    "Channel",
    "CHANNEL_KINDS",
    "CheckIn",
    "Contact",
    "ContactTag",
    "Draft",
    "DuplicateSuggestion",
    "ExternalKey",
    "Goal",
    "GOAL_STATUSES",
    "Import",
    "ImportChange",
    "Instant",
    "INSTANT_FORMAT",
    "JobDescription",
    "JobDescriptionGoal",
    "JobDescriptionNeed",
    "JournalRow",
    "MARK_LEVELS",
    "Need",
    "NEED_KINDS",
    "NeedMark",
    "NOT_JOURNALED",
    "Obstacle",
    "Reminder",
    "SECTIONS",
    "Sending",
    "STAGES",
    "SUB_STATES",
    "Tag",
    "Version",
]
