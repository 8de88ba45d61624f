"""The source of a Markdown text, with the marks that the tool bar puts in."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from mentorcrm.core.i18n import _
from mentorcrm.gui.widgets.growing_text import GrowingText
from mentorcrm.gui.widgets.markdown_from_html import markdown_from_html
from mentorcrm.gui.widgets.markdown_highlight import Highlighter, in_code
from mentorcrm.gui.widgets.markdown_marks import continue_list, wrap

TASK = re.compile(r"^((?:\s*>)*\s*(?:[-*+]|\d{1,9}[.)])\s+\[)([ xX])(\]\s)")
_BULLET = re.compile(r"^(\s*)[-*+]\s+(?:\[[ xX]\]\s+)?")
_ADDRESS = re.compile(r"^(https?://|mailto:)\S+$")
_BLOCK = re.compile(r"(?:#{1,6}|[-*+>]|\d{1,9}[.)]|\||```)(?:\s|$)")
_PLAIN_PASTE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class MarkdownSource(GrowingText):
    """Markdown as it is typed; Enter goes on with a list, Tab leaves the field."""

    menu_wanted = Signal(object, object)
    """A QMenu about to be shown, and a QTextCursor where it was asked for."""

    def __init__(
        self,
        name: str = "",
        placeholder: str = "",
        parent: QWidget | None = None,
        *,
        lines: int = 3,
        growing: bool = True,
    ) -> None:
        super().__init__(name, placeholder, parent, lines=lines, growing=growing)
        self._highlighter = Highlighter(self.document())

    def wrap(self, mark: str) -> None:
        """Put ``mark`` around the selection, or take it away when it is there."""
        cursor = self.textCursor()
        chosen = cursor.selectedText()
        wrap(cursor, mark)
        end = cursor.position()
        if len(chosen) > 2 * len(mark) and chosen.startswith(mark) and chosen.endswith(mark):
            self._select(end - len(chosen) + 2 * len(mark), end)
        else:
            self._select(end - len(mark) - len(chosen), end - len(mark))

    def toggle_list(self) -> None:
        """Make the selected lines a list, or plain lines again."""
        lines = self._selected_lines()
        listed = all(_BULLET.match(line) for line in lines)
        plain = [_BULLET.sub(r"\1", line) for line in lines]
        self._replace_lines(plain if listed else [f"- {line}" for line in plain])

    def toggle_task(self) -> None:
        """Make the selected lines tasks; tick or untick them when they are."""
        lines = self._selected_lines()
        if all(TASK.match(line) for line in lines):
            self._replace_lines([tick(line) for line in lines])
        else:
            plain = [line if TASK.match(line) else _BULLET.sub(r"\1", line) for line in lines]
            self._replace_lines([line if TASK.match(line) else f"- [ ] {line}" for line in plain])

    def insert_link(self) -> None:
        """Put the marks of a link around the selection and select what is missing."""
        cursor = self.textCursor()
        chosen = cursor.selectedText()
        address = chosen if _ADDRESS.match(chosen) else "https://"
        words = "" if _ADDRESS.match(chosen) else chosen
        cursor.insertText(f"[{words}]({address})")
        end = cursor.position()
        if words:
            self._select(end - 1 - len(address), end - 1)
        else:
            place = end - len(address) - 3
            self._select(place, place)

    def tick_line(self, number: int) -> None:
        """Tick or untick the task on the source line ``number``; an edit like any other."""
        block = self.document().findBlockByNumber(number)
        found = TASK.match(block.text())
        if found is None:
            return
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + found.start(2))
        cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(" " if found.group(2) in "xX" else "x")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._highlighter.look_changed()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take in what is pasted or dropped: words with a look become Markdown."""
        chosen = self.textCursor().selectedText()
        text = source.text().strip()
        if chosen and "\u2029" not in chosen and _ADDRESS.match(text) and not source.hasHtml():
            self.textCursor().insertText(f"[{chosen}]({text})")
            return
        markdown = None
        if source.hasHtml() and not self._is_in_code():
            markdown = markdown_from_html(source.html())
        if not markdown:
            self.paste_plain(source.text())
            return
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.selectionStart() - cursor.block().position()]
        is_block = "\n" in markdown or _BLOCK.match(markdown)
        cursor.insertText(f"\n\n{markdown}" if is_block and before.strip() else markdown)
        self.ensureCursorVisible()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml()

    def paste_plain(self, text: str | None = None) -> None:
        """Put in the words of the clipboard without their look."""
        words = QGuiApplication.clipboard().text() if text is None else text
        self.textCursor().insertText(words)
        self.ensureCursorVisible()

    def _is_in_code(self) -> bool:
        return in_code(self.textCursor().block().userState())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        plain = menu.addAction(_("Paste as plain text") + "\tCtrl+Shift+V")
        plain.setEnabled(bool(QGuiApplication.clipboard().text()))
        plain.triggered.connect(lambda _on=False: self.paste_plain())
        place = self.cursorForPosition(event.pos()) if by_mouse else self.textCursor()
        self.menu_wanted.emit(menu, place)
        menu.popup(event.globalPos() if by_mouse else self._below_cursor())

    def _below_cursor(self) -> QPoint:
        return self.viewport().mapToGlobal(self.cursorRect().bottomLeft())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            continue_list(self.textCursor())
            self.ensureCursorVisible()
            return
        if event.key() == Qt.Key.Key_V and event.modifiers() == _PLAIN_PASTE:
            self.paste_plain()
            return
        super().keyPressEvent(event)

    def _select(self, start: int, end: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus()

    def _lines_cursor(self) -> QTextCursor:
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        cursor.setPosition(start)
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _selected_lines(self) -> list[str]:
        return self._lines_cursor().selectedText().split("\u2029")

    def _replace_lines(self, lines: list[str]) -> None:
        several = self.textCursor().hasSelection()
        cursor = self._lines_cursor()
        start = cursor.selectionStart()
        cursor.insertText("\n".join(lines))
        self._select(start if several else cursor.position(), cursor.position())


def tick(line: str) -> str:
    """Return the task ``line`` ticked, or unticked when it was."""
    return TASK.sub(lambda found: found[1] + (" " if found[2] in "xX" else "x") + found[3], line)
