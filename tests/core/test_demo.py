from __future__ import annotations

import re
import time

import pytest

from mentorcrm import core
from mentorcrm.core.database import Database
from mentorcrm.core.demo import names, story
from tests.conftest import MONDAY, ZONE

TABLES = (
    *("contact", "channel", "tag", "contact_tag", "goal", "obstacle", "need"),
    *("job_description", "candidate", "candidate_goal", "activity", "reminder"),
)


def tables(db: Database) -> dict[str, list[tuple[object, ...]]]:
    with db.raw() as connection:
        return {
            name: connection.execute(f"SELECT * FROM {name} ORDER BY id").fetchall()
            for name in TABLES
        }


def fill(db: Database, contacts: int = 120, **options: object) -> None:
    core.demo.fill(db, contacts, now=MONDAY, zone=ZONE, **options)


@pytest.fixture
def demo(db):
    fill(db)
    return db


def test_network_has_the_people_asked_for(demo, read):
    assert read(core.contacts.count) == 120
    found = tables(demo)["contact"]
    assert len({row[1] for row in found}) == 120


def test_board_shows_the_story(demo, read):
    counts = read(core.board.counts)
    assert sum(counts.values()) == 28
    assert all(counts[stage] >= 2 for stage in core.board.STAGES)
    by_name = {row.name: row for row in read(core.board.candidates)}
    assert {person.name for person in story.PEOPLE if person.steps} <= set(by_name)
    ruth = by_name["Ruth Adeyemi"]
    assert (ruth.position, ruth.company, ruth.stage) == ("Director of Product", "Solace", "asked")
    assert ruth.next_step == "Send one-page brief"
    assert ruth.job_description == story.DESCRIPTION["title"]
    moves = [e for e in read(core.activities.timeline, ruth.contact_id, 50) if e.to_stage]
    assert [entry.to_stage for entry in moves] == ["asked"]


def test_plans_are_whole(demo, read):
    goals = read(core.goals.goals)
    assert goals[0].title == "Lead a product team by December"
    assert goals[0].due_on is not None
    assert goals[0].due_on.month == 12
    detail = read(core.goals.detail, goals[0].id)
    assert len(detail.obstacles) == 3
    assert len(detail.needs) >= 3
    description = read(core.job_descriptions.descriptions)[0]
    assert description.written == 8
    assert "because" in story.DESCRIPTION["why"] or "want" in story.DESCRIPTION["why"]


def test_something_is_ready_and_something_is_to_come(demo, read):
    ready = [row.name for row in read(core.reminders.due, MONDAY)]
    assert "Carlos Prieto" in ready
    assert len(ready) <= 8
    assert len(read(core.reminders.upcoming, MONDAY)) >= 5


def test_nothing_happens_ahead_of_now(demo):
    with demo.raw() as connection:
        for table, column in (("activity", "happened_at"), ("candidate", "stage_changed_at")):
            last = connection.execute(f"SELECT max({column}) FROM {table}").fetchone()[0]
            assert last <= "2026-11-23T09:00:00Z"
        rows = connection.execute("SELECT created_at, updated_at FROM contact").fetchall()
    assert all(created <= updated for created, updated in rows)


def test_addresses_are_examples(demo):
    with demo.raw() as connection:
        values = connection.execute("SELECT kind, value FROM channel").fetchall()
    for kind, value in values:
        if kind == "phone":
            assert re.fullmatch(r"\+44 7700 900\d{3}", value)
        else:
            host = value.partition("://")[2].partition("/")[0] or value.rpartition("@")[2]
            assert host.endswith(".example")


def test_same_seed_gives_the_same_people(db, tmp_path):
    fill(db, seed=7)
    other = Database.open(tmp_path / "other", now=lambda: MONDAY)
    third = Database.open(tmp_path / "third", now=lambda: MONDAY)
    try:
        fill(other, seed=7)
        fill(third, seed=8)
        assert tables(db) == tables(other)
        assert tables(db) != tables(third)
    finally:
        other.close()
        third.close()


def test_sample_is_searchable_and_sound(demo, read):
    assert read(core.search.contact_ids, "adeyemi")
    assert all(finding.sound for finding in core.checkup.check(demo))


def test_sample_goes_with_one_undo(demo):
    assert demo.undo_label() == "Add sample data"
    demo.undo()
    assert all(not rows for rows in tables(demo).values())
    assert demo.undo_label() is None


@pytest.mark.parametrize(("contacts", "cards"), [(0, 0), (1, 1), (5, 5), (12, 12)])
def test_small_numbers_give_fewer_of_the_story(db, read, contacts, cards):
    fill(db, contacts)
    assert read(core.contacts.count) == contacts
    assert sum(read(core.board.counts).values()) == cards


def test_board_of_any_size_can_be_asked_for(db, read):
    fill(db, 600, candidates=500)
    assert sum(read(core.board.counts).values()) == 500
    assert all(finding.sound for finding in core.checkup.check(db))
    with pytest.raises(ValueError, match="more candidates"):
        fill(db, 5, candidates=6)


def test_names_never_repeat():
    import random
    from itertools import islice

    found = [
        f"{given} {family}"
        for given, family, _city in islice(names.people(random.Random(1)), 20_000)
    ]
    assert len(set(found)) == len(found)


@pytest.mark.bench
def test_hundred_thousand_people_in_seconds(db):
    begin = time.perf_counter()
    fill(db, 100_000, candidates=1_000)
    print(f"100,000 people, 1,000 cards: {time.perf_counter() - begin:.1f} s")
