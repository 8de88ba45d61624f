"""Where a card stands in its column: a number between those of its neighbours.

A drop gives the moved cards numbers between the two cards they fall between. When there is no
room left between these, the cards around are spread out again in the same transaction: a few
dozen, and more only when that gives no room, so that a drop costs the same on every board.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache

from sqlalchemy import Float, Integer, Select, bindparam, select, tuple_, update
from sqlalchemy.orm import Session

from mentorcrm.core.board.filters import ON_BOARD
from mentorcrm.core.errors import NotFound
from mentorcrm.core.i18n import _
from mentorcrm.core.schema import Candidate

GAP = 1024.0
_LEAST_STEP = 1e-6
_WINDOW = 32

Place = tuple[float, int]


def neighbours(
    session: Session, stage: str, before_id: int | None, moved: Collection[int]
) -> tuple[Place | None, Place | None]:
    """Return the places the moved cards come between: the last before, the first after.

    ``before_id`` None is the end of the column; moved cards do not count as neighbours.
    """
    if before_id is None:
        return _first(_keys(session, stage, None, len(moved) + 1, back=True), moved), None
    row = session.execute(
        select(Candidate.rank, Candidate.id).where(
            Candidate.id == before_id, Candidate.stage == stage, ON_BOARD
        )
    ).one_or_none()
    if row is None:
        raise NotFound(_("The card to put it before is no longer in that column."))
    here: Place | None = (row[0], row[1])
    after = here
    if before_id in moved:
        after = _first(_keys(session, stage, here, len(moved) + 1, back=False), moved)
    before = _first(_keys(session, stage, after, len(moved) + 1, back=True), moved)
    return before, after


def ranks_between(
    session: Session,
    stage: str,
    before: Place | None,
    after: Place | None,
    moved: Sequence[int],
) -> list[float]:
    """Return ascending ranks for the moved cards, making room for them where there is none."""
    count = len(moved)
    if before is None and after is None:
        return [GAP * (place + 1) for place in range(count)]
    if after is None:
        assert before is not None
        return [before[0] + GAP * (place + 1) for place in range(count)]
    if before is None:
        return [after[0] - GAP * (count - place) for place in range(count)]
    step = (after[0] - before[0]) / (count + 1)
    if step < _LEAST_STEP:
        return _make_room(session, stage, after, moved)
    return [before[0] + step * (place + 1) for place in range(count)]


def _make_room(session: Session, stage: str, after: Place, moved: Sequence[int]) -> list[float]:
    """Spread the cards around ``after`` and return the ranks left free before it."""
    width = _WINDOW
    while True:
        left = _keys(session, stage, after, width, back=True)[::-1]
        right = _keys(session, stage, after, width, back=False)
        low = left.pop(0)[0] if len(left) == width else None
        high = right.pop()[0] if len(right) == width else None
        before_ids = [card for _rank, card in left if card not in moved]
        after_ids = [card for _rank, card in right if card not in moved]
        slots = len(before_ids) + len(moved) + len(after_ids)
        ranks = _spread(low, high, slots)
        if ranks is not None:
            break
        width *= 8
    free = slice(len(before_ids), len(before_ids) + len(moved))
    kept = ranks[: free.start] + ranks[free.stop :]
    write_ranks(session, dict(zip(before_ids + after_ids, kept, strict=True)))
    return ranks[free]


def _spread(low: float | None, high: float | None, slots: int) -> list[float] | None:
    """Return evenly spaced ranks between two bounds (None: open), None when there is no room."""
    if low is None or high is None:
        start = low if low is not None else (high or 0.0) - GAP * (slots + 1)
        return [start + GAP * (place + 1) for place in range(slots)]
    step = (high - low) / (slots + 1)
    if step < _LEAST_STEP * 1024:
        return None
    return [low + step * (place + 1) for place in range(slots)]


def write_ranks(session: Session, ranks: dict[int, float]) -> None:
    """Store the ranks, by id."""
    if not ranks:
        return
    statement = (
        update(Candidate).where(Candidate.id == bindparam("card")).values(rank=bindparam("place"))
    )
    values = [{"card": card, "place": rank} for card, rank in ranks.items()]
    session.connection().execute(statement, values)


def _keys(session: Session, stage: str, at: Place | None, limit: int, *, back: bool) -> list[Place]:
    """Return places before ``at`` going back, or from ``at`` on; None is the end."""
    values: dict[str, object] = {"stage": stage, "limit": limit}
    if at is not None:
        values |= {"rank": at[0], "card": at[1]}
    rows = session.execute(_keys_statement(back, at is not None), values)
    return [(row[0], row[1]) for row in rows]


@cache
def _keys_statement(back: bool, has_place: bool) -> Select[float, int]:
    place = tuple_(Candidate.rank, Candidate.id)
    order = (Candidate.rank.desc(), Candidate.id.desc()) if back else (Candidate.rank, Candidate.id)
    statement = (
        select(Candidate.rank, Candidate.id)
        .where(Candidate.stage == bindparam("stage"), ON_BOARD)
        .order_by(*order)
        .limit(bindparam("limit", type_=Integer))
    )
    if not has_place:
        return statement
    at = tuple_(bindparam("rank", type_=Float), bindparam("card", type_=Integer))
    return statement.where(place < at if back else place >= at)


def _first(places: list[Place], moved: Collection[int]) -> Place | None:
    return next((place for place in places if place[1] not in moved), None)
