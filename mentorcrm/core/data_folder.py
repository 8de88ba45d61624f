"""Making sure of the data folder before anything is read or written in it."""

from __future__ import annotations

import os
from pathlib import Path

from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.locations import prepare


def prepare_data(folder: Path) -> Path:
    """Make the data folder and return it; raise UserError when it cannot be written to."""
    try:
        prepare(folder)
        reason = "" if os.access(folder, os.W_OK | os.X_OK) else _("it may not be written to")
    except OSError as error:
        reason = error.strerror or type(error).__name__
    if reason:
        raise UserError(
            _("The data folder {folder} cannot be used: {reason}.").format(
                folder=folder, reason=reason
            )
        )
    return folder
