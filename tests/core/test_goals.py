"""Goals: their fields, progress, obstacles, needs and the people linked to them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mentorcrm.core import contacts, goals
from mentorcrm.core.errors import NotFound, UserError
from mentorcrm.core.schema import CandidateGoal
from tests import factories


def _add(db, now, title="Lead a product team", **fields):
    with db.transaction("Add goal") as session:
        return goals.add(session, title, now, **fields)


def _detail(db, goal_id):
    with db.read() as session:
        return goals.detail(session, goal_id)


def test_added_goal_is_read_back_whole(db, now):
    fields = {
        "specific": "Be appointed lead.",
        "metric": "Projects led",
        "start_value": 0.0,
        "target_value": 3.0,
        "unit": "projects",
        "achievable": "Four hours a week.",
        "relevant": "Users are heard.",
        "due_on": date(2027, 6, 30),
    }
    found = _detail(db, _add(db, now, "  Lead a  product team ", **fields))
    assert found.title == "Lead a product team"
    assert {name: getattr(found, name) for name in fields} == fields
    assert (found.status, found.progress) == ("active", None)


@pytest.mark.parametrize(
    ("start", "current", "target", "expected"),
    [
        (0, 5, 10, 0.5),
        (None, 5, 10, 0.5),
        (20, 15, 10, 0.5),
        (0, 50, 10, 1.0),
        (5, 1, 10, 0.0),
        (0, None, 10, None),
        (0, 5, None, None),
        (7, 7, 7, None),
    ],
)
def test_progress_is_the_part_of_the_way_behind_us(start, current, target, expected):
    assert goals.progress(start, current, target) == expected


def test_edit_changes_only_what_is_given(db, now):
    goal = _add(db, now, specific="Lead.", unit="teams")
    later = now + timedelta(hours=1)
    with db.transaction("Edit goal") as session:
        goals.edit(session, goal, later, relevant="Because users wait.", due_on=None)
    found = _detail(db, goal)
    assert (found.specific, found.unit, found.relevant) == ("Lead.", "teams", "Because users wait.")
    assert (found.created_at, found.updated_at) == (now, later)


def test_markdown_and_odd_white_space_of_a_text_are_kept_as_typed(db, now):
    text = "  two  spaces\n\n\ttab, trailing  \n"
    assert _detail(db, _add(db, now, specific=text)).specific == text


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "   "},
        {"target_value": float("nan")},
        {"start_value": float("inf")},
        {"hue": 8},
        {"specific": "nul \x00"},
    ],
)
def test_bad_values_are_refused_in_words_and_change_nothing(db, now, fields):
    goal = _add(db, now)
    before = _detail(db, goal)
    with pytest.raises(UserError), db.transaction("Edit goal") as session:
        goals.edit(session, goal, now, **fields)
    assert _detail(db, goal) == before


def test_goals_get_different_colours_until_all_are_used(db, now):
    hues = [_detail(db, _add(db, now, f"Goal {place}")).hue for place in range(goals.HUES)]
    assert sorted(hues) == list(range(goals.HUES))
    assert _detail(db, _add(db, now, "One more")).hue in hues


def test_list_has_active_goals_first_in_the_order_they_came(db, now):
    first, second, third = (_add(db, now, title) for title in ("C", "B", "A"))
    with db.transaction("Edit goal") as session:
        goals.close(session, first, "reached", now.date(), now)
    with db.read() as session:
        assert [row.id for row in goals.goals(session)] == [second, third, first]
        assert [row.id for row in goals.goals(session, "reached")] == [first]


def test_progress_is_that_of_the_newest_day_and_there_of_the_last_check_in(db, now):
    goal = _add(db, now, target_value=4.0)
    with db.transaction("Progress") as session:
        goals.add_check_in(session, goal, now.date(), now, value=3.0)
        goals.add_check_in(session, goal, now.date(), now, value=1.0)
        goals.add_check_in(session, goal, now.date(), now, note="No number")
        goals.add_check_in(session, goal, now.date() - timedelta(days=1), now, value=4.0)
    with db.read() as session:
        (row,) = goals.goals(session)
    assert row.progress == 0.25


def test_obstacles_keep_the_order_given_by_moving(db, now):
    goal = _add(db, now)
    with db.transaction("Obstacles") as session:
        ids = [goals.add_obstacle(session, goal, text, now) for text in "abcd"]
    with db.transaction("Move") as session:
        goals.move_obstacle(session, ids[3], ids[0], now)
    with db.transaction("Move") as session:
        goals.move_obstacle(session, ids[0], None, now)
    assert [row.text for row in _detail(db, goal).obstacles] == ["d", "b", "c", "a"]


def test_obstacle_is_edited_and_deleted_and_its_need_stays(db, now):
    goal = _add(db, now)
    with db.transaction("Add") as session:
        obstacle = goals.add_obstacle(session, goal, "I never delegate", now)
        need = goals.add_need(
            session, goal, "Someone who lets go", now, kind="confidence", obstacle_id=obstacle
        )
        goals.edit_obstacle(session, obstacle, "  I rarely\ndelegate ", now)
    assert _detail(db, goal).obstacles[0].text == "I rarely delegate"
    with db.transaction("Delete") as session:
        goals.delete_obstacle(session, obstacle, now)
    found = _detail(db, goal)
    assert found.obstacles == ()
    assert [(row.id, row.obstacle_id) for row in found.needs] == [(need, None)]


def test_needs_are_edited_moved_and_deleted(db, now):
    goal = _add(db, now)
    with db.transaction("Add") as session:
        first = goals.add_need(session, goal, "First", now)
        second = goals.add_need(session, goal, "Second", now, kind="network", must=False)
        goals.move_need(session, second, first, now)
        goals.edit_need(session, first, now, kind="negotiation", must=False, text="Changed")
    needs = _detail(db, goal).needs
    assert [(row.text, row.kind, row.must) for row in needs] == [
        ("Second", "network", False),
        ("Changed", "negotiation", False),
    ]
    with db.transaction("Delete") as session:
        goals.delete_need(session, second, now)
    assert [row.id for row in _detail(db, goal).needs] == [first]


@pytest.mark.parametrize("text", ["", "  \n "])
def test_empty_obstacle_and_need_are_refused(db, now, text):
    goal = _add(db, now)
    with pytest.raises(UserError), db.transaction("Add") as session:
        goals.add_obstacle(session, goal, text, now)
    with pytest.raises(UserError), db.transaction("Add") as session:
        goals.add_need(session, goal, text, now)


def test_linked_mentors_are_listed_and_counted_unless_set_aside(db, now):
    goal = _add(db, now)
    with db.transaction("Add") as session:
        person = factories.add_contact(session, "Tom Brandt")
        shown = factories.add_candidate(session, name="Ruth Adeyemi", stage="asked")
        hidden = factories.add_candidate(session, person)
        session.add_all(CandidateGoal(candidate_id=card, goal_id=goal) for card in (shown, hidden))
    with db.transaction("Archive") as session:
        contacts.archive(session, [person], now)
    (mentor,) = _detail(db, goal).mentors
    assert (mentor.candidate_id, mentor.name, mentor.stage) == (shown, "Ruth Adeyemi", "asked")
    with db.read() as session:
        assert goals.goals(session)[0].mentors == 1


def test_deleting_a_goal_takes_its_parts_and_undo_brings_all_back(db, now):
    with db.transaction("Example") as session:
        goal = goals.add_example(session, now, date(2026, 11, 23))
    before = _detail(db, goal)
    assert before.obstacles
    assert before.needs
    with db.transaction("Delete goal") as session:
        goals.delete(session, goal)
    with pytest.raises(NotFound):
        _detail(db, goal)
    db.undo()
    assert _detail(db, goal) == before


def test_example_says_that_it_is_one_and_is_measured(db, now):
    with db.transaction("Example") as session:
        goal = goals.add_example(session, now, date(2026, 11, 23))
    found = _detail(db, goal)
    assert found.title.startswith("Example")
    assert found.due_on is not None
    assert found.due_on > date(2026, 11, 23)
    assert 0 < found.progress < 1


def test_what_is_gone_is_said_to_be_gone(db, now):
    with pytest.raises(NotFound), db.transaction("Edit") as session:
        goals.edit(session, 99, now, title="Nobody")
    with pytest.raises(NotFound), db.transaction("Delete") as session:
        goals.delete(session, 99)
    with pytest.raises(NotFound), db.transaction("Add") as session:
        goals.add_obstacle(session, 99, "Nobody", now)
    with pytest.raises(NotFound), db.transaction("Move") as session:
        goals.move_need(session, 99, None, now)


WHOLE = {
    "specific": "Be appointed lead of the onboarding team",
    "metric": "projects led",
    "start_value": 0.0,
    "target_value": 3.0,
    "unit": "projects",
    "achievable": "Four hours a week.",
    "relevant": "So that users are heard!",
    "due_on": date(2027, 6, 30),
}


def test_five_parts_read_as_one_text_and_each_piece_has_its_place(db, now):
    found = _detail(db, _add(db, now, **WHOLE))
    text = goals.as_text(found)
    assert text == (
        "Be appointed lead of the onboarding team. How I will see it: projects led, "
        "from 0 to 3 projects. By 30 June 2027. Four hours a week. So that users are heard!"
    )
    for piece in goals.pieces(found):
        assert text[piece.start : piece.start + len(piece.text)] == piece.text
        begin = piece.start + piece.offset
        assert text[begin : begin + len(piece.shown)] == piece.shown


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({}, ""),
        ({"specific": "  "}, ""),
        ({"metric": "exams passed"}, "exams passed."),
        ({"target_value": 2.5, "unit": "kg"}, "How I will see it: 2.5 kg."),
        ({"metric": "talks", "target_value": 4.0}, "How I will see it: talks, 4."),
        ({"due_on": date(2026, 12, 1)}, "By 1 December 2026."),
    ],
)
def test_text_of_a_goal_says_only_what_is_there(db, now, fields, text):
    assert goals.as_text(_detail(db, _add(db, now, **fields))) == text


def test_own_words_stay_and_only_what_they_lack_is_added(db, now):
    own = "I want to be appointed lead of the onboarding team: four hours a week."
    found = _detail(db, _add(db, now, statement=own, **WHOLE))
    text = goals.completed(found, said={"due_on"})
    assert text == (
        f"{own} How I will see it: projects led, from 0 to 3 projects. So that users are heard!"
    )
    assert goals.completed(_detail(db, _add(db, now, **WHOLE))) == goals.as_text(found)


OWN = (
    "I want to be appointed lead of the onboarding team by 30 June 2027. "
    "My lead gives me four hours a week for it."
)
TODAY = date(2026, 11, 23)


def test_goal_is_begun_with_anything_but_its_title(db, now):
    assert not goals.coaching.begun(_detail(db, _add(db, now)))
    assert goals.coaching.begun(_detail(db, _add(db, now, unit="kg")))


def test_checks_look_at_the_text_and_at_the_fields_together(db, now):
    fields = {"statement": "I want to be appointed lead of the onboarding team."}
    found = goals.coaching.checks(_detail(db, _add(db, now, **fields)), TODAY)
    assert list(found) == ["specific", "measurable", "achievable", "relevant", "time_bound"]
    assert found["specific"].met
    assert not found["time_bound"].met
    fields["due_on"] = date(2027, 6, 30)
    assert goals.coaching.checks(_detail(db, _add(db, now, **fields)), TODAY)["time_bound"].met


def test_measure_that_is_a_yes_or_no_counts(db, now):
    vague = _detail(db, _add(db, now, specific="Grow"))
    assert not goals.coaching.checks(vague, TODAY)["measurable"].met
    named = _detail(db, _add(db, now, specific="Grow", metric="passed the exam"))
    assert goals.coaching.checks(named, TODAY)["measurable"].met


def test_own_words_fill_only_what_is_empty(db, now):
    found = goals.coaching.fillable(_detail(db, _add(db, now, statement=OWN)), TODAY)
    assert found["due_on"] == date(2027, 6, 30)
    assert "four hours a week" in found["achievable"]
    assert "relevant" not in found
    fields = {"statement": OWN, "achievable": "Mine.", "due_on": date(2028, 1, 1)}
    found = goals.coaching.fillable(_detail(db, _add(db, now, **fields)), TODAY)
    assert not found.keys() & {"achievable", "due_on"}


def test_own_words_that_name_the_date_need_no_second_one(db, now):
    found = _detail(db, _add(db, now, statement=OWN, due_on=date(2027, 6, 30)))
    assert "due_on" in goals.coaching.said(found, TODAY)
    assert goals.completed(found, goals.coaching.said(found, TODAY)) == OWN
    assert goals.coaching.said(_detail(db, _add(db, now)), TODAY) == frozenset()
