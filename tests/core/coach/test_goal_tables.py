"""The checks of goals on the tables that were used to write them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from mentorcrm.core.coach.goals.goal import CHECKS, check_goal

TABLES = Path(__file__).parents[2] / "tables"
TODAY = date(2026, 11, 22)
FLOOR = 0.90


def _rows():
    names = sorted(path for path in TABLES.glob("goals_seen_*.jsonl") if "aside" not in path.stem)
    return [json.loads(line) for path in names for line in path.read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def judged():
    return [(row, check_goal(row["text"], TODAY)) for row in _rows()]


@pytest.mark.parametrize("name", CHECKS)
def test_nine_of_ten_goals_that_were_seen_are_judged_right(judged, name):
    wrong = [row["text"] for row, checks in judged if checks[name].met != row[name]]
    share = 1 - len(wrong) / len(judged)
    print(f"{name}: {share:.3f} of {len(judged)}", *wrong, sep="\n  ")
    assert share >= FLOOR


def test_every_verdict_quotes_the_text_or_says_that_nothing_was_found(judged):
    for row, checks in judged:
        for check in checks.values():
            if check.span is not None:
                start, end = check.span
                first_word = row["text"][start:end].split()[0]
                assert first_word in check.saw
