"""Where the ticks of a chart stand: round numbers, and days of the calendar."""

from __future__ import annotations

import math
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale

Tick = tuple[float, str]

_STEPS = (1.0, 2.0, 2.5, 4.0, 5.0, 10.0)
_DAYS = (1, 2, 7, 14)
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240)


def number_ticks(low: float, high: float, most: int) -> list[Tick]:
    """Return at most ``most`` round numbers that lie between ``low`` and ``high``."""
    step = _round_step((high - low) / max(1, most - 1))
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [(place * step, _number(place * step)) for place in range(first, last + 1)]


def _round_step(least: float) -> float:
    if not math.isfinite(least) or least <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(least))
    return next(power * step for step in _STEPS if power * step >= least * (1 - 1e-9))


def _number(value: float) -> str:
    locale = QLocale()
    return locale.toString(round(value, 9) + 0.0, "g", 9)


def day_ticks(low: float, high: float, most: int) -> list[Tick]:
    """Return at most ``most`` days between two ordinals: days, Mondays or first days of months."""
    first, last = _day(math.ceil(low)), _day(math.floor(high))
    for step in _DAYS:
        days = _days(first, last, step)
        if len(days) <= most:
            return [(float(day.toordinal()), _short(day, "d MMM")) for day in days]
    for months in _MONTHS:
        days = _firsts(first, last, months)
        if len(days) <= most:
            return [(float(day.toordinal()), _month(day, months)) for day in days]
    return []


def _day(ordinal: int) -> date:
    return date.fromordinal(min(max(1, ordinal), date.max.toordinal()))


def _days(first: date, last: date, step: int) -> list[date]:
    number = (last - first).days
    if number // step > 60:
        return [first] * (number // step)  # too many to be drawn; only their number matters
    ahead = -first.weekday() % 7 if step >= 7 else 0
    return [first + timedelta(days=at) for at in range(ahead, number + 1, step)]


def _firsts(first: date, last: date, months: int) -> list[date]:
    begin, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    found = [date(at // 12, at % 12 + 1, 1) for at in range(begin, end + 1) if at % months == 0]
    return [day for day in found if first <= day <= last]


def _month(day: date, months: int) -> str:
    if months >= 12:
        return str(day.year)
    return _short(day, "MMM yyyy" if day.month == 1 else "MMM")


def _short(day: date, pattern: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)
