"""What came in when, and taking one import back long after it was done."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from mentorcrm.core.errors import NotFound, UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.imports.records import Skipped, Warned
from mentorcrm.core.schema import Import
from mentorcrm.core.schema.base import INSTANT_FORMAT

_COLUMNS = ("name", "sort_name", "first_name", "last_name", "company", "position", "connected_on")


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One import of the history, with the report that was shown."""

    id: int
    file_name: str
    format: str
    finished_at: datetime
    new: int
    updated: int
    unchanged: int
    possible_duplicates: int
    skipped: tuple[Skipped, ...]
    warnings: tuple[Warned, ...]
    taken_back_at: datetime | None


@dataclass(frozen=True, slots=True)
class TakenBack:
    """How many people stayed as they are, went, and got back what they had."""

    kept: int
    removed: int
    restored: int


def history(session: Session) -> list[ImportRow]:
    """Return all imports, newest first."""
    found = session.scalars(select(Import).order_by(Import.id.desc()))
    return [_row(one) for one in found]


def _row(one: Import) -> ImportRow:
    report = json.loads(one.report)
    return ImportRow(
        id=one.id,
        file_name=one.file_name,
        format=one.format,
        finished_at=one.finished_at,
        new=one.new,
        updated=one.updated,
        unchanged=one.unchanged,
        possible_duplicates=one.possible_duplicates,
        skipped=tuple(Skipped(*item) for item in report["skipped"]),
        warnings=tuple(Warned(*item) for item in report["warnings"]),
        taken_back_at=one.taken_back_at,
    )


def take_back(session: Session, import_id: int, now: datetime) -> TakenBack:
    """Take an import back as far as nobody has built on it since.

    People it brought go unless something was changed or hangs on them; fields it changed get
    their old value unless they were changed again.
    """
    found = session.execute(
        select(Import.file_name, Import.taken_back_at).where(Import.id == import_id)
    ).one_or_none()
    if found is None:
        raise NotFound(_("There is no import with the number {id}.").format(id=import_id))
    if found.taken_back_at is not None:
        raise UserError(
            _("The import of {file} was taken back already.").format(file=found.file_name)
        )
    session.flush()
    touched = _changed_people(session, import_id)
    restored = _restore(session, import_id, now)
    created = _count(session, "SELECT count(*) FROM contact WHERE import_id = ?", import_id)
    removed = _remove(session, import_id)
    session.execute(update(Import).where(Import.id == import_id).values(taken_back_at=now))
    kept = created - removed + len(touched - restored)
    return TakenBack(kept=kept, removed=removed, restored=len(restored))


def _count(session: Session, sql: str, import_id: int) -> int:
    return int(session.connection().exec_driver_sql(sql, (import_id,)).scalar_one())


def _changed_people(session: Session, import_id: int) -> set[int]:
    rows = session.connection().exec_driver_sql(
        "SELECT DISTINCT x.contact_id FROM import_change AS x WHERE x.import_id = ? "
        "AND x.field NOT LIKE 'imported:%'",
        (import_id,),
    )
    return {row[0] for row in rows}


_STILL = " ".join(
    (
        *(f"WHEN '{column}' THEN c.{column} IS x.after COLLATE BINARY" for column in _COLUMNS),
        *(
            f"WHEN '{kind}' THEN EXISTS (SELECT 1 FROM channel AS h WHERE "
            f"h.contact_id = x.contact_id AND h.kind = '{kind}' AND h.value = x.after)"
            for kind in ("email", "link")
        ),
        "WHEN 'key' THEN EXISTS (SELECT 1 FROM external_key AS k WHERE "
        "k.contact_id = x.contact_id AND k.source || ':' || k.key = x.after)",
        "ELSE EXISTS (SELECT 1 FROM external_key AS k WHERE "
        "k.id = CAST(substr(x.field, 10) AS INTEGER) AND k.imported = x.after)",
    )
)
_UNCHANGED = (
    "SELECT x.id, x.contact_id, x.field FROM import_change AS x "
    "JOIN contact AS c ON c.id = x.contact_id "
    f"WHERE x.import_id = ? AND CASE x.field {_STILL} END"
)


