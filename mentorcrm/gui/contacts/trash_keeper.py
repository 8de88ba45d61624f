"""The trash empties itself: who lies there for 30 days goes for good."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from mentorcrm import core
from mentorcrm.gui.app import App

FIRST_AFTER_MS = 40_000
"""The start belongs to the user."""
EVERY_MS = 60 * 60 * 1000


class TrashKeeper(QObject):
    """Look once an hour for people who have been in the trash for 30 days."""

    def __init__(self, app: App, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._timer = QTimer(self)
        self._timer.setInterval(FIRST_AFTER_MS)
        self._timer.timeout.connect(self.check)

    def start(self) -> None:
        """Begin to look."""
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def check(self) -> None:
        """Erase who has been there long enough."""
        self._timer.setInterval(EVERY_MS)
        app = self._app
        if app.is_ready and app.read(core.contacts.expired, app.now()):
            app.system(core.contacts.purge_trash, app.now(), then=lambda _ids: app.forget_erased())
