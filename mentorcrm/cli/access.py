"""Opening the data for one command, the way the window does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import tzlocal

from mentorcrm import core
from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.locations import expanded, is_there
from mentorcrm.core.settings import ZONE, Settings

if TYPE_CHECKING:
    from mentorcrm.core.database import Database

CLIENT = "cli"


def now() -> datetime:
    """Return this moment: the one place where the command line looks at the clock."""
    return datetime.now(UTC)


@contextmanager
def database(folder: Path) -> Iterator[Database]:
    """Give the folder's database, made or brought up to date when needed."""
    db = core.database.Database.open(folder, client=CLIENT)
    try:
        yield db
    finally:
        db.close()


def target(file: Path, *, force: bool) -> Path:
    """Return where to write; refuse a file that is there already, unless ``force``."""
    path = expanded(file)
    if not force and is_there(path):
        raise UserError(
            _("“{file}” is there already. Choose another name, or add --force.").format(file=path)
        )
    return path


def zone(folder: Path) -> ZoneInfo:
    """Return the user's time zone: the one of the settings, else the system's."""
    chosen = Settings.load(folder).get(ZONE)
    if chosen:
        try:
            return ZoneInfo(chosen)
        except (KeyError, ValueError, OSError):
            pass  # a zone this machine does not know: the system's serves
    return tzlocal.get_localzone()
