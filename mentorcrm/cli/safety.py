"""Undo and redo, backups, and the check of the data."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from mentorcrm import core
from mentorcrm.cli.access import database, now
from mentorcrm.cli.output import say
from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _, ngettext
from mentorcrm.core.locations import expanded


def undo(args: Namespace, folder: Path) -> int:
    """Undo the last step, whoever made it."""
    with database(folder) as db:
        label = db.undo(anyone=True)
    if label is None:
        raise UserError(_("There is nothing to undo."))
    say(_("Undone: {label}").format(label=label))
    return 0


def redo(args: Namespace, folder: Path) -> int:
    """Do the last undone step again."""
    with database(folder) as db:
        label = db.redo(anyone=True)
    if label is None:
        raise UserError(_("There is nothing to redo."))
    say(_("Done again: {label}").format(label=label))
    return 0


def backup(args: Namespace, folder: Path) -> int:
    """Make a verified backup, in the data folder or where the user says."""
    with database(folder) as db:
        info = core.backup.make(db, args.file, now=now())
    count = ngettext("{count} person", "{count} people", info.people).format(count=info.people)
    say(_("Backup made and checked: {path} ({count})").format(path=info.path, count=count))
    return 0


def restore(args: Namespace, folder: Path) -> int:
    """Put a backup in the place of the data; refused while anybody has it open."""
    info = core.backup.restore(folder, expanded(args.file), now())
    # Only what opens, brought up to date, counts as restored.
    with database(folder):
        pass
    count = ngettext("{count} person", "{count} people", info.people).format(count=info.people)
    say(
        _("Restored {path} ({count}). The data before it was kept aside.").format(
            path=args.file, count=count
        )
    )
    return 0


def check(args: Namespace, folder: Path) -> int:
    """Look at the whole data folder and say what was found."""
    with database(folder) as db:
        findings = core.checkup.check(db)
    for finding in findings:
        verdict = _("sound") if finding.sound else _("PROBLEM")
        say(f"{finding.subject}: {verdict}")
        for problem in finding.problems:
            say(problem, indent=2)
    if not all(finding.sound for finding in findings):
        raise UserError(
            _("The data is not sound. Restore a backup: mentorcrm restore FILE ({folder})").format(
                folder=core.backup.backups_folder(folder)
            )
        )
    return 0
