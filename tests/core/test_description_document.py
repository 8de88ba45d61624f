"""A description as a document, and a document as a description."""

from __future__ import annotations

import pytest

from mentorcrm.core import documents, job_descriptions
from mentorcrm.core.documents.parsing import closed
from mentorcrm.core.errors import UserError
from mentorcrm.core.job_descriptions.document import below
from mentorcrm.core.schema import SECTIONS
from tests.factories import add_goal

TEXTS = {
    "goal": "Lead the **data team** by June.",
    "obstacles": "1. I take work back\n2. Nobody has seen me lead",
    "experience": "**Must**\n\n- [x] Led a team\n- [ ] Failed once",
    "style": "Asks before advising.",
    "time": "45 minutes a month for six months.",
    "offer": "- A summary within a day\n- Research",
    "why": "Twice I watched a team come apart.\n\nIt is part of *better* city data.",
    "success": "By June I run the planning alone.",
}


@pytest.fixture
def made(write, read, now):
    goal = write(add_goal, "Lead a team, well")
    key = write(job_descriptions.add, "A *calm* lead", now, goal_ids=[goal], **TEXTS)
    return read(job_descriptions.detail, key)


def test_document_has_title_goals_and_sections_in_order(write, read, made, now):
    order = ("why", *(name for name in SECTIONS if name != "why"))
    write(job_descriptions.set_order, made.id, order, now)
    document = job_descriptions.as_document(read(job_descriptions.detail, made.id), "en")
    assert (document.title, document.subtitle) == ("A *calm* lead", "For: Lead a team, well")
    assert document.body.startswith("## Why it matters\n\nTwice I watched")
    assert document.body.count("\n## ") == 7


def test_unwritten_sections_and_untouched_templates_are_left_out(write, read, now):
    key = write(job_descriptions.add_from_template, now)
    write(job_descriptions.edit, key, now, goal="Lead.")
    document = job_descriptions.as_document(read(job_descriptions.detail, key))
    assert document.body == "## The goal\n\nLead."


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("# A\n\nx\n\n## B", "### A\n\nx\n\n#### B"),
        ("A\n===\n\nx", "### A\n\nx"),
        ("### A\n\n##### B", "### A\n\n##### B"),
        ("```\n# no\n```", "```\n# no\n```"),
        ("no heading", "no heading"),
    ],
)
def test_headings_of_a_section_stand_below_its_own(source, shown):
    assert below(source) == shown


@pytest.mark.parametrize("name", ["a.md", "a.docx"])
def test_description_comes_back_from_its_file(write, read, made, now, tmp_path, name):
    path = tmp_path / name
    documents.write(path, job_descriptions.as_document(made), paper="a4")
    key = write(job_descriptions.add_from_document, documents.read(path), now)
    again = read(job_descriptions.detail, key)
    assert again.title == made.title
    assert [goal.title for goal in again.goals] == ["Lead a team, well"]
    assert again.sections == made.sections


def test_plain_text_file_brings_all_sections_and_the_goal(write, read, made, now, tmp_path):
    path = tmp_path / "a.txt"
    documents.write(path, job_descriptions.as_document(made), paper="a4")
    key = write(job_descriptions.add_from_document, documents.read(path), now)
    again = read(job_descriptions.detail, key)
    assert again.written == made.written
    assert [goal.title for goal in again.goals] == ["Lead a team, well"]
    assert again.why.startswith("Twice I watched a team come apart.")


def test_prose_without_headings_is_split_and_nothing_is_lost(write, read, now):
    words = (
        "I want to become head of data by June 2027. "
        "What holds me back is that I have never led people. "
        "I can offer help with SQL in return. "
        "Could we talk for 30 minutes every month for half a year?"
    )
    key = write(job_descriptions.add_from_document, words, now, file_name="my-mentor")
    detail = read(job_descriptions.detail, key)
    assert detail.title == "my-mentor"
    assert len(detail.written) >= 3
    whole = " ".join(detail.sections.values())
    assert sorted(whole.split()) == sorted(words.split())


