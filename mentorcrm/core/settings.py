"""The user's settings: one TOML file beside the database, each setting declared once.

A file that cannot be read is kept aside and the defaults are used; what a newer
version wrote is kept as it is. Free of SQLAlchemy, because the window reads it
before its first paint.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.locations import SETTINGS_NAME, prepare

Value = TypeVar("Value", str, int, float, bool, list[str])


@dataclass(frozen=True, eq=False)
class Setting(Generic[Value]):
    """Declare one setting: its place in the file, its default and what is allowed."""

    name: str
    default: Value
    allowed: tuple[Value, ...] = ()
    lowest: float | None = None
    highest: float | None = None
    check: Callable[[Value], bool] | None = None

    def accepts(self, value: Any) -> bool:
        """Tell whether ``value`` is of the right type and allowed."""
        if type(value) is not type(self.default):
            return False
        if isinstance(value, list):
            return all(isinstance(part, str) for part in value)
        number: Any = value
        if self.lowest is not None and number < self.lowest:
            return False
        if self.highest is not None and number > self.highest:
            return False
        if self.check is not None and not self.check(value):
            return False
        return not self.allowed or value in self.allowed


def _is_time(text: str) -> bool:
    return re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", text) is not None


def _is_zone(name: str) -> bool:
    try:
        return not name or bool(ZoneInfo(name).key)
    except (ValueError, OSError, ZoneInfoNotFoundError):
        return False


# Appearance
SCHEME = Setting("appearance.scheme", "system", ("system", "light", "dark", "high_contrast"))
TEXT_SCALE = Setting("appearance.text_scale", 1.0, lowest=0.7, highest=2.5)
# Reminders. Times are "HH:MM" of the wall clock.
ZONE = Setting("general.zone", "", check=_is_zone)
"""IANA name of the user's time zone; empty means the system's."""
REMINDER_TIME = Setting("reminders.time", "09:00", check=_is_time)
FOLLOW_UP_DAYS = Setting("reminders.follow_up_days", 7, lowest=1, highest=365)
NOTIFY = Setting("reminders.notify", True)
QUIET_FROM = Setting("reminders.quiet_from", "20:00", check=_is_time)
QUIET_UNTIL = Setting("reminders.quiet_until", "08:00", check=_is_time)
NOTIFY_ON_WEEKENDS = Setting("reminders.notify_on_weekends", True)
HIDE_NAMES = Setting("reminders.hide_names", False)
"""Say "A follow-up is due" in notifications instead of whom it is about."""
NOTIFICATIONS_PER_DAY = Setting("reminders.notifications_per_day", 5, lowest=1, highest=50)
# Writing
SPELLING = Setting("writing.spelling", True)
SPELLING_LANGUAGE = Setting("writing.language", "")
"""Name of the dictionary, such as "en_US"; empty means the language of the system."""
WRITING_COACH = Setting("writing.coach", True)
"""Whether the coach stands beside the text of the ideal mentor."""
GOALS_WRITING = Setting("writing.goals", "guided", ("guided", "free"))
"""How goals are written: question by question, or in the user's own words."""
# Documents
PAPER = Setting("documents.paper", "auto", ("auto", "a4", "letter"))
"""The paper of PDF and DOCX; "auto" is what the user's country uses."""
# Data
BACKUPS_KEPT = Setting("backups.kept", 14, lowest=1, highest=365)
BACKUPS_DAILY = Setting("backups.daily", True)
# What the window remembers
WINDOW_GEOMETRY = Setting("window.geometry", "")
WINDOW_SECTION = Setting("window.section", "board")
WINDOW_SIDEBAR = Setting("window.sidebar", "auto", ("auto", "wide", "rail", "hidden"))
WINDOW_SPLITTER = Setting("window.splitter", "")
WINDOW_DETAIL = Setting("window.detail", True)
PEOPLE_COLUMNS: Setting[list[str]] = Setting("people.columns", [])
PEOPLE_WIDTHS = Setting("people.widths", "")
PEOPLE_SORT = Setting("people.sort", "")
BOARD_SORT: Setting[list[str]] = Setting("board.sort", [])
BOARD_FILTER = Setting("board.filter", "")
VERSIONS_SIZE = Setting("versions.size", "")
VERSIONS_CHANGES_ONLY = Setting("versions.changes_only", True)
EXPORT_FOLDER = Setting("export.folder", "")
IMPORT_FOLDER = Setting("import.folder", "")


