"""The import wizard: choose a file, see what would come in, bring it in, look at the result."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mentorcrm import core
from mentorcrm.core.errors import Cancelled, UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.progress import Progress
from mentorcrm.core.settings import IMPORT_FOLDER
from mentorcrm.gui.app import App
from mentorcrm.gui.imports import words
from mentorcrm.gui.imports.background import sharing
from mentorcrm.gui.imports.pages import (
    ChoosePage,
    MappingPage,
    PreviewPage,
    ProgressPage,
    SummaryPage,
    writes,
)
from mentorcrm.gui.tasks import Task
from mentorcrm.gui.widgets.drops import accept_as_copy, dropped_files
from mentorcrm.gui.widgets.labels import rule

if TYPE_CHECKING:
    from mentorcrm.core.imports import ImportResult, Preview


class ImportWizard(QDialog):
    """Bring people in from one file after the other."""

    people_requested = Signal()
    """The user wants to see the people."""

    def __init__(self, app: App, paths: Sequence[Path] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._waiting = list(paths)
        self._path: Path | None = None
        self._mapping: Mapping[str, str] = {}
        self._preview: Preview | None = None
        self._import_id: int | None = None
        self._task: Task | None = None
        self._closing = False
        self.setWindowTitle(_("Import people"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.choose_page = ChoosePage()
        self.mapping_page = MappingPage()
        self.preview_page = PreviewPage()
        self.progress_page = ProgressPage()
        self.summary_page = SummaryPage()
        self.stack = QStackedWidget()
        self.back_button = QPushButton(_("Back"))
        self.undo_button = QPushButton(_("Undo import"))
        self.people_button = QPushButton(_("View people"))
        self.cancel_button = QPushButton(_("Cancel"))
        self.next_button = QPushButton()
        self._next: Callable[[], None] = self.reject
        self._lay_out()
        self._connect()
        self._go(self.choose_page)
        if self._waiting:
            self._take_next()

    # Building

    def _lay_out(self) -> None:
        for page in (
            *(self.choose_page, self.mapping_page, self.preview_page),
            *(self.progress_page, self.summary_page),
        ):
            self.stack.addWidget(page)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.undo_button)
        buttons.addStretch(1)
        for button in (self.cancel_button, self.people_button, self.next_button):
            buttons.addWidget(button)
        for button in (
            *(self.back_button, self.undo_button, self.people_button),
            *(self.cancel_button, self.next_button),
        ):
            button.setAutoDefault(False)
        self.next_button.setProperty("primary", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(self.stack, 1)
        column.addWidget(rule())
        column.addLayout(buttons)
        letter = self.fontMetrics().averageCharWidth()
        self.resize(max(760, 112 * letter), 680)

    def _connect(self) -> None:
        self.choose_page.drop.button.clicked.connect(self.choose)
        self.choose_page.drop.dropped.connect(self.take)
        self.back_button.clicked.connect(self._back)
        self.cancel_button.clicked.connect(self._cancel)
        self.undo_button.clicked.connect(self.undo_import)
        self.people_button.clicked.connect(self._show_people)
        self.next_button.clicked.connect(self._go_on)

    def _go(self, page: QWidget) -> None:
        """Show ``page`` with the buttons that make sense there."""
        self.stack.setCurrentWidget(page)
        summary, busy = page is self.summary_page, page is self.progress_page
        self.back_button.setVisible(page in (self.mapping_page, self.preview_page))
        self.cancel_button.setVisible(not summary)
        self.cancel_button.setEnabled(True)
        self.undo_button.setVisible(False)
        self.people_button.setVisible(summary)
        self.next_button.setVisible(not busy and page is not self.choose_page)
        focus = self.cancel_button if busy else self.next_button
        (self.choose_page.drop.button if page is self.choose_page else focus).setFocus()

    def _go_on(self) -> None:
        self._next()

    def _offer(self, text: str, step: Callable[[], None]) -> None:
        self.next_button.setText(text)
        self.next_button.setDefault(True)
        self._next = step

    # Choosing

    def choose(self) -> None:
        """Ask for files."""
        dialog = QFileDialog(self, _("Choose your LinkedIn export"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([_("LinkedIn exports (*.csv *.zip)"), _("All files (*)")])
        downloads = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DownloadLocation
        )
        dialog.setDirectory(self._app.settings.get(IMPORT_FOLDER) or downloads)
        dialog.filesSelected.connect(lambda names: self.take([Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take(self, paths: Sequence[Path]) -> None:
        """Look at these files, one after the other."""
        if paths and self._task is None:
            self._waiting = list(paths)
            self._app.settings.remember(IMPORT_FOLDER, str(paths[0].parent))
            self._take_next()

    def _take_next(self) -> None:
        self._path, self._mapping = self._waiting.pop(0), {}
        self.choose_page.show_error("")
        self._look()

    def _look(self) -> None:
        """Read the file and compare it with what is here."""
        path, db, mapping = self._path, self._app.db, self._mapping
        if path is None:
            return

        def work(progress: Progress) -> Preview:
            with sharing():
                return core.imports.preview(db, path, progress, mapping=mapping)

        self._start(_("Reading {file}").format(file=path.name), work, self._show_preview)

    def _show_preview(self, preview: Preview) -> None:
        self._preview = preview
        self.preview_page.show_preview(preview)
        result = preview.result
        self._go(self.preview_page)
        if writes([result]):
            number = result.new + result.updated + result.possible_duplicates
            self._offer(_("Import {people}").format(people=words.people(number)), self.import_file)
        else:
            self._offer_next_file()

    # Importing

    def import_file(self) -> None:
        """Bring the file in."""
        path, db, mapping, now = self._path, self._app.db, self._mapping, self._app.now()
        if path is None:
            return

        def work(progress: Progress) -> ImportResult:
            with sharing():
                return core.imports.run(db, path, progress, now, mapping=mapping)

        self._start(_("Importing {file}").format(file=path.name), work, self._show_summary)

    def _show_summary(self, result: ImportResult) -> None:
        name = self._path.name if self._path else ""
        self.summary_page.show_result(name, result)
        self._go(self.summary_page)
        self._import_id = result.import_id
        self.undo_button.setVisible(result.import_id is not None)
        self._offer_next_file()
        self._app.notices.status(self.summary_page.title.text())

    def undo_import(self) -> None:
        """Take back what was just imported, and nothing that was done since."""
        db, now, import_id = self._app.db, self._app.now(), self._import_id
        if self._path is None or import_id is None:
            return
        name = self._path.name
        is_last = db.undo_label() == _("Import {file}").format(file=name)

        def work(_progress: Progress) -> None:
            with sharing():
                if is_last:
                    db.undo()
                    return
                with db.transaction(_("Take back {file}").format(file=name)) as session:
                    core.imports.take_back(session, import_id, now)

        self._start(_("Undoing the import"), work, self._show_undone)
        self.cancel_button.setEnabled(False)

    def _show_undone(self, _result: object) -> None:
        self._go(self.summary_page)
        self.people_button.setVisible(False)
        self.summary_page.show_undone(_("Your people are as they were before it."))
        self._offer_next_file()

    def _offer_next_file(self) -> None:
        if self._waiting:
            text = _("Next file: {file}").format(file=self._waiting[0].name)
            self._offer(text, self._take_next)
        else:
            self._offer(_("Close"), self.accept)

    def _show_people(self) -> None:
        self.people_requested.emit()
        self.accept()

    # Working

    def _start(
        self, title: str, work: Callable[[Progress], Any], done: Callable[[Any], None]
    ) -> None:
        def finished(result: Any) -> None:
            self._task = None
            if self._closing:
                self.reject()
            else:
                done(result)

        self.progress_page.begin(title, _("This takes a few seconds for large networks."))
        self._go(self.progress_page)
        self._task = self._app.run(title, work, finished, self._failed)
        self._task.progressed.connect(self.progress_page.show_progress)

    def _failed(self, error: Exception) -> None:
        self._task = None
        if self._closing:
            self.reject()
        elif isinstance(error, core.imports.UnknownColumns) and error.columns:
            self.mapping_page.show_columns(self._path.name if self._path else "", error)
            self._go(self.mapping_page)
            self._offer(_("Continue"), self._use_mapping)
        elif isinstance(error, UserError):
            self._choose_again(error.message)
        elif isinstance(error, Cancelled):
            self._choose_again(_("Cancelled. Nothing was imported."))
        else:
            self._choose_again(_("The import failed. Nothing was imported."))

    def _choose_again(self, text: str) -> None:
        self._go(self.choose_page)
        self.choose_page.show_error(text)

    def _use_mapping(self) -> None:
        self._mapping = self.mapping_page.mapping()
        self._look()

    def _back(self) -> None:
        self._choose_again("")

    def _cancel(self) -> None:
        if self._task is not None:
            self.cancel_button.setEnabled(False)
            self._task.cancel()
        else:
            self.reject()

    def reject(self) -> None:
        """Close; work that goes on is cancelled first and leaves nothing."""
        if self._task is not None:
            self._closing = True
            self._cancel()
            return
        super().reject()

    # Dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._task is None and dropped_files(event):
            accept_as_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        accept_as_copy(event)
        self.take(dropped_files(event))
