"""The formats of a document in words: what each is good for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from mentorcrm.core.i18n import _

Shown = Literal["page", "reading", "text", "message"]
"""How a format is previewed: as a page, as it reads, as its text, as a text to change."""


@dataclass(frozen=True, slots=True)
class Form:
    """One entry of the list of formats; a message has a limit and no file."""

    key: str
    title: str
    about: str
    shown: Shown
    limit: int = 0


def file_forms() -> tuple[Form, ...]:
    """Return the formats of files, the proposed one first."""
    return (
        Form("pdf", _("PDF"), _("To send or print: looks the same everywhere."), "page"),
        Form(
            "docx",
            _("Word document"),
            _("To go on writing in Word, LibreOffice or Google Docs."),
            "page",
        ),
        Form("html", _("Web page"), _("One file that every browser opens."), "reading"),
        Form(
            "markdown",
            _("Markdown"),
            _("For note-taking programs. MentorCRM reads it back exactly."),
            "text",
        ),
        Form("text", _("Plain text"), _("For an e-mail, or where nothing else is taken."), "text"),
    )


def message_forms(limits: tuple[int, ...]) -> tuple[Form, ...]:
    """Return one entry for each length of a message on LinkedIn."""
    short, note, long = limits
    return (
        Form(
            f"linkedin-{short}",
            _("LinkedIn: short note"),
            _("What a free account may add to an invitation. Change it as you like, then copy it."),
            "message",
            short,
        ),
        Form(
            f"linkedin-{note}",
            _("LinkedIn: note"),
            _("What a paid account may add to an invitation. Change it as you like, then copy it."),
            "message",
            note,
        ),
        Form(
            f"linkedin-{long}",
            _("LinkedIn: message"),
            _("For somebody you are connected with. Change it as you like, then copy it."),
            "message",
            long,
        ),
    )
