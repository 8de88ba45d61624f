"""Goals in five SMART parts, with their obstacles and needs."""

from __future__ import annotations

import importlib
from types import ModuleType
from typing import TYPE_CHECKING

from mentorcrm.core.goals.check_ins import (
    add_check_in,
    check_ins,
    delete_check_in,
    edit_check_in,
)
from mentorcrm.core.goals.endings import Chain, chain, close, move_closing, renew, reopen
from mentorcrm.core.goals.example import add_example
from mentorcrm.core.goals.goal import (
    HUES,
    TEXT_FIELDS,
    VALUE_FIELDS,
    add,
    delete,
    edit,
)
from mentorcrm.core.goals.links import (
    GoalLink,
    MarkedNeed,
    PersonChoice,
    descriptions_of_needs,
    goals_of_activities,
    link_activity,
    link_person,
    marked_needs,
    people_to_link,
    set_descriptions,
    unlink_candidate,
)
from mentorcrm.core.goals.month import Mentor, mentors, usual_month
from mentorcrm.core.goals.pace import Course, Point, course_of, due_line
from mentorcrm.core.goals.pace_words import (
    course_words,
    per_span,
    place_words,
    plain_number,
)
from mentorcrm.core.goals.parts import (
    add_need,
    add_obstacle,
    delete_need,
    delete_obstacle,
    edit_need,
    edit_obstacle,
    move_need,
    move_obstacle,
)
from mentorcrm.core.goals.progress_note import progress_note, progress_note_title
from mentorcrm.core.goals.reads import course, detail, goals
from mentorcrm.core.goals.rows import (
    ActivityLink,
    CheckInRow,
    DescriptionLink,
    GoalDetail,
    GoalRow,
    MentorRow,
    NeedRow,
    ObstacleRow,
    need_kind_labels,
    progress,
    status_labels,
)
from mentorcrm.core.goals.words import Piece, as_text, completed, day_words, month_words, pieces

if TYPE_CHECKING:
    from mentorcrm.core.goals import coaching as coaching

__all__ = [
    "HUES",
    "TEXT_FIELDS",
    "VALUE_FIELDS",
    "ActivityLink",
    "Chain",
    "CheckInRow",
    "Course",
    "DescriptionLink",
    "GoalDetail",
    "GoalLink",
    "GoalRow",
    "MarkedNeed",
    "Mentor",
    "MentorRow",
    "NeedRow",
    "ObstacleRow",
    "PersonChoice",
    "Piece",
    "Point",
    "add",
    "add_check_in",
    "add_example",
    "add_need",
    "add_obstacle",
    "as_text",
    "chain",
    "check_ins",
    "close",
    "completed",
    "course",
    "course_of",
    "course_words",
    "day_words",
    "delete",
    "delete_check_in",
    "delete_need",
    "delete_obstacle",
    "descriptions_of_needs",
    "detail",
    "due_line",
    "edit",
    "edit_check_in",
    "edit_need",
    "edit_obstacle",
    "goals",
    "goals_of_activities",
    "link_activity",
    "link_person",
    "marked_needs",
    "mentors",
    "month_words",
    "move_closing",
    "move_need",
    "move_obstacle",
    "need_kind_labels",
    "people_to_link",
    "per_span",
    "pieces",
    "place_words",
    "plain_number",
    "progress",
    "progress_note",
    "progress_note_title",
    "renew",
    "reopen",
    "set_descriptions",
    "status_labels",
    "unlink_candidate",
    "usual_month",
]


def __getattr__(name: str) -> ModuleType:
    """Import the coach's word on goals on first use: its word lists take their time."""
    if name == "coaching":
        return importlib.import_module("mentorcrm.core.goals.coaching")
    raise AttributeError(f"module 'mentorcrm.core.goals' has no attribute {name!r}")
