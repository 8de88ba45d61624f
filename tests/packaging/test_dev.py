"""The one script of the project."""

from __future__ import annotations

import os
import re
import subprocess
import time

import pytest

from mentorcrm import __version__
from tests.architecture.sources import ROOT

DEV = ROOT / "dev"


def _run(*command):
    environment = {**os.environ, "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    environment.pop("QT_QPA_PLATFORM", None)
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def test_dev_is_a_plain_posix_script():
    assert DEV.read_text("utf-8").startswith("#!/bin/sh\n")
    assert os.access(DEV, os.X_OK)
    answer = _run("sh", "-n", str(DEV))
    assert (answer.returncode, answer.stderr) == (0, "")


def test_dev_alone_names_every_command():
    answer = _run(str(DEV))
    commands = re.findall(r"^(\w+)\) ", DEV.read_text("utf-8"), re.MULTILINE)
    assert answer.returncode == 0
    assert commands == ["test", "check", "soak", "bench", "fmt", "texts", "pictures"]
    assert [name for name in ["run", *commands] if f"\n  {name} " not in answer.stdout] == []


def test_dev_refuses_a_command_it_does_not_know():
    assert _run(str(DEV), "nonsense").returncode == 2


def test_second_run_takes_no_set_up_time():
    if not (ROOT / ".venv" / "ready-test").exists():
        pytest.skip("./dev has not set up this checkout")
    began = time.monotonic()
    answer = _run(str(DEV), "run", "--version")
    assert (answer.returncode, answer.stdout, answer.stderr) == (
        0,
        f"MentorCRM {__version__}\n",
        "",
    )
    assert time.monotonic() - began < 5  # setting up takes more, even from a warm cache


def test_ci_runs_what_a_newcomer_runs():
    lines = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    assert [line for line in lines if line and not line.startswith(("#", "set ", "cd "))] == [
        "exec ./dev test </dev/null"
    ]