Observer = Callable[[Setting[Any]], None]


class Settings:
    """Hold the settings of one data folder and write each change to its file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.warning = ""
        """What to tell the user when the file could not be read; else empty."""
        self._values: dict[str, Any] = {}
        self._observers: list[Observer] = []

    @classmethod
    def load(cls, folder: Path) -> Settings:
        """Return the settings of ``folder``; defaults where the file says nothing."""
        settings = cls(folder / SETTINGS_NAME)
        settings._read()
        return settings

    def get(self, setting: Setting[Value]) -> Value:
        """Return the value of ``setting``: the default when none, or a wrong one, is stored."""
        value: Any = self._values
        for part in setting.name.split("."):
            if not isinstance(value, dict) or part not in value:
                return setting.default
            value = value[part]
        if type(setting.default) is float and type(value) is int:
            value = float(value)
        return value if setting.accepts(value) else setting.default

    def set(self, setting: Setting[Value], value: Value) -> None:
        """Store ``value``, tell the observers and write the file.

        The value counts for this run even when the file cannot be written (UserError).
        """
        if not setting.accepts(value):
            raise UserError(
                _("{value} is not a possible value of {name}.").format(
                    value=repr(value), name=setting.name
                )
            )
        if self.get(setting) == value:
            return
        self._put(setting.name, value)
        for observer in tuple(self._observers):
            observer(setting)
        self._write(setting.name, value)

    def remember(self, setting: Setting[Value], value: Value) -> None:
        """Store what is nice to keep but no reason to complain, such as a window's place."""
        try:
            self.set(setting, value)
        except UserError:
            return

    def observe(self, observer: Observer) -> Callable[[], None]:
        """Call ``observer(setting)`` after each change; return a function that stops it."""
        self._observers.append(observer)

        def stop() -> None:
            if observer in self._observers:
                self._observers.remove(observer)

        return stop

    def _put(self, name: str, value: object) -> None:
        *tables, key = name.split(".")
        place = self._values
        for table in tables:
            inner = place.get(table)
            place[table] = inner if isinstance(inner, dict) else {}
            place = place[table]
        place[key] = value

    def _read(self) -> None:
        try:
            self._values = tomllib.loads(self.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return
        except OSError as error:
            self.warning = _("The settings could not be read: {reason}.").format(
                reason=error.strerror or str(error)
            )
        except (tomllib.TOMLDecodeError, UnicodeDecodeError):
            kept = self._keep_aside()
            self.warning = _(
                "The settings file could not be understood, so the defaults are in use. "
                "The file was kept as {name}."
            ).format(name=kept.name)

    def _keep_aside(self) -> Path:
        number = 1
        while (kept := self.path.with_name(f"settings.broken-{number}.toml")).exists():
            number += 1
        try:
            self.path.replace(kept)
        except OSError:
            return self.path
        return kept

    def _write(self, name: str, value: object) -> None:
        try:
            write_private(self.path, self._text_with(name, value))
        except OSError as error:
            raise UserError(
                _("The setting holds until you close the program, but could not be saved."),
                details=str(error),
            ) from error

    def _text_with(self, name: str, value: object) -> str:
        """Return the file's text with one value changed; comments and unknown keys stay."""
        # Reading needs tomllib only; the writer costs 30 ms that no start-up should pay.
        import tomlkit  # noqa: PLC0415
        from tomlkit.exceptions import ParseError  # noqa: PLC0415

        try:
            document = tomlkit.parse(self.path.read_text(encoding="utf-8"))
        except (FileNotFoundError, ParseError, UnicodeDecodeError):
            document = tomlkit.document()
        *tables, key = name.split(".")
        place: Any = document
        for table in tables:
            if not isinstance(place.get(table), dict):
                place[table] = tomlkit.table()
            place = place[table]
        place[key] = value
        return tomlkit.dumps(document)


def write_private(path: Path, text: str) -> None:
    """Write ``text`` so that the file is old or new, never half, and for its owner only."""
    prepare(path.parent)
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
