"""Carry out one command; every data function behind it lives in core."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from mentorcrm.cli import (
    coach,
    descriptions,
    files,
    match,
    people,
    plans,
    progress,
    safety,
    versions,
)

if TYPE_CHECKING:
    from mentorcrm.core.documents.writing import PdfWriter

Command = Callable[[Namespace, Path], int]

COMMANDS: dict[tuple[str, str | None], Command] = {
    ("import", None): files.bring_in,
    ("imports", None): files.imports,
    ("imports", "undo"): files.take_back,
    ("export", None): files.export,
    ("contacts", None): people.contacts,
    ("contacts", "show"): people.contact,
    ("candidates", None): people.candidates,
    ("candidates", "add"): people.add_candidate,
    ("candidates", "move"): people.move_candidate,
    ("goals", None): plans.goals,
    ("goals", "check"): coach.check_goal,
    ("goals", "checkin"): progress.check_in,
    ("goals", "note"): progress.note,
    ("match", None): match.match,
    ("due", None): plans.due,
    ("descriptions", None): descriptions.descriptions,
    ("descriptions", "check"): coach.check_description,
    ("descriptions", "export"): descriptions.export,
    ("descriptions", "import"): descriptions.bring_in,
    ("descriptions", "versions"): versions.versions,
    ("undo", None): safety.undo,
    ("redo", None): safety.redo,
    ("backup", None): safety.backup,
    ("restore", None): safety.restore,
    ("check", None): safety.check,
}


def run(args: Namespace, folder: Path, pdf: PdfWriter | None = None) -> int:
    """Carry out the command that ``args`` names on the data of ``folder``.

    ``pdf`` is what writes a PDF: the command line itself knows no Qt.
    """
    args.pdf = pdf
    return COMMANDS[args.command, getattr(args, "action", None)](args, folder)
