"""Whether a step can still be undone or redone: nothing that came later may depend on it.

A step is obsolete when an action that came after it changed what it would put back, or when
rows that came later point to rows that it would remove.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from mentorcrm.core.driver import Connection
from mentorcrm.core.schema import Base

Ranges = list[tuple[int, int]]

_LATER = (
    "SELECT j.id, coalesce(a.target_id, a.id), j.op, j.before, k.op, k.before, a.kind, a.id "
    "FROM journal AS j JOIN journal AS k ON k.table_name = j.table_name "
    "AND k.row_id BETWEEN j.row_id AND coalesce(j.last_id, j.row_id) AND k.id > j.id "
    "JOIN action AS a ON a.id = k.action_id "
    "WHERE j.action_id = ?1 AND k.action_id <> ?1 AND coalesce(a.target_id, a.id) <> ?2 "
    "ORDER BY 1, 2"
)


def is_obsolete(connection: Connection, step_id: int, source_id: int) -> bool:
    """Tell whether the rows of ``source_id`` can no longer take back (or do again) a step."""
    return _changed_since(connection, step_id, source_id) or _hung_on_since(connection, source_id)


def _changed_since(connection: Connection, step_id: int, source_id: int) -> bool:
    """Tell whether another step did, or took back, something on the same rows since.

    A step that was done and undone since, or undone and redone, left no trace: what counts
    is an odd number of such turns.
    """
    later = connection.execute(_LATER, (source_id, step_id))
    for _row_and_origin, turns in groupby(later, key=lambda row: row[:2]):
        seen = list(turns)
        if len({row[7] for row in seen}) % 2 and any(_in_conflict(*row[2:7]) for row in seen):
            return True
    return False


def _in_conflict(op: str, before: str | None, later: str, later_before: str, kind: str) -> bool:
    if later in ("D", "I"):
        return True
    if kind == "system":
        return False
    if op == "U" and before is not None:
        return not json.loads(before).keys().isdisjoint(json.loads(later_before))
    return True


def _hung_on_since(connection: Connection, source_id: int) -> bool:
    """Tell whether rows that came later point to rows that this step would remove."""
    added = _added(connection, source_id)
    for table in Base.metadata.sorted_tables:
        own = added.get(table.name, [])
        starts = [first for first, _last in own]
        for key in table.foreign_keys:
            parents = added.get(key.column.table.name, [])
            children = _pointing(connection, table.name, key.parent.name, parents)
            if any(not _is_in(child, own, starts) for child in children):
                return True
    return False


def _added(connection: Connection, source_id: int) -> dict[str, Ranges]:
    """Return the ids that the action added to each table, as ranges in ascending order."""
    rows = connection.execute(
        "SELECT table_name, row_id, coalesce(last_id, row_id) FROM journal "
        "WHERE action_id = ? AND op IN ('I', 'R') ORDER BY table_name, row_id",
        (source_id,),
    )
    return {table: _merged(run) for table, run in groupby(rows, key=lambda row: row[0])}


def _merged(rows: Iterable[tuple[str, int, int]]) -> Ranges:
    found: Ranges = []
    for _table, first, last in rows:
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return found


def _pointing(connection: Connection, table: str, column: str, parents: Ranges) -> Iterator[int]:
    sql = f'SELECT id FROM "{table}" WHERE "{column}" BETWEEN ? AND ?'
    for parent in parents:
        for (child,) in connection.execute(sql, parent):
            yield child


def _is_in(row_id: int, ranges: Ranges, starts: Sequence[int]) -> bool:
    place = bisect_right(starts, row_id) - 1
    return place >= 0 and row_id <= ranges[place][1]
