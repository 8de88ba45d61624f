"""The pages of a document before they are printed, laid out as in the PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mentorcrm.core.i18n import _, ngettext
from mentorcrm.core.settings import PAPER
from mentorcrm.gui.app import App
from mentorcrm.gui.widgets.buttons import icon_button
from mentorcrm.gui.widgets.choices import Choice
from mentorcrm.gui.widgets.labels import plain_label
from mentorcrm.printing.pages import lay_out, paint, paper_of
from mentorcrm.printing.pdf import SIZES

if TYPE_CHECKING:
    from mentorcrm.core.documents import Document


class PrintPreview(QDialog):
    """Show the pages on the chosen paper, and print them."""

    def __init__(self, app: App, document: Document, paper: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._app = app
        self._document = document
        self.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.printer.setDocName(document.title)
        self.printer.setCreator("MentorCRM")
        self.setWindowTitle(_("Print {title}").format(title=document.title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.pages = QPrintPreviewWidget(self.printer, self)
        self.pages.setAccessibleName(_("Pages"))
        self.paper = Choice()
        self.count = plain_label("", "muted")
        self.print_button = QPushButton(_("Print…"))
        self.cancel_button = QPushButton(_("Cancel"))
        self._lay_out()
        self.pages.paintRequested.connect(self.draw)
        self.pages.previewChanged.connect(self._say_count)
        self.paper.addItem(_("A4"), "a4")
        self.paper.addItem(_("US Letter"), "letter")
        self.paper.setCurrentIndex(self.paper.findData(paper))
        self._set_paper()
        self.paper.currentIndexChanged.connect(self._paper_chosen)
        self.print_button.clicked.connect(self.print_pages)
        self.cancel_button.clicked.connect(self.reject)
        self.pages.fitInView()

    def draw(self, printer: QPrinter) -> None:
        """Draw all pages on ``printer``, whose paper decides where they end."""
        printer.setFullPage(True)
        paint(lay_out(self._document, paper_of(printer)), printer)

    def print_pages(self) -> None:
        """Ask for the printer, then print."""
        dialog = QPrintDialog(self.printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._print)
        QDialog.open(dialog)  # QPrintDialog's own wants a slot by its name

    def _print(self) -> None:
        self.draw(self.printer)
        self._app.notices.status(_("Sent to the printer"))
        self.accept()

    def _paper_chosen(self) -> None:
        self._app.settings.remember(PAPER, self.paper.currentData())
        self._set_paper()
        self.pages.updatePreview()

    def _set_paper(self) -> None:
        self.printer.setPageSize(QPageSize(SIZES[self.paper.currentData()]))
        self.printer.setFullPage(True)

    def _say_count(self) -> None:
        number = self.pages.pageCount()
        self.count.setText(ngettext("{n} page", "{n} pages", number).format(n=number))

    def _lay_out(self) -> None:
        label = plain_label(_("&Paper"))
        label.setBuddy(self.paper)
        self.paper.setAccessibleName(_("Paper"))
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(label)
        top.addWidget(self.paper)
        top.addSpacing(8)
        top.addWidget(self.count)
        top.addStretch(1)
        for icon, words, do in (
            ("zoom-out", _("Smaller"), self.pages.zoomOut),
            ("zoom-in", _("Larger"), self.pages.zoomIn),
            ("move-horizontal", _("Width of the page"), self.pages.fitToWidth),
            ("file", _("Whole page"), self.pages.fitInView),
        ):
            button = icon_button(icon, words)
            button.clicked.connect(lambda _on=False, act=do: act())
            top.addWidget(button)
        self.print_button.setProperty("primary", True)
        self.print_button.setDefault(True)
        self.cancel_button.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.print_button)
        body = QVBoxLayout(self)
        body.setContentsMargins(24, 20, 24, 20)
        body.setSpacing(12)
        body.addWidget(plain_label(_("Print ideal mentor"), "h1"))
        body.addLayout(top)
        body.addWidget(self.pages, 1)
        body.addLayout(buttons)
        room = self.screen().availableSize()
        wide = self.fontMetrics().averageCharWidth()
        self.resize(min(wide * 104, room.width() - 40), min(wide * 96, room.height() - 60))
