"""The picture of a goal's progress: what the chart shows, and the same in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from mentorcrm import core
from mentorcrm.core.i18n import _
from mentorcrm.gui.format import short_day
from mentorcrm.gui.goals.check_ins import value_words
from mentorcrm.gui.goals.measure import as_text
from mentorcrm.gui.widgets.line_chart_plot import ChartData, ChartLine, ChartPoint

if TYPE_CHECKING:
    from mentorcrm.core.goals import CheckInRow, Course


def chart_data(
    course: Course, rows: Sequence[CheckInRow], unit: str, hue: int, status: str = "active"
) -> ChartData | None:
    """Return the picture of ``course``, with the check-ins ``rows``; None without any value.

    That of a closed goal ends on the day of its ending.
    """
    if not course.points:
        return None
    notes = {row.happened_on: row.note for row in rows if row.value is not None}
    token = f"goal{hue}"
    points = tuple(
        ChartPoint(
            point.day.toordinal(), point.value, _point_words(point.day, point.value, unit, notes)
        )
        for point in course.points
    )
    return ChartData(
        name=_("Check-ins"),
        token=token,
        points=points,
        lines=_lines(course, token, is_active=status == "active"),
        marks=_end(course, status),
        goal=_target(course, unit),
        header=(_("Day"), _("Value"), _("Note")),
        rows=tuple(
            (short_day(row.happened_on), value_words(row.value, unit), row.note) for row in rows
        ),
    )


def description(course: Course, rows: Sequence[CheckInRow], unit: str) -> str:
    """Return the words of the picture and every number in it, oldest first."""
    words = [core.goals.course_words(course, unit, as_text)]
    if course.begin is not None:
        day, value = course.begin.day, course.begin.value
        words.append(
            _("Began on {day}: {value}.").format(day=short_day(day), value=value_words(value, unit))
        )
    notes = {row.happened_on: row.note for row in rows if row.value is not None}
    words += [_point_words(point.day, point.value, unit, notes) + "." for point in course.points]
    if course.target is not None:
        target = _("Target: {value}").format(value=value_words(course.target, unit))
        if course.due_on is not None:
            target = _("{target} by {day}").format(target=target, day=short_day(course.due_on))
        words.append(target + ".")
    return " ".join(word for word in words if word)


def _point_words(day: date, value: float, unit: str, notes: dict[date, str]) -> str:
    words = _("{day}: {value}").format(day=short_day(day), value=value_words(value, unit))
    note = " ".join(notes.get(day, "").split())
    return _("{check_in}, {note}").format(check_in=words, note=note.rstrip(".")) if note else words


def _lines(course: Course, token: str, *, is_active: bool) -> tuple[ChartLine, ...]:
    lines = []
    needed = core.goals.due_line(course)
    if needed is not None:
        places = tuple((float(point.day.toordinal()), point.value) for point in needed)
        lines.append(ChartLine(_("Pace needed"), places, "muted", "dashed"))
    ahead = _ahead(course) if is_active else None
    if ahead is not None:
        lines.append(ChartLine(_("At the pace so far"), ahead, token, "dotted"))
    return tuple(lines)


def _ahead(course: Course) -> tuple[tuple[float, float], ...] | None:
    """Return the way on at the pace so far: to the date, or to the target if that is sooner."""
    newest, pace, due = course.newest, course.so_far, course.due_on
    if newest is None or not pace or due is None or course.is_reached or due <= newest.day:
        return None
    if course.today > due:
        return None
    end = min(due, course.arrives_on or due)
    days = (end - newest.day).days
    value = newest.value + pace * days
    if course.target is not None and (value - course.target) * (1 if pace > 0 else -1) > 0:
        value = course.target
    return (
        (float(newest.day.toordinal()), newest.value),
        (float(end.toordinal()), value),
    )


def _end(course: Course, status: str) -> tuple[tuple[float, str], ...]:
    word = _("Today") if status == "active" else core.goals.status_labels()[status]
    return ((float(course.today.toordinal()), word),)


def _target(course: Course, unit: str) -> tuple[float, float, str] | None:
    if course.target is None or course.due_on is None:
        return None
    words = _("Target {value}").format(value=value_words(course.target, unit))
    return float(course.due_on.toordinal()), course.target, words
