"""What is being typed outlives the program (G4)."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from sqlalchemy.orm import Session

from mentorcrm import core
from mentorcrm.core import drafts, goals, job_descriptions
from mentorcrm.gui.goals.page import GoalsPage
from mentorcrm.gui.job_descriptions.page import JobDescriptionsPage
from tests.gui.typing_program import LETTERS

PROGRAM = Path(__file__).with_name("typing_program.py")
ROOT = PROGRAM.parents[2]
SECONDS = 5.0


def _expected(length: int) -> str:
    return "".join(LETTERS[place % len(LETTERS)] for place in range(length))


def _type_and_kill(folder: Path, keys: int, field: str) -> tuple[dict[int, float], float]:
    """Let the program type ``keys`` keys, kill it, and return when each key was pressed."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, str(PROGRAM), str(folder), field],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        text=True,
    ) as child:
        pressed: dict[int, float] = {}
        assert child.stdout is not None
        for line in child.stdout:
            number, moment = line.split()
            pressed[int(number)] = float(moment)
            if int(number) >= keys:
                break
        child.send_signal(signal.SIGKILL)
        killed = time.monotonic()
        for line in child.stdout.read().splitlines():
            if line.count(" ") == 1:
                number, moment = line.split()
                pressed[int(number)] = float(moment)
    assert child.returncode == -signal.SIGKILL
    assert len(pressed) >= keys
    return pressed, killed


KINDS = {"why": "job_description", "statement": "goal", "difference": "need"}


def _add(session: Session, field: str, now) -> int:
    """Add the record into whose ``field`` is typed."""
    if field == "why":
        return job_descriptions.add(session, "Killed while typing", now)
    goal = goals.add(session, "Killed while typing", now)
    return goal if field == "statement" else goals.add_need(session, goal, "Practice", now)


def _stored(session: Session, field: str, record: int) -> str:
    if field == "why":
        return job_descriptions.detail(session, record).why
    if field == "statement":
        return goals.detail(session, record).statement
    (need,) = goals.detail(session, goals.goals(session)[0].id).needs
    return need.difference


def _kept(folder: Path, field: str, record: int) -> str:
    database = core.database.Database.open(folder)
    with database.read() as session:
        draft = drafts.text_of(session, KINDS[field], record, field)
        stored = _stored(session, field, record)
    database.close()
    return stored if draft is None else draft


def _age_of_lost_text(folder: Path, now, keys: int, field: str = "why") -> float:
    database = core.database.Database.open(folder)
    with database.transaction("Add") as session:
        record = _add(session, field, now)
    database.close()
    pressed, killed = _type_and_kill(folder, keys, field)
    kept = _kept(folder, field, record)
    assert kept == _expected(len(kept))
    assert kept or killed - pressed[1] < SECONDS
    lost = pressed.get(len(kept) + 1)
    return 0.0 if lost is None else killed - lost


@pytest.mark.parametrize("keys", [70, 100, 260])
def test_killed_while_typing_loses_less_than_five_seconds(folder, now, keys):
    # The last one types for longer than five seconds: without drafts it would fail.
    age = _age_of_lost_text(folder, now, keys)
    print(f"age of the oldest text lost: {age:.2f} s")
    assert age <= SECONDS


@pytest.mark.parametrize("field", ["statement", "difference"])
def test_killed_while_writing_a_goal_loses_less_than_five_seconds(folder, now, field):
    age = _age_of_lost_text(folder, now, 240, field)
    print(f"age of the oldest text lost: {age:.2f} s")
    assert age <= SECONDS


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(50))
def test_killed_while_typing_fifty_times(folder, now, seed):
    keys = random.Random(seed).randint(10, 400)
    assert _age_of_lost_text(folder, now, keys) <= SECONDS


def test_draft_left_by_a_crash_is_restored_told_and_can_be_undone(app, qtbot, write, read, now):
    description = write(job_descriptions.add, "A product lead", now, why="Old why")
    app.system(drafts.save, "job_description", description, "why", "Old why, and more", now)
    app.system(drafts.save, "job_description", description, "offer", "Statistics", now)
    page = JobDescriptionsPage(app)
    qtbot.addWidget(page)
    page.show()
    assert page.editor.sections["why"].editor.text() == "Old why, and more"
    assert page.editor.sections["offer"].editor.text() == "Statistics"
    text, actions = app.notices.toasts[-1]
    assert text == "Restored text you were typing"
    assert read(drafts.text_of, "job_description", description, "why") is None
    assert read(job_descriptions.detail, description).why == "Old why, and more"
    actions[0][1]()
    found = read(job_descriptions.detail, description)
    assert (found.why, found.offer) == ("Old why", "")
    assert page.editor.sections["why"].editor.text() == "Old why"


def test_draft_is_kept_while_typing_and_gone_when_saved(app, qtbot, write, read, now):
    goal = write(goals.add, "Lead a product team", now)
    page = GoalsPage(app)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    field = page.editor.writing.guided.specific
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)

    def typing_goes_on() -> bool:
        qtbot.keyClicks(field, "x")
        return read(drafts.text_of, "goal", goal, "specific") is not None

    qtbot.waitUntil(typing_goes_on, timeout=5000)
    assert read(goals.detail, goal).specific == ""
    field.clearFocus()
    assert read(drafts.text_of, "goal", goal, "specific") is None
    assert read(goals.detail, goal).specific == field.text()


def test_draft_equal_to_what_is_stored_is_dropped_in_silence(app, qtbot, write, read, now):
    goal = write(goals.add, "Lead a product team", now, specific="Same")
    app.system(drafts.save, "goal", goal, "specific", "Same", now)
    page = GoalsPage(app)
    qtbot.addWidget(page)
    page.show()
    assert app.notices.toasts == []
    assert app.db.undo_label() == "Test"
    assert read(drafts.text_of, "goal", goal, "specific") is None


def test_blank_draft_of_a_title_is_not_restored(app, qtbot, write, read, now):
    goal = write(goals.add, "Lead a product team", now)
    app.system(drafts.save, "goal", goal, "title", "  ", now)
    page = GoalsPage(app)
    qtbot.addWidget(page)
    page.show()
    assert read(goals.detail, goal).title == "Lead a product team"
    assert app.notices.errors == []


def test_line_typed_but_not_entered_is_there_again_after_a_crash(app, qtbot, write, read, now):
    goal = write(goals.add, "Lead a product team", now)
    page = GoalsPage(app)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.editor.show_part("obstacles")
    new = page.editor.obstacles.new
    new.setFocus()
    qtbot.waitUntil(new.hasFocus)
    qtbot.keyClicks(new, "I never delegate")
    qtbot.waitUntil(lambda: read(drafts.text_of, "goal", goal, "new_obstacle") is not None)

    second = GoalsPage(app)
    qtbot.addWidget(second)
    assert second.editor.obstacles.new.text() == "I never delegate"
    qtbot.keyClick(new, Qt.Key.Key_Return)
    assert read(drafts.text_of, "goal", goal, "new_obstacle") is None
    assert [row.text for row in read(goals.detail, goal).obstacles] == ["I never delegate"]
