"""Find what a text says about time: deadlines, and what only looks like one.

A deadline is a date, a deadline or a period with an end. A rhythm ("every fortnight"), a past
year, "someday", and the length of an effort ("three years of experience") are not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from mentorcrm.core.coach.goals.calendar_spans import (
    DAY,
    FEAST,
    MONTH,
    QUARTER,
    SEASON,
    WEEKDAY,
    YEAR,
    Stretch,
    end_of_month,
    stretch_at,
)
from mentorcrm.core.coach.goals.date_patterns import (
    DEADLINE,
    EFFORT,
    NAME,
    PAST,
    RHYTHM,
    TIME_PATTERNS,
    VAGUE,
)
from mentorcrm.core.coach.goals.events_in_time import events
from mentorcrm.core.coach.goals.reading import Line
from mentorcrm.core.coach.goals.words_time import NUMBER_WORDS


@dataclass(frozen=True, slots=True)
class Mention:
    """Words ``first`` up to ``end`` of a line that speak of time, and the day they end on."""

    kind: str
    first: int
    end: int
    day: date | None = None


_INTO = frozenset("in within over inside under during throughout inside across".split())
_AHEAD = frozenset("next coming following upcoming nearest".split())
_FROM = frozenset("since from".split())
_PAST = frozenset("last past previous former ago back".split())
_WILL = frozenset("will would to should must shall can be get have become".split())
_NOT_PAST = frozenset("certified licensed registered chartered qualified paid published".split())
_TELLERS = frozenset("i we he she they it was were had".split())
_EACH = frozenset("every each per all most alternate weekly any".split())
_BEFORE_STRETCH = frozenset(
    """
    in by before until till til untill on at of for this next coming the during within mid early
    late end around come to from over after following upcoming due deadline latest through
    throughout , : ( - – = and or about approximately roughly circa ca via beginning start middle
    close no than later this's , / say is till
    """.split()
)
_NOT_A_DATE_BEFORE = frozenset(
    "a an to will would can could might should who i we you they".split()
)
_NAMED = frozenset(
    "vision agenda project strategy horizon office windows excel team room iso model mission programme".split()
)


def times(line: Line, today: date) -> list[Mention]:
    """Return everything a sentence says about time, in order."""
    found = [Mention(kind, first, end) for kind, first, end in TIME_PATTERNS.find(line)]
    found += _stretches(line, today)
    found += [Mention(DEADLINE, first, end) for first, end in events(line)]
    return sorted((_checked(line, item, found, today) for item in found), key=_place)


def _place(mention: Mention) -> tuple[int, int]:
    return (mention.first, -mention.end)


def _checked(line: Line, item: Mention, found: list[Mention], today: date) -> Mention:
    """Take a deadline back that lies inside a rhythm or a past, and give the others a day."""
    if item.kind != DEADLINE:
        return item
    for other in found:
        inside = other.first <= item.first and item.end <= other.end
        same_end = other.kind == VAGUE and other.end == item.end
        if other.kind in (PAST, VAGUE) and (inside or same_end):
            return Mention(other.kind, item.first, item.end)
        if other.kind == RHYTHM and _overlaps(item, other) and not _has_day(item, found):
            return Mention(RHYTHM, item.first, item.end)
    if line[item.first].word in ("tomorrow", "tonight") and _is_supposed(line, item.first):
        return Mention(VAGUE, item.first, item.end)
    lead = line[item.first].word
    has_year = any(word.kind != "word" for word in line[item.first : item.end])
    if (lead == "this" or (lead in ("in", "on") and not has_year)) and _is_told(line, item.first):
        return Mention(PAST, item.first, item.end)
    if _is_effort(line, item):
        return Mention(EFFORT, item.first, item.end)
    return item if item.day else Mention(DEADLINE, item.first, item.end, _day(line, item, today))


def _is_told(line: Line, at: int) -> bool:
    """Say whether a sentence tells what has happened: "two of them left this month"."""
    words = line[:at]
    ahead = any(word.is_a("want") or word.word in _WILL for word in line)
    past = [
        word
        for before, word in pairwise(words)
        if word.is_a("ed_form") and word.word not in _NOT_PAST and not before.is_a("span_unit")
    ]
    tells = line[at].word == "this" or any(word.word in _TELLERS for word in words)
    return at > 1 and bool(past) and tells and not ahead


def _is_supposed(line: Line, at: int) -> bool:
    return any(word.word in ("if", "were", "would") for word in line[:at])


def _overlaps(one: Mention, other: Mention) -> bool:
    return one.first < other.end and other.first < one.end


def _has_day(item: Mention, found: list[Mention]) -> bool:
    return any(o.kind == DEADLINE and o.day and _overlaps(item, o) for o in found)


def _is_effort(line: Line, item: Mention) -> bool:
    """Say whether a duration is an experience or an age: "in 12 years of teaching"."""
    if item.day is not None or line[item.end - 1].lemma not in (
        "year", "month", "week", "day", "decade", "yr",
    ):  # fmt: skip
        return False
    after = line[item.end].word if item.end < len(line) else ""
    before = line[item.first].word
    has_number = any(
        word.kind == "number" or word.word in NUMBER_WORDS for word in line[item.first : item.end]
    )
    ahead = any(word.word in _AHEAD for word in line[item.first : item.end])
    if not has_number or ahead:
        return False
    if after in ("of", "as", "old", "working", "teaching", "experience", "'s") and before in _INTO:
        return not (
            after == "'s" and item.end + 1 < len(line) and line[item.end + 1].word == "time"
        )
    have = {word.word for word in line[max(0, item.first - 5) : item.first]}
    return before in ("over", "under", "less") and bool(
        have & {"have", "has", "been", "did", "had", "with"}
    )


def _day(line: Line, item: Mention, today: date) -> date | None:
    """Return the day on which a period that begins today ends."""
    words = [line[place] for place in range(item.first, item.end)]
    unit = next((word.lemma for word in reversed(words) if word.is_a("span_unit")), "")
    number = 1.0
    for word in words:
        if word.kind == "number" and word.word.isdecimal():
            number = float(word.word)
        elif word.word in NUMBER_WORDS and not word.is_a("span_unit"):
            value = NUMBER_WORDS[word.word]
            number = value * number if value == 0.5 else value
    names = {word.word for word in words}
    if names & {"tomorrow"}:
        return today + timedelta(days=1)
    if names & {"tonight", "midnight"}:
        return today
    if names & {"this", "current", "end", "close"} or (unit and "the" in names and number == 1):
        return _end_of_this(unit, today, names)
    if names & {"next", "coming", "following", "upcoming"} and number == 1 and unit:
        return _later(today, unit, 1 if unit not in ("month", "year") else 0, names)
    return _later(today, unit, number, names)


def _end_of_this(unit: str, today: date, names: set[str]) -> date | None:
    step = 1 if names & {"next", "coming"} else 0
    if unit == "week":
        return today + timedelta(days=6 - today.weekday() + 7 * step)
    if unit in ("month", "mth"):
        month = today.month + step
        return end_of_month(today.year + (month - 1) // 12, (month - 1) % 12 + 1)
    if unit in ("year", "yr") and not names & {"school", "academic", "fiscal", "financial", "tax"}:
        return date(today.year + step, 12, 31)
    if unit == "quarter":
        month = (today.month - 1) // 3 * 3 + 3 + 3 * step
        return end_of_month(today.year + (month - 1) // 12, (month - 1) % 12 + 1)
    return None


_DAYS = {"day": 1, "week": 7, "wk": 7, "fortnight": 14, "sprint": 14}
_MONTHS = {"month": 1, "mth": 1, "mo": 1, "quarter": 3, "year": 12, "yr": 12, "decade": 120}


def _later(today: date, unit: str, number: float, names: set[str]) -> date | None:
    if number == 0 or (unit in ("year", "month") and number == 1 and names & {"next", "coming"}):
        return _end_of_this(unit, today, names)
    if unit in _DAYS and number < 20_000:
        return today + timedelta(days=round(_DAYS[unit] * number))
    if unit in _MONTHS and number < 1200:
        return _add_months(today, number * _MONTHS[unit])
    return None


def _add_months(today: date, count: float) -> date | None:
    month = today.month - 1 + int(count)
    last = end_of_month(today.year + month // 12, month % 12 + 1)
    if last is None:
        return None
    day = date(last.year, last.month, min(today.day, last.day))
    return day + timedelta(days=15) if count % 1 else day


def _stretches(line: Line, today: date) -> Iterator[Mention]:
    at = 0
    while at < len(line):
        found = stretch_at(line, at, today)
        if found is None:
            at += 1
            continue
        kind = _kind(line, at, found, today)
        if kind:
            first = at
            while first and line[first - 1].word in _LEAD and at - first < 4:
                first -= 1
            yield Mention(kind, first, found.end, _moved(line, at, found))
        at = found.end


_LEAD = frozenset(
    "by before until till til in on of the end mid early late this next no later than close start beginning middle within during".split()
)


def _moved(line: Line, at: int, found: Stretch) -> date | None:
    """Return the last day of a stretch, or the middle of a month for "mid March"."""
    before = {word.word for word in line[max(0, at - 3) : at]}
    if found.last is None or found.kind in (DAY, WEEKDAY):
        return found.last
    if found.kind == MONTH and ("mid" in before or "middle" in before):
        return found.last.replace(day=15)
    return found.last


def _kind(line: Line, at: int, found: Stretch, today: date) -> str | None:
    before = [word.word for word in line[max(0, at - 4) : at]]
    near = before[-1] if before else ""
    is_counted = found.kind == QUARTER and near in ("a", "an", "my", "his", "her", "their")
    if is_counted or _is_name(line, at, found):
        return NAME
    if near in _EACH or (len(before) > 1 and before[-2] in _EACH and near == "other"):
        return RHYTHM
    if _is_past(found, before, near, today):
        return PAST
    if found.kind in (SEASON, FEAST, WEEKDAY):
        return _kind_by_lead(found, before)
    if found.kind == MONTH and not found.has_year:
        is_person = at == 0 and _acts(line, found.end)
        is_verb = line[at].is_a("month_or_verb") and not _is_month(line, at, near)
        return None if is_person or is_verb else DEADLINE
    return DEADLINE


def _is_past(found: Stretch, before: list[str], near: str, today: date) -> bool:
    if near in _PAST or (near in _FROM and found.has_year) or "since" in before[-3:]:
        return True
    return found.has_year and found.last is not None and found.last < today


def _acts(line: Line, at: int) -> bool:
    """Say whether what follows makes "June" a person: "June from the office said"."""
    return at < len(line) and line[at].word in ("from", "said", "says", "and", "is", "has", "will")


def _kind_by_lead(found: Stretch, before: list[str]) -> str | None:
    """Take a season, a feast or a weekday for a deadline only after a word that says so."""
    leads = {"by", "before", "until", "till", "til", "this", "next", "coming", "upcoming"}
    if found.has_year:
        return DEADLINE
    if leads & set(before[-3:]) or (before and before[-1] == "come"):
        return DEADLINE
    if found.kind == SEASON and before[-1:] and before[-1] in ("in", "mid", "late", "early"):
        return DEADLINE
    is_season = before[-2:] in (
        ["in", "the"],
        ["over", "the"],
        ["end", "of"],
        ["of", "the"],
        ["during", "the"],
    )
    if found.kind in (SEASON, FEAST) and is_season:
        return DEADLINE
    is_feast = (
        found.kind == FEAST and before[-1:] and before[-1] in ("at", "for", "of", "around", "about")
    )
    return DEADLINE if is_feast else None


def _is_month(line: Line, at: int, near: str) -> bool:
    """Tell May and March from "may" and "march"."""
    if near in _NOT_A_DATE_BEFORE:
        return False
    return near in _BEFORE_STRETCH or (line[at].is_capital and at > 0)


def _is_name(line: Line, at: int, found: Stretch) -> bool:
    """Say whether the time word is a part of a name: "the Friday Times", "Vision 2030"."""
    before = line[at - 1] if at else None
    after = line[found.end] if found.end < len(line) else None
    if found.kind == YEAR:
        is_room = before is not None and before.word in ("room", "route", "bus", "flight")
        return is_room or (before is not None and before.word in _NAMED and before.is_capital)
    if after is not None and after.word == "&" and line[at].is_capital:
        return True
    if not line[at].is_capital or after is None or after.kind != "word":
        return False
    follows = after.start - line[found.end - 1].end == 1
    is_title = (
        after.is_capital
        and after.word not in ("i", "session")
        and not after.is_a("month", "season", "feast", "weekday", "unit", "time_event")
    )
    leads = {"by", "before", "until", "till", "of", "in", "next", "this", "end", "on"}
    return follows and is_title and not (before is not None and before.word in leads)
