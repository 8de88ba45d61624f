"""Every text for people can be translated."""

from __future__ import annotations

import ast
import gettext
import io
import re
import subprocess
import sys

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from tests.architecture.sources import PACKAGE, ROOT, calls, modules, name

WORD = re.compile(r"[^\W\d_]{2}")
# Calls whose text a person reads, and the place of that text among the arguments.
SHOWN = {
    "QLabel": 0, "QPushButton": 0, "QToolButton": 0, "QCheckBox": 0, "QRadioButton": 0,
    "QGroupBox": 0, "UserError": 0, "NotFound": 0, "setText": 0, "setTitle": 0,
    "setWindowTitle": 0, "setPlaceholderText": 0, "setToolTip": 0, "setStatusTip": 0,
    "setAccessibleName": 0, "setAccessibleDescription": 0, "toast": 0, "error_bar": 0,
    "status": 0, "do": 0, "run": 0,
}  # fmt: skip


@pytest.fixture(scope="module")
def extracted():
    found = extract_from_dir(PACKAGE, [("**.py", "python")])
    return {
        text
        for _, _, message, _, _ in found
        for text in (message if isinstance(message, tuple) else (message,))
    }


def _marked():
    for path in modules("mentorcrm"):
        if path.stem == "i18n":
            continue  # there the two functions themselves stand
        for called, call in calls(path):
            if called in {"_", "ngettext"}:
                yield path, call, call.args[: 2 if called == "ngettext" else 1]


def test_marked_texts_are_plain_strings():
    moving = [
        f"{name(path)}:{call.lineno} {ast.unparse(call)}"
        for path, call, texts in _marked()
        if not all(isinstance(text, ast.Constant) and text.value for text in texts)
    ]
    assert moving == []


def test_extraction_finds_every_marked_text(extracted):
    marked = {text.value for _, _, texts in _marked() for text in texts}
    assert marked
    assert marked - extracted == set()


def test_texts_shown_to_people_are_marked():
    bare = [
        f"{name(path)}:{call.lineno} {called}({text!r})"
        for path in modules("mentorcrm")
        if path.stem != "tour"  # it types as a user would
        for called, call in calls(path)
        if called in SHOWN
        and len(call.args) > SHOWN[called]
        and (text := _words_in(call.args[SHOWN[called]]))
    ]
    assert bare == []


def _words_in(node):
    """Return the words of a text written in place, not those that went through ``_``."""
    if isinstance(node, ast.JoinedStr):
        texts = [part.value for part in node.values if isinstance(part, ast.Constant)]
    else:
        texts = [node.value] if isinstance(node, ast.Constant) else []
    shown = (text for text in texts if isinstance(text, str) and WORD.search(text))
    return " ".join(text for text in shown if text != "MentorCRM")  # a name is no text


def test_the_template_for_translators_becomes_a_translation(tmp_path, extracted):
    template = tmp_path / "mentorcrm.pot"
    extract = [sys.executable, "-m", "babel.messages.frontend", "--quiet", "extract"]
    mapping = ["--mapping", "resources/locale/babel.cfg", "--omit-header"]
    subprocess.run([*extract, *mapping, "-o", str(template), "mentorcrm"], cwd=ROOT, check=True)
    with template.open("rb") as file:
        catalog = read_po(file, locale="de")
    assert {text for text in extracted if text not in _ids(catalog)} == set()
    some_text = next(
        message.id for message in catalog if isinstance(message.id, str) and message.id
    )
    catalog[some_text].string = "übersetzt"
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    assert gettext.GNUTranslations(compiled).gettext(some_text) == "übersetzt"


def _ids(catalog):
    return {
        text
        for message in catalog
        for text in (message.id if isinstance(message.id, tuple) else (message.id,))
    }
