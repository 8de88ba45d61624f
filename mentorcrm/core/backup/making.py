"""Making backups: complete, checked, and private."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from mentorcrm.core import driver
from mentorcrm.core.backup.files import sha256, sync_file, sync_folder
from mentorcrm.core.backup.manifest import (
    DAILY,
    MANUAL,
    UPGRADE,
    BackupInfo,
    inspect,
    manifest_path,
    read_info,
    verify,
    write_manifest,
)
from mentorcrm.core.backup.thinning import superfluous
from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.locations import BACKUPS_NAME, prepare


class Opened(Protocol):
    """Anything with the path of a live database, such as ``Database``."""

    @property
    def path(self) -> Path:
        """Return the path of the database file."""


def backups_folder(folder: Path) -> Path:
    """Return where the backups of a data folder lie."""
    return folder / BACKUPS_NAME


def make(
    db: Opened, target: Path | None = None, *, now: datetime, kind: str = MANUAL
) -> BackupInfo:
    """Make a checked backup of the live database, while others may go on writing to it.

    Without ``target`` it goes to the data folder's own backups.
    """
    if target is None:
        target = _free_name(backups_folder(db.path.parent), now)
    elif _is_live(target, db.path):
        raise UserError(_("A backup cannot take the place of the database itself."))
    connection = driver.connect(db.path)
    try:
        return _copy_into(connection, target, now, kind)
    finally:
        connection.close()


def before_upgrade(path: Path, folder: Path, now: datetime) -> BackupInfo:
    """Make the backup that an upgrade of ``path`` needs; no ORM, so any schema will do."""
    connection = driver.connect(path)
    try:
        return _copy_into(connection, _free_name(backups_folder(folder), now), now, UPGRADE)
    finally:
        connection.close()


def is_daily_due(folder: Path, now: datetime) -> bool:
    """Tell whether there is no sound backup of this day (UTC) yet."""
    today = now.astimezone(UTC).date()
    return not any(each.checked and each.made_at.date() == today for each in available(folder))


def daily(db: Opened, now: datetime, kept: int = 14) -> BackupInfo | None:
    """Make the day's backup unless there is one, then delete what is superfluous."""
    folder = db.path.parent
    if not is_daily_due(folder, now):
        return None
    made = make(db, now=now, kind=DAILY)
    thin(folder, now, kept)
    return made


def thin(folder: Path, now: datetime, kept: int = 14) -> list[BackupInfo]:
    """Delete the superfluous backups of a data folder and return them."""
    going = superfluous(available(folder), now, kept, _is_valid)
    for each in going:
        each.path.unlink(missing_ok=True)
        manifest_path(each.path).unlink(missing_ok=True)
    return going


def available(folder: Path) -> list[BackupInfo]:
    """Return the backups of a data folder, newest first; by their manifests, not file times."""
    found: list[BackupInfo] = []
    for path in backups_folder(folder).glob("*.db"):
        with contextlib.suppress(FileNotFoundError):
            found.append(read_info(path))
    return sorted(found, key=lambda each: (each.made_at, each.path.name), reverse=True)


def _copy_into(connection: driver.Connection, target: Path, now: datetime, kind: str) -> BackupInfo:
    part = target.with_name(target.name + ".part")
    try:
        prepare(target.parent)
        part.unlink(missing_ok=True)
        driver.create_file(part)
        with driver.wording(part):
            connection.execute("VACUUM INTO ?", (str(part),))
        schema, people, counts = inspect(part)
        sync_file(part)
        info = BackupInfo(
            path=target,
            made_at=now.astimezone(UTC).replace(microsecond=0),
            kind=kind,
            size=part.stat().st_size,
            sha256=sha256(part),
            schema=schema,
            people=people,
            counts=counts,
        )
        # The manifest first: a backup without one would count as unchecked.
        write_manifest(info)
        part.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        raise UserError(
            _("The backup could not be written to {file}: {reason}. Nothing was lost.").format(
                file=target, reason=error.strerror or str(error)
            )
        ) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    return info


def _free_name(folder: Path, now: datetime) -> Path:
    stamp = now.astimezone(UTC).strftime("%Y-%m-%d-%H%M%S")
    path = folder / f"mentorcrm-{stamp}.db"
    number = 2
    while path.exists():
        path = folder / f"mentorcrm-{stamp}-{number}.db"
        number += 1
    return path


def _is_live(target: Path, live: Path) -> bool:
    place = target.resolve()
    return any(
        place == live.with_name(live.name + suffix).resolve()
        for suffix in ("", "-wal", "-shm", "-journal")
    )


def _is_valid(info: BackupInfo) -> bool:
    try:
        verify(info.path)
    except UserError:
        return False
    return True
