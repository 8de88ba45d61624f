"""What a goal is linked to, read and written from both ends."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentorcrm.core import activities, board, contacts, goals, job_descriptions
from mentorcrm.core.errors import NotFound
from mentorcrm.core.schema import NeedMark
from tests import factories


@pytest.fixture
def two(write):
    return write(factories.add_goal, "Lead a team"), write(factories.add_goal, "Publish a paper")


@pytest.fixture
def ruth(write):
    return write(factories.add_contact, "Ruth Adeyemi", position="Director", company="Solace")


def test_activity_is_about_exactly_the_goals_given_and_undo_brings_back(
    db, write, read, two, ruth, now
):
    entry = write(activities.log, ruth, "meeting", "Spoke about hiring.", now, now)
    write(goals.link_activity, entry, [two[0], two[1]], now)
    write(goals.link_activity, entry, [two[1]], now + timedelta(hours=1))
    assert read(goals.goals_of_activities, [entry]) == {
        entry: (goals.GoalLink(two[1], "Publish a paper", 1),)
    }
    (seen,) = read(goals.detail, two[1]).activities
    assert (seen.id, seen.name, seen.kind) == (entry, "Ruth Adeyemi", "meeting")
    assert read(goals.detail, two[0]).activities == ()
    db.undo()
    assert len(read(goals.goals_of_activities, [entry])[entry]) == 2


def test_activity_or_goal_that_is_gone_is_said_to_be_gone(write, read, two, ruth, now):
    entry = write(activities.log, ruth, "note", "A note.", now, now)
    with pytest.raises(NotFound):
        write(goals.link_activity, 99, [two[0]], now)
    with pytest.raises(NotFound):
        write(goals.link_activity, entry, [two[0], 99], now)
    assert read(goals.goals_of_activities, [entry]) == {}


def test_descriptions_of_a_goal_are_set_and_their_other_goals_stay(write, read, two, now):
    lead = write(job_descriptions.add, "A product lead", now, goal_ids=two)
    editor = write(job_descriptions.add, "An editor", now)
    write(goals.set_descriptions, two[0], [editor], now)
    assert [link.title for link in read(goals.detail, two[0]).descriptions] == ["An editor"]
    assert [link.id for link in read(job_descriptions.detail, lead).goals] == [two[1]]
    with pytest.raises(NotFound):
        write(goals.set_descriptions, 99, [editor], now)


def test_descriptions_that_answer_each_need_are_named(write, read, two, now):
    need = write(goals.add_need, two[0], "Somebody who lets go", now)
    write(goals.add_need, two[0], "A way to hiring leads", now)
    lead = write(job_descriptions.add, "A product lead", now)
    write(job_descriptions.set_descriptions_of_need, need, [lead], now)
    found = read(goals.descriptions_of_needs, two[0])
    assert found == {need: (goals.DescriptionLink(lead, "A product lead"),)}


def test_board_is_offered_first_and_words_find_everybody(write, read, two, ruth, now):
    card = write(factories.add_candidate, ruth, stage="asked")
    write(factories.add_contact, "Tom Brandt", company="Solace")
    assert [row.candidate_id for row in read(goals.people_to_link, two[0])] == [card]
    found = read(goals.people_to_link, two[0], "solace")
    assert [(row.name, row.stage) for row in found] == [
        ("Ruth Adeyemi", "asked"),
        ("Tom Brandt", None),
    ]
    write(goals.link_person, two[0], ruth, card, now)
    assert [row.name for row in read(goals.people_to_link, two[0], "solace")] == ["Tom Brandt"]
    assert read(goals.people_to_link, two[0]) == []
    assert [row.name for row in read(goals.people_to_link, two[1])] == ["Ruth Adeyemi"]


def test_archived_people_are_not_offered(write, read, two, ruth, now):
    write(factories.add_candidate, ruth)
    write(contacts.archive, [ruth], now)
    assert read(goals.people_to_link, two[0]) == []
    assert read(goals.people_to_link, two[0], "Ruth") == []


def test_person_is_linked_by_their_card_or_by_a_new_one_and_unlinked(write, read, two, ruth, now):
    card = write(goals.link_person, two[0], ruth, None, now)
    assert write(goals.link_person, two[1], ruth, card, now) == card
    assert read(board.candidate, card).goal_ids == two
    write(goals.unlink_candidate, two[0], card, now)
    assert read(board.candidate, card).goal_ids == (two[1],)


def test_needs_that_a_person_is_marked_for_are_read_from_the_person(write, read, two, ruth, now):
    need = write(goals.add_need, two[1], "Careful readers", now, kind="skill")
    write(goals.add_need, two[1], "Another", now)

    def mark(session):
        session.add(NeedMark(contact_id=ruth, need_id=need, level=2, note="Edits", updated_at=now))

    write(mark)
    (found,) = read(goals.marked_needs, ruth)
    assert (found.text, found.level, found.note) == ("Careful readers", 2, "Edits")
    assert (found.goal_id, found.goal) == (two[1], "Publish a paper")
