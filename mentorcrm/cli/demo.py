"""Filling a folder with invented people for ``mentorcrm demo``."""

from __future__ import annotations

from pathlib import Path

from mentorcrm import core
from mentorcrm.cli.access import database, now, zone
from mentorcrm.cli.files import shown
from mentorcrm.cli.output import say
from mentorcrm.core.i18n import _, ngettext


def prepare(folder: Path, *, contacts: int, seed: int) -> None:
    """Fill ``folder``; leave it as it is when somebody's people are in it already."""
    with database(folder) as db:
        with db.read() as session:
            there = core.contacts.count(session)
        if there:
            words = ngettext(
                "{folder} holds {count} person already; nothing was added.",
                "{folder} holds {count} people already; nothing was added.",
                there,
            )
            say(words.format(folder=folder, count=there))
            return
        with shown(_("Inventing people")) as progress:
            core.demo.fill(db, contacts, seed=seed, now=now(), zone=zone(folder), progress=progress)


def say_where(folder: Path, reason: str) -> None:
    """Tell where the invented data lies when no window can show it."""
    say(_("The invented data is in {folder}").format(folder=folder))
    say(reason)
