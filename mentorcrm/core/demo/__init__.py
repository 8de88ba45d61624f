"""A believable network and pipeline of invented people, the same for the same seed.

``fill`` is one step of the user's, so the sample can be removed by one undo.
"""

from __future__ import annotations

import random
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from mentorcrm.core.database import Database
from mentorcrm.core.demo import crowd, story, told
from mentorcrm.core.demo.exports import NAME as EXPORT_NAME
from mentorcrm.core.demo.lived import copy_lived_in
from mentorcrm.core.i18n import _
from mentorcrm.core.progress import Progress

__all__ = ["EXPORT_NAME", "copy_lived_in", "fill"]

_USUAL_CARDS = 28
_THROUGH_FUNCTIONS = 40


def fill(
    db: Database,
    contacts: int = 200,
    seed: int = 1,
    *,
    now: datetime,
    zone: ZoneInfo | None = None,
    candidates: int | None = None,
    progress: Progress | None = None,
) -> None:
    """Add ``contacts`` people and plans; ``candidates`` of them are on the board.

    Without ``candidates`` a board of the usual size is made. The people told in full come
    first, so a small number of either gives fewer of them.
    """
    wanted = min(_USUAL_CARDS, contacts) if candidates is None else candidates
    if wanted > contacts:
        raise ValueError("more candidates than contacts")
    chance = random.Random(seed)
    when = told.Moment(now.astimezone(UTC).replace(microsecond=0), zone or ZoneInfo("UTC"))
    known = _told(contacts, wanted)
    with db.long_action(_("Add sample data")) as action:
        with action.chunk() as session:
            goal_ids, description = told.add_plans(session, when)
            cards = told.add_people(session, known, when, goal_ids, description)
        people = crowd.add_people(
            action, contacts - len(known), when, chance, progress or Progress()
        )
        more = people[: wanted - len(cards)]
        few, many = more[:_THROUGH_FUNCTIONS], more[_THROUGH_FUNCTIONS:]
        with action.chunk() as session:
            told.add_more_cards(session, few, when, goal_ids, chance)
            if people:
                told.add_reminder(session, when, people[-1])
        crowd.add_cards(action, many, when, goal_ids, chance)


def _told(contacts: int, candidates: int) -> list[story.Person]:
    """Return as many people of the story as there is room for."""
    with_cards = [person for person in story.PEOPLE if person.steps][:candidates]
    others = [person for person in story.PEOPLE if not person.steps]
    return [*with_cards, *others[: contacts - candidates]]
