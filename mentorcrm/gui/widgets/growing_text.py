"""A plain text field as high as its text, which saves itself and keeps what it was given."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QHideEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QScrollArea, QSizePolicy, QWidget
from shiboken6 import isValid

from mentorcrm.gui.widgets.fields import COMMIT_MS, DRAFT_MS
from mentorcrm.gui.widgets.line_ends import LineEnds, for_qt


class GrowingText(QPlainTextEdit):
    """Plain text of at least ``lines`` lines.

    ``draft`` tells what is being typed, once a second; ``committed`` what to save: when
    typing rests and when the field is left. ``load`` never fills a field in use.
    """

    committed = Signal(str)
    draft = Signal(str)

    def __init__(
        self,
        name: str = "",
        placeholder: str = "",
        parent: QWidget | None = None,
        *,
        lines: int = 2,
        growing: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self._lines = lines
        self._growing = growing
        self._stored = ""
        self._waiting: str | None = None
        self._document = self.document()
        self._ends = LineEnds(self._document)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._follow = self._timer(0, self._follow_cursor)
        if growing:
            self._grow()
        self._pause = self._timer(COMMIT_MS, self.flush)
        self._draft_timer = self._timer(DRAFT_MS, self._tell_draft)
        self.textChanged.connect(self._typed)

    def text(self) -> str:
        """Return the text: the very characters given, but for what the user changed."""
        return self._ends.text()

    @property
    def is_dirty(self) -> bool:
        """Tell whether something typed is not saved yet."""
        return self.text() != self._stored

    def load(self, text: str, *, force: bool = False) -> None:
        """Show what is stored, or do so later when the user is in the field."""
        self._waiting = None
        if not force and self.hasFocus():
            self._waiting = text
            return
        self._pause.stop()
        self._draft_timer.stop()
        self._stored = text
        if text != self.text():
            self._put(text)

    def restore_draft(self, text: str) -> None:
        """Show text that was typed before the program ended, as not saved yet."""
        self._put(text)

    def flush(self) -> None:
        """Save what was typed, if anything, now."""
        if not isValid(self._document):
            # A window that is taken apart leaves its fields when their texts are gone already.
            return
        self._pause.stop()
        self._draft_timer.stop()
        text = self.text()
        if text != self._stored:
            self._stored = text
            self._waiting = None
            self.committed.emit(text)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), self._wanted_height()) if self._growing else hint

    def minimumSizeHint(self) -> QSize:
        if not self._growing:
            return super().minimumSizeHint()
        return QSize(self.fontMetrics().averageCharWidth() * 20, self._wanted_height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()
        if self._growing and event.oldSize().height() != event.size().height():
            self._show_from_top()
            self._follow.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._growing:
            # Nothing to scroll in here: the wheel belongs to the page around it.
            event.ignore()
        else:
            super().wheelEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() == Qt.FocusReason.PopupFocusReason:
            return
        self.flush()
        if self._waiting is not None:
            self.load(self._waiting, force=True)

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            self.flush()
        super().hideEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the very characters: Qt would make plain spaces of spaces that do not break."""
        data = QMimeData()
        data.setText(self.textCursor().selectedText().replace("\u2029", "\n"))
        return data

    def _grow(self) -> None:
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(off)
        self.setHorizontalScrollBarPolicy(off)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout = self.document().documentLayout()
        layout.documentSizeChanged.connect(lambda _size: self.updateGeometry())
        self.cursorPositionChanged.connect(self._follow.start)

    def _show_from_top(self) -> None:
        """Undo the scrolling of a key that came before the field had grown for it."""
        bar = self.verticalScrollBar()
        if bar.value() and self.height() >= self._wanted_height():
            bar.setValue(0)

    def _follow_cursor(self) -> None:
        """Scroll the page around the field so that the line being typed is in sight."""
        self._show_from_top()
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if not isinstance(area, QScrollArea) or not self.hasFocus():
            return
        rect = self.cursorRect()
        inner = area.widget()
        if inner is None:
            return
        place = self.viewport().mapTo(inner, rect.center())
        area.ensureVisible(place.x(), place.y(), 8, 2 * rect.height())

    def _timer(self, after_ms: int, act: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after_ms)
        timer.timeout.connect(act)
        return timer

    def _put(self, text: str) -> None:
        place = self.textCursor().position()
        was_blocked = self.blockSignals(True)
        self.setPlainText(for_qt(text))
        if self.hasFocus():
            cursor = self.textCursor()
            cursor.setPosition(min(place, self.document().characterCount() - 1))
            self.setTextCursor(cursor)
        self.blockSignals(was_blocked)
        self._ends.take(text)
        self.updateGeometry()

    def _typed(self) -> None:
        self._pause.start()
        # Not started anew by each key: without a pause in the typing the draft is told as well.
        if not self._draft_timer.isActive():
            self._draft_timer.start()

    def _tell_draft(self) -> None:
        if self.is_dirty:
            self.draft.emit(self.text())

    def _wanted_height(self) -> int:
        first, last = self.document().firstBlock(), self.document().lastBlock()
        top = self.blockBoundingGeometry(first).top()
        text = self.blockBoundingGeometry(last).bottom() - top
        line = QFontMetricsF(self.font()).lineSpacing()
        least = self._lines * line + 2 * self.document().documentMargin()
        frame = self.height() - self.viewport().height()
        return math.ceil(max(text, least)) + max(frame, 2)
