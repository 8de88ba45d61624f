"""Who uses a data folder's database, so that no restore pulls it away under anybody.

Every open database holds its folder's use together with others; a restore needs it alone.
Windows refuses to move an open file by itself, so nothing is needed there.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from mentorcrm.core.data_folder import prepare_data
from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _

USE_NAME = "use.lock"


class Use:
    """Hold the use of a data folder until closed; the end of the process closes it too."""

    def __init__(self, handle: int) -> None:
        self._handle: int | None = handle

    def close(self) -> None:
        """Give the use up."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def __enter__(self) -> Use:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()


def share(folder: Path, wait: float = 10.0) -> Use:
    """Use the database together with others; wait while a restore goes on."""
    return _take(
        folder,
        wait,
        alone=False,
        refusal=_("A backup is being restored. Please try again in a moment."),
    )


def alone(folder: Path, wait: float = 3.0) -> Use:
    """Use the database alone; raise UserError when somebody else does not end in time."""
    return _take(
        folder,
        wait,
        alone=True,
        refusal=_(
            "MentorCRM is open in a window or at work on the command line. "
            "Close it there, then restore again. Nothing was changed."
        ),
    )


def _take(folder: Path, wait: float, *, alone: bool, refusal: str) -> Use:
    prepare_data(folder)
    handle = os.open(folder / USE_NAME, os.O_RDWR | os.O_CREAT, 0o600)
    last = time.monotonic() + wait
    while not _try(handle, alone=alone):
        if time.monotonic() >= last:
            os.close(handle)
            raise UserError(refusal)
        time.sleep(0.02)
    return Use(handle)


if sys.platform == "win32":

    def _try(handle: int, *, alone: bool) -> bool:
        return True
else:
    import fcntl

    def _try(handle: int, *, alone: bool) -> bool:
        try:
            fcntl.flock(handle, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
