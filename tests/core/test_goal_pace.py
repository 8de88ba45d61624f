"""The pace of a goal: what it was, what it takes, and how that is said."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, strategies as st

from mentorcrm.core import goals
from tests import factories

TODAY = date(2026, 11, 23)
DECEMBER = date(2026, 12, 18)


def _course(*values, start=0.0, target=12.0, due_on=DECEMBER, begun=90, today=TODAY):
    return goals.course_of(
        [(TODAY - timedelta(days=ago), value) for ago, value in values],
        start=start,
        begun_on=TODAY - timedelta(days=begun),
        target=target,
        due_on=due_on,
        today=today,
    )


def _words(*values, unit="weeks", **fields):
    return goals.course_words(_course(*values, **fields), unit)


def test_words_say_where_it_stands_the_pace_and_what_would_reach_it():
    assert _words((34, 5.0), (6, 7.0)) == (
        "7 of 12 weeks. 0.58 a week so far; 1.4 a week would reach it by 18 December 2026. "
        "A little more each week would reach it, or move the date."
    )


@pytest.mark.parametrize(
    ("values", "fields", "words"),
    [
        ([(6, 11.0)], {}, "11 of 12 weeks. 0.92 a week so far; 0.28 a week would reach it by "
         "18 December 2026. That is well on the way."),
        ([(0, 14.0)], {"start": 20.0, "target": 10.0, "unit": "kg", "due_on": None, "begun": 42},
         "14 kg, on the way from 20 to 10. 1 less a week so far. "
         "At the pace so far it is reached around 21 December 2026."),
        ([(0, 14.0)], {"start": 20.0, "target": 10.0, "unit": "kg", "begun": 42},
         "14 kg, on the way from 20 to 10. 1 less a week so far; 1.1 less a week would reach it "
         "by 18 December 2026. A little more each week would reach it, or move the date."),
        ([(3, 10.0)], {"start": 20.0, "target": 10.0},
         "10 weeks, on the way from 20 to 10. The target is reached."),
        ([(6, 12.5)], {}, "12.5 of 12 weeks. The target is reached."),
        ([(6, 7.0)], {"due_on": TODAY}, "7 of 12 weeks. 0.58 a week so far. Today is the date."),
        ([(6, 7.0)], {"due_on": date(2026, 11, 1)},
         "7 of 12 weeks. 0.58 a week so far. "
         "The date was 1 November 2026. It can be moved, or the goal renewed."),
        ([(3, 7.0)], {"begun": 3}, "7 of 12 weeks. 1.4 a week would reach it by 18 December 2026."),
        ([(3, 0.0)], {}, "0 of 12 weeks. No change so far; 3.4 a week would reach it by "
         "18 December 2026. A small first step counts, or move the date."),
        ([(3, 1.0)], {"target": 4.0, "due_on": date(2027, 11, 23), "begun": 93},
         "1 of 4 weeks. 0.34 a month so far; 0.25 a month would reach it by 23 November 2027. "
         "That is well on the way."),
        ([(3, 7.0)], {"target": None}, "7 weeks."),
        ([(3, 7.0)], {"due_on": None, "begun": 3},
         "7 of 12 weeks. Choose a date, and the pace it takes shows here."),
        ([], {}, "3.4 a week would reach it by 18 December 2026."),
        ([], {"target": None}, "The first check-in begins the picture."),
        ([(3, 7.0)], {"unit": "", "start": None},
         "7, on the way from 7 to 12. 1.4 a week would reach it by 18 December 2026."),
    ],
)  # fmt: skip
def test_each_standing_has_its_words(values, fields, words):
    assert _words(*values, **fields) == words


def test_of_several_check_ins_on_a_day_the_newest_counts():
    course = _course((9, 1.0), (9, 3.0), (2, 4.0))
    assert [point.value for point in course.points] == [3.0, 4.0]


def test_way_begins_at_the_oldest_value_when_no_start_is_given_or_it_is_older():
    assert _course((9, 3.0), (2, 4.0), start=None).begin.value == 3.0
    early = _course((120, 3.0), begun=90)
    assert (early.begin.day, early.begin.value) == (TODAY - timedelta(days=120), 0.0)


def test_a_pace_is_told_from_a_week_on():
    assert _course((84, 3.0), begun=90).so_far is None
    assert _course((83, 3.0), begun=90).so_far == pytest.approx(3 / 7)


def test_line_to_the_target_needs_a_date_after_the_beginning():
    begin, end = goals.due_line(_course((9, 3.0)))
    assert (begin.value, end.value, end.day) == (0.0, 12.0, DECEMBER)
    assert goals.due_line(_course((9, 3.0), due_on=None)) is None
    assert goals.due_line(_course((9, 3.0), due_on=date(2020, 1, 1))) is None


def test_course_of_a_stored_goal_is_that_of_its_check_ins(write, read, now, zone):
    goal = write(factories.add_goal, start_value=20.0, target_value=10.0, due_on=DECEMBER)
    write(goals.add_check_in, goal, TODAY, now, value=15.0)
    write(goals.add_check_in, goal, TODAY, now, note="only words")
    course = read(goals.course, goal, TODAY, zone)
    assert (course.is_falling, course.newest.value, course.begin.value) == (True, 15.0, 20.0)


def test_day_a_goal_was_written_down_is_that_of_the_users_clock(write, read):
    late = datetime(2026, 11, 23, 23, 30, tzinfo=ZoneInfo("UTC"))
    goal = write(factories.add_goal, start_value=1.0, now=late)
    berlin = read(goals.course, goal, TODAY, ZoneInfo("Europe/Berlin"))
    assert berlin.begin.day == date(2026, 11, 24)


# Properties

DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))
SIZES = st.floats(-1e6, 1e6, allow_nan=False).map(lambda value: round(value, 3))
COURSES = st.builds(
    goals.course_of,
    st.lists(st.tuples(DAYS, SIZES), max_size=6),
    start=st.none() | SIZES,
    begun_on=DAYS,
    target=st.none() | SIZES,
    due_on=st.none() | DAYS,
    today=DAYS,
)

ON_THE_WAY = st.builds(
    lambda values, start, target, ago, ahead: goals.course_of(
        [(TODAY - timedelta(days=day), value) for day, value in values],
        start=start,
        begun_on=TODAY - timedelta(days=ago),
        target=target,
        due_on=TODAY + timedelta(days=ahead),
        today=TODAY,
    ),
    st.lists(st.tuples(st.integers(0, 60), SIZES), min_size=1, max_size=6),
    start=SIZES,
    target=SIZES,
    ago=st.integers(60, 400),
    ahead=st.integers(1, 400),
)
"""Goals begun some time ago, with a date ahead."""


@given(ON_THE_WAY)
def test_pace_needed_from_today_arrives_on_the_date(course):
    assume(course.needed is not None)
    here = (course.newest or course.begin).value
    end = here + course.needed * (course.due_on - course.today).days
    assert end == pytest.approx(course.target, abs=1e-6 + 1e-9 * abs(course.target))


@given(COURSES)
def test_pace_so_far_leads_from_the_beginning_to_the_newest(course):
    assume(course.so_far is not None)
    end = course.begin.value + course.so_far * (course.newest.day - course.begin.day).days
    assert end == pytest.approx(course.newest.value, abs=1e-6)


@given(COURSES)
def test_words_are_sentences_without_reproach_for_every_course(course):
    words = goals.course_words(course, "kg")
    assert words.endswith(".")
    assert not [wrong for wrong in ("  ", " .", "-0 ") if wrong in words]
    assert not {"behind", "late", "failed", "only"} & set(words.lower().rstrip(".").split())


@given(COURSES)
def test_a_measure_that_falls_is_the_mirror_of_one_that_rises(course):
    mirror = goals.course_of(
        [(point.day, -point.value) for point in course.points],
        start=-course.begin.value if course.begin else None,
        begun_on=course.begin.day if course.begin else course.today,
        target=None if course.target is None else -course.target,
        due_on=course.due_on,
        today=course.today,
    )
    level = course.begin is not None and course.target == course.begin.value
    assume(not level)
    assert mirror.is_reached == course.is_reached
    assert (mirror.so_far or 0.0) == -(course.so_far or 0.0)
    assert (mirror.needed or 0.0) == -(course.needed or 0.0)
    assert (mirror.arrives_on, mirror.span) == (course.arrives_on, course.span)


@given(
    SIZES, st.floats(0.001, 50), st.sampled_from((1, -1)), st.integers(7, 400), st.floats(1, 3600)
)
def test_arrival_is_the_first_day_at_the_target(start, pace, way, days, ahead):
    value = start + way * pace * days
    target = value + way * pace * ahead
    course = _course((0, value), start=start, begun=days, target=target)
    assume(course.arrives_on is not None)  # a pace lost in the digits of a large number
    assert 0 <= (course.arrives_on - TODAY).days - ahead < 1 + 1e-3 * ahead
