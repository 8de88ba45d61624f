"""Writing down a bug of ours so that it can be reported, without anybody's data.

Messages of exceptions may quote a name or a note, so only types and frames are kept.
"""

from __future__ import annotations

import os
import platform
import tempfile
import traceback
from datetime import UTC, datetime
from pathlib import Path

from mentorcrm import __version__
from mentorcrm.core.locations import LOG_NAME, prepare

_MOST_BYTES = 1_000_000
_PACKAGE = Path(__file__).resolve().parent.parent.parent


def record(error: BaseException, folder: Path, now: datetime) -> Path:
    """Append ``error`` to the log of ``folder`` and return the log's path."""
    text = describe(error, now)
    try:
        return _append(prepare(folder) / LOG_NAME, text)
    except OSError:
        # A folder that cannot be used is no reason to lose the report.
        return _append(Path(tempfile.mkdtemp(prefix="mentorcrm-")) / LOG_NAME, text)


def describe(error: BaseException, now: datetime) -> str:
    """Return the types and the frames of ``error`` and its causes."""
    moment = now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    system = f"Python {platform.python_version()}, {platform.system()} {platform.release()}"
    lines = [f"{moment} MentorCRM {__version__}, {system}"]
    current: BaseException | None = error
    seen: set[int] = set()
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        lines.append(f"  {type(current).__module__}.{type(current).__qualname__}")
        for frame in traceback.extract_tb(current.__traceback__):
            lines.append(f"    {_short(frame.filename)}:{frame.lineno} in {frame.name}")
        current = current.__cause__ or current.__context__
    return "\n".join(lines) + "\n"


def _short(file_name: str) -> str:
    """Return the file without the folders above it, which hold the user's name."""
    path = Path(file_name)
    for root in (_PACKAGE, *(each for each in path.parents if each.name == "site-packages")):
        if path.is_relative_to(root):
            return path.relative_to(root).as_posix()
    return path.name


def _append(path: Path, text: str) -> Path:
    if path.exists() and path.stat().st_size > _MOST_BYTES:
        path.replace(path.with_suffix(".old.log"))
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    with os.fdopen(handle, "a", encoding="utf-8") as file:
        file.write(text)
    return path
