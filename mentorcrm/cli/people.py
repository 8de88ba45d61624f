"""People and the board: listing, showing, adding, moving."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from mentorcrm import core
from mentorcrm.cli.access import database, now, zone
from mentorcrm.cli.output import instant, print_fields, print_json, print_rows, say, text_block
from mentorcrm.core.cards import stage_name
from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.text import fold

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from mentorcrm.core.activities import ActivityRow
    from mentorcrm.core.contacts import ContactDetail
    from mentorcrm.core.database import Database
    from mentorcrm.core.exports import CandidateRecord, ContactRecord

_MOST_ENTRIES = 1_000


def contacts(args: Namespace, folder: Path) -> int:
    """List people; all of them, or those who match ``--search``."""
    with database(folder) as db, db.read() as session:
        ids = core.exports.chosen_ids(session, "contacts", search=args.search)
        found = list(core.exports.contact_records(session, ids))
    if args.json:
        print_json([contact_object(each) for each in found])
        return 0
    rows = [(str(each.id), each.name, each.position, each.company) for each in found]
    print_rows((_("ID"), _("Name"), _("Position"), _("Company")), rows, _("Nobody found."))
    return 0


def contact(args: Namespace, folder: Path) -> int:
    """Show one person with notes and timeline."""
    with database(folder) as db, db.read() as session:
        detail = core.contacts.detail(session, args.id)
        entries = core.activities.timeline(session, args.id, _MOST_ENTRIES)
        cards = list(core.exports.candidate_records(session, detail.candidate_ids))
    if args.json:
        print_json(_detail_object(detail, entries, cards))
    else:
        _print_detail(detail, entries, cards, zone(folder))
    return 0


def contact_object(record: ContactRecord) -> dict[str, Any]:
    """Return a person as lists print it; the keys are stable."""
    return {
        "id": record.id,
        "name": record.name,
        "first_name": record.first_name,
        "last_name": record.last_name,
        "emails": _values(record.emails),
        "phones": _values(record.phones),
        "links": _values(record.links),
        "company": record.company,
        "position": record.position,
        "tags": list(record.tags),
        "connected_on": record.connected_on or None,
        "source": record.source,
    }


def candidates(args: Namespace, folder: Path) -> int:
    """List mentors of the board, column by column."""
    with database(folder) as db, db.read() as session:
        ids = core.exports.chosen_ids(session, "candidates", stage=args.stage)
        found = list(core.exports.candidate_records(session, ids))
    if args.json:
        print_json([candidate_object(each) for each in found])
        return 0
    here = zone(folder)
    header = (_("ID"), _("Name"), _("Stage"), _("Next step"), _("Follow up"), _("Goals"))
    rows = [
        (
            str(each.id),
            each.contact.name,
            each.stage,
            each.next_step,
            _moment(each.follow_up_at, here),
            ", ".join(each.goals),
        )
        for each in found
    ]
    print_rows(header, rows, _("No mentors on the board yet."))
    return 0


def candidate_object(record: CandidateRecord) -> dict[str, Any]:
    """Return a mentor as lists print it; the keys are stable."""
    return {
        "id": record.id,
        "contact_id": record.contact.id,
        "name": record.contact.name,
        "stage": record.stage,
        "goals": list(record.goals),
        "next_step": record.next_step,
        "follow_up_at": record.follow_up_at or None,
    }


def add_candidate(args: Namespace, folder: Path) -> int:
    """Put a person on the board, for a goal if one is named."""
    with database(folder) as db:
        with db.read() as session:
            name = core.contacts.detail(session, args.contact_id).name
            goals = [] if args.goal is None else [_goal_id(session, args.goal)]
        label = _("Add {name} to the board").format(name=name)
        with db.transaction(label) as session:
            key = core.board.add(session, args.contact_id, goal_ids=goals, now=now())
        _report(db, key, args, _("{name} is on the board as mentor {id}."))
    return 0


def move_candidate(args: Namespace, folder: Path) -> int:
    """Move a mentor to the end of another column, with all that such a move does."""
    here = zone(folder)
    with database(folder) as db:
        with db.read() as session:
            name = core.board.candidate(session, args.candidate_id).name
        label = _("Move {name} to {stage}").format(name=name, stage=stage_name(args.to))
        with db.transaction(label) as session:
            core.board.move(session, [args.candidate_id], args.to, None, now(), here)
        _report(db, args.candidate_id, args, _("{name} is in {stage} now."))
    return 0


def _report(db: Database, candidate_id: int, args: Namespace, sentence: str) -> None:
    with db.read() as session:
        record = next(core.exports.candidate_records(session, [candidate_id]))
    if args.json:
        print_json(candidate_object(record))
    else:
        stage = stage_name(record.stage)
        say(sentence.format(name=record.contact.name, id=record.id, stage=stage))


def _goal_id(session: Session, wanted: str) -> int:
    goals = core.goals.goals(session)
    by_id = [goal.id for goal in goals if str(goal.id) == wanted.strip()]
    folded = fold(wanted)
    by_title = [goal.id for goal in goals if fold(goal.title) == folded]
    found = by_title or by_id
    if not found:
        raise UserError(
            _("There is no goal “{goal}”. See them with: mentorcrm goals").format(goal=wanted)
        )
    if len(found) > 1:
        raise UserError(
            _("Several goals are called “{goal}”. Give the id of one.").format(goal=wanted)
        )
    return found[0]


def _detail_object(
    detail: ContactDetail, entries: Iterable[ActivityRow], cards: Iterable[CandidateRecord]
) -> dict[str, Any]:
    return {
        "id": detail.id,
        "name": detail.name,
        "first_name": detail.first_name,
        "last_name": detail.last_name,
        "emails": _values(detail.emails),
        "phones": _values(detail.phones),
        "links": _values(detail.links),
        "company": detail.company,
        "position": detail.position,
        "tags": list(detail.tags),
        "connected_on": detail.connected_on.isoformat() if detail.connected_on else None,
        "source": detail.source,
        "location": detail.location,
        "how_met": detail.how_met,
        "notes": detail.notes,
        "last_contact_at": _utc(detail.last_contact_at),
        "archived_at": _utc(detail.archived_at),
        "deleted_at": _utc(detail.deleted_at),
        "candidates": [candidate_object(each) for each in cards],
        "timeline": [
            {
                "id": entry.id,
                "kind": entry.kind,
                "happened_at": _utc(entry.happened_at),
                "title": entry.title,
                "body": entry.body,
                "from_stage": entry.from_stage,
                "to_stage": entry.to_stage,
            }
            for entry in entries
        ],
    }


def _print_detail(
    detail: ContactDetail,
    entries: Iterable[ActivityRow],
    cards: Iterable[CandidateRecord],
    here: ZoneInfo,
) -> None:
    say(detail.name)
    fields = [
        (_("Role"), detail.role_line),
        (_("Location"), detail.location),
        (_("E-mail"), ", ".join(_values(detail.emails))),
        (_("Phone"), ", ".join(_values(detail.phones))),
        (_("Link"), ", ".join(_values(detail.links))),
        (_("Tags"), ", ".join(detail.tags)),
        (_("Connected"), detail.connected_on.isoformat() if detail.connected_on else ""),
        (_("How we met"), detail.how_met),
    ]
    fields += [(_("Board"), f"{each.stage} (mentor {each.id}) {each.next_step}") for each in cards]
    print_fields(fields)
    if detail.notes:
        print(text_block(detail.notes))
    for entry in entries:
        when = entry.happened_at.astimezone(here).strftime("%Y-%m-%d")
        moved = f"{entry.from_stage} → {entry.to_stage}" if entry.to_stage else ""
        say(f"{when}  {core.activities.kind_labels()[entry.kind]}  {entry.title or moved}")
        if entry.body:
            print(text_block(entry.body, "    "))


def _values(pairs: Iterable[tuple[str, str]]) -> list[str]:
    return [value for _label, value in pairs]


def _utc(moment: datetime | None) -> str | None:
    return None if moment is None else instant(moment)


def _moment(text: str, here: ZoneInfo) -> str:
    if not text:
        return ""
    return datetime.fromisoformat(text).astimezone(here).strftime("%Y-%m-%d %H:%M")
