"""Files that come in and files that go out."""

from __future__ import annotations

import signal
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

from mentorcrm import core
from mentorcrm.cli.access import database, now, zone
from mentorcrm.cli.output import TerminalProgress, instant, print_json, print_rows, say
from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _, ngettext
from mentorcrm.core.locations import expanded
from mentorcrm.core.progress import Progress

if TYPE_CHECKING:
    from mentorcrm.core.database import Database
    from mentorcrm.core.imports import ImportResult, ImportRow


def bring_in(args: Namespace, folder: Path) -> int:
    """Import each file as a step of its own; with several, all are looked at first."""
    mapping = dict(args.map)
    with database(folder) as db:
        if len(args.files) > 1:
            # A bad file among good ones is found before anything comes in.
            for path in args.files:
                core.imports.preview(db, path, format_=args.format, mapping=mapping)
        results = [_import_one(db, path, args, mapping) for path in args.files]
    if args.json:
        documents = [result.as_dict() for result in results]
        print_json(documents if len(args.files) > 1 else documents[0])
        return 0
    for path, result in zip(args.files, results, strict=True):
        _print_result(path, result, dry_run=args.dry_run)
    return 0


def _import_one(db: Database, path: Path, args: Namespace, mapping: dict[str, str]) -> ImportResult:
    with shown(_("Importing {file}").format(file=path.name)) as progress:
        return core.imports.run(
            db,
            path,
            progress,
            now(),
            format_=args.format,
            mapping=mapping,
            dry_run=args.dry_run,
        )


def _print_result(path: Path, result: ImportResult, *, dry_run: bool) -> None:
    counts = _(
        "{new} new, {updated} updated, {unchanged} unchanged, {doubtful} possible duplicates"
    )
    line = counts.format(
        new=result.new,
        updated=result.updated,
        unchanged=result.unchanged,
        doubtful=result.possible_duplicates,
    )
    if result.skipped:
        count = len(result.skipped)
        line += ngettext(", {count} skipped", ", {count} skipped", count).format(count=count)
    head = _("{file} (nothing was changed)") if dry_run else "{file}"
    say(f"{head.format(file=path.name)}: {line}")
    for skipped in result.skipped[:20]:
        say(_("line {row}: {reason}").format(row=skipped.row, reason=skipped.reason), indent=2)
    if len(result.skipped) > 20:
        say(_("and {count} more; see them all with --json").format(count=len(result.skipped) - 20))
    for warning in result.warnings[:20]:
        say(warning.text, indent=2)


def imports(args: Namespace, folder: Path) -> int:
    """List past imports, newest first."""
    with database(folder) as db, db.read() as session:
        found = core.imports.history(session)
    if args.json:
        print_json([_import_object(each) for each in found])
        return 0
    here = zone(folder)
    rows = [
        (
            str(each.id),
            each.finished_at.astimezone(here).strftime("%Y-%m-%d %H:%M"),
            each.file_name,
            str(each.new),
            str(each.updated),
            _("taken back") if each.taken_back_at else "",
        )
        for each in found
    ]
    header = (_("ID"), _("When"), _("File"), _("New"), _("Updated"), "")
    print_rows(header, rows, _("Nothing was imported yet."))
    return 0


def _import_object(row: ImportRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "file_name": row.file_name,
        "format": row.format,
        "finished_at": instant(row.finished_at),
        "new": row.new,
        "updated": row.updated,
        "unchanged": row.unchanged,
        "possible_duplicates": row.possible_duplicates,
        "taken_back": row.taken_back_at is not None,
    }


def take_back(args: Namespace, folder: Path) -> int:
    """Take an import back, as far as nothing later hangs on it."""
    with database(folder) as db, db.transaction(_("Take import back")) as session:
        taken = core.imports.take_back(session, args.id, now())
    if args.json:
        print_json({"kept": taken.kept, "removed": taken.removed, "restored": taken.restored})
    else:
        counts = _("{removed} removed, {restored} restored, {kept} kept because they changed since")
        say(counts.format(removed=taken.removed, restored=taken.restored, kept=taken.kept))
    return 0


def export(args: Namespace, folder: Path) -> int:
    """Write contacts or candidates to a file; its ending decides the format."""
    path = expanded(args.file)
    form = core.exports.format_of(path, spreadsheet=args.excel)
    if args.excel and form.suffix != ".csv":
        raise UserError(_("--excel is for CSV: give the file the ending .csv."))
    with database(folder) as db, shown(_("Exporting")) as progress:
        done = core.exports.export(
            db,
            path,
            form,
            args.what,
            stage=args.stage,
            search=args.search,
            zone=zone(folder),
            progress=progress,
        )
    if args.what == "candidates":
        words = ngettext("{count} mentor", "{count} mentors", done.count)
    else:
        words = ngettext("{count} person", "{count} people", done.count)
    counted = words.format(count=done.count)
    say(_("{people} written to {file}").format(people=counted, file=path))
    return 0


@contextmanager
def shown(what: str) -> Iterator[Progress]:
    """Give a progress that the terminal shows and that Ctrl+C cancels."""
    progress = TerminalProgress(what)

    def cancel(_number: int, _frame: FrameType | None) -> None:
        # First ask, so that the work takes itself back; a second Ctrl+C insists.
        signal.signal(signal.SIGINT, before)
        progress.cancel()

    before = signal.signal(signal.SIGINT, cancel)
    try:
        yield progress
    finally:
        signal.signal(signal.SIGINT, before)
        progress.end()
