"""Look at the whole data folder: everything should be there, sound and in agreement."""

from __future__ import annotations

from dataclasses import dataclass

from mentorcrm.core import triggers
from mentorcrm.core.database import Database
from mentorcrm.core.driver import Connection
from mentorcrm.core.i18n import _, ngettext
from mentorcrm.core.settings import Settings

_MOST_PROBLEMS = 20
_INTO = "INSERT INTO search_index (rowid, contact_id, body) "
_LAST_ID = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, and what is wrong with it: nothing when it is sound."""

    subject: str
    problems: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Tell whether nothing is wrong."""
        return not self.problems


def check(db: Database) -> list[Finding]:
    """Return what was looked at and what was found; nothing is changed."""
    with db.raw() as connection:
        connection.execute("BEGIN")
        try:
            found = [
                Finding(_("The database file"), _integrity(connection)),
                Finding(_("References between records"), _references(connection)),
                Finding(_("The search index"), _search(connection)),
            ]
        finally:
            connection.execute("ROLLBACK")
    warning = Settings.load(db.folder).warning
    return [*found, Finding(_("The settings"), (warning,) if warning else ())]


def _integrity(connection: Connection) -> tuple[str, ...]:
    rows = connection.execute(f"PRAGMA integrity_check({_MOST_PROBLEMS})").fetchall()
    return tuple(str(row[0]) for row in rows if row[0] != "ok")


def _references(connection: Connection) -> tuple[str, ...]:
    rows = connection.execute("PRAGMA foreign_key_check").fetchmany(_MOST_PROBLEMS)
    return tuple(
        _("Record {id} of {table} refers to a missing {parent}.").format(
            id=row[1], table=row[0], parent=row[2]
        )
        for row in rows
    )


def _search(connection: Connection) -> tuple[str, ...]:
    wanted = " UNION ALL ".join(
        statement.removeprefix(_INTO) for statement in triggers.index_statements().values()
    )
    there = "SELECT rowid, contact_id, body FROM search_index"
    count = (
        f"SELECT count(*) FROM (SELECT * FROM ({wanted}) EXCEPT {there}) "
        f"UNION ALL SELECT count(*) FROM ({there} EXCEPT SELECT * FROM ({wanted}))"
    )
    # Numbered parameters: the ids from ?1 to ?2, all of them.
    missing, surplus = (row[0] for row in connection.execute(count, (0, _LAST_ID)).fetchall())
    problems = []
    if missing:
        text = ngettext("{count} text cannot be found.", "{count} texts cannot be found.", missing)
        problems.append(text.format(count=missing))
    if surplus:
        text = ngettext(
            "{count} entry is out of date.", "{count} entries are out of date.", surplus
        )
        problems.append(text.format(count=surplus))
    return tuple(problems)
