"""A copy of a data folder in which some weeks have been lived: for pictures."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from mentorcrm.core import backup, contacts, imports
from mentorcrm.core.database import Database
from mentorcrm.core.demo import exports
from mentorcrm.core.i18n import _
from mentorcrm.core.locations import DATABASE_NAME, prepare
from mentorcrm.core.progress import Progress

_IN_TRASH = 3
_DAYS_OF_BACKUPS = (16, 3, 2, 1)


def copy_lived_in(folder: Path, copy: Path, downloads: Path, now: datetime) -> None:
    """Copy the data of ``folder`` to ``copy``, with an import, backups and a trash.

    ``downloads`` gets the network export that was imported, and a later one that was not.
    """
    prepare(copy)
    with_data = Database.open(folder)
    try:
        backup.make(with_data, copy / DATABASE_NAME, now=now)
    finally:
        with_data.close()
    downloads.mkdir(parents=True, exist_ok=True)
    first = downloads / exports.FIRST_NAME
    first.write_text(exports.FIRST, encoding="utf-8")
    (downloads / exports.NAME).write_text(exports.LATER, encoding="utf-8")
    db = Database.open(copy)
    try:
        imports.run(db, first, Progress(), now - timedelta(days=17))
        for days in _DAYS_OF_BACKUPS:
            kind = backup.MANUAL if days == _DAYS_OF_BACKUPS[0] else backup.DAILY
            backup.make(db, now=now - timedelta(days=days), kind=kind)
        _fill_trash(db, now - timedelta(days=4))
    finally:
        db.close()


def _fill_trash(db: Database, when: datetime) -> None:
    """Put the last few people of the list in the trash, unless they are all there are."""
    with db.transaction(_("Move people to the trash")) as session:
        ids = contacts.keys(session, "name", True, contacts.ContactFilter())
        if len(ids) > 2 * _IN_TRASH:
            contacts.trash(session, ids[:_IN_TRASH], when)
