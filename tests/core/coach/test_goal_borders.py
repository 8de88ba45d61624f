"""Where each check of a goal draws its line."""

from __future__ import annotations

from datetime import date

import pytest

from mentorcrm.core.coach.goals.goal import check_goal

TODAY = date(2026, 11, 22)


def _met(name, text):
    return check_goal(text, TODAY)[name].met


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Become a head nurse on the children's ward.", True),
        ("I want to learn how to read a balance sheet.", True),
        ("Publish a cookbook for people with coeliac disease.", True),
        ("Shift towards environmental law.", True),
        ("Grow as a person.", False),
        ("I just want to be better and more visible.", False),
        ("Expand my network.", False),
        ("Meet 20 new people.", False),
        ("Have twelve coffee chats.", False),
    ],
)
def test_specific_means_something_one_can_point_at(text, met):
    assert _met("specific", text) is met


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Pass the bar exam.", True),
        ("Be appointed head of the library.", True),
        ("Sign a lease for the bakery.", True),
        ("Raise 20,000 euros for the well.", True),
        ("Meet 20 new people.", True),
        ("Improve my Spanish.", False),
        ("Shift towards product work.", False),
        ("Become more confident at speaking.", False),
        ("I have worked here for 12 years with 40 colleagues and want to grow.", False),
    ],
)
def test_measurable_means_a_number_to_reach_or_an_event(text, met):
    assert _met("measurable", text) is met


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Learn Dutch. I have two free evenings a week.", True),
        ("Learn Dutch. My employer pays for the course.", True),
        ("Learn Dutch. I already finished the first level.", True),
        ("Learn Dutch. My aunt practises with me.", True),
        ("Learn Dutch. I have no time and no money.", False),
        ("Learn Dutch. There is nobody who could help me.", False),
        ("Learn Dutch.", False),
    ],
)
def test_achievable_means_a_means_that_is_there(text, met):
    assert _met("achievable", text) is met


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Learn Dutch. Otherwise I lose my place at the clinic.", True),
        ("Learn Dutch. My patients cannot tell me where it hurts.", True),
        ("Learn Dutch so that my children are not ashamed of me.", True),
        ("Learn Dutch because it is important.", False),
        ("Learn Dutch, because why not.", False),
        ("Learn Dutch, because everyone does it.", False),
        ("Learn Dutch.", False),
    ],
)
def test_relevant_means_a_stake_with_or_without_a_word_of_reason(text, met):
    assert _met("relevant", text) is met


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Pass the exam by 1.3.27.", True),
        ("Pass the exam by the end of Q2.", True),
        ("Pass the exam before my contract ends.", True),
        ("Pass the exam in 18 months.", True),
        ("Pass the exam within the year.", True),
        ("Pass the exam until Easter 2027.", True),
        ("Pass the exam next spring.", True),
        ("Pass the exam over the coming six weeks.", True),
        ("Pass the exam when I turn 40.", True),
        ("Pass the exam by Christmas at the latest.", True),
        ("Read a book every fortnight.", False),
        ("Pass the exam I failed in 2022.", False),
        ("Pass the exam soon.", False),
        ("Pass the exam someday.", False),
        ("Pass the exam eventually, in the long run.", False),
        ("I may march on.", False),
        ("Write for the Friday Times.", False),
        ("With five years of experience as a cook, open a kitchen.", False),
    ],
)
def test_time_bound_means_an_end(text, met):
    assert _met("time_bound", text) is met
