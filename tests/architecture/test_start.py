"""A start loads only what it needs: what is imported decides how fast the window appears."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.architecture.sources import ROOT

# The real start, in a process of its own: notes what is loaded when the first widget is
# painted and when the data is open, then closes the window.
START = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

class Watch(QObject):
    def __init__(self):
        super().__init__()
        self.loaded = {}
    def eventFilter(self, thing, event):
        if "paint" not in self.loaded and event.type() == QEvent.Type.Paint:
            self.loaded["paint"] = sorted(sys.modules)
        return False
    def look(self):
        for window in qapp.topLevelWidgets():
            app = getattr(window, "app", None)
            if app and app.is_ready and not app.tasks.active:
                self.loaded["ready"] = sorted(sys.modules)
                window.close()
                qapp.quit()

qapp = QApplication(["mentorcrm"])
watch = Watch()
qapp.installEventFilter(watch)
timer = QTimer(interval=20)
timer.timeout.connect(watch.look)
timer.start()
from mentorcrm.gui.main import run_window
run_window(Path(sys.argv[1]))
print(json.dumps(watch.loaded))
"""


@pytest.fixture
def loaded(folder):
    answer = subprocess.run(
        [sys.executable, "-c", START, str(folder)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert answer.returncode == 0, answer.stderr
    return {when: set(names) for when, names in json.loads(answer.stdout).items()}


def test_window_is_painted_before_sqlalchemy_is_loaded(loaded):
    heavy = {"sqlalchemy", "alembic", "keyring", "lucide", "charset_normalizer"}
    heavy |= {"numpy", "pyqtgraph"}
    assert heavy & loaded["paint"] == set()
    # The control: by then the data is open, so this is the start that we mean.
    assert "sqlalchemy" in loaded["ready"]


def test_start_loads_neither_migrations_nor_readers_and_writers_of_files(loaded):
    idle = {"alembic", "numpy", "pyqtgraph", "charset_normalizer", "mentorcrm.core.demo"}
    idle |= {"docx", "lxml", "markdown_it", "mentorcrm.printing", "PySide6.QtPrintSupport"}
    assert idle & loaded["ready"] == set()
    assert not [name for name in loaded["ready"] if name.startswith("mentorcrm.core.imports.")]
    assert not [name for name in loaded["ready"] if name.startswith("mentorcrm.core.exports.")]


def test_command_line_loads_no_qt(tmp_path):
    question = (
        "import sys; from mentorcrm.__main__ import main; code = main(sys.argv[1:]);"
        "sys.exit(code or any(name.startswith('PySide6') for name in sys.modules))"
    )
    command = ["--data", str(tmp_path / "data"), "contacts", "--json"]
    answer = subprocess.run(
        [sys.executable, "-c", question, *command],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (answer.returncode, answer.stdout.strip()) == (0, "[]"), answer.stderr
