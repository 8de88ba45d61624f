"""Which row names the columns, and which column holds what."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.imports.delimited import DELIMITERS, guess_delimiter, records

FIELDS = (
    "name",
    "first_name",
    "last_name",
    "url",
    "email",
    "company",
    "position",
    "connected_on",
)
_NEEDED = {"first_name", "last_name", "connected_on"}
_NAMES = {"name", "first_name", "last_name"}
_SEARCHED = 15
"""Records in which the column names are looked for: the notes before them vary in length."""
_SEARCHED_LINES = 60

_KNOWN = {
    "first name": "first_name",
    "vorname": "first_name",
    "last name": "last_name",
    "nachname": "last_name",
    "url": "url",
    "profile url": "url",
    "linkedin url": "url",
    "profil url": "url",
    "email address": "email",
    "e-mail address": "email",
    "email": "email",
    "e-mail-adresse": "email",
    "company": "company",
    "unternehmen": "company",
    "firma": "company",
    "position": "position",
    "connected on": "connected_on",
    "verbunden am": "connected_on",
}

_LIKELY = _KNOWN | {
    "name": "name",
    "full name": "name",
    "display name": "name",
    "given name": "first_name",
    "family name": "last_name",
    "surname": "last_name",
    "mail": "email",
    "e-mail": "email",
    "primary email": "email",
    "linkedin": "url",
    "profile": "url",
    "organization": "company",
    "organisation": "company",
    "employer": "company",
    "title": "position",
    "job title": "position",
    "role": "position",
}
"""Names that other programs use: a guess to show, never one to act on."""


class Header(NamedTuple):
    """The row that names the columns."""

    row: int
    names: list[str]
    delimiter: str
    places: dict[str, int]
    """Field to the index of its column."""


class UnknownColumns(UserError):
    """Say that no row names the columns we know; carries what was found instead."""

    def __init__(self, message: str, row: int, columns: list[str]) -> None:
        super().__init__(message)
        self.row = row
        self.columns = columns


def find(sample: Sequence[str], file_name: str, mapping: Mapping[str, str]) -> Header:
    """Return the header among the first lines; raise UnknownColumns when there is none."""
    wanted = _checked(mapping)
    for delimiter in DELIMITERS:
        for record in islice(records(sample, delimiter), _SEARCHED):
            places = _places(record.fields, wanted)
            if places:
                return Header(record.row, _cleaned(record.fields), delimiter, places)
    # A quote left open in the notes before them can hide the names: look at bare lines too.
    for row, line in enumerate(sample, start=1):
        for delimiter in DELIMITERS:
            fields = _split(line, delimiter)
            places = _places(fields, wanted)
            if places:
                return Header(row, _cleaned(fields), delimiter, places)
    raise _unknown(sample, file_name, mapping)


def guess(names: Sequence[str]) -> dict[str, str]:
    """Return field to column for names that probably mean it; the user decides."""
    found: dict[str, str] = {}
    for name in names:
        field = _LIKELY.get(_folded(name))
        if field:
            found.setdefault(field, name)
    if found.keys() >= {"first_name", "last_name"}:
        found.pop("name", None)
    return found


def first_lines(lines: Iterable[str]) -> list[str]:
    """Return the lines in which the header is looked for."""
    return [line[:20_000] for line in islice(lines, _SEARCHED_LINES)]


def _split(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def _checked(mapping: Mapping[str, str]) -> dict[str, str]:
    for column, field in mapping.items():
        if field not in FIELDS:
            raise UserError(
                _("“{column}” cannot become “{field}”. The fields are {fields}.").format(
                    column=column, field=field, fields=", ".join(FIELDS)
                )
            )
    return {_folded(column): field for column, field in mapping.items()}


def _places(fields: Sequence[str], wanted: Mapping[str, str]) -> dict[str, int]:
    """Return where the fields stand if this row names the columns, else nothing."""
    folded = [_folded(name) for name in fields]
    places: dict[str, int] = {}
    for place, name in enumerate(folded):
        if name in _KNOWN:
            places.setdefault(_KNOWN[name], place)
    if not wanted:
        return places if places.keys() >= _NEEDED else {}
    if not set(wanted) <= set(folded):
        return {}
    chosen = {field: folded.index(name) for name, field in wanted.items()}
    kept = {f: p for f, p in places.items() if p not in chosen.values()}
    if "name" in chosen:
        kept = {f: p for f, p in kept.items() if f not in _NAMES}
    places = kept | chosen
    return places if places.keys() & _NAMES else {}


def _folded(name: str) -> str:
    bare = name.strip().strip("\ufeff\"' ").casefold().replace("_", " ")
    return " ".join(bare.split())


def _cleaned(fields: Sequence[str]) -> list[str]:
    return [" ".join(field.strip("\ufeff").split()) for field in fields]


def _unknown(sample: Sequence[str], file_name: str, mapping: Mapping[str, str]) -> UnknownColumns:
    delimiter = guess_delimiter(sample)
    first = list(islice(records(sample, delimiter), _SEARCHED))
    best = max(first, key=lambda record: len(record.fields), default=None)
    row = best.row if best else 1
    found = [name for name in (_shown(field) for field in best.fields) if name] if best else []
    listed = ", ".join(f"“{name}”" for name in found[:20]) or _("none")
    if mapping:
        text = _(
            "{file}: no row has the columns {wanted} and a name. Row {row} has the columns "
            "{columns}. Use the names as they stand in the file."
        ).format(
            file=file_name,
            row=row,
            columns=listed,
            wanted=", ".join(f"“{name}”" for name in mapping),
        )
    else:
        text = _(
            "{file}: row {row} has the columns {columns}, and none of the first rows has "
            "“First Name”, “Last Name” and “Connected On”. Choose Connections.csv or the archive "
            "it came in, or say which column holds what, on the command line with "
            "--map “COLUMN=FIELD” (fields: {fields})."
        ).format(file=file_name, row=row, columns=listed, fields=", ".join(FIELDS))
    return UnknownColumns(text, row, found)


def _shown(name: str) -> str:
    return "".join(letter for letter in name.strip("\ufeff ") if letter.isprintable())[:40]
