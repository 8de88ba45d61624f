"""The export dialog: what, whom, in which format and where; the writing goes on beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from mentorcrm import core
from mentorcrm.core.errors import Cancelled, UserError
from mentorcrm.core.i18n import _, ngettext
from mentorcrm.core.progress import Progress
from mentorcrm.core.settings import EXPORT_FOLDER
from mentorcrm.gui.app import App
from mentorcrm.gui.format import path_of, place_words
from mentorcrm.gui.tasks import Task
from mentorcrm.gui.widgets.choices import Choice
from mentorcrm.gui.widgets.labels import plain_label

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from mentorcrm.core.board import BoardFilter
    from mentorcrm.core.contacts import ContactFilter
    from mentorcrm.core.exports import Exported

_SAFE = "csv-safe"


def shown_by(section: str, page: QWidget | None, ids: Sequence[int] | None = None) -> Shown:
    """Return what ``page`` of a section shows; ``ids`` instead of its own selection."""
    if section not in ("board", "people") or page is None:
        return Shown()
    what = "candidates" if section == "board" else "contacts"
    selected = ids if ids is not None else getattr(page, "current_ids", list)()
    asked = getattr(page, "shown_filter", None)
    chosen = asked() if asked is not None else None
    everybody = core.board.BoardFilter() if what == "candidates" else core.contacts.ContactFilter()
    return Shown(what, None if chosen == everybody else chosen, tuple(selected))


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page behind the dialog shows and has selected."""

    what: str = "contacts"
    chosen: ContactFilter | BoardFilter | None = None
    """The filter in force; None when everybody is shown."""
    selected: tuple[int, ...] = ()


def formats() -> tuple[tuple[str, str, str], ...]:
    """Return key, title and explanation of each format, the proposed one first."""
    return (
        (
            _SAFE,
            _("CSV for spreadsheets"),
            _("No text can run as a formula. MentorCRM reads it back exactly."),
        ),
        (
            "csv",
            _("CSV with the texts as they are"),
            _("For other programs, not for spreadsheets."),
        ),
        ("vcard", _("vCard"), _("For address books and phones.")),
    )


