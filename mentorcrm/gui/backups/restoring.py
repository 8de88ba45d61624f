"""Restoring from the window: the long part beside the work, the exchange in a moment."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from mentorcrm import core
from mentorcrm.core.changes import Changes
from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _

if TYPE_CHECKING:
    from mentorcrm.core.backup import Prepared
    from mentorcrm.gui.app import App
    from mentorcrm.gui.tasks import Task


class Restoring(QObject):
    """Check and copy a backup on another thread, then put it in the place of the data."""

    restored = Signal(object)
    failed = Signal(str)

    def __init__(self, app: App, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._beside: Task | None = None

    def begin(self, backup: Path, beside: Task | None = None) -> None:
        """Restore ``backup``; one of the signals tells how it ended.

        No other task but ``beside`` may run when the data is exchanged.
        """
        self._beside = beside
        folder = self._app.db.folder
        self._app.run(
            _("Restoring a backup"),
            lambda _progress: core.backup.prepare_restore(folder, backup),
            self._exchange,
            self._not_prepared,
        )

    def _not_prepared(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.failed.emit(error.message)
        else:
            self.failed.emit(_("The restore was stopped. Nothing was changed."))

    def _exchange(self, prepared: Prepared) -> None:
        """Close, exchange and open in one go, so that no page reads in between."""
        app = self._app
        others = app.tasks.others(self._beside)
        if others:
            words = _("“{task}” began meanwhile. Please wait for it, then restore again.")
            self.failed.emit(words.format(task=others[0].label))
            return
        folder = app.db.folder
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            app.detach()
            try:
                core.backup.swap(folder, prepared, app.now())
            finally:
                app.attach(core.database.Database.open(folder, now=app.now))
        except UserError as error:
            self.failed.emit(error.message)
            return
        finally:
            QGuiApplication.restoreOverrideCursor()
        tables = dict.fromkeys(core.schema.Base.metadata.tables)
        app.changed.emit(Changes(kind="outside", tables=tables))
        self.restored.emit(prepared.info)
