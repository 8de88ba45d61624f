"""Opening, refusing, and what several writers and sudden deaths do to the file: nothing."""

from __future__ import annotations

import hashlib
import random
import shutil
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import select, text, update

from mentorcrm import core
from mentorcrm.core import driver, first_page, journal
from mentorcrm.core.cards import STAGES
from mentorcrm.core.database import Busy, Database, driver_connection
from mentorcrm.core.errors import UserError
from mentorcrm.core.schema import Contact, Goal
from tests.factories import MONDAY, ZONE, add_candidate, add_contact, add_goal


def _hashes(folder: Path) -> dict[str, str]:
    names = ("mentorcrm.db", "mentorcrm.db-wal")
    return {
        name: hashlib.sha256((folder / name).read_bytes()).hexdigest()
        for name in names
        if (folder / name).exists() and (folder / name).stat().st_size
    }


def test_new_folder_gets_a_private_current_file(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "data"
    db = Database.open(folder, now=lambda: MONDAY)
    with db.transaction("Add") as session:
        add_contact(session)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    files = [file for file in folder.iterdir() if file.is_file()]
    assert {file.name for file in files} >= {"mentorcrm.db", "mentorcrm.db-wal"}
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    db.close()


def test_every_connection_keeps_the_promises_of_durability(db: Database) -> None:
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "trusted_schema": 0,
        "secure_delete": 1,
        "mmap_size": 0,
    }
    with db.read() as session:
        found = {name: session.scalar(text(f"PRAGMA {name}")) for name in wanted}
    assert found == wanted
    assert driver.wal_is_safe(driver.module.sqlite_version_info)


@pytest.mark.parametrize(
    ("version", "safe"),
    [((3, 53, 4), True), ((3, 51, 3), True), ((3, 51, 2), False), ((3, 50, 7), True)],
)
def test_wal_is_refused_on_versions_that_lose_commits(
    version: tuple[int, int, int], safe: bool
) -> None:
    assert driver.wal_is_safe(version) is safe


def test_newer_file_is_refused_untouched(folder: Path) -> None:
    connection = driver.connect(folder / "mentorcrm.db")
    connection.execute(f"PRAGMA user_version = {driver.SCHEMA_VERSION + 1}")
    connection.close()
    before = _hashes(folder)
    with pytest.raises(UserError, match="newer MentorCRM"):
        Database.open(folder)
    assert _hashes(folder) == before


def test_file_of_another_program_is_refused_untouched(folder: Path) -> None:
    path = folder / "mentorcrm.db"
    connection = driver.connect(path)
    connection.execute("PRAGMA application_id = 7")
    connection.close()
    before = _hashes(folder)
    with pytest.raises(UserError, match="not a MentorCRM database"):
        Database.open(folder)
    assert _hashes(folder) == before


