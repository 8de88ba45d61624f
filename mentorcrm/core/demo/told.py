"""The told part of the demo: goals, the ideal mentor and the people of the story.

Everything here goes through the same public functions as a user's own actions, each at
its own moment in the past, so that timelines and follow-ups are as they would be.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import cycle
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from mentorcrm.core import activities, board, contacts, goals, reminders
from mentorcrm.core.demo import story, told_versions, work
from mentorcrm.core.moments import workday
from mentorcrm.core.text import fold

_SPREAD = (
    *("identified", "asked", "accepted", "identified", "identified", "asked"),
    *("identified", "declined", "accepted"),
)
"""How a board of some weeks looks, card by card."""
_EMAIL_HOST = "example"
_MORNING = time(9, 0)


@dataclass(frozen=True, slots=True)
class Moment:
    """When and where the demo is told."""

    now: datetime
    zone: ZoneInfo

    def ago(self, days: int) -> datetime:
        """Return the moment ``days`` days ago, some hours before the present one."""
        return self.now - timedelta(days=days, hours=3)

    def morning(self, days: int) -> datetime:
        """Return 09:00 of the wall clock ``days`` days from now; what is ahead skips weekends."""
        day = self.now.astimezone(self.zone).date() + timedelta(days=days)
        return datetime.combine(workday(day) if days > 0 else day, _MORNING)


def add_plans(session: Session, when: Moment) -> tuple[list[int], int]:
    """Add the goals and the ideal mentor; return the goals' ids and the description's."""
    ids = [_add_goal(session, plan, when) for plan in story.GOALS]
    return ids, told_versions.write(session, when, ids[:1])


def _add_goal(session: Session, plan: story.Plan, when: Moment) -> int:
    made = when.ago(95)
    goal_id = goals.add(session, plan.title, made, due_on=_due_on(plan, when), **plan.parts)
    for text, needs in plan.obstacles:
        obstacle = goals.add_obstacle(session, goal_id, text, made)
        for need, kind, must in needs:
            goals.add_need(
                session,
                goal_id,
                need,
                made,
                difference=story.DIFFERENCES.get(need, ""),
                kind=kind,
                must=must,
                obstacle_id=obstacle,
            )
    for days, value, note in plan.check_ins:
        moment = when.ago(days)
        day = moment.astimezone(when.zone).date()
        goals.add_check_in(session, goal_id, day, moment, value=value, note=note)
    return goal_id


def _due_on(plan: story.Plan, when: Moment) -> date:
    today = when.now.astimezone(when.zone).date()
    if plan.months:
        return today + timedelta(days=30 * plan.months)
    december = date(today.year, 12, 18)
    return (
        december if december > today + timedelta(days=14) else december.replace(year=today.year + 1)
    )


def add_people(
    session: Session,
    people: Sequence[story.Person],
    when: Moment,
    goal_ids: Sequence[int],
    description: int,
) -> list[int]:
    """Add people of the story with their cards and timelines; return the cards' ids."""
    cards = []
    for person in people:
        contact = _add_contact(session, person, when)
        card = _add_card(session, person, contact, when, goal_ids, description)
        if card is not None:
            cards.append(card)
        for entry in person.entries:
            moment = when.ago(entry.days) + timedelta(hours=1)
            activities.log(
                session,
                contact,
                entry.kind,
                entry.body,
                moment,
                moment,
                candidate_id=card,
                title=entry.title,
            )
    told_versions.send(session, when, description)
    return cards


def _add_contact(session: Session, person: story.Person, when: Moment) -> int:
    given, family = person.name.split(" ", 1)
    company = fold(person.company).replace(" ", "-")
    address = f"{fold(given)}.{fold(family)}@{company}.{_EMAIL_HOST}"
    return contacts.add(
        session,
        first_name=given,
        last_name=family,
        company=person.company,
        position=person.position,
        location=person.city,
        how_met=person.how_met,
        notes=person.notes,
        emails=[("work", address)],
        links=[f"https://people.example/{fold(given)}-{fold(family)}"],
        tags=person.tags,
        source="linkedin",
        connected_on=(when.now - timedelta(days=400 + 7 * len(person.name))).date(),
        now=when.ago(100),
    )


def _add_card(
    session: Session,
    person: story.Person,
    contact: int,
    when: Moment,
    goal_ids: Sequence[int],
    description: int,
) -> int | None:
    if not person.steps:
        return None
    first, *later = person.steps
    card = board.add(
        session,
        contact,
        goal_ids=[goal_ids[place] for place in person.goals],
        job_description_id=description if person.for_description else None,
        stage=first[0],
        now=when.ago(first[1]),
        zone=when.zone,
    )
    for stage, days in later:
        board.move(session, [card], stage, None, when.ago(days), when.zone)
    last = when.ago(person.steps[-1][1])
    if person.sub_state:
        board.set_sub_state(session, [card], person.sub_state, last)
    if person.next_step:
        board.set_next_step(session, card, person.next_step, last)
    if person.follow_up is not None:
        reminders.set_follow_up(session, card, when.morning(person.follow_up), when.zone, last)
    return card


def add_reminder(session: Session, when: Moment, contact_id: int) -> None:
    """Add one reminder that is about a person and no card."""
    reminders.add(
        session,
        title="Send the results of the pilot",
        local=when.morning(1),
        zone=when.zone,
        contact_id=contact_id,
        now=when.ago(1),
    )


def add_more_cards(
    session: Session,
    people: Sequence[int],
    when: Moment,
    goal_ids: Sequence[int],
    chance: random.Random,
) -> None:
    """Put ``people`` on the board, spread over the stages, through the usual functions."""
    steps = {stage: cycle(found) for stage, found in work.NEXT_STEPS.items()}
    for contact, stage in zip(people, cycle(_SPREAD), strict=False):
        begin = chance.randrange(10, 90)
        card = board.add(
            session, contact, goal_ids=_some_goals(goal_ids, chance), now=when.ago(begin)
        )
        days = begin
        for step in _way_to(stage):
            days = chance.randrange(2, max(3, min(days, 40)))
            board.move(session, [card], step, None, when.ago(days), when.zone)
        board.set_next_step(session, card, next(steps[stage]), when.ago(1))
        _detail(session, card, stage, when, chance)


def _detail(session: Session, card: int, stage: str, when: Moment, chance: random.Random) -> None:
    made = when.ago(1)
    board.set_sub_state(session, [card], chance.choice(board.SUB_STATES[stage]), made)
    if stage == "asked" or (stage in ("identified", "accepted") and chance.random() < 0.4):
        days = chance.choice((-2, 1, 3, 5, 8, 12))
        reminders.set_follow_up(session, card, when.morning(days), when.zone, made)


def _way_to(stage: str) -> tuple[str, ...]:
    return {
        "identified": (),
        "asked": ("asked",),
        "accepted": ("asked", "accepted"),
        "declined": ("asked", "declined"),
    }[stage]


def _some_goals(goal_ids: Sequence[int], chance: random.Random) -> list[int]:
    return [goal for goal in goal_ids if chance.random() < 0.4][:2] or [chance.choice(goal_ids)]
