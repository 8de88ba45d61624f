"""The wall clock: gaps, overlaps, weekends, quiet hours, and words that do not shame."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings as hypothesis_settings, strategies as st

from mentorcrm.core import moments
from mentorcrm.core.database import Database
from mentorcrm.core.errors import UserError
from mentorcrm.core.schema import Contact
from tests.factories import add_contact

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "America/Sao_Paulo",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "Pacific/Auckland",
    "Africa/Casablanca",
    "UTC",
)


def test_resolve_in_the_gap_gives_the_moment_after_it() -> None:
    moment = moments.resolve(datetime(2026, 3, 29, 2, 30), BERLIN)
    assert moments.local_at(moment, BERLIN) == datetime(2026, 3, 29, 3, 30)


def test_resolve_in_the_overlap_gives_the_first() -> None:
    twice = datetime(2026, 10, 25, 2, 30)
    assert moments.resolve(twice, BERLIN) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    again = moments.resolve(twice.replace(fold=1), BERLIN)
    assert again == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_resolve_refuses_a_time_with_a_zone() -> None:
    with pytest.raises(ValueError, match="no zone"):
        moments.resolve(NOW, BERLIN)


@hypothesis_settings(max_examples=500, deadline=None)
@given(st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1)), st.sampled_from(ZONES))
def test_resolve_of_any_time_shows_it_or_what_follows_the_gap(local: datetime, name: str) -> None:
    zone = ZoneInfo(name)
    local = local.replace(second=0, microsecond=0, fold=0)
    shown = moments.local_at(moments.resolve(local, zone), zone)
    assert timedelta(0) <= shown - local <= timedelta(hours=1)
    if shown != local:
        before = moments.resolve(local - timedelta(hours=2), zone)
        assert moments.resolve(local, zone) - before < timedelta(hours=3)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 27), date(2026, 11, 27)),
        (date(2026, 11, 28), date(2026, 11, 30)),
        (date(2026, 11, 29), date(2026, 11, 30)),
        (date(2026, 11, 30), date(2026, 11, 30)),
    ],
)
def test_workday_skips_the_weekend(day: date, expected: date) -> None:
    assert moments.workday(day) == expected


def test_days_on_keeps_the_wall_clock_across_a_clock_change() -> None:
    before = datetime(2026, 3, 26, 12, 0, tzinfo=UTC)
    local = moments.days_on(before, BERLIN, 7)
    assert local == datetime(2026, 4, 2, 9, 0)
    assert moments.resolve(local, BERLIN) == datetime(2026, 4, 2, 7, 0, tzinfo=UTC)


def test_snoozes_lie_ahead_in_order() -> None:
    offers = moments.snoozes(NOW, BERLIN)
    assert [offer.key for offer in offers] == ["hour", "evening", "tomorrow", "week"]
    assert offers[0].local == datetime(2026, 11, 23, 11, 0)
    assert offers[2].local == datetime(2026, 11, 24, 9, 0)
    assert offers[3].local == datetime(2026, 11, 30, 9, 0)


def test_snoozes_late_in_the_day_offer_no_evening() -> None:
    late = datetime(2026, 11, 23, 19, 0, tzinfo=UTC)
    assert [offer.key for offer in moments.snoozes(late, BERLIN)] == ["hour", "tomorrow", "week"]


@pytest.mark.parametrize("minute", range(0, 180, 15))
def test_snoozes_of_an_hour_are_an_hour_in_the_overlap(minute: int) -> None:
    now = datetime(2026, 10, 24, 23, 0, tzinfo=UTC) + timedelta(minutes=minute)
    offer = moments.snoozes(now, BERLIN)[0]
    assert moments.resolve(offer.local, BERLIN) == now + timedelta(hours=1)


@pytest.mark.parametrize(
    ("hour", "quiet"), [(6, True), (7, False), (12, False), (18, False), (19, True), (23, True)]
)
def test_is_quiet_over_midnight(hour: int, quiet: bool) -> None:
    moment = NOW.replace(hour=hour)
    assert moments.is_quiet(moment, BERLIN, "20:00", "08:00") is quiet


def test_is_quiet_within_a_day_and_never() -> None:
    assert moments.is_quiet(NOW, BERLIN, "09:00", "11:00")
    assert not moments.is_quiet(NOW, BERLIN, "11:00", "12:00")
    assert not moments.is_quiet(NOW, BERLIN, "00:00", "00:00")


def test_clock_time_of_nonsense_says_so() -> None:
    with pytest.raises(UserError, match="25:99"):
        moments.clock_time("25:99")


@pytest.mark.parametrize(
    ("ahead", "words"),
    [
        (timedelta(0), "Ready since 10:00"),
        (timedelta(hours=-1), "Ready since 09:00"),
        (timedelta(days=-1), "Ready since yesterday"),
        (timedelta(days=-3), "Ready since Fri 20 Nov"),
        (timedelta(hours=4), "Today, 14:00"),
        (timedelta(days=1), "Tomorrow, 10:00"),
        (timedelta(days=3), "Thu 26 Nov, 10:00"),
        (timedelta(days=400), "Tue 28 Dec 2027, 10:00"),
    ],
)
def test_due_words_say_when_without_reproach(ahead: timedelta, words: str) -> None:
    said = moments.due_words(NOW + ahead, NOW, BERLIN)
    assert said == words
    assert not any(word in said.lower() for word in ("late", "overdue", "missed", "forgot"))


@pytest.mark.parametrize("year", [1, 999, 1000, 9998])
def test_moment_of_any_year_can_be_stored_and_read(db: Database, year: int) -> None:
    moment = datetime(year, 6, 1, 12, 30, tzinfo=UTC)
    with db.transaction("Add") as session:
        contact_id = add_contact(session, now=moment)
    with db.read() as session:
        assert session.get_one(Contact, contact_id).created_at == moment


@pytest.mark.parametrize("local", [datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59)])
def test_moment_beyond_the_calendar_is_refused_in_words(local: datetime) -> None:
    zone = ZoneInfo("Europe/Berlin" if local.year == 1 else "America/New_York")
    with pytest.raises(UserError, match="out of range"):
        moments.resolve(local, zone)
