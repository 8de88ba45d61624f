"""The pages of a document: one where it can be read on one, else as many as it needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QGuiApplication,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPainter,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextFormat,
)

from mentorcrm.core.documents import look
from mentorcrm.core.documents.document import Document, one_line
from mentorcrm.core.i18n import _
from mentorcrm.printing.fonts import body_font
from mentorcrm.printing.text_document import PageText, text_document

_FITS = ((10.5, 20.0), (10.0, 18.0), (9.5, 16.0), (9.0, 14.0))
"""Points of the letters and millimetres of the margins, tried in turn for one page.

9 points are the least that is read with ease on paper.
"""
_HOPELESS = 1.7
"""What fills more pages than this at first does not fit on one: the last try holds 1.55."""
_FINE = 8
"""Text is laid out so many times larger than it is drawn."""
_FOOT_MM = 7.0
_FOOT_POINTS = 8.0
_MOST_HEADINGS = 500


@dataclass(frozen=True, slots=True)
class Pages:
    """A document laid out for one size of paper."""

    text: PageText
    """In fine dots; ``paint`` scales it to the device without a change of lines."""
    place: QRectF
    """Where the text of a page stands, in millimetres."""
    footer: str
    count: int
    cut: Mapping[int, QTextBlock] = field(default_factory=dict)
    """The paragraph that goes on at the top of a page."""


def paper_of(device: QPagedPaintDevice) -> QSizeF:
    """Return the size of the device's paper in millimetres."""
    return device.pageLayout().fullRect(QPageLayout.Unit.Millimeter).size()


def lay_out(document: Document, paper: QSizeF) -> Pages:
    """Lay ``document`` out for ``paper`` (millimetres), on one page where that can be read."""
    tried = None
    for points, margin in _FITS:
        pages = _laid_out(document, paper, points, margin, with_foot=bool(document.footer))
        if pages.count == 1:
            return pages
        tried = tried or pages
        if _filled(tried) > _HOPELESS:
            break
    pages = _laid_out(document, paper, *_FITS[0], with_foot=True)
    _keep_headings_with_text(pages)
    return replace(pages, count=pages.text.pageCount(), cut=_cut(pages.text))


def paint(pages: Pages, device: QPagedPaintDevice) -> None:
    """Draw all pages; nothing is drawn when the device cannot begin."""
    painter = QPainter()
    if not painter.begin(device):
        raise OSError(_("the page cannot be drawn"))
    try:
        for number in range(pages.count):
            if number:
                device.newPage()
            _paint_page(pages, painter, number)
    finally:
        painter.end()


def empty_sheet(size: QSize) -> QImage:
    """Return a sheet of paper with nothing on it, ``size`` in dots."""
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    return image


def picture(pages: Pages, paper: QSizeF, number: int, dots: float) -> QImage:
    """Return page ``number`` as a picture with ``dots`` in an inch."""
    image = empty_sheet((paper * (dots / 25.4)).toSize())
    metre = round(dots / 0.0254)
    image.setDotsPerMeterX(metre)
    image.setDotsPerMeterY(metre)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_page(pages, painter, number)
    painter.end()
    return image


def without_margins(device: QPagedPaintDevice) -> None:
    """Let the device begin at the edge of the paper: the margins are ours."""
    layout = device.pageLayout()
    layout.setMode(QPageLayout.Mode.FullPageMode)
    layout.setMargins(QMarginsF(0, 0, 0, 0))
    device.setPageLayout(layout)


def _laid_out(
    document: Document, paper: QSizeF, points: float, margin: float, *, with_foot: bool
) -> Pages:
    foot = _FOOT_MM if with_foot else 0.0
    size = QSizeF(paper.width() - 2 * margin, paper.height() - 2 * margin - foot)
    dot = _dots()
    text = text_document(document, points * _FINE, dot / 72 / _FINE)
    # Whole dots: Qt puts the first line of a page at one, which must not be on the page before.
    text.setPageSize(QSizeF((size * (dot / 25.4)).toSize()))
    return Pages(
        text, QRectF(QPointF(margin, margin), size), one_line(document.footer), text.pageCount()
    )


def _dots() -> float:
    # Told of no device, Qt lays text out for the screen, and rounds sizes to its whole dots.
    return QGuiApplication.primaryScreen().logicalDotsPerInchY() * _FINE


