"""Bringing a file to the newest schema beside another process that does the same."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from mentorcrm import core
from mentorcrm.core import driver, migrate
from tests import factories

STARTS = 4
_START = """
import sys
from pathlib import Path
from mentorcrm import core
from tests import factories
sys.stdin.readline()
db = core.database.Database.open(Path(sys.argv[1]), client="cli")
with db.transaction("Add") as session:
    factories.add_contact(session, "Ruth Adeyemi")
db.close()
"""


def test_upgrade_that_another_process_has_done_meanwhile_changes_nothing(db):
    with db.transaction("Add Ruth") as session:
        factories.add_contact(session, "Ruth Adeyemi")
    late = driver.connect(db.path)
    migrate.upgrade(db.path, late)
    assert driver.scalar(late, "PRAGMA foreign_keys") == 1
    assert late.execute("PRAGMA foreign_key_check").fetchall() == []
    late.close()
    assert db.undo() == "Add Ruth"


def test_processes_that_make_one_new_folder_at_once_lose_nothing(tmp_path):
    folder = tmp_path / "data"
    command = [sys.executable, "-c", _START, str(folder)]
    root = Path(core.__file__).parents[2]
    started = [
        subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
        for _number in range(STARTS)
    ]
    for process in started:
        assert process.stdin is not None
        process.stdin.write(b"\n")
        process.stdin.flush()
    said = [process.communicate(timeout=60)[1] for process in started]
    assert [process.returncode for process in started] == [0] * STARTS, said
    db = core.database.Database.open(folder)
    with db.read() as session:
        assert core.contacts.count(session, core.contacts.ContactFilter()) == STARTS
    assert [db.undo(anyone=True) for _number in range(STARTS)] == ["Add"] * STARTS
    assert db.undo(anyone=True) is None
    db.close()
