"""Marks of Markdown: colouring them, putting them in, going on with a list."""

from __future__ import annotations

import re

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument

from mentorcrm.gui import theme

_HEADING = re.compile(r"^#{1,6} .*")
_LIST = re.compile(r"^\s*(?:[-*+]|\d+[.)])(?: \[[ xX]\])? ")
_BOLD = re.compile(r"\*\*[^*\n]+\*\*|__[^_\n]+__")
_ITALIC = re.compile(r"(?<![*\w])\*[^*\n]+\*(?!\*)|(?<![_\w])_[^_\n]+_(?!_)")
_LINK = re.compile(r"\[[^\]\n]*\]\([^)\n]*\)|https?://\S+")
_ITEM = re.compile(r"^(\s*)([-*+]|\d+[.)])( \[[ xX]\])?( )(.*)$")
_LONGEST = 5000


class Highlighter(QSyntaxHighlighter):
    """Show headings, bold, italic, lists and links lightly; very long lines stay plain."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        theme.watch().changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        if len(text) > _LONGEST:
            return
        if _HEADING.match(text):
            self.setFormat(0, len(text), _format("accent", bold=True))
            return
        found = _LIST.match(text)
        if found:
            self.setFormat(0, found.end(), _format("accent"))
        for pattern, form in (
            (_LINK, _format("accent")),
            (_ITALIC, _format("text", italic=True)),
            (_BOLD, _format("text", bold=True)),
        ):
            for match in pattern.finditer(text):
                self.setFormat(match.start(), len(match.group()), form)


def _format(token: str, *, bold: bool = False, italic: bool = False) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(theme.color(token))
    if bold:
        form.setFontWeight(QFont.Weight.DemiBold)
    form.setFontItalic(italic)
    return form


def wrap(cursor: QTextCursor, before: str, after: str | None = None) -> None:
    """Put marks around the selection, or take them away when they are there."""
    after = before if after is None else after
    chosen = cursor.selectedText()
    cursor.beginEditBlock()
    if len(chosen) > len(before + after) and chosen.startswith(before) and chosen.endswith(after):
        cursor.insertText(chosen[len(before) : len(chosen) - len(after)])
    else:
        cursor.insertText(before + chosen + after)
    cursor.endEditBlock()


def continue_list(cursor: QTextCursor) -> None:
    """Begin a new line; in a list with the next item, in an empty item by ending the list."""
    line = cursor.block().text()
    item = _ITEM.match(line)
    cursor.beginEditBlock()
    if item is None or cursor.positionInBlock() < item.start(5):
        cursor.insertBlock()
    elif not item.group(5).strip():
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
    else:
        indent, mark, box = item.group(1), item.group(2), item.group(3)
        if mark[:-1].isdigit():
            mark = f"{int(mark[:-1]) + 1}{mark[-1]}"
        cursor.insertBlock()
        cursor.insertText(f"{indent}{mark}{' [ ]' if box else ''} ")
    cursor.endEditBlock()
