"""What each kind of evidence counts, in one place; docs/match.md gives the reasons."""

from __future__ import annotations

from mentorcrm.core.i18n import _

WELL = 0.6
"""From here a need is covered well: one full piece of written evidence, or two that meet."""
PARTLY = 0.3
PERHAPS = 0.1
"""Below this nothing is known."""

CEILING = {
    "notes": 0.6,
    "timeline": 0.6,
    "tag": 0.5,
    "how_met": 0.35,
    "written": 0.3,
    "position": 0.25,
}
"""The most that one piece of evidence can show of a need, by where it stands.

A title stays below ``PARTLY``: by itself it is a hint.
"""

MARKED = (0.0, 0.5, 1.0)
"""The level of a need for each level of the user's own mark."""

COMPONENTS = {"needs": 0.6, "experience": 0.15, "style": 0.1, "access": 0.15}
"""The parts of a person's fit; what a goal says nothing about falls out for everybody."""

MUST, NICE = 3.0, 1.0
BIGGEST = (1.5, 1.25)
"""What a need counts more for because its obstacle is the biggest, or the second."""

FULL = 1.5
"""Weight of the concepts that must meet before a piece of evidence counts in full."""
LEAST_FULL = 0.5
FULL_PROFILE = 3.0
"""The same for the sections of a description, which speak of many things at once."""
LEAST_MET = 0.2
"""Evidence that meets less than this says nothing: a common word, an aside of an obstacle."""
TEXT, DIFFERENCE, OBSTACLE, DESCRIPTION = 1.0, 0.3, 0.25, 0.3
"""What the words of a need count, by where it says them."""
UNNAMED = 0.5
"""The most that evidence can show which meets nothing that the need itself names."""
OWN_WORD, WEAK_WORD = 0.5, 0.15
"""What a word counts that no group knows, and one that says little, such as "team"."""

KINDS: dict[str, dict[str, float]] = {
    "skill": {},
    "network": {"network": 1.0, "sponsorship": 0.6, "senior": 0.4},
    "confidence": {"confidence": 1.0},
    "project": {"project": 0.6},
    "negotiation": {"negotiation": 1.0},
    "other": {},
}
"""The concepts that come with the kind of a need."""

ACCESS_STAGE = {"accepted": 1.0, "asked": 0.6, "identified": 0.0, "declined": 0.0}
ACCESS_RECENT = ((90, 0.8), (365, 0.6), (3 * 365, 0.4))
"""Days since the last contact, and how near that is. Longer ago is a dormant tie."""
ACCESS_DORMANT = 0.3
ACCESS_TAG = 0.6
NEAR_TAGS = frozenset(
    "friend friends family alumni alumnus former colleague colleagues classmate classmates "
    "teammate team neighbour neighbor club community mentor".split()
)
"""Words in a tag that say how somebody is near."""


def component_labels() -> dict[str, str]:
    """Return the words for the parts of a fit."""
    return {
        "needs": _("What you need"),
        "experience": _("Experience you look for"),
        "style": _("Values and style"),
        "access": _("How near they are"),
    }


def level_key(level: float) -> str:
    """Return ``well``, ``partly``, ``perhaps`` or ``unknown`` for a level."""
    if level >= WELL:
        return "well"
    if level >= PARTLY:
        return "partly"
    return "perhaps" if level >= PERHAPS else "unknown"


def level_words() -> dict[str, str]:
    """Return the words for how far somebody covers a need."""
    return {
        "well": _("Covers well"),
        "partly": _("Partly"),
        "perhaps": _("Perhaps"),
        "unknown": _("Not known"),
        "no": _("Does not cover"),
    }


def mark_words() -> dict[int, str]:
    """Return the words for the user's own marks."""
    return {0: _("does not cover"), 1: _("partly"), 2: _("covers well")}
