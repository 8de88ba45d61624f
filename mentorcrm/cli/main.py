"""Carry out one command; every data function behind it lives in core."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from mentorcrm.cli import files, people, plans, safety

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
    ("due", None): plans.due,
    ("undo", None): safety.undo,
    ("redo", None): safety.redo,
    ("backup", None): safety.backup,
    ("restore", None): safety.restore,
    ("check", None): safety.check,
}


def run(args: Namespace, folder: Path) -> int:
    """Carry out the command that ``args`` names on the data of ``folder``."""
    return COMMANDS[args.command, getattr(args, "action", None)](args, folder)
