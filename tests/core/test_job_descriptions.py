"""The description of the ideal mentor: sections, goals, completeness and Markdown."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentorcrm.core import board, goals, job_descriptions
from mentorcrm.core.errors import NotFound, UserError
from mentorcrm.core.schema import SECTIONS
from tests import factories


def _add(db, now, title="A product lead who hired", **sections):
    with db.transaction("Add description") as session:
        return job_descriptions.add(session, title, now, **sections)


def _detail(db, description_id):
    with db.read() as session:
        return job_descriptions.detail(session, description_id)


def test_sections_are_kept_as_typed(db, now):
    sections = {name: f"  **{name}**  \n\n- a\n-  b\n\n" for name in SECTIONS}
    found = _detail(db, _add(db, now, **sections))
    assert {name: found.section(name) for name in SECTIONS} == sections
    assert found.written == SECTIONS


def test_untouched_template_counts_as_not_written(db, now):
    with db.transaction("Template") as session:
        description = job_descriptions.add_from_template(session, now)
    assert _detail(db, description).written == ()
    with db.transaction("Edit") as session:
        job_descriptions.edit(session, description, now, why="So that users are heard.")
    assert _detail(db, description).written == ("why",)


def test_edit_changes_only_what_is_given(db, now):
    description = _add(db, now, goal="Lead a team.")
    later = now + timedelta(hours=1)
    with db.transaction("Edit") as session:
        job_descriptions.edit(session, description, later, offer="I teach statistics.")
    found = _detail(db, description)
    assert (found.goal, found.offer, found.updated_at) == (
        "Lead a team.",
        "I teach statistics.",
        later,
    )


def test_goals_are_linked_and_unlinked(db, now):
    description = _add(db, now)
    with db.transaction("Goals") as session:
        first, second, third = (goals.add(session, title, now) for title in "ABC")
        job_descriptions.set_goals(session, description, [first, second], now)
        job_descriptions.set_goals(session, description, [third, second], now)
    assert [goal.title for goal in _detail(db, description).goals] == ["B", "C"]
    with db.read() as session:
        assert goals.detail(session, third).descriptions[0].id == description
        (row,) = job_descriptions.descriptions(session)
    assert [goal.id for goal in row.goals] == [second, third]


def test_unknown_goal_is_refused(db, now):
    with pytest.raises(NotFound), db.transaction("Add") as session:
        job_descriptions.add(session, "Title", now, goal_ids=[77])


def test_as_markdown_has_headings_in_order_and_leaves_out_what_is_empty(db, now):
    with db.transaction("Add") as session:
        goal = goals.add(session, "Lead a product team", now)
        description = job_descriptions.add(
            session, "My mentor", now, goal_ids=[goal], why="Because users wait.\n", goal="Lead."
        )
    assert job_descriptions.as_markdown(_detail(db, description)) == (
        "# My mentor\n\n*For: Lead a product team*\n\n"
        "## The goal\n\nLead.\n\n## Why it matters\n\nBecause users wait.\n"
    )


def test_deleting_keeps_the_cards_and_undo_links_them_again(db, now):
    description = _add(db, now)
    with db.transaction("Add") as session:
        card = factories.add_candidate(session, job_description_id=description)
    assert _detail(db, description).mentors == 1
    with db.transaction("Delete") as session:
        job_descriptions.delete(session, description)
    with db.read() as session:
        assert card in board.cards(session, [card])
        assert job_descriptions.descriptions(session) == []
    db.undo()
    assert _detail(db, description).mentors == 1


def test_deleting_leaves_one_card_for_a_person_who_had_two(db, now):
    description = _add(db, now)
    with db.transaction("Add") as session:
        person = factories.add_contact(session, "Ruth Adeyemi")
        bare = factories.add_candidate(session, person)
        linked = factories.add_candidate(session, person, job_description_id=description)
    with db.transaction("Delete") as session:
        job_descriptions.delete(session, description)
    with db.read() as session:
        assert set(board.cards(session, [bare, linked])) == {bare}


def test_empty_title_and_unknown_section_are_refused(db, now):
    with pytest.raises(UserError):
        _add(db, now, title=" ")
    with pytest.raises(TypeError):
        _add(db, now, hobbies="Chess")


def test_what_is_gone_is_said_to_be_gone(db, now):
    for call in (
        lambda session: job_descriptions.edit(session, 5, now, why="x"),
        lambda session: job_descriptions.delete(session, 5),
        lambda session: job_descriptions.set_goals(session, 5, [], now),
        lambda session: job_descriptions.detail(session, 5),
    ):
        with pytest.raises(NotFound), db.transaction("Gone") as session:
            call(session)


def test_titles_and_template_cover_every_section():
    assert tuple(job_descriptions.section_titles()) == SECTIONS
    assert tuple(job_descriptions.template()) == SECTIONS
