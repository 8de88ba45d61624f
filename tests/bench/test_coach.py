"""How often the coach is right, check by check, on every labelled table that is there."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mentorcrm.core.coach.descriptions.description import check_description
from mentorcrm.core.coach.descriptions.sections import SECTIONS
from mentorcrm.core.coach.goals.goal import CHECKS, check_goal
from tests.bench.figures import Figure, at_95

pytestmark = pytest.mark.bench
TABLES = Path(__file__).parents[1] / "tables"
TODAY = date(2026, 11, 22)


def _tables(kind: str) -> list[tuple[str, list[dict[str, Any]]]]:
    """Return name and rows of each table of a kind."""
    found = []
    for path in sorted(TABLES.glob(f"{kind}_*.jsonl")):
        kept = " (kept aside)" if "aside" in path.stem else ""
        lines = path.read_text("utf-8").splitlines()
        found.append((path.stem + kept, [json.loads(line) for line in lines if line.strip()]))
    return found


def _share(rows: list[dict[str, Any]], verdicts: list[dict[str, bool]], name: str) -> float:
    right = sum(verdict[name] == row[name] for row, verdict in zip(rows, verdicts, strict=True))
    return 100 * right / len(rows)


def test_right_verdicts_on_goals(note: Callable[[Figure], None]) -> None:
    for table, rows in _tables("goals"):
        verdicts = [
            {name: check.met for name, check in check_goal(row["text"], TODAY).items()}
            for row in rows
        ]
        shares = [_share(rows, verdicts, name) for name in CHECKS]
        for name, share in zip(CHECKS, shares, strict=True):
            note(Figure(f"{table}, {len(rows)} goals: {name}", share, "%", ">= 85 %"))
        note(Figure(f"{table}: mean", sum(shares) / len(shares), "%", ">= 90 %"))


def test_right_verdicts_on_descriptions(note: Callable[[Figure], None]) -> None:
    for table, rows in _tables("descriptions"):
        verdicts = [
            {name: part.filled for name, part in check_description(row["text"]).sections.items()}
            for row in rows
        ]
        shares = [_share(rows, verdicts, name) for name in SECTIONS]
        for name, share in zip(SECTIONS, shares, strict=True):
            note(Figure(f"{table}, {len(rows)} texts: {name}", share, "%", ">= 85 %"))
        note(Figure(f"{table}: mean", sum(shares) / len(shares), "%", ">= 90 %"))


def test_time_of_a_check(note: Callable[[Figure], None]) -> None:
    texts = [row["text"] for _, rows in _tables("goals") for row in rows]
    taken = []
    for text in texts * 2:
        begin = time.perf_counter()
        check_goal(text, TODAY)
        taken.append(1000 * (time.perf_counter() - begin))
    note(Figure("check of a goal p95", at_95(taken[len(texts) :]), "ms", "<= 3 ms"))