class ExportDialog(QDialog):
    """Ask what to export and where, write it, and say where it lies."""

    def __init__(self, app: App, shown: Shown | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._shown = shown or Shown()
        self._task: Task | None = None
        self._named_by_user = False
        self.setWindowTitle(_("Export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.what = Choice()
        self.scopes = QButtonGroup(self)
        self.everybody = QRadioButton()
        self.only_choice = plain_label("")
        self.filtered = QRadioButton()
        self.selected = QRadioButton()
        self.format = Choice()
        self.explanation = plain_label("", "muted")
        self.file = QLineEdit()
        self.choose_button = QPushButton(_("Choose…"))
        self.note = plain_label("", "muted")
        self.progress = QProgressBar()
        self.cancel_button = QPushButton(_("Cancel"))
        self.export_button = QPushButton(_("Export"))
        self._fill()
        self._lay_out()
        self._connect()
        self._what_chosen()
        self._format_chosen()

    # Building

    def _fill(self) -> None:
        self.what.addItem(_("People"), "contacts")
        self.what.addItem(_("Mentors on the board"), "candidates")
        self.what.setCurrentIndex(self.what.findData(self._shown.what))
        for key, title, _explanation in formats():
            self.format.addItem(title, key)
        for place, button in enumerate((self.everybody, self.filtered, self.selected)):
            self.scopes.addButton(button, place)
        self.explanation.setWordWrap(True)
        self.note.setWordWrap(True)
        self.what.setAccessibleName(_("What"))
        self.format.setAccessibleName(_("Format"))
        self.file.setAccessibleName(_("File"))
        self.progress.setVisible(False)
        self.progress.setAccessibleName(_("Export"))
        self.export_button.setProperty("primary", True)
        self.export_button.setDefault(True)
        self.choose_button.setAutoDefault(False)
        self.cancel_button.setAutoDefault(False)

    def _lay_out(self) -> None:
        self.form = QFormLayout()
        self.form.setVerticalSpacing(14)
        self.form.setHorizontalSpacing(16)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._add_row(_("&What"), self.what)
        scopes = QVBoxLayout()
        scopes.setSpacing(6)
        scopes.addWidget(self.only_choice)
        for button in self.scopes.buttons():
            scopes.addWidget(button)
        self.form.addRow(plain_label(_("Whom")), scopes)
        self._add_row(_("&Format"), self.format, self.explanation)
        self._add_row(_("F&ile"), self.file, self.note, beside=self.choose_button)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.progress, 1)
        buttons.addStretch(0)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.export_button)
        body = QVBoxLayout(self)
        body.setContentsMargins(24, 20, 24, 20)
        body.setSpacing(16)
        body.addWidget(plain_label(_("Export"), "h1"))
        body.addLayout(self.form)
        body.addStretch(1)
        body.addLayout(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 76)

    def _add_row(
        self,
        title: str,
        field: QWidget,
        below: QWidget | None = None,
        beside: QWidget | None = None,
    ) -> None:
        label = plain_label(title)
        label.setBuddy(field)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(field, 1)
        if beside is not None:
            line.addWidget(beside)
        lines = QVBoxLayout()
        lines.setSpacing(4)
        lines.addLayout(line)
        if below is not None:
            lines.addWidget(below)
        self.form.addRow(label, lines)

    def _connect(self) -> None:
        self.what.currentIndexChanged.connect(self._what_chosen)
        self.format.currentIndexChanged.connect(self._format_chosen)
        self.file.textEdited.connect(self._file_typed)
        self.file.textChanged.connect(self._look_at_file)
        self.choose_button.clicked.connect(self.choose_file)
        self.cancel_button.clicked.connect(self.reject)
        self.export_button.clicked.connect(self.export)

    # Choices

    def _what_chosen(self) -> None:
        what = self.what.currentData()
        shown = self._shown if what == self._shown.what else Shown(what)
        self.everybody.setText(_("All ({count})").format(count=self._count(what, None)))
        if shown.chosen is not None:
            count = self._count(what, shown.chosen)
            self.filtered.setText(_("Those shown now ({count})").format(count=count))
        self.selected.setText(_("Those selected ({count})").format(count=len(shown.selected)))
        alone = shown.chosen is None and not shown.selected
        self.only_choice.setText(self.everybody.text())
        self.only_choice.setVisible(alone)
        self.everybody.setVisible(not alone)
        self.filtered.setVisible(shown.chosen is not None)
        self.selected.setVisible(bool(shown.selected))
        if len(shown.selected) > 1:
            self.selected.setChecked(True)
        elif shown.chosen is not None:
            self.filtered.setChecked(True)
        else:
            self.everybody.setChecked(True)
        self._propose_name()

    def _format_chosen(self) -> None:
        self.explanation.setText(formats()[self.format.currentIndex()][2])
        if self._named_by_user:
            path = Path(self.file.text())
            if path.suffix.casefold() in {each.suffix for each in core.exports.FORMATS.values()}:
                self.file.setText(str(path.with_suffix(self._form().suffix)))
        else:
            self._propose_name()

    def _propose_name(self) -> None:
        if self._named_by_user:
            return
        today = self._app.today()
        name = core.exports.proposed_name(self.what.currentData(), today, self._form().suffix)
        self.file.setText(place_words(self._folder() / name))

    def _folder(self) -> Path:
        kept = self._app.settings.get(EXPORT_FOLDER)
        if kept and Path(kept).is_dir():
            return Path(kept)
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        return Path(documents) if documents and Path(documents).is_dir() else Path.home()

    def _file_typed(self) -> None:
        self._named_by_user = True

    def _look_at_file(self) -> None:
        path = self.path()
        self.export_button.setEnabled(path is not None)
        replaces = path is not None and _is_there(path)
        self.note.setText(_("This file is there already and will be replaced.") if replaces else "")

    def choose_file(self) -> None:
        """Let the user choose the file in the system's dialog."""
        chooser = QFileDialog(self, _("Export to"), str(path_of(self.file.text())))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilter(f"{self.format.currentText()} (*{self._form().suffix})")
        chooser.setDefaultSuffix(self._form().suffix.removeprefix("."))
        chooser.selectFile(str(path_of(self.file.text())))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self._file_chosen)
        chooser.open()

    def _file_chosen(self, name: str) -> None:
        self._named_by_user = True
        self.file.setText(place_words(Path(name)))

    def path(self) -> Path | None:
        """Return the file to write, None while none is named."""
        text = self.file.text().strip()
        if not text:
            return None
        path = self._folder() / path_of(text)
        if not path.name:
            return None
        suffix = self._form().suffix
        return path if path.suffix.casefold() == suffix else path.with_name(path.name + suffix)

    def _form(self) -> Any:
        return core.exports.FORMATS[self.format.currentData() or _SAFE]

    def _count(self, what: str, chosen: ContactFilter | BoardFilter | None) -> int:
        return len(self._app.read(core.exports.shown_ids, what, self._timed(chosen)))

    def _timed(
        self, chosen: ContactFilter | BoardFilter | None
    ) -> ContactFilter | BoardFilter | None:
        """Return the filter with what "due" means at this moment."""
        if isinstance(chosen, core.board.BoardFilter):
            return replace(chosen, now=self._app.now(), zone=self._app.zone())
        return chosen

    # Doing it

    def export(self) -> None:
        """Write the file; the dialog stays until it is done."""
        path = self.path()
        if path is None or self._task is not None:
            return
        what, form, zone = self.what.currentData(), self._form(), self._app.zone()
        selected = self._shown.selected if self.selected.isChecked() else None
        chosen = self._timed(self._shown.chosen) if self.filtered.isChecked() else None

        def ids(session: Session) -> Sequence[int]:
            return selected or core.exports.shown_ids(session, what, chosen)

        def work(progress: Progress) -> Exported:
            db = self._app.db
            with db.read() as session:
                wanted = ids(session)
            return core.exports.export(
                db, path, form, what, ids=wanted, zone=zone, progress=progress
            )

        self._set_busy(True)
        self._task = self._app.run(_("Exporting"), work, self._done, self._failed)
        self._task.progressed.connect(self._show_progress)

    def _show_progress(self, done: int, total: int | None, _text: str) -> None:
        self.progress.setRange(0, total or 0)
        self.progress.setValue(done)

    def _done(self, exported: Exported) -> None:
        self._task = None
        self._app.settings.remember(EXPORT_FOLDER, str(exported.path.parent))
        count = exported.count
        if self.what.currentData() == "candidates":
            words = ngettext("{count} mentor", "{count} mentors", count)
        else:
            words = ngettext("{count} person", "{count} people", count)
        text = _("{people} written to {file}").format(
            people=words.format(count=count), file=exported.path.name
        )
        folder = QUrl.fromLocalFile(str(exported.path.parent))
        self._app.notices.toast(
            text, [(_("Show folder"), lambda: QDesktopServices.openUrl(folder))]
        )
        self.accept()

    def _failed(self, error: Exception) -> None:
        self._task = None
        self._set_busy(False)
        if isinstance(error, UserError):
            self.note.setText(error.message)
        elif isinstance(error, Cancelled):
            self.note.setText(_("Cancelled. No file was written."))

    def _set_busy(self, busy: bool) -> None:
        for row in (self.what, self.format, self.file, self.choose_button, self.export_button):
            row.setEnabled(not busy)
        for button in self.scopes.buttons():
            button.setEnabled(not busy)
        self.progress.setRange(0, 0)
        self.progress.setVisible(busy)

    def reject(self) -> None:
        if self._task is not None:
            # The first press stops the writing, and the dialog stays to say so.
            self._task.cancel()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._task is not None:
            self._task.cancel()
            event.ignore()
        else:
            super().closeEvent(event)


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False  # such a name cannot be; writing will say why
