"""Two texts side by side, their lines opposite each other, what changed marked.

Colour is never the only sign: lines that only one side has carry "−" or "+", words taken out
are struck through, words that came are underlined.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextLength,
    QTextOption,
    QTextTable,
    QTextTableCell,
    QTextTableCellFormat,
    QTextTableFormat,
)
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from mentorcrm.core.i18n import _, ngettext
from mentorcrm.gui import theme
from mentorcrm.gui.widgets.labels import ElidedLabel

Pieces = tuple[tuple[str, bool], ...]
"""The pieces of a line, each with whether it is changed."""

REMOVED, ADDED = "−", "+"
_LINE_TINT, _WORD_TINT = 0.10, 0.26
_MARK_SHARE, _TEXT_SHARE = 3.0, 47.0
"""Widths of the four columns in per cent: mark, text, mark, text."""
_PADDING, _BAR = 3, 4
_FEW = 2
"""So many unchanged lines between changes are shown even when only changes are."""


@dataclass(frozen=True, slots=True)
class SideRow:
    """One line of both sides; None where a side has no such line."""

    old: Pieces | None
    new: Pieces | None
    changed: bool


@dataclass(frozen=True, slots=True)
class SideBlock:
    """Lines below one heading."""

    heading: str
    rows: tuple[SideRow, ...]

    @property
    def changed(self) -> bool:
        """Tell whether any line is changed."""
        return any(row.changed for row in self.rows)


class SideBySide(QWidget):
    """Show two sides and go from change to change."""

    moved = Signal(int, int)
    """The change that is looked at, counted from 1 (0 for none yet), and how many there are."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blocks: Sequence[SideBlock] = ()
        self._changes_only = True
        self._changes: list[tuple[int, int]] = []
        self._current = -1
        self._table: QTextTable | None = None
        self.old_heading = ElidedLabel("", "h2")
        self.new_heading = ElidedLabel("", "h2")
        self.text = _MarkedText()
        self.text.setAccessibleName(name)
        self._lay_out()
        theme.watch().changed.connect(self._draw)

    def show_sides(
        self, blocks: Sequence[SideBlock], *, changes_only: bool, old: str = "", new: str = ""
    ) -> None:
        """Show ``blocks`` under the headings ``old`` and ``new``."""
        self.old_heading.setText(old)
        self.new_heading.setText(new)
        self._blocks, self._changes_only = blocks, changes_only
        self._current = -1
        self._draw()

    @property
    def count(self) -> int:
        """Return how many changes there are; lines changed one after the other are one."""
        return len(self._changes)

    @property
    def current(self) -> int:
        """Return the change that is looked at, counted from 1; 0 for none yet."""
        return self._current + 1

    def step(self, by: int) -> None:
        """Go to the next change, or with -1 to the one before; after the last comes the first."""
        if not self._changes:
            return
        start = self._current if self._current >= 0 else (-1 if by > 0 else 0)
        self._current = (start + by) % len(self._changes)
        self._bring_into_view()
        self.text.mark(self._current_blocks())
        self.moved.emit(self.current, self.count)

    # Drawing

    def _draw(self) -> None:
        document = self.text.document()
        document.clear()
        document.setDefaultFont(self.text.font())
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        document.setDocumentMargin(_BAR + 2)
        self._changes = []
        lines = self._lines()
        self._table = None
        if lines:
            cursor = QTextCursor(document)
            cursor.beginEditBlock()  # laid out once, not after each word
            self._table = cursor.insertTable(len(lines), 4, self._table_format())
            for place, line in enumerate(lines):
                self._fill(place, line)
            cursor.endEditBlock()
        if self._current >= len(self._changes):
            self._current = -1
        self.text.mark(self._current_blocks())
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self.moved.emit(self.current, self.count)

    def _lines(self) -> list[str | int | SideRow]:
        """Return what the rows of the table hold: headings, lines, and gaps as their length."""
        lines: list[str | int | SideRow] = []
        for block in self._blocks:
            if not block.rows or (self._changes_only and not block.changed):
                continue
            lines.append(block.heading)
            run: list[SideRow] = []
            for row in (*block.rows, None):
                if row is not None and not row.changed:
                    run.append(row)
                    continue
                hide = self._changes_only and len(run) > _FEW
                lines.extend([len(run)] if hide else run)
                run = []
                if row is not None:
                    lines.append(row)
        return lines

    def _fill(self, place: int, line: str | int | SideRow) -> None:
        if isinstance(line, SideRow):
            if line.changed:
                self._count(place)
            self._fill_side(place, line.old, line, new=False)
            self._fill_side(place, line.new, line, new=True)
            return
        assert self._table is not None
        self._table.mergeCells(place, 0, 1, 4)
        form = QTextCharFormat()
        if isinstance(line, int):
            words = ngettext("{n} line is the same", "{n} lines are the same", line)
            form.setForeground(theme.color("faint"))
            self._write(self._table.cellAt(place, 0), [(words.format(n=line), form)])
        else:
            form.setFontWeight(QFont.Weight.DemiBold)
            cell = self._table.cellAt(place, 0)
            room = QTextTableCellFormat()
            room.setTopPadding(4 * _PADDING)
            cell.setFormat(room)
            self._write(cell, [(line, form)])

    def _count(self, place: int) -> None:
        """Take the row into the change before it, or begin a new one."""
        if self._changes and self._changes[-1][1] == place - 1:
            self._changes[-1] = (self._changes[-1][0], place)
        else:
            self._changes.append((place, place))

    def _columns(self, *, new: bool) -> tuple[int, int]:
        """Return the columns of a side's text and of its marks; Qt does not mirror tables."""
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return (0, 1) if new else (2, 3)
        return (3, 2) if new else (1, 0)

    def _fill_side(self, place: int, pieces: Pieces | None, row: SideRow, *, new: bool) -> None:
        token, mark = ("accepted", ADDED) if new else ("danger", REMOVED)
        assert self._table is not None
        text, sign = (self._table.cellAt(place, column) for column in self._columns(new=new))
        if pieces is None:
            for cell in (text, sign):
                _paint(cell, "column", 1.0)
            return
        if not row.changed:
            self._write(text, [(words, QTextCharFormat()) for words, _on in pieces])
            return
        for cell in (text, sign):
            _paint(cell, token, _LINE_TINT)
        form = QTextCharFormat()
        form.setForeground(theme.color(token))
        form.setFontWeight(QFont.Weight.DemiBold)
        self._write(sign, [(mark, form)], Qt.AlignmentFlag.AlignHCenter)
        parts = (part for piece in pieces for part in _trimmed(*piece))
        self._write(text, [(words, _form(token, on, new=new)) for words, on in parts])

    def _write(
        self,
        cell: QTextTableCell,
        pieces: Sequence[tuple[str, QTextCharFormat]],
        side: Qt.AlignmentFlag | None = None,
    ) -> None:
        cursor = cell.firstCursorPosition()
        if side is not None:
            block = QTextBlockFormat()
            block.setAlignment(side)
            cursor.mergeBlockFormat(block)
        for words, form in pieces:
            cursor.insertText(words, form)

    def _table_format(self) -> QTextTableFormat:
        form = QTextTableFormat()
        form.setBorder(0)
        form.setCellSpacing(0)
        form.setCellPadding(_PADDING)
        kind = QTextLength.Type.PercentageLength
        form.setWidth(QTextLength(kind, 100))
        texts = {self._columns(new=new)[0] for new in (False, True)}
        shares = (_TEXT_SHARE if column in texts else _MARK_SHARE for column in range(4))
        form.setColumnWidthConstraints([QTextLength(kind, share) for share in shares])
        return form

    # Where the reader is

    def _current_blocks(self) -> list[QTextBlock]:
        """Return the text of the rows of the change that is looked at."""
        if self._table is None or self._current < 0:
            return []
        first, last = self._changes[self._current]
        columns = [self._columns(new=new)[0] for new in (False, True)]
        cells = (self._table.cellAt(row, col) for row in range(first, last + 1) for col in columns)
        return [cell.firstCursorPosition().block() for cell in cells]

    def _bring_into_view(self) -> None:
        assert self._table is not None
        first, _last = self._changes[self._current]
        cursor = self._table.cellAt(first, self._columns(new=True)[0]).firstCursorPosition()
        self.text.setTextCursor(cursor)
        bar, view = self.text.verticalScrollBar(), self.text.viewport()
        top = self.text.cursorRect(cursor).top()
        if not view.height() // 8 <= top <= view.height() * 2 // 3:
            bar.setValue(bar.value() + top - view.height() // 4)

    def _lay_out(self) -> None:
        heads = QHBoxLayout()
        heads.setContentsMargins(8, 0, 8, 0)
        heads.setSpacing(8)
        heads.addWidget(self.old_heading, 1)
        heads.addWidget(self.new_heading, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        outer.addLayout(heads)
        outer.addWidget(self.text, 1)


class _MarkedText(QTextEdit):
    """A text to read, with a bar before the lines that are looked at."""

    def __init__(self) -> None:
        super().__init__()
        self._marked: Sequence[QTextBlock] = ()
        self.setReadOnly(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def mark(self, blocks: Sequence[QTextBlock]) -> None:
        """Mark these paragraphs, and no others."""
        self._marked = blocks
        self.viewport().update()

    def marked_rect(self) -> QRectF:
        """Return where the bar stands, in the view; empty when nothing is marked."""
        layout = self.document().documentLayout()
        rects = [layout.blockBoundingRect(block) for block in self._marked if block.isValid()]
        if not rects:
            return QRectF()
        top = min(rect.top() for rect in rects) - _PADDING - self.verticalScrollBar().value()
        bottom = max(rect.bottom() for rect in rects) + _PADDING - self.verticalScrollBar().value()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.viewport().width() - _BAR if rtl else 0
        return QRectF(left, top, _BAR, bottom - top)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.fillRect(self.marked_rect(), theme.color("accent"))
        painter.end()


def change_words(current: int, count: int) -> str:
    """Return where the reader is: "Change 2 of 7"."""
    if not count:
        return _("No change")
    if not current:
        return ngettext("{n} change", "{n} changes", count).format(n=count)
    return _("Change {current} of {count}").format(current=current, count=count)


def _trimmed(words: str, changed: bool) -> Pieces:
    """Return a piece in parts, so that no mark covers the spaces around changed words."""
    bare = words.strip()
    if not changed or not bare:
        return ((words, changed),)
    start = words.index(bare)
    parts = ((words[:start], False), (bare, True), (words[start + len(bare) :], False))
    return tuple(part for part in parts if part[0])


def _form(token: str, changed: bool, *, new: bool) -> QTextCharFormat:
    form = QTextCharFormat()
    if changed:
        tint = theme.color(token)
        tint.setAlphaF(_WORD_TINT)
        form.setBackground(tint)
        form.setFontUnderline(new)
        form.setFontStrikeOut(not new)
    return form


def _paint(cell: QTextTableCell, token: str, share: float) -> None:
    tint = theme.color(token)
    tint.setAlphaF(share)
    form = cell.format()
    form.setBackground(tint)
    cell.setFormat(form)
