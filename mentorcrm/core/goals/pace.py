"""The course of a goal over time: the pace so far, and the pace that would reach it.

All of it is arithmetic on days, so clock changes and time zones play no part.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

WEEK = 7.0
MONTH = 30.4375
"""Days; a month is a twelfth of 365.25."""

_SHORTEST = 7
"""Days after which a pace is told: over a shorter span one good day would decide it."""
_SLOW = 0.5
"""A pace slower than this by the week is told by the month, in numbers people can picture."""
_FARTHEST = 3650
"""Days ahead up to which an arrival is foretold; beyond it means: not at this pace."""


@dataclass(frozen=True, slots=True)
class Point:
    """How far the measure was on one day."""

    day: date
    value: float


@dataclass(frozen=True, slots=True)
class Course:
    """The way of one goal: where it began, what was measured, where and when it should end."""

    points: tuple[Point, ...]
    """One a day, oldest first: of several check-ins on a day the newest."""
    begin: Point | None
    """Where the way begins; None while nothing is known of it."""
    target: float | None
    due_on: date | None
    today: date

    @property
    def newest(self) -> Point | None:
        """Return the newest point."""
        return self.points[-1] if self.points else None

    @property
    def is_falling(self) -> bool:
        """Tell whether less is better, as with a weight."""
        return self.begin is not None and self.target is not None and self.target < self.begin.value

    @property
    def is_reached(self) -> bool:
        """Tell whether the newest value is at the target or beyond it."""
        if self.newest is None or self.target is None:
            return False
        ahead = self.newest.value - self.target
        return ahead <= 0 if self.is_falling else ahead >= 0

    @property
    def so_far(self) -> float | None:
        """Return the pace from the beginning to the newest point, per day; None if too early."""
        if self.begin is None or self.newest is None:
            return None
        days = (self.newest.day - self.begin.day).days
        return (self.newest.value - self.begin.value) / days if days >= _SHORTEST else None

    @property
    def needed(self) -> float | None:
        """Return the pace from today that reaches the target on its date, per day.

        None without a target or a date, once it is reached, and when no day is left.
        """
        if self.target is None or self.due_on is None or self.is_reached:
            return None
        here = self.newest or self.begin
        days = (self.due_on - self.today).days
        return (self.target - here.value) / days if here is not None and days > 0 else None

    @property
    def arrives_on(self) -> date | None:
        """Return when the pace so far would reach the target; None if it would not."""
        pace, newest = self.so_far, self.newest
        if not pace or newest is None or self.target is None or self.is_reached:
            return None
        days = (self.target - newest.value) / pace
        if not 0 < days <= _FARTHEST or date.max.toordinal() - newest.day.toordinal() <= days:
            return None
        # A day that is begun counts; what floats add to a whole one does not.
        return newest.day + timedelta(days=int(-(-(days - 1e-9) // 1)))

    @property
    def span(self) -> float:
        """Return the days by which both paces are told: a week, or a month for slow ones."""
        paces = [abs(pace) for pace in (self.so_far, self.needed) if pace]
        return MONTH if paces and max(paces) * WEEK < _SLOW else WEEK


def course_of(
    values: Iterable[tuple[date, float]],
    *,
    start: float | None,
    begun_on: date,
    target: float | None,
    due_on: date | None,
    today: date,
) -> Course:
    """Return the course of a goal written down on ``begun_on``.

    ``values`` are in the order in which they count: a later one of the same day replaces an
    earlier one. Without ``start`` the way begins at the oldest value.
    """
    by_day = dict(values)
    points = tuple(Point(day, by_day[day]) for day in sorted(by_day))
    begin = points[0] if points else None
    if start is not None:
        begin = Point(min(begun_on, begin.day) if begin else begun_on, start)
    return Course(points, begin, target, due_on, today)


def due_line(course: Course) -> tuple[Point, Point] | None:
    """Return the straight way from the beginning to the target on its date, if there is one."""
    if course.begin is None or course.target is None or course.due_on is None:
        return None
    if course.due_on <= course.begin.day:
        return None
    return course.begin, Point(course.due_on, course.target)
