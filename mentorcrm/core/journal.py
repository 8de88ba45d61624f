"""The self-journaling database: undo, redo, what changed, and history in one mechanism.

The triggers of ``core.triggers`` write what each statement does to each row; this module
groups those rows into actions, reads them back as ``Changes``, and applies them in reverse.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Float, LargeBinary

from mentorcrm.core.changes import MOST_IDS, Changes
from mentorcrm.core.driver import Connection, scalar
from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.obsolete import is_obsolete
from mentorcrm.core.schema import Base

USER, UNDO, REDO, SYSTEM = "do", "undo", "redo", "system"


@dataclass(frozen=True, slots=True)
class Step:
    """A user's action as the list of steps shows it."""

    id: int
    label: str
    source_id: int
    """The action whose journal rows undo (or redo) this one."""


class Obsolete(UserError):
    """Say that a step can no longer be undone or redone; nothing of it was."""

    def __init__(self, step: Step, kind: str) -> None:
        words = (
            _(
                "“{label}” can no longer be undone, because what it changed was changed again "
                "since. Nothing was undone."
            )
            if kind == UNDO
            else _(
                "“{label}” can no longer be done again, because what it changed was changed "
                "since. Nothing was done."
            )
        )
        super().__init__(words.format(label=step.label))


def begin(
    connection: Connection, label: str, kind: str, client: str, process: str, happened_at: str
) -> int:
    """Open an action and make it the one that journal rows belong to; return its id."""
    state = "running"
    connection.execute(
        "INSERT INTO action (label, kind, client, process, state, happened_at) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        (label, kind, client, process, state, happened_at),
    )
    action_id = int(scalar(connection, "SELECT last_insert_rowid()"))
    resume(connection, action_id)
    return action_id


def resume(connection: Connection, action_id: int | None) -> None:
    """Let journal rows on this connection belong to ``action_id``; None stops all writing."""
    connection.execute("UPDATE journal_context SET action_id = ?", (action_id,))


def finish(connection: Connection, action_id: int, kind: str, client: str) -> bool:
    """Close an action; drop it and return False when it changed nothing."""
    resume(connection, None)
    if (
        scalar(connection, "SELECT 1 FROM journal WHERE action_id = ? LIMIT 1", (action_id,))
        is None
    ):
        connection.execute("DELETE FROM action WHERE id = ?", (action_id,))
        return False
    connection.execute(
        "UPDATE action SET state = 'done', source_id = id WHERE id = ?", (action_id,)
    )
    if kind == USER:
        # What was undone before a new step can no longer be redone.
        connection.execute(
            "UPDATE action SET state = 'gone' WHERE state = 'undone' AND client = ?", (client,)
        )
    return True


def can_go_on(connection: Connection, action_id: int, client: str) -> bool:
    """Tell whether ``action_id`` is this client's last step, neither undone nor followed."""
    sql = (
        "SELECT 1 FROM action WHERE id = ?1 AND client = ?2 AND kind = 'do' AND state = 'done' "
        "AND source_id = id AND NOT EXISTS "
        "(SELECT 1 FROM action WHERE id > ?1 AND kind <> 'system')"
    )
    return scalar(connection, sql, (action_id, client)) is not None


def added_by_running_step(connection: Connection, table: str, row_id: int) -> bool:
    """Tell whether the step that is running now brought this row in."""
    sql = (
        "SELECT 1 FROM journal WHERE action_id = (SELECT action_id FROM journal_context) "
        "AND table_name = ? AND row_id = ? AND op = 'I' LIMIT 1"
    )
    return scalar(connection, sql, (table, row_id)) is not None


def last_row(connection: Connection) -> int:
    """Return the newest row of the journal."""
    return int(scalar(connection, "SELECT coalesce(max(id), 0) FROM journal"))


