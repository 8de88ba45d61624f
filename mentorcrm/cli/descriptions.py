"""Descriptions of the ideal mentor: listing, writing to files, bringing in."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from mentorcrm import core
from mentorcrm.cli.access import database, now, target
from mentorcrm.cli.output import instant, print_json, print_rows, say
from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.settings import PAPER, Settings

if TYPE_CHECKING:
    from mentorcrm.core.documents.writing import PdfWriter


def descriptions(args: Namespace, folder: Path) -> int:
    """List the descriptions."""
    with database(folder) as db, db.read() as session:
        found = core.job_descriptions.descriptions(session)
    if args.json:
        print_json(
            [
                {
                    "id": row.id,
                    "title": row.title,
                    "sections_written": row.written,
                    "goals": [goal.title for goal in row.goals],
                    "mentors": row.mentors,
                    "updated_at": instant(row.updated_at),
                }
                for row in found
            ]
        )
        return 0
    rows = [
        (
            str(row.id),
            row.title,
            _("{n} of 8").format(n=row.written),
            ", ".join(goal.title for goal in row.goals),
            str(row.mentors),
        )
        for row in found
    ]
    header = (_("ID"), _("Ideal mentor"), _("Sections"), _("Goals"), _("Mentors"))
    print_rows(header, rows, _("No descriptions yet."))
    return 0


def export(args: Namespace, folder: Path) -> int:
    """Write one description to a file; its ending decides the format."""
    form = core.documents.form_of(args.file)
    if args.characters is not None and form.key != "text":
        raise UserError(_("--characters is for plain text: give the file the ending .txt."))
    path = target(args.file, force=args.force)
    with database(folder) as db, db.read() as session:
        detail = core.job_descriptions.detail(session, args.id)
    if args.characters is not None:
        titles = core.job_descriptions.section_titles()
        text = core.documents.linkedin_text(detail, args.characters, titles)
        if not text.strip("…"):
            raise UserError(
                _("Nothing of it fits yet. Write more of it, or allow more characters.")
            )
        core.documents.write_text(path, text)
    else:
        document = core.job_descriptions.as_document(detail, core.documents.usual_language())
        pdf: PdfWriter | None = args.pdf
        core.documents.write(
            path, document, paper=_paper(args.paper, folder), pdf=pdf, overwrite=args.force
        )
    say(_("“{title}” written to {file}").format(title=detail.title, file=path))
    return 0


def _paper(chosen: str | None, folder: Path) -> str:
    return core.documents.paper_of(chosen or Settings.load(folder).get(PAPER))


def bring_in(args: Namespace, folder: Path) -> int:
    """Add a description from a document that was written elsewhere."""
    parts = core.job_descriptions.taken_apart(core.documents.read(args.file))
    with database(folder) as db:
        label = _("Import description {file}").format(file=args.file.name)
        with db.transaction(label) as session:
            key = core.job_descriptions.add_from_document(
                session, parts, now(), title=args.title, file_name=args.file.stem
            )
        with db.read() as session:
            detail = core.job_descriptions.detail(session, key)
    if args.json:
        print_json(
            {"id": detail.id, "title": detail.title, "sections_written": len(detail.written)}
        )
        return 0
    titles = core.job_descriptions.section_titles()
    say(_("“{title}” is there as description {id}.").format(title=detail.title, id=detail.id))
    for name in detail.written:
        say(titles[name], indent=2)
    return 0
