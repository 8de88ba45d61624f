"""Markdown formatted while it is typed: bigger headings, bold bold, the marks dimmed."""

from __future__ import annotations

import re
from itertools import groupby

from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextDocument,
)

from mentorcrm.gui import theme
from mentorcrm.gui.widgets.markdown_inline import (
    ADDRESS,
    BOLD,
    CODE,
    ITALIC,
    LINK,
    MARK,
    STRIKE,
    letters,
)

LONGEST = 5000
"""A longer line stays plain."""

_QUOTE, _BULLET, _DONE, _TITLE = (1 << bit for bit in range(7, 11))
_SIZES = (1.0, 1.5, 1.3, 1.15, 1.08, 1.0, 1.0)
_HEADING = re.compile(r"^( {0,3}(#{1,6})[ \t]+)(?=\S)")
_RULE = re.compile(r"^ {0,3}(?:([-*_])[ \t]*(?:\1[ \t]*){2,}|=+[ \t]*)$")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})(.*)$")
_PREFIX = re.compile(r"^(\s*>[ \t]?)+")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+(\[[ xX]\])(?=\s)|(?=[ \t]))")
_TABLE = re.compile(r"^\s*\|.*\|\s*$")
_TABLE_RULE = re.compile(r"^\s*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?\s*$")


class Highlighter(QSyntaxHighlighter):
    """Format one document of Markdown by its own marks; very long lines stay plain."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._formats: dict[tuple[int, int], QTextCharFormat] = {}
        theme.watch().changed.connect(self.look_changed)

    def look_changed(self) -> None:
        """Take over other colours or another font."""
        self._formats.clear()
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        fence = self._fence(text)
        if len(text) > LONGEST:
            return
        if fence is not None:
            self._show(text, [fence] * len(text), 0)
            return
        heading = _HEADING.match(text)
        level = len(heading[2]) if heading else 0
        self._show(text, _line(text, heading), level)

    def _fence(self, text: str) -> int | None:
        """Follow fenced code from line to line; return what this line is, when it is any."""
        before = max(0, self.previousBlockState())
        mark = _FENCE.match(text)
        if not before:
            opens = mark is not None and not (mark[1][0] == "`" and "`" in mark[2])
            self.setCurrentBlockState(_state(mark[1]) if mark is not None and opens else 0)
            return MARK | CODE if opens else None
        closes = (
            mark is not None
            and not mark[2].strip()
            and _state(mark[1]) % 2 == before % 2
            and _state(mark[1]) >= before
        )
        self.setCurrentBlockState(0 if closes else before)
        return MARK | CODE if closes else CODE

    def _show(self, text: str, kinds: list[int], level: int) -> None:
        place = 0
        wide = any(letter > "\uffff" for letter in text)
        at = 0
        for kind, run in groupby(kinds):
            length = sum(1 for _one in run)
            # Qt counts a letter beyond the first 65,536 as two.
            units = length if not wide else _units(text[at : at + length])
            if kind or level:
                self.setFormat(place, units, self._format(kind, level))
            at += length
            place += units

    def _format(self, kind: int, level: int) -> QTextCharFormat:
        key = (kind, level)
        if key not in self._formats:
            self._formats[key] = _made(kind, level, self.document().defaultFont())
        return self._formats[key]


def in_code(state: int) -> bool:
    """Tell by the state of a block whether the code goes on in the next one."""
    return state > 0


def _state(fence: str) -> int:
    return 2 * min(len(fence), 50) + (fence[0] == "~")


def _units(text: str) -> int:
    return sum(2 if letter > "\uffff" else 1 for letter in text)


def _line(text: str, heading: re.Match[str] | None) -> list[int]:
    """Return what each letter of a line outside of code is."""
    if _RULE.match(text) or ("|" in text and _TABLE_RULE.match(text)):
        return [MARK] * len(text)
    prefix = _PREFIX.match(text)
    begin = prefix.end() if prefix else 0
    item = _ITEM.match(text[begin:])
    kinds = letters(text)
    if heading:
        _over(kinds, 0, heading.end(), MARK)
        _add(kinds, heading.end(), len(text), _TITLE)
    elif item:
        _over(kinds, begin, begin + item.end(), _BULLET)
        if item[1] and item[1] != "[ ]":
            _add(kinds, begin + item.end(), len(text), _DONE)
    elif _TABLE.match(text):
        for place, letter in enumerate(text):
            if letter == "|":
                kinds[place] |= MARK
    if prefix:
        _over(kinds, 0, begin, MARK)
        _add(kinds, begin, len(text), _QUOTE)
    return kinds


def _over(kinds: list[int], start: int, end: int, kind: int) -> None:
    kinds[start:end] = [kind] * (end - start)


def _add(kinds: list[int], start: int, end: int, kind: int) -> None:
    for place in range(start, end):
        kinds[place] |= kind


def _made(kind: int, level: int, font: QFont) -> QTextCharFormat:
    form = QTextCharFormat()
    if level:
        form.setFontPointSize(round(font.pointSizeF() * _SIZES[level], 1))
    if kind & (BOLD | _TITLE):
        form.setFontWeight(QFont.Weight.DemiBold)
    form.setFontItalic(bool(kind & ITALIC))
    form.setFontStrikeOut(bool(kind & STRIKE))
    if kind & CODE:
        form.setFontFamilies(
            [QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()]
        )
        form.setBackground(theme.color("column"))
    form.setForeground(theme.color(_token(kind)))
    form.setFontUnderline(bool(kind & LINK) and not kind & MARK)
    return form


def _token(kind: int) -> str:
    if kind & (MARK | (ADDRESS if not kind & LINK else 0)):
        return "faint"
    if kind & (LINK | _BULLET):
        return "accent"
    return "muted" if kind & (_QUOTE | _DONE) else "text"