def drop_repeats(connection: Connection, action_id: int, after: int) -> None:
    """Drop before-images younger than row ``after`` where the same step has an older one."""
    connection.execute(
        "DELETE FROM journal WHERE action_id = ?1 AND id > ?2 AND op = 'U' AND EXISTS "
        "(SELECT 1 FROM journal AS older WHERE older.action_id = ?1 AND older.id <= ?2 "
        "AND older.op = 'U' AND older.table_name = journal.table_name "
        "AND older.row_id = journal.row_id AND NOT EXISTS "
        "(SELECT 1 FROM json_each(journal.before) AS field WHERE field.key NOT IN "
        "(SELECT key FROM json_each(older.before))))",
        (action_id, after),
    )


def changes(connection: Connection, label: str, kind: str, action_id: int) -> Changes:
    """Return what this action did, table by table."""
    rows = connection.execute(
        "SELECT table_name, row_id, coalesce(last_id, row_id) FROM journal WHERE action_id = ?",
        (action_id,),
    )
    return Changes(label, kind, action_id, _named(rows))


def outside(connection: Connection, process: str, after: int, until: int) -> Changes:
    """Return what other processes wrote between two rows of the journal."""
    rows = connection.execute(
        "SELECT j.table_name, j.row_id, coalesce(j.last_id, j.row_id) FROM journal AS j "
        "JOIN action AS a ON a.id = j.action_id "
        "WHERE j.id > ? AND j.id <= ? AND a.process <> ?",
        (after, until, process),
    )
    return Changes(_("Changed by another program"), "outside", None, _named(rows))


def _named(rows: Iterable[tuple[str, int, int]]) -> dict[str, frozenset[int] | None]:
    found: dict[str, set[int] | None] = {}
    for table, first, last in rows:
        ids = found.setdefault(table, set())
        if ids is None:
            continue
        if len(ids) + last - first >= MOST_IDS:
            found[table] = None
        else:
            ids.update(range(first, last + 1))
    return {table: None if ids is None else frozenset(ids) for table, ids in found.items()}


def next_undo(connection: Connection, client: str | None) -> Step | None:
    """Return the step that undo would take back: the last one done by ``client``, or by anyone."""
    return _step(
        connection,
        "SELECT id, label, source_id FROM action WHERE kind = 'do' AND state = 'done' "
        "AND (?1 IS NULL OR client = ?1) ORDER BY id DESC LIMIT 1",
        client,
    )


def next_redo(connection: Connection, client: str | None) -> Step | None:
    """Return the step that redo would do again: the one undone last."""
    return _step(
        connection,
        "SELECT a.id, a.label, a.source_id FROM action AS u JOIN action AS a ON a.id = u.target_id "
        "WHERE u.kind = 'undo' AND u.state = 'done' AND a.state = 'undone' "
        "AND a.source_id = u.id AND (?1 IS NULL OR a.client = ?1) ORDER BY u.id DESC LIMIT 1",
        client,
    )


def _step(connection: Connection, sql: str, client: str | None) -> Step | None:
    row = connection.execute(sql, (client,)).fetchone()
    return None if row is None else Step(*row)


def reverse(connection: Connection, step: Step, kind: str, action_id: int) -> None:
    """Undo (or redo) ``step`` inside the running action ``action_id``.

    Raises Obsolete, with nothing changed by this call, when later steps depend on it.
    """
    if is_obsolete(connection, step.id, step.source_id):
        raise Obsolete(step, kind)
    invert(connection, step.source_id)
    state = "undone" if kind == UNDO else "done"
    connection.execute(
        "UPDATE action SET state = ?, source_id = ? WHERE id = ?", (state, action_id, step.id)
    )
    connection.execute("UPDATE action SET target_id = ? WHERE id = ?", (step.id, action_id))


def drop(connection: Connection, step: Step) -> None:
    """Take ``step`` off the list, so that the one before it is next."""
    connection.execute(
        "UPDATE action SET state = CASE state WHEN 'undone' THEN 'gone' ELSE 'obsolete' END "
        "WHERE id = ?",
        (step.id,),
    )


