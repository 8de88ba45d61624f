"""Write a plan in small commits that are one step; what was checked is checked again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from sqlalchemy.orm import Session

from mentorcrm.core.contacts.channels import folded_channel
from mentorcrm.core.database import Database
from mentorcrm.core.i18n import _
from mentorcrm.core.imports import room
from mentorcrm.core.imports.plan import Entry, Plan
from mentorcrm.core.imports.records import ImportResult
from mentorcrm.core.imports.updates import Update
from mentorcrm.core.long_action import LongAction
from mentorcrm.core.progress import Progress
from mentorcrm.core.schema.base import INSTANT_FORMAT
from mentorcrm.core.text import fold

CHUNK = 750
_Item = TypeVar("_Item")
_CONTACT = (
    "name",
    "first_name",
    "last_name",
    "sort_name",
    "company",
    "position",
    "connected_on",
    "source",
    "import_id",
    "created_at",
    "updated_at",
)
_KEY = ("contact_id", "source", "key", "imported")
_CHANNEL = ("contact_id", "kind", "value", "folded", "place")
_CHANGE = ("import_id", "contact_id", "field", "before", "after")
_EDITED = ("name", "first_name", "last_name", "company", "position", "connected_on")


def write(db: Database, plan: Plan, progress: Progress, now: datetime) -> ImportResult:
    """Carry the plan out as one step; nothing is left when it is cancelled or fails."""
    # In the order of their keys the rows of a chunk lie together in the file's indexes.
    plan.new.sort(key=attrgetter("key"))
    total = len(plan.new) + len(plan.updates)
    if not total:
        return plan.result()
    room.demand(db.folder, total, plan.reading.file_name)
    text = _("Saving {file}").format(file=plan.reading.file_name)
    done = 0
    with db.long_action(_("Import {file}").format(file=plan.reading.file_name)) as action:
        writer = _Writer(action, now)
        with action.chunk() as session:
            writer.begin(session, plan)
        for new in _chunks(plan.new):
            progress.report(done, total, text)
            rows = writer.rows(new)
            with action.chunk() as session:
                writer.add(session, new, rows)
            done += len(new)
        for updates in _chunks(plan.updates):
            progress.report(done, total, text)
            with action.chunk() as session:
                writer.change(session, updates)
            done += len(updates)
        for linked in _chunks([entry for entry in plan.new if entry.other is not None]):
            progress.report(done, total, text)
            with action.chunk() as session:
                writer.suggest(session, linked)
        progress.report(done, total, text)
    return plan.result(writer.import_id)


def _chunks(items: Sequence[_Item]) -> Iterator[Sequence[_Item]]:
    for start in range(0, len(items), CHUNK):
        yield items[start : start + CHUNK]


class _Rows(NamedTuple):
    """New contacts as rows; the others begin with the place of their contact."""

    contacts: list[tuple[object, ...]]
    keys: list[tuple[Any, ...]]
    channels: list[tuple[Any, ...]]


class _Writer:
    """Turn parts of a plan into rows."""

    def __init__(self, action: LongAction, now: datetime) -> None:
        self._action = action
        self._now = now.astimezone(UTC).strftime(INSTANT_FORMAT)
        self.import_id: int | None = None

    def begin(self, session: Session, plan: Plan) -> None:
        """Write down the import itself."""
        result, reading = plan.result(), plan.reading
        report = {"skipped": result.skipped, "warnings": result.warnings}
        columns = (
            *("file_name", "file_sha256", "format", "finished_at"),
            *("new", "updated", "unchanged", "possible_duplicates", "report"),
        )
        row = (
            *(reading.file_name, reading.sha256, reading.format, self._now),
            *(result.new, result.updated, result.unchanged, result.possible_duplicates),
            json.dumps(report, ensure_ascii=False),
        )
        self.import_id = self._action.insert_rows(session, "import", columns, [row])[0]

    def rows(self, entries: Sequence[Entry]) -> _Rows:
        """Return what new contacts become, made before anybody has to wait for it."""
        contacts, keys, channels = [], [], []
        for number, entry in enumerate(entries):
            contacts.append(self._contact(entry))
            keys.append((number, entry.source, entry.key, entry.imported))
            for place, address in enumerate(entry.person.emails):
                folded = folded_channel("email", address)
                channels.append((number, "email", address, folded, place))
            url = entry.person.url
            if url:
                channels.append((number, "link", url, folded_channel("link", url), 0))
        return _Rows(contacts, keys, channels)

    def add(self, session: Session, entries: Sequence[Entry], rows: _Rows) -> None:
        """Add new contacts with what they are known and reached by."""
        insert = self._action.insert_rows
        ids = insert(session, "contact", _CONTACT, rows.contacts)
        for id_, entry in zip(ids, entries, strict=True):
            entry.contact_id = id_
        insert(session, "external_key", _KEY, [(ids[n], *rest) for n, *rest in rows.keys])
        insert(session, "channel", _CHANNEL, [(ids[n], *rest) for n, *rest in rows.channels])

    def suggest(self, session: Session, entries: Sequence[Entry]) -> None:
        """Keep who may be whom, as far as both are still there."""
        suggestions: list[tuple[int | None, int | None, int | None, str]] = []
        for entry in entries:
            other = entry.other.contact_id if isinstance(entry.other, Entry) else entry.other
            suggestions.append((entry.contact_id, other, self.import_id, entry.reason))
        ids = {id_ for row in suggestions for id_ in row[:2] if id_ is not None}
        present = _present(session, list(ids))
        columns = ("contact_id", "other_id", "import_id", "reason")
        rows = [row for row in suggestions if row[0] in present and row[1] in present]
        self._action.insert_rows(session, "duplicate_suggestion", columns, rows)

    def _contact(self, entry: Entry) -> tuple[object, ...]:
        person = entry.person
        name = person.name
        return (
            name,
            person.first_name,
            person.last_name,
            entry.folded,
            person.company,
            person.position,
            person.connected_on or None,
            "linkedin",
            self.import_id,
            self._now,
            self._now,
        )

    def change(self, session: Session, updates: Sequence[Update]) -> None:
        """Change known contacts, but only fields that are still as the plan saw them."""
        ids = json.dumps([update.contact_id for update in updates])
        now = _as_they_are(session, ids)
        places = _places(session, ids)
        edits: list[tuple[object, ...]] = []
        keys: list[tuple[object, ...]] = []
        remembered: list[tuple[object, ...]] = []
        channels: list[tuple[object, ...]] = []
        changes: list[tuple[object, ...]] = []
        for update in updates:
            contact = now.get(update.contact_id)
            if contact is None:
                continue
            changes += self._edit(update, contact)
            edits.append((*contact, fold(contact[0] or ""), self._now, update.contact_id))
            for kind, value, folded in update.channels:
                place = places[update.contact_id, kind] = (
                    places.get((update.contact_id, kind), -1) + 1
                )
                channels.append((update.contact_id, kind, value, folded, place))
                changes.append((self.import_id, update.contact_id, kind, None, value))
            if update.new_key is not None:
                keys.append((update.contact_id, *update.new_key))
                label = f"{update.new_key.source}:{update.new_key.key}"
                changes.append((self.import_id, update.contact_id, "key", None, label))
            if update.imported is not None:
                remembered.append((update.imported.after, update.key_id))
                said = (f"imported:{update.key_id}", *update.imported)
                changes.append((self.import_id, update.contact_id, *said))
        _edit_all(session, edits, remembered)
        insert = self._action.insert_rows
        insert(session, "external_key", _KEY, keys)
        insert(session, "channel", _CHANNEL, channels)
        insert(session, "import_change", _CHANGE, changes)

    def _edit(self, update: Update, contact: list[str | None]) -> Iterator[tuple[object, ...]]:
        """Put the new values into ``contact``; yield what is to be remembered of it."""
        for name, change in update.fields.items():
            place = _EDITED.index(name)
            if (contact[place] or "") != change.before:
                continue
            contact[place] = change.after
            before = change.before if change.before or name != "connected_on" else None
            yield (self.import_id, update.contact_id, name, before, change.after)
            if name == "name":
                folded = (fold(change.before), fold(change.after))
                yield (self.import_id, update.contact_id, "sort_name", *folded)


def _edit_all(
    session: Session, edits: list[tuple[object, ...]], remembered: list[tuple[object, ...]]
) -> None:
    connection = session.connection()
    if edits:
        settings = ", ".join(f"{name} = ?" for name in (*_EDITED, "sort_name", "updated_at"))
        connection.exec_driver_sql(f"UPDATE contact SET {settings} WHERE id = ?", edits)
    if remembered:
        sql = "UPDATE external_key SET imported = ? WHERE id = ?"
        connection.exec_driver_sql(sql, remembered)


def _present(session: Session, ids: list[int]) -> set[int]:
    rows = session.connection().exec_driver_sql(
        "SELECT id FROM contact WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(ids),)
    )
    return {row[0] for row in rows}


def _as_they_are(session: Session, ids: str) -> dict[int, list[str | None]]:
    """Return the fields that an import may change, of the contacts in the JSON list ``ids``."""
    rows = session.connection().exec_driver_sql(
        f"SELECT id, {', '.join(_EDITED)} FROM contact "
        "WHERE id IN (SELECT value FROM json_each(?))",
        (ids,),
    )
    return {row[0]: list(row[1:]) for row in rows}


def _places(session: Session, ids: str) -> dict[tuple[int, str], int]:
    """Return the last place of each kind of channel of these contacts."""
    rows = session.connection().exec_driver_sql(
        "SELECT contact_id, kind, max(place) FROM channel "
        "WHERE contact_id IN (SELECT value FROM json_each(?)) GROUP BY contact_id, kind",
        (ids,),
    )
    return {(row[0], row[1]): row[2] for row in rows}
