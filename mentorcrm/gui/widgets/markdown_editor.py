"""Markdown as the user typed it, with a toolbar and a preview that loads nothing."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QStackedWidget,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from mentorcrm.core.i18n import _
from mentorcrm.gui.widgets.buttons import icon_button
from mentorcrm.gui.widgets.markdown_marks import Highlighter, continue_list, mark_lines, wrap

DRAFT_MS = 1000
_FEATURES = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)
_TASK = re.compile(r"^(\s*[-*+] \[)([ xX])(\] )", re.MULTILINE)


class MarkdownView(QTextBrowser):
    """Show Markdown; no picture, style or page is ever fetched, links open outside."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name or _("Preview"))
        self.setOpenLinks(False)
        self.setProperty("reading", True)
        self.anchorClicked.connect(open_link)

    def show_markdown(self, text: str) -> None:
        """Show ``text``; HTML in it is shown as it was typed."""
        self.document().setDefaultFont(self.font())
        self.document().setMarkdown(text, _FEATURES)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        return None


class _Source(QPlainTextEdit):
    """The text being written; Tab leaves it, Enter goes on with a list."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            continue_list(self.textCursor())
            self.ensureCursorVisible()
            return
        super().keyPressEvent(event)


class MarkdownEditor(QWidget):
    """Edit Markdown source; ``draft`` while typing, ``committed`` once on leaving."""

    committed = Signal(str)
    draft = Signal(str)

    def __init__(
        self,
        name: str,
        placeholder: str = "",
        *,
        toolbar: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._stored = ""
        self._loading = False
        self.source = _Source()
        self.source.setAccessibleName(name)
        self.source.setPlaceholderText(placeholder)
        self._highlighter = Highlighter(self.source.document())
        self.view = MarkdownView(_("{name}, preview").format(name=name))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.source)
        self._stack.addWidget(self.view)
        self.preview_button = self._tool("eye", _("Preview (Ctrl+Shift+P)"))
        self.preview_button.setCheckable(True)
        self.preview_button.toggled.connect(self.set_preview)
        self._lay_out(toolbar)
        self.setFocusProxy(self.source)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAFT_MS)
        self._timer.timeout.connect(self._tell_draft)
        self.source.textChanged.connect(self._typed)
        self.source.left.connect(self.flush)

    def text(self) -> str:
        """Return the source, byte for byte as loaded when nothing was typed."""
        if not self.source.document().isModified():
            return self._stored
        raw = self.source.document().toRawText()
        return raw.replace("\u2029", "\n").replace("\u2028", "\n")

    @property
    def is_dirty(self) -> bool:
        """Tell whether something typed is not saved yet."""
        return self.text() != self._stored

    def load(self, text: str, *, force: bool = False) -> None:
        """Show what is stored, unless the user is in the middle of typing."""
        if self.is_dirty and self.source.hasFocus() and not force:
            return
        self._timer.stop()
        if text == self._stored and not self.is_dirty:
            return
        self._stored = text
        self._loading = True
        self.source.setPlainText(text)
        self.source.document().setModified(False)
        self._loading = False
        if self.is_preview:
            self.view.show_markdown(text)

    def restore_draft(self, text: str) -> None:
        """Show text that was typed before the program ended, as not saved yet."""
        self._loading = True
        self.source.setPlainText(text)
        self.source.document().setModified(True)
        self._loading = False

    def flush(self) -> None:
        """Save what was typed, if anything, now."""
        self._timer.stop()
        if self.is_dirty:
            text = self.text()
            self._stored = text
            self.source.document().setModified(False)
            self.committed.emit(text)

    @property
    def is_preview(self) -> bool:
        """Tell whether the preview is shown in place of the source."""
        return self._stack.currentWidget() is self.view

    def set_preview(self, shown: bool) -> None:
        """Show the preview, or the source."""
        if shown:
            self.view.show_markdown(self.text())
        self._stack.setCurrentWidget(self.view if shown else self.source)
        self.setFocusProxy(self.view if shown else self.source)
        self.preview_button.setChecked(shown)
        for tool in self._marks:
            tool.setEnabled(not shown)

    def toggle_preview(self) -> None:
        """Change between source and preview."""
        self.set_preview(not self.is_preview)

    def _lay_out(self, toolbar: bool) -> None:
        tools = (
            ("bold", _("Bold"), lambda: wrap(self._cursor(), "**")),
            ("italic", _("Italic"), lambda: wrap(self._cursor(), "*")),
            ("list", _("List"), lambda: mark_lines(self._cursor(), "- ")),
            ("list-checks", _("Checklist"), lambda: mark_lines(self._cursor(), "- [ ] ")),
            ("link", _("Link"), lambda: wrap(self._cursor(), "[", "](https://)")),
        )
        self._marks: list[QToolButton] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        if toolbar:
            line = QHBoxLayout()
            line.setSpacing(2)
            for icon, name, act in tools:
                button = self._tool(icon, name)
                button.clicked.connect(lambda _checked=False, act=act: self._mark(act))
                self._marks.append(button)
                line.addWidget(button)
            line.addStretch(1)
            line.addWidget(self.preview_button)
            outer.addLayout(line)
        else:
            self.preview_button.setParent(self)
            self.preview_button.hide()
        outer.addWidget(self._stack, 1)

    def _tool(self, icon: str, name: str) -> QToolButton:
        button = icon_button(icon, name)
        button.setIconSize(QSize(16, 16))
        return button

    def _cursor(self) -> QTextCursor:
        return self.source.textCursor()

    def _mark(self, act: object) -> None:
        assert callable(act)
        act()
        self.source.setFocus()

    def _typed(self) -> None:
        # Not started anew by each key: without a pause in the typing the draft is told as well.
        if not self._loading and not self._timer.isActive():
            self._timer.start()

    def _tell_draft(self) -> None:
        if self.is_dirty:
            self.draft.emit(self.text())

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            self.flush()
        super().hideEvent(event)


def open_link(url: QUrl) -> None:
    """Open a link in the user's browser or mail program; other schemes are ignored."""
    if url.scheme() in ("http", "https", "mailto"):
        QDesktopServices.openUrl(url)


def tick_task(text: str, number: int) -> str:
    """Return the source with its task box ``number`` (from 0) turned over."""
    for place, match in enumerate(_TASK.finditer(text)):
        if place == number:
            mark = " " if match.group(2) in "xX" else "x"
            return text[: match.start(2)] + mark + text[match.end(2) :]
    return text
