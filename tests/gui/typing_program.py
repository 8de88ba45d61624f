"""A program that a test starts and kills: it types into the why of the ideal mentor, steadily.

Each key is told on standard output with the moment at which it was pressed.
"""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mentorcrm import core
from mentorcrm.core.settings import Settings
from mentorcrm.gui.app import App
from mentorcrm.gui.job_descriptions.page import JobDescriptionsPage
from mentorcrm.gui.notices import Notices

LETTERS = "abcdefghijklmnopqrstuvwxyz "


def main(folder: Path) -> None:
    application = QApplication([])
    app = App(
        Settings.load(folder),
        Notices(),
        clock=lambda: datetime.now(UTC),
        zone=ZoneInfo("Europe/Berlin"),
    )
    app.attach(core.database.Database.open(folder))
    page = JobDescriptionsPage(app)
    page.show()
    source = page.editor.sections["why"].editor.source
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
    main(Path(sys.argv[1]))
