"""Moving cards: their place, their stage, and everything that a new stage brings with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, func, insert, select, tuple_, update
from sqlalchemy.orm import Session

from mentorcrm.core import reminders
from mentorcrm.core.board.filters import NAMED_IDS, ON_BOARD, named
from mentorcrm.core.board.ranks import Place, neighbours, ranks_between
from mentorcrm.core.errors import NotFound, UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.schema import (
    STAGES,
    SUB_STATES,
    Activity,
    Candidate,
    Contact,
    Reminder,
)


@dataclass(frozen=True, slots=True)
class MoveResult:
    """What a move did: nothing at all when every card was there already."""

    stage: str
    moved: tuple[int, ...] = ()
    """Cards that have a new place, in their new order."""
    changed_stage: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    """Whose cards were moved, in the order of ``moved``."""
    follow_up_at: datetime | None = None
    """When the (first) follow-up planned by this move is due."""


_MOVED = (
    select(Candidate.id, Contact.id, Contact.name, Candidate.stage, Candidate.rank)
    .join(Contact, Contact.id == Candidate.contact_id)
    .where(Candidate.id.in_(NAMED_IDS), ON_BOARD)
)


class _Card(NamedTuple):
    id: int
    contact_id: int
    name: str
    stage: str
    rank: float


def move(
    session: Session,
    candidate_ids: Sequence[int],
    stage: str,
    before_id: int | None,
    now: datetime,
    zone: ZoneInfo,
    *,
    follow_up_days: int = 7,
    follow_up_time: str = "09:00",
) -> MoveResult:
    """Put the cards into a stage, in the order given, before a card or (None) at the end.

    A new stage sets its first sub-state and writes the timeline; into Asked it also sets the
    follow-up, out of Asked it closes it.
    """
    check_stage(stage)
    cards = _on_board(session, list(dict.fromkeys(candidate_ids)))
    ids = [card.id for card in cards]
    before, after = neighbours(session, stage, before_id, frozenset(ids))
    if not ids or _already_there(session, cards, stage, before, after):
        return MoveResult(stage)
    ranks = ranks_between(session, stage, before, after, ids)
    _store(session, cards, ranks, stage, now)
    changed = [card for card in cards if card.stage != stage]
    _enter_stage(session, changed, stage, now)
    planned = None
    if changed and stage == "asked":
        planned = _plan(session, changed, now, zone, days=follow_up_days, at=follow_up_time)
    return MoveResult(
        stage,
        moved=tuple(ids),
        changed_stage=tuple(card.id for card in changed),
        names=tuple(card.name for card in cards),
        follow_up_at=planned,
    )


def check_stage(stage: str) -> None:
    """Raise UserError unless ``stage`` is one of the four."""
    if stage not in STAGES:
        known = ", ".join(STAGES)
        raise UserError(
            _("There is no stage “{stage}”. Choose one of: {known}.").format(
                stage=stage, known=known
            )
        )


def _on_board(session: Session, ids: list[int]) -> list[_Card]:
    found = {row[0]: _Card(*row) for row in session.execute(_MOVED, named(ids))}
    if len(found) < len(ids):
        raise NotFound(_("This mentor is no longer on the board."))
    return [found[each] for each in ids]


def _already_there(
    session: Session,
    cards: list[_Card],
    stage: str,
    before: Place | None,
    after: Place | None,
) -> bool:
    """Tell whether the cards stand together, in order, between these neighbours."""
    places = [(card.rank, card.id) for card in cards]
    if any(card.stage != stage for card in cards) or places != sorted(places):
        return False
    if (before and places[0] < before) or (after and places[-1] > after):
        return False
    place = tuple_(Candidate.rank, Candidate.id)
    between = select(func.count()).where(
        Candidate.stage == stage, ON_BOARD, place >= places[0], place <= places[-1]
    )
    return session.execute(between).scalar_one() == len(cards)


def _store(
    session: Session, cards: list[_Card], ranks: list[float], stage: str, now: datetime
) -> None:
    write = update(Candidate).where(Candidate.id == bindparam("card"))
    stays: list[dict[str, object]] = []
    changes: list[dict[str, object]] = []
    for card, rank in zip(cards, ranks, strict=True):
        (stays if card.stage == stage else changes).append({"card": card.id, "place": rank})
    if stays:
        session.connection().execute(write.values(rank=bindparam("place")), stays)
    if changes:
        values: dict[str, object] = {
            "rank": bindparam("place"),
            "stage": stage,
            "sub_state": SUB_STATES[stage][0],
            "stage_changed_at": now,
            "updated_at": now,
        }
        if stage == "asked":
            values["asked_at"] = now
        session.connection().execute(write.values(**values), changes)


def _enter_stage(session: Session, cards: list[_Card], stage: str, now: datetime) -> None:
    """Write the timeline of cards new in a stage, and close the follow-ups of those asked."""
    if not cards:
        return
    session.connection().execute(
        insert(Activity),
        [
            {
                "contact_id": card.contact_id,
                "candidate_id": card.id,
                "kind": "stage_move",
                "happened_at": now,
                "title": "",
                "body": "",
                "from_stage": card.stage,
                "to_stage": stage,
                "created_at": now,
                "updated_at": now,
            }
            for card in cards
        ],
    )
    touch = update(Contact).where(Contact.id == bindparam("person"))
    people = [{"person": each} for each in dict.fromkeys(card.contact_id for card in cards)]
    session.connection().execute(touch.values(updated_at=now), people)
    left = [card.id for card in cards if card.stage == "asked"]
    if left:
        reminders.close_follow_up(session, left, now)


def _plan(
    session: Session,
    cards: Sequence[_Card],
    now: datetime,
    zone: ZoneInfo,
    *,
    days: int,
    at: str,
) -> datetime:
    """Set the follow-up of each card that was asked; return when the first is due."""
    planned = [
        reminders.plan_follow_up(session, card.id, now, zone, days=days, at=at) for card in cards
    ]
    return session.get_one(Reminder, planned[0]).due_at
