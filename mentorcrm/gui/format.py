"""How dates, times, counts, names and places are written in the window."""

from __future__ import annotations

import os
import re
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QLocale, QTime

from mentorcrm.core import moments
from mentorcrm.core.i18n import _, ngettext

_LINE_MARKS = re.compile(r"(?m)^\s*(?:(?:#{1,6}|>|[-*+]|\d{1,9}[.)])\s+)+(?:\[[ xX]\]\s+)?")
_WORD_MARKS = re.compile(r"(\*\*|__|\*|`|~~)(?=\S)(.+?)(?<=\S)\1")


def initials(name: str) -> str:
    """Return up to two initials of ``name``: those of its first and last word."""
    words = [word for word in name.split() if word[:1].isalnum()]
    picked = words if len(words) < 2 else [words[0], words[-1]]
    return "".join(word[0].upper() for word in picked)


def count(number: int) -> str:
    """Return ``number`` with the group separators of the user's language."""
    return QLocale().toString(number)


def day(value: date) -> str:
    """Return a date in the short form of the user's language."""
    return QLocale().toString(
        QDate(value.year, value.month, value.day), QLocale.FormatType.ShortFormat
    )


def long_day(value: date) -> str:
    """Return a date such as "Mon 23 Nov 2026"."""
    return QLocale().toString(QDate(value.year, value.month, value.day), "ddd d MMM yyyy")


def short_day(value: date) -> str:
    """Return a date such as "23 Nov 2026", for columns of dates."""
    return QLocale().toString(QDate(value.year, value.month, value.day), "d MMM yyyy")


def clock(value: datetime) -> str:
    """Return the time of day of a wall clock."""
    return QLocale().toString(QTime(value.hour, value.minute), "HH:mm")


def when(moment: datetime, now: datetime, zone: ZoneInfo) -> str:
    """Return a moment as it begins a line: "Today, 14:00", "Thu 26 Nov, 09:00"."""
    words = moments.moment_words(moment, now, zone)
    return words[:1].upper() + words[1:]


def days_from(moment: datetime, now: datetime, zone: ZoneInfo) -> int:
    """Return how many days of the calendar lie between now and ``moment``."""
    return (moment.astimezone(zone).date() - now.astimezone(zone).date()).days


def ago(moment: datetime, now: datetime, zone: ZoneInfo) -> str:
    """Return how long ago ``moment`` was, in days, weeks, months or years."""
    days = -days_from(moment, now, zone)
    if days <= 0:
        return _("today")
    if days == 1:
        return _("yesterday")
    if days < 14:
        return ngettext("{n} day ago", "{n} days ago", days).format(n=days)
    if days < 60:
        return ngettext("{n} week ago", "{n} weeks ago", days // 7).format(n=days // 7)
    if days < 730:
        return ngettext("{n} month ago", "{n} months ago", days // 30).format(n=days // 30)
    return ngettext("{n} year ago", "{n} years ago", days // 365).format(n=days // 365)


def in_sentence(label: str) -> str:
    """Return a label as it stands after another word: "Move Ruth" becomes "move Ruth"."""
    if len(label) > 1 and label[0].isupper() and not label[1].isupper():
        return label[0].lower() + label[1:]
    return label


def one_line(markdown: str) -> str:
    """Return a note as one line of words, without the marks for headings, lists and stress."""
    text = _LINE_MARKS.sub("", markdown)
    for _nested in range(2):
        text = _WORD_MARKS.sub(r"\2", text)
    return " ".join(text.split())


def place_words(path: Path) -> str:
    """Return a path as people write it: "~" stands for the home folder."""
    if os.name == "posix" and path.is_relative_to(Path.home()):
        return str(Path("~") / path.relative_to(Path.home()))
    return str(path)


def path_of(words: str) -> Path:
    """Return the path that ``words`` name; the other way round of ``place_words``."""
    path = Path(words)
    return Path.home().joinpath(*path.parts[1:]) if path.parts[:1] == ("~",) else path
