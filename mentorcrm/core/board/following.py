"""Where cards are after a change, found in one read for all columns."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorcrm.core.board.filters import NAMED_IDS, conditions, named, sort_value, source
from mentorcrm.core.board.reads import cards
from mentorcrm.core.cards import BoardFilter, Card, Key
from mentorcrm.core.ids import among
from mentorcrm.core.schema import Candidate, Reminder

_OF_PEOPLE = select(Candidate.id).where(Candidate.contact_id.in_(NAMED_IDS))
_OF_REMINDERS = select(Reminder.candidate_id).where(Reminder.id.in_(NAMED_IDS))


@dataclass(frozen=True, slots=True)
class Followed:
    """The cards a change was about: where each is now, and what it says."""

    ids: frozenset[int]
    complete: bool
    """False when a reminder is gone, so that nobody knows whose it was."""
    keys: Mapping[str, list[Key]] = field(default_factory=dict)
    """By stage, ``(sort value, id)`` of those that are shown, in order."""
    cards: Mapping[int, Card] = field(default_factory=dict)


def follow(
    session: Session,
    ids: Collection[int],
    contact_ids: Collection[int],
    reminder_ids: Collection[int],
    chosen: BoardFilter,
    sorts: Mapping[str, str],
) -> Followed:
    """Return the candidates named, and those the contacts are and the reminders are about."""
    found, complete = _about(session, ids, contact_ids, reminder_ids)
    keys: dict[str, list[Key]] = {}
    for sort in dict.fromkeys(sorts.values()):
        value = sort_value(sort)
        statement = (
            select(Candidate.stage, value, Candidate.id)
            .select_from(source(sort))
            .where(*conditions(None, chosen), Candidate.id.in_(among(found)))
        )
        for stage, place, card in session.execute(statement):
            if sorts.get(stage) == sort:
                keys.setdefault(stage, []).append((place, card))
    for column in keys.values():
        column.sort()
    return Followed(frozenset(found), complete, keys, cards(session, sorted(found)))


def _about(
    session: Session,
    ids: Collection[int],
    contact_ids: Collection[int],
    reminder_ids: Collection[int],
) -> tuple[set[int], bool]:
    found, complete = set(ids), True
    if contact_ids:
        found.update(session.execute(_OF_PEOPLE, named(contact_ids)).scalars())
    if reminder_ids:
        about = session.execute(_OF_REMINDERS, named(reminder_ids)).scalars().all()
        complete = len(about) == len(reminder_ids)
        found.update(each for each in about if each is not None)
    return found, complete
