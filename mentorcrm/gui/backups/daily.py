"""The day's backup, made while the window is open and nobody has to think of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from mentorcrm import core
from mentorcrm.core.i18n import _
from mentorcrm.core.progress import Progress
from mentorcrm.core.settings import BACKUPS_DAILY, BACKUPS_KEPT

if TYPE_CHECKING:
    from mentorcrm.core.backup import BackupInfo
    from mentorcrm.gui.app import App

FIRST_AFTER_MS = 20_000
"""The start belongs to the user."""
EVERY_MS = 60 * 60 * 1000


class DailyBackups(QObject):
    """Ask once an hour whether this day has its backup, and make it on another thread."""

    made = Signal(object)

    def __init__(self, app: App, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._timer = QTimer(self)
        self._timer.setInterval(FIRST_AFTER_MS)
        self._timer.timeout.connect(self.check)

    def start(self) -> None:
        """Begin to ask."""
        self._timer.start()

    def stop(self) -> None:
        """Ask no more."""
        self._timer.stop()

    def check(self) -> None:
        """Make the day's backup if there is none."""
        self._timer.setInterval(EVERY_MS)
        app = self._app
        if not app.is_ready or not app.settings.get(BACKUPS_DAILY):
            return
        db, now, kept = app.db, app.now(), app.settings.get(BACKUPS_KEPT)
        if core.backup.is_daily_due(db.folder, now):

            def work(_progress: Progress) -> BackupInfo | None:
                return core.backup.daily(db, now, kept)

            app.run(_("Making the daily backup"), work, self.made.emit)
