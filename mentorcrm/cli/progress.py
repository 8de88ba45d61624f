"""Progress of goals: a check-in, and the month's note to a mentor."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from mentorcrm import core
from mentorcrm.cli.access import database, now, target, zone
from mentorcrm.cli.output import print_json, say, text_block
from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.settings import PAPER, Settings

if TYPE_CHECKING:
    from mentorcrm.core.goals import Mentor


def check_in(args: Namespace, folder: Path) -> int:
    """Add a check-in to a goal, and say where it leads."""
    here = zone(folder)
    today = now().astimezone(here).date()
    day: date = args.on or today
    if day > today:
        raise UserError(_("A check-in is about a day that has come. Choose another date."))
    with database(folder) as db:
        with db.transaction(_("Add check-in")) as session:
            made = core.goals.add_check_in(
                session, args.id, day, now(), value=args.value, note=args.note
            )
        with db.read() as session:
            goal = core.goals.detail(session, args.id)
            course = core.goals.course(session, args.id, today, here)
    words = core.goals.course_words(course, goal.unit)
    if args.json:
        print_json(
            {
                "id": made,
                "goal_id": goal.id,
                "happened_on": day.isoformat(),
                "value": args.value,
                "note": args.note,
                "pace": words,
            }
        )
        return 0
    say(_("{goal}: {words}").format(goal=goal.title, words=words))
    return 0


def note(args: Namespace, folder: Path) -> int:
    """Print the month's note to a mentor, or write it to a file; nobody is sent it."""
    here, moment = zone(folder), now()
    month = args.month or core.goals.usual_month(moment.astimezone(here).date())
    path: Path | None = None
    if args.file:
        core.documents.form_of(args.file)
        path = target(args.file, force=args.force)
    with database(folder) as db, db.read() as session:
        goal = core.goals.detail(session, args.id)
        card = _card(args, core.goals.mentors(session, args.id))
        text = core.goals.progress_note(session, args.id, month, moment, here, candidate_id=card)
    if path is None:
        print(text_block(text, ""))
        return 0
    title = core.goals.progress_note_title(goal.title, month)
    document = core.documents.Document(
        title=title, body=text, language=core.documents.usual_language()
    )
    paper = core.documents.paper_of(Settings.load(folder).get(PAPER))
    core.documents.write(path, document, paper=paper, pdf=args.pdf, overwrite=args.force)
    say(_("“{title}” written to {file}").format(title=title, file=path))
    return 0


def _card(args: Namespace, mentors: tuple[Mentor, ...]) -> int | None:
    """Return the card the note is for: the one named, else the only mentor who said yes."""
    if args.to is None:
        return mentors[0].candidate_id if len(mentors) == 1 else None
    chosen: int = args.to
    return chosen
