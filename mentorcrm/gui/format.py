"""How dates, times, counts and names are written in the window."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QLocale, QTime

from mentorcrm.core.i18n import _, ngettext


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
    """Return when ``moment`` is, as short as it can be said: "Today 14:00", "Thu 09:00"."""
    local, today = moment.astimezone(zone), now.astimezone(zone).date()
    days = (local.date() - today).days
    time = clock(local)
    if days == 0:
        return _("Today {time}").format(time=time)
    if days == 1:
        return _("Tomorrow {time}").format(time=time)
    if days == -1:
        return _("Yesterday {time}").format(time=time)
    pattern = "ddd" if 1 < days < 7 else "d MMM" if local.year == today.year else "d MMM yyyy"
    text = QLocale().toString(QDate(local.year, local.month, local.day), pattern)
    return f"{text} {time}"


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
