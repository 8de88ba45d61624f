"""The pages of a document before they are printed, laid out as in the PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from mentorcrm.core.i18n import _
from mentorcrm.printing.pages import lay_out, paint, paper_of
from mentorcrm.printing.pdf import SIZES

if TYPE_CHECKING:
    from mentorcrm.core.documents import Document


class PrintPreview(QPrintPreviewDialog):
    """Show the pages and print them; paper and printer are chosen here too."""

    def __init__(self, document: Document, paper: str, parent: QWidget | None) -> None:
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setPageSize(QPageSize(SIZES[paper]))
        self._printer.setFullPage(True)
        self._printer.setDocName(document.title)
        self._printer.setCreator("MentorCRM")
        super().__init__(self._printer, parent)
        self._document = document
        self.setWindowTitle(_("Print {title}").format(title=document.title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.paintRequested.connect(self.draw)
        room = self.screen().availableSize()
        self.resize(min(900, room.width() - 40), min(760, room.height() - 60))

    def draw(self, printer: QPrinter) -> None:
        """Draw all pages on ``printer``, whose paper decides where they end."""
        printer.setFullPage(True)
        paint(lay_out(self._document, paper_of(printer)), printer)
