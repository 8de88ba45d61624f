"""Fit the weights of the coach's checks of goals from the tables, and say how far they carry.

    .venv/bin/python -m tests.tables.fit_goal_weights           figures only
    .venv/bin/python -m tests.tables.fit_goal_weights --write   and write the weights in
                                                                mentorcrm/core/coach/goals

A goal is a bag of units, and a check is met when one unit meets it. So the fit alternates:
it picks, in each goal that meets the check, the unit that speaks most for it, and fits a
logistic score to those units against the strongest units of the goals that do not. Tables kept
aside are never read.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from mentorcrm.core.coach.goals import weights
from mentorcrm.core.coach.goals.evidence import findings
from mentorcrm.core.coach.goals.scores import Features, features

TABLES = Path(__file__).parent
TODAY = date(2026, 11, 22)
CHECKS = ("specific", "measurable", "achievable", "relevant")
PENALTY = 4.0
ROUNDS = 6
FOLDS = 10
Labels = dict[str, bool]


@dataclass(frozen=True)
class Example:
    """The units of a text, and what its labels say."""

    units: list[Features]
    labels: Labels


def read_goals(path: Path) -> list[Example]:
    """Return the labelled goals of a table."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return [Example(features(findings(row["text"], TODAY)), row) for row in rows]


def tables() -> dict[str, list[Example]]:
    """Return the tables that may be looked at, by name."""
    paths = sorted(TABLES.glob("goals_*.jsonl"))
    return {path.stem: read_goals(path) for path in paths if "aside" not in path.stem}


def read_clauses() -> list[Example]:
    """Return the single clauses and bare goals, each with what it says and does not say."""
    found: list[Example] = []
    part = ""
    for line in _lines("goal_clauses.txt"):
        if line.startswith("["):
            part = line.strip("[]")
            continue
        units = features(findings(line, TODAY))
        for unit in units:
            unit["first"], unit["later"] = 0.0, 0.5
        labels = {"specific": False, "measurable": False}
        found.append(
            Example(units, {**labels, "achievable": part == "means", "relevant": part == "stake"})
        )
    for line in _lines("goal_openings.txt"):
        labels = {"specific": line[0] == "S", "measurable": line[1] == "M"}
        units = features(findings(line[3:], TODAY))
        found.append(Example(units, {**labels, "achievable": False, "relevant": False}))
    return found


