"""One measured figure beside its floor, and how a pair is taken."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from dataclasses import dataclass

PAIRS = 7


@dataclass(frozen=True)
class Figure:
    """What was measured, in ``unit``; ``floor`` is the same work by the least code."""

    work: str
    ours: float
    unit: str
    goal: str
    floor: float | None = None

    @property
    def row(self) -> tuple[str, str, str, str, str]:
        """Return the line of the table: work, floor, ours, ratio, goal."""
        ratio = f"{self.ours / self.floor:.2f}" if self.floor else ""
        return (self.work, self._text(self.floor), self._text(self.ours), ratio, self.goal)

    def _text(self, value: float | None) -> str:
        return "" if value is None else f"{value:,.{0 if value >= 100 else 1}f} {self.unit}"


def in_pairs(
    floor: Callable[[], float], ours: Callable[[], float], pairs: int = PAIRS
) -> tuple[float, float]:
    """Return the medians of floor and ours, run alternately after one warm-up of each."""
    floor()
    ours()
    taken = [(floor(), ours()) for _ in range(pairs)]
    return statistics.median(f for f, _ in taken), statistics.median(o for _, o in taken)


def at_95(values: list[float]) -> float:
    """Return the 95th percentile."""
    return sorted(values)[int(len(values) * 0.95)]
