"""Tell by its content, never by its name, what a file is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.imports import caps, columns, encoding, linkedin
from mentorcrm.core.imports.records import Reading
from mentorcrm.core.progress import Progress

FORMATS = ("auto", linkedin.FORMAT)
_FOREIGN = {
    b"%PDF": "PDF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"\x1f\x8b": "gzip",
    b"7z\xbc\xaf": "7-Zip",
    b"Rar!": "RAR",
    b"\xd0\xcf\x11\xe0": "Excel 97",
    b"SQLite format 3": "SQLite",
    b"\x7fELF": "program",
}


def detect(path: Path) -> str:
    """Return the format of the file; raise UserError when it is none that is read here."""
    data = caps.read_file(path)
    _refuse_foreign(data, path.name)
    text = linkedin.text_of(data, path.name)
    sample = columns.first_lines(encoding.lines(text, encoding.detect(text)))
    columns.find(sample, path.name, {})
    return linkedin.FORMAT


def read(path: Path, format_: str, mapping: Mapping[str, str], progress: Progress) -> Reading:
    """Return what the file holds."""
    if format_ not in FORMATS:
        raise UserError(
            _("“{format}” is not a format that can be imported. Choose one of: {formats}.").format(
                format=format_, formats=", ".join(FORMATS)
            )
        )
    progress.check()
    data = caps.read_file(path)
    _refuse_foreign(data, path.name)
    try:
        return linkedin.read(data, path.name, mapping, progress)
    except (ValueError, LookupError, OverflowError, RecursionError, MemoryError) as error:
        # The border to files of any origin: whatever a reader trips over, the file is at fault.
        raise UserError(
            _("{file} cannot be read as contacts. Download it again.").format(file=path.name),
            details=repr(error)[:200],
        ) from error


def _refuse_foreign(data: bytes, name: str) -> None:
    for mark, kind in _FOREIGN.items():
        if data.startswith(mark):
            text = _("{file} is a {kind} file, not a LinkedIn export. Choose Connections.csv.")
            raise UserError(text.format(file=name, kind=kind))
    if data[:200].lstrip(b"\xef\xbb\xbf \r\n\t").upper().startswith(b"BEGIN:VCARD"):
        text = _("{file} is a vCard file. This version imports LinkedIn's Connections.csv.")
        raise UserError(text.format(file=name))
