"""What the coach says about a goal, whatever stands in it."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings, strategies as st

from mentorcrm.core.coach.goals.goal import CHECKS, GoalFacts, check_goal
from mentorcrm.core.coach.goals.parts import parts_of

TODAY = date(2026, 11, 22)
WORDS = st.sampled_from(
    "by before until may march 2027 1.3.27 Q2 FY h in of the my I ' - , . % $ 12 k every because no".split()
)
ANY_TEXT = st.one_of(st.text(), st.lists(WORDS, max_size=40).map(" ".join))


@given(ANY_TEXT)
@settings(max_examples=300, deadline=None)
def test_any_text_is_judged_and_spans_lie_inside_it(text):
    checks = check_goal(text, TODAY)
    assert tuple(checks) == CHECKS
    for name, check in checks.items():
        assert check.name == name
        assert check.saw
        assert check.why
        assert check.question
        assert check.span is None or 0 <= check.span[0] < check.span[1] <= len(text)
    assert checks == check_goal(text, TODAY)
    parts_of(text, TODAY)


@pytest.mark.parametrize("junk", ["a", "1 ", "by 1.", "(((", "every each ", "\n- ", "é’", "1,000"])
def test_a_hundred_thousand_characters_of_junk_take_no_long_time(junk):
    text = junk * (100_000 // len(junk))
    started = time.process_time()
    check_goal(text, TODAY)
    assert time.process_time() - started < 2


@pytest.mark.parametrize("before", ["", "may ", "q", "fy", "by ", "in ", "1.", "2027-", "save "])
def test_numbers_of_thousands_of_digits_are_read_without_fear(before):
    for text in (before + "1" * 7_900, before + "9" * 7_900 + " may years"):
        check_goal(text, TODAY)
        parts_of(text, TODAY)


def test_what_was_seen_quotes_the_users_own_words():
    text = "Become a certified welder by 1 June 2027. My uncle lends me his workshop."
    checks = check_goal(text, TODAY)
    assert "certified welder" in checks["specific"].saw
    assert "My uncle lends me his workshop" in checks["achievable"].saw
    start, end = checks["time_bound"].span
    assert text[start:end] == "by 1 June 2027"


@pytest.mark.parametrize("text", ["", " \n\t ", "...", "!?"])
def test_a_goal_without_words_has_no_text_yet(text):
    checks = check_goal(text, TODAY)
    assert not any(check.met for check in checks.values())
    assert checks["specific"].saw == "There is no text yet."


def test_fields_answer_checks_that_the_text_leaves_open():
    facts = GoalFacts(
        due_on=date(2027, 3, 1),
        target_value=5,
        unit="kg",
        achievable="My brother trains with me",
        relevant="My knees hurt on every staircase",
    )
    checks = check_goal("Lose weight", TODAY, facts)
    assert checks["time_bound"].met
    assert "2027-03-01" in checks["time_bound"].saw
    assert "5 kg" in checks["measurable"].saw
    assert "My brother trains with me" in checks["achievable"].saw
    assert checks["relevant"].met


@pytest.mark.parametrize(
    "field", [GoalFacts(achievable="no time, no money"), GoalFacts(relevant="because why not")]
)
def test_a_field_that_names_a_lack_answers_nothing(field):
    checks = check_goal("Lose weight", TODAY, field)
    assert not checks["achievable"].met
    assert not checks["relevant"].met


def test_another_language_is_named_and_its_date_is_read():
    text = "Ich möchte bis 1.3.2027 die Prüfung bestehen, weil meine Kinder mich brauchen."
    checks = check_goal(text, TODAY)
    assert checks["specific"].saw.startswith("I read English only")
    assert checks["time_bound"].met


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("by 1.3.27", date(2027, 3, 1)),
        ("by 30/09/27", date(2027, 9, 30)),
        ("by 12/31/2026", date(2026, 12, 31)),
        ("by 2028-02-01", date(2028, 2, 1)),
        ("by March 5th, 2027", date(2027, 3, 5)),
        ("by 5 May", date(2027, 5, 5)),
        ("by June '27", date(2027, 6, 30)),
        ("by 03/2027", date(2027, 3, 31)),
        ("by the end of Q2 2027", date(2027, 6, 30)),
        ("in H1 2028", date(2028, 6, 30)),
        ("by the second quarter of 2027", date(2027, 6, 30)),
        ("in 18 months", date(2028, 5, 22)),
        ("within two years", date(2028, 11, 22)),
        ("over the coming six weeks", date(2027, 1, 3)),
        ("until Easter", date(2027, 3, 28)),
        ("until Easter 2028", date(2028, 4, 16)),
        ("before Christmas", date(2026, 12, 25)),
        ("this year", date(2026, 12, 31)),
        ("by the end of next month", date(2026, 12, 31)),
        ("by Friday", date(2026, 11, 27)),
        ("before my contract ends", None),
        ("before Ramadan", None),
        ("someday", None),
        ("by 31.2.27", None),
    ],
)
def test_a_deadline_becomes_a_day_where_the_text_alone_tells_it(text, day):
    assert parts_of(f"Pass the exam {text}", TODAY).due_on == day


def test_a_free_text_is_sorted_into_its_parts():
    text = (
        "Raise 5,000 euros for the choir by June 2027. Two sponsors agreed to pay half. "
        "Otherwise the children stay at home."
    )
    parts = parts_of(text, TODAY)
    assert parts.specific.startswith("Raise 5,000 euros")
    assert parts.achievable == "Two sponsors agreed to pay half"
    assert parts.relevant == "Otherwise the children stay at home"
    assert parts.time_bound == "by June 2027"
    assert (parts.target, parts.unit) == (5000, "euros")


@pytest.mark.parametrize(
    ("text", "start", "target", "unit"),
    [
        ("Grow the list from 340 to 2,000 readers", 340, 2000, "readers"),
        ("Save 5k€", None, 5000, "€"),
        ("Cut scrap to 2 %", None, 2, "%"),
        ("Hire three welders", None, 3, "welders"),
        ("Learn to weld", None, None, ""),
    ],
)
def test_a_number_to_reach_is_found_with_its_unit(text, start, target, unit):
    parts = parts_of(text, TODAY)
    assert (parts.start, parts.target, parts.unit) == (start, target, unit)
