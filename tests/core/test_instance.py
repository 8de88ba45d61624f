"""One owner per data folder, and the second start reaches the first."""

from __future__ import annotations

import os
import queue
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mentorcrm.core.errors import UserError
from mentorcrm.core.instance import Instance, owner_of, signal_first

STARTER = """
import sys
from pathlib import Path
from mentorcrm.core.instance import Instance, signal_first
folder = Path(sys.argv[1])
print("ready", flush=True)
sys.stdin.readline()
mine = Instance.acquire(folder)
if mine is None:
    print("second" if signal_first(folder, "raise") else "lost", flush=True)
else:
    print("owner", flush=True)
sys.stdin.readline()
"""


def _own(folder: Path) -> Instance:
    mine = Instance.acquire(folder)
    assert mine is not None
    return mine


def _start(folder: Path) -> subprocess.Popen[str]:
    started = subprocess.Popen(
        [sys.executable, "-c", STARTER, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert started.stdout is not None
    assert started.stdout.readline() == "ready\n"
    return started


def _go(started: subprocess.Popen[str]) -> None:
    assert started.stdin is not None
    started.stdin.write("\n")
    started.stdin.flush()


def _answer(started: subprocess.Popen[str]) -> str:
    assert started.stdout is not None
    return started.stdout.readline().strip()


def _race(folder: Path) -> list[str]:
    both = [_start(folder), _start(folder)]
    for started in both:
        _go(started)
    answers = [_answer(started) for started in both]
    for started in both:
        started.communicate()
    return sorted(answers)


def test_instance_race_of_two_starts_gives_one_owner(tmp_path: Path) -> None:
    for number in range(5):
        assert _race(tmp_path / str(number)) == ["owner", "second"]


@pytest.mark.soak
def test_instance_fifty_races_give_one_owner_each(tmp_path: Path) -> None:
    for number in range(50):
        assert _race(tmp_path / str(number % 3)) == ["owner", "second"]


def test_instance_second_start_reaches_the_first_within_a_second(tmp_path: Path) -> None:
    heard: queue.Queue[str] = queue.Queue()
    with _own(tmp_path) as first:
        assert Instance.acquire(tmp_path) is None
        assert signal_first(tmp_path, "before anybody listens")
        first.listen(heard.put)
        assert heard.get(timeout=5) == "before anybody listens"
        began = time.monotonic()
        assert signal_first(tmp_path, "raise Zoë\nsection=board")
        assert heard.get(timeout=5) == "raise Zoë\nsection=board"
        assert time.monotonic() - began < 1


def test_instance_after_close_the_folder_is_free(tmp_path: Path) -> None:
    for _turn in range(3):
        mine = _own(tmp_path)
        mine.listen(lambda message: None)
        mine.close()
        mine.close()
    assert owner_of(tmp_path) is None
    assert not signal_first(tmp_path, timeout=0.05)


def test_instance_after_kill_the_next_start_owns_the_folder(tmp_path: Path) -> None:
    killed = _start(tmp_path)
    _go(killed)
    assert _answer(killed) == "owner"
    assert Instance.acquire(tmp_path) is None
    os.kill(killed.pid, signal.SIGKILL)
    killed.communicate()
    with _own(tmp_path):
        assert signal_first(tmp_path)


def test_instance_of_another_folder_is_independent(tmp_path: Path) -> None:
    with _own(tmp_path / "a"), _own(tmp_path / "b"):
        assert owner_of(tmp_path / "a") != owner_of(tmp_path / "b")


def test_instance_works_by_loopback_when_the_path_is_too_long(tmp_path: Path) -> None:
    folder = tmp_path / ("long" * 40)
    heard: queue.Queue[str] = queue.Queue()
    with _own(folder) as first:
        assert (owner_of(folder) or {}).get("port")
        first.listen(heard.put)
        assert signal_first(folder, "raise")
        assert heard.get(timeout=5) == "raise"


def test_instance_hears_nobody_without_the_token(tmp_path: Path) -> None:
    import socket

    heard: queue.Queue[str] = queue.Queue()
    with _own(tmp_path) as first:
        first.listen(heard.put)
        with socket.socket(socket.AF_UNIX) as stranger:
            stranger.connect(str(tmp_path / "instance.sock"))
            stranger.sendall(b"wrong\nraise")
        assert signal_first(tmp_path, "friend")
        assert heard.get(timeout=5) == "friend"
        assert heard.empty()


def test_instance_files_are_for_their_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with _own(folder):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        for path in folder.iterdir():
            assert stat.S_IMODE(path.stat().st_mode) == 0o600, path.name


def test_instance_in_a_place_that_is_no_folder_says_so(tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.write_text("")
    with pytest.raises(UserError, match="cannot be used"):
        Instance.acquire(place / "data")
