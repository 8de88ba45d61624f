"""Goals in five SMART parts, with their obstacles and needs."""

from __future__ import annotations

from mentorcrm.core.goals.example import add_example
from mentorcrm.core.goals.goal import (
    HUES,
    TEXT_FIELDS,
    VALUE_FIELDS,
    add,
    delete,
    detail,
    edit,
    goals,
    set_progress,
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
from mentorcrm.core.goals.rows import (
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

__all__ = [
    "HUES",
    "TEXT_FIELDS",
    "VALUE_FIELDS",
    "DescriptionLink",
    "GoalDetail",
    "GoalRow",
    "MentorRow",
    "NeedRow",
    "ObstacleRow",
    "add",
    "add_example",
    "add_need",
    "add_obstacle",
    "delete",
    "delete_need",
    "delete_obstacle",
    "detail",
    "edit",
    "edit_need",
    "edit_obstacle",
    "goals",
    "move_need",
    "move_obstacle",
    "need_kind_labels",
    "progress",
    "set_progress",
    "status_labels",
]
