"""The monthly note to a mentor: it tells what was written down, and nothing else."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, date, datetime, timedelta

import pytest

from mentorcrm.core import activities, board, contacts, goals
from mentorcrm.core.database import Database
from mentorcrm.core.errors import NotFound, UserError
from tests import factories

NOVEMBER = date(2026, 11, 1)
OCTOBER = datetime(2026, 10, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
def goal(write):
    return write(
        factories.add_goal,
        start_value=0.0,
        target_value=12.0,
        unit="weeks",
        due_on=date(2026, 12, 18),
        now=datetime(2026, 9, 1, 9, 0, tzinfo=UTC),
    )


@pytest.fixture
def ruth(write, goal, now):
    card = write(factories.add_candidate, stage="accepted", goal_ids=[goal], now=OCTOBER)
    write(board.set_next_step, card, "Show the draft of the roadmap", now)
    return card


def _note(read, goal, now, zone, month=NOVEMBER, card=None):
    return read(goals.progress_note, goal, month, now, zone, candidate_id=card)


def _talk(write, read, card, kind, body, when, **more):
    title, goal = more.get("title", ""), more.get("goal")
    person = read(board.candidate, card).contact_id
    made = write(activities.log, person, kind, body, when, when, candidate_id=card, title=title)
    if goal is not None:
        write(goals.link_activity, made, [goal], when)


def test_a_full_month_reads_as_one_letter(write, read, goal, ruth, now, zone):
    write(goals.add_check_in, goal, date(2026, 10, 20), now, value=5.0, note="October")
    write(goals.add_check_in, goal, date(2026, 11, 17), now, value=7.0, note="Let others *plan*.")
    write(goals.add_check_in, goal, date(2026, 12, 2), now, value=9.0, note="December")
    write(goals.add_obstacle, goal, "Nobody who decides has seen me lead.", OCTOBER)
    meeting = datetime(2026, 11, 12, 15, 0, tzinfo=UTC)
    _talk(write, read, ruth, "meeting", "- Delegate **one** thing\n- Say why", meeting)
    assert _note(read, goal, now, zone, card=ruth) == (
        "Hello Ruth,\n\n"
        "here is how it went with **Lead a product team** in November 2026.\n\n"
        "## Where I am\n\n"
        "7 of 12 weeks. 0.64 a week so far; 1.4 a week would reach it by 18 December 2026. "
        "At the beginning of the month it was 5.\n\n"
        "- 17 November 2026: 7 weeks, Let others \\*plan\\*.\n\n"
        "## What you gave me\n\n"
        "- 12 November 2026: Meeting, Delegate one thing; Say why\n\n"
        "## What stands in the way\n\n"
        "- New: Nobody who decides has seen me lead.\n\n"
        "## What is next\n\n"
        "- 1.4 a week until 18 December 2026.\n"
        "- With you: Show the draft of the roadmap\n\n"
        "## One question for you\n\n"
        "“Nobody who decides has seen me lead” is the biggest thing in my way. "
        "What helped you with that?\n\n"
        "Thank you for reading this.\n"
    )


def test_a_month_in_which_nothing_happened_is_told_honestly(read, goal, now, zone):
    text = _note(read, goal, now, zone)
    assert text.startswith("Hello,\n")
    assert "Nothing moved this month, and I would rather say so than leave it out." in text
    assert "What is the smallest step you would take first" in text
    assert "What you gave me" not in text


def test_a_month_with_talks_and_no_check_in_says_so(write, read, goal, ruth, now, zone):
    _talk(write, read, ruth, "call", "", now - timedelta(days=3), title="About the plan")
    text = _note(read, goal, now, zone, card=ruth)
    assert "I made no check-in this month." in text
    assert "- 20 November 2026: Call, About the plan" in text


def test_only_the_month_counts_by_the_users_clock(write, read, goal, ruth, now, zone):
    late = datetime(2026, 10, 31, 23, 30, tzinfo=UTC)  # half past midnight in Berlin: November
    _talk(write, read, ruth, "call", "", late, title="Across midnight")
    assert "- 1 November 2026: Call, Across midnight" in _note(read, goal, now, zone, card=ruth)
    october = _note(read, goal, now, zone, month=date(2026, 10, 15), card=ruth)
    assert "Across midnight" not in october


def test_what_one_mentor_said_is_not_passed_on_to_another(write, read, goal, ruth, now, zone):
    other = write(factories.add_candidate, stage="accepted", name="Hannah Weiss", goal_ids=[goal])
    _talk(write, read, other, "meeting", "Hannah doubts the plan", now - timedelta(days=2))
    text = _note(read, goal, now, zone, card=ruth)
    assert "Hannah" not in text
    assert "doubts" not in text
    assert "## Whom else I spoke with\n\nOne other person." in text
    assert "Meeting with Hannah Weiss, Hannah doubts the plan" in _note(read, goal, now, zone)


def test_own_notes_about_people_stay_out(write, read, goal, ruth, now, zone):
    _talk(write, read, ruth, "note", "Seemed tired", now - timedelta(days=2))
    _talk(write, read, ruth, "note", "Seemed tired", now - timedelta(days=2), goal=goal)
    _talk(write, read, ruth, "message_out", "My mail", now - timedelta(days=2))
    text = _note(read, goal, now, zone, card=ruth)
    assert "tired" not in text
    assert "My mail" not in text


def test_obstacles_that_came_and_went_are_told_and_what_was_undone_is_not(
    db: Database, write, read, goal, now, zone
):
    # The clock of the tests stands still: all steps are made at the same moment of November.
    old = write(goals.add_obstacle, goal, "I take work back", now)
    write(goals.add_need, goal, "A sponsor", now)
    write(goals.add_obstacle, goal, "A slip of the finger", now)
    db.undo()
    write(goals.delete_obstacle, old, now)
    text = _note(read, goal, now, zone)
    assert "I now also look for: A sponsor." in text
    assert "slip" not in text
    assert "take work back" not in text, "it came and went within the month"


def test_an_obstacle_of_before_that_was_deleted_is_no_longer_in_the_way(folder, zone, now):
    clock = [OCTOBER]
    with closing(Database.open(folder, client="window", now=lambda: clock[0])) as db:
        with db.transaction("Add") as session:
            goal = factories.add_goal(session, now=OCTOBER)
            old = goals.add_obstacle(session, goal, "I take work back", OCTOBER)
        clock[0] = now
        with db.transaction("Delete") as session:
            goals.delete_obstacle(session, old, now)
        with db.read() as session:
            text = goals.progress_note(session, goal, NOVEMBER, now, zone)
    assert "- No longer in the way: I take work back." in text


def test_a_reached_goal_asks_what_next(write, read, goal, now, zone):
    write(goals.add_check_in, goal, date(2026, 11, 20), now, value=12.0)
    write(goals.close, goal, "reached", date(2026, 11, 21), now, "With *help*")
    text = _note(read, goal, now, zone)
    assert "I reached it on 21 November 2026. With \\*help\\*" in text
    assert "What would you take on next, in my place?" in text
    assert "What is next\n" not in text


def test_a_month_before_the_ending_does_not_tell_of_it(write, read, goal, now, zone):
    write(goals.close, goal, "dropped", date(2026, 11, 21), now)
    october = _note(read, goal, now, zone, month=date(2026, 10, 1))
    assert "let go of it" not in october


def test_a_month_that_has_not_begun_and_a_stranger_are_refused(write, read, goal, now, zone):
    with pytest.raises(UserError):
        _note(read, goal, now, zone, month=date(2026, 12, 1))
    stranger = write(factories.add_candidate, name="Mei Tanaka")
    with pytest.raises(NotFound):
        _note(read, goal, now, zone, card=stranger)


def test_mentors_to_write_to_are_those_who_did_not_decline(write, read, goal, ruth):
    write(factories.add_candidate, name="Ada Okafor", goal_ids=[goal])
    write(factories.add_candidate, name="Tom Lindqvist", stage="declined", goal_ids=[goal])
    assert [one.name for one in read(goals.mentors, goal)] == ["Ruth Adeyemi", "Ada Okafor"]


def test_long_notes_are_cut_at_a_word(write, read, goal, ruth, now, zone):
    _talk(write, read, ruth, "meeting", "word " * 100, now - timedelta(days=1))
    line = next(x for x in _note(read, goal, now, zone, card=ruth).splitlines() if "word" in x)
    assert line.endswith("word…")
    assert len(line) < 220


def test_name_without_a_first_name_is_used_whole(write, read, goal, now, zone):
    person = write(contacts.add, name="Aminata", now=now)
    card = write(factories.add_candidate, person, goal_ids=[goal])
    assert _note(read, goal, now, zone, card=card).startswith("Hello Aminata,")
