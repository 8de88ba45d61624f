"""What the coach sees in a goal and in a description, from the data or from any text."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from mentorcrm import core
from mentorcrm.cli.access import database, now, zone
from mentorcrm.cli.output import print_json, say
from mentorcrm.core.i18n import _

if TYPE_CHECKING:
    from mentorcrm.core.coach.descriptions.description import DescriptionVerdict
    from mentorcrm.core.coach.goals.goal import Check

_STDIN = "-"
_MOST_BYTES = 50 * 1024 * 1024 + 1


def check_description(args: Namespace, folder: Path) -> int:
    """Say what a description holds, of the data or of a file, without changing anything."""
    # Here and below: the rules take 0.1 s to load, and only these commands need them.
    from mentorcrm.core.coach.descriptions import description  # noqa: PLC0415

    if args.file is not None:
        verdict = description.check_description(_read(args.file))
    else:
        with database(folder) as db, db.read() as session:
            detail = core.job_descriptions.detail(session, args.id)
        sections = {name: detail.section(name) for name in detail.written}
        verdict = description.check_sections(sections)
    if args.json:
        print_json(
            {
                "completeness": verdict.completeness,
                "provisional": verdict.provisional,
                "sections": {
                    name: {"filled": each.filled, "score": each.score, "saw": each.saw}
                    for name, each in verdict.sections.items()
                },
            }
        )
    else:
        _print_description(verdict)
    return 0


def _read(file: Path) -> str:
    if str(file) == _STDIN:
        data = sys.stdin.buffer.read(_MOST_BYTES)
        return core.documents.read_bytes(data, _("standard input"))
    return core.documents.read(file)


def _print_description(verdict: DescriptionVerdict) -> None:
    say(_("{percent} % complete").format(percent=verdict.completeness))
    if verdict.provisional:
        say(_("Provisional: too little is there yet to find people by."))
    titles = core.job_descriptions.section_titles()
    for name, each in verdict.sections.items():
        state = _("there") if each.filled else _("open")
        say(f"{titles[name]}: {state}")
        say(each.saw, indent=2)
        if each.question:
            say(each.question, indent=2)


def check_goal(args: Namespace, folder: Path) -> int:
    """Say which of the five parts a goal has, of the data or of any text."""
    from mentorcrm.core.coach.goals import goal  # noqa: PLC0415

    today = now().astimezone(zone(folder)).date()
    if args.text is not None:
        checks = goal.check_goal(args.text, today)
    else:
        with database(folder) as db, db.read() as session:
            detail = core.goals.detail(session, args.id)
        checks = core.goals.coaching.checks(detail, today)
    if args.json:
        print_json(
            {
                "checks": {
                    name: {"met": check.met, "saw": check.saw, "question": check.question}
                    for name, check in checks.items()
                }
            }
        )
    else:
        _print_goal(checks)
    return 0


def _print_goal(checks: dict[str, Check]) -> None:
    titles = {
        "specific": _("Specific"),
        "measurable": _("Measurable"),
        "achievable": _("Achievable"),
        "relevant": _("Relevant"),
        "time_bound": _("Time-bound"),
    }
    for name, check in checks.items():
        state = _("there") if check.met else _("open")
        say(f"{titles[name]}: {state}")
        say(check.saw, indent=2)
        if check.question:
            say(check.question, indent=2)
