"""Reminders: planned, put off, done, and shown once whatever the clock does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings as hypothesis_settings, strategies as st
from sqlalchemy import delete

from mentorcrm import core
from mentorcrm.core import moments, reminders
from mentorcrm.core.errors import NotFound, UserError
from tests.core.test_moments import ZONES
from tests.factories import add_candidate, add_contact

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from mentorcrm.core.database import Database

ALWAYS = reminders.NotifyRules(quiet_from="00:00", quiet_until="00:00", per_day=10**6)


@pytest.fixture
def session(db: Database) -> Iterator[Session]:
    with db.transaction("Test") as open_session:
        yield open_session


def _at(session: Session, moment: datetime, zone: ZoneInfo, title: str = "Call") -> int:
    local = moments.local_at(moment, zone)
    return reminders.add(session, title, local, zone, moment - timedelta(days=1))


def test_follow_up_is_planned_a_week_on_at_nine(
    session: Session, now: datetime, zone: ZoneInfo
) -> None:
    card = add_candidate(session, name="Ruth Adeyemi")
    reminder = reminders.plan_follow_up(session, card, now, zone)
    row = reminders.row(session, reminder)
    assert row.local_at == "2026-11-30T09:00"
    assert row.due_at == datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
    assert row.headline == "Follow up with Ruth Adeyemi"
    assert row.candidate_id == card


@pytest.mark.parametrize("day", range(7))
def test_follow_up_never_falls_on_a_weekend(
    session: Session, now: datetime, zone: ZoneInfo, day: int
) -> None:
    card = add_candidate(session)
    reminders.plan_follow_up(session, card, now + timedelta(days=day), zone, days=3)
    row = reminders.follow_up(session, card)
    assert row is not None
    assert datetime.fromisoformat(row.local_at).weekday() < 5


def test_follow_up_planned_again_moves_the_open_one(
    session: Session, now: datetime, zone: ZoneInfo
) -> None:
    card = add_candidate(session)
    first = reminders.plan_follow_up(session, card, now, zone)
    reminders.mark_notified(session, [first])
    again = reminders.set_follow_up(session, card, datetime(2026, 12, 1, 14, 30), zone, now)
    assert again == first
    row = reminders.row(session, first)
    assert row.local_at == "2026-12-01T14:30"
    assert row.notified_at is None


def test_follow_up_can_be_taken_away(session: Session, now: datetime, zone: ZoneInfo) -> None:
    card = add_candidate(session)
    reminders.plan_follow_up(session, card, now, zone)
    assert reminders.set_follow_up(session, card, None, zone, now) is None
    assert reminders.follow_up(session, card) is None


def test_follow_up_of_a_card_that_is_gone_says_so(
    session: Session, now: datetime, zone: ZoneInfo
) -> None:
    with pytest.raises(NotFound):
        reminders.plan_follow_up(session, 4711, now, zone)


def test_due_brings_the_context_along(session: Session, now: datetime, zone: ZoneInfo) -> None:
    person = add_contact(session, "Carlos Prieto", company="Vantia", position="CTO")
    card = add_candidate(session, person)
    core.board.set_next_step(session, card, "Send the brief", now)
    core.activities.log(session, person, "note", "Old note", now - timedelta(days=9), now)
    core.activities.log(session, person, "call", "He likes short mails", now, now)
    reminders.plan_follow_up(session, card, now, zone)
    (row,) = reminders.due(session, now + timedelta(days=8))
    assert row.name == "Carlos Prieto"
    assert row.role_line == "CTO, Vantia"
    assert row.next_step == "Send the brief"
    assert row.last_note == "He likes short mails"
    assert row.last_contact_at == now


def test_due_is_ordered_by_waiting_and_excludes_what_is_to_come(
    session: Session, now: datetime, zone: ZoneInfo
) -> None:
    for hours in (2, -5, -1, 0):
        _at(session, now + timedelta(hours=hours), zone, f"{hours}")
    assert [row.title for row in reminders.due(session, now)] == ["-5", "-1", "0"]
    assert [row.title for row in reminders.upcoming(session, now)] == ["2"]
    assert reminders.upcoming(session, now, now + timedelta(hours=2)) == []
    assert reminders.count_due(session, now) == 3


def test_done_takes_it_off_the_list_and_reopen_brings_it_back(
    session: Session, now: datetime, zone: ZoneInfo
) -> None:
    reminder = _at(session, now, zone)
    reminders.done(session, [reminder], now)
    assert reminders.due(session, now) == []
    with pytest.raises(NotFound):
        reminders.done(session, [reminder], now)
    reminders.reopen(session, [reminder], now)
    assert [row.id for row in reminders.due(session, now)] == [reminder]


def test_reopen_beside_a_newer_follow_up_is_refused(
    session: Session, now: datetime, zone: ZoneInfo
) -> None:
    card = add_candidate(session)
    first = reminders.plan_follow_up(session, card, now, zone)
    reminders.done(session, [first], now)
    reminders.plan_follow_up(session, card, now, zone)
    with pytest.raises(UserError, match="newer follow-up"):
        reminders.reopen(session, [first], now)


def test_snooze_moves_the_moment_and_shows_it_again(
    session: Session, now: datetime, zone: ZoneInfo
) -> None:
    reminder = _at(session, now, zone)
    reminders.mark_notified(session, reminders.to_notify(session, now, zone, ALWAYS).ids)
    reminders.snooze(session, [reminder], moments.snoozes(now, zone)[0].local, zone, now)
    assert reminders.due(session, now) == []
    later = now + timedelta(hours=1)
    assert reminders.to_notify(session, later, zone, ALWAYS).ids == [reminder]


def test_snooze_into_the_past_is_refused(session: Session, now: datetime, zone: ZoneInfo) -> None:
    reminder = _at(session, now, zone)
    with pytest.raises(UserError, match="still to come"):
        reminders.snooze(session, [reminder], datetime(2026, 11, 23, 9, 59), zone, now)


def test_reminder_without_words_is_refused(session: Session, now: datetime, zone: ZoneInfo) -> None:
    with pytest.raises(UserError, match="what you want"):
        reminders.add(session, "  ", datetime(2026, 12, 1, 9), zone, now)


def test_archiving_pauses_and_unarchiving_brings_back(
    db: Database, write: Callable[..., Any], read: Callable[..., Any], now: datetime, zone: ZoneInfo
) -> None:
    person = write(add_contact)
    card = write(add_candidate, person)
    write(reminders.plan_follow_up, card, now, zone)
    later = now + timedelta(days=8)
    write(core.contacts.archive, [person], now)
    assert read(reminders.due, later) == []
    assert read(reminders.to_notify, later, zone, ALWAYS).ids == []
    write(core.contacts.unarchive, [person], now)
    assert len(read(reminders.due, later)) == 1


def test_snooze_survives_a_restart(db: Database, now: datetime, zone: ZoneInfo) -> None:
    with db.transaction("Add") as session:
        reminder = _at(session, now, zone)
    with db.transaction("Snooze") as session:
        reminders.snooze(session, [reminder], datetime(2026, 11, 24, 9), zone, now)
    db.close()
    again = core.database.Database.open(db.folder)
    try:
        with again.read() as session:
            assert reminders.row(session, reminder).local_at == "2026-11-24T09:00"
    finally:
        again.close()


def test_marking_as_shown_leaves_the_undo_of_the_step_possible(
    db: Database, now: datetime, zone: ZoneInfo
) -> None:
    with db.transaction("Add Ruth") as session:
        card = add_candidate(session)
    with db.transaction("Plan") as session:
        reminder = reminders.plan_follow_up(session, card, now, zone)
    with db.transaction(None) as session:
        reminders.mark_notified(session, [reminder])
    assert db.undo() == "Plan"
    with db.read() as session:
        assert reminders.follow_up(session, card) is None


# What pops up


def test_one_late_reminder_pops_up_singly(session: Session, now: datetime, zone: ZoneInfo) -> None:
    reminder = _at(session, now - timedelta(days=2), zone)
    shown = reminders.to_notify(session, now, zone)
    assert [row.id for row in shown.single] == [reminder]
    assert shown.digest == ()


def test_late_reminders_come_as_one_digest(session: Session, now: datetime, zone: ZoneInfo) -> None:
    late = [_at(session, now - timedelta(hours=hours), zone) for hours in (30, 20, 2)]
    fresh = _at(session, now, zone)
    shown = reminders.to_notify(session, now, zone)
    assert [row.id for row in shown.digest] == late
    assert [row.id for row in shown.single] == [fresh]


def test_reminders_older_than_a_week_are_listed_but_never_pop_up(
    session: Session, now: datetime, zone: ZoneInfo
) -> None:
    _at(session, now - timedelta(days=8), zone)
    assert reminders.to_notify(session, now, zone).ids == []
    assert reminders.count_due(session, now) == 1


def test_more_than_five_a_day_are_grouped(session: Session, now: datetime, zone: ZoneInfo) -> None:
    for _number in range(8):
        _at(session, now, zone)
    shown = reminders.to_notify(session, now, zone)
    assert len(shown.single) == 5
    assert len(shown.digest) == 3
    reminders.mark_notified(session, shown.ids)
    later = now + timedelta(hours=1)
    _at(session, later, zone)
    shown = reminders.to_notify(session, later, zone)
    assert (len(shown.single), len(shown.digest)) == (0, 1)


def test_quiet_hours_hold_everything_until_they_end(
    session: Session, now: datetime, zone: ZoneInfo
) -> None:
    night = now.replace(hour=22)
    reminder = _at(session, night, zone)
    assert reminders.to_notify(session, night, zone).ids == []
    morning = now + timedelta(days=1)
    assert reminders.to_notify(session, morning, zone).ids == [reminder]


def test_weekends_without_notifications_wait_for_monday(
    session: Session, now: datetime, zone: ZoneInfo
) -> None:
    rules = reminders.NotifyRules(weekends=False)
    saturday = now + timedelta(days=5)
    reminder = _at(session, saturday, zone)
    assert reminders.to_notify(session, saturday, zone, rules).ids == []
    assert reminders.to_notify(session, now + timedelta(days=7), zone, rules).ids == [reminder]


# The clock, whatever it does


def _tick(session: Session, now: datetime, zone: ZoneInfo, shown: Counter[int]) -> None:
    ids = reminders.to_notify(session, now, zone, ALWAYS).ids
    reminders.mark_notified(session, ids)
    shown.update(ids)


def _year(session: Session, step: timedelta) -> None:
    """Set two reminders a day in each zone, one when clocks change; then run the year."""
    start = datetime(2027, 12, 31, 12, tzinfo=UTC)
    wanted: dict[int, datetime] = {}
    for name in ZONES:
        zone = ZoneInfo(name)
        for half_day in range(2 * 366):
            local = datetime(2028, 1, 1, 2, 30) + timedelta(hours=12 * half_day)
            reminder = reminders.add(session, name, local, zone, start)
            wanted[reminder] = moments.resolve(local, zone)
    shown: Counter[int] = Counter()
    now, last = start, max(wanted.values()) + step
    while now < last:
        now += step
        _tick(session, now, ZoneInfo("UTC"), shown)
        fired = {reminder for reminder, due_at in wanted.items() if due_at <= now}
        assert shown.keys() == fired
    assert set(shown.values()) == {1}
    assert len(shown) == 2 * 366 * len(ZONES)


def test_each_reminder_of_a_year_in_eight_zones_fires_once(session: Session) -> None:
    _year(session, timedelta(days=1, hours=1))


@pytest.mark.soak
def test_each_reminder_of_a_year_in_eight_zones_fires_once_hour_by_hour(session: Session) -> None:
    _year(session, timedelta(hours=1))


@pytest.mark.parametrize(
    "jump",
    [
        timedelta(hours=1),
        timedelta(days=3),
        timedelta(days=400),
        timedelta(hours=-1),
        timedelta(days=-3652),
    ],
    ids=["+1 h", "+3 d", "+400 d", "-1 h", "-10 y"],
)
def test_clock_jump_misses_nothing_and_doubles_nothing(
    session: Session, now: datetime, zone: ZoneInfo, jump: timedelta
) -> None:
    made = [_at(session, now + timedelta(hours=hours), zone) for hours in range(-24, 96, 6)]
    shown: Counter[int] = Counter()
    _tick(session, now, zone, shown)
    _tick(session, now + jump, zone, shown)
    listed = {row.id for row in reminders.due(session, now + jump)}
    assert listed == {row for row in made if reminders.row(session, row).due_at <= now + jump}
    for hours in range(0, 97, 3):
        _tick(session, now + timedelta(hours=hours), zone, shown)
    assert shown == Counter(made)


@hypothesis_settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(st.integers(-200, 200), min_size=1, max_size=12),
    st.lists(st.integers(-300, 300), min_size=1, max_size=12),
)
def test_any_clock_shows_each_reminder_at_most_once_and_lists_all(
    db: Database, hours: list[int], ticks: list[int]
) -> None:
    now, zone = datetime(2026, 11, 23, 9, tzinfo=UTC), ZoneInfo("Europe/Berlin")
    with db.transaction("Property") as session:
        session.execute(delete(core.schema.Reminder))
        due_at = {_at(session, m, zone): m for m in (now + timedelta(hours=h) for h in hours)}
        shown: Counter[int] = Counter()
        moments_seen = [now + timedelta(hours=tick) for tick in ticks]
        for moment in moments_seen:
            _tick(session, moment, zone, shown)
            listed = {row.id for row in reminders.due(session, moment)}
            assert listed == {row for row, due in due_at.items() if due <= moment}
        week = timedelta(days=7)
        expected = {
            row
            for row, due in due_at.items()
            if any(due <= moment <= due + week for moment in moments_seen)
        }
        assert shown == Counter(expected)
