"""How the ideal mentor of the story came to be written: its versions, and who has which."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from mentorcrm.core import job_descriptions
from mentorcrm.core.demo import story
from mentorcrm.core.job_descriptions import sendings, versions

if TYPE_CHECKING:
    from mentorcrm.core.demo.told import Moment

_BEGUN = {
    "title": "Somebody who leads product teams",
    "obstacles": "1. I take work back instead of handing it over.",
    "experience": "- Led a product team",
    "style": "Asks before advising.",
    "time": "An hour every two weeks.",
    "offer": "",
    "why": "I want to be ready for a team of my own when our group splits in two.",
    "success": "- I run planning and the roadmap alone",
}
"""What it said at first, where that is another text than now."""
_STEPS: tuple[tuple[int, tuple[str, ...]], ...] = (
    (66, ("experience",)),
    (52, ("obstacles", "style")),
    (41, ("why", "title")),
    (26, ("offer", "success")),
    (13, ("time",)),
)
"""How many days ago which parts came to be as they are now."""
_FIRST_ROUND = 26
_SENT = (("accepted", 25, "in_person"), ("asked", 12, "email"))
"""To whom, how many days ago, by which way."""


def write(session: Session, when: Moment, goal_ids: list[int]) -> int:
    """Write the ideal mentor over some weeks and return its id."""
    parts = {**story.DESCRIPTION, **_BEGUN}
    title = parts.pop("title")
    key = job_descriptions.add(session, title, when.ago(80), goal_ids=goal_ids, **parts)
    for days, names in _STEPS:
        now = {name: story.DESCRIPTION[name] for name in names}
        job_descriptions.edit(session, key, when.ago(days), **now)
        if days == _FIRST_ROUND:
            versions.name(session, versions.newest(session, key), "First round")
    return key


def send(session: Session, when: Moment, description: int) -> None:
    """Send the versions of then to one mentor who accepted and one who was asked."""
    people = job_descriptions.detail(session, description).candidates
    for stage, days, channel in _SENT:
        card = next((one for one in people if one.stage == stage), None)
        if card is not None:
            moment = when.ago(days)
            version = _of(session, description, moment)
            sendings.record(
                session, version, card.contact_id, channel, moment, moment, candidate_id=card.id
            )


def _of(session: Session, description: int, moment: datetime) -> int:
    """Return the version that was the present one at ``moment``."""
    found = job_descriptions.history.outline(session, description)
    return next(version.id for version in found if version.updated_at <= moment)
