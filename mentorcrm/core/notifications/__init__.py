"""Desktop notifications: what they say, and the session's own service for showing them."""

from __future__ import annotations

from mentorcrm.core.notifications.content import (
    DIGEST_KEY,
    DONE,
    OPEN,
    SNOOZE,
    Notification,
    of_digest,
    of_reminder,
    reminder_id,
    reminder_key,
)
from mentorcrm.core.notifications.freedesktop import APP_ID, DesktopNotifier, Event

__all__ = [
    "APP_ID",
    "DIGEST_KEY",
    "DONE",
    "OPEN",
    "SNOOZE",
    "DesktopNotifier",
    "Event",
    "Notification",
    "of_digest",
    "of_reminder",
    "reminder_id",
    "reminder_key",
]
