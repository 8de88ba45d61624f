"""Markdown as it reads, with nothing fetched, run or opened by itself."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QCursor,
    QDesktopServices,
    QGuiApplication,
    QImage,
    QMouseEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QTextBrowser, QWidget

from mentorcrm.core.i18n import _
from mentorcrm.gui.widgets.line_ends import LINE_END
from mentorcrm.gui.widgets.markdown_source import TASK

LINK_SCHEMES = frozenset({"http", "https", "mailto"})
LONGEST = 1_000_000
"""A longer text is shown as plain text."""

DEEPEST = 20
"""A text nested deeper in quotes or lists is shown as plain text: layout cost would explode."""

_FEATURES = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_NESTING = re.compile(r"^(?:\s|>|[-*+]\s|\d{1,9}[.)]\s)*")


def task_lines(source: str) -> list[int]:
    """Return the numbers of the source lines which are tasks, leaving out code."""
    fence: str | None = None
    found = []
    for number, line in enumerate(LINE_END.split(source)):
        mark = _FENCE.match(line)
        if mark is not None:
            if fence is None:
                fence = mark[1]
            elif mark[1].startswith(fence):
                fence = None
        elif fence is None and TASK.match(line):
            found.append(number)
    return found


def nesting(source: str) -> int:
    """Return how deep quotes and lists are nested at most, by the marks that begin a line."""
    deepest = 0
    for line in LINE_END.split(source):
        begin = _NESTING.match(line)
        assert begin is not None
        marks = sum(letter in ">-*+.)" for letter in begin[0])
        deepest = max(deepest, marks, len(begin[0].expandtabs(4)) // 4)
    return deepest


class MarkdownView(QTextBrowser):
    """A read-only view of Markdown: no HTML, nothing fetched, links only by asking."""

    task_clicked = Signal(int)
    """The source line of the task box that was clicked."""

    def __init__(
        self,
        name: str = "",
        parent: QWidget | None = None,
        *,
        growing: bool = False,
        headings: bool = False,
    ) -> None:
        """With ``growing`` as high as its text; ``headings`` are then bigger than the text."""
        super().__init__(parent)
        self._headings = headings
        self.setAccessibleName(name or _("Preview"))
        self.setProperty("reading", True)
        self._source = ""
        self._growing = growing
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setTabChangesFocus(True)
        self.setMouseTracking(True)
        self.anchorClicked.connect(self._ask)
        if growing:
            off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            self.setVerticalScrollBarPolicy(off)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self.document().setDocumentMargin(0)
            layout = self.document().documentLayout()
            layout.documentSizeChanged.connect(lambda _size: self.updateGeometry())

    def show_markdown(self, source: str) -> None:
        """Show ``source`` as it reads; what would be too costly stays plain text."""
        self._source = source
        bar = self.verticalScrollBar().value()
        self.document().setDefaultFont(self.font())
        if len(source) > LONGEST or nesting(source) > DEEPEST:
            self.document().setPlainText(source)
        else:
            self.document().setMarkdown(source, _FEATURES)
            self._set_blocks()
        self.verticalScrollBar().setValue(bar)
        self.updateGeometry()

    def loadResource(self, type: int, name: QUrl | str) -> object:  # noqa: A002 - Qt's name
        """Give an empty picture, whatever is asked for: no style, no file, nothing fetched.

        An empty value would not do: Qt then opens the file by itself.
        """
        nothing = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
        nothing.fill(Qt.GlobalColor.transparent)
        return nothing

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), self._wanted_height()) if self._growing else hint

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(hint.width(), self._wanted_height()) if self._growing else hint

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._source:
            self.show_markdown(self._source)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over_box = self._task_at(event.position().toPoint()) is not None
        over_link = bool(self.anchorAt(event.position().toPoint()))
        hand = over_box or over_link
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.IBeamCursor
        )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        line = self._task_at(event.position().toPoint())
        if line is not None and event.button() == Qt.MouseButton.LeftButton:
            event.accept()
            self.task_clicked.emit(line)
            return
        super().mouseReleaseEvent(event)

    def box_position(self, number: int) -> QPoint:
        """Return where the box of the ``number``-th task is, in the viewport."""
        block = self._task_blocks()[number]
        rect = self.cursorRect(self._cursor_at(block))
        return QPoint(rect.left() - rect.height() // 2, rect.center().y())

    def _set_blocks(self) -> None:
        """Give headings room above and quotes a narrow indent; an entry's headings stay small."""
        if self._growing:
            self.document().setIndentWidth(2.0 * self.fontMetrics().averageCharWidth() + 6)
        block = self.document().begin()
        while block.isValid():
            form = block.blockFormat()
            if form.headingLevel():
                self._set_heading(block)
            elif form.intProperty(QTextFormat.Property.BlockQuoteLevel):
                self._set_quote(block)
            block = block.next()

    def _set_heading(self, block: QTextBlock) -> None:
        cursor = self._cursor_at(block)
        if block != self.document().begin():
            room = QTextBlockFormat()
            room.setTopMargin(self.fontMetrics().height() / (2 if self._growing else 1))
            cursor.mergeBlockFormat(room)
        if self._growing:
            size = QTextCharFormat()
            level = block.blockFormat().headingLevel()
            bigger = max(0, 3 - level) if self._headings else 0
            size.setProperty(QTextFormat.Property.FontSizeAdjustment, bigger)
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            cursor.mergeCharFormat(size)

    def _set_quote(self, block: QTextBlock) -> None:
        level = block.blockFormat().intProperty(QTextFormat.Property.BlockQuoteLevel)
        sides = QTextBlockFormat()
        sides.setLeftMargin(2.0 * level * self.fontMetrics().averageCharWidth())
        sides.setRightMargin(0)
        self._cursor_at(block).mergeBlockFormat(sides)

    def _cursor_at(self, block: QTextBlock) -> QTextCursor:
        cursor = self.textCursor()
        cursor.setPosition(block.position())
        return cursor

    def _task_blocks(self) -> list[QTextBlock]:
        blocks = []
        block = self.document().begin()
        while block.isValid():
            if _is_task(block):
                blocks.append(block)
            block = block.next()
        return blocks

    def _task_at(self, place: QPoint) -> int | None:
        """Return the source line of the task box at ``place``, if there is one."""
        block = self.cursorForPosition(place).block()
        if not _is_task(block):
            return None
        rect = self.cursorRect(self._cursor_at(block))
        in_height = rect.top() <= place.y() <= rect.bottom()
        if not in_height or not rect.left() - 2 * rect.height() <= place.x() < rect.left():
            return None
        blocks = [other.blockNumber() for other in self._task_blocks()]
        lines = task_lines(self._source)
        # When the two disagree about what a task is, a click must not edit a wrong line.
        return lines[blocks.index(block.blockNumber())] if len(lines) == len(blocks) else None

    def _ask(self, url: QUrl) -> None:
        """Show where a link really leads, and open it only when that is chosen."""
        if url.scheme().lower() not in LINK_SCHEMES:
            return
        mail = url.scheme().lower() == "mailto"
        target = url.path() if mail else url.host()
        words = _("Write to {address}") if mail else _("Open {address} in the browser")
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(words.format(address=target).replace("&", "&&")).triggered.connect(
            lambda: QDesktopServices.openUrl(url)
        )
        menu.addAction(_("Copy link")).triggered.connect(
            lambda: QGuiApplication.clipboard().setText(url.toString())
        )
        menu.popup(QCursor.pos())

    def _wanted_height(self) -> int:
        frame = self.height() - self.viewport().height()
        return round(self.document().size().height()) + max(frame, 2)


def _is_task(block: QTextBlock) -> bool:
    # Qt leaves the marker of the last task on the paragraph that follows the list.
    marked = block.blockFormat().marker() != QTextBlockFormat.MarkerType.NoMarker
    return marked and block.textList() is not None
