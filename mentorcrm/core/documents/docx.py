"""A document as DOCX: real headings, lists, tables and links, and nothing about its maker."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from mentorcrm.core.documents import docx_styles as styles, look
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

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph as Lines
    from docx.text.run import Run as Piece

_DEEPEST = 8


def as_docx(document: Document, paper: str = "a4") -> bytes:
    """Return ``document`` as the bytes of a DOCX file; ``paper`` is a key of ``look.PAPERS``."""
    return _Writer(document, paper).bytes()


class _Writer:
    """Fill an empty file of python-docx block by block."""

    def __init__(self, document: Document, paper: str) -> None:
        self._file = styles.empty_file(paper, document.language)
        self._bullets = styles.bullets(self._file)
        self._numbers = styles.numbers(self._file)
        title = one_line(document.title)
        self._file.core_properties.title = title[:255]
        self._line(title, "Title")
        if document.subtitle:
            self._line(one_line(document.subtitle), "Subtitle")
        blocks = parse(document.body)
        self._shift = 1 - highest_level(blocks)
        self._blocks(blocks, 0)
        if document.footer:
            foot = self._file.sections[0].footer.paragraphs[0]
            self._set_direction(foot, document.footer)
            foot.add_run(one_line(document.footer))

    def bytes(self) -> bytes:
        """Return the file."""
        data = io.BytesIO()
        self._file.save(data)
        return data.getvalue()

    def _blocks(self, blocks: Blocks, depth: int, style: str = "") -> None:
        for block in blocks:
            self._block(block, depth, style)

    def _block(self, block: Block, depth: int, style: str) -> None:
        match block:
            case Heading():
                level = min(max(block.level + self._shift, 1), 9)
                self._runs(self._file.add_heading("", level), block.runs)
            case Paragraph():
                lines = self._file.add_paragraph(style=style or "Normal")
                styles.indent(lines, depth)
                self._runs(lines, block.runs)
            case Code():
                self._code(block, depth)
            case Rule():
                styles.draw_rule(self._file.add_paragraph())
            case Quote():
                self._blocks(block.blocks, depth + 1 if depth else 0, "Quote")
            case Listing():
                self._listing(block, depth)
            case Table():
                self._table(block)

    def _line(self, text: str, style: str) -> None:
        lines = self._file.add_paragraph(text, style=style)
        self._set_direction(lines, text)

    def _code(self, code: Code, depth: int) -> None:
        lines = self._file.add_paragraph(style=styles.CODE)
        styles.indent(lines, depth)
        for number, line in enumerate(code.text.split("\n")):
            piece = lines.add_run()
            if number:
                piece.add_break()
            piece.add_text(line)

    def _listing(self, listing: Listing, depth: int) -> None:
        ordered = listing.start is not None
        number = styles.new_list(
            self._file,
            self._numbers if ordered else self._bullets,
            min(depth, _DEEPEST),
            listing.start,
        )
        base = "List Number" if ordered else "List Bullet"
        style = base if depth == 0 else f"{base} {min(depth + 1, 3)}"
        for item in listing.items:
            self._item(item, style, number, depth)

    def _item(self, item: Item, style: str, number: int, depth: int) -> None:
        lines = self._file.add_paragraph(style=style)
        rest = item.blocks
        if item.checked is None:
            styles.set_number(lines, number, min(depth, _DEEPEST))
        else:
            styles.set_box(lines, depth)
            box = lines.add_run(look.TICKED_BOX if item.checked else look.OPEN_BOX)
            styles.set_font(box, "Segoe UI Symbol")
            lines.add_run("\u00a0")
        if rest and isinstance(rest[0], Paragraph):
            self._runs(lines, rest[0].runs)
            rest = rest[1:]
        self._blocks(rest, depth + 1)

    def _table(self, table: Table) -> None:
        grid = self._file.add_table(rows=0, cols=len(table.header), style="Table Grid")
        for number, row in enumerate((table.header, *table.rows)):
            made = grid.add_row()
            if number == 0:
                styles.repeat_row(made)
            for cell, runs, side in zip(made.cells, row, table.alignments, strict=True):
                lines = cell.paragraphs[0]
                styles.align(lines, side)
                self._runs(lines, runs, bold=number == 0)
        self._file.add_paragraph(style="No Spacing")  # without it two tables grow together

    def _runs(self, lines: Lines, runs: Runs, *, bold: bool = False) -> None:
        self._set_direction(lines, plain(runs))
        open_link: Any = None
        address = ""
        for run in runs:
            if run.link != address or open_link is None:
                open_link = styles.link(lines, run.link) if run.link else None
                address = run.link
            piece = lines.add_run()
            if open_link is not None:
                open_link.append(piece._r)
                piece._r.style = styles.LINK  # by its id: a look-up by name reads all styles
            self._fill(piece, run, bold or run.bold)

    def _fill(self, piece: Piece, run: Run, bold: bool) -> None:
        if run.text == "\n":
            piece.add_break()
            return
        piece.add_text(run.text)
        if bold:
            piece.bold = True
        if run.italic:
            piece.italic = True
        if run.struck:
            piece.font.strike = True
        if run.code:
            styles.set_font(piece, "Consolas")
        if look.is_right_to_left(run.text):
            piece.font.rtl = True

    def _set_direction(self, lines: Lines, text: str) -> None:
        if look.is_right_to_left(text):
            styles.set_right_to_left(lines)