def _restore(session: Session, import_id: int, now: datetime) -> set[int]:
    """Give fields that nobody changed since their old value; return whose they were."""
    connection = session.connection()
    found = connection.exec_driver_sql(_UNCHANGED, (import_id,)).all()
    by_field: dict[str, list[int]] = {}
    for change_id, _contact_id, field in found:
        by_field.setdefault(field.partition(":")[0], []).append(change_id)
    for field, ids in by_field.items():
        connection.exec_driver_sql(_restoring(field), (json.dumps(ids),))
    people = {row[1] for row in found if not row[2].startswith("imported:")}
    connection.exec_driver_sql(
        "UPDATE contact SET updated_at = ? WHERE id IN (SELECT value FROM json_each(?))",
        (now.astimezone(UTC).strftime(INSTANT_FORMAT), json.dumps(sorted(people))),
    )
    return people


def _restoring(field: str) -> str:
    chosen = "SELECT x.* FROM json_each(?) AS v JOIN import_change AS x ON x.id = v.value"
    if field in _COLUMNS:
        return (
            f"UPDATE contact SET {field} = x.before FROM ({chosen}) AS x "
            "WHERE x.contact_id = contact.id"
        )
    if field == "imported":
        return (
            f"UPDATE external_key SET imported = x.before FROM ({chosen}) AS x "
            "WHERE external_key.id = CAST(substr(x.field, 10) AS INTEGER)"
        )
    if field == "key":
        return (
            "DELETE FROM external_key WHERE id IN (SELECT k.id FROM "
            f"({chosen}) AS x JOIN external_key AS k ON k.contact_id = x.contact_id "
            "AND k.source || ':' || k.key = x.after)"
        )
    return (
        f"DELETE FROM channel WHERE id IN (SELECT h.id FROM ({chosen}) AS x "
        "JOIN channel AS h ON h.contact_id = x.contact_id AND h.kind = x.field "
        "AND h.value = x.after)"
    )


_HANGING = " ".join(
    f"AND NOT EXISTS (SELECT 1 FROM {table} AS t WHERE t.contact_id = c.id)"
    for table in ("candidate", "activity", "reminder", "contact_tag", "import_change")
)
# The clock has seconds, so an edit in the second of the import shows only in the values.
_AS_IMPORTED = " ".join(
    (
        *(
            f"AND coalesce(c.{column}, '') = json_extract(k.imported, '$.{column}')"
            for column in ("first_name", "last_name", "company", "position", "connected_on")
        ),
        "AND c.location = '' AND c.how_met = '' AND c.notes = '' AND c.last_contact_at IS NULL",
        "AND c.name = trim(c.first_name || ' ' || c.last_name)",
        "AND (SELECT count(*) FROM channel AS h WHERE h.contact_id = c.id) = ",
        "json_array_length(k.imported, '$.emails') + (json_extract(k.imported, '$.url') <> '')",
        "AND NOT EXISTS (SELECT 1 FROM channel AS h WHERE h.contact_id = c.id ",
        "AND h.value <> json_extract(k.imported, '$.url') AND h.value NOT IN ",
        "(SELECT value FROM json_each(k.imported, '$.emails')))",
    )
)
_REMOVABLE = (
    "SELECT c.id FROM contact AS c JOIN external_key AS k ON k.contact_id = c.id "
    "WHERE c.import_id = ? AND c.updated_at = c.created_at "
    f"AND c.archived_at IS NULL AND c.deleted_at IS NULL {_HANGING} {_AS_IMPORTED} "
    "GROUP BY c.id HAVING count(*) = 1"
)


def _remove(session: Session, import_id: int) -> int:
    """Remove the people this import brought whom nothing touched or refers to."""
    connection = session.connection()
    ids = [row[0] for row in connection.exec_driver_sql(_REMOVABLE, (import_id,))]
    connection.exec_driver_sql(
        "DELETE FROM contact WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(ids),)
    )
    return len(ids)
