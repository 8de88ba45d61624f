"""The files that a Linux desktop reads."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys

import pytest

from mentorcrm import __version__
from tests.architecture.sources import ROOT

LINUX = ROOT / "packaging" / "linux"
ID = "org.mentorcrm.MentorCRM"


def _run(tool, *arguments):
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not on this machine (./dev test installs it)")
    return subprocess.run(
        [tool, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )


def test_desktop_entry_is_valid():
    answer = _run("desktop-file-validate", LINUX / f"{ID}.desktop")
    assert (answer.returncode, answer.stdout) == (0, "")


def test_appstream_metainfo_is_valid():
    answer = _run("appstreamcli", "validate", "--no-net", LINUX / f"{ID}.metainfo.xml")
    assert answer.returncode == 0, answer.stdout


def test_manual_page_has_no_fault():
    answer = _run("man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", LINUX / "mentorcrm.1")
    assert (answer.returncode, answer.stderr) == (0, "")


def test_metainfo_and_manual_speak_of_this_version():
    metainfo = (LINUX / f"{ID}.metainfo.xml").read_text("utf-8")
    assert re.findall(r'<release version="([^"]+)"', metainfo)[0] == __version__
    assert f"MentorCRM {__version__}" in (LINUX / "mentorcrm.1").read_text("utf-8")


def test_window_and_desktop_entry_share_one_name():
    entry = (LINUX / f"{ID}.desktop").read_text("utf-8")
    assert f"Icon={ID}\n" in entry
    assert f"StartupWMClass={ID}\n" in entry


def test_install_lays_every_file_under_the_prefix(tmp_path):
    subprocess.run([sys.executable, LINUX / "install.py", tmp_path], check=True)
    icons = tmp_path / "share" / "icons" / "hicolor"
    png = b"\x89PNG\r\n\x1a\n"
    for size in (48, 128):
        data = (icons / f"{size}x{size}" / "apps" / f"{ID}.png").read_bytes()
        assert data.startswith(png)
        assert int.from_bytes(data[16:20], "big") == size
    assert (icons / "scalable" / "apps" / f"{ID}.svg").is_file()
    assert (icons / "symbolic" / "apps" / f"{ID}-symbolic.svg").is_file()
    assert (tmp_path / "share" / "applications" / f"{ID}.desktop").is_file()
    assert (tmp_path / "share" / "metainfo" / f"{ID}.metainfo.xml").is_file()
    assert (tmp_path / "share" / "man" / "man1" / "mentorcrm.1").is_file()
