"""Where notifications go: the session's service on Linux, the tray's balloon elsewhere."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from mentorcrm.core.notifications import OPEN, DesktopNotifier, Event, Notification


class Poster(QObject):
    """Take notifications to the desktop and bring back what became of them."""

    happened = Signal(object)
    """An ``Event``; of kind "failed" when the window has to say it itself."""

    def show(self, notification: Notification) -> None:
        """Show it; without a desktop service this fails, and the window says it."""
        self.happened.emit(Event("failed", notification.key))

    def withdraw(self, key: str) -> None:
        """Take it away again."""

    def close(self) -> None:
        """End."""


class SessionPoster(Poster):
    """Use the session's notification service; its answers come from its thread to ours."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notifier = DesktopNotifier(self._tell)

    def show(self, notification: Notification) -> None:
        self._notifier.show(notification)

    def withdraw(self, key: str) -> None:
        self._notifier.withdraw(key)

    def close(self) -> None:
        self._notifier.close()

    def _tell(self, event: Event) -> None:
        """Hand over what the service's thread heard; the signal changes threads."""
        try:
            self.happened.emit(event)
        except RuntimeError:
            # The window went while the service was slow: nobody is left to hear of it.
            return


class TrayPoster(Poster):
    """Use the system's own balloons, which have no buttons: a click opens."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self._icon = QSystemTrayIcon(QApplication.windowIcon(), self)
        self._icon.messageClicked.connect(
            lambda: self.happened.emit(Event("action", self._key, OPEN))
        )

    def show(self, notification: Notification) -> None:
        self._key = notification.key
        self._icon.show()
        self._icon.showMessage(notification.title, notification.body, QApplication.windowIcon())
        self.happened.emit(Event("shown", notification.key))

    def close(self) -> None:
        self._icon.hide()


def poster(parent: QObject) -> Poster:
    """Return the way that this desktop offers."""
    if sys.platform.startswith("linux"):
        return SessionPoster(parent)
    if QSystemTrayIcon.isSystemTrayAvailable():
        return TrayPoster(parent)
    return Poster(parent)
