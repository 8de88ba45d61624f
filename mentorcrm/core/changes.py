"""What one step did to the data, as the views hear it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

MOST_IDS = 2000
"""With more changed rows than this in a table its ids are not named: reload instead."""


@dataclass(frozen=True)
class Changes:
    """Name the tables and rows that one committed step touched.

    ``kind`` is ``do``, ``undo``, ``redo``, ``system`` or ``outside`` (another process).
    ``tables`` gives for each table the ids, or None when there are too many to name.
    """

    label: str = ""
    kind: str = "do"
    action_id: int | None = None
    tables: Mapping[str, frozenset[int] | None] = field(default_factory=dict)

    def touches(self, *tables: str) -> bool:
        """Tell whether a row of one of these tables changed."""
        return any(table in self.tables for table in tables)

    def ids(self, table: str) -> frozenset[int] | None:
        """Return the changed ids of ``table``: empty for none, None for too many to name."""
        return self.tables.get(table, frozenset())
