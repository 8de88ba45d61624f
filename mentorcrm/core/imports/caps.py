"""How much a file may ask of the machine, checked before it is read."""

from __future__ import annotations

import stat
from pathlib import Path

from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _

MEGABYTE = 1024 * 1024
FILE_LIMIT = 50 * MEGABYTE
UNPACKED_LIMIT = 200 * MEGABYTE
ENTRY_LIMIT = 10_000
RATIO_LIMIT = 100
ROW_LIMIT = 1_000_000
"""Characters in one record."""


def read_file(path: Path) -> bytes:
    """Return the bytes of ``path`` if it is an ordinary file of a size we accept."""
    try:
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):
            raise UserError(
                _("{file} is not a file. Choose the file you downloaded.").format(file=path.name)
            )
        if facts.st_size > FILE_LIMIT:
            raise too_large(path.name)
        with path.open("rb") as file:
            data = file.read(FILE_LIMIT + 1)
    except FileNotFoundError as error:
        raise UserError(
            _("{file} is not there. Check its name and folder.").format(file=path.name)
        ) from error
    except (OSError, ValueError) as error:
        raise UserError(
            _("{file} cannot be read: {reason}. Check that you may open it.").format(
                file=path.name, reason=getattr(error, "strerror", None) or error
            )
        ) from error
    if len(data) > FILE_LIMIT:
        raise too_large(path.name)
    if not data:
        raise UserError(_("{file} is empty. Download it again.").format(file=path.name))
    return data


def too_large(name: str) -> UserError:
    """Return the refusal of a file that is larger than we read."""
    return UserError(
        _("{file} is larger than {limit} MB, which is more than is read.").format(
            file=name, limit=FILE_LIMIT // MEGABYTE
        )
    )
