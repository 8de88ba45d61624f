"""Backups that are checked before they count, and a restore that never mixes old and new.

Free of SQLAlchemy: an upgrade makes its backup, and a start ends an interrupted restore,
before the database is opened.
"""

from __future__ import annotations

from mentorcrm.core.backup.making import (
    available,
    backups_folder,
    before_upgrade,
    daily,
    is_daily_due,
    make,
)
from mentorcrm.core.backup.manifest import DAILY, MANUAL, UPGRADE, BackupInfo, verify
from mentorcrm.core.backup.restoring import (
    Prepared,
    finish_interrupted,
    prepare_restore,
    replaced,
    restore,
    swap,
)
from mentorcrm.core.backup.thinning import superfluous
from mentorcrm.core.backup.use import Use, share

__all__ = [
    "DAILY",
    "MANUAL",
    "UPGRADE",
    "BackupInfo",
    "Prepared",
    "Use",
    "available",
    "backups_folder",
    "before_upgrade",
    "daily",
    "finish_interrupted",
    "is_daily_due",
    "make",
    "prepare_restore",
    "replaced",
    "restore",
    "share",
    "superfluous",
    "swap",
    "verify",
]
