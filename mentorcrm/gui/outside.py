"""Seeing what another program, such as the command line, writes to the same data."""

from __future__ import annotations

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

from mentorcrm.gui.app import App

_SETTLE_MS = 150


class OutsideWatch(QObject):
    """Ask the database for foreign changes when its log grows; costs nothing while idle."""

    def __init__(self, app: App, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._watcher = QFileSystemWatcher(self)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self.poll)
        # After a restore there is another log.
        app.ready.connect(self.begin)
        self._watcher.fileChanged.connect(lambda _path: self._settle.start())

    def begin(self) -> None:
        """Watch the log of the open database."""
        self._watch()

    def poll(self) -> None:
        """Take over what another program wrote; the views hear of it as of any change."""
        if self._app.is_ready:
            self._app.db.poll_outside()
            # A log that was emptied may be a new file, which must be watched anew.
            self._watch()

    def _watch(self) -> None:
        log = self._app.db.path.with_name(self._app.db.path.name + "-wal")
        if log.exists() and str(log) not in self._watcher.files():
            self._watcher.addPath(str(log))
