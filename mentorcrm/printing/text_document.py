"""A document laid out by Qt: headings, lists, tables and links, nothing loaded from anywhere."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextListFormat,
    QTextTableCellFormat,
    QTextTableFormat,
)

from mentorcrm.core.documents import look
from mentorcrm.core.documents.document import Document, one_line
from mentorcrm.core.documents.parsing import parse
from mentorcrm.core.documents.tree import (
    Block,
    Blocks,
    Code,
    Heading,
    Item,
    Listing,
    Paragraph,
    Quote,
    Rule,
    Run,
    Runs,
    Table,
    highest_level,
    plain,
)
from mentorcrm.printing.fonts import body_font, box_family, code_family

_BULLETS = (
    QTextListFormat.Style.ListDisc,
    QTextListFormat.Style.ListCircle,
    QTextListFormat.Style.ListSquare,
)
_BOX_EMS = 1.35
"""From the left edge of a box to the words beside it, in heights of the letters."""


class PageText(QTextDocument):
    """Text for pages, which loads neither files nor anything else."""

    def loadResource(self, type: int, name: QUrl | str) -> object:  # noqa: A002, N802 - Qt's names
        """Give an empty picture: an empty value would let Qt open the file by itself."""
        nothing = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
        nothing.fill(Qt.GlobalColor.transparent)
        return nothing


def text_document(document: Document, points: float, unit: float) -> PageText:
    """Return ``document`` in letters of ``points``; ``unit`` is how many dots a point has."""
    # The layout of a long text starts timers: a thread of Python's own has none until a loop
    # was made in it. The loop is never entered.
    QEventLoop()
    return _Builder(points, unit).built(document)


class _Builder:
    """Write blocks at the end of a text of Qt."""

    def __init__(self, points: float, unit: float) -> None:
        self._text = PageText()
        self._points = points
        self._em = points * unit
        self._text.setDefaultFont(body_font(points))
        self._text.setUndoRedoEnabled(False)
        self._text.setUseDesignMetrics(True)
        self._text.setDocumentMargin(0)
        self._text.setIndentWidth(1.6 * self._em)
        self._cursor = QTextCursor(self._text)
        self._is_new = True
        self._code_family = code_family()
        self._box_family = box_family()
        self._space = QFontMetricsF(self._text.defaultFont()).horizontalAdvance("\u00a0")

    def built(self, document: Document) -> PageText:
        """Write the whole and return it."""
        self._cursor.beginEditBlock()
        title = one_line(document.title)
        self._begin(title, below=0.25)
        self._cursor.insertText(title, self._letters(1.9, QFont.Weight.Bold))
        if document.subtitle:
            subtitle = one_line(document.subtitle)
            self._begin(subtitle, below=0.9)
            self._cursor.insertText(subtitle, self._letters(1.0, colour=look.MUTED))
        blocks = parse(document.body)
        self._blocks(blocks, 1 - highest_level(blocks), 0)
        self._cursor.endEditBlock()
        return self._text

    def _blocks(self, blocks: Blocks, shift: int, depth: int, quoted: int = 0) -> None:
        for block in blocks:
            self._block(block, shift, depth, quoted)

    def _block(self, block: Block, shift: int, depth: int, quoted: int) -> None:
        match block:
            case Heading():
                self._heading(block, block.level + shift)
            case Paragraph():
                self._begin(plain(block.runs), depth=depth, quoted=quoted)
                self._runs(block.runs, quoted=quoted)
            case Code():
                self._code(block, depth)
            case Rule():
                self._rule()
            case Quote():
                self._blocks(block.blocks, shift, depth, quoted + 1)
            case Listing():
                self._listing(block, shift, depth, quoted)
            case Table():
                self._table(block)

    # Blocks

    def _begin(
        self,
        text: str,
        *,
        above: float = 0,
        below: float = 0.55,
        depth: int = 0,
        quoted: int = 0,
        level: int = 0,
    ) -> None:
        """Begin a block; distances are in heights of the letters."""
        form = QTextBlockFormat()
        form.setTopMargin(above * self._em)
        form.setBottomMargin(below * self._em)
        form.setIndent(depth)
        form.setLineHeight(128, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        form.setHeadingLevel(level)
        right = look.is_right_to_left(text)
        aside = quoted * 1.2 * self._em
        form.setRightMargin(aside) if right else form.setLeftMargin(aside)
        side = Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
        form.setLayoutDirection(side)
        if self._is_new:
            self._is_new = False
            self._cursor.setBlockFormat(form)
            self._cursor.setBlockCharFormat(QTextCharFormat())
        else:
            self._cursor.insertBlock(form, QTextCharFormat())

    def _heading(self, heading: Heading, level: int) -> None:
        size = {1: 1.25, 2: 1.1}.get(level, 1.0)
        above = 0.0 if self._is_new else {1: 1.0, 2: 0.8}.get(level, 0.6)
        self._begin(plain(heading.runs), above=above, below=0.3, level=level + 1)
        self._runs(heading.runs, self._letters(size, QFont.Weight.DemiBold))

    def _code(self, code: Code, depth: int) -> None:
        lines = code.text.expandtabs(4).split("\n")
        for number, line in enumerate(lines):
            below = 0.55 if number == len(lines) - 1 else 0.0
            self._begin("", below=below, depth=depth)
            form = self._cursor.blockFormat()
            form.setBackground(QBrush(QColor("#" + look.SHADE)))
            self._cursor.setBlockFormat(form)
            letters = self._letters(0.9)
            letters.setFontFamilies([self._code_family])
            self._cursor.insertText(line, letters)

    def _rule(self) -> None:
        self._begin("", above=0.3)
        form = self._cursor.blockFormat()
        width = QTextLength(QTextLength.Type.PercentageLength, 100)
        form.setProperty(QTextFormat.Property.BlockTrailingHorizontalRulerWidth, width)
        self._cursor.setBlockFormat(form)

    def _listing(self, listing: Listing, shift: int, depth: int, quoted: int) -> None:
        form = QTextListFormat()
        form.setIndent(depth + 1)
        form.setStyle(_BULLETS[depth % 3])
        if listing.start is not None:
            form.setStyle(QTextListFormat.Style.ListDecimal)
            form.setStart(listing.start)
        made = None
        for number, item in enumerate(listing.items):
            is_last = number == len(listing.items) - 1
            below = 0.55 if is_last and not depth else 0.2
            first = item.blocks[0] if item.blocks else None
            text = plain(first.runs) if isinstance(first, Paragraph) else ""
            if item.checked is not None:
                self._begin_task(item, text, below, depth + 1, quoted)
            else:
                self._begin(text, below=below, quoted=quoted)
                if made is None:
                    made = self._cursor.createList(form)
                else:
                    made.add(self._cursor.block())
            self._rest_of_item(item, shift, depth + 1, quoted)

    def _begin_task(self, item: Item, text: str, below: float, depth: int, quoted: int) -> None:
        """Begin with a box that is text too: it can be copied, and read aloud."""
        self._begin(text, below=below, depth=depth, quoted=quoted)
        form = self._cursor.blockFormat()
        form.setTextIndent(-_BOX_EMS * self._em)
        self._cursor.setBlockFormat(form)
        letters = self._letters(1.0)
        if self._box_family:
            letters.setFontFamilies([self._box_family])
        box = look.TICKED_BOX if item.checked else look.OPEN_BOX
        self._cursor.insertText(box, letters)
        width = QFontMetricsF(_font_of(letters, self._text)).horizontalAdvance(box)
        gap = self._letters(1.0)
        gap.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        gap.setFontLetterSpacing(max(_BOX_EMS * self._em - width - self._space, 0))
        self._cursor.insertText("\u00a0", gap)

    def _rest_of_item(self, item: Item, shift: int, depth: int, quoted: int) -> None:
        rest = item.blocks
        if rest and isinstance(rest[0], Paragraph):
            self._runs(rest[0].runs, quoted=quoted)
            rest = rest[1:]
        self._blocks(rest, shift, depth, quoted)

    def _table(self, table: Table) -> None:
        form = QTextTableFormat()
        form.setHeaderRowCount(1)
        form.setBorder(0)
        form.setBorderCollapse(True)
        form.setTopMargin(0.3 * self._em)
        form.setBottomMargin(0.8 * self._em)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        rows = (table.header, *table.rows)
        outside = QTextCursor(self._cursor)
        made = self._cursor.insertTable(len(rows), len(table.header), form)
        for number, row in enumerate(rows):
            for column, runs in enumerate(row):
                cell = made.cellAt(number, column)
                self._cursor = cell.firstCursorPosition()
                self._is_new = True
                self._begin(plain(runs), below=0)
                # Only now: Qt keeps it in the letters of the first block, which begin anew.
                cell.setFormat(self._cell(is_heading=number == 0))
                block = self._cursor.blockFormat()
                block.setAlignment(_side(table.alignments[column]))
                self._cursor.setBlockFormat(block)
                weight = QFont.Weight.DemiBold if number == 0 else QFont.Weight.Normal
                self._runs(runs, self._letters(0.95, weight))
        outside.movePosition(QTextCursor.MoveOperation.End)
        self._cursor = outside
        self._is_new = True  # Qt leaves an empty block behind a table: the next one takes it

    def _cell(self, *, is_heading: bool) -> QTextTableCellFormat:
        form = QTextTableCellFormat()
        form.setTopPadding(0.3 * self._em)
        form.setBottomPadding(0.3 * self._em)
        form.setLeftPadding(0.1 * self._em)
        form.setRightPadding(0.9 * self._em)
        form.setBottomBorder((0.09 if is_heading else 0.05) * self._em)
        form.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBottomBorderBrush(QBrush(QColor("#" + (look.MUTED if is_heading else look.LINE))))
        return form

    # Letters

    def _letters(
        self, size: float, weight: QFont.Weight = QFont.Weight.Normal, colour: str = look.INK
    ) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFontPointSize(round(self._points * size, 1))
        form.setFontWeight(weight)
        form.setForeground(QBrush(QColor("#" + colour)))
        return form

    def _runs(self, runs: Runs, letters: QTextCharFormat | None = None, *, quoted: int = 0) -> None:
        base = letters or self._letters(1.0, colour=look.MUTED if quoted else look.INK)
        for run in runs:
            form = self._run_letters(base, run)
            self._cursor.insertText("\u2028" if run.text == "\n" else run.text, form)

    def _run_letters(self, base: QTextCharFormat, run: Run) -> QTextCharFormat:
        form = QTextCharFormat(base)
        if run.bold:
            form.setFontWeight(QFont.Weight.Bold)
        form.setFontItalic(run.italic)
        form.setFontStrikeOut(run.struck)
        if run.code:
            form.setFontFamilies([self._code_family])
        if run.link:
            form.setAnchor(True)
            form.setAnchorHref(run.link)
            form.setForeground(QBrush(QColor("#" + look.LINK)))
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        return form


def _side(name: str) -> Qt.AlignmentFlag:
    sides = {"center": Qt.AlignmentFlag.AlignHCenter, "right": Qt.AlignmentFlag.AlignRight}
    return sides.get(name, Qt.AlignmentFlag.AlignLeft)


def _font_of(letters: QTextCharFormat, text: QTextDocument) -> QFont:
    return letters.font().resolve(text.defaultFont())
