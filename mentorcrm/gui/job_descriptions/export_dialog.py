"""Write a document to a file, or copy it as a message: format, preview, place."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mentorcrm import core
from mentorcrm.core.errors import Cancelled, UserError
from mentorcrm.core.i18n import _, ngettext
from mentorcrm.core.settings import EXPORT_FOLDER, PAPER
from mentorcrm.gui.app import App
from mentorcrm.gui.format import path_of, place_words
from mentorcrm.gui.job_descriptions.export_forms import Form, file_forms, message_forms
from mentorcrm.gui.job_descriptions.export_preview import ExportPreview
from mentorcrm.gui.tasks import Task
from mentorcrm.gui.widgets.choices import Choice
from mentorcrm.gui.widgets.labels import plain_label
from mentorcrm.printing.pages import lay_out, picture
from mentorcrm.printing.pdf import millimetres, pdf

if TYPE_CHECKING:
    from mentorcrm.core.documents import Document
    from mentorcrm.core.progress import Progress

_ZOOM = 0.72
"""Of the size on paper: a whole page can be taken in, and its text read."""


class ExportDialog(QDialog):
    """Ask for format and place of one document, write it, and say where it lies."""

    print_requested = Signal()

    def __init__(
        self, app: App, document: Document, messages: Mapping[int, str], parent: QWidget | None
    ) -> None:
        """Offer ``document`` as a file, and ``messages``, by their limit, to be copied."""
        super().__init__(parent)
        self._app = app
        self._document = document
        self._messages = dict(messages)
        self._task: Task | None = None
        self._named_by_user = False
        self.setWindowTitle(_("Export ideal mentor"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.format = Choice()
        self.paper = Choice()
        self.about = plain_label("", "muted")
        self.preview = ExportPreview()
        self.file = QLineEdit()
        self.choose_button = QPushButton(_("Choose…"))
        self.note = plain_label("", "muted")
        self.copy_button = QPushButton(_("Copy text"))
        self.print_button = QPushButton(_("Print…"))
        self.cancel_button = QPushButton(_("Cancel"))
        self.export_button = QPushButton(_("Export"))
        self._fill()
        self._lay_out()
        self._connect()
        self._form_chosen()

    @property
    def form(self) -> Form:
        """Return the chosen format."""
        chosen = self.format.currentData()
        return chosen if isinstance(chosen, Form) else file_forms()[0]

    def choose(self, key: str) -> None:
        """Choose the format called ``key``."""
        keys = [getattr(self.format.itemData(n), "key", "") for n in range(self.format.count())]
        self.format.setCurrentIndex(keys.index(key))

    # Building

    def _fill(self) -> None:
        for form in file_forms():
            self.format.addItem(form.title, form)
        if self._messages:
            self.format.insertSeparator(self.format.count())
            for form in message_forms(core.documents.LIMITS):
                self.format.addItem(form.title, form)
        self.paper.addItem(_("A4"), "a4")
        self.paper.addItem(_("US Letter"), "letter")
        chosen = core.documents.paper_of(self._app.settings.get(PAPER))
        self.paper.setCurrentIndex(self.paper.findData(chosen))
        self.format.setAccessibleName(_("Format"))
        self.paper.setAccessibleName(_("Paper"))
        self.file.setAccessibleName(_("File"))
        for label in (self.about, self.note):
            label.setWordWrap(True)
        self.export_button.setProperty("primary", True)
        self.export_button.setDefault(True)
        for button in (self.choose_button, self.copy_button, self.print_button, self.cancel_button):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(_label(_("&Format"), self.format))
        top.addWidget(self.format, 1)
        self._paper_label = _label(_("&Paper"), self.paper)
        top.addSpacing(8)
        top.addWidget(self._paper_label)
        top.addWidget(self.paper)
        line = QHBoxLayout()
        line.setSpacing(8)
        self._file_label = _label(_("F&ile"), self.file)
        line.addWidget(self._file_label)
        line.addWidget(self.file, 1)
        line.addWidget(self.choose_button)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.print_button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.export_button)
        body = QVBoxLayout(self)
        body.setContentsMargins(24, 20, 24, 20)
        body.setSpacing(12)
        body.addWidget(plain_label(_("Export ideal mentor"), "h1"))
        body.addLayout(top)
        body.addWidget(self.about)
        body.addWidget(self.preview, 1)
        body.addLayout(line)
        body.addWidget(self.note)
        body.addLayout(buttons)
        room = self.screen().availableSize()
        wide = self.fontMetrics().averageCharWidth()
        self.resize(min(wide * 104, room.width() - 40), min(wide * 96, room.height() - 60))

    def _connect(self) -> None:
        self.format.currentIndexChanged.connect(self._form_chosen)
        self.paper.currentIndexChanged.connect(self._paper_chosen)
        self.file.textEdited.connect(self._file_typed)
        self.file.textChanged.connect(self._look_at_file)
        self.preview.text_changed.connect(self._enable)
        self.choose_button.clicked.connect(self.choose_file)
        self.copy_button.clicked.connect(self.copy_text)
        self.print_button.clicked.connect(self.print_requested)
        self.cancel_button.clicked.connect(self.reject)
        self.export_button.clicked.connect(self.export)

    # Choices

    def _form_chosen(self) -> None:
        form = self.form
        is_file = form.shown != "message"
        self.about.setText(form.about)
        for row in (self._file_label, self.file, self.choose_button, self.export_button):
            row.setVisible(is_file)
        for row in (self._paper_label, self.paper, self.print_button):
            row.setVisible(form.shown == "page")
        self.copy_button.setVisible(form.shown in ("message", "text"))
        self.copy_button.setProperty("primary", not is_file)
        self.copy_button.style().unpolish(self.copy_button)
        self.copy_button.style().polish(self.copy_button)
        self._show_preview(form)
        if is_file:
            self._name_file()
        self._look_at_file()

    def _paper_chosen(self) -> None:
        self._app.settings.remember(PAPER, self.paper.currentData())
        self._show_preview(self.form)

    def _show_preview(self, form: Form) -> None:
        if form.shown == "page":
            self._draw_page()
        elif form.shown == "reading":
            self.preview.show_reading(core.documents.as_markdown(self._document))
        elif form.shown == "message":
            self.preview.show_message(self._messages.get(form.limit, ""), form.limit)
        elif form.key == "markdown":
            self.preview.show_text(core.documents.as_markdown(self._document))
        else:
            self.preview.show_text(core.documents.as_text(self._document))

    def _draw_page(self) -> None:
        document, paper = self._document, self.paper.currentData()
        ratio = self.devicePixelRatioF()
        dots = self.logicalDpiX() * _ZOOM * ratio

        def work(_progress: Progress) -> tuple[str, QImage, int]:
            size = millimetres(paper)
            pages = lay_out(document, size)
            image = picture(pages, size, 0, dots)
            image.setDevicePixelRatio(ratio)
            return paper, image, pages.count

        self.preview.show_wait()
        self._app.run(_("Drawing the page"), work, self._page_drawn)

    def _page_drawn(self, drawn: tuple[str, QImage, int]) -> None:
        paper, image, pages = drawn
        if paper == self.paper.currentData() and self.form.shown == "page":
            words = ngettext("{n} page", "{n} pages", pages).format(n=pages)
            if self.form.key == "docx":
                words += " · " + _("your word processor may break the lines elsewhere")
            self.preview.show_page(image, words)

    # The file

    def _name_file(self) -> None:
        suffix = core.documents.FORMS[self.form.key].suffix
        if not self._named_by_user:
            today = self._app.today()
            name = core.documents.proposed_name(self._document, today, suffix)
            self.file.setText(place_words(self._folder() / name))
            return
        path = Path(self.file.text())
        if path.suffix.casefold() in {form.suffix for form in core.documents.FORMS.values()}:
            self.file.setText(str(path.with_suffix(suffix)))

    def _folder(self) -> Path:
        kept = self._app.settings.get(EXPORT_FOLDER)
        if kept and Path(kept).is_dir():
            return Path(kept)
        place = QStandardPaths.StandardLocation.DocumentsLocation
        documents = QStandardPaths.writableLocation(place)
        return Path(documents) if documents and Path(documents).is_dir() else Path.home()

    def _file_typed(self) -> None:
        self._named_by_user = True

    def _look_at_file(self) -> None:
        path = self.path()
        there = path is not None and _is_there(path)
        self._say(_("This file is there already and will be replaced.") if there else "")
        self._enable()

    def _say(self, text: str) -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def _enable(self) -> None:
        self.export_button.setEnabled(self.path() is not None and self._task is None)
        self.copy_button.setEnabled(self.preview.fits)

    def path(self) -> Path | None:
        """Return the file to write, None while none is named."""
        text = self.file.text().strip()
        if not text or self.form.shown == "message":
            return None
        path = self._folder() / path_of(text)
        if not path.name:
            return None
        suffix = core.documents.FORMS[self.form.key].suffix
        return path if path.suffix.casefold() == suffix else path.with_name(path.name + suffix)

    def choose_file(self) -> None:
        """Let the user choose the file in the system's dialog."""
        suffix = core.documents.FORMS[self.form.key].suffix
        chooser = QFileDialog(self, _("Export to"), str(path_of(self.file.text())))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilter(f"{self.form.title} (*{suffix})")
        chooser.setDefaultSuffix(suffix.removeprefix("."))
        chooser.selectFile(str(path_of(self.file.text())))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self._file_chosen)
        chooser.open()

    def _file_chosen(self, name: str) -> None:
        self._named_by_user = True
        self.file.setText(place_words(Path(name)))

    # Doing it

    def copy_text(self) -> None:
        """Put the text that is shown into the clipboard."""
        QGuiApplication.clipboard().setText(self.preview.text.toPlainText())
        self._app.notices.status(_("Copied the text"))
        if self.form.shown == "message":
            self.accept()

    def export(self) -> None:
        """Write the file; the dialog stays until it is done."""
        path, document, paper = self.path(), self._document, self.paper.currentData()
        if path is None or self._task is not None:
            return

        def work(_progress: Progress) -> Path:
            core.documents.write(path, document, paper=paper, pdf=pdf)
            return path

        self._task = self._app.run(_("Exporting"), work, self._done, self._failed)
        self._enable()

    def _done(self, path: Path) -> None:
        self._app.settings.remember(EXPORT_FOLDER, str(path.parent))
        words = _("“{title}” written to {file}")
        text = words.format(title=self._document.title, file=path.name)
        opened, folder = QUrl.fromLocalFile(str(path)), QUrl.fromLocalFile(str(path.parent))
        self._app.notices.toast(
            text,
            [
                (_("Open"), lambda: QDesktopServices.openUrl(opened)),
                (_("Show folder"), lambda: QDesktopServices.openUrl(folder)),
            ],
        )
        self.accept()

    def _failed(self, error: Exception) -> None:
        self._task = None
        self._enable()
        if isinstance(error, UserError):
            self._say(error.message)
        elif isinstance(error, Cancelled):
            self._say(_("Cancelled. No file was written."))


def _label(title: str, buddy: QWidget) -> QWidget:
    label = plain_label(title)
    label.setBuddy(buddy)
    return label


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False  # such a name cannot be; writing will say why
