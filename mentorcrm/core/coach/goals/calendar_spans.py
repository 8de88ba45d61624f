"""Read a stretch of calendar (a day, a month, a quarter, a season, a feast, a year) from words."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from mentorcrm.core.coach.goals.reading import Line
from mentorcrm.core.coach.goals.words_time import (
    EASTER_FEASTS,
    FIXED_FEASTS,
    MONTHS,
    OTHER_FEASTS,
    SEASONS,
    WEEKDAYS,
)

DAY, MONTH, QUARTER, SEASON, FEAST, YEAR, WEEKDAY = (
    "day", "month", "quarter", "season", "feast", "year", "weekday",
)  # fmt: skip
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2}
_NUMBERS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words ``first`` up to ``end`` of a line, and the last day they name (None: unknown)."""

    kind: str
    end: int
    last: date | None
    has_year: bool


def stretch_at(line: Line, at: int, today: date) -> Stretch | None:
    """Return the stretch of calendar that begins at ``at``, or None."""
    token = line[at]
    if token.kind == "date":
        return _numeric(token.word, at, today)
    if token.kind == "number":
        return _day_month(line, at, today) or _year(line, at)
    if token.word in MONTHS:
        return _month(line, at, today)
    if token.word in ("q", "h", "fy", "quarter", "cy"):
        return _short_quarter(line, at, today)
    if token.word in _ORDINALS:
        return _long_quarter(line, at, today)
    if token.word in SEASONS:
        return _season(line, at, today)
    if token.word in WEEKDAYS:
        ahead = (WEEKDAYS[token.word] - today.weekday()) % 7 or 7
        return Stretch(WEEKDAY, at + 1, today + timedelta(days=ahead), False)
    return _feast(line, at, today)


def _full_year(number: int) -> int:
    return number if number > 99 else 2000 + number


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _numeric(word: str, at: int, today: date) -> Stretch | None:
    parts = [int(part) for part in _NUMBERS.findall(word)]
    if len(parts) == 3:
        if parts[0] > 31:
            last = _safe(parts[0], parts[1], parts[2])
        else:
            year = _full_year(parts[2])
            last = _safe(year, parts[1], parts[0]) or _safe(year, parts[0], parts[1])
        return Stretch(DAY, at + 1, last, True) if last else None
    if parts[-1] > 1900:
        return Stretch(MONTH, at + 1, end_of_month(parts[1], parts[0]), True)
    last = _safe(today.year, parts[1], parts[0])
    return Stretch(DAY, at + 1, _coming(last, today), False) if last else None


def end_of_month(year: int, month: int) -> date | None:
    """Return the last day of a month, or None where there is no such month."""
    if not (1 <= month <= 12 and 1 <= year <= 9998):
        return None
    return date(year, month, monthrange(year, month)[1])


def _coming(day: date | None, today: date) -> date | None:
    """Return ``day``, in the next year when it has gone by."""
    if day is None or day >= today:
        return day
    return _safe(day.year + 1, day.month, day.day)


def year_at(line: Line, at: int) -> tuple[int, int] | None:
    """Return a year and where it ends: "2027", "'27", "2027/28" (its second half)."""
    if at < len(line) and line[at].word in (",", "of", "in", "'", "’"):
        at += 1
    if at >= len(line) or line[at].kind != "number":
        return None
    digits = line[at].word
    if len(digits) == 4 and digits[:2] in ("19", "20") and digits.isdecimal():
        end = at + 1
        if end + 1 < len(line) and line[end].word in ("/", "-", "–"):
            second = line[end + 1].word
            follows = second.isdecimal() and int(second) % 100 == (int(digits) + 1) % 100
            if follows and len(second) in (2, 4):
                return _full_year(int(second)), end + 2
        return int(digits), end
    is_short = len(digits) == 2 and digits.isdecimal()
    if is_short and at and line[at - 1].word in ("'", "’", "fy") and 15 <= int(digits) <= 60:
        return 2000 + int(digits), at + 1
    return None


def _year(line: Line, at: int) -> Stretch | None:
    found = year_at(line, at)
    if not found or not 1950 <= found[0] <= 2100 or line[at].word in (",", "of"):
        return None
    if found[1] == at + 1 and at + 2 < len(line) and line[at + 1].word == "-":
        last = end_of_month(found[0], _small(line[at + 2].word))
        if last is not None and len(line[at + 2].word) == 2:
            return Stretch(MONTH, at + 3, last, True)
    return Stretch(YEAR, found[1], date(found[0], 12, 31), True)


def _small(digits: str) -> int:
    return int(digits) if digits.isdecimal() and len(digits) < 3 else 0


def _short_year(line: Line, at: int) -> tuple[int, int] | None:
    """Return a year that may have two digits only, after a month and its day."""
    found = year_at(line, at)
    if found:
        return found
    digits = line[at].word if at < len(line) else ""
    is_near = at < len(line) and line[at - 1].end + 1 >= line[at].start
    if len(digits) == 2 and digits.isdecimal() and 25 <= int(digits) <= 60 and is_near:
        return 2000 + int(digits), at + 1
    return None


