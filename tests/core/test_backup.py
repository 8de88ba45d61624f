"""Backups: complete, checked, private, thinned without losing the last good one."""

from __future__ import annotations

import json
import os
import random
import stat
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings as hypothesis_settings, strategies as st

from mentorcrm.core import backup, driver
from mentorcrm.core.backup.making import thin
from mentorcrm.core.backup.manifest import manifest_path
from mentorcrm.core.errors import UserError
from tests.factories import add_contact, add_network

if TYPE_CHECKING:
    from mentorcrm.core.database import Database


def _fill(db: Database, count: int) -> None:
    with db.transaction("Fill") as session:
        add_network(session, count)


def _count(path: Path, table: str = "contact") -> int:
    connection = driver.connect(path, read_only=True)
    try:
        return int(driver.scalar(connection, f"SELECT count(*) FROM {table}"))
    finally:
        connection.close()


def test_backup_holds_every_row_and_knows_them(db: Database, now: datetime) -> None:
    _fill(db, 30)
    made = backup.make(db, now=now)
    assert _count(made.path) == 30
    assert made.people == 30
    assert made.counts["contact"] == 30
    assert made.schema == driver.SCHEMA_VERSION
    assert made.made_at == now
    assert backup.available(db.folder) == [made]
    assert backup.verify(made.path) == made


def test_backup_holds_rows_that_are_only_in_the_write_ahead_log(
    db: Database, now: datetime
) -> None:
    db.forget()
    size = db.path.stat().st_size
    _fill(db, 100)
    assert db.path.stat().st_size == size, "the rows should still be in the log only"
    made = backup.before_upgrade(db.path, db.folder, now)
    assert _count(made.path) == 100
    assert made.kind == backup.UPGRADE


@pytest.fixture
def _open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("_open_umask")
def test_backup_files_are_for_their_owner_only(db: Database, now: datetime) -> None:
    made = backup.make(db, now=now)
    assert stat.S_IMODE(made.path.parent.stat().st_mode) == 0o700
    names = sorted(path.name for path in made.path.parent.iterdir())
    assert names == [made.path.name, manifest_path(made.path).name]
    for path in made.path.parent.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_backup_to_a_chosen_file_takes_its_place(
    db: Database, now: datetime, tmp_path: Path
) -> None:
    target = tmp_path / "elsewhere" / "mine.db"
    assert backup.make(db, target, now=now).path == target
    _fill(db, 3)
    backup.make(db, target, now=now)
    assert backup.verify(target).people == 3


@pytest.mark.parametrize("suffix", ["", "-wal", "-shm"])
def test_backup_never_takes_the_place_of_the_database(
    db: Database, now: datetime, suffix: str
) -> None:
    with pytest.raises(UserError, match="cannot take the place"):
        backup.make(db, db.path.with_name(db.path.name + suffix), now=now)


def test_backup_that_cannot_be_written_says_so_and_leaves_nothing(
    db: Database, now: datetime, tmp_path: Path
) -> None:
    place = tmp_path / "file"
    place.write_text("mine")
    with pytest.raises(UserError, match="could not be written"):
        backup.make(db, place / "mine.db", now=now)
    assert place.read_text() == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "file"]


def _flip(path: Path, position: int, bit: int) -> None:
    with path.open("r+b") as file:
        file.seek(position)
        byte = file.read(1)[0]
        file.seek(position)
        file.write(bytes([byte ^ (1 << bit)]))


def _undetected_flips(path: Path, flips: int) -> int:
    chance = random.Random(7)
    size = path.stat().st_size
    undetected = 0
    for _number in range(flips):
        position, bit = chance.randrange(size), chance.randrange(8)
        _flip(path, position, bit)
        try:
            backup.verify(path)
            undetected += 1
        except UserError:
            pass
        _flip(path, position, bit)
    backup.verify(path)
    return undetected


def test_backup_single_bit_flips_are_all_detected(db: Database, now: datetime) -> None:
    _fill(db, 20)
    assert _undetected_flips(backup.make(db, now=now).path, 100) == 0


@pytest.mark.soak
def test_backup_thousand_bit_flips_are_all_detected(db: Database, now: datetime) -> None:
    _fill(db, 20)
    assert _undetected_flips(backup.make(db, now=now).path, 1000) == 0


def test_backup_without_its_manifest_is_listed_as_unchecked(db: Database, now: datetime) -> None:
    made = backup.make(db, now=now)
    manifest_path(made.path).write_text("{")
    assert [each.checked for each in backup.available(db.folder)] == [False]
    assert backup.verify(made.path).counts["contact"] == 0


