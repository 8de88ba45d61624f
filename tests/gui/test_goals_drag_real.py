"""The real program, a real mouse: rank obstacles by dragging, and read the database after it."""

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

from mentorcrm import core
from mentorcrm.core.settings import WINDOW_SECTION, Settings
from tests.factories import MONDAY
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
def goals(folder: Path) -> Path:
    """Return a data folder with one goal and three obstacles, the first with a need."""
    Settings.load(folder).set(WINDOW_SECTION, "goals")
    db = core.database.Database.open(folder, client="test")
    with db.transaction("Fill") as session:
        goal = core.goals.add(session, "Lead a product team", MONDAY)
        ids = [core.goals.add_obstacle(session, goal, text, MONDAY) for text in "abc"]
        core.goals.add_need(session, goal, "Practice", MONDAY, obstacle_id=ids[0])
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


@pytest.fixture
def where(goals: Path, own_screen: dict[str, str], tmp_path: Path) -> dict[str, Any]:
    copy = tmp_path / "places"
    copy.mkdir()
    for name in ("mentorcrm.db", "settings.toml"):
        shutil.copy2(goals / name, copy / name)
    script = [sys.executable, str(Path(__file__).with_name("goal_places.py")), str(copy)]
    done = subprocess.run(
        script, env=own_screen, capture_output=True, text=True, timeout=60, check=True
    )
    return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture
def program(
    goals: Path, where: dict[str, Any], own_screen: dict[str, str], tmp_path: Path
) -> Iterator[Any]:
    """Start the real program and wait until it has its window and its data."""
    log = (tmp_path / "program.log").open("w")
    command = [sys.executable, "-m", "mentorcrm", "--data", str(goals)]
    process = subprocess.Popen(command, env=own_screen, stdout=log, stderr=log, cwd=tmp_path)
    hand = Hand(own_screen["DISPLAY"])
    wait_for(hand.window_is_up, "the window")
    wait_for(lambda: has_open(process.pid, "mentorcrm.db"), "the database")
    hand.do("sleep", 1.5)  # the page is filled after the first paint
    hand.do("mousemove", *where["tab"], "click", 1, "sleep", 0.6)
    yield process
    process.send_signal(signal.SIGINT)
    process.wait(10)
    log.close()


def has_open(pid: int, name: str) -> bool:
    """Tell whether a process has a file of this name open."""
    for handle in Path(f"/proc/{pid}/fd").iterdir():
        try:
            if handle.readlink().name == name:
                return True
        except OSError:
            continue
    return False


def order(folder: Path) -> str:
    """Read the obstacles in their order, with a database connection of our own."""
    db = core.database.Database.open(folder, client="test")
    try:
        with db.read() as session:
            (goal,) = core.goals.goals(session)
            return "".join(row.text for row in core.goals.detail(session, goal.id).obstacles)
    finally:
        db.close()


def test_obstacles_are_ranked_by_a_real_mouse_and_undone(
    goals: Path, where: dict[str, Any], own_screen: dict[str, str], program: Any
) -> None:
    hand = Hand(own_screen["DISPLAY"])
    first, _second, third = where["grips"]
    below = (third[0] + 30, third[1] + where["heights"][2])
    hand.drag(tuple(first), below)
    wait_for(lambda: order(goals) == "bca", "the obstacle at the end")

    hand.press("ctrl+z")
    wait_for(lambda: order(goals) == "abc", "the undone move")

    above = (first[0] + 20, first[1] - 8)
    hand.drag(tuple(third), above)
    wait_for(lambda: order(goals) == "cab", "the obstacle at the top")
    assert program.poll() is None
