"""The real program in a process of its own, on a copy of a small invented network."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from mentorcrm import core
from mentorcrm.__main__ import main
from tests.conftest import MONDAY, ZONE

ROOT = Path(__file__).resolve().parents[2]
PEOPLE = 40


@dataclass
class Outcome:
    """What a command gave back."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        return json.loads(self.out)

    def ok(self) -> Outcome:
        assert (self.code, self.err) == (0, "")
        return self

    def refused(self, *words: str) -> Outcome:
        """Assert exit 1, one line on stderr that holds ``words``, and nothing on stdout."""
        assert self.code == 1, self
        assert self.out == ""
        assert self.err.count("\n") == 1
        assert "Traceback" not in self.err
        for word in words:
            assert word in self.err
        return self


Mentorcrm = Callable[..., Outcome]


def run(*arguments: object, env: dict[str, str] | None = None, timeout: float = 120) -> Outcome:
    """Run ``python -m mentorcrm`` with the arguments."""
    clean = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "COLUMNS")}
    clean |= {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "LANGUAGE": "en", "TZ": "Europe/Berlin"}
    done = subprocess.run(
        [sys.executable, "-m", "mentorcrm", *map(str, arguments)],
        capture_output=True,
        env=clean | (env or {}),
        cwd=ROOT,
        timeout=timeout,
        check=False,
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(scope="session")
def _sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    database = core.database.Database.open(folder, client="window", now=lambda: MONDAY)
    core.demo.fill(database, PEOPLE, seed=1, now=MONDAY, zone=ZONE)
    database.close()
    return folder


@pytest.fixture
def sample(tmp_path: Path, _sample: Path) -> Path:
    """Return a data folder with the sample."""
    folder = tmp_path / "sample"
    folder.mkdir(mode=0o700)
    shutil.copy2(_sample / "mentorcrm.db", folder / "mentorcrm.db")
    return folder


@pytest.fixture
def mentorcrm(sample: Path) -> Mentorcrm:
    """Return ``mentorcrm(*arguments)``: the command on the sample."""
    return lambda *arguments, **options: run("--data", sample, *arguments, **options)


@pytest.fixture
def empty(tmp_path: Path) -> Mentorcrm:
    """Return ``empty(*arguments)``: the command on a folder that is not there yet."""
    return lambda *arguments, **options: run("--data", tmp_path / "new", *arguments, **options)


@pytest.fixture
def inside(sample: Path, capsys: pytest.CaptureFixture[str]) -> Mentorcrm:
    """Return the command on the sample in this process: faster, for the many small cases."""

    def call(*arguments: object) -> Outcome:
        try:
            code = main(["--data", str(sample), *map(str, arguments)])
        except SystemExit as leaving:
            code = int(leaving.code or 0)
        said = capsys.readouterr()
        return Outcome(code, said.out, said.err)

    return call
