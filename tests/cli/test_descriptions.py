"""Descriptions and goals on the command line: what is printed, written, refused."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import docx
import pypdf
import pytest

from tests.cli.conftest import ROOT, run

SECTIONS = ["goal", "obstacles", "experience", "style", "time", "offer", "why", "success"]
CHECKS = ["specific", "measurable", "achievable", "relevant", "time_bound"]
PROSE = (
    "I want to become head of data at a city by June 2027, because better city data helps "
    "people who cannot speak up. I have never led people, and that is what holds me back. "
    "I look for someone who has led a team of ten. I ask for 30 minutes every month for half a "
    "year and offer help with SQL in return."
)


@pytest.fixture
def title(inside):
    return inside("descriptions", "--json").ok().document[0]["title"]


def test_descriptions_are_listed(inside, title):
    (row,) = inside("descriptions", "--json").ok().document
    keys = ["id", "title", "sections_written", "goals", "mentors", "updated_at"]
    assert list(row) == keys
    assert row["sections_written"] == 8
    assert title in inside("descriptions").ok().out


def test_none_is_said(empty):
    assert empty("descriptions", "--json").ok().document == []
    assert empty("descriptions").ok().out == "No descriptions yet.\n"


@pytest.mark.parametrize("suffix", [".md", ".html", ".docx", ".txt", ".pdf"])
def test_every_format_is_written_in_a_process_of_its_own(mentorcrm, tmp_path, title, suffix):
    path = tmp_path / f"out{suffix}"
    done = mentorcrm("descriptions", "export", 1, path).ok()
    assert path.name in done.out
    data = path.read_bytes()
    if suffix == ".docx":
        assert docx.Document(io.BytesIO(data)).paragraphs[0].text == title
    elif suffix == ".pdf":
        reader = pypdf.PdfReader(io.BytesIO(data))
        assert len(reader.pages) == 1
        assert reader.metadata.title == title
        assert title in " ".join(reader.pages[0].extract_text().split())
    else:
        assert title in data.decode()


def test_file_that_is_there_is_kept_without_force(inside, tmp_path):
    path = tmp_path / "a.md"
    path.write_text("mine")
    inside("descriptions", "export", 1, path).refused("a.md", "--force")
    assert path.read_text() == "mine"
    inside("descriptions", "export", 1, path, "--force").ok()
    assert path.read_text(encoding="utf-8").startswith("# ")


def test_wrong_ending_missing_folder_and_unknown_id_are_named(inside, tmp_path):
    inside("descriptions", "export", 1, tmp_path / "a.odt").refused("a.odt", ".docx")
    inside("descriptions", "export", 1, tmp_path / "no" / "a.md").refused("a.md", "folder")
    inside("descriptions", "export", 99, tmp_path / "a.md").refused("not there")
    assert list(tmp_path.glob("a.*")) == []


def test_paper_is_what_is_asked_for(inside, tmp_path):
    inside("descriptions", "export", 1, tmp_path / "a.docx", "--paper", "letter").ok()
    (section,) = docx.Document(str(tmp_path / "a.docx")).sections
    assert round(section.page_width.inches, 1) == 8.5


@pytest.mark.parametrize("most", [200, 300, 8000])
def test_message_is_as_long_as_asked_for(inside, tmp_path, most):
    path = tmp_path / "a.txt"
    inside("descriptions", "export", 1, path, "--characters", most).ok()
    text = path.read_text(encoding="utf-8").rstrip("\n")
    assert 0 < len(text) <= most
    assert "**" not in text
    inside("descriptions", "export", 1, tmp_path / "a.md", "--characters", most).refused(".txt")


@pytest.mark.parametrize("suffix", [".md", ".docx", ".txt"])
def test_exported_file_comes_back_as_one_undo_step(inside, tmp_path, title, suffix):
    path = tmp_path / f"a{suffix}"
    inside("descriptions", "export", 1, path).ok()
    made = inside("descriptions", "import", path, "--json").ok().document
    assert (made["title"], made["sections_written"]) == (title, 8)
    inside("descriptions", "import", path, "--title", "Another").ok()
    titles = [row["title"] for row in inside("descriptions", "--json").document]
    assert titles == [title, title, "Another"]
    assert path.name in inside("undo").ok().out
    assert len(inside("descriptions", "--json").document) == 2


def test_import_of_what_is_no_document_changes_nothing(inside, tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(b"%PDF-1.7")
    inside("descriptions", "import", path).refused("a.docx", ".md")
    inside("descriptions", "import", tmp_path / "no.md").refused("no.md")
    assert len(inside("descriptions", "--json").document) == 1


def test_check_of_a_description_has_exactly_these_keys(inside):
    found = inside("descriptions", "check", 1, "--json").ok().document
    assert list(found) == ["completeness", "provisional", "sections"]
    assert isinstance(found["completeness"], int)
    assert 0 <= found["completeness"] <= 100
    assert found["provisional"] is (found["completeness"] < 60)
    assert list(found["sections"]) == SECTIONS
    for section in found["sections"].values():
        assert list(section) == ["filled", "score", "saw"]
        assert isinstance(section["filled"], bool)
        assert 0 <= section["score"] <= 1
        assert section["saw"]


@pytest.mark.parametrize("suffix", [".md", ".txt", ".docx"])
def test_check_of_a_file_needs_no_data(empty, tmp_path, suffix):
    path = tmp_path / f"a{suffix}"
    if suffix == ".docx":
        file = docx.Document()
        file.add_paragraph(PROSE)
        file.save(str(path))
    else:
        path.write_text(PROSE, encoding="utf-8")
    found = empty("descriptions", "check", "--file", path, "--json").ok().document
    assert found["sections"]["goal"]["filled"]
    assert found["sections"]["time"]["filled"]
    assert not (tmp_path / "new").exists()


def test_check_reads_standard_input(tmp_path):
    new = tmp_path / "new"
    done = subprocess.run(
        [sys.executable, "-m", "mentorcrm", *f"descriptions check --file - --data {new}".split()],
        input=PROSE.encode("utf-16"),
        capture_output=True,
        cwd=ROOT,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"% complete" in done.stdout
    assert not new.exists()


def test_check_of_an_empty_or_missing_file_is_refused(empty, tmp_path):
    (tmp_path / "e.md").touch()
    empty("descriptions", "check", "--file", tmp_path / "e.md").refused("e.md")
    empty("descriptions", "check", "--file", tmp_path / "no.md").refused("no.md")


def test_check_of_a_goal_has_exactly_these_keys(inside, empty, tmp_path):
    text = "Become head of data by June 2027, because our team needs it. I have 4 hours a week."
    for found in (
        inside("goals", "check", 1, "--json").ok().document,
        empty("goals", "check", "--text", text, "--json").ok().document,
    ):
        assert list(found) == ["checks"]
        assert list(found["checks"]) == CHECKS
        for check in found["checks"].values():
            assert list(check) == ["met", "saw", "question"]
            assert isinstance(check["met"], bool)
            assert check["saw"]
            assert isinstance(check["question"], str)
    assert found["checks"]["time_bound"]["met"]
    assert not (tmp_path / "new").exists()
    assert "Time-bound: there" in empty("goals", "check", "--text", text).ok().out


@pytest.mark.parametrize(
    "arguments",
    [
        ("goals", "check"),
        ("goals", "check", "1", "--text", "x"),
        ("descriptions", "check"),
        ("descriptions", "check", "1", "--file", "x.md"),
        ("descriptions", "export", "1"),
        ("descriptions", "export", "x", "a.md"),
        ("descriptions", "import", ""),
    ],
)
def test_wrong_usage_is_said(inside, arguments):
    assert inside(*arguments).code == 2


def test_pdf_without_qt_says_what_else_there_is(sample, tmp_path):
    blocked = tmp_path / "blocked"
    blocked.mkdir()
    (blocked / "sitecustomize.py").write_text(
        "import sys\n"
        "class NoQt:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.partition('.')[0] == 'PySide6':\n"
        "            raise ImportError('no Qt here', name=name)\n"
        "sys.meta_path.insert(0, NoQt())\n"
    )
    env = {"PYTHONPATH": f"{blocked}:{ROOT}"}
    out = tmp_path / "a.pdf"
    run("--data", sample, "descriptions", "export", 1, out, env=env).refused("Qt", ".docx")
    assert not out.exists()
    run("--data", sample, "descriptions", "export", 1, tmp_path / "a.docx", env=env).ok()


@pytest.mark.parametrize("name", ["~no-such-person/a.md", "a" * 300 + ".md"])
def test_place_that_no_system_has_is_refused(inside, name):
    inside("descriptions", "export", 1, name).refused("could not be written")
    inside("goals", "note", 1, name).refused("could not be written")
    inside("descriptions", "import", name).refused("a.md")
    inside("descriptions", "check", "--file", name).refused("a.md")


def test_note_that_is_there_is_kept_without_force(inside, tmp_path):
    path = tmp_path / "a.md"
    path.write_text("mine")
    inside("goals", "note", 1, path).refused("a.md", "--force")
    assert path.read_text() == "mine"


def test_message_with_room_for_nothing_is_refused(inside, tmp_path):
    path = tmp_path / "a.txt"
    inside("descriptions", "export", 1, path, "--characters", 1).refused("more characters")
    assert not path.exists()


@pytest.mark.skipif(os.name != "posix", reason="streams are closed by a shell of POSIX")
@pytest.mark.parametrize(
    ("redirection", "code", "word"),
    [("<&-", 1, "no text"), (">&- <<<'I lead.'", 0, ""), (">/dev/full <<<'I lead.'", 1, "room")],
)
def test_closed_and_full_streams_are_no_bugs(tmp_path, redirection, code, word):
    if "/dev/full" in redirection and not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    command = f"{sys.executable} -m mentorcrm descriptions check --file - {redirection}"
    done = subprocess.run(
        ["bash", "-c", command],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT), "MENTORCRM_DATA": str(tmp_path)},
        check=False,
    )
    assert (done.returncode, done.stdout) == (code, "")
    assert word in done.stderr
    assert "bug" not in done.stderr


def test_joined_letters_and_emoji_are_printed_whole(inside):
    saw = inside("goals", "check", "--text", "Hire 10 👩\u200d💻 by 2027-06-30").ok().out
    assert "👩\u200d💻" in saw
    assert "\ufffd" not in saw
