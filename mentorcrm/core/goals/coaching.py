"""What the coach says about a goal with all its fields, and what it would fill in.

Loaded on first use, because the coach brings its word lists.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from mentorcrm.core.coach.goals.goal import Check, GoalFacts, check_goal
from mentorcrm.core.coach.goals.parts import parts_of
from mentorcrm.core.goals.rows import GoalDetail
from mentorcrm.core.goals.words import as_text

FIELDS = {
    "specific": "specific",
    "metric": "measurable",
    "due_on": "time_bound",
    "achievable": "achievable",
    "relevant": "relevant",
}
"""The check that looks at each part."""


def begun(detail: GoalDetail) -> bool:
    """Tell whether anything but the title is written; before that a goal is left in peace."""
    return bool(detail.statement.strip()) or _facts(detail) != GoalFacts()


def checks(detail: GoalDetail, today: date) -> dict[str, Check]:
    """Return the five checks of a goal: all its words and its fields together.

    A span below the length of the statement is a place in it; others are in the parts or in
    the title.
    """
    own = detail.statement
    rest = as_text(detail)
    words = "\n".join(filter(None, (own, rest, detail.title)))
    found = check_goal(words, today, _facts(detail))
    if not found["measurable"].met and detail.metric.strip():
        # An event to tick off, written where one is asked for, counts by itself.
        alone = check_goal(detail.metric, today)["measurable"]
        if alone.met:
            found["measurable"] = replace(alone, span=None)
    return found


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


def _facts(detail: GoalDetail) -> GoalFacts:
    return GoalFacts(
        due_on=detail.due_on,
        start_value=detail.start_value,
        target_value=detail.target_value,
        unit=detail.unit,
        metric=detail.metric,
        specific=detail.specific,
        achievable=detail.achievable,
        relevant=detail.relevant,
    )
