"""LinkedIn's Connections.csv, alone or in its archive, of every era."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from urllib.parse import unquote

from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.imports import archive, columns, encoding
from mentorcrm.core.imports.caps import FILE_LIMIT
from mentorcrm.core.imports.columns import Header
from mentorcrm.core.imports.dates import iso_date
from mentorcrm.core.imports.delimited import Record, records
from mentorcrm.core.imports.records import Person, Reading, Skipped, Warned
from mentorcrm.core.progress import Progress

FORMAT = "linkedin"
_STEP = 500
_SUFFIX = re.compile(r"(_\d+| ?\(\d+\))$")
_SLUG = re.compile(r"(?:linkedin\.com|^)/?(?:mwlite/)?(?:in|pub)/([^/?#\s]+)", re.IGNORECASE)
_ADDRESS = re.compile(r"<([^<>\s]+@[^<>\s]+)>")
_BETWEEN = re.compile(r"[;,\s]+")


def choose_member(names: list[str]) -> str | None:
    """Return the archive's member that is Connections.csv, whatever its spelling."""
    found = [name for name in names if _is_connections(name)]
    return min(found, key=lambda name: (name.count("/"), len(name), name), default=None)


def _is_connections(name: str) -> bool:
    folder, _slash, file = name.replace("\\", "/").rpartition("/")
    if "__macosx" in folder.casefold() or not file.casefold().endswith(".csv"):
        return False
    stem = _SUFFIX.sub("", file[:-4].strip())
    return stem.casefold().replace(" ", "").replace("_", "") == "connections"


def text_of(data: bytes, file_name: str) -> bytes:
    """Return the bytes of Connections.csv: the file itself, or the archive's member."""
    if not archive.is_archive(data):
        return data
    found = archive.read_member(data, file_name, choose_member)
    if len(found) > FILE_LIMIT:
        raise UserError(_("Connections.csv in {file} is too large.").format(file=file_name))
    if found:
        return found
    names = archive.names(data, file_name)
    if "xl/workbook.xml" in names:
        raise UserError(
            _("{file} is an Excel workbook. Save it as CSV and choose that file.").format(
                file=file_name
            )
        )
    raise UserError(
        _(
            "{file} has no Connections.csv, or an empty one. LinkedIn sends a part of the archive "
            "first: ask for “Connections”, or wait for the complete archive."
        ).format(file=file_name)
    )


def read(data: bytes, file_name: str, mapping: Mapping[str, str], progress: Progress) -> Reading:
    """Return the people of a Connections.csv or of the archive that holds it."""
    text = text_of(data, file_name)
    progress.check()
    known = encoding.detect(text)
    header = columns.find(columns.first_lines(encoding.lines(text, known)), file_name, mapping)
    reading = Reading(
        file_name=file_name,
        sha256=hashlib.sha256(data).hexdigest(),
        format=FORMAT,
        encoding=known.label,
        columns={field: header.names[place] for field, place in header.places.items()},
    )
    if known.damaged:
        text_warning = _("Some characters do not fit {encoding} and show as �.")
        reading.warnings.append(Warned(None, text_warning.format(encoding=known.label)))
    for number, record in enumerate(_after(header, text, known)):
        if number % _STEP == 0:
            progress.report(number, None, _("Reading {file}").format(file=file_name))
        _take(record, header, reading)
    return reading


def _after(header: Header, text: bytes, known: encoding.Encoding) -> Iterator[Record]:
    lines = islice(encoding.lines(text, known), header.row, None)
    return records(lines, header.delimiter, len(header.names), header.row)


def _take(record: Record, header: Header, reading: Reading) -> None:
    """Add the record to ``reading`` as a person or as one that was skipped."""
    row, fields = record.row, record.fields
    if len(fields) != len(header.names) or record.mended:
        _warn_shape(record, header, reading)
        fields = fields + [""] * (len(header.names) - len(fields))
    cells = {field: fields[place].strip() for field, place in header.places.items()}
    if not "".join(fields).isprintable() and not all(map(str.isprintable, cells.values())):
        cells = _printable(row, cells, reading)
    if "name" in cells:
        cells["first_name"], cells["last_name"] = _split_name(cells["name"])
    first, last = cells.get("first_name", ""), cells.get("last_name", "")
    if not first and not last:
        reading.skipped.append(Skipped(row, _nameless(cells)))
        return
    if fields == header.names:
        reading.skipped.append(Skipped(row, _("It repeats the names of the columns.")))
        return
    url = cells.get("url", "")
    connected = cells.get("connected_on", "")
    person = Person(
        row,
        first,
        last,
        cells.get("company", ""),
        cells.get("position", ""),
        url,
        slug_of(url) if url else "",
        emails_of(cells["email"]) if cells.get("email") else (),
        iso_date(connected) if connected else "",
    )
    if connected and not person.connected_on:
        text = _("“{text}” is not a date that is known here; the date was left out.")
        reading.warnings.append(Warned(row, text.format(text=connected[:40])))
    for address in person.emails:
        if not _plausible(address):
            text = _("“{text}” does not look like an e-mail address; it was kept as it is.")
            reading.warnings.append(Warned(row, text.format(text=address[:80])))
    reading.people.append(person)


def _warn_shape(record: Record, header: Header, reading: Reading) -> None:
    if record.mended:
        text = _("A quotation mark was left open; the row was read without its quotes.")
        reading.warnings.append(Warned(record.row, text))
    if len(record.fields) != len(header.names):
        text = _("The row has {count} fields, the header {expected}. Please check this person.")
        text = text.format(count=len(record.fields), expected=len(header.names))
        reading.warnings.append(Warned(record.row, text))


def _printable(row: int, cells: dict[str, str], reading: Reading) -> dict[str, str]:
    """Return the cells on one line each and without control characters."""
    cleaned = {field: _bare(" ".join(cell.split())) for field, cell in cells.items()}
    if any(
        _bare(cell) != cell.replace("\n", "").replace("\r", "").replace("\t", "")
        for cell in cells.values()
    ):
        text = _("The row held control characters; they were left out.")
        reading.warnings.append(Warned(row, text))
    return cleaned


def _bare(cell: str) -> str:
    return "".join(letter for letter in cell if letter >= " " and not "\x7f" <= letter <= "\x9f")


def _nameless(cells: Mapping[str, str]) -> str:
    filled = {field for field, cell in cells.items() if cell}
    if not filled:
        return _("It is empty.")
    if filled == {"connected_on"}:
        return _("It has only a date: this member hid the profile or left LinkedIn.")
    return _("It has no name.")


def _split_name(name: str) -> tuple[str, str]:
    first, _space, last = name.rpartition(" ")
    return (first, last) if first else (last, "")


def slug_of(url: str) -> str:
    """Return the profile's own part of a LinkedIn address, or nothing."""
    match = _SLUG.search(url)
    if match is None:
        return ""
    slug = match[1]
    return (unquote(slug) if "%" in slug else slug).strip("\x00 ").casefold()


def emails_of(cell: str) -> tuple[str, ...]:
    """Return the addresses in a cell, in order, each once."""
    named = _ADDRESS.findall(cell)
    parts = named or [part for part in _BETWEEN.split(cell) if part]
    unique: dict[str, str] = {}
    for part in parts:
        unique.setdefault(part.casefold(), part)
    return tuple(unique.values())


def _plausible(address: str) -> bool:
    before, at, after = address.rpartition("@")
    return bool(before and at and after)
