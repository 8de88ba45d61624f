"""Who covers what a goal needs, what nobody covers, and who else might."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mentorcrm import core
from mentorcrm.cli.access import database, now, zone
from mentorcrm.cli.output import print_json, print_rows, say
from mentorcrm.core.i18n import _

if TYPE_CHECKING:
    from mentorcrm.core.match import Fit, Gap, Match, Suggestion

_REASONS_SAID = 2


def match(args: Namespace, folder: Path) -> int:
    """Compare the needs of a goal with the people on the board, and suggest others."""
    here, moment = zone(folder), now()
    with database(folder) as db, db.read() as session:
        found = core.match.match(session, args.goal, moment, here)
        more = (
            core.match.suggestions(session, args.goal, moment, args.suggest, here)
            if args.suggest
            else []
        )
    if args.json:
        print_json(_document(found, more))
    else:
        _print(found, more)
    return 0


def _document(found: Match, more: list[Suggestion]) -> dict[str, Any]:
    asked = found.question
    return {
        "goal": {"id": asked.goal_id, "title": asked.title},
        "provisional": found.provisional,
        "linked": found.linked,
        "needs": [
            {
                "id": need.id,
                "text": need.text,
                "kind": need.kind,
                "must": need.must,
                "obstacle": need.obstacle or None,
            }
            for need in asked.needs
        ],
        "candidates": [
            {
                "id": each.candidate_id,
                "contact_id": each.contact_id,
                "name": each.name,
                "fit": each.fit.share,
                "needs": _cells(each.fit),
            }
            for each in found.columns
        ],
        "gaps": [_gap(gap) for gap in found.gaps if gap.uncovered],
        "partly_covered": [_gap(gap) for gap in found.gaps if not gap.uncovered],
        "opportunities": list(found.opportunities),
        "suggestions": [
            {
                "contact_id": each.contact_id,
                "name": each.name,
                "fit": each.fit.share,
                "needs": _cells(each.fit),
                "reasons": [reason.text for reason in each.fit.reasons],
            }
            for each in more
        ],
    }


def _gap(gap: Gap) -> dict[str, Any]:
    return {"need_id": gap.need_id, "text": gap.text, "must": gap.must, "words": gap.words}


def _cells(fit: Fit) -> dict[str, Any]:
    return {
        str(cell.need_id): {
            "level": cell.level,
            "word": cell.key,
            "reasons": [reason.text for reason in cell.reasons],
        }
        for cell in fit.cells
    }


def _print(found: Match, more: list[Suggestion]) -> None:
    say(found.question.title)
    if found.provisional:
        say(_("Provisional: no description of the ideal mentor says enough yet."))
    if not found.linked and found.columns:
        say(_("Nobody on the board is linked to this goal: all cards are compared."))
    for gap in found.gaps:
        say(gap.words, 2)
    for words in found.opportunities:
        say(words, 2)
    print()
    rows = [
        (str(each.candidate_id), each.name, f"{each.fit.share:.0%}", _needs(found, each.fit))
        for each in found.columns
    ]
    header = (_("ID"), _("Mentor"), _("Fit"), _("Needs"))
    print_rows(header, rows, _("Nobody is on the board yet."))
    if more:
        print()
        others = [
            (str(each.contact_id), each.name, f"{each.fit.share:.0%}", _why(each.fit))
            for each in more
        ]
        print_rows((_("Person"), _("Not on the board yet"), _("Fit"), _("Why")), others, "")


def _needs(found: Match, fit: Fit) -> str:
    texts = {need.id: need.text for need in found.question.needs}
    known = [cell for cell in fit.cells if cell.key != "unknown"]
    return "; ".join(
        _("{word}: {need}").format(word=cell.word, need=texts[cell.need_id]) for cell in known
    )


def _why(fit: Fit) -> str:
    return "; ".join(reason.text for reason in fit.reasons[:_REASONS_SAID])