def invert(connection: Connection, action_id: int) -> None:
    """Apply the before-images of ``action_id`` from the last to the first."""
    connection.execute("PRAGMA defer_foreign_keys=ON")
    rows = connection.execute(
        "SELECT table_name, op, row_id, last_id, before FROM journal WHERE action_id = ? "
        "ORDER BY id DESC",
        (action_id,),
    ).fetchall()
    for (table, op), run in groupby(rows, key=lambda row: (row[0], row[1])):
        if op == "I":
            connection.executemany(
                f'DELETE FROM "{table}" WHERE id = ?', [(row[2],) for row in run]
            )
        elif op == "R":
            connection.executemany(
                f'DELETE FROM "{table}" WHERE id BETWEEN ? AND ?', [row[2:4] for row in run]
            )
        else:
            _put_back(connection, table, op, [(row[2], row[4]) for row in run])


def _put_back(connection: Connection, table: str, op: str, run: list[tuple[int, str]]) -> None:
    images = [(row_id, decoded(table, before)) for row_id, before in run]
    for columns, group in groupby(images, key=lambda image: tuple(image[1])):
        if op == "D":
            names = ", ".join(f'"{name}"' for name in columns)
            marks = ", ".join("?" * len(columns))
            sql = f'INSERT INTO "{table}" ({names}) VALUES ({marks})'
            connection.executemany(sql, [tuple(image.values()) for _row_id, image in group])
        else:
            assignments = ", ".join(f'"{name}" = ?' for name in columns)
            sql = f'UPDATE "{table}" SET {assignments} WHERE id = ?'
            connection.executemany(sql, [(*image.values(), row_id) for row_id, image in group])


def decoded(table: str, before: str) -> dict[str, Any]:
    """Return a before-image as the driver takes it: reals exact, blobs as bytes."""
    image: dict[str, Any] = json.loads(before)
    for column in Base.metadata.tables[table].columns:
        value = image.get(column.name)
        if value is None:
            continue
        if isinstance(column.type, Float):
            image[column.name] = float(value)
        elif isinstance(column.type, LargeBinary):
            image[column.name] = bytes.fromhex(value)
    return image


def prune(connection: Connection, keep: int = 1000) -> None:
    """Forget all but the last ``keep`` actions of users, and what the program did before them."""
    connection.execute(
        "DELETE FROM action WHERE state <> 'running' AND id < coalesce((SELECT min(id) FROM "
        "(SELECT id FROM action WHERE kind = 'do' ORDER BY id DESC LIMIT ?)), 0)",
        (keep,),
    )


def erase(connection: Connection, table: str, ids: Sequence[int]) -> None:
    """Delete rows for good: they, what hangs on them, and every trace in the journal.

    Steps that touched them can no longer be undone, and lose their labels, which may name
    people.
    """
    action_id = scalar(connection, "SELECT action_id FROM journal_context")
    connection.executemany(f'DELETE FROM "{table}" WHERE id = ?', [(i,) for i in ids])
    gone = "SELECT table_name, row_id FROM journal WHERE action_id = ?1 AND op = 'D'"
    owner = f"{table}_id"
    connection.execute(
        "CREATE TEMP TABLE erased AS SELECT id, action_id FROM journal "
        f"WHERE (table_name, row_id) IN ({gone}) "
        f"OR json_extract(before, '$.{owner}') IN "
        "(SELECT row_id FROM journal WHERE action_id = ?1 AND op = 'D' AND table_name = ?2)",
        (action_id, table),
    )
    connection.execute(
        "UPDATE action SET label = '', state = CASE state WHEN 'done' THEN 'obsolete' "
        "WHEN 'undone' THEN 'gone' ELSE state END WHERE id IN (SELECT action_id FROM erased) AND id <> ?",
        (action_id,),
    )
    connection.execute(
        "UPDATE journal SET before = NULL WHERE id IN (SELECT id FROM erased) AND action_id = ?",
        (action_id,),
    )
    connection.execute(
        "DELETE FROM journal WHERE id IN (SELECT id FROM erased) AND action_id <> ?", (action_id,)
    )
    connection.execute("DROP TABLE erased")
