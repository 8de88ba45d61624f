"""The order of a column stays what the user made it, whatever the moves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings, strategies as st
from sqlalchemy import select, update

from mentorcrm import core
from mentorcrm.core.schema import STAGES, Candidate
from tests.conftest import MONDAY, ZONE
from tests.factories import add_candidate

MOVE = st.tuples(
    st.lists(st.integers(0, 7), min_size=1, max_size=4, unique=True),
    st.sampled_from(STAGES[:2]),
    st.integers(0, 8),
)


def board_of(db: Any) -> dict[str, list[int]]:
    with db.read() as session:
        return {stage: core.board.keys(session, stage) for stage in STAGES[:2]}


def expected(board: dict[str, list[int]], ids: list[int], stage: str, before: int | None) -> Any:
    """Say what a person would do with paper cards."""
    target = board[stage]
    if before is not None:
        rest = target[target.index(before) :]
        before = next((each for each in rest if each not in ids), None)
    left = {name: [each for each in column if each not in ids] for name, column in board.items()}
    place = len(left[stage]) if before is None else left[stage].index(before)
    left[stage][place:place] = ids
    return left


@given(moves=st.lists(MOVE, min_size=1, max_size=25))
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_moves_give_the_order_of_paper_cards_and_undo_gives_it_back(
    moves: Any, folder: Path, tmp_path_factory: Any
) -> None:
    place = tmp_path_factory.mktemp("ranks")
    (place / "mentorcrm.db").write_bytes((folder / "mentorcrm.db").read_bytes())
    db = core.database.Database.open(place, client="window", now=lambda: MONDAY)
    try:
        with db.transaction("Fill") as session:
            cards = [add_candidate(session, name=f"Person {n}") for n in range(8)]
            # No room between them: every move between two has to make some.
            session.execute(update(Candidate).values(rank=1.0))
        history = [board_of(db)]
        for places, stage, before_place in moves:
            ids = [cards[each] for each in places]
            column = history[-1][stage]
            before = column[before_place] if before_place < len(column) else None
            with db.transaction("Move") as session:
                result = core.board.move(session, ids, stage, before, MONDAY, ZONE)
            now_is = board_of(db)
            assert now_is == expected(history[-1], ids, stage, before)
            assert bool(result.moved) == (now_is != history[-1])
            if result.moved:
                history.append(now_is)
        for earlier in reversed(history[:-1]):
            db.undo()
            assert board_of(db) == earlier
    finally:
        db.close()


def test_a_hundred_drops_at_one_place_never_run_out_of_room(db: Any) -> None:
    with db.transaction("Fill") as session:
        cards = [add_candidate(session, name=f"Person {n}") for n in range(150)]
        first, last, rest = cards[0], cards[1], cards[2:]
    for each in rest:
        with db.transaction("Move") as session:
            core.board.move(session, [each], "identified", last, MONDAY, ZONE)
    assert board_of(db)["identified"] == [first, *rest, last]


def test_making_room_writes_only_the_cards_around(db: Any) -> None:
    with db.transaction("Fill") as session:
        cards = [add_candidate(session, name=f"Person {n}") for n in range(300)]
    with db.transaction("Squeeze") as session:
        middle = session.get(Candidate, cards[150])
        assert middle is not None
        middle.rank = session.execute(
            select(Candidate.rank).where(Candidate.id == cards[151])
        ).scalar_one()
    heard: list[Any] = []
    db.on_commit(heard.append)
    with db.transaction("Move") as session:
        core.board.move(session, [cards[0]], "identified", cards[151], MONDAY, ZONE)
    written = heard[-1].ids("candidate")
    assert 1 < len(written) < 70
    order = board_of(db)["identified"]
    assert order == [*cards[1:151], cards[0], *cards[151:]]
