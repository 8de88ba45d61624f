"""What comes with the program: few packages, each with its reason, none under the GPL alone."""

from __future__ import annotations

import re
import sys
import tomllib
from importlib.metadata import distribution, requires
from typing import Any

from packaging.requirements import Requirement

from tests.architecture.sources import ROOT

MOST_DIRECT = 25
GPL = re.compile(r"(?<![LA])GPL|(?<!Lesser )General Public License", re.IGNORECASE)
# Its metadata names none; the licence file it ships is zlib's.
READ_BY_US = {"sqlcipher3": ["Zlib"]}


def _direct():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return [Requirement(line) for line in project["dependencies"]]


def _with_theirs():
    """Return every package that a user gets, by name."""
    waiting = [line.name for line in _direct() if not line.marker or line.marker.evaluate()]
    seen = set()
    while waiting:
        package = waiting.pop().lower()
        if package not in seen:
            seen.add(package)
            lines = [Requirement(line) for line in requires(package) or []]
            waiting += [
                line.name
                for line in lines
                if not line.marker or line.marker.evaluate({"extra": ""})
            ]
    return sorted(seen)


def _licences(package):
    """Return the licences one may choose from."""
    if package in READ_BY_US:
        return READ_BY_US[package]
    facts: Any = distribution(package).metadata
    if expression := facts.get("License-Expression"):
        return re.split(r"\s+OR\s+", expression)
    classifiers = [
        line.rsplit(" :: ", 1)[1]
        for line in facts.get_all("Classifier") or []
        if line.startswith("License ::")
    ]
    stated = (facts.get("License") or "").strip().splitlines()[:1]
    return re.split(r"\s+OR\s+", stated[0]) if stated else classifiers


def test_direct_dependencies_are_few():
    assert len(_direct()) <= MOST_DIRECT


def test_each_direct_dependency_has_its_reason():
    reasons = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    assert [line.name for line in _direct() if f"| {line.name} |" not in reasons] == []


def test_every_package_can_be_had_under_a_licence_that_asks_little():
    licences = {package: _licences(package) for package in _with_theirs()}
    print(*(f"{package}: {' or '.join(names)}" for package, names in licences.items()), sep="\n")
    assert {p for p, names in licences.items() if not names} == set()
    assert {p: names for p, names in licences.items() if all(map(GPL.search, names))} == {}


def test_no_package_for_development_comes_with_the_program():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    tools = {Requirement(line).name.lower() for line in project["optional-dependencies"]["dev"]}
    assert tools & set(_with_theirs()) == set()


def test_this_python_is_one_we_name():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = f"Programming Language :: Python :: {sys.version_info.major}.{sys.version_info.minor}"
    assert named in project["classifiers"]
