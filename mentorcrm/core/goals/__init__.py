"""Goals in five SMART parts, with their obstacles and needs."""

from __future__ import annotations

from mentorcrm.core.goals.check_ins import (
    add_check_in,
    check_ins,
    delete_check_in,
    edit_check_in,
    set_progress,
)
from mentorcrm.core.goals.endings import close, renew, reopen
from mentorcrm.core.goals.example import add_example
from mentorcrm.core.goals.goal import (
    HUES,
    TEXT_FIELDS,
    VALUE_FIELDS,
    add,
    delete,
    edit,
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
from mentorcrm.core.goals.reads import detail, goals
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

__all__ = [
    "HUES",
    "TEXT_FIELDS",
    "VALUE_FIELDS",
    "ActivityLink",
    "CheckInRow",
    "DescriptionLink",
    "GoalDetail",
    "GoalRow",
    "MentorRow",
    "NeedRow",
    "ObstacleRow",
    "add",
    "add_check_in",
    "add_example",
    "add_need",
    "add_obstacle",
    "check_ins",
    "close",
    "delete",
    "delete_check_in",
    "delete_need",
    "delete_obstacle",
    "detail",
    "edit",
    "edit_check_in",
    "edit_need",
    "edit_obstacle",
    "goals",
    "move_need",
    "move_obstacle",
    "need_kind_labels",
    "progress",
    "renew",
    "reopen",
    "set_progress",
    "status_labels",
]
