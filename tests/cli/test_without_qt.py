"""Everything but the window works where Qt is not installed."""

from __future__ import annotations

import pytest

from tests import linkedin_files
from tests.cli.conftest import ROOT, run

BLOCK = """
import sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, NoQt())
"""


@pytest.fixture
def bare(tmp_path):
    """Return a runner of commands in a Python without Qt."""
    blocked = tmp_path / "blocked"
    blocked.mkdir()
    (blocked / "sitecustomize.py").write_text(BLOCK)
    env = {"PYTHONPATH": f"{blocked}:{ROOT}", "QT_QPA_PLATFORM": "offscreen"}
    return lambda *arguments: run(*arguments, env=env)


def test_every_command_works_without_qt(bare, sample, tmp_path):
    def do(*arguments):
        return bare("--data", sample, *arguments).ok()

    rows = linkedin_files.people(4)
    file = linkedin_files.write(tmp_path / "c.csv", linkedin_files.modern(rows))
    backup = tmp_path / "backup.db"
    bare("--version").ok()
    bare("--help").ok()
    key = do("import", file, "--json").document["import_id"]
    do("imports", "--json")
    do("imports", "undo", key)
    do("contacts", "--search", "ruth")
    do("contacts", "show", 1, "--json")
    do("candidates", "add", 40)
    do("candidates", "move", 1, "asked")
    do("candidates", "--json")
    do("goals")
    do("goals", "check", 1, "--json")
    do("descriptions")
    do("descriptions", "check", 1)
    do("descriptions", "export", 1, tmp_path / "a.docx")
    do("descriptions", "import", tmp_path / "a.docx")
    do("due")
    do("export", tmp_path / "a.csv", "--excel")
    do("export", tmp_path / "a.vcf", "--what", "candidates")
    do("undo")
    do("redo")
    do("backup", backup)
    do("restore", backup)
    do("check")


def test_demo_fills_the_folder_and_says_that_no_window_opens(bare, tmp_path):
    folder = tmp_path / "demo"
    out = bare("demo", "--data", folder, "--contacts", 15).ok().out
    assert str(folder) in out
    assert "Qt" in out
    assert len(bare("contacts", "--data", folder, "--json").document) == 15
    assert "nothing was added" in bare("demo", "--data", folder).ok().out
    assert len(bare("contacts", "--data", folder, "--json").document) == 15


@pytest.mark.parametrize("arguments", [[], ["demo"], ["demo", "--tour", "pictures"], ["self-test"]])
def test_window_tour_and_self_test_say_that_they_need_qt(bare, tmp_path, arguments):
    bare("--data", tmp_path / "new", *arguments).refused("Qt") if arguments != ["demo"] else bare(
        *arguments
    ).refused("Qt")
    assert not (tmp_path / "new").exists()


def test_window_without_a_screen_says_so(tmp_path):
    env = {"QT_QPA_PLATFORM": "", "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    run("--data", tmp_path / "new", env=env).refused("no screen")
    run("demo", env=env).refused("no screen")
