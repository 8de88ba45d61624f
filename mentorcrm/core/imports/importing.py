"""Preview and run an import: read, plan, write."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mentorcrm.core import driver
from mentorcrm.core.database import Database
from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.imports import formats, plan as planning, writing
from mentorcrm.core.imports.records import ImportResult, Person, Reading
from mentorcrm.core.progress import Progress

_FIRST_ROWS = 10


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do, and how its file was understood."""

    file_name: str
    format: str
    encoding: str
    columns: Mapping[str, str]
    first: Sequence[Person]
    result: ImportResult


def preview(
    db: Database,
    path: Path,
    progress: Progress | None = None,
    *,
    format_: str = "auto",
    mapping: Mapping[str, str] | None = None,
) -> Preview:
    """Return what importing the file would do; nothing is written."""
    progress = progress or Progress()
    with _no_search_for_cycles():
        reading = formats.read(path, format_, mapping or {}, progress)
        result = _plan(db, reading, progress).result()
    first = tuple(reading.people[:_FIRST_ROWS])
    return Preview(
        reading.file_name, reading.format, reading.encoding, reading.columns, first, result
    )


def run(
    db: Database,
    path: Path,
    progress: Progress,
    now: datetime,
    *,
    format_: str = "auto",
    mapping: Mapping[str, str] | None = None,
    dry_run: bool = False,
) -> ImportResult:
    """Import the file as one step and return what came of it.

    Raises UserError when the file is at fault and Cancelled when asked to stop; nothing is
    left behind then. A file that changes nothing writes nothing and has no import id.
    """
    with _no_search_for_cycles():
        reading = formats.read(path, format_, mapping or {}, progress)
        plan = _plan(db, reading, progress)
        return plan.result() if dry_run else _write(db, plan, progress, now)


def _plan(db: Database, reading: Reading, progress: Progress) -> planning.Plan:
    with driver.wording(db.path), db.read() as session:
        return planning.build(session, reading, progress)


def _write(db: Database, plan: planning.Plan, progress: Progress, now: datetime) -> ImportResult:
    with driver.wording(db.path):
        try:
            return writing.write(db, plan, progress, now)
        except driver.module.IntegrityError as error:
            raise UserError(
                _("The data changed while {file} came in. Nothing was imported; try again.").format(
                    file=plan.reading.file_name
                )
            ) from error


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Spare the collector the many small objects of a file: it finds no cycles among them."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()
