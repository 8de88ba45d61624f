"""CSV as RFC 4180 has it: comma, CRLF, quotes where needed, UTF-8 with a byte order mark."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

from mentorcrm.core.exports import neutral
from mentorcrm.core.exports.records import CandidateRecord, ContactRecord, Labelled, Record

VALUES_BETWEEN = " ::: "
"""Between several values of one cell, as in the files of Google Contacts."""

# Stable words of a file format: other programs map them, so they are never translated.
CONTACT_COLUMNS = (
    "ID",
    "Name",
    "First Name",
    "Last Name",
    "E-mail",
    "E-mail Label",
    "Phone",
    "Phone Label",
    "Link",
    "Link Label",
    "Company",
    "Position",
    "Location",
    "Tags",
    "Connected",
    "How Met",
    "Source",
    "Last Contact",
    "Notes",
)
CANDIDATE_COLUMNS = (
    "Candidate ID",
    "Stage",
    "Sub-state",
    "Goals",
    "Next Step",
    "Follow-up",
    "Asked On",
    "Ideal Mentor",
    *CONTACT_COLUMNS,
)


def write_plain(file: TextIO, records: Iterable[Record], *, candidates: bool = False) -> None:
    """Write header and rows with the texts as they are."""
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(columns(candidates))
    writer.writerows(map(_cells, records))


def write_safe(file: TextIO, records: Iterable[Record], *, candidates: bool = False) -> None:
    """Write header and rows so that no cell is taken for a formula (see ``neutral``)."""
    writer = csv.writer(file, lineterminator="\r\n")
    header = columns(candidates)
    writer.writerow([*header, neutral.MARKER])
    writer.writerows(neutral.escape_row(header, _cells(record)) for record in records)


def read_back(path: Path) -> Iterator[list[str]]:
    """Yield header and rows of a file of ours, plain or safe, with the original texts."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from neutral.unescape_rows(csv.reader(file))


def columns(candidates: bool) -> tuple[str, ...]:
    """Return the titles of the columns."""
    return CANDIDATE_COLUMNS if candidates else CONTACT_COLUMNS


def _cells(record: Record) -> list[str]:
    if isinstance(record, ContactRecord):
        return _contact_cells(record)
    return _candidate_cells(record)


def _candidate_cells(record: CandidateRecord) -> list[str]:
    return [
        str(record.id),
        record.stage,
        record.sub_state,
        VALUES_BETWEEN.join(record.goals),
        record.next_step,
        record.follow_up_local.replace("T", " "),
        record.asked_on,
        record.job_description,
        *_contact_cells(record.contact),
    ]


def _contact_cells(record: ContactRecord) -> list[str]:
    return [
        str(record.id),
        record.name,
        record.first_name,
        record.last_name,
        *_values(record.emails),
        *_values(record.phones),
        *_values(record.links),
        record.company,
        record.position,
        record.location,
        VALUES_BETWEEN.join(record.tags),
        record.connected_on,
        record.how_met,
        record.source,
        record.last_contact_at,
        record.notes,
    ]


def _values(pairs: tuple[Labelled, ...]) -> tuple[str, str]:
    if not pairs:
        return "", ""
    labels = [label for label, _value in pairs]
    values = VALUES_BETWEEN.join([value for _label, value in pairs])
    return values, VALUES_BETWEEN.join(labels) if any(labels) else ""
