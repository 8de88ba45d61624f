"""Messages for LinkedIn: never too long, whole sentences, no marks, the why in them."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings, strategies as st

from mentorcrm.core.documents import LIMITS, linkedin_text, units
from mentorcrm.core.documents.linkedin import cut

GOAL = "I want to lead the **data team** by [June 2027](https://example.org/very/long/address)."
WHY = "Twice I watched a good team come apart, e.g. last year. It is part of *better* city data."
TIME = "30 minutes every two weeks for six months, by video"


@dataclass
class Description:
    goal: str = ""
    why: str = ""
    time: str = ""
    offer: str = ""
    rest: dict[str, str] = field(default_factory=dict)

    @property
    def sections(self):
        given = {"goal": self.goal, "why": self.why, "time": self.time, "offer": self.offer}
        return {**given, **self.rest}

    @property
    def written(self):
        return [name for name, text in self.sections.items() if text.strip()]


def test_units_are_those_of_utf_16():
    assert units("aé日") == 3
    assert units("🙂") == 2
    assert units("👩‍👩‍👧‍👦") == 11


def test_short_message_is_whole_sentences():
    text = linkedin_text(Description(GOAL, WHY, TIME), 300)
    assert text == (
        "I want to lead the data team by June 2027. Twice I watched a good team come apart, e.g. "
        "last year. It is part of better city data. "
        "I ask for 30 minutes every two weeks for six months, by video."
    )


def test_shortest_message_takes_the_first_of_each_before_any_second():
    text = linkedin_text(Description(GOAL, WHY.replace("city", "and open small-town"), TIME), 200)
    assert units(text) <= 200
    assert text.startswith("I want to lead the data team by June 2027. Twice I watched")
    assert text.endswith("I ask for 30 minutes every two weeks for six months, by video.")
    assert "better" not in text


def test_long_message_has_paragraphs_and_the_rest():
    offer = "- I can help with **SQL**\n- I come prepared"
    text = linkedin_text(Description(GOAL, WHY, TIME, offer), 8_000, {"offer": "I offer"})
    assert text.split("\n\n")[0] == "I want to lead the data team by June 2027."
    assert text.endswith("\n\nI offer\n- I can help with SQL\n- I come prepared")


def test_lists_become_sentences():
    text = linkedin_text(Description(goal="- lead a team\n- hire two people"), 200)
    assert text == "lead a team. hire two people."


def test_only_sentence_too_long_is_cut_at_a_word():
    text = linkedin_text(Description(goal="I want " + "to learn and " * 40), 200)
    assert 150 < units(text) <= 200
    assert text.endswith(("to…", "learn…", "and…"))


def test_nothing_written_says_nothing():
    assert [linkedin_text(Description(), limit) for limit in LIMITS] == ["", "", ""]


@pytest.mark.parametrize("limit", range(1, 30))
def test_cut_never_goes_through_a_letter(limit):
    text = "👩‍👩‍👧‍👦🇩🇪🇫🇷e\u0301👍🏽x\ufe0f" * 3
    kept = cut(text, limit)
    assert units(kept) <= limit
    body = kept.removesuffix("…")
    assert body == "" or text.startswith(body)
    rest = text[len(body) :]
    assert not rest.startswith(("\u200d", "\u0301", "\U0001f3fd", "\ufe0f"))
    assert not body.endswith("\u200d")
    assert sum("\U0001f1e6" <= letter <= "\U0001f1ff" for letter in body) % 2 == 0


def test_text_without_spaces_is_cut_anyway():
    assert cut("学" * 500, 200) == "学" * 199 + "…"


@settings(max_examples=150)
@given(st.text(max_size=600), st.text(max_size=600), st.text(max_size=600))
def test_message_is_never_too_long(goal, why, time):
    description = Description(goal, why, time)
    for limit in LIMITS:
        text = linkedin_text(description, limit)
        assert units(text) <= limit
        assert text == text.strip()
