"""Marks of Markdown: putting them in, going on with a list."""

from __future__ import annotations

import re

from PySide6.QtGui import QTextCursor

_ITEM = re.compile(r"^(\s*)([-*+]|\d+[.)])( \[[ xX]\])?( )(.*)$")


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
