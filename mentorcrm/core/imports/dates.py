"""The dates LinkedIn and spreadsheets write, read without the machine's language."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar",
            "feb february februar",
            "mar march märz mrz mär",
            "apr april",
            "may mai",
            "jun june juni",
            "jul july juli",
            "aug august",
            "sep sept september",
            "oct october okt oktober",
            "nov november",
            "dec december dez dezember",
        ),
        start=1,
    )
    for name in names.split()
}
_WORDS = re.compile(r"(\d{1,2})\.?[ \-/]+([^\W\d]+)\.?[ \-/]+(\d{4}|\d{2})(?:[ ,T].*)?")
_MONTH_FIRST = re.compile(r"([^\W\d]+)\.? +(\d{1,2}),? +(\d{4})(?:[ ,].*)?")
_AMERICAN = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})(?:[ ,].*)?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T].*)?")
_GERMAN = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?:[ ,].*)?")
_PIVOT = 70


@lru_cache(maxsize=8192)
def iso_date(text: str) -> str:
    """Return ``text`` as YYYY-MM-DD, or nothing when it is no date that we know."""
    if match := _WORDS.fullmatch(text):
        day, month, year = match[1], _MONTHS.get(match[2].casefold(), 0), match[3]
    elif match := _MONTH_FIRST.fullmatch(text):
        day, month, year = match[2], _MONTHS.get(match[1].casefold(), 0), match[3]
    elif match := _ISO.fullmatch(text):
        day, month, year = match[3], int(match[2]), match[1]
    elif match := _AMERICAN.fullmatch(text):
        day, month, year = match[2], int(match[1]), match[3]
    elif match := _GERMAN.fullmatch(text):
        day, month, year = match[1], int(match[2]), match[3]
    else:
        return ""
    try:
        return date(_full_year(year), month, int(day)).isoformat()
    except ValueError:
        return ""


def _full_year(text: str) -> int:
    year = int(text)
    if len(text) == 4:
        return year
    return year + (1900 if year >= _PIVOT else 2000)
