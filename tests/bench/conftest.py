"""Collect the figures of the run and print them as one table."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mentorcrm import core
from tests.bench.figures import Figure
from tests.factories import MONDAY

_FIGURES: list[Figure] = []


@pytest.fixture
def note() -> Callable[[Figure], None]:
    """Return the function that puts a figure into the table."""
    return _FIGURES.append


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int, int], Path]:
    """Return ``filled(contacts, candidates)``: a data folder with so many of each."""
    made: dict[tuple[int, int], Path] = {}

    def folder(contacts: int, candidates: int) -> Path:
        if (contacts, candidates) not in made:
            path = tmp_path_factory.mktemp("filled")
            db = core.database.Database.open(path, now=lambda: MONDAY)
            core.demo.fill(db, contacts, now=MONDAY, candidates=candidates)
            db.close()
            made[contacts, candidates] = path
        return made[contacts, candidates]

    return folder


@pytest.fixture(scope="session")
def screen() -> Iterator[dict[str, str]]:
    """Give the environment of a real X screen, our own when there is none."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb"}
    if os.environ.get("DISPLAY"):
        yield environment
        return
    if shutil.which("Xvfb") is None:
        pytest.skip("needs Xvfb")
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1440x900x24"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        number = os.read(reading, 16).decode().strip()
        yield {**environment, "DISPLAY": f":{number}"}
        server.terminate()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table, in Markdown."""
    if not _FIGURES:
        return
    rows = [("work", "floor", "ours", "ratio", "goal"), *(figure.row for figure in _FIGURES)]
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in rows
    ]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    terminalreporter.write_line("")
    for line in lines:
        terminalreporter.write_line(line)