def _day_month(line: Line, at: int, today: date) -> Stretch | None:
    """Read "1 March 2027", "1st of March", "the 5th of May"."""
    digits = line[at].word
    if not digits.isdecimal() or not 1 <= int(digits) <= 31:
        return None
    place = at + 1
    while place < len(line) and line[place].word in ("st", "nd", "rd", "th", "of", ".", "-"):
        place += 1
    if place >= len(line) or line[place].word not in MONTHS:
        return None
    month = MONTHS[line[place].word]
    year = _short_year(line, place + 1)
    if year:
        return Stretch(DAY, year[1], _safe(year[0], month, int(digits)), True)
    return Stretch(DAY, place + 1, _coming(_safe(today.year, month, int(digits)), today), False)


def _month(line: Line, at: int, today: date) -> Stretch | None:
    """Read "March", "March 2027", "March 1st, 2027"."""
    month, place, day = MONTHS[line[at].word], at + 1, None
    if place < len(line) and line[place].word == ".":
        place += 1
    if place < len(line) and line[place].word.isdecimal() and int(line[place].word) <= 31:
        two_digit_year = year_at(line, place)
        if two_digit_year is None:
            day, place = int(line[place].word), place + 1
            while place < len(line) and line[place].word in ("st", "nd", "rd", "th"):
                place += 1
    year = year_at(line, place)
    if (
        year
        and line[year[1] - 1].word.isdecimal()
        and not (line[place].word == "of" and len(line[year[1] - 1].word) != 4)
    ):
        last = _safe(year[0], month, day) if day else end_of_month(year[0], month)
        return Stretch(DAY if day else MONTH, year[1], last, True)
    last = _safe(today.year, month, day) if day else end_of_month(today.year, month)
    if last is not None and last < today:
        last = _safe(today.year + 1, month, day) if day else end_of_month(today.year + 1, month)
    if day and day >= 25 and last is None:
        return None
    return Stretch(DAY if day else MONTH, place if day else at + 1, last, False)


def _quarter_end(quarter: int, parts: int, year: int | None, at: int, today: date) -> Stretch:
    month = 12 // parts * quarter
    last = end_of_month(year or today.year, month)
    if year is None and last is not None and last < today:
        last = end_of_month(today.year + 1, month)
    return Stretch(QUARTER, at, last, year is not None)


def _short_quarter(line: Line, at: int, today: date) -> Stretch | None:
    """Read "Q2 2027", "H1", "FY28"."""
    place = at + 1
    if place >= len(line) or not line[place].word.isdecimal():
        return None
    number, word = int(line[place].word), line[at].word
    if word in ("fy", "cy"):
        return Stretch(YEAR, place + 1, date(min(_full_year(number), 9000), 12, 31), True)
    parts = 2 if word == "h" else 4
    if not 1 <= number <= parts:
        return None
    year = year_at(line, place + 1)
    end = year[1] if year else place + 1
    return _quarter_end(number, parts, year[0] if year else None, end, today)


def _long_quarter(line: Line, at: int, today: date) -> Stretch | None:
    """Read "the first quarter of 2027", "second half of the year"."""
    if at + 1 >= len(line) or line[at + 1].word not in ("quarter", "half", "semester", "term"):
        return None
    number = _ORDINALS[line[at].word]
    parts = 2 if line[at + 1].word in ("half", "semester") else 4
    year = year_at(line, at + 2)
    if number > parts or (line[at + 1].word == "half" and year is None):
        return None
    end = year[1] if year else at + 2
    return _quarter_end(number, parts, year[0] if year else None, end, today)


def _season(line: Line, at: int, today: date) -> Stretch | None:
    year = year_at(line, at + 1)
    month, day = SEASONS[line[at].word]
    length = timedelta(days=90)
    if year:
        last = _safe(year[0], month, day)
        return Stretch(SEASON, year[1], last + length if last and month < 12 else last, True)
    begin = _safe(today.year, month, day)
    if begin is not None and begin + length < today:
        begin = _safe(today.year + 1, month, day)
    return Stretch(SEASON, at + 1, begin + length if begin else None, False)


def easter(year: int) -> date:
    """Return Easter Sunday of a year (the anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def _feast(line: Line, at: int, today: date) -> Stretch | None:
    """Read a feast; those of a lunar calendar have no date here."""
    word = line[at].word
    end = at + 1
    two = (word, line[at + 1].word) if at + 1 < len(line) else (word, "")
    if two in {("new", "year"), ("new", "years")}:
        if at and line[at - 1].word in ("chinese", "lunar", "vietnamese", "tamil", "jewish"):
            return Stretch(FEAST, at + 2, None, False)
        return Stretch(FEAST, at + 2, date(today.year, 12, 31), False)
    if word in OTHER_FEASTS:
        return Stretch(FEAST, end, None, year_at(line, end) is not None)
    if word not in FIXED_FEASTS and word not in EASTER_FEASTS:
        return None
    year = year_at(line, end)
    number = year[0] if year else today.year
    if not 1900 <= number <= 2200:
        return None
    last = _feast_day(word, number)
    if year is None and last is not None and last < today:
        last = _feast_day(word, number + 1)
    return Stretch(FEAST, year[1] if year else end, last, year is not None)


def _feast_day(word: str, year: int) -> date | None:
    if word in EASTER_FEASTS:
        return easter(year) + timedelta(days=EASTER_FEASTS[word])
    return _safe(year, *FIXED_FEASTS[word])
