"""Which old backups may go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from mentorcrm.core.backup.manifest import MANUAL, BackupInfo

_ALL_OF_THEM = timedelta(days=2)


def superfluous(
    backups: Sequence[BackupInfo],
    now: datetime,
    kept: int,
    is_valid: Callable[[BackupInfo], bool],
) -> list[BackupInfo]:
    """Return the backups that may be deleted.

    Kept are those made by hand, those that were not checked, all of the last two days (or of
    the future: then a clock was wrong), and the newest of each of the last ``kept`` days that
    have one. Days without a backup do not count, so no clock jump empties the folder. The
    newest valid backup is never among the superfluous.
    """
    ours = [each for each in backups if each.kind != MANUAL and each.sha256]
    ours.sort(key=lambda each: (each.made_at, each.path.name), reverse=True)
    newest_of_day: dict[object, BackupInfo] = {}
    for each in ours:
        newest_of_day.setdefault(each.made_at.date(), each)
    keep = {id(each) for each in list(newest_of_day.values())[:kept]}
    keep |= {id(each) for each in ours if each.made_at > now - _ALL_OF_THEM}
    going = [each for each in ours if id(each) not in keep]
    if not going:
        return []
    staying = [each for each in backups if all(each is not other for other in going)]
    if not any(is_valid(each) for each in staying):
        last_valid = next((each for each in going if is_valid(each)), None)
        going = [each for each in going if each is not last_valid]
    return going
