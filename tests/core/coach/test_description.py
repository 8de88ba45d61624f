"""The coach of job descriptions: what is there, how complete it is, and what would help."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings, strategies as st

from mentorcrm.core.coach.descriptions.description import (
    PROVISIONAL_BELOW,
    WEIGHTS,
    check_description,
    check_sections,
)
from mentorcrm.core.coach.descriptions.sections import SECTIONS, split
from mentorcrm.core.job_descriptions import examples, section_titles, template

FULL = {
    "goal": "I want to lead the product team at a bank of 300 people by December 2027.",
    "obstacles": "I freeze when directors ask for numbers, and nobody here has done it before.",
    "experience": "You have led at least two product teams and hired 10 people in fintech.",
    "style": "Direct, patient, with humour; please tell me when I hide behind details.",
    "time": "45 minutes every month by video, for nine months, until September 2027.",
    "offer": "In return I can build a dashboard for your team and translate texts into Spanish.",
    "why": "Every second family in our district has no account; 4,000 children grow up with "
    "loan sharks at the door. Since the branch closed this year nobody else serves them.",
    "success": "We'll know it worked when I present the roadmap to the board without notes "
    "and two of my engineers have been promoted.",
}


def _filled(verdict):
    return {name for name, section in verdict.sections.items() if section.filled}


def test_weights_add_up_to_a_hundred():
    assert tuple(WEIGHTS) == SECTIONS
    assert sum(WEIGHTS.values()) == 100


def test_full_description_is_complete_in_sections_and_as_one_text():
    verdict = check_sections(FULL)
    assert _filled(verdict) == set(SECTIONS)
    assert verdict.completeness >= 90
    assert not verdict.provisional
    titles = section_titles()
    text = "\n\n".join(f"## {titles[name]}\n\n{FULL[name]}" for name in SECTIONS)
    assert _filled(check_description(text)) == set(SECTIONS)


def test_prose_without_headings_is_understood():
    verdict = check_description(" ".join(FULL.values()))
    assert len(_filled(verdict)) >= 7


def test_untouched_template_is_empty():
    assert check_sections(template()).completeness == 0
    titles = section_titles()
    text = "\n\n".join(f"## {titles[name]}\n\n{body}" for name, body in template().items())
    assert _filled(check_description(text)) == set()


@pytest.mark.parametrize(
    "empty",
    ["", "tbd", "TBC", "...", "…", "n/a", "?", "-", "to be decided", "whatever suits you",
     "We'll see.", "no idea yet", "(still thinking)", "to follow", "Not sure yet.", "none"],
)  # fmt: skip
@pytest.mark.parametrize("name", SECTIONS)
def test_empty_phrases_fill_nothing(name, empty):
    assert not check_sections({name: empty}).sections[name].filled
    title = section_titles()[name]
    assert not check_description(f"## {title}\n\n{empty}\n").sections[name].filled


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("offer", "I can't offer much."),
        ("offer", "You would help me enormously."),
        ("time", "No idea about time yet."),
        ("experience", "I have led a ward for six years."),
        ("why", "I want a higher salary and better hours."),
        ("time", "I have worked here for twelve years."),
    ],
)
def test_border_lines_do_not_count(name, text):
    assert not check_description(text).sections[name].filled


def test_why_is_judged_apart_with_its_own_question():
    own = check_sections({"why": "I want a higher salary and better hours."}).why
    assert not own.filled
    assert own.question
    full = check_sections({"why": FULL["why"]}).why
    assert full.filled
    assert full.part_of
    assert full.now


def test_reasons_point_at_the_place_and_name_the_gain():
    verdict = check_sections({**FULL, "goal": "tbd", "time": "regularly, some hours, flexible"})
    assert [r.gain for r in verdict.reasons] == sorted(
        (r.gain for r in verdict.reasons), reverse=True
    )
    goal = next(reason for reason in verdict.reasons if reason.section == "goal")
    assert (goal.start, goal.end) == (0, 3)
    assert goal.gain == WEIGHTS["goal"]
    assert goal.text
    assert goal.question


def test_vague_words_lower_the_score():
    vague = {"offer": "I can offer some help and various stuff."}
    assert (
        check_sections(vague).sections["offer"].score < check_sections(FULL).sections["offer"].score
    )


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_any_text_gets_a_verdict(text):
    verdict = check_description(text)
    assert 0 <= verdict.completeness <= 100
    assert verdict.provisional == (verdict.completeness < PROVISIONAL_BELOW)
    assert tuple(verdict.sections) == SECTIONS
    for section in verdict.sections.values():
        assert 0 <= section.score <= 1
        assert section.filled == (section.score > 0)
        assert section.saw
        for start, end in section.spans:
            assert 0 <= start < end <= len(text)
    for reason in verdict.reasons:
        assert reason.start is None or 0 <= reason.start <= reason.end <= len(text)
    assert check_description(text) == verdict


def test_junk_is_read_in_linear_time():
    def spent(size):
        junk = ("want to lead " * size, "a" * size * 13, "- **x:** " * size, "?\n" * size)
        begin = time.process_time()
        for text in junk:
            check_description(text)
        return time.process_time() - begin

    spent(200)
    small, large = spent(2_000), spent(20_000)
    assert large < 30 * small + 0.5


PROSE = (
    "I run the front desk of a clinic in a valley town, and by 30 September 2027 I want our "
    "no-show rate to fall from 22 % to 10 %.",
    "What stops me: two of the doctors will not give up double-booking, and I have tried "
    "reminders by text twice.",
    "You have changed how appointments work in a clinic of fewer than ten people, and lived "
    "with the result for a year.",
    "Be blunt. I prefer that you argue with my numbers rather than my mood.",
    "Forty minutes a month by phone, from January until September, on Thursdays after four.",
    "In return I can translate your leaflets into Portuguese.",
    "It matters because 300 people here drive an hour when they miss us.",
    "We will both know it worked when the September report shows 10 % or less.",
)


@pytest.mark.parametrize(
    "title",
    ["", "# Looking for somebody who rebuilt a clinic's rota\n\n", "Mentor wanted\n====\n\n"],
)
def test_one_label_or_a_title_does_not_swallow_the_paragraphs_below(title):
    assert _filled(check_description(title + "\n\n".join(PROSE))) == set(SECTIONS)


def test_hundred_per_cent_and_an_open_question_never_stand_side_by_side():
    part = {**FULL, "why": "Our tool costs 300 nurses an hour in each shift."}
    verdict = check_sections(part)
    assert verdict.why.filled
    assert verdict.why.question
    assert verdict.completeness < 100
    reason = next(reason for reason in verdict.reasons if reason.section == "why")
    assert reason.question == verdict.why.question
    assert reason.gain >= 1
    whole = check_sections({**part, "why": f"{part['why']} The contract ends in spring, so that "
                            "what we decide now stays."})  # fmt: skip
    assert not whole.why.question
    assert whole.completeness > verdict.completeness


def test_without_a_why_a_description_never_reads_as_nearly_done():
    for texts in (FULL, *(example.sections for example in examples())):
        verdict = check_sections({**texts, "why": ""})
        assert verdict.completeness <= 100 - WEIGHTS["why"]
        assert not verdict.why.filled


def test_words_that_are_not_understood_are_not_called_nothing():
    verdict = check_sections({"style": "Ruhig und direkt, bitte."}).sections["style"]
    assert not verdict.filled
    assert "nothing" not in verdict.saw
    assert "nothing is said" in check_sections({"style": "tbd"}).sections["style"].saw


def test_month_or_season_ahead_says_why_now():
    for moment in ("In December", "This spring", "By June"):
        why = f"{moment} our group of nurses splits in two, and 40 patients need one that leads."
        assert check_sections({"why": why}).why.now, moment


@pytest.mark.parametrize(
    "goal",
    ["To lead a clinic by 2027.", "Become head of design at my company by spring.",
     "My goal: publish two papers on river plastic."],
)  # fmt: skip
def test_what_the_checks_of_goals_find_under_the_goal_counts_there(goal):
    assert check_sections({"goal": goal}).sections["goal"].filled
    assert check_description(f"## Goal\n\n{goal}\n\n## Time\n\ntbd\n").sections["goal"].filled


@pytest.mark.parametrize("wish", ["Be better at things.", "Get to the next level.", "We'll see."])
def test_a_wish_under_the_goal_is_not_yet_a_goal(wish):
    assert not check_sections({"goal": wish}).sections["goal"].filled


def test_title_above_labelled_paragraphs_is_a_title():
    text = (
        "# Mentor wanted\n\nWhat I want: to lead a clinic by 2027.\n\nTime: 30 minutes a month.\n"
    )
    found = split(text)
    assert "Mentor wanted" in found.remainder
    assert found.sections["experience"] == ""
