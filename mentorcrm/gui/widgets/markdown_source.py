"""The source of a Markdown text: what the user typed, kept exactly, lightly coloured."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QPalette,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

_HEADING = re.compile(r"^ {0,3}#{1,6}\s.*$")
_MARK = re.compile(r"^\s*(?:[-*+]|\d{1,9}[.)])\s(?:\[[ xX]\]\s)?|^\s*>\s?")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_ITALIC = re.compile(r"(?<![\*\w])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![\*\w])")
_CODE = re.compile(r"`[^`]+`")
_LINK = re.compile(r"\[[^\]]*\]\([^)\s]*\)|https?://[^\s)>]+")
_LINE_END = re.compile("\r\n|\r|\u2029")
_LONGEST_BLOCK = 20_000
"""Longer paragraphs stay plain: colouring them at each key would be felt."""

TASK = re.compile(r"^((?:\s*>)*\s*(?:[-*+]|\d{1,9}[.)])\s+\[)([ xX])(\]\s)")
_BULLET = re.compile(r"^(\s*)([-*+])\s+")


class MarkdownHighlighter(QSyntaxHighlighter):
    """Show headings, emphasis, lists and links for what they are."""

    def __init__(self, document: QTextDocument, palette: QPalette) -> None:
        super().__init__(document)
        self.use_palette(palette)

    def use_palette(self, palette: QPalette) -> None:
        """Take the colours of ``palette`` and colour the whole text anew."""
        accent = palette.color(QPalette.ColorRole.Link)
        self._strong = QTextCharFormat()
        self._strong.setFontWeight(QFont.Weight.DemiBold)
        self._italic = QTextCharFormat()
        self._italic.setFontItalic(True)
        self._mark = QTextCharFormat()
        self._mark.setForeground(accent)
        self._quiet = QTextCharFormat()
        self._quiet.setForeground(palette.color(QPalette.ColorRole.PlaceholderText))
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        if len(text) > _LONGEST_BLOCK:
            return
        if _HEADING.match(text):
            self.setFormat(0, len(text), self._strong)
            return
        for pattern, look in (
            (_BOLD, self._strong),
            (_ITALIC, self._italic),
            (_CODE, self._quiet),
            (_LINK, self._mark),
            (_MARK, self._mark),
        ):
            for found in pattern.finditer(text):
                self.setFormat(found.start(), found.end() - found.start(), look)


class MarkdownSource(QPlainTextEdit):
    """A plain text field which grows with its text and gives back what it was given."""

    focus_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None, *, lines: int = 3) -> None:
        super().__init__(parent)
        self._lines = lines
        self._given = ""
        self._raw = ""
        self._end = "\n"
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self._highlighter = MarkdownHighlighter(self.document(), self.palette())
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    def text(self) -> str:
        """Return the source: the very characters given, but for what the user changed.

        Qt unifies line ends; untouched text comes back as it was, edited text with the
        line end that it used most.
        """
        raw = self.document().toRawText()
        if raw == self._raw:
            return self._given
        return raw.replace("\u2029", self._end)

    def set_text(self, text: str) -> None:
        """Show ``text`` and forget what could be undone."""
        self.setPlainText(text)
        self._given = text
        self._raw = self.document().toRawText()
        ends = _LINE_END.findall(text) + ["\n"] * (text.count("\n") - text.count("\r\n"))
        self._end = max(set(ends), key=ends.count) if ends else "\n"

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), self._wanted_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._wanted_height())

    def wrap(self, mark: str) -> None:
        """Put ``mark`` around the selection, or take it away when it is there."""
        cursor = self.textCursor()
        chosen = cursor.selectedText()
        size = len(mark)
        if chosen.startswith(mark) and chosen.endswith(mark) and len(chosen) > 2 * size:
            cursor.insertText(chosen[size:-size])
            self._select(cursor.position() - len(chosen) + 2 * size, cursor.position())
            return
        cursor.insertText(f"{mark}{chosen}{mark}")
        end = cursor.position() - size
        self._select(end - len(chosen), end)

    def toggle_list(self) -> None:
        """Make the selected lines a list, or plain lines again."""
        lines = self._selected_lines()
        listed = all(_BULLET.match(line) for line in lines if line.strip())
        if listed and any(line.strip() for line in lines):
            self._replace_lines([_BULLET.sub(r"\1", line) for line in lines])
        else:
            self._replace_lines([_BULLET.sub(r"\1", line) and f"- {line}" for line in lines])

    def toggle_task(self) -> None:
        """Make the selected lines tasks; tick or untick them when they are."""
        lines = self._selected_lines()
        if all(TASK.match(line) for line in lines):
            self._replace_lines([tick(line) for line in lines])
            return
        plain = [line if TASK.match(line) else _BULLET.sub(r"\1", line) for line in lines]
        self._replace_lines([line if TASK.match(line) else f"- [ ] {line}" for line in plain])

    def insert_link(self) -> None:
        """Put the marks of a link around the selection and select what is missing."""
        cursor = self.textCursor()
        chosen = cursor.selectedText()
        if re.match(r"^(https?://|mailto:)\S+$", chosen):
            cursor.insertText(f"[]({chosen})")
            place = cursor.position() - len(chosen) - 3
            self._select(place, place)
            return
        cursor.insertText(f"[{chosen}](https://)")
        end = cursor.position()
        if chosen:
            self._select(end - 1 - len("https://"), end - 1)
        else:
            place = end - len("](https://)")
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
        if event.type() == QEvent.Type.PaletteChange:
            self._highlighter.use_palette(self.palette())
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit(False)

    def _wanted_height(self) -> int:
        lines = max(float(self._lines), self.document().size().height())
        frame = self.height() - self.viewport().height()
        margins = 2 * self.document().documentMargin()
        return round(lines * self.fontMetrics().lineSpacing() + margins) + max(frame, 2)

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
