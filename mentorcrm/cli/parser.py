"""The words of the command line. They are stable: scripts rely on them."""

from __future__ import annotations

import argparse
import math
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from mentorcrm import __version__
from mentorcrm.core.i18n import _

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

STAGES = ("identified", "asked", "accepted", "declined")
PAPERS = ("a4", "letter")
IMPORT_FORMATS = ("auto", "linkedin")
_LARGEST_ID = 2**63 - 1


def build() -> argparse.ArgumentParser:
    """Return the parser of everything after the word ``mentorcrm``."""
    parser = argparse.ArgumentParser(
        prog="mentorcrm",
        usage="mentorcrm [--data DIR] [COMMAND] ...",
        description=_("Find mentors, ask them well, and keep in touch. Opens the window."),
        epilog=_("Exit codes: 0 done, 1 your input, 2 wrong usage, 3 a bug, 130 interrupted."),
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"MentorCRM {__version__}")
    parser.add_argument("--data", metavar="DIR", type=_folder, default=None, help=_about_data())
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", title=_("commands"), prog="mentorcrm"
    )
    _window_commands(commands)
    _file_commands(commands)
    _people_commands(commands)
    _plan_commands(commands)
    _description_commands(commands)
    _safety_commands(commands)
    return parser


def _about_data() -> str:
    return _("the data folder (else MENTORCRM_DATA, else the system's place for user data)")


def _command(
    commands: Commands, name: str, about: str, *, json: bool = False, below: bool = False
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=about, description=about, allow_abbrev=False)
    # SUPPRESS, or the absence of an option here would undo one given before this word.
    suppress = argparse.SUPPRESS
    parser.add_argument("--data", metavar="DIR", type=_folder, default=suppress, help=_about_data())
    if json:
        document = _("print one JSON document")
        parser.add_argument("--json", action="store_true", default=suppress, help=document)
        if not below:
            parser.set_defaults(json=False)
    return parser


def _window_commands(commands: Commands) -> None:
    demo = _command(
        commands, "demo", _("open an invented network, in a temporary folder or --data")
    )
    demo.add_argument(
        "--contacts", metavar="N", type=_count, default=200, help=_("how many people")
    )
    demo.add_argument(
        "--seed", metavar="S", type=int, default=1, help=_("another number, other people")
    )
    demo.add_argument(
        "--tour",
        metavar="DIR",
        type=Path,
        help=_("draw every screen into DIR and exit; no screen needed"),
    )
    _command(commands, "self-test", _("open a temporary database and the window unseen, then exit"))


def _file_commands(commands: Commands) -> None:
    bring = _command(commands, "import", _("bring contacts in from files"), json=True)
    bring.add_argument("files", metavar="FILE", nargs="+", type=Path)
    bring.add_argument(
        "--format", choices=IMPORT_FORMATS, default="auto", help=_("auto looks at the content")
    )
    bring.add_argument(
        "--dry-run", action="store_true", help=_("say what would come in; change nothing")
    )
    bring.add_argument(
        "--map",
        metavar="COLUMN=FIELD",
        action="append",
        type=_mapping,
        default=[],
        help=_("read the column as the field; may be repeated"),
    )
    past = _command(commands, "imports", _("list past imports, or take one back"), json=True)
    below = past.add_subparsers(dest="action", metavar="ACTION")
    undo = _command(below, "undo", _("take an import back"), json=True, below=True)
    undo.add_argument("id", metavar="ID", type=_id)
    out = _command(commands, "export", _("write contacts or candidates to a file"))
    out.add_argument("file", metavar="FILE", type=Path, help=_("the ending decides: .csv or .vcf"))
    out.add_argument("--what", choices=("contacts", "candidates"), default="contacts")
    out.add_argument("--stage", choices=STAGES, help=_("only people in this column of the board"))
    out.add_argument("--search", metavar="TEXT", type=_text, default="", help=_("only who matches"))
    out.add_argument(
        "--excel", action="store_true", help=_("CSV in which a spreadsheet runs no formula")
    )


def _people_commands(commands: Commands) -> None:
    people = _command(commands, "contacts", _("list people, or show one"), json=True)
    people.add_argument(
        "--search", metavar="TEXT", type=_text, default="", help=_("only who matches")
    )
    below = people.add_subparsers(dest="action", metavar="ACTION")
    show = _command(
        below, "show", _("show one person with notes and timeline"), json=True, below=True
    )
    show.add_argument("id", metavar="ID", type=_id)
    cards = _command(commands, "candidates", _("list, add or move mentors on the board"), json=True)
    cards.add_argument("--stage", choices=STAGES, help=_("only this column"))
    below = cards.add_subparsers(dest="action", metavar="ACTION")
    add = _command(below, "add", _("put a person on the board"), json=True, below=True)
    add.add_argument("contact_id", metavar="CONTACT_ID", type=_id)
    add.add_argument("--goal", metavar="G", type=_text, help=_("the goal's id or title"))
    move = _command(below, "move", _("move a mentor to another column"), json=True, below=True)
    move.add_argument("candidate_id", metavar="CANDIDATE_ID", type=_id)
    move.add_argument("to", choices=STAGES, metavar="|".join(STAGES))