@pytest.mark.parametrize("damage", ["garbage", "cut", "zeroed"])
def test_damaged_file_is_refused_untouched_and_a_backup_is_named(damage: str, folder: Path) -> None:
    path = folder / "mentorcrm.db"
    content = bytearray(path.read_bytes())
    if damage == "garbage":
        content[:100] = b"no database" * 9 + b"!"
    elif damage == "cut":
        del content[len(content) // 2 :]
    else:
        content[4096 * 3 : 4096 * 9] = bytes(4096 * 6)
    path.write_bytes(content)
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    with pytest.raises(UserError, match="restore a backup"):
        Database.open(folder)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before


@pytest.mark.parametrize("share", [1 / 50, pytest.param(1, marks=pytest.mark.soak)])
def test_mutated_files_open_clean_or_are_refused_in_words(
    share: float, folder: Path, tmp_path: Path
) -> None:
    dice = random.Random(5)
    original = (folder / "mentorcrm.db").read_bytes()
    for number in range(int(500 * share)):
        content = bytearray(original)
        for _ in range(dice.randint(1, 8)):
            content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
        other = tmp_path / f"m{number}"
        other.mkdir()
        path = other / "mentorcrm.db"
        path.write_bytes(content)
        try:
            Database.open(other).close()
        except UserError:
            assert path.read_bytes() == content
        shutil.rmtree(other)


def test_writer_that_cannot_wait_hears_that_another_one_writes(db: Database) -> None:
    with db.raw() as foreign:
        foreign.execute("BEGIN IMMEDIATE")
        with pytest.raises(Busy), db.transaction("Add", wait_ms=20) as session:
            add_contact(session)
        foreign.execute("ROLLBACK")
    with db.transaction("Add", wait_ms=20) as session:
        add_contact(session)
    assert db.undo_label() == "Add"


def test_threads_that_count_together_lose_nothing(db: Database) -> None:
    with db.transaction("Goal") as session:
        goal = add_goal(session)
        session.execute(update(Goal).values(start_value=0.0))

    def count() -> None:
        for _ in range(50):
            with db.transaction("Count") as session:
                value = session.scalar(select(Goal.start_value).where(Goal.id == goal))
                session.execute(update(Goal).values(start_value=(value or 0) + 1))

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with db.read() as session:
        assert session.scalar(select(Goal.start_value)) == 200


WRITER = """
import sys
from pathlib import Path
from mentorcrm.core.database import Database
from tests.factories import add_contact
db = Database.open(Path(sys.argv[1]), client="cli")
for number in range(int(sys.argv[3])):
    with db.transaction("Add") as session:
        add_contact(session, f"{sys.argv[2]} {number}", emails=[f"p{number}@example.org"])
    print(number, flush=True)
"""


def _writer(folder: Path, name: str, count: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", WRITER, str(folder), name, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE)


def test_processes_that_write_at_once_lose_nothing(folder: Path) -> None:
    children = [_writer(folder, f"Child{n}", 60) for n in range(3)]
    for child in children:
        child.communicate()
        assert child.returncode == 0
    db = Database.open(folder)
    with db.read() as session:
        assert session.scalar(text("SELECT count(*) FROM contact")) == 180
    db.close()


def _kill_once(folder: Path, dice: random.Random) -> None:
    """Kill a writing process at a random moment; every write it reported is there, whole."""
    child = _writer(folder, "Child", 100_000)
    assert child.stdout is not None
    wanted = dice.randint(1, 60)
    lines = [child.stdout.readline() for _ in range(wanted)]
    child.kill()
    rest, _ = child.communicate()
    acknowledged = len(lines) + rest.count(b"\n")
    db = Database.open(folder)
    with db.read() as session:
        people = session.scalar(text("SELECT count(*) FROM contact"))
        channels = session.scalar(text("SELECT count(*) FROM channel"))
        indexed = session.scalar(text("SELECT count(*) FROM search_index"))
        assert session.scalar(text("PRAGMA integrity_check")) == "ok"
    assert people is not None
    assert people >= acknowledged, "an acknowledged write was lost"
    assert (channels, indexed) == (people, 2 * people), "half a write was kept"
    db.close()


@pytest.mark.parametrize("kills", [5, pytest.param(200, marks=pytest.mark.soak)])
def test_acknowledged_writes_survive_kill_9(kills: int, folder: Path, tmp_path: Path) -> None:
    dice = random.Random(11)
    for number in range(kills):
        victim = tmp_path / f"kill{number}"
        shutil.copytree(folder, victim)
        _kill_once(victim, dice)
        shutil.rmtree(victim)


def test_first_page_equals_what_the_board_reads(db: Database) -> None:
    with db.transaction("Fill") as session:
        goal = add_goal(session, "Lead a product team")
        for number in range(40):
            add_candidate(
                session, name=f"Person {number}", stage=STAGES[number % 4], goal_ids=[goal]
            )
        core.board.move(session, [1, 5, 9], "asked", None, MONDAY, ZONE)
    page = first_page.read(db.folder)
    assert page is not None
    with db.read() as session:
        for column in page.columns:
            ids = core.board.keys(session, column.stage)
            assert [key[1] for key in column.keys] == list(ids)
            assert column.cards == core.board.cards(session, list(column.cards))


def test_first_page_of_a_missing_or_newer_file_is_none(tmp_path: Path, folder: Path) -> None:
    assert first_page.read(tmp_path) is None
    connection = driver.connect(folder / "mentorcrm.db")
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    assert first_page.read(folder) is None


def test_rolled_back_step_leaves_the_next_one_whole(db: Database) -> None:
    def failing() -> None:
        with db.transaction("Fails") as session:
            add_contact(session)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        failing()
    with db.transaction("Works") as session:
        add_contact(session, "Ada Okafor")
    with db.read() as session:
        assert list(session.scalars(select(Contact.name))) == ["Ada Okafor"]
    assert db.undo() == "Works"
    assert db.undo() is None


def test_a_closed_database_takes_no_more_writes(db: Database) -> None:
    db.close()
    with pytest.raises(UserError, match="closed"), db.transaction("Add") as session:
        add_contact(session)
    again = Database.open(db.folder, now=lambda: MONDAY)
    assert again.undo_label() is None
    again.close()


def test_erasing_and_pruning_leave_a_running_import_whole(db: Database) -> None:
    with db.transaction("Add") as session:
        person = add_contact(session, "Ruth Adeyemi")
    with db.long_action("Import a file") as action:
        with action.chunk() as session:
            session.execute(update(Contact).values(company="Solace"))
            add_contact(session, "Mei Tanaka")
        with db.transaction(None) as session:
            db.erase(session, "contact", [person])
            journal.prune(driver_connection(session), keep=0)
    assert db.undo() == ""
    with db.read() as session:
        assert session.scalars(select(Contact.name)).all() == []


def test_pruning_keeps_the_last_steps_undoable(db: Database) -> None:
    for number in range(6):
        with db.transaction(f"Add {number}") as session:
            add_contact(session, f"Person {number}")
    db.undo()
    with db.transaction(None) as session:
        journal.prune(driver_connection(session), keep=3)
    assert db.redo() == "Add 5"
    undone = [db.undo() for _step in range(4)]
    assert undone == ["Add 5", "Add 4", "Add 3", None]


def test_file_replaced_while_it_is_open_is_not_written_to(db: Database, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    shutil.copyfile(db.path, copy)
    copy.replace(db.path)
    before = _hashes(db.folder)[db.path.name]
    with (
        pytest.raises(UserError, match="was moved or replaced"),
        db.transaction("Add Ruth") as session,
    ):
        add_contact(session, "Ruth Adeyemi")
    assert _hashes(db.folder)[db.path.name] == before
