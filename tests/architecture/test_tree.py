"""The tree speaks of the project only, and has what it promises."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib

import pytest

from mentorcrm import __version__
from mentorcrm.core.locations import migrations, resources
from tests.architecture.sources import ROOT

# Written in halves, so that this file does not find itself.
NOT_OURS = re.compile(
    "|".join(
        (
            r"(?<![\w.])/" + r"work/",
            r"/" + r"farm/",
            r"/tmp/" + r"team",
            r"/opt/py" + r"pi",
            r"files\.python" + r"hosted",
            r"py" + r"pi\.org",
            r"deb\.de" + r"bian",
            r"/root/" + r"\.",
        )
    )
)
REFERENCE = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")


def _tracked():
    if not (ROOT / ".git").exists() or shutil.which("git") is None:
        pytest.skip("this is not a git checkout, or git is not on this machine")
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    paths = [ROOT / name.decode() for name in names.stdout.split(b"\0") if name]
    return [path for path in paths if path.is_file()]


def test_no_path_or_host_of_one_machine_is_in_the_tree():
    found = []
    for path in _tracked():
        text = path.read_bytes().decode("utf-8", "ignore")
        found += [f"{path.name}: {hit.group()}" for hit in NOT_OURS.finditer(text)]
    assert found == []


def test_every_text_file_is_utf8_and_ends_with_a_line_break():
    kinds = {".py", ".md", ".toml", ".svg", ".xml", ".desktop", ".cfg", ".1"}
    wrong = []
    for path in _tracked():
        if path.suffix in kinds and (data := path.read_bytes()):
            data.decode("utf-8")
            if not data.endswith(b"\n") or b"\r\n" in data:
                wrong.append(path.name)
    assert wrong == []


def test_the_documents_name_tests_that_exist():
    missing = []
    for document in ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md"):
        for file, test in REFERENCE.findall((ROOT / document).read_text("utf-8")):
            path = ROOT / file
            if not path.is_file() or (test and f"def {test}(" not in path.read_text("utf-8")):
                missing.append(f"{document}: {file} {test}")
    assert missing == []


def test_the_readme_begins_with_the_two_commands():
    commands = re.findall(
        r"^\s*(\./dev \w+)", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE
    )
    assert commands[:2] == ["./dev run", "./dev test"]


def test_the_pictures_of_the_readme_are_there():
    pictures = re.findall(r"docs/pictures/[\w-]+\.png", (ROOT / "README.md").read_text("utf-8"))
    assert [picture for picture in pictures if not (ROOT / picture).is_file()] == []


def test_the_version_stands_in_the_change_log():
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_licence_is_mit():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["license"] == "MIT"
    assert (ROOT / "LICENSE").read_text("utf-8").startswith("MIT License")


def test_resources_and_migrations_are_found_in_a_checkout():
    assert (resources() / "icons" / "mentorcrm.svg").is_file()
    assert (migrations() / "env.py").is_file()
