"""What the board costs: statements and plans, which do not grow with it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import event

from mentorcrm import core
from mentorcrm.core.schema import (
    STAGES,
)

# What it costs


def _many(db: Any, count: int, now: Any) -> None:
    stamp = now.strftime("%Y-%m-%dT%H:%M:%SZ")
    with db.long_action("Fill") as action, action.chunk() as session:
        people = action.insert_rows(
            session,
            "contact",
            ("name", "sort_name", "created_at", "updated_at"),
            [(f"Person {n}", f"person {n}", stamp, stamp) for n in range(count)],
        )
        action.insert_rows(
            session,
            "candidate",
            ("contact_id", "stage", "rank", "stage_changed_at", "created_at", "updated_at"),
            [
                (person, STAGES[n % 2], float(person), stamp, stamp, stamp)
                for n, person in enumerate(people)
            ],
        )


class Counter:
    """Count the statements and the rows that SQLite steps through."""

    def __init__(self, session: Any) -> None:
        self.statements: list[str] = []
        self.plans: list[str] = []
        event.listen(session.get_bind(), "before_cursor_execute", self._note)
        self._bind = session.get_bind()

    def _note(self, conn: Any, cursor: Any, statement: str, values: Any, *_rest: Any) -> None:
        self.statements.append(statement)
        many = bool(values) and isinstance(values, list)
        if not statement.startswith(("PRAGMA", "BEGIN", "INSERT")):
            plan = conn.connection.cursor()
            plan.execute(f"EXPLAIN QUERY PLAN {statement}", values[0] if many else values)
            self.plans += [row[3] for row in plan.fetchall()]

    def stop(self) -> None:
        event.remove(self._bind, "before_cursor_execute", self._note)


def _cost_of_a_move(db: Any, now: Any, zone: Any) -> Counter:
    with db.read() as session:
        first, second = (core.board.keys(session, stage) for stage in ("identified", "asked"))
    with db.transaction("Move") as session:
        counter = Counter(session)
        core.board.move(session, [first[len(first) // 2]], "asked", second[5], now, zone)
        core.board.sort_keys(session, "asked", ids=[first[len(first) // 2]])
        core.board.cards(session, second[:50])
        counter.stop()
    return counter


def test_cost_of_a_drop_does_not_grow_with_the_board(db: Any, now: Any, zone: Any) -> None:
    _many(db, 200, now)
    small = _cost_of_a_move(db, now, zone)
    _many(db, 5000, now)
    large = _cost_of_a_move(db, now, zone)
    assert len(large.statements) == len(small.statements) <= 25
    walks = [
        step
        for step in large.plans
        if step.startswith("SCAN") and "json_each" not in step and "VIRTUAL" not in step
    ]
    assert walks == []


def test_keys_of_the_whole_column_come_from_the_index_alone(db: Any, now: Any) -> None:
    _many(db, 100, now)
    with db.read() as session:
        counter = Counter(session)
        core.board.keys(session, "asked")
        counter.stop()
    assert counter.plans == ["SEARCH candidate USING COVERING INDEX ix_candidate_board (stage=?)"]
