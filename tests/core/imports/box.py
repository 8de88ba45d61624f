"""A database and texts to import into it, for the tests of imports."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

from mentorcrm import core
from mentorcrm.core import imports
from mentorcrm.core.database import Database
from mentorcrm.core.progress import Progress
from mentorcrm.core.schema import Base
from tests import linkedin_files as files
from tests.linkedin_files import Row

MARCH = date(2021, 3, 12)


def person(
    name: str, slug: str = "", company: str = "Tarn", email: str = "", on: date = MARCH
) -> Row:
    first, _space, last = name.partition(" ")
    url = f"https://www.linkedin.com/in/{slug}" if slug else ""
    return (first, last, url, email, company, "Analyst", on)


def dump(db: Database, *without: str) -> dict[str, list[Any]]:
    """Return every table but the journal's own, in order."""
    with db.read() as session:
        return {
            table.name: [tuple(row) for row in session.execute(table.select().order_by(table.c.id))]
            for table in Base.metadata.sorted_tables
            if table.name not in {"action", "journal", *without}
        }


class Box:
    """Import texts into a database and look at what came of it."""

    def __init__(self, db: Database, folder: Path, now: datetime) -> None:
        self.db, self.folder, self.now = db, folder, now

    def bring(self, text: str | bytes, **more: Any) -> imports.ImportResult:
        path = files.write(self.folder / "Connections.csv", text)
        return imports.run(self.db, path, Progress(), self.now, **more)

    def contacts(self) -> list[Any]:
        with self.db.read() as session:
            flt = core.contacts.ContactFilter()
            ids = core.contacts.keys(session, "name", False, flt)
            return [core.contacts.detail(session, id_) for id_ in ids]

    def one(self) -> Any:
        (contact,) = self.contacts()
        return contact

    def edit(self, **fields: Any) -> None:
        id_ = self.one().id
        with self.db.transaction("Edit") as session:
            core.contacts.edit(session, id_, self.now, **fields)


def counts(result: imports.ImportResult) -> tuple[int, int, int, int, int]:
    return (
        result.new,
        result.updated,
        result.unchanged,
        result.possible_duplicates,
        len(result.skipped),
    )
