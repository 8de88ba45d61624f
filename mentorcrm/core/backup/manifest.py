"""What is known about a backup, and whether its file is still what was checked."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from mentorcrm.core import driver
from mentorcrm.core.backup.files import sha256
from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.settings import write_private

DAILY = "daily"
UPGRADE = "upgrade"
MANUAL = "manual"
_MOMENT = "%Y-%m-%dT%H:%M:%SZ"


@dataclass(frozen=True, slots=True)
class BackupInfo:
    """A backup and what was true of it when it was made."""

    path: Path
    made_at: datetime
    kind: str = MANUAL
    size: int = 0
    sha256: str = ""
    """Empty when the file came without its manifest."""
    schema: int = 0
    people: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    whole: bool = True
    """False when the file is not of the size it had; only ``verify`` reads all of it."""

    @property
    def checked(self) -> bool:
        """Tell whether it was checked when it was made, and still looks so."""
        return self.whole and bool(self.sha256)


def manifest_path(path: Path) -> Path:
    """Return where the manifest of the backup ``path`` lies: beside it."""
    return path.with_name(path.name + ".json")


def write_manifest(info: BackupInfo) -> None:
    """Write what is known about a backup beside it."""
    known = {
        "format": 1,
        "file": info.path.name,
        "made_at": info.made_at.astimezone(UTC).strftime(_MOMENT),
        "kind": info.kind,
        "size": info.size,
        "sha256": info.sha256,
        "schema": info.schema,
        "people": info.people,
        "counts": info.counts,
    }
    write_private(manifest_path(info.path), json.dumps(known, indent=1) + "\n")


def read_info(path: Path) -> BackupInfo:
    """Return what the manifest says; a backup without one is known by its file alone."""
    stat = path.stat()
    try:
        known: Any = json.loads(manifest_path(path).read_text(encoding="utf-8"))
        return BackupInfo(
            path=path,
            made_at=datetime.strptime(known["made_at"], _MOMENT).replace(tzinfo=UTC),
            kind=str(known["kind"]),
            size=stat.st_size,
            sha256=str(known["sha256"]),
            schema=int(known["schema"]),
            people=int(known["people"]),
            counts={str(name): int(count) for name, count in known["counts"].items()},
            whole=stat.st_size == known["size"],
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        made_at = datetime.fromtimestamp(stat.st_mtime, UTC)
        return BackupInfo(path=path, made_at=made_at, size=stat.st_size)


def verify(path: Path) -> BackupInfo:
    """Read the whole backup and return what it is; raise UserError when it is damaged.

    The hash sees a single changed bit; a file without manifest is checked as far as SQLite can.
    """
    try:
        info = read_info(path)
        if info.sha256 and (not info.whole or sha256(path) != info.sha256):
            raise _damaged(path)
    except OSError as error:
        raise UserError(
            _("The backup {file} cannot be read: {reason}.").format(
                file=path.name, reason=error.strerror or str(error)
            )
        ) from error
    schema, people, counts = inspect(path)
    return BackupInfo(
        path, info.made_at, info.kind, info.size, info.sha256, schema, people, counts, True
    )


def inspect(path: Path) -> tuple[int, int, dict[str, int]]:
    """Return schema number, people and row counts of a sound file; raise UserError otherwise."""
    with driver.wording(path):
        connection = driver.connect(path, read_only=True)
        try:
            if driver.scalar(connection, "PRAGMA integrity_check") != "ok":
                raise _damaged(path)
            schema = driver.schema_version(connection, path)
            if schema == 0:
                raise UserError(_("{file} is empty: it is no backup.").format(file=path.name))
            names = connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' "
                "AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_index%'"
            ).fetchall()
            counts = {
                str(name): int(driver.scalar(connection, f'SELECT count(*) FROM "{name}"'))
                for (name,) in names
            }
            return schema, _people(connection, counts), counts
        finally:
            connection.close()


def _people(connection: driver.Connection, counts: dict[str, int]) -> int:
    if "contact" not in counts:
        return 0
    columns = {row[1] for row in connection.execute("PRAGMA table_info(contact)")}
    if not {"degree", "deleted_at"} <= columns:
        return counts["contact"]
    wanted = "SELECT count(*) FROM contact WHERE degree = 1 AND deleted_at IS NULL"
    return int(driver.scalar(connection, wanted))


def _damaged(path: Path) -> UserError:
    return UserError(
        _(
            "The backup {file} is damaged: it is not what was written. "
            "Nothing was changed. Please choose another one."
        ).format(file=path.name)
    )
