"""How long the window's event loop waits while 30,000 people come in, beside the idle loop."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests import linkedin_files
from tests.bench.figures import Figure

pytestmark = pytest.mark.bench
ROWS = 30_000
IDLE_SECONDS = 3.0


class Pulse:
    """Beat every 5 ms and note the longest time between two beats."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(5)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now

    def stop(self) -> float:
        """Return the longest gap in milliseconds."""
        self._beat()
        self._timer.stop()
        return 1000 * self.longest


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("export") / "Connections.csv"
    return linkedin_files.write(path, linkedin_files.modern(linkedin_files.people(ROWS)))


def test_loop_while_30000_people_come_in(
    window: Any, app: Any, qtbot: Any, export: Path, note: Callable[[Figure], None]
) -> None:
    from PySide6.QtCore import Qt

    from mentorcrm.gui.imports.wizard import ImportWizard

    window.show_section("people")
    app.garbage.settle()  # as the program does once its data is open
    wizard = ImportWizard(app, [export])
    wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(wizard)
    with qtbot.waitExposed(wizard):
        wizard.open()
    pulse = Pulse()
    stack = wizard.stack
    qtbot.waitUntil(lambda: stack.currentWidget() is wizard.preview_page, timeout=60_000)
    wizard.next_button.click()
    qtbot.waitUntil(lambda: stack.currentWidget() is wizard.summary_page, timeout=60_000)
    ours = pulse.stop()
    pulse = Pulse()
    wizard.undo_button.click()
    qtbot.waitUntil(lambda: not app.tasks.active, timeout=60_000)
    undoing = pulse.stop()
    pulse = Pulse()
    end = time.perf_counter() + IDLE_SECONDS
    qtbot.waitUntil(lambda: time.perf_counter() > end, timeout=60_000)
    idle = pulse.stop()
    note(Figure("longest wait of the event loop, importing 30,000", ours, "ms", "<= 50 ms", idle))
    note(Figure("the same, undoing it", undoing, "ms", "<= 50 ms", idle))
