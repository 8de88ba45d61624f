"""The real program, a real mouse: drag a card, undo, redo, and read the database after each."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from mentorcrm import core
from mentorcrm.core.schema import Activity, Candidate, Reminder
from mentorcrm.core.settings import WINDOW_DETAIL, Settings
from tests.factories import add_candidate
from tests.gui.screen import Hand, screen, wait_for

pytestmark = [
    pytest.mark.needs_display,
    pytest.mark.skipif(sys.platform != "linux", reason="drives an X server"),
    pytest.mark.skipif(
        not (shutil.which("xdotool") and shutil.which("Xvfb")), reason="needs xdotool and Xvfb"
    ),
]

ROOT = Path(__file__).parents[2]


@pytest.fixture
def board(folder: Path) -> Path:
    """Return a data folder with two cards in Identified and one in Asked; no pane opens."""
    Settings.load(folder).set(WINDOW_DETAIL, False)
    db = core.database.Database.open(folder, client="test")
    with db.transaction("Fill") as session:
        add_candidate(session, name="Ada Okafor")
        add_candidate(session, name="Jonas Lindqvist")
        add_candidate(session, name="Ruth Adeyemi", stage="asked")
    db.close()
    return folder


@pytest.fixture
def own_screen(tmp_path: Path) -> Iterator[dict[str, str]]:
    with screen() as display:
        yield {
            **{key: value for key, value in os.environ.items() if key != "WAYLAND_DISPLAY"},
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONPATH": str(ROOT),
            "XDG_CONFIG_HOME": str(tmp_path / "config"),
            "LANGUAGE": "en",
        }


def places(folder: Path, tmp_path: Path, own_screen: dict[str, str]) -> dict[str, Any]:
    copy = tmp_path / "places"
    copy.mkdir()
    shutil.copy2(folder / "mentorcrm.db", copy / "mentorcrm.db")
    script = [sys.executable, str(Path(__file__).with_name("board_places.py")), str(copy)]
    done = subprocess.run(
        script, env=own_screen, capture_output=True, text=True, timeout=60, check=True
    )
    return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture
def program(board: Path, own_screen: dict[str, str], tmp_path: Path) -> Iterator[Any]:
    """Start the real program and wait until it has its window and its data."""
    log = (tmp_path / "program.log").open("w")
    command = [sys.executable, "-m", "mentorcrm", "--data", str(board)]
    process = subprocess.Popen(command, env=own_screen, stdout=log, stderr=log, cwd=tmp_path)
    hand = Hand(own_screen["DISPLAY"])
    wait_for(hand.window_is_up, "the window")
    wait_for(lambda: has_open(process.pid, "mentorcrm.db"), "the database")
    yield process
    process.send_signal(signal.SIGINT)
    process.wait(10)
    log.close()


def has_open(pid: int, name: str) -> bool:
    """Tell whether a process has a file of this name open."""
    folder = Path(f"/proc/{pid}/fd")
    for handle in folder.iterdir():
        try:
            if handle.readlink().name == name:
                return True
        except OSError:
            continue
    return False


def state(folder: Path) -> dict[str, Any]:
    """Read what the program wrote, with a database connection of our own."""
    db = core.database.Database.open(folder, client="test")
    try:
        with db.read() as session:
            card = session.execute(select(Candidate).order_by(Candidate.id)).scalars().first()
            assert card is not None
            moves = session.execute(select(Activity.to_stage)).scalars().all()
            follow_ups = session.execute(select(Reminder.done_at)).scalars().all()
            return {
                "stage": card.stage,
                "asked": card.asked_at is not None,
                "moves": list(moves),
                "follow_ups": list(follow_ups),
                "order": core.board.keys(session, "asked"),
            }
    finally:
        db.close()


def test_drag_undo_and_redo_in_the_real_program(
    board: Path, own_screen: dict[str, str], tmp_path: Path, program: Any
) -> None:
    where = places(board, tmp_path, own_screen)
    before = state(board)
    assert before["stage"] == "identified"
    hand = Hand(own_screen["DISPLAY"])
    x, y = where["asked"]
    # Let go above the middle of the first card in Asked: the card goes before it.
    hand.drag(tuple(where["identified"]), (x, y - 20))
    wait_for(lambda: state(board)["stage"] == "asked", "the card in Asked")
    moved = state(board)
    assert moved["asked"]
    assert moved["moves"] == ["asked"]
    assert moved["follow_ups"] == [None]
    assert moved["order"] == [1, 3]

    hand.press("ctrl+z")
    wait_for(lambda: state(board)["stage"] == "identified", "the undone move")
    assert state(board) == before

    hand.press("ctrl+shift+z")
    wait_for(lambda: state(board)["stage"] == "asked", "the move done again")
    assert state(board) == moved
    assert program.poll() is None


def test_drag_of_several_cards_in_the_real_program(
    board: Path, own_screen: dict[str, str], tmp_path: Path, program: Any
) -> None:
    where = places(board, tmp_path, own_screen)
    hand = Hand(own_screen["DISPLAY"])
    x, y = where["identified"]
    hand.do("mousemove", x, y, "click", 1, "keydown", "ctrl")
    hand.do("mousemove", x, y + where["row"], "click", 1, "keyup", "ctrl")
    hand.do("sleep", 0.6)  # else the press that follows would make a double click
    # By the second of them, which is selected already: the press must not deselect the first.
    below = (where["asked"][0], y + 4 * where["row"])
    hand.drag((x, y + where["row"]), below)
    wait_for(lambda: state(board)["stage"] == "asked", "the cards in Asked")
    assert state(board)["order"] == [3, 1, 2]
    hand.press("ctrl+z")
    wait_for(lambda: state(board)["order"] == [3], "both cards back in one step")
