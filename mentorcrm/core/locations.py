"""Where things lie: the data folder, and what ships with the program."""

from __future__ import annotations

import os
from pathlib import Path

DATABASE_NAME = "mentorcrm.db"
SETTINGS_NAME = "settings.toml"
BACKUPS_NAME = "backups"
RESTORE_INTENT_NAME = "restore.json"
"""There while a restore is not finished: the database is then not to be opened as it is."""
LOG_NAME = "mentorcrm.log"
_PACKAGE = Path(__file__).resolve().parent.parent


def data_folder(chosen: str | Path | None = None) -> Path:
    """Return the data folder: ``chosen``, else ``MENTORCRM_DATA``, else the platform's own."""
    picked = chosen or os.environ.get("MENTORCRM_DATA")
    if picked:
        path = expanded(Path(picked))
        try:
            return path.resolve()
        except (OSError, RuntimeError):
            return path.absolute()  # a link to itself: opening it will say so
    # Late: a start with a folder of its own does without (3 ms).
    import platformdirs  # noqa: PLC0415

    return Path(platformdirs.user_data_dir("mentorcrm", appauthor=False))


def expanded(path: Path) -> Path:
    """Return ``path`` with the home folder for a leading ``~``; of nobody we know, as it is."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def is_there(path: Path) -> bool:
    """Say whether ``path`` is the name of something; one that no system takes is not."""
    try:
        return path.exists()
    except OSError:
        return False


def cache_folder() -> Path:
    """Return the folder for what can be made again."""
    import platformdirs  # noqa: PLC0415 - as above

    return Path(platformdirs.user_cache_dir("mentorcrm", appauthor=False))


def prepare(folder: Path) -> Path:
    """Make ``folder`` with access for its owner only, and return it."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def resources() -> Path:
    """Return the folder of icon, texts and templates, in a checkout, a wheel or a frozen app."""
    return _shipped("_resources", "resources")


def migrations() -> Path:
    """Return Alembic's folder, in a checkout, a wheel or a frozen program."""
    return _shipped("_migrations", "migrations")


def _shipped(installed: str, checkout: str) -> Path:
    inside = _PACKAGE / installed
    return inside if inside.is_dir() else _PACKAGE.parent / checkout