def _plan_commands(commands: Commands) -> None:
    goals = _command(commands, "goals", _("list goals, or look at one"), json=True)
    below = goals.add_subparsers(dest="action", metavar="ACTION")
    check = _command(
        below, "check", _("say which parts of a good goal are there"), json=True, below=True
    )
    what = check.add_mutually_exclusive_group(required=True)
    what.add_argument("id", metavar="ID", nargs="?", type=_id)
    what.add_argument("--text", metavar="TEXT", type=_text, help=_("a goal in your words"))
    _progress_commands(below)
    match = _command(
        commands, "match", _("compare a goal's needs with the people you know"), json=True
    )
    match.add_argument("--goal", metavar="ID", type=_id, required=True)
    match.add_argument(
        "--suggest", metavar="N", type=_count, default=10, help=_("how many others to suggest")
    )
    _command(commands, "due", _("list what is ready for you"), json=True)


def _description_commands(commands: Commands) -> None:
    about = _("list descriptions of the ideal mentor, check, export or import one")
    listed = _command(commands, "descriptions", about, json=True)
    below = listed.add_subparsers(dest="action", metavar="ACTION")
    check = _command(
        below, "check", _("say what a description holds and what is open"), json=True, below=True
    )
    what = check.add_mutually_exclusive_group(required=True)
    what.add_argument("id", metavar="ID", nargs="?", type=_id)
    what.add_argument(
        "--file", metavar="FILE", type=_file, help=_(".md, .txt or .docx; - is standard input")
    )
    out = _command(below, "export", _("write a description to a file"))
    out.add_argument("id", metavar="ID", type=_id)
    out.add_argument(
        "file",
        metavar="FILE",
        type=_file,
        help=_("the ending decides: .pdf, .docx, .html, .md or .txt"),
    )
    out.add_argument("--force", action="store_true", help=_("replace a file that is there"))
    out.add_argument("--paper", choices=PAPERS, help=_("else what your country uses"))
    out.add_argument(
        "--characters",
        metavar="N",
        type=_count,
        help=_("with .txt: a message of at most N characters, as LinkedIn counts them"),
    )
    about = _("list the versions of a description, and who was sent which")
    versions = _command(below, "versions", about, json=True, below=True)
    versions.add_argument("id", metavar="ID", type=_id)
    bring = _command(below, "import", _("add a description from a document"), json=True, below=True)
    bring.add_argument("file", metavar="FILE", type=_file, help=_(".md, .txt or .docx"))
    bring.add_argument(
        "--title", metavar="T", type=_text, default="", help=_("else the title of the document")
    )


def _progress_commands(below: Commands) -> None:
    checkin = _command(
        below, "checkin", _("add a check-in: a value, a note or both"), json=True, below=True
    )
    checkin.add_argument("id", metavar="ID", type=_id)
    checkin.add_argument("--value", metavar="V", type=_number, help=_("how far the measure is"))
    checkin.add_argument(
        "--note", metavar="T", type=_text, default="", help=_("what happened, in a few words")
    )
    checkin.add_argument("--on", metavar="DATE", type=_day, help=_("YYYY-MM-DD, else today"))
    note = _command(below, "note", _("print the month's note to a mentor, or write it to a file"))
    note.add_argument("id", metavar="ID", type=_id)
    note.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        type=_file,
        help=_("the ending decides: .pdf, .docx, .html, .md or .txt"),
    )
    note.add_argument("--month", metavar="YYYY-MM", type=_month, help=_("else the present one"))
    note.add_argument("--to", metavar="CANDIDATE_ID", type=_id, help=_("the mentor's card"))
    note.add_argument("--force", action="store_true", help=_("replace a file that is there"))


def _safety_commands(commands: Commands) -> None:
    _command(commands, "undo", _("undo the last step, made here or in the window"))
    _command(commands, "redo", _("do the last undone step again"))
    backup = _command(commands, "backup", _("make a verified backup"))
    backup.add_argument("file", metavar="FILE", nargs="?", type=Path)
    restore = _command(commands, "restore", _("put a backup in the place of the data"))
    restore.add_argument("file", metavar="FILE", type=Path)
    _command(commands, "check", _("check that the data is sound"))


def _id(text: str) -> int:
    number = _whole(text)
    if not 0 < number <= _LARGEST_ID:
        raise argparse.ArgumentTypeError(_("“{text}” is not an id").format(text=text))
    return number


def _count(text: str) -> int:
    number = _whole(text)
    if not 0 <= number <= 1_000_000:
        raise argparse.ArgumentTypeError(_("give a number from 0 to 1000000"))
    return number


def _number(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise argparse.ArgumentTypeError(_("“{text}” is not a number").format(text=text))
    return number


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(_("write a date as YYYY-MM-DD")) from None


def _month(text: str) -> date:
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        raise argparse.ArgumentTypeError(_("write a month as YYYY-MM")) from None


def _whole(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            _("“{text}” is not a whole number").format(text=text)
        ) from None


def _text(text: str) -> str:
    # Bytes that are no text in the session's encoding arrive as half characters.
    try:
        text.encode()
    except UnicodeEncodeError:
        raise argparse.ArgumentTypeError(_("this is not readable text")) from None
    return text


def _folder(text: str) -> Path:
    if not text:
        raise argparse.ArgumentTypeError(_("give a folder"))
    return Path(text)


def _file(text: str) -> Path:
    if not text:
        raise argparse.ArgumentTypeError(_("give a file"))
    return Path(text)


def _mapping(text: str) -> tuple[str, str]:
    column, equals, field = _text(text).rpartition("=")
    if not equals or not column.strip() or not field.strip():
        raise argparse.ArgumentTypeError(_("write it as COLUMN=FIELD"))
    return column.strip(), field.strip()