def test_title_is_the_users_the_headings_or_the_files(write, read, now):
    source = "# Somebody calm\n\n## The goal\n\nLead.\n\n## Why it matters\n\nTeams."
    titles = [
        read(
            job_descriptions.detail, write(job_descriptions.add_from_document, *given, **more)
        ).title
        for given, more in [
            ((source, now), {"title": " Mine "}),
            ((source, now), {"file_name": "x"}),
            (("Lead a team by June.", now), {"file_name": "x"}),
            (("Lead a team by June.", now), {}),
        ]
    ]
    assert titles == ["Mine", "Somebody calm", "x", "My ideal mentor"]


def test_what_stands_before_the_first_heading_is_kept(write, read, now):
    source = "One line.\n\nAnother.\n\n## The goal\n\nLead.\n\n## Why it matters\n\nTeams."
    detail = read(job_descriptions.detail, write(job_descriptions.add_from_document, source, now))
    assert detail.goal == "One line.\n\nAnother.\n\nLead."


def test_line_about_unknown_goals_is_kept_as_text(write, read, now):
    source = "# T\n\n*For: Nobody's goal*\n\n## The goal\n\nLead.\n\n## Why it matters\n\nTeams."
    detail = read(job_descriptions.detail, write(job_descriptions.add_from_document, source, now))
    assert detail.goals == ()
    assert "Nobody's goal" in detail.goal


def test_section_of_more_than_a_million_characters_is_refused(write, now):
    source = "## The goal\n\n" + "word " * 250_000
    with pytest.raises(UserError, match="million"):
        write(job_descriptions.add_from_document, source, now)


@pytest.mark.parametrize("name", ["a.md", "a.docx"])
def test_code_that_nobody_ended_takes_no_other_section(write, read, now, tmp_path, name):
    texts = TEXTS | {"goal": "Lead:\n\n```\nplan"}
    key = write(job_descriptions.add, "T", now, **texts)
    path = tmp_path / name
    document = job_descriptions.as_document(read(job_descriptions.detail, key))
    documents.write(path, document, paper="a4")
    parts = job_descriptions.taken_apart(documents.read(path))
    assert parts.sections["goal"] == "Lead:\n\n```\nplan\n```"
    assert {name: parts.sections[name] for name in SECTIONS[1:]} == {
        name: texts[name] for name in SECTIONS[1:]
    }


@pytest.mark.parametrize(
    "source",
    ["```\nx\n```", "```\nx\n````  ", "~~~\n```\n~~~", "a `b` c", "- ```\n  x", "~~~~\n~~~"],
)
def test_only_code_without_an_end_is_given_one(source):
    again = closed(source)
    assert again == (f"{source}\n~~~~" if source == "~~~~\n~~~" else source)


def test_own_heading_with_the_name_of_another_section_stays_where_it_is(write, read, now):
    texts = TEXTS | {"goal": "Lead.\n\n### Why it matters\n\ninner"}
    key = write(job_descriptions.add, "T", now, **texts)
    document = job_descriptions.as_document(read(job_descriptions.detail, key))
    parts = job_descriptions.taken_apart(documents.as_markdown(document))
    assert parts.sections == texts


def test_headings_in_other_words_beside_ours_are_sections():
    source = (
        "# T\n\n## The goal\n\nLead.\n\n## Personality\n\nKind.\n\n## Why it matters\n\nTeams.\n\n"
        "## More\n\nmore\n\n## How we'll know it worked\n\nI plan alone."
    )
    parts = job_descriptions.taken_apart(source)
    assert parts.sections == {
        "goal": "Lead.",
        "style": "Kind.",
        "why": "Teams.\n\n## More\n\nmore",
        "success": "I plan alone.",
    }


def test_form_of_labels_and_texts_is_taken_apart():
    source = (
        "# T\n\n| Goal | Lead \\| a team |\n| --- | --- |\n| In return | Notes. |\n| Note | kept |\n"
        "| How often | Monthly |\n| Why |  |\n"
    )
    parts = job_descriptions.taken_apart(source)
    assert parts.title == "T"
    assert {name: text for name, text in parts.sections.items() if text} == {
        "goal": "Lead | a team",
        "offer": "Notes.\n\nNote: kept",
        "time": "Monthly",
    }


def test_table_that_is_no_form_stays_a_table():
    source = (
        "## Goal\n\n| Skill | Level |\n| --- | --- |\n| SQL | 3 |\n| Why | 2 |\n\n## Why\n\nTeams."
    )
    assert "| SQL | 3 |" in job_descriptions.taken_apart(source).sections["goal"]
