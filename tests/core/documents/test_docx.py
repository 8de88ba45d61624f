"""DOCX read back with python-docx and as an archive."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.shared import Mm

from mentorcrm.core.documents import Document, as_docx
from tests.core.documents.samples import ARABIC, ODD, document


@pytest.fixture(scope="module")
def data():
    return as_docx(document())


@pytest.fixture
def file(data):
    return docx.Document(io.BytesIO(data))


def _styles(file):
    return [(lines.style.name, lines.text) for lines in file.paragraphs]


def test_headings_lists_and_quotes_have_their_styles(file):
    found = _styles(file)
    assert found[:3] == [
        ("Title", "My *ideal* <mentor>"),
        ("Subtitle", "For: Lead & grow"),
        ("Heading 1", "The goal"),
    ]
    assert ("List Bullet", "First") in found
    assert ("List Number 2", "Inner two") in found
    assert ("List Bullet", "\u2611\u00a0Has led a team of ten") in found
    assert ("List Bullet", "\u2610\u00a0Has failed once") in found
    assert ("Quote", "Be the mentor you needed.") in found
    assert ("Code", "code  <kept>") in found
    assert ("Heading 2", "Odd signs") in found
    assert ("Normal", ODD) in found
    assert file.sections[0].footer.paragraphs[0].text == "A foot"


def test_looks_and_links_are_real(file):
    lines = file.paragraphs[3]
    looks = {run.text: run for run in lines.runs}
    assert looks["data team"].bold
    assert looks["June 2027"].italic
    assert looks["alone"].font.strike
    (link,) = lines.hyperlinks
    assert (link.text, link.address) == ("the plan", "https://example.org/p?x=1&y=2")


def test_table_has_a_heading_row_and_all_cells(file):
    (table,) = file.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Need", "Kind", "Weight"],
        ["Feedback", "skill", "3"],
        ["Room", "access", "1"],
    ]
    assert table.rows[0]._tr.xpath("w:trPr/w:tblHeader")


def test_right_to_left_is_marked(file):
    (lines,) = [lines for lines in file.paragraphs if lines.text == ARABIC]
    assert lines._p.xpath("w:pPr/w:bidi")
    assert lines.runs[0].font.rtl


def test_second_numbered_list_begins_anew():
    file = docx.Document(io.BytesIO(as_docx(document("1. a\n2. b\n\ntext\n\n5. c\n6. d"))))
    numbered = [lines for lines in file.paragraphs if lines.style.name == "List Number"]
    numbers = [lines._p.pPr.numPr.numId.val for lines in numbered]
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]
    starts = [
        file.part.numbering_part.element.xpath(
            f"w:num[@w:numId={key}]/w:lvlOverride/w:startOverride/@w:val"
        )
        for key in (numbers[0], numbers[2])
    ]
    assert starts == [["1"], ["5"]]


def test_nothing_tells_who_or_what_made_it(data, file):
    properties = file.core_properties
    assert properties.title == "My *ideal* <mentor>"
    kept = (properties.author, properties.last_modified_by, properties.comments)
    assert kept == ("", "", "")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = set(archive.namelist())
        whole = b"".join(archive.read(name) for name in names)
    assert not {name for name in names if "app.xml" in name or "thumbnail" in name}
    assert b"python-docx" not in whole
    assert b"Macintosh" not in whole


@pytest.mark.parametrize(("paper", "width"), [("a4", Mm(210)), ("letter", Mm(215.9))])
def test_page_has_the_paper(paper, width):
    (section,) = docx.Document(io.BytesIO(as_docx(Document("T"), paper))).sections
    assert abs(section.page_width - width) < Mm(0.1)


def test_language_is_written(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert b'w:lang w:val="en-GB"' in archive.read("word/styles.xml")


def test_deep_lists_and_control_characters_are_written():
    body = "\n".join(f"{'  ' * depth}- level {depth}" for depth in range(15)) + "\n\na\x0bb\x00c"
    file = docx.Document(io.BytesIO(as_docx(document(body, title="a\x00b"))))
    assert "level 14" in [lines.text for lines in file.paragraphs]
