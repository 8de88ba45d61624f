"""From a folder to a sound, current data file: create, check, refuse, back up, upgrade."""

from __future__ import annotations

import contextlib
from datetime import datetime
from pathlib import Path

from mentorcrm.core import driver
from mentorcrm.core.data_folder import prepare_data
from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.locations import DATABASE_NAME
from mentorcrm.core.migrate import upgrade


def prepare_file(folder: Path, now: datetime) -> Path:
    """Return the folder's data file, sound and of the newest schema; create it when missing.

    Raises UserError, with nothing written, for a damaged file, one of a newer program and one
    that is not ours.
    """
    prepare_data(folder)
    path = folder / DATABASE_NAME
    if path.exists():
        version = _looked_at(path)
    else:
        # Another process may start with the same new folder at the same moment.
        with contextlib.suppress(FileExistsError):
            driver.create_file(path)
        version = 0
    if version == driver.SCHEMA_VERSION:
        return path
    if version:
        _back_up(path, folder, now)
    connection = driver.connect(path)
    try:
        upgrade(path, connection)
    finally:
        connection.close()
    return path


def _looked_at(path: Path) -> int:
    """Return the schema number of a sound file, reading only."""
    connection = driver.connect(path, read_only=True)
    try:
        with driver.wording(path):
            version = driver.schema_version(connection, path)
            found = driver.scalar(connection, "PRAGMA quick_check(1)")
    finally:
        connection.close()
    if found != "ok":
        raise UserError(
            _("{file} is damaged. It was left as it is. You can restore a backup.").format(
                file=path
            ),
            details=str(found),
        )
    return version


def _back_up(path: Path, folder: Path, now: datetime) -> None:
    # Only an upgrade needs it; the module stands above this one.
    from mentorcrm.core import backup  # noqa: PLC0415

    backup.before_upgrade(path, folder, now)
