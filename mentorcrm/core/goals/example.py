"""A well-written goal to learn from."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from mentorcrm.core.goals.check_ins import add_check_in
from mentorcrm.core.goals.goal import add
from mentorcrm.core.goals.parts import add_need, add_obstacle
from mentorcrm.core.i18n import _

_TERM = timedelta(days=270)


def add_example(session: Session, now: datetime, today: date) -> int:
    """Add a well-written goal, marked as an example in its title, and return its id."""
    goal_id = add(
        session,
        _("Example: lead a product team"),
        now,
        specific=_(
            "Be appointed lead of a product team of five to eight people, "
            "with its roadmap and its hiring in my hands."
        ),
        metric=_("Projects led from start to launch"),
        start_value=0.0,
        target_value=3.0,
        unit=_("projects"),
        achievable=_(
            "I stand in for my lead when she is away, and she has agreed to four hours "
            "a week for leading a first small project."
        ),
        relevant=_(
            "Good products came from teams that trusted each other. I want to build such a "
            "team myself, so that our users are heard before we build."
        ),
        due_on=today + _TERM,
    )
    add_check_in(session, goal_id, today, now, value=1.0)
    _add_parts(session, goal_id, now)
    return goal_id


def _add_parts(session: Session, goal_id: int, now: datetime) -> None:
    delegate = add_obstacle(session, goal_id, _("I take work back instead of delegating it"), now)
    unseen = add_obstacle(session, goal_id, _("The people who decide do not know my work"), now)
    add_need(
        session,
        goal_id,
        _("Someone who has handed over work and let a team make mistakes"),
        now,
        kind="skill",
        obstacle_id=delegate,
    )
    add_need(
        session,
        goal_id,
        _("An introduction to leads who hire in my company"),
        now,
        kind="network",
        must=False,
        obstacle_id=unseen,
    )
