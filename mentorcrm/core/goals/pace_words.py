"""What the course of a goal means, in words that help."""

from __future__ import annotations

from collections.abc import Callable

from mentorcrm.core.goals.pace import MONTH, Course
from mentorcrm.core.goals.words import day_words
from mentorcrm.core.i18n import _

Number = Callable[[float], str]


def plain_number(value: float) -> str:
    """Return a number without needless zeros, such as "12" or "0.5"."""
    return f"{value + 0.0:.12g}"


def rounded(pace: float) -> float:
    """Return a pace to two digits, or to the whole number from ten on."""
    return float(f"{pace:.2g}") if abs(pace) < 10 else float(round(pace))


def course_words(
    course: Course, unit: str, number: Number = plain_number, *, advice: bool = True
) -> str:
    """Return where a goal stands, its pace so far and the one that would reach it.

    ``advice`` says how to go on; it is for the user and not for who reads of the user.
    """
    parts = [place_words(course, unit, number), _pace_part(course, number, advice=advice)]
    return " ".join(part for part in parts if part)


def place_words(course: Course, unit: str, number: Number = plain_number) -> str:
    """Return how far the measure is, as a sentence; empty while nothing is known."""
    newest, target = course.newest, course.target
    if newest is None:
        return ""
    values = {"now": number(newest.value), "unit": unit.strip()}
    if target is None:
        return _tidy(_("{now} {unit}.").format(**values))
    begin = course.begin.value if course.begin is not None else 0.0
    values["target"] = number(target)
    if begin == 0.0 and target > 0:
        return _tidy(_("{now} of {target} {unit}.").format(**values))
    values["start"] = number(begin)
    return _tidy(_("{now} {unit}, on the way from {start} to {target}.").format(**values))


def _pace_part(course: Course, number: Number, *, advice: bool) -> str:
    if course.newest is None:
        return _first_words(course, number)
    if course.target is None:
        return ""
    if course.is_reached:
        return _("The target is reached.")
    if course.due_on is None:
        tip = _("Choose a date, and the pace it takes shows here.") if advice else ""
        return _join(_so_far(course, number), _day_of_arrival(course) or tip)
    if course.today > course.due_on:
        day = day_words(course.due_on)
        return _join(
            _so_far(course, number),
            _("The date was {day}.").format(day=day),
            _("It can be moved, or the goal renewed.") if advice else "",
        )
    if course.today == course.due_on:
        return _join(_so_far(course, number), _("Today is the date."))
    return _join(_with_date(course, number), _encouragement(course) if advice else "")


def _first_words(course: Course, number: Number) -> str:
    needed = course.needed
    if needed is None or course.due_on is None:
        return _("The first check-in begins the picture.")
    return _("{pace} would reach it by {day}.").format(
        pace=_capital(per_span(needed, course, number)), day=day_words(course.due_on)
    )


def _with_date(course: Course, number: Number) -> str:
    assert course.due_on is not None
    assert course.needed is not None
    day = day_words(course.due_on)
    ahead = per_span(course.needed, course, number)
    if course.so_far is None:
        return _("{pace} would reach it by {day}.").format(pace=_capital(ahead), day=day)
    past = per_span(course.so_far, course, number)
    return _("{past} so far; {ahead} would reach it by {day}.").format(
        past=_capital(past), ahead=ahead, day=day
    )


def _encouragement(course: Course) -> str:
    if course.so_far is None or course.needed is None:
        return ""
    way = -1.0 if course.needed < 0 else 1.0
    behind = rounded(course.needed * course.span) * way > rounded(course.so_far * course.span) * way
    if not behind:
        return _("That is well on the way.")
    if course.so_far * way <= 0:
        return _("A small first step counts, or move the date.")
    if course.span == MONTH:
        return _("A little more each month would reach it, or move the date.")
    return _("A little more each week would reach it, or move the date.")


def _so_far(course: Course, number: Number) -> str:
    if course.so_far is None:
        return ""
    return _("{pace} so far.").format(pace=_capital(per_span(course.so_far, course, number)))


def per_span(pace: float, course: Course, number: Number = plain_number) -> str:
    """Return a pace as people say it: "1.7 a week", "0.4 a month", "0.5 less a week"."""
    value = rounded(pace * course.span)
    if value == 0:
        return _("no change")
    shown = number(abs(value))
    if value < 0:
        text = _("{n} less a month") if course.span == MONTH else _("{n} less a week")
    else:
        text = _("{n} a month") if course.span == MONTH else _("{n} a week")
    return text.format(n=shown)


def _day_of_arrival(course: Course) -> str:
    arrives = course.arrives_on
    if arrives is None or arrives <= course.today:
        return ""
    return _("At the pace so far it is reached around {day}.").format(day=day_words(arrives))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _join(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _tidy(text: str) -> str:
    return " ".join(text.split()).replace(" ,", ",").replace(" .", ".")
