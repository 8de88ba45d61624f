"""What the coach says about a goal with all its fields, and what it would fill in.

Loaded on first use, because the coach brings its word lists.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from mentorcrm.core.coach.goal import Check, GoalFacts, check_goal
from mentorcrm.core.coach.parts import parts_of
from mentorcrm.core.goals.rows import GoalDetail

FIELDS = {
    "specific": "specific",
    "metric": "measurable",
    "due_on": "time_bound",
    "achievable": "achievable",
    "relevant": "relevant",
}
"""The check that looks at each part."""


def checks(detail: GoalDetail, today: date) -> dict[str, Check]:
    """Return the five checks of a goal: its text and its fields together.

    Nothing while nothing is written: a goal not begun is left in peace. A span is a place in
    the statement.
    """
    facts = GoalFacts(
        due_on=detail.due_on,
        start_value=detail.start_value,
        target_value=detail.target_value,
        unit=detail.unit,
        metric=detail.metric,
        specific=detail.specific,
        achievable=detail.achievable,
        relevant=detail.relevant,
    )
    if not detail.statement.strip() and facts == GoalFacts():
        return {}
    return check_goal(_text(detail), today, facts)


def said(detail: GoalDetail, today: date) -> frozenset[str]:
    """Return the parts that the user's own words say already, by the names of their fields."""
    if not detail.statement.strip():
        return frozenset()
    found = check_goal(detail.statement, today)
    return frozenset(field for field in ("due_on", "metric") if found[FIELDS[field]].met)


def fillable(detail: GoalDetail, today: date) -> dict[str, Any]:
    """Return what the user's own words would fill into parts that are empty.

    The fields of ``goals.edit``: the very words of the user, and the date and the numbers
    that are clear in them.
    """
    parts = parts_of(detail.statement, today)
    found: dict[str, Any] = {
        "specific": parts.specific,
        "metric": parts.measurable,
        "achievable": parts.achievable,
        "relevant": parts.relevant,
        "due_on": parts.due_on,
    }
    if detail.target_value is None and parts.target is not None:
        found.update(start_value=parts.start, target_value=parts.target, unit=parts.unit)
    return {
        name: value
        for name, value in found.items()
        if value not in ("", None) and getattr(detail, name) in ("", None)
    }


def _text(detail: GoalDetail) -> str:
    """Return the text to check: a yes-or-no measure has no field of its own in the facts."""
    if detail.target_value is None and detail.metric.strip():
        return f"{detail.statement.rstrip()}\n{detail.metric.strip()}".lstrip("\n")
    return detail.statement
