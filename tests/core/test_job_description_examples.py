"""The examples: complete, of one's own words, and nobody's until they are changed."""

from __future__ import annotations

import pytest

from mentorcrm.core import job_descriptions
from mentorcrm.core.coach.descriptions.description import check_sections
from mentorcrm.core.errors import NotFound
from mentorcrm.core.schema import SECTIONS


def test_there_are_at_least_six_examples_of_different_kinds():
    found = job_descriptions.examples()
    assert len(found) >= 6
    assert len({example.kind for example in found}) == len(found)
    assert len({example.name for example in found}) == len(found)


@pytest.mark.parametrize("example", job_descriptions.examples(), ids=lambda each: each.name)
def test_example_has_all_sections_and_can_be_read_in_two_minutes(example):
    assert tuple(example.sections) == SECTIONS
    assert all(text and text == text.strip() for text in example.sections.values())
    words = sum(len(text.split()) for text in example.sections.values())
    assert 150 <= words <= 300
    assert "…" not in "".join(example.sections.values())
    assert example.writer
    assert not example.title.endswith(".")


@pytest.mark.parametrize("example", job_descriptions.examples(), ids=lambda each: each.name)
def test_example_leaves_the_coach_nothing_to_ask(example):
    verdict = check_sections(example.sections)
    assert verdict.completeness == 100
    assert not verdict.why.question


def test_no_sentence_stands_in_two_examples():
    sentences = [
        sentence.strip()
        for example in job_descriptions.examples()
        for text in example.sections.values()
        for sentence in text.split(".")
        if len(sentence.split()) > 4
    ]
    assert len(set(sentences)) == len(sentences)


def test_description_begun_from_an_example_counts_as_someone_elses_until_changed(write, read, now):
    example = job_descriptions.examples()[0]
    added = write(job_descriptions.add_from_example, example.name, now)
    found = read(job_descriptions.detail, added)
    assert found.title == "My ideal mentor"
    assert found.why == example.sections["why"]
    assert found.written == ()
    assert job_descriptions.as_markdown(found) == "# My ideal mentor\n"
    write(job_descriptions.edit, added, now, why=f"{found.why} And so it is with me.")
    assert read(job_descriptions.detail, added).written == ("why",)


def test_unknown_example_is_an_error_with_words(write, now):
    with pytest.raises(NotFound):
        write(job_descriptions.add_from_example, "nobody", now)
