"""What README says of the command line is what the program does, line by line."""

from __future__ import annotations

import argparse
import re

import pytest

from mentorcrm.cli import parser
from tests import linkedin_files
from tests.cli.conftest import ROOT, run
from tests.cli.test_commands import CANDIDATE_KEYS, CONTACT_KEYS, RESULT_KEYS

README = (ROOT / "README.md").read_text(encoding="utf-8")
SECTION = README.split("## The command line", 1)[1].split("\n## ", 1)[0]
ROWS = [
    written.replace("\\|", "|")
    for line in SECTION.splitlines()
    if line.startswith("| `mentorcrm")
    for written in re.findall(r"`(mentorcrm[^`]*)`", line.rsplit(" | ", 1)[0])
]
# One use of each line; a line without one fails below.
USES: dict[str, list[str] | None] = {
    "": None,
    "demo": None,
    "self-test": None,
    "--version": ["--version"],
    "import": [
        "import",
        "FILE",
        "--format",
        "linkedin",
        "--dry-run",
        "--map",
        "Company=company",
        "--json",
    ],
    "imports": ["imports", "--json"],
    "imports undo": ["imports", "undo", "IMPORT", "--json"],
    "contacts": ["contacts", "--search", "ruth", "--json"],
    "contacts show": ["contacts", "show", "1", "--json"],
    "candidates": ["candidates", "--stage", "asked", "--json"],
    "candidates add": ["candidates", "add", "40", "--goal", "1"],
    "candidates move": ["candidates", "move", "1", "declined"],
    "goals": ["goals", "--json"],
    "goals check": ["goals", "check", "--text", "Lead a team", "--json"],
    "goals checkin": [
        *("goals", "checkin", "1", "--value", "3.5"),
        *("--note", "Well", "--on", "2026-01-02", "--json"),
    ],
    "goals note": [
        *("goals", "note", "1", "DOCX", "--month", "2026-11", "--to", "9", "--force"),
    ],
    "descriptions": ["descriptions", "--json"],
    "descriptions check": ["descriptions", "check", "1", "--json"],
    "descriptions export": ["descriptions", "export", "1", "DOCX", "--paper", "a4", "--force"],
    "descriptions versions": ["descriptions", "versions", "1", "--json"],
    "descriptions import": ["descriptions", "import", "DOCX", "--title", "Mine", "--json"],
    "match": ["match", "--goal", "1", "--suggest", "3", "--json"],
    "due": ["due", "--json"],
    "export": [
        *("export", "OUT", "--what", "candidates", "--stage", "asked"),
        *("--search", "ruth", "--excel"),
    ],
    "undo": ["undo"],
    "redo": ["redo"],
    "backup": ["backup", "BACKUP"],
    "restore": ["restore", "BACKUP"],
    "check": ["check"],
}


def words_of(row: str) -> str:
    """Return the command words of a documented line."""
    found = []
    for word in row.split()[1:]:
        if word == "--version":
            return word
        if not re.fullmatch(r"[a-z][a-z-]*", word):
            break
        found.append(word)
    return " ".join(found)


def options_of(found: argparse.ArgumentParser) -> set[str]:
    return {
        option
        for action in found._actions
        for option in action.option_strings
        if option.startswith("--") and option not in ("--help", "--data", "--version")
    }


def parser_of(words: str) -> argparse.ArgumentParser:
    found = parser.build()
    for word in words.split():
        choices = next(
            action.choices
            for action in found._actions
            if isinstance(action, argparse._SubParsersAction)
        )
        found = choices[word]
    return found


def commands(found: argparse.ArgumentParser, path: str = "") -> set[str]:
    below = [a for a in found._actions if isinstance(a, argparse._SubParsersAction)]
    inner = {
        name
        for each in below
        for word, sub in each.choices.items()
        for name in commands(sub, f"{path} {word}".strip())
    }
    return {path} | inner


def test_every_line_has_a_use_and_every_command_a_line():
    documented = {words_of(row) for row in ROWS}
    assert documented == set(USES)
    assert documented == commands(parser.build()) | {"--version"}


@pytest.mark.parametrize("row", ROWS)
def test_documented_options_are_the_options(row):
    words = words_of(row)
    if words in ("", "--version"):
        return
    written = set(re.findall(r"--[a-z-]+", row))
    assert written <= options_of(parser_of(words))
    missing = options_of(parser_of(words)) - written
    assert missing <= {"--json"}


def test_documented_lines_run(mentorcrm, tmp_path):
    rows = linkedin_files.people(3)
    file = linkedin_files.write(tmp_path / "c.csv", linkedin_files.modern(rows))
    known = mentorcrm("import", file, "--json").document["import_id"]
    places = {
        "FILE": file,
        "IMPORT": known,
        "OUT": tmp_path / "out.csv",
        "DOCX": tmp_path / "out.docx",
        "BACKUP": tmp_path / "backup.db",
    }
    for row in ROWS:
        use = USES[words_of(row)]
        if use is not None:
            mentorcrm(*(places.get(word, word) for word in use)).ok()


def test_documented_keys_are_the_keys():
    contact = re.search(r"- a contact: `([^`]*)`", SECTION)
    candidate = re.search(r"- a candidate: `([^`]*)`", SECTION)
    assert contact is not None
    assert candidate is not None
    assert contact[1].split(", ") == CONTACT_KEYS
    assert candidate[1].split(", ") == CANDIDATE_KEYS
    result = re.search(r'`(\{"import_id".*?)`', SECTION)
    assert result is not None
    documented = [key for key in re.findall(r'"(\w+)":', result[1]) if key in RESULT_KEYS]
    assert documented == RESULT_KEYS


def test_help_names_every_command():
    out = run("--help").ok().out
    for words in USES:
        if " " not in words and not words.startswith("--"):
            assert words in out


def test_manual_page_names_every_command():
    manual = (ROOT / "packaging" / "linux" / "mentorcrm.1").read_text(encoding="utf-8")
    plain = re.sub(r"\\f[A-Z]", "", manual).replace("\\-", "-").replace('"', "")
    for name in filter(None, USES):
        assert re.search(rf"^\.(BR|B|BI) {re.escape(name)}\b", plain, re.MULTILINE), name
