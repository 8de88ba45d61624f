"""Who is not on the board for a goal and might be: found by the index, judged like the rest."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from sqlalchemy import select, text as sql
from sqlalchemy.orm import Session

from mentorcrm.core import goals
from mentorcrm.core.match import lexicon, weights
from mentorcrm.core.match.asking import question
from mentorcrm.core.match.judging import Judge
from mentorcrm.core.match.matrix import considered
from mentorcrm.core.match.people import people
from mentorcrm.core.match.rows import Fit, Person, Question
from mentorcrm.core.match.stems import beginnings, words
from mentorcrm.core.schema import Candidate, Need, NeedMark
from mentorcrm.core.triggers import ACTIVITY, CONTACT, TAG

_LOOKED_AT = {ACTIVITY: 150, TAG: 80, CONTACT: 150}
"""How many documents of each kind lead to people who are looked at closely.

Apart, because a tag is so short that the index would rank it before every note.
"""

_LEAST_PREFIX = 4
"""Letters from which on a form may go on: "pay" is no Paymaster."""

_FOUND = """
SELECT s.contact_id FROM search_index AS s
WHERE s.search_index MATCH :words AND s.rowid % 8 = :kind
ORDER BY s.rank, s.rowid DESC LIMIT :most
"""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody who may help with the goal, and is not on the board for it."""

    contact_id: int
    name: str
    position: str
    company: str
    fit: Fit
    needs: tuple[int, ...]
    """The needs that something speaks for, the best covered first."""


def suggestions(
    session: Session, goal_id: int, now: datetime, limit: int = 10, zone: tzinfo = UTC
) -> list[Suggestion]:
    """Return the best contacts who are not yet on the board for the goal, with reasons.

    Whoever is archived, in the trash or second degree stays out.
    """
    asked = question(session, goal_id)
    expression = _expression(asked)
    cards, _linked = considered(session, asked)
    there = {contact for contact, _stage in cards.values()}
    ids = _found(session, expression, there) | _marked(session, goal_id).difference(there)
    judge = Judge(asked, now, zone)
    fitting = [(judge.fit(person), person) for person in people(session, ids, goal_id)]
    fitting = [(fit, person) for fit, person in fitting if fit.known]
    fitting.sort(key=lambda each: (-each[0].share, each[1].sort_name, each[1].contact_id))
    return [_suggestion(fit, person) for fit, person in fitting[:limit]]


def _suggestion(fit: Fit, person: Person) -> Suggestion:
    cells = sorted(fit.cells, key=lambda cell: (-cell.level, cell.need_id))
    needs = tuple(cell.need_id for cell in cells if cell.level >= weights.PERHAPS)
    return Suggestion(person.contact_id, person.name, person.position, person.company, fit, needs)


def _expression(asked: Question) -> str:
    """Return the full-text expression that finds any word of any need."""
    wanted = {
        concept
        for need in asked.needs
        for concept, weight in need.wants.items()
        if weight >= weights.DESCRIPTION and concept != lexicon.SENIOR
    }
    spoken = {said for concept in wanted for said in lexicon.words_of(concept)}
    return " OR ".join(sorted({_searched(said) for said in spoken} - {""}))


def _searched(said: str) -> str:
    """Return the expression for a word or phrase: any form of each of its words."""
    found = []
    for word in words(said):
        forms = sorted(beginnings(word))
        found.append("(" + " OR ".join(map(_beginning, forms)) + ")")
    return "(" + " AND ".join(found) + ")" if found else ""


def _beginning(form: str) -> str:
    return f'"{form}"' + ("*" if len(form) >= _LEAST_PREFIX else "")


def _found(session: Session, expression: str, there: Collection[int]) -> set[int]:
    ids: set[int] = set()
    if not expression:
        return ids
    for kind, most in _LOOKED_AT.items():
        binds = {"words": expression, "kind": kind, "most": most + len(there)}
        ids.update(_others(session.scalars(sql(_FOUND), binds), there, most))
    return ids


def _marked(session: Session, goal_id: int) -> set[int]:
    """Return who covers a need of the goal by the user's own word."""
    query = select(NeedMark.contact_id).join(Need, Need.id == NeedMark.need_id)
    return set(session.scalars(query.where(Need.goal_id == goal_id, NeedMark.level > 0)))


def _others(found: Iterable[int], there: Collection[int], most: int) -> Iterator[int]:
    number = 0
    for contact_id in found:
        if contact_id not in there and number < most:
            number += 1
            yield contact_id


def consider(session: Session, contact_id: int, goal_id: int, now: datetime) -> int:
    """Put somebody on the board for a goal, or give their card the goal; return the card's id."""
    cards = select(Candidate.id).where(Candidate.contact_id == contact_id).order_by(Candidate.id)
    card = session.scalars(cards.limit(1)).one_or_none()
    return goals.link_person(session, goal_id, contact_id, card, now)
