"""What can be done about a reminder, from the list and from a notification alike."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from mentorcrm import core
from mentorcrm.core import moments
from mentorcrm.core.i18n import _
from mentorcrm.core.settings import REMINDER_TIME

if TYPE_CHECKING:
    from mentorcrm.core.reminders import DueRow
    from mentorcrm.gui.app import App


def done(app: App, row: DueRow) -> None:
    """Mark the reminder as done."""
    label = _("Done: {what}").format(what=row.headline)
    app.do(label, core.reminders.done, [row.id], app.now(), done=label)


def snooze(app: App, row: DueRow, until: datetime) -> None:
    """Put the reminder off until a wall clock time."""
    zone, now = app.zone(), app.now()
    when = moments.moment_words(moments.resolve(until, zone), now, zone)
    words = {"what": row.headline, "when": when}
    label = _("Snooze “{what}” until {when}").format(**words)
    done = _("Snoozed “{what}” until {when}").format(**words)
    app.do(label, core.reminders.snooze, [row.id], until, zone, now, done=done)


def snooze_an_hour(app: App, row: DueRow) -> None:
    """Put the reminder off for an hour."""
    snooze(app, row, offers(app)[0].local)


def offers(app: App) -> list[moments.Snooze]:
    """Return the ways to put a reminder off, soonest first: the first is an hour."""
    return moments.snoozes(app.now(), app.zone(), app.settings.get(REMINDER_TIME))


def open_subject(app: App, row: DueRow) -> None:
    """Show whom the reminder is about."""
    if row.candidate_id is not None:
        app.open_requested.emit("candidate", row.candidate_id)
    elif row.contact_id is not None:
        app.open_requested.emit("contact", row.contact_id)