def _filled(pages: Pages) -> float:
    return float(pages.text.size().height() / pages.text.pageSize().height())


def _keep_headings_with_text(pages: Pages) -> None:
    """Begin a page with a heading rather than end one with it."""
    text, height = pages.text, pages.text.pageSize().height()
    layout: Any = text.documentLayout()
    moved = 0
    block = text.begin()
    while block.isValid() and moved < _MOST_HEADINGS:
        after = block.next()
        if block.blockFormat().headingLevel() and after.isValid():
            here = int(layout.blockBoundingRect(block).top() // height)
            first_line = layout.blockBoundingRect(after).top()
            line = after.layout().lineAt(0) if after.layout().lineCount() else None
            bottom = first_line + (line.y() + line.height() if line is not None else 0.0)
            if int((bottom - 1) // height) > here:
                _break_before(QTextCursor(block))
                moved += 1
        block = after


def _cut(text: PageText) -> dict[int, QTextBlock]:
    """Return the paragraphs that go on at the top of a page; those in tables stay with Qt."""
    height = text.pageSize().height()
    found: dict[int, QTextBlock] = {}
    block = text.begin()
    while block.isValid():
        pages = [int(top // height) for top in _line_tops(block)]
        if len(set(pages)) > 1 and QTextCursor(block).currentTable() is None:
            found.update({page: block for page in pages if page != pages[0]})
        block = block.next()
    return found


def _line_tops(block: QTextBlock) -> list[float]:
    lines = block.layout()
    top = lines.position().y()
    return [top + lines.lineAt(number).y() for number in range(lines.lineCount())]


def _break_before(cursor: QTextCursor) -> None:
    form = QTextBlockFormat()
    form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    cursor.mergeBlockFormat(form)


def _paint_page(pages: Pages, painter: QPainter, number: int) -> None:
    dots = painter.device().logicalDpiY()
    painter.save()
    painter.scale(dots / 25.4, dots / 25.4)
    painter.translate(pages.place.topLeft())
    painter.scale(25.4 / _dots(), 25.4 / _dots())
    top = number * pages.text.pageSize().height()
    painter.translate(0, -top)
    context = QAbstractTextDocumentLayout.PaintContext()
    # Bullets and numbers take this colour, which is white where the window is dark.
    context.palette.setColor(QPalette.ColorRole.Text, QColor("#" + look.INK))
    shown = QRectF(QPointF(0, top), pages.text.pageSize())
    painter.setClipRect(shown)
    context.clip = shown.adjusted(0, 1, 0, -1)  # a line that only touches it would be drawn too
    if number in pages.cut:
        bottom = _paint_rest(pages, painter, number)
        context.clip.setTop(min(bottom + 1, context.clip.bottom()))
    pages.text.documentLayout().draw(painter, context)
    painter.restore()
    _paint_foot(pages, painter, number)


def _paint_rest(pages: Pages, painter: QPainter, number: int) -> float:
    """Draw the rest of a paragraph at the top of a page; return where the paragraph ends.

    Qt would draw the line before it as well: out of sight, but found twice by whoever searches
    or copies the text.
    """
    block = pages.cut[number]
    height = pages.text.pageSize().height()
    lines = block.layout()
    for place, top in enumerate(_line_tops(block)):
        if int(top // height) == number:
            lines.lineAt(place).draw(painter, lines.position())
    layout: Any = pages.text.documentLayout()
    return float(layout.blockBoundingRect(block).bottom())


def _paint_foot(pages: Pages, painter: QPainter, number: int) -> None:
    dot = painter.device().logicalDpiY() / 25.4
    place = pages.place
    strip = QRectF(place.left() * dot, place.bottom() * dot, place.width() * dot, _FOOT_MM * dot)
    painter.setFont(body_font(_FOOT_POINTS))
    painter.setPen(QColor("#" + look.MUTED))
    bottom = Qt.AlignmentFlag.AlignBottom
    if pages.footer:
        painter.drawText(strip, int(bottom | Qt.AlignmentFlag.AlignLeft), pages.footer)
    if pages.count > 1:
        words = _("Page {number} of {count}").format(number=number + 1, count=pages.count)
        painter.drawText(strip, int(bottom | Qt.AlignmentFlag.AlignRight), words)
