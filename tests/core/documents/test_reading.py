"""Documents of others are read as Markdown, or refused with words; nothing harms."""

from __future__ import annotations

import contextlib
import io
import random
import zipfile
from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from mentorcrm.core import documents
from mentorcrm.core.errors import UserError
from mentorcrm.core.imports import caps
from tests.core.documents.samples import ARABIC, ODD, document

NAMESPACES = nsdecls("w", "r")


def _saved(file):
    data = io.BytesIO()
    file.save(data)
    return data.getvalue()


def _read(file):
    return documents.read_bytes(_saved(file), "a.docx")


def _changed(data, name, change):
    """Return the archive with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            text = old.read(info)
            new.writestr(info.filename, change(text) if info.filename == name else text, 8)
    return out.getvalue()


def test_our_own_file_is_read_back():
    text = documents.read_bytes(documents.as_docx(document(footer="")), "a.docx")
    assert text.startswith("# My \\*ideal\\* \\<mentor\\>\n\nFor: Lead & grow\n\n## The goal\n\n")
    for line in (
        "Lead the **data team** by *June 2027*, not ~~alone~~, "
        "see [the plan](https://example.org/p?x=1&y=2).",
        "- Second\n    1. Inner one\n    2. Inner two\n",
        "- [x] Has led a team of ten\n- [ ] Has failed once\n",
        "| Feedback | skill | 3 |",
        "> Be the mentor you needed.",
        "```\ncode  <kept>\n```",
        "### Odd signs",
        ODD.replace("<b>not bold</b>", "\\<b\\>not bold\\</b\\>"),
        ARABIC,
    ):
        assert line in text


def test_styles_of_word_become_marks():
    file = docx.Document()
    file.add_heading("Title", 0)
    file.add_heading("One", 1)
    lines = file.add_paragraph("plain ")
    lines.add_run("bold").bold = True
    lines.add_run(" still ").bold = True
    lines.add_run("1 * 2 [x]")
    file.add_paragraph("a", style="List Bullet")
    file.add_paragraph("b", style="List Bullet 2")
    file.add_paragraph("c", style="List Number")
    file.add_paragraph("d", style="List Number")
    file.add_paragraph("• typed bullet")
    assert _read(file) == (
        "# Title\n\n## One\n\nplain **bold still** 1 \\* 2 \\[x\\]\n\n"
        "- a\n    - b\n1. c\n2. d\n- typed bullet\n"
    )


def test_heading_of_a_users_own_style_is_a_heading():
    file = docx.Document()
    own = file.styles.add_style("Mein Titel", WD_STYLE_TYPE.PARAGRAPH)
    own.base_style = file.styles["Heading 2"]
    file.add_paragraph("Warum", style="Mein Titel")
    assert _read(file) == "### Warum\n"


def test_changes_controls_and_text_boxes_are_read():
    file = docx.Document()
    body = file.element.body
    body.insert(
        0,
        parse_xml(
            f"<w:p {NAMESPACES}><w:ins><w:r><w:t>new</w:t></w:r></w:ins>"
            "<w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
            '<w:r><w:t xml:space="preserve"> </w:t></w:r><w:r><w:tab/><w:t>words</w:t></w:r>'
            "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>in a box</w:t></w:r></w:p>"
            "</w:txbxContent></w:pict></w:r></w:p>"
        ),
    )
    body.insert(
        0,
        parse_xml(
            f"<w:sdt {NAMESPACES}><w:sdtContent><w:p><w:r><w:t>control</w:t></w:r></w:p>"
            "</w:sdtContent></w:sdt>"
        ),
    )
    assert _read(file) == "control\n\nnew  words\n\nin a box\n"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"Gr\xfc\xdfe aus K\xf6ln", "Grüße aus Köln"),
        ("Zoë\r\nline".encode("utf-16"), "Zoë\nline"),
        ("\ufeffМосква".encode(), "Москва"),
        ("Привет, это мой ментор и цель".encode("cp1251"), "Привет, это мой ментор и цель"),
    ],
)
def test_text_of_any_encoding_is_read(data, text):
    assert documents.read_bytes(data, "a.txt") == text


def test_markdown_stays_as_it_is(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(document().body.encode())
    assert documents.read(path) == document().body


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7", "PDF"),
        (b"{\\rtf1", "RTF"),
        (b"\n <!DOCTYPE html><p>", "HTML"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1x", "password"),
        (b"\x7fELF\x00\x01\x02\x00\x00", "no text"),
        (b"  \n\n", "no text"),
        (b"PK\x03\x04 broken", "save it as .docx"),
    ],
)
def test_other_files_are_refused_with_the_cure(data, words):
    with pytest.raises(UserError, match=words) as caught:
        documents.read_bytes(data, "mine.x")
    assert "mine.x" in caught.value.message


def test_archive_that_is_no_document_is_refused():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("content.xml", "<x/>")
    with pytest.raises(UserError, match="not a Word document"):
        documents.read_bytes(data.getvalue(), "a.odt")


@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml", "word/numbering.xml"])
@pytest.mark.parametrize(
    "dtd",
    [
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        b'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
        b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "'
        + b"&a;" * 100
        + b'"><!ENTITY c "'
        + b"&b;" * 100
        + b'"><!ENTITY d "'
        + b"&c;" * 100
        + b'">]>',
    ],
)
def test_dtd_is_refused(name, dtd):
    data = _changed(documents.as_docx(document()), name, lambda text: dtd + text.split(b"?>", 1)[1])
    with pytest.raises(UserError, match="damaged or unusual"):
        documents.read_bytes(data, "a.docx")


def test_what_unpacks_to_too_much_is_refused():
    data = _changed(
        documents.as_docx(document()),
        "word/document.xml",
        lambda text: text + b" " * (3 * caps.MEGABYTE),
    )
    with pytest.raises(UserError, match=r"a\.docx"):
        documents.read_bytes(data, "a.docx")


def test_too_large_and_missing_and_empty_files_are_named(tmp_path):
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(caps.FILE_LIMIT + 1)
    with pytest.raises(UserError, match=r"big\.txt.*50 MB"):
        documents.read(path)
    with pytest.raises(UserError, match=r"no\.docx"):
        documents.read(tmp_path / "no.docx")
    with pytest.raises(UserError, match="not a file"):
        documents.read(tmp_path)
    (tmp_path / "e.md").touch()
    with pytest.raises(UserError, match=r"e\.md holds no text"):
        documents.read(tmp_path / "e.md")


def test_damaged_files_are_read_or_refused():
    good = documents.as_docx(document())
    parts = ["word/document.xml", "word/styles.xml", "word/numbering.xml", "_rels/.rels"]
    chance = random.Random(5)

    def hurt(text):
        changed = bytearray(text)
        for _turn in range(chance.randint(1, 8)):
            place = chance.randrange(len(changed))
            changed[place : place + chance.randint(0, 3)] = chance.randbytes(chance.randint(0, 3))
        return bytes(changed)

    for number in range(120):
        data = hurt(good) if number % 3 == 0 else _changed(good, chance.choice(parts), hurt)
        with contextlib.suppress(UserError):
            assert isinstance(documents.read_bytes(data, "a.docx"), str)


def _paragraph(inner):
    math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    other = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    return parse_xml(f"<w:p {NAMESPACES} {math} {other}>{inner}</w:p>")


def test_frame_of_one_column_keeps_headings_and_lists():
    file = docx.Document()
    cell = file.add_table(1, 1).cell(0, 0)
    cell.paragraphs[0].text = "Goal"
    cell.paragraphs[0].style = "Heading 1"
    cell.add_paragraph("Lead a team.")
    cell.add_paragraph("one", style="List Bullet")
    cell.add_paragraph("two", style="List Bullet")
    assert _read(file) == "## Goal\n\nLead a team.\n\n- one\n- two\n"


def test_layout_of_two_columns_with_headings_is_read_cell_by_cell():
    file = docx.Document()
    table = file.add_table(1, 2)
    for cell, title in zip(table.rows[0].cells, ("Goal", "Why"), strict=True):
        cell.paragraphs[0].text = title
        cell.paragraphs[0].style = "Heading 1"
        cell.add_paragraph(f"text of {title}")
    assert _read(file) == "## Goal\n\ntext of Goal\n\n## Why\n\ntext of Why\n"


def test_notes_stand_where_they_are_called():
    file = docx.Document()
    call = '<w:r><w:t>team</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
    file.element.body.insert(
        0, _paragraph(call + '<w:r><w:t xml:space="preserve"> now</w:t></w:r>')
    )
    notes = (
        f'<w:footnotes {NAMESPACES}><w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
        '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/><w:t xml:space="preserve"> of four</w:t>'
        "</w:r></w:p></w:footnote></w:footnotes>"
    )
    data = io.BytesIO(_saved(file))
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("word/footnotes.xml", notes)
    assert documents.read_bytes(data.getvalue(), "a.docx") == "team (of four) now\n"


def test_formulas_readings_and_alternatives_are_read():
    inner = (
        "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"
        "<mc:AlternateContent><mc:Choice><w:r><w:t>=c</w:t></w:r></mc:Choice>"
        "<mc:Fallback><w:r><w:t>not me</w:t></w:r></mc:Fallback></mc:AlternateContent>"
        "<w:r><w:ruby><w:rt><w:r><w:t>not me</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>d</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    )
    file = docx.Document()
    file.element.body.insert(0, _paragraph(inner))
    assert _read(file) == "a+b=cd\n"


def test_numbers_of_a_list_stay_as_they_are():
    source = "7. seven\n8. eight\n\n- other\n"
    data = documents.as_docx(documents.Document("T", body=source))
    assert "7. seven\n8. eight" in documents.read_bytes(data, "a.docx")


def test_tables_in_tables_of_any_depth_are_read():
    depth = 80
    inner = "<w:tbl><w:tr><w:tc>" * depth + "<w:p><w:r><w:t>deep</w:t></w:r></w:p>"
    file = docx.Document()
    xml = inner.replace("<w:tbl>", f"<w:tbl {NAMESPACES}>", 1) + "</w:tc></w:tr></w:tbl>" * depth
    file.element.body.insert(0, parse_xml(xml))
    assert _read(file) == "deep\n"


def test_table_of_uneven_rows_is_read_in_its_own_size():
    wide, high = 2_000, 2_000
    cell = "<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>"
    rows = f"<w:tr>{cell * wide}</w:tr>" + f"<w:tr>{cell}</w:tr>" * high
    file = docx.Document()
    file.element.body.insert(0, parse_xml(f"<w:tbl {NAMESPACES}>{rows}</w:tbl>"))
    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_saved(file))) as old, zipfile.ZipFile(data, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    assert len(documents.read_bytes(data.getvalue(), "a.docx")) < 20 * (wide + high)


def test_text_of_more_than_two_million_characters_is_refused():
    with pytest.raises(UserError, match=r"a\.txt.*2 million"):
        documents.read_bytes(b"word " * 500_000, "a.txt")


def test_home_of_nobody_is_a_folder_that_is_not_there():
    with pytest.raises(UserError, match=r"a\.md is not there"):
        documents.read(Path("~no-such-person/a.md"))
