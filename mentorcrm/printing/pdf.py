"""A document as PDF: embedded fonts, text that can be selected and found, links that work."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QSizeF
from PySide6.QtGui import QGuiApplication, QPageSize, QPdfWriter

from mentorcrm.core.documents.document import Document, one_line
from mentorcrm.core.exports.target import write_bytes
from mentorcrm.printing.pages import lay_out, paint, without_margins

_RESOLUTION = 1200
SIZES = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}
_LETTERS = re.compile(rb"beginbfrange\n.*?endbfrange", re.DOTALL)
_MEANINGS = re.compile(rb"\[[^\]]*\]")
_made: list[QGuiApplication] = []
"""Our own application of Qt, kept until the process ends."""
_NO_LETTER, _UNKNOWN_LETTER = b"<0000> <0000> <0000>", b"<0000> <0000> <FFFD>"
"""What a letter that no font has is found as: a sign for it instead of a NUL."""
_CONTROL = re.compile(rb"<00(?:0[1-9A-F]|1[0-9A-F])>")


def pdf(document: Document, path: Path, paper: str = "a4") -> None:
    """Write ``document`` to ``path``: the whole file, or none and a UserError."""
    write_bytes(path, pdf_bytes(document, paper))


def pdf_bytes(document: Document, paper: str = "a4") -> bytes:
    """Return ``document`` as the bytes of a PDF file; ``paper`` is "a4" or "letter"."""
    _begin_qt()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(SIZES[paper]))
    writer.setResolution(_RESOLUTION)
    writer.setTitle(one_line(document.title))
    writer.setCreator("MentorCRM")
    without_margins(writer)
    paint(lay_out(document, millimetres(paper)), writer)
    return _with_real_spaces(bytes(buffer.data().data()))


def millimetres(paper: str) -> QSizeF:
    """Return the size of a paper called "a4" or "letter"."""
    return QPageSize(SIZES[paper]).size(QPageSize.Unit.Millimeter)


def _begin_qt() -> None:
    """Make an application of Qt when there is none; on Linux it must not look for a screen."""
    if QGuiApplication.instance() is None:
        screenless = ["-platform", "offscreen"] if sys.platform.startswith("linux") else []
        _made.append(QGuiApplication(["mentorcrm", *screenless]))


def _with_real_spaces(data: bytes) -> bytes:
    """Return the file with spaces where Qt says "tab".

    For each shape of a font Qt writes the first character that is drawn so, and tab comes
    before space: words copied from the page would be cut by tabs. The tables of characters
    are not packed, and as many bytes come out as went in, so that every offset stays right.
    """

    def mended(table: re.Match[bytes]) -> bytes:
        known = table[0].replace(_NO_LETTER, _UNKNOWN_LETTER)
        return _MEANINGS.sub(lambda row: _CONTROL.sub(b"<0020>", row[0]), known)

    return _LETTERS.sub(mended, data)
