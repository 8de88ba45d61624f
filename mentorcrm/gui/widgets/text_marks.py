"""Marks over the text of a field that are no part of it: spelling, matches, places."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit


class TextMarks(QObject):
    """Hold the marks of one field in layers, each set by whoever knows it."""

    def __init__(self, field: QPlainTextEdit) -> None:
        super().__init__(field)
        self._field = field
        self._layers: dict[str, list[QTextEdit.ExtraSelection]] = {}

    @staticmethod
    def of(field: QPlainTextEdit) -> TextMarks:
        """Return the marks of ``field``."""
        return field.findChild(TextMarks) or TextMarks(field)

    def show(self, layer: str, marks: Sequence[tuple[QTextCursor, QTextCharFormat]]) -> None:
        """Show ``marks`` as the layer called so, in place of what it held; the last is on top."""
        if not marks and layer not in self._layers:
            return
        self._layers[layer] = [_selection(cursor, form) for cursor, form in marks]
        self._field.setExtraSelections([each for one in self._layers.values() for each in one])

    def cursors(self, layer: str) -> list[QTextCursor]:
        """Return where the marks of a layer stand now."""
        return [QTextCursor(each.cursor) for each in self._layers.get(layer, ())]


def between(field: QPlainTextEdit, start: int, end: int) -> QTextCursor:
    """Return a cursor that selects from ``start`` to ``end``, as Qt counts."""
    cursor = QTextCursor(field.document())
    last = field.document().characterCount() - 1
    cursor.setPosition(min(start, last))
    cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def units(text: str) -> int:
    """Return how long ``text`` is as Qt counts: letters beyond the first 65,536 are two."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def _selection(cursor: QTextCursor, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
    made = QTextEdit.ExtraSelection()
    made.cursor = cursor
    made.format = form
    return made
