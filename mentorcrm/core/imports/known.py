"""What the database knows about the people of a file: a few statements for any number."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple, cast

from sqlalchemy.orm import Session

from mentorcrm.core.driver import Connection, scalar
from mentorcrm.core.imports.matching import SLUG
from mentorcrm.core.progress import Progress

_BATCH = 2_000


class Key(NamedTuple):
    """What another program calls a contact, and what it said last."""

    id: int
    contact_id: int
    imported: str


@dataclass(slots=True)
class Known:
    """A contact as it is now, and what imports gave it."""

    id: int
    name: str
    first_name: str
    last_name: str
    company: str
    position: str
    connected_on: str
    aside: bool
    """Archived or in the trash: left alone."""
    has_slug: bool = False
    given: list[dict[str, Any]] = field(default_factory=list)
    channels: set[tuple[str, str]] = field(default_factory=set)
    """Kind and folded value."""


class Named(NamedTuple):
    """A contact whose name is like one in the file."""

    id: int
    name: str
    company: str
    connected_on: str
    deleted: bool
    has_slug: bool


class Lookup:
    """Ask the database in batches, so that a cancel is heard and nobody waits."""

    def __init__(self, session: Session, progress: Progress) -> None:
        # The driver itself: a row through SQLAlchemy costs four times as much.
        driver_connection = session.connection().connection.driver_connection
        self._connection = cast("Connection", driver_connection)
        self._progress = progress

    def keys(self, source: str, keys: Collection[str]) -> dict[str, Key]:
        """Return the known ones among ``keys``."""
        rows = self._ask(
            "SELECT k.key, k.id, k.contact_id, k.imported FROM json_each(?) AS v "
            "CROSS JOIN external_key AS k ON k.source = ? AND k.key = v.value",
            keys,
            source,
        )
        return {row[0]: Key(*row[1:]) for row in rows}

    def has_keys(self, source: str) -> bool:
        """Tell whether any contact is known by a key of ``source``."""
        sql = "SELECT EXISTS (SELECT 1 FROM external_key WHERE source = ?)"
        return bool(scalar(self._connection, sql, (source,)))

    def contacts(self, ids: Collection[int]) -> dict[int, Known]:
        """Return contacts with what imports gave them."""
        found = {
            row[0]: Known(*row)
            for row in self._ask(
                "SELECT c.id, c.name, c.first_name, c.last_name, c.company, c.position, "
                "coalesce(c.connected_on, ''), c.archived_at IS NOT NULL OR c.deleted_at IS NOT NULL "
                "FROM json_each(?) AS v CROSS JOIN contact AS c ON c.id = v.value",
                ids,
            )
        }
        for contact_id, source, imported in self._ask(
            "SELECT k.contact_id, k.source, k.imported FROM json_each(?) AS v "
            "CROSS JOIN external_key AS k ON k.contact_id = v.value",
            ids,
        ):
            found[contact_id].given.append(_object(imported))
            found[contact_id].has_slug |= source == SLUG
        for contact_id, kind, folded in self._ask(
            "SELECT h.contact_id, h.kind, h.folded FROM json_each(?) AS v "
            "CROSS JOIN channel AS h ON h.contact_id = v.value",
            ids,
        ):
            found[contact_id].channels.add((kind, folded))
        return found

    def named(self, names: Collection[str]) -> Iterator[Named]:
        """Yield contacts whose folded name is one of ``names``, or that and credentials."""
        for row in self._ask(
            "SELECT c.id, c.name, c.company, coalesce(c.connected_on, ''), "
            "c.deleted_at IS NOT NULL, EXISTS (SELECT 1 "
            f"FROM external_key AS k WHERE k.contact_id = c.id AND k.source = '{SLUG}') "
            "FROM json_each(?) AS v CROSS JOIN contact AS c ON (c.sort_name = v.value "
            "OR (c.sort_name >= v.value || ',' AND c.sort_name < v.value || '-')) "
            "WHERE c.degree = 1",
            names,
        ):
            yield Named(*row)

    def emails(self, folded: Collection[str]) -> Iterator[tuple[str, int]]:
        """Yield folded address and contact for each known one."""
        yield from self._ask(
            "SELECT h.folded, h.contact_id FROM json_each(?) AS v "
            "CROSS JOIN channel AS h ON h.kind = 'email' AND h.folded = v.value",
            folded,
        )

    def hand_typed_links(self) -> Iterator[tuple[str, int]]:
        """Yield LinkedIn addresses of contacts that no import has given a slug."""
        yield from self._connection.execute(
            "SELECT h.value, h.contact_id FROM channel AS h WHERE h.kind = 'link' "
            "AND h.value LIKE '%linkedin.com/%' AND NOT EXISTS (SELECT 1 FROM external_key AS k "
            f"WHERE k.contact_id = h.contact_id AND k.source = '{SLUG}')"
        )

    def _ask(self, sql: str, values: Iterable[object], *more: object) -> Iterator[Any]:
        listed = list(values)
        for start in range(0, len(listed), _BATCH):
            self._progress.check()
            batch = json.dumps(listed[start : start + _BATCH], ensure_ascii=False)
            yield from self._connection.execute(sql, (batch, *more)).fetchall()


def _object(text: str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
