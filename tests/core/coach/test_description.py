"""The coach of job descriptions: what is there, how complete it is, and what would help."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings, strategies as st

from mentorcrm.core.coach.description import (
    PROVISIONAL_BELOW,
    WEIGHTS,
    check_description,
    check_sections,
)
from mentorcrm.core.coach.sections import SECTIONS
from mentorcrm.core.job_descriptions import section_titles, template

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
