"""The wheel, installed into an environment of its own, is the whole program."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile

import pytest

from mentorcrm import __version__
from tests.architecture.sources import PACKAGE, ROOT

FOLDERS = (
    "from mentorcrm.core import locations;"
    "print(locations.resources(), locations.migrations(), sep='\\n')"
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "--wheel-dir", str(folder), str(ROOT)], check=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def programs(wheel, tmp_path_factory):
    """The folder of programs of an environment that has the wheel, and our dependencies."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    scheme = {"base": str(folder), "platbase": str(folder)}
    site = sysconfig.get_path("purelib", "venv", scheme)
    pip = [sys.executable, "-m", "pip", "--python", str(folder), "install", "--quiet"]
    subprocess.run([*pip, "--no-deps", "--no-index", str(wheel)], check=True)
    # The dependencies are read where they lie, without the editable install among them.
    with open(os.path.join(site, "dependencies.pth"), "w", encoding="utf-8") as link:  # noqa: PTH118, PTH123
        link.write(sysconfig.get_path("purelib") + "\n")
    return sysconfig.get_path("scripts", "venv", scheme)


def _run(programs, folder, *arguments):
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CACHE_HOME": str(folder / "cache"),
    }
    for name in ("PYTHONPATH", "MENTORCRM_DATA"):
        environment.pop(name, None)
    return subprocess.run(
        [os.path.join(programs, arguments[0]), *arguments[1:]],  # noqa: PTH118
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_wheel_holds_resources_migrations_and_every_module(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    assert "mentorcrm/_resources/icons/mentorcrm.svg" in names
    assert "mentorcrm/_migrations/env.py" in names
    assert {
        f"mentorcrm/_migrations/versions/{path.name}"
        for path in (ROOT / "migrations" / "versions").glob("*.py")
    } <= names
    ours = {path.relative_to(ROOT).as_posix() for path in PACKAGE.rglob("*.py")}
    assert ours - names == set()


def test_wheel_holds_nothing_else(wheel):
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert tops == {"mentorcrm", f"mentorcrm-{__version__}.dist-info"}


def test_installed_program_finds_its_own_resources_and_migrations(programs, tmp_path):
    question = (
        "from mentorcrm.core import locations as l; print(l.resources()); print(l.migrations())"
    )
    answer = _run(programs, tmp_path, "python", "-c", question)
    folders = answer.stdout.split()
    assert [folder.split("/")[-2:] for folder in folders] == [
        ["mentorcrm", "_resources"],
        ["mentorcrm", "_migrations"],
    ], answer.stderr
    assert not any(folder.startswith(str(ROOT)) for folder in folders)


def test_editable_install_finds_those_of_the_checkout(tmp_path):
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    answer = subprocess.run(
        [sys.executable, "-c", FOLDERS],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stdout.split() == [str(ROOT / "resources"), str(ROOT / "migrations")]


def test_installed_program_says_its_version(programs, tmp_path):
    answer = _run(programs, tmp_path, "mentorcrm", "--version")
    assert (answer.returncode, answer.stdout.split()[-1:]) == (0, [__version__]), answer.stderr


def test_installed_program_passes_its_own_test(programs, tmp_path):
    answer = _run(programs, tmp_path, "mentorcrm", "self-test")
    assert answer.returncode == 0, answer.stdout + answer.stderr
