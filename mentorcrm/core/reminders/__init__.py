"""Reminders: what to do, when, about whom.

``local_at`` and ``zone`` are what the user meant, ``due_at`` is the moment that follows.
A clock on the wall is compared with ``due_at`` every half minute; there is no timer per
reminder, so sleep, restarts and clock changes need no code of their own.
"""

from __future__ import annotations

from mentorcrm.core.reminders.popups import NotifyRules, ToNotify, mark_notified, to_notify
from mentorcrm.core.reminders.reads import (
    FOLLOW_UP,
    DueRow,
    count_due,
    due,
    follow_up,
    follow_ups,
    row,
    upcoming,
)
from mentorcrm.core.reminders.writes import (
    REMINDER,
    add,
    close_follow_up,
    done,
    move,
    plan_follow_up,
    reopen,
    set_follow_up,
    snooze,
)

__all__ = [
    "FOLLOW_UP",
    "REMINDER",
    "DueRow",
    "NotifyRules",
    "ToNotify",
    "add",
    "close_follow_up",
    "count_due",
    "done",
    "due",
    "follow_up",
    "follow_ups",
    "mark_notified",
    "move",
    "plan_follow_up",
    "reopen",
    "row",
    "set_follow_up",
    "snooze",
    "to_notify",
    "upcoming",
]
