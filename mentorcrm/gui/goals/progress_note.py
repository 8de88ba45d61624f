"""The monthly note to a mentor: written from what happened, yours to change, never sent."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _
from mentorcrm.core.settings import PAPER
from mentorcrm.gui.app import App
from mentorcrm.gui.format import place_words
from mentorcrm.gui.widgets.buttons import IconButton
from mentorcrm.gui.widgets.choices import Choice
from mentorcrm.gui.widgets.labels import plain_label
from mentorcrm.gui.widgets.markdown_editor import MarkdownEditor

if TYPE_CHECKING:
    from mentorcrm.core.documents import Document

_MONTHS = 12


class ProgressNoteDialog(QDialog):
    """Show the note of a month, to be changed, copied and saved.

    What the user changes is kept as a draft for its month and mentor: it is there again when
    the dialog is.
    """

    def __init__(self, app: App, goal_id: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._app, self._goal = app, goal_id
        self._written = ""
        """The note as the program wrote it."""
        self._shown = ""
        """Under which name changes to the note shown are kept."""
        self._months: list[date] = []
        self.said = plain_label("", "caption")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Progress note"))
        self.month, self.mentor = Choice(), Choice()
        self.month.setAccessibleName(_("Month"))
        self.mentor.setAccessibleName(_("For"))
        self.text = MarkdownEditor(_("The note"), _("Write to your mentor"))
        self.anew = IconButton("refresh-cw", _("Write anew"))
        self.anew.setToolTip(_("Put your changes away and write it from what happened"))
        self.copy_button = IconButton("copy", _("Copy text"))
        self.save_button = IconButton("download", _("Save…"))
        self.close_button = QPushButton(_("Close"))
        self._fill()
        self._lay_out()
        self._connect()
        self._show_note()
        self.text.source.setFocus()

    def save_to(self, path: Path) -> None:
        """Write the note to ``path``; its ending decides the format."""
        document = self._document()
        paper = core.documents.paper_of(self._app.settings.get(PAPER))

        def write(_progress: object) -> None:
            core.documents.write(path, document, paper=paper, pdf=_pdf)

        def say(_result: object) -> None:
            folder = QUrl.fromLocalFile(str(path.parent))
            show = (_("Show folder"), lambda: QDesktopServices.openUrl(folder))
            words = _("Saved the note as {file}").format(file=place_words(path))
            self._say(words)
            self._app.notices.toast(words, [show])

        self._app.run(_("Saving the note"), write, say)

    def copy_text(self) -> None:
        """Put the note on the clipboard."""
        QGuiApplication.clipboard().setText(self.text.text())
        self._say(_("Copied the note"))
        self._app.notices.status(_("Copied the note"))

    def write_anew(self) -> None:
        """Put the changes away, and write the note from what happened."""
        self._app.system(core.drafts.discard, "goal", self._goal, self._field())
        self._show_note()

    def choose_file(self) -> None:
        """Ask where to save."""
        place = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(place) or str(Path.home()))
        name = core.documents.proposed_name(self._document(), self._app.today(), ".docx")
        dialog = QFileDialog(self, _("Save the note"), str(folder / name))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(_filters())
        dialog.setDefaultSuffix("docx")
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix(chosen.rpartition("*.")[2].rstrip(")"))
        )
        dialog.fileSelected.connect(lambda path: self.save_to(Path(path)))
        dialog.open()

    def done(self, result: int) -> None:
        """Keep what was changed, then close."""
        self.text.flush()
        super().done(result)

    def _say(self, words: str) -> None:
        self.said.setText(words)

    def _document(self) -> Document:
        goal = self._app.read(core.goals.detail, self._goal)
        return core.documents.Document(
            title=core.goals.progress_note_title(goal.title, self._month()),
            body=self.text.text(),
            language=core.documents.usual_language(),
        )

    def _show_note(self) -> None:
        self.text.flush()
        self._shown = self._field()
        self._written = self._app.read(
            core.goals.progress_note,
            self._goal,
            self._month(),
            self._app.now(),
            self._app.zone(),
            candidate_id=self.mentor.currentData(),
        )
        changed = self._app.read(core.drafts.text_of, "goal", self._goal, self._shown)
        self.text.load(self._written if changed is None else changed, force=True)
        self.anew.setEnabled(changed is not None)

    def _keep(self, text: str) -> None:
        if text == self._written:
            self._app.system(core.drafts.discard, "goal", self._goal, self._shown)
        else:
            now = self._app.now()
            self._app.system(core.drafts.save, "goal", self._goal, self._shown, text, now)
        self.anew.setEnabled(text != self._written)

    def _field(self) -> str:
        """Return the name under which changes to this note are kept."""
        return f"progress_note {self._month():%Y-%m} {self.mentor.currentData() or ''}".strip()

    def _month(self) -> date:
        return self._months[self.month.currentIndex()]

    def _fill(self) -> None:
        today = self._app.today()
        month = today.replace(day=1)
        for _place in range(_MONTHS):
            self.month.addItem(core.goals.month_words(month))
            self._months.append(month)
            month = (month - timedelta(days=1)).replace(day=1)
        self.month.setCurrentIndex(self._months.index(core.goals.usual_month(today)))
        mentors = self._app.read(core.goals.mentors, self._goal)
        for mentor in mentors:
            self.mentor.addItem(mentor.name, mentor.candidate_id)
        self.mentor.addItem(_("Nobody in particular"), None)
        self.mentor.setCurrentIndex(0)

    def _connect(self) -> None:
        self.month.activated.connect(lambda _place: self._show_note())
        self.mentor.activated.connect(lambda _place: self._show_note())
        self.text.draft.connect(self._keep)
        self.text.committed.connect(self._keep)
        self.anew.clicked.connect(self.write_anew)
        self.copy_button.clicked.connect(self.copy_text)
        self.save_button.clicked.connect(self.choose_file)
        self.close_button.clicked.connect(self.accept)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        for words, box in ((_("&Month"), self.month), (_("&For"), self.mentor)):
            label = plain_label(words)
            label.setBuddy(box)
            top.addWidget(label)
            top.addWidget(box)
            top.addSpacing(12)
        top.addStretch(1)
        top.addWidget(self.anew)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self.said.setWordWrap(True)
        self._say(_("Nothing is sent. Copy it, or save it and send it yourself."))
        buttons.addWidget(self.said, 1)
        for button in (self.copy_button, self.save_button, self.close_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        body = QVBoxLayout(self)
        body.setContentsMargins(24, 20, 24, 20)
        body.setSpacing(12)
        body.addWidget(plain_label(_("Progress note"), "h1"))
        body.addLayout(top)
        body.addWidget(self.text, 1)
        body.addLayout(buttons)
        letters = self.fontMetrics()
        self.resize(letters.averageCharWidth() * 110, letters.height() * 36)


def _filters() -> list[str]:
    return [
        _("Word document (*.docx)"),
        _("PDF (*.pdf)"),
        _("Markdown (*.md)"),
        _("Web page (*.html)"),
        _("Plain text (*.txt)"),
    ]


def _pdf(document: Document, path: Path, paper: str) -> None:
    from mentorcrm.printing.pdf import pdf  # noqa: PLC0415 - laying out pages is for few notes

    pdf(document, path, paper)
