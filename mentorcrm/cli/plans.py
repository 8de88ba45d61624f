"""Goals, and what is due."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from mentorcrm import core
from mentorcrm.cli.access import database, now, zone
from mentorcrm.cli.output import instant, print_json, print_rows
from mentorcrm.core.i18n import _
from mentorcrm.core.moments import due_words


def goals(args: Namespace, folder: Path) -> int:
    """List goals."""
    with database(folder) as db, db.read() as session:
        found = core.goals.goals(session)
    if args.json:
        print_json(
            [
                {
                    "id": goal.id,
                    "title": goal.title,
                    "status": goal.status,
                    "due_on": goal.due_on.isoformat() if goal.due_on else None,
                    "start_value": goal.start_value,
                    "current_value": goal.current_value,
                    "target_value": goal.target_value,
                    "unit": goal.unit,
                    "mentors": goal.mentors,
                }
                for goal in found
            ]
        )
        return 0
    words = core.goals.status_labels()
    rows = [
        (
            str(goal.id),
            goal.title,
            words[goal.status],
            goal.due_on.isoformat() if goal.due_on else "",
            "" if goal.progress is None else f"{goal.progress:.0%}",
            str(goal.mentors),
        )
        for goal in found
    ]
    header = (_("ID"), _("Goal"), _("Status"), _("By"), _("Progress"), _("Mentors"))
    print_rows(header, rows, _("No goals yet."))
    return 0


def due(args: Namespace, folder: Path) -> int:
    """List the reminders whose time has come."""
    here, moment = zone(folder), now()
    with database(folder) as db, db.read() as session:
        found = core.reminders.due(session, moment)
    if args.json:
        print_json(
            [
                {
                    "id": row.id,
                    "kind": row.kind,
                    "title": row.headline,
                    "due_at": instant(row.due_at),
                    "contact_id": row.contact_id,
                    "candidate_id": row.candidate_id,
                    "name": row.name,
                    "stage": row.stage or None,
                    "next_step": row.next_step,
                }
                for row in found
            ]
        )
        return 0
    rows = [
        (str(row.id), row.headline, due_words(row.due_at, moment, here), row.next_step)
        for row in found
    ]
    header = (_("ID"), _("Ready when you are"), _("Since"), _("Next step"))
    print_rows(header, rows, _("Nothing is due."))
    return 0
