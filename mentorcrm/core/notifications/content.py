"""What a notification says; names can be left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from mentorcrm.core.i18n import _, ngettext
from mentorcrm.core.moments import due_words

if TYPE_CHECKING:
    from mentorcrm.core.reminders import DueRow

OPEN, SNOOZE, DONE = "open", "snooze", "done"
DIGEST_KEY = "digest"
_NAMES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Notification:
    """A text to show, and what may be done about it right there."""

    key: str
    """A second one with this key takes the place of the first."""
    title: str
    body: str
    actions: tuple[tuple[str, str], ...] = ()
    """``(name, label)`` of each button; ``open`` is what a plain click does too."""


def reminder_key(reminder_id: int) -> str:
    """Return the key of the notification of one reminder."""
    return f"reminder-{reminder_id}"


def reminder_id(key: str) -> int | None:
    """Return the reminder that ``key`` is about, None for a digest."""
    kind, _dash, number = key.partition("-")
    return int(number) if kind == "reminder" and number.isdecimal() else None


def of_reminder(row: DueRow, now: datetime, zone: ZoneInfo, *, hide_names: bool) -> Notification:
    """Return the notification of one reminder."""
    words = due_words(row.due_at, now, zone)
    title, body = row.headline, words
    if hide_names:
        title = _("A follow-up is due")
    elif row.next_step:
        body = _("{next_step}. {when}.").format(next_step=row.next_step.rstrip(". "), when=words)
    elif row.role_line:
        body = _("{role}. {when}.").format(role=row.role_line, when=words)
    actions = ((OPEN, _("Open")), (SNOOZE, _("Snooze 1 hour")), (DONE, _("Done")))
    return Notification(reminder_key(row.id), title, body, actions)


def of_digest(rows: Sequence[DueRow], *, hide_names: bool) -> Notification:
    """Return one notification for several reminders."""
    title = ngettext(
        "{count} more reminder is ready when you are",
        "{count} reminders are ready when you are",
        len(rows),
    )
    body = ""
    if not hide_names:
        named = [row.name or row.title for row in rows]
        body = ", ".join(named[:_NAMES_SHOWN])
        more = len(named) - _NAMES_SHOWN
        if more > 0:
            body = ngettext("{names} and {count} more", "{names} and {count} more", more).format(
                names=body, count=more
            )
    return Notification(DIGEST_KEY, title.format(count=len(rows)), body, ((OPEN, _("Show")),))
