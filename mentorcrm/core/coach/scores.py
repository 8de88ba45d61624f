"""Weigh the evidence of a text: one small linear score per check."""

from __future__ import annotations

from mentorcrm.core.coach.dates import DEADLINE
from mentorcrm.core.coach.evidence import Findings
from mentorcrm.core.coach.segments import GOAL
from mentorcrm.core.coach.weights import WEIGHTS

_MOST = 2


def features(found: Findings) -> dict[str, float]:
    """Return how often each kind of evidence stands in the goal (g) and elsewhere (o)."""
    counts: dict[str, float] = {}
    for item in found.evidence:
        for name in (("g_" if item.in_goal else "o_") + item.name, "a_" + item.name):
            counts[name] = min(counts.get(name, 0.0) + 1, _MOST)
    counts["sent"] = float(min(len(found.lines), 4))
    counts["oseg"] = float(min(sum(part.role != GOAL for part in found.segments), 5))
    counts["dl"] = float(any(mention.kind == DEADLINE for _, mention in found.times))
    return counts


def score(check: str, counts: dict[str, float]) -> float:
    """Return the weighted sum of a check: above zero it is met."""
    weights = WEIGHTS[check]
    return weights[""] + sum(weights.get(name, 0.0) * count for name, count in counts.items())
