"""A program that a test starts and kills: it types into one field, steadily.

The field is the why of the ideal mentor, a goal in own words, or what a need would change.

Each key is told on standard output with the moment at which it was pressed.
"""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from mentorcrm import core
from mentorcrm.core.settings import Settings
from mentorcrm.gui.app import App
from mentorcrm.gui.goals.page import GoalsPage
from mentorcrm.gui.job_descriptions.page import JobDescriptionsPage
from mentorcrm.gui.notices import Notices

LETTERS = "abcdefghijklmnopqrstuvwxyz "


def field_of(app: App, name: str) -> tuple[QWidget, QWidget]:
    """Return the page and, on it, the field ``name``."""
    if name == "why":
        described = JobDescriptionsPage(app)
        described.show()
        return described, described.editor.sections["why"].editor.source
    page = GoalsPage(app)
    page.show()
    if name == "statement":
        page.editor.writing.choose_mode("free")
        return page, page.editor.writing.free.statement
    page.editor.show_part("obstacles")
    line: Any = page.editor.needs.lines()[0]
    return page, line.difference


def main(folder: Path, name: str) -> None:
    application = QApplication([])
    app = App(
        Settings.load(folder),
        Notices(),
        clock=lambda: datetime.now(UTC),
        zone=ZoneInfo("Europe/Berlin"),
    )
    app.attach(core.database.Database.open(folder))
    page, source = field_of(app, name)
    page.activateWindow()
    source.setFocus()
    typed = 0

    def press() -> None:
        nonlocal typed
        QTest.keyClicks(source, LETTERS[typed % len(LETTERS)])
        typed += 1
        print(typed, time.monotonic(), flush=True)

    timer = QTimer()
    timer.setInterval(25)
    timer.timeout.connect(press)
    timer.start()
    application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
