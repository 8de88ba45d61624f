"""Files are whole or not there, and the ending decides."""

from __future__ import annotations

import os
import stat
from datetime import date
from pathlib import Path

import pytest

from mentorcrm.core import documents
from mentorcrm.core.documents import Document
from mentorcrm.core.errors import UserError
from tests.core.documents.samples import document


@pytest.mark.parametrize(
    ("name", "begin"),
    [
        ("a.md", b"# My"),
        ("a.MARKDOWN", b"# My"),
        ("a.html", b"<!DOCTYPE html>"),
        ("a.htm", b"<!DOCTYPE html>"),
        ("a.docx", b"PK"),
        ("a.txt", b"My *ideal* <mentor>"),
    ],
)
def test_ending_decides_the_format(tmp_path, name, begin):
    documents.write(tmp_path / name, document(), paper="a4")
    assert (tmp_path / name).read_bytes().startswith(begin)
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600


def test_pdf_is_written_by_who_may_use_qt(tmp_path):
    calls = []
    documents.write(
        tmp_path / "a.pdf", document(), paper="letter", pdf=lambda *given: calls.append(given)
    )
    assert calls == [(document(), tmp_path / "a.pdf", "letter")]
    with pytest.raises(UserError, match="docx"):
        documents.write(tmp_path / "a.pdf", document(), paper="a4")


def test_unknown_ending_is_refused_with_the_known_ones(tmp_path):
    with pytest.raises(UserError, match=r"a\.odt.*\.docx"):
        documents.write(tmp_path / "a.odt", document(), paper="a4")


def test_file_that_is_there_is_kept_unless_replacing(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("mine")
    with pytest.raises(UserError, match="already"):
        documents.write(path, document(), paper="a4", overwrite=False)
    assert path.read_text() == "mine"
    documents.write(path, document(), paper="a4")
    assert path.read_text(encoding="utf-8").startswith("# My")


def test_missing_folder_is_named_with_the_cure(tmp_path):
    with pytest.raises(UserError, match=r"a\.docx.*folder"):
        documents.write(tmp_path / "no" / "a.docx", document(), paper="a4")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_device_is_no_file(tmp_path):
    link = tmp_path / "a.txt"
    link.symlink_to("/dev/full")
    with pytest.raises(UserError, match="ordinary file"):
        documents.write(link, document(), paper="a4")


def test_proposed_name_is_one_every_system_takes():
    name = documents.proposed_name(Document("Who: a/b?"), date(2026, 11, 23), ".pdf")
    assert name == "Who a b 2026-11-23.pdf"


@pytest.mark.parametrize(
    ("name", "paper"),
    [
        *(("en_US.UTF-8", "letter"), ("en-CA", "letter"), ("es_MX@x", "letter")),
        *(("de_DE.UTF-8", "a4"), ("en_GB", "a4"), ("", "a4"), ("de", "a4")),
    ],
)
def test_country_decides_the_paper(name, paper):
    assert documents.paper_of("auto", name) == paper
    assert documents.paper_of("a4", name) == "a4"


@pytest.mark.parametrize(
    ("name", "tag"), [("en_GB.UTF-8", "en-GB"), ("pt_BR", "pt-BR"), ("C", ""), ("", "")]
)
def test_language_is_a_tag(name, tag):
    assert documents.usual_language(name) == tag
