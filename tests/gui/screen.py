"""A screen and a mouse for tests that drive the real program from outside."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_PAUSE = threading.Event()


def wait_for(condition: Callable[[], bool], what: str, seconds: float = 30) -> None:
    """Return when ``condition`` holds; fail when it does not within ``seconds``."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"waited {seconds} s for {what}"
        _PAUSE.wait(0.05)


@contextmanager
def screen() -> Iterator[str]:
    """Give the display of the session, or an X server of our own while it is used."""
    present = os.environ.get("DISPLAY")
    if present:
        yield present
        return
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as answer:
            yield f":{answer.readline().strip()}"
    finally:
        server.terminate()
        server.wait(10)


class Hand:
    """Move the mouse and press keys on a display, as a person would, by xdotool."""

    def __init__(self, display: str) -> None:
        self._environment = {**os.environ, "DISPLAY": display}

    def do(self, *words: object) -> str:
        """Run xdotool and return what it printed."""
        command = ["xdotool", *map(str, words)]
        done = subprocess.run(
            command, env=self._environment, capture_output=True, text=True, timeout=30, check=False
        )
        return done.stdout

    def drag(self, start: tuple[int, int], end: tuple[int, int], steps: int = 12) -> None:
        """Press at ``start``, go to ``end`` in small steps, and let go."""
        words: list[object] = ["mousemove", *start, "sleep", 0.1, "mousedown", 1, "sleep", 0.1]
        for step in range(1, steps + 1):
            point = (a + (b - a) * step // steps for a, b in zip(start, end, strict=True))
            words += ["mousemove", *point, "sleep", 0.03]
        self.do(*words, "sleep", 0.1, "mouseup", 1)

    def press(self, keys: str) -> None:
        """Press keys such as ``ctrl+z``."""
        self.do("key", keys)

    def window_is_up(self) -> bool:
        """Tell whether our window is shown."""
        return bool(self.do("search", "--onlyvisible", "--name", "MentorCRM").strip())
