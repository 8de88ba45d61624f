"""The commands that show or draw the window, in the real program without a screen."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from mentorcrm.core import instance
from tests.cli.conftest import ROOT, run

OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


def test_self_test_passes():
    done = run("self-test")
    assert done.code == 0
    assert done.out == "The self-test passed.\n"


def test_tour_draws_every_screen_light_and_dark(tmp_path):
    pictures = tmp_path / "pictures"
    done = run("demo", "--contacts", 30, "--tour", pictures)
    assert done.code == 0
    names = {path.stem for path in pictures.glob("*.png")}
    light = {name.removesuffix("-light") for name in names if name.endswith("-light")}
    dark = {name.removesuffix("-dark") for name in names if name.endswith("-dark")}
    assert light == dark
    assert {"board", "people", "goals", "ideal-mentor"} <= light
    assert len(names) == 2 * len(light)


@pytest.mark.parametrize(("command", "people"), [([], 0), (["demo", "--contacts", "12"], 12)])
def test_window_opens_on_the_data_folder(tmp_path, command, people):
    folder = tmp_path / "data"
    env = os.environ | OFFSCREEN | {"PYTHONPATH": str(ROOT)}
    arguments = [sys.executable, "-m", "mentorcrm", "--data", str(folder), *command]
    with subprocess.Popen(arguments, env=env, stderr=subprocess.DEVNULL) as child:
        try:
            assert instance.signal_first(folder, timeout=60)
            # The command line works beside the window.
            assert len(run("--data", folder, "contacts", "--json").ok().document) == people
            assert child.poll() is None
        finally:
            child.send_signal(signal.SIGINT)
            child.wait(30)