def _lines(name: str) -> list[str]:
    lines = (TABLES / name).read_text("utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


class Model:
    """A linear score of units for one check."""

    def __init__(self, check: str, examples: Iterable[Example]) -> None:
        """Take the names of the features from the examples."""
        self.check = check
        count = Counter(
            name for item in examples for name in {name for unit in item.units for name in unit}
        )
        self.names = sorted(name for name, times in count.items() if times > 1)
        self._place = {name: place + 1 for place, name in enumerate(self.names)}
        self.weights = np.zeros(len(self.names) + 1)

    def rows(self, units: list[Features]) -> Any:
        """Return one row of numbers for each unit."""
        table = np.zeros((len(units), len(self.weights)))
        table[:, 0] = 1
        for row, unit in zip(table, units, strict=True):
            for name, value in unit.items():
                if name in self._place:
                    row[self._place[name]] = value
        return table

    def is_met(self, units: list[Features]) -> bool:
        """Say whether one of the units meets the check."""
        return bool(units) and bool((self.rows(units) @ self.weights).max() > 0)

    def fit(self, goals: list[Example], clauses: list[Example]) -> None:
        """Fit to goals and to clauses."""
        single = np.vstack([self.rows(item.units) for item in clauses])
        wanted = np.concatenate(
            [[float(item.labels[self.check])] * len(item.units) for item in clauses]
        )
        self._newton(single, wanted, np.ones(len(wanted)))
        bags = [(self.rows(item.units), item.labels[self.check]) for item in goals if item.units]
        for _ in range(ROUNDS):
            rows, labels, shares = self._strongest(bags)
            self._newton(
                np.vstack([rows, single]),
                np.concatenate([labels, wanted]),
                np.concatenate([shares, np.ones(len(wanted))]),
            )

    def _strongest(self, bags: list[tuple[Any, bool]]) -> tuple[Any, Any, Any]:
        """Return the strongest unit of each goal, and of the unmet ones the second too."""
        rows, labels, shares = [], [], []
        for table, met in bags:
            order = (table @ self.weights).argsort()[::-1][: 1 if met else 2]
            for rank, place in enumerate(order):
                rows.append(table[place])
                labels.append(float(met))
                shares.append(1.0 if rank == 0 else 0.5)
        return np.array(rows), np.array(labels), np.array(shares)

    def _newton(self, rows: Any, labels: Any, shares: Any) -> None:
        penalty = np.full(len(self.weights), PENALTY)
        penalty[0] = 1e-3
        for _ in range(30):
            chance = 1 / (1 + np.exp(-np.clip(rows @ self.weights, -20, 20)))
            slope = rows.T @ (shares * (chance - labels)) + penalty * self.weights
            curve = (rows * (shares * chance * (1 - chance) + 1e-9)[:, None]).T @ rows
            step = np.linalg.solve(curve + np.diag(penalty), slope)
            self.weights -= step
            if abs(step).max() < 1e-4:
                break


def right(model: Model, goals: list[Example]) -> int:
    """Return for how many goals the model says what their label says."""
    return sum(model.is_met(item.units) == item.labels[model.check] for item in goals)


def fitted(check: str, goals: list[Example], clauses: list[Example]) -> Model:
    """Return a model fitted to goals and clauses."""
    model = Model(check, [*goals, *clauses])
    model.fit(goals, clauses)
    return model


def across_tables(
    check: str, found: dict[str, list[Example]], clauses: list[Example]
) -> dict[str, float]:
    """Return the share of right verdicts on each table of a model that never saw it."""
    shares = {}
    for name, goals in found.items():
        others = [item for other, items in found.items() if other != name for item in items]
        shares[name] = right(fitted(check, others, clauses), goals) / len(goals)
    return shares


def across_folds(check: str, goals: list[Example], clauses: list[Example]) -> float:
    """Return the share of right verdicts in cross-validation over all goals."""
    order = np.random.default_rng(7).permutation(len(goals))
    total = 0
    for fold in range(FOLDS):
        held = {int(place) for place in order[fold::FOLDS]}
        rest = [item for place, item in enumerate(goals) if place not in held]
        total += right(fitted(check, rest, clauses), [goals[place] for place in held])
    return total / len(goals)


def source(models: list[Model]) -> str:
    """Return the module of weights."""
    lines = [
        '"""Weights of the evidence, fitted by tests/tables/fit_goal_weights.py; not by hand."""',
        "",
        "from __future__ import annotations",
        "",
        "WEIGHTS: dict[str, dict[str, float]] = {",
    ]
    for model in models:
        named = zip(["", *model.names], model.weights, strict=True)
        lines.append(f'    "{model.check}": {{')
        lines += [f'        "{name}": {value:.2f},' for name, value in named if abs(value) >= 0.03]
        lines.append("    },")
    return "\n".join([*lines, "}", ""])


def main() -> None:
    """Print the figures and, when asked to, write the weights."""
    found, clauses = tables(), read_clauses()
    goals = [item for items in found.values() for item in items]
    models = []
    for check in CHECKS:
        model = fitted(check, goals, clauses)
        models.append(model)
        unseen = across_tables(check, found, clauses)
        print(
            f"{check:10} fitted {right(model, goals) / len(goals):.3f}",
            f"{FOLDS} folds {across_folds(check, goals, clauses):.3f}",
            *(f"{name} unseen {share:.3f}" for name, share in unseen.items()),
        )
    if "--write" in sys.argv:
        Path(weights.__file__).write_text(source(models), "utf-8")


if __name__ == "__main__":
    main()