def test_backup_cut_short_is_listed_as_damaged(db: Database, now: datetime) -> None:
    made = backup.make(db, now=now)
    with made.path.open("r+b") as file:
        file.truncate(made.size // 2)
    assert [each.whole for each in backup.available(db.folder)] == [False]
    with pytest.raises(UserError, match="damaged"):
        backup.verify(made.path)
    assert backup.is_daily_due(db.folder, now), "a damaged backup is no backup of the day"


def _backups_while_writing(db: Database, now: datetime, number: int) -> None:
    stop = threading.Event()

    def write() -> None:
        turn = 0
        while not stop.is_set():
            with db.transaction("Write") as session:
                add_contact(session, f"Person {turn}", notes="x" * 2000)
            turn += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for turn in range(number):
            made = backup.make(db, now=now + timedelta(seconds=turn))
            assert backup.verify(made.path).counts == made.counts
    finally:
        stop.set()
        writer.join()


def test_backups_during_writes_are_valid(db: Database, now: datetime) -> None:
    _backups_while_writing(db, now, 5)


@pytest.mark.soak
def test_two_hundred_backups_during_writes_are_valid(db: Database, now: datetime) -> None:
    _backups_while_writing(db, now, 200)


def test_daily_backup_is_made_once_a_day(db: Database, now: datetime) -> None:
    assert backup.daily(db, now) is not None
    assert backup.daily(db, now + timedelta(hours=10)) is None
    assert backup.daily(db, now + timedelta(days=1)) is not None
    assert backup.daily(db, now - timedelta(days=3650)) is not None, "a clock set back"
    assert len(backup.available(db.folder)) == 3


def test_daily_backups_fourteen_are_kept_and_manual_ones_always(
    db: Database, now: datetime
) -> None:
    by_hand = backup.make(db, now=now - timedelta(days=500))
    for day in range(20):
        backup.daily(db, now + timedelta(days=day))
    left = backup.available(db.folder)
    assert len(left) == 15
    assert by_hand in left
    assert left[0].made_at == now + timedelta(days=19)
    manifests = list(backup.backups_folder(db.folder).glob("*.json"))
    assert len(manifests) == 15


def test_thinning_keeps_the_last_valid_backup(db: Database, now: datetime) -> None:
    good = backup.daily(db, now)
    assert good is not None
    for day in range(1, 4):
        made = backup.daily(db, now + timedelta(days=day * 10), kept=50)
        assert made is not None
        _flip(made.path, made.size // 2, 3)
    gone = thin(db.folder, now + timedelta(days=300), kept=1)
    left = backup.available(db.folder)
    assert good in left
    assert len(gone) == 2


MOMENTS = st.integers(0, 40 * 24).map(
    lambda hours: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=hours)
)
JUMPS = st.sampled_from([timedelta(0), timedelta(days=3650), -timedelta(days=3650)])


def _info(number: int, moment: datetime, kind: str) -> backup.BackupInfo:
    return backup.BackupInfo(Path(f"{number}.db"), moment, kind, 1, "x")


HISTORIES = {
    "history": st.lists(
        st.tuples(MOMENTS, JUMPS, st.sampled_from(["daily", "upgrade", "manual"]), st.booleans())
    ),
    "now": MOMENTS,
    "jump": JUMPS,
    "kept": st.integers(1, 20),
}


def _check_thinning(
    history: list[tuple[datetime, timedelta, str, bool]], now: datetime, jump: timedelta, kept: int
) -> None:
    backups = [
        _info(number, moment + ahead, kind)
        for number, (moment, ahead, kind, _valid) in enumerate(history)
    ]
    valid = {Path(f"{number}.db") for number, each in enumerate(history) if each[3]}
    now += jump
    going = backup.superfluous(backups, now, kept, lambda each: each.path in valid)
    left = [each for each in backups if each not in going]
    assert all(each.made_at <= now - timedelta(days=2) for each in going), "two days are kept"
    assert all(each.kind != "manual" for each in going)
    assert not valid or any(each.path in valid for each in left), "the last valid one is kept"
    automatic = {each.made_at.date() for each in backups if each.kind != "manual"}
    days_left = {each.made_at.date() for each in left if each.kind != "manual"}
    assert len(days_left) >= min(kept, len(automatic))


@hypothesis_settings(max_examples=1000, deadline=None)
@given(**HISTORIES)
def test_thinning_of_any_history_keeps_what_it_must(**drawn: Any) -> None:
    _check_thinning(**drawn)


@pytest.mark.soak
@hypothesis_settings(max_examples=10_000, deadline=None)
@given(**HISTORIES)
def test_thinning_of_ten_thousand_histories_keeps_what_it_must(**drawn: Any) -> None:
    _check_thinning(**drawn)


def test_manifest_names_what_the_backup_holds(db: Database, now: datetime) -> None:
    _fill(db, 2)
    made = backup.make(db, now=now)
    known = json.loads(manifest_path(made.path).read_text())
    assert known["made_at"] == "2026-11-23T09:00:00Z"
    assert known["sha256"] == made.sha256
    assert known["counts"]["contact"] == 2
