"""What stood at the end of each line, because Qt's documents make all line ends one.

A document of Qt begins a block at a line feed, a carriage return, both, U+2029, and at the
two characters U+FDD0 and U+FDD1, and forgets which of them it was. Every other character
is kept. So a list of what ended each block is all it takes to give back the very text.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextDocument

LINE_END = re.compile("\r\n|[\r\n\u2029\ufdd0\ufdd1]")
"""What begins a new block in Qt, and nothing else."""

_BLOCK = "\u2029"
_MARKS = ("\ufeff", "\ufffe")


def for_qt(text: str) -> str:
    """Return ``text`` so that Qt takes all of it: it reads a first U+FEFF or U+FFFE as byte order.

    The one put before it is the one that gets lost.
    """
    return f"{_MARKS[0]}{text}" if text.startswith(_MARKS) else text


class LineEnds(QObject):
    """Keep the line ends of one document while it is edited."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._given = ""
        self._raw = ""
        self._usual = "\n"
        self._ends: list[str] = []
        document.contentsChange.connect(self._changed)

    def take(self, text: str) -> None:
        """Learn the line ends of ``text``, which the document was given just now."""
        self._given = text
        self._raw = self._document.toRawText()
        self._ends = LINE_END.findall(text)
        kinds = [end for end in ("\n", "\r\n", "\r") if end in self._ends]
        self._usual = max(kinds, key=self._ends.count) if kinds else "\n"

    def text(self) -> str:
        """Return the document's text; what nobody changed is as it was given.

        A new line ends as most lines do. What was undone is the given text again.
        """
        raw = self._document.toRawText()
        if raw == self._raw:
            return self._given
        lines = raw.split(_BLOCK)
        if len(lines) != len(self._ends) + 1:
            # Cannot be; a text with all its words is better than an error while typing.
            return raw.replace(_BLOCK, self._usual)
        return _joined(lines, self._ends)

    def _changed(self, place: int, _removed: int, added: int) -> None:
        last = self._document.blockCount() - 1
        surplus = last - len(self._ends)
        if surplus == 0:
            # Nothing but letters, or colours, or as many lines as before.
            return
        before = min(self._document.findBlock(place).blockNumber(), len(self._ends))
        end = self._document.findBlock(place + added)
        after = last - end.blockNumber() if end.isValid() else 0
        after = min(after, len(self._ends) - before, last - before)
        new = [self._usual] * (last - before - after)
        self._ends[before : len(self._ends) - after] = new


def _joined(lines: list[str], ends: list[str]) -> str:
    parts: list[str] = []
    before = ""
    for line, end in zip(lines, ends, strict=False):
        # A line feed straight after a carriage return would be read as one end with it.
        meets = before == "\r" and end == "\n" and not line
        before = "\r\n" if meets else end
        parts += (line, before)
    return "".join(parts) + lines[-1]


def place_in_qt(text: str, place: int) -> int:
    """Return where letter ``place`` of ``text`` stands in a document of Qt that holds it."""
    before = LINE_END.sub("\n", text[:place])
    return len(before) + sum(letter > "\uffff" for letter in before)
