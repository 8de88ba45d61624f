"""Exporting: which formats there are, what goes in, and writing it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from sqlalchemy.orm import Session

from mentorcrm.core import board, contacts
from mentorcrm.core.errors import UserError
from mentorcrm.core.exports import delimited, vcard
from mentorcrm.core.exports.records import Record, candidate_records, contact_records
from mentorcrm.core.exports.target import replacing, safe_file_name
from mentorcrm.core.i18n import _
from mentorcrm.core.progress import Progress

if TYPE_CHECKING:
    from mentorcrm.core.database import Database

WHATS = ("contacts", "candidates")
_REPORT_EVERY = 500


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: its key, its suffix, and what writes it."""

    key: str
    suffix: str
    write: Callable[..., None]


FORMATS = {
    "csv": Format("csv", ".csv", delimited.write_plain),
    "csv-safe": Format("csv-safe", ".csv", delimited.write_safe),
    "vcard": Format("vcard", ".vcf", vcard.write),
}


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written, and where."""

    path: Path
    count: int


def format_of(path: Path, *, spreadsheet: bool = False) -> Format:
    """Return the format that the suffix of ``path`` asks for."""
    suffix = path.suffix.casefold()
    if suffix == ".csv":
        return FORMATS["csv-safe" if spreadsheet else "csv"]
    for known in FORMATS.values():
        if known.suffix == suffix:
            return known
    raise UserError(
        _("“{file}” has no ending that MentorCRM can write. Use {known}.").format(
            file=path.name, known=", ".join(sorted({known.suffix for known in FORMATS.values()}))
        )
    )


def proposed_name(what: str, today: date, suffix: str) -> str:
    """Return the file name that the window proposes."""
    noun = _("mentors") if what == "candidates" else _("people")
    return safe_file_name(f"MentorCRM {noun} {today.isoformat()}", suffix)


def chosen_ids(
    session: Session, what: str, *, stage: str | None = None, search: str = ""
) -> list[int]:
    """Return the ids that an export of ``what`` takes in, in the order of the window."""
    if what == "candidates":
        return _candidate_ids(session, stage, search)
    if stage is None:
        found = contacts.ContactFilter(text=search)
        return contacts.keys(session, "name", False, found)
    # The people who have a card in this stage, each once.
    ids = _candidate_ids(session, stage, search)
    return list(dict.fromkeys(card.contact.id for card in candidate_records(session, ids)))


def shown_ids(
    session: Session,
    what: str,
    chosen: contacts.ContactFilter | board.BoardFilter | None = None,
) -> list[int]:
    """Return the ids that a filter of the window lets through; without one, all."""
    if what == "candidates":
        found = chosen if isinstance(chosen, board.BoardFilter) else board.BoardFilter()
        return [key for stage in board.STAGES for key in board.keys(session, stage, found)]
    people = chosen if isinstance(chosen, contacts.ContactFilter) else contacts.ContactFilter()
    return contacts.keys(session, "name", False, people)


def _candidate_ids(session: Session, stage: str | None, search: str) -> list[int]:
    found = board.BoardFilter(text=search)
    if stage is None:
        return shown_ids(session, "candidates", found)
    return board.keys(session, stage, found)


def records(
    session: Session,
    what: str,
    stage: str | None = None,
    search: str = "",
    *,
    ids: Sequence[int] | None = None,
    zone: tzinfo = UTC,
) -> Iterator[Record]:
    """Yield the records of ``ids``, or of what ``stage`` and ``search`` choose."""
    if ids is None:
        ids = chosen_ids(session, what, stage=stage, search=search)
    if what == "candidates":
        return candidate_records(session, ids, zone)
    return contact_records(session, ids)


def write(
    path: Path,
    chosen: Iterable[Record],
    form: Format,
    *,
    candidates: bool = False,
    progress: Progress | None = None,
    total: int | None = None,
) -> Exported:
    """Write ``chosen`` to ``path``: the whole file, or none and a UserError."""
    counter = _Counter(progress or Progress(), total)
    with replacing(path) as file:
        _write_into(file, counter.passing(chosen), form, candidates)
    return Exported(path, counter.count)


def _write_into(file: TextIO, chosen: Iterable[Record], form: Format, candidates: bool) -> None:
    if form.suffix == ".csv":
        file.write("\ufeff")  # without the mark, Excel reads UTF-8 as the system's code page
    form.write(file, chosen, candidates=candidates)


class _Counter:
    """Count what passes by, and report it now and then."""

    def __init__(self, progress: Progress, total: int | None) -> None:
        self.count = 0
        self._progress = progress
        self._total = total

    def passing(self, chosen: Iterable[Record]) -> Iterator[Record]:
        for record in chosen:
            if self.count % _REPORT_EVERY == 0:
                self._progress.report(self.count, self._total)
            self.count += 1
            yield record


def export(
    db: Database,
    path: Path,
    form: Format,
    what: str = "contacts",
    *,
    stage: str | None = None,
    search: str = "",
    ids: Sequence[int] | None = None,
    zone: tzinfo = UTC,
    progress: Progress | None = None,
) -> Exported:
    """Write what is asked for from one consistent view of the database."""
    with db.read() as session:
        if ids is None:
            ids = chosen_ids(session, what, stage=stage, search=search)
        chosen = records(session, what, ids=ids, zone=zone)
        return write(
            path,
            chosen,
            form,
            candidates=what == "candidates",
            progress=progress,
            total=len(ids),
        )
