from __future__ import annotations

import os
import pty
import signal
import stat
import subprocess
import sys

import pytest

from mentorcrm import core
from mentorcrm.cli import guard
from mentorcrm.core import failures
from mentorcrm.core.errors import Cancelled, UserError
from tests import linkedin_files
from tests.cli.conftest import ROOT, run
from tests.conftest import MONDAY

CANARY = "Ruth Adeyemi secret note"


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["contacts", "show", "99999"], "person"),
        (["candidates", "add", "99999"], "person"),
        (["candidates", "add", "2"], "board"),
        (["candidates", "add", "40", "--goal", "no such goal"], "no such goal"),
        (["candidates", "move", "99999", "asked"], "board"),
        (["imports", "undo", "99999"], "import"),
        (["import", "no-such-file.csv"], "no-such-file.csv"),
        (["import", "."], "."),
        (["export", "people.xyz"], ".csv, .vcf"),
        (["export", "people"], ".csv, .vcf"),
        (["export", "no-such-folder/people.csv"], "no-such-folder"),
        (["export", "people.vcf", "--excel"], ".csv"),
        (["restore", "no-such-backup.db"], "no-such-backup.db"),
        (["restore", "README.md"], "README.md"),
        (["redo"], "nothing to redo"),
    ],
)
def test_input_at_fault_is_said_in_one_line(inside, sample, arguments, word):
    before = (sample / "mentorcrm.db").read_bytes()
    inside(*arguments).refused(word)
    assert (sample / "mentorcrm.db").read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["no-such-command"],
        ["contacts", "--no-such-option"],
        ["contacts", "show"],
        ["contacts", "show", "abc"],
        ["contacts", "show", "0"],
        ["contacts", "show", "99999999999999999999"],
        ["candidates", "move", "1", "somewhere"],
        ["candidates", "--stage", "lost"],
        ["import"],
        ["import", "a.csv", "--map", "no equals sign"],
        ["export"],
        ["export", "a.csv", "--what", "everything"],
        ["demo", "--contacts", "-1"],
        ["restore"],
        ["--data", "", "contacts"],
    ],
)
def test_wrong_usage_gives_two(inside, arguments):
    outcome = inside(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert "usage: mentorcrm" in outcome.err
    assert "Traceback" not in outcome.err


def test_half_characters_are_wrong_usage(sample):
    done = subprocess.run(
        [sys.executable, "-m", "mentorcrm", "--data", sample, "contacts", "--search", b"\xff"],
        capture_output=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert done.returncode == 2


@pytest.mark.parametrize("damage", ["garbage", "folder", "truncated", "foreign"])
def test_damaged_data_is_refused_and_left_alone(inside, sample, damage):
    path = sample / "mentorcrm.db"
    whole = path.read_bytes()
    if damage == "folder":
        path.unlink()
        path.mkdir()
    else:
        path.write_bytes(
            {"garbage": b"x" * 9000, "truncated": whole[:20_000]}.get(damage, b"PK" * 50)
        )
    before = None if damage == "folder" else path.read_bytes()
    inside("contacts").refused("mentorcrm.db")
    assert before is None or path.read_bytes() == before


def test_data_folder_that_is_a_file_is_refused(tmp_path):
    file = tmp_path / "file"
    file.write_text("mine")
    run("--data", file, "contacts").refused(str(file))
    run("--data", file / "below", "contacts").refused(str(file))
    assert file.read_text() == "mine"


def test_check_says_what_is_wrong(inside, sample):
    database = core.database.Database.open(sample)
    with database.raw() as connection:
        connection.execute("DELETE FROM search_index WHERE rowid % 8 = 0")
    database.close()
    outcome = inside("check")
    assert outcome.code == 1
    assert "The search index: PROBLEM" in outcome.out
    assert "texts cannot be found" in outcome.out
    assert "mentorcrm restore FILE" in outcome.err


def test_restore_is_refused_while_the_data_is_open(mentorcrm, sample, tmp_path):
    file = tmp_path / "backup.db"
    mentorcrm("backup", file).ok()
    database = core.database.Database.open(sample)
    try:
        mentorcrm("restore", file).refused("Close it")
    finally:
        database.close()
    mentorcrm("restore", file).ok()


def test_bug_gives_three_and_a_log_without_names(tmp_path):
    script = (
        "import sys; from mentorcrm import __main__; from mentorcrm.cli import main\n"
        f"def broken(args, folder): raise RuntimeError({CANARY!r})\n"
        "main.COMMANDS['goals', None] = broken\n"
        f"sys.exit(__main__.main(['--data', {str(tmp_path / 'data')!r}, 'goals']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
        text=True,
    )
    log = tmp_path / "data" / "mentorcrm.log"
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.count("\n") == 1
    assert str(log) in done.stderr
    text = log.read_text()
    assert "builtins.RuntimeError" in text
    assert "in broken" in text
    assert CANARY not in text + done.stderr
    assert str(ROOT) not in text
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (UserError("Say this."), guard.INPUT, "mentorcrm: Say this.\n"),
        (Cancelled(), guard.INTERRUPTED, "taken back"),
        (KeyboardInterrupt(), guard.INTERRUPTED, "taken back"),
        (ValueError(CANARY), guard.BUG, "mentorcrm.log"),
    ],
)
def test_every_outcome_has_its_code(tmp_path, capsys, error, code, said):
    def command():
        raise error

    assert guard.guarded(command, tmp_path) == code
    err = capsys.readouterr().err
    assert said in err
    assert CANARY not in err


def test_log_keeps_the_chain_of_causes(tmp_path):
    try:
        try:
            raise KeyError(CANARY)
        except KeyError as error:
            raise ValueError(CANARY) from error
    except ValueError as error:
        path = failures.record(error, tmp_path, MONDAY)
        failures.record(error, tmp_path, MONDAY)
    text = path.read_text()
    assert text.count("builtins.KeyError") == text.count("builtins.ValueError") == 2
    assert CANARY not in text


def test_interrupted_import_leaves_nothing(empty, tmp_path):
    rows = linkedin_files.modern(linkedin_files.people(20_000))
    file = linkedin_files.write(tmp_path / "big.csv", rows)
    empty("contacts").ok()
    ours, theirs = pty.openpty()  # progress is shown to terminals only
    command = [sys.executable, "-m", "mentorcrm", "--data", tmp_path / "new", "import", file]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=theirs, env=os.environ | {"PYTHONPATH": str(ROOT)}
    ) as child:
        os.close(theirs)
        shown = b""
        while b"%" not in shown:
            shown += os.read(ours, 1024)
        child.send_signal(signal.SIGINT)
        assert child.wait(60) == guard.INTERRUPTED
    os.close(ours)
    assert empty("contacts", "--json").document == []
    empty("undo").refused("nothing to undo")
