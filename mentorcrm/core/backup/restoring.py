"""Restoring a backup: the old state or the backup's, never a mix, whenever it is interrupted.

The backup is copied and checked beside the database first. Then an intent is written; from
there on any crash is completed at the next open. The old database with its write-ahead log
is moved aside, never deleted, and kept for 30 days.
"""

from __future__ import annotations

import contextlib
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mentorcrm.core.backup.files import copy, sha256, sync_folder
from mentorcrm.core.backup.manifest import BackupInfo, inspect, verify
from mentorcrm.core.backup.use import alone
from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.locations import DATABASE_NAME, RESTORE_INTENT_NAME, prepare
from mentorcrm.core.settings import write_private

_PART_NAME = "restore.part"
_REPLACED_NAME = "replaced"
_STAMP = "%Y-%m-%d-%H%M%S"
_KEPT_FOR = timedelta(days=30)
_SUFFIXES = ("", "-wal", "-shm", "-journal")

Step = Callable[[str], None]
"""Hears the name of each step before it is taken."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A checked copy of a backup, waiting beside the database."""

    info: BackupInfo
    sha256: str


def restore(
    folder: Path, backup: Path, now: datetime, step: Step = lambda name: None
) -> BackupInfo:
    """Put the backup in the place of the folder's database and return what it holds.

    Raises UserError, with nothing changed, when the backup is damaged or of a newer version,
    or when anybody still has the database open.
    """
    with alone(folder):
        _settle(folder)
        prepared = prepare_restore(folder, backup, step)
        _swap(folder, prepared, now, step)
    step("done")
    return prepared.info


def prepare_restore(folder: Path, backup: Path, step: Step = lambda name: None) -> Prepared:
    """Check the backup and copy it beside the database, which may be in use meanwhile.

    The long part of a restore; ``swap`` is the short one.
    """
    try:
        step("verify")
        info = verify(backup)
        prepare(folder)
        return Prepared(info, _copy_beside(folder, backup, info, step))
    except OSError as error:
        raise _failed(folder, error) from error


def swap(folder: Path, prepared: Prepared, now: datetime) -> None:
    """Put the prepared copy in the place of the database, which nobody may have open."""
    with alone(folder, wait=1.0):
        _swap(folder, prepared, now, lambda name: None)


def _swap(folder: Path, prepared: Prepared, now: datetime, step: Step) -> None:
    stamp = _free_stamp(folder, now)
    try:
        step("intend")
        intent = {"stamp": stamp, "sha256": prepared.sha256}
        write_private(folder / RESTORE_INTENT_NAME, json.dumps(intent))
        sync_folder(folder)
        _complete(folder, stamp, step)
    except OSError as error:
        raise _failed(folder, error) from error
    inspect(folder / DATABASE_NAME)
    _forget_old(folder, now)


def finish_interrupted(folder: Path) -> str | None:
    """End a restore that a crash interrupted; tell "completed", "undone" or None for nothing.

    To be called before the database is opened.
    """
    if not (folder / RESTORE_INTENT_NAME).exists():
        return None
    with alone(folder, wait=30.0):
        return _settle(folder)


def replaced(folder: Path) -> list[Path]:
    """Return the folders with databases that a restore replaced, newest first."""
    return sorted((folder / _REPLACED_NAME).glob("*"), reverse=True)


def _copy_beside(folder: Path, backup: Path, info: BackupInfo, step: Step) -> str:
    part = folder / _PART_NAME
    try:
        step("copy")
        copied = copy(backup, part)
        if info.sha256 and copied != info.sha256:
            raise UserError(_("The backup changed while it was read. Nothing was changed."))
        step("check")
        inspect(part)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return copied


def _complete(folder: Path, stamp: str, step: Step) -> None:
    """Move the old set aside and the copy into its place; may be begun again at any point."""
    aside = prepare(prepare(folder / _REPLACED_NAME) / stamp)
    for suffix in _SUFFIXES:
        step(f"move aside {suffix or 'database'}")
        old = folder / (DATABASE_NAME + suffix)
        if old.exists():
            old.replace(aside / old.name)
    sync_folder(aside)
    sync_folder(folder)
    step("put in place")
    (folder / _PART_NAME).replace(folder / DATABASE_NAME)
    sync_folder(folder)
    _close_intent(folder, step)


def _close_intent(folder: Path, step: Step = lambda name: None) -> None:
    step("forget the intent")
    (folder / RESTORE_INTENT_NAME).unlink(missing_ok=True)
    sync_folder(folder)


def _settle(folder: Path) -> str | None:
    """Bring a half-done restore to its end: forward if the copy is whole, else back."""
    intent, part = folder / RESTORE_INTENT_NAME, folder / _PART_NAME
    if not intent.exists():
        part.unlink(missing_ok=True)
        return None
    stamp, wanted = _read_intent(intent)
    if not part.exists():
        # The copy is in its place already: only the last step was missing.
        _close_intent(folder)
        return "completed"
    if stamp and sha256(part) == wanted:
        _complete(folder, stamp, lambda name: None)
        return "completed"
    if stamp:
        _move_back(folder, stamp)
    part.unlink()
    _close_intent(folder)
    return "undone"


def _read_intent(intent: Path) -> tuple[str, str]:
    try:
        known = json.loads(intent.read_text(encoding="utf-8"))
        return Path(str(known["stamp"])).name, str(known["sha256"])
    except (OSError, ValueError, KeyError, TypeError):
        return "", ""


def _move_back(folder: Path, stamp: str) -> None:
    aside = folder / _REPLACED_NAME / stamp
    for suffix in reversed(_SUFFIXES):
        old = aside / (DATABASE_NAME + suffix)
        if old.exists():
            old.replace(folder / old.name)
    sync_folder(folder)


def _free_stamp(folder: Path, now: datetime) -> str:
    stamp = now.astimezone(UTC).strftime(_STAMP)
    free, number = stamp, 2
    while (folder / _REPLACED_NAME / free).exists():
        free, number = f"{stamp}-{number}", number + 1
    return free


def _forget_old(folder: Path, now: datetime) -> None:
    """Delete what was replaced more than 30 days ago; the newest stays whatever the clock says."""
    for old in replaced(folder)[1:]:
        with contextlib.suppress(ValueError, OSError):
            made = datetime.strptime(old.name[:17], _STAMP).replace(tzinfo=UTC)
            if made < now - _KEPT_FOR:
                shutil.rmtree(old)


def _failed(folder: Path, error: OSError) -> UserError:
    reason = error.strerror or str(error)
    with contextlib.suppress(OSError):
        if not (folder / RESTORE_INTENT_NAME).exists():
            return UserError(
                _("The backup could not be restored: {reason}. Nothing was changed.").format(
                    reason=reason
                )
            )
    return UserError(
        _(
            "The restore was interrupted: {reason}. "
            "It will be completed when MentorCRM starts the next time."
        ).format(reason=reason)
    )
