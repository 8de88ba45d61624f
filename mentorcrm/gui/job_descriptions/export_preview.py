"""What a document will look like: a page, reading text, or the text itself with its length."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _
from mentorcrm.gui import theme
from mentorcrm.gui.format import count
from mentorcrm.gui.widgets.labels import plain_label, set_role
from mentorcrm.gui.widgets.markdown_editor import MarkdownView
from mentorcrm.printing.pages import empty_sheet


class ExportPreview(QWidget):
    """Show one of three views, and a line below that says how much it is."""

    text_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = PagePicture()
        self.reading = MarkdownView(_("Preview"))
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(_("Text"))
        self.text.setTabChangesFocus(True)
        self.caption = plain_label("", "caption")
        self._limit = 0
        self._scroll = QScrollArea()
        self._scroll.setWidget(self.page)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._scroll.setAccessibleName(_("First page"))
        self._stack = QStackedWidget()
        for view in (self._scroll, self.reading, self.text):
            self._stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._stack, 1)
        column.addWidget(self.caption)
        self.text.textChanged.connect(self._text_changed)

    def show_page(self, image: QImage, caption: str) -> None:
        """Show a page; ``caption`` says how many there are."""
        self.page.show_image(image)
        self._say(caption)
        self._stack.setCurrentWidget(self._scroll)

    def show_wait(self) -> None:
        """Show an empty page until the real one is drawn."""
        self.show_page(QImage(), _("Drawing the page…"))

    def show_reading(self, markdown: str) -> None:
        """Show Markdown as it reads."""
        self.reading.show_markdown(markdown)
        self._say("")
        self._stack.setCurrentWidget(self.reading)

    def show_text(self, text: str) -> None:
        """Show a text that stays as it is."""
        self._show_text(text, 0)

    def show_message(self, text: str, limit: int) -> None:
        """Show a text to change, and count its characters against ``limit``."""
        self._show_text(text, limit)

    @property
    def fits(self) -> bool:
        """Tell whether the text is within its limit."""
        return not self._limit or core.documents.units(self.text.toPlainText()) <= self._limit

    def _show_text(self, text: str, limit: int) -> None:
        self._limit = limit
        self.text.setReadOnly(not limit)
        self.text.setPlainText(text)
        self._stack.setCurrentWidget(self.text)

    def _text_changed(self) -> None:
        number = core.documents.units(self.text.toPlainText())
        words = _("{n} of {limit} characters, as LinkedIn counts them")
        shown = words.format(n=count(number), limit=count(self._limit)) if self._limit else ""
        self._say(shown, "caption" if self.fits else "danger")
        self.text_changed.emit()

    def _say(self, text: str, role: str = "caption") -> None:
        self.caption.setText(text)
        self.caption.setVisible(bool(text))
        set_role(self.caption, role)


class PagePicture(QWidget):
    """A sheet of paper, white in every scheme."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()

    def show_image(self, image: QImage) -> None:
        """Show a page; an empty image leaves the sheet blank."""
        if image.isNull() and not self._image.isNull():
            image = empty_sheet(self._image.size())
            image.setDevicePixelRatio(self._image.devicePixelRatio())
        self._image = image
        self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        if self._image.isNull():
            return QSize(10, 10)
        return self._image.deviceIndependentSize().toSize() + QSize(2, 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.drawImage(1, 1, self._image)
        painter.setPen(theme.color("border"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
