"""Verdicts on labelled texts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mentorcrm.core.coach.descriptions.description import check_description
from mentorcrm.core.coach.descriptions.sections import SECTIONS

TABLES = Path(__file__).parents[2] / "tables"


@pytest.mark.parametrize("name", ["descriptions_seen", "descriptions_own"])
def test_verdicts_are_right_on_the_tables(name):
    lines = (TABLES / f"{name}.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    right = dict.fromkeys(SECTIONS, 0)
    for row in rows:
        verdict = check_description(row["text"])
        for section in SECTIONS:
            right[section] += verdict.sections[section].filled == row[section]
    shares = {section: count / len(rows) for section, count in right.items()}
    assert min(shares.values()) >= 0.85, shares
    assert sum(shares.values()) / len(shares) >= 0.90, shares
