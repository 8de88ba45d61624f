"""The versions of a description of the ideal mentor, and who was sent which."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mentorcrm import core
from mentorcrm.cli.access import database, now, zone
from mentorcrm.cli.output import instant, print_json, print_rows
from mentorcrm.core.i18n import _
from mentorcrm.core.moments import local_at, moment_words

if TYPE_CHECKING:
    from mentorcrm.core.job_descriptions.history import VersionRow


def versions(args: Namespace, folder: Path) -> int:
    """List the versions of one description, newest first."""
    with database(folder) as db, db.read() as session:
        core.job_descriptions.detail(session, args.id)
        found = core.job_descriptions.history.versions(session, args.id)
    if args.json:
        print_json([_document(row) for row in found])
        return 0
    here, moment = zone(folder), now()
    rows = [
        (
            str(row.id),
            moment_words(row.updated_at, moment, here),
            row.name,
            core.job_descriptions.history.change_words(row),
            "; ".join(
                f"{sent.contact}, {local_at(sent.sent_at, here).date().isoformat()}"
                for sent in row.sendings
            ),
        )
        for row in found
    ]
    header = (_("ID"), _("Saved"), _("Name"), _("What changed"), _("Sent to"))
    print_rows(header, rows, _("No versions yet."))
    return 0


def _document(row: VersionRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "name": row.name,
        "title": row.title,
        "created_at": instant(row.created_at),
        "saved_at": instant(row.updated_at),
        "words_added": row.added,
        "words_removed": row.removed,
        "changed": [change.part for change in row.changes],
        "sent": [
            {
                "id": sent.id,
                "contact_id": sent.contact_id,
                "name": sent.contact,
                "candidate_id": sent.candidate_id,
                "channel": sent.channel,
                "note": sent.note,
                "sent_at": instant(sent.sent_at),
            }
            for sent in row.sendings
        ],
    }
