"""Whether the disk has room for an import, asked before the first row is written.

A full disk stops an import halfway, and taking the half back needs room as well.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _

_PERSON_BYTES = 5_000
"""A person with index, journal and log, there and back: 4,140 measured."""
_LEAST_BYTES = 8_000_000
"""The log of a few commits, whatever their size."""
_MEGABYTE = 1_000_000


def demand(folder: Path, people: int, file_name: str) -> None:
    """Raise UserError when the disk of ``folder`` has no room for so many people."""
    needed = _LEAST_BYTES + people * _PERSON_BYTES
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise UserError(
            _(
                "The disk of your data has {free} MB free, and {file} needs about {needed} MB. "
                "Nothing was imported. Please free some space and try again."
            ).format(free=free // _MEGABYTE, needed=-(-needed // _MEGABYTE), file=file_name)
        )
