"""Backups: see them, make one, go back to one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mentorcrm import core
from mentorcrm.core import moments
from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _, ngettext
from mentorcrm.core.progress import Progress
from mentorcrm.core.settings import BACKUPS_KEPT
from mentorcrm.gui.backups.restoring import Restoring
from mentorcrm.gui.backups.table import BackupTable
from mentorcrm.gui.format import count
from mentorcrm.gui.widgets.buttons import IconButton
from mentorcrm.gui.widgets.labels import EmptyState, plain_label, set_role

if TYPE_CHECKING:
    from mentorcrm.core.backup import BackupInfo
    from mentorcrm.gui.app import App
    from mentorcrm.gui.tasks import Task


class BackupsDialog(QDialog):
    """List the backups; make, check and restore them."""

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._restoring = Restoring(app, self)
        self._restoring.restored.connect(self._restored)
        self._restoring.failed.connect(self._failed)
        self.setWindowTitle(_("Backups"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.table = BackupTable(app)
        self.table.chosen.connect(self._update)
        self.empty = EmptyState("archive-restore", _("No backup has been made yet."))
        self.make_button = IconButton("save", _("Back up now"), primary=True)
        self.make_button.clicked.connect(self.make)
        self.restore_button = IconButton("archive-restore", _("Restore…"))
        self.restore_button.clicked.connect(self.restore_selected)
        self.file_button = QPushButton(_("Restore from a file…"))
        self.file_button.clicked.connect(self._choose_file)
        self.folder_button = QPushButton(_("Show folder"))
        self.folder_button.clicked.connect(self.show_folder)
        self.close_button = QPushButton(_("Close"))
        self.close_button.clicked.connect(self.reject)
        self.message = plain_label("", "muted")
        self.message.setWordWrap(True)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self._busy = False
        self._checking: Task | None = None
        """Reads backups only, so a restore need not wait for it."""
        self._closed = False
        self._lay_out()
        self.reload()

    def reload(self) -> None:
        """Read the list anew and check in the background that each backup is sound."""
        found = core.backup.available(self._app.db.folder)
        self.table.fill(found)
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        self._update()
        self._check([info.path for info in found if info.whole])

    def make(self) -> None:
        """Make a backup now."""
        db, now = self._app.db, self._app.now()

        def work(_progress: Progress) -> BackupInfo:
            return core.backup.make(db, now=now)

        self._begin(_("Making a backup"))
        self._app.run(_("Making a backup"), work, self._made, self._not_made)

    def restore_selected(self) -> None:
        """Go back to the selected backup."""
        info = self.table.selected()
        if info is not None:
            self.restore(info)

    def restore(self, info: BackupInfo) -> None:
        """Go back to ``info``, after asking."""
        others = self._app.tasks.others(self._checking)
        if others:
            self._say(_("Please wait until this is finished: {task}.").format(task=others[0].label))
        elif self._confirmed(info):
            self._begin(_("Restoring a backup"))
            self._restoring.begin(info.path, beside=self._checking)

    def show_folder(self) -> None:
        """Open the folder of the backups in the desktop's file manager."""
        folder = core.backup.backups_folder(self._app.db.folder)
        folder.mkdir(mode=0o700, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def reject(self) -> None:
        """Close, but not in the middle of a backup or restore: they take seconds."""
        if not self._busy:
            super().reject()

    def done(self, result: int) -> None:
        """Close; what a check still finds is of no interest then."""
        self._closed = True
        super().done(result)

    def _confirmed(self, info: BackupInfo) -> bool:
        app = self._app
        local = moments.local_at(info.made_at, app.zone())
        today = moments.local_at(app.now(), app.zone()).date()
        day = moments.day_words(local.date(), today)
        text = ngettext("The backup holds {n} person.", "The backup holds {n} people.", info.people)
        known = text.format(n=count(info.people)) + " " if info.sha256 else ""
        return app.notices.confirm(
            _("Replace your data with the backup of {day}, {time}?").format(
                day=day, time=local.strftime("%H:%M")
            ),
            known
            + _(
                "Everything that was changed since then goes out of the window. "
                "The data of now is kept for 30 days in the folder “replaced” beside your data."
            ),
            _("Replace with the backup of {day}").format(day=day),
        )

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, _("Restore from a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_("Backups (*.db)"), _("All files (*)")])
        dialog.fileSelected.connect(lambda name: self.restore_file(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def restore_file(self, path: Path) -> None:
        """Go back to a backup that lies elsewhere, if it is one."""

        def verified(info: BackupInfo) -> None:
            self._end()
            self._say("")
            self.restore(info)

        words = _("Checking the backup")
        self._begin(words)
        self._app.run(words, lambda _p: core.backup.verify(path), verified, self._not_verified)

    def _not_verified(self, error: Exception) -> None:
        self._failed(error.message if isinstance(error, UserError) else _("Nothing was restored."))

    def _check(self, paths: list[Path]) -> None:
        def work(progress: Progress) -> dict[Path, bool]:
            found: dict[Path, bool] = {}
            for path in paths:
                progress.check()
                try:
                    core.backup.verify(path)
                    found[path] = True
                except UserError:
                    found[path] = False
            return found

        words = _("Checking backups")
        self._checking = self._app.run(words, work, self._checked, lambda _error: None)
        self.finished.connect(self._checking.cancel)

    def _checked(self, found: dict[Path, bool]) -> None:
        if self._closed:
            return
        for path, sound in found.items():
            self.table.set_state(path, sound=sound)

    def _made(self, info: BackupInfo) -> None:
        self._end()
        self.reload()
        people = ngettext("{n} person", "{n} people", info.people).format(n=count(info.people))
        self._say(_("The backup is made and checked: {people}.").format(people=people))
        self._app.notices.status(_("Backup made"))

    def _not_made(self, error: Exception) -> None:
        self._failed(error.message if isinstance(error, UserError) else _("No backup was made."))

    def _restored(self, info: BackupInfo) -> None:
        self._end()
        self.reload()
        text = _("Restored. Your data is as it was in that backup.")
        self._say(text)
        self._app.notices.status(text)

    def _failed(self, text: str) -> None:
        self._end()
        self._say(text, role="danger")

    def _begin(self, words: str) -> None:
        self._busy = True
        self.progress.setAccessibleName(words)
        self.progress.show()
        self._say(words + "…")
        self._update()

    def _end(self) -> None:
        self._busy = False
        self.progress.hide()
        self._update()

    def _say(self, text: str, role: str = "muted") -> None:
        set_role(self.message, role)
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def _update(self) -> None:
        for button in (self.make_button, self.file_button, self.close_button):
            button.setEnabled(not self._busy)
        self.restore_button.setEnabled(not self._busy and self.table.selected() is not None)

    def _lay_out(self) -> None:
        kept = self._app.settings.get(BACKUPS_KEPT)
        intro = plain_label(
            _(
                "A backup is made every day and before each upgrade; the last {n} are kept. "
                "Each is read again before it counts. They stay on this computer: "
                "copy one to another disk from time to time."
            ).format(n=kept),
            "muted",
        )
        intro.setWordWrap(True)
        self.progress.hide()
        self.message.hide()
        actions = QHBoxLayout()
        actions.setSpacing(8)
        for button in (self.make_button, self.restore_button, self.file_button):
            actions.addWidget(button)
        actions.addStretch(1)
        for button in (self.folder_button, self.close_button):
            actions.addWidget(button)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        body = QVBoxLayout(self)
        body.setContentsMargins(24, 20, 24, 20)
        body.setSpacing(12)
        body.addWidget(plain_label(_("Backups"), "h1"))
        body.addWidget(intro)
        body.addWidget(self.table, 1)
        body.addWidget(self.empty, 1)
        body.addWidget(self.message)
        body.addWidget(self.progress)
        body.addLayout(actions)
        char = self.fontMetrics().averageCharWidth()
        self.resize(char * 104, char * 58)
