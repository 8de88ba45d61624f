"""PDF read back with pypdf: pages, letters, links, fonts, and nothing about the machine."""

from __future__ import annotations

import getpass
import io
import re
import socket
import subprocess
import sys
import threading

import pypdf
import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPageSize

from mentorcrm.core.documents import Document
from mentorcrm.core.errors import UserError
from mentorcrm.printing.pdf import pdf, pdf_bytes
from tests.core.documents.samples import document

pytestmark = pytest.mark.usefixtures("qapp")

PARAGRAPH = "One of many sentences that fill a page with words. " * 6 + "\n\n"


def _read(given, paper="a4"):
    return pypdf.PdfReader(io.BytesIO(pdf_bytes(given, paper)), strict=True)


def _words(page):
    return " ".join(page.extract_text().split())


def _links(reader):
    return [
        note.get_object()["/A"]["/URI"] for page in reader.pages for note in page.get("/Annots", [])
    ]


def _fonts(reader):
    return [
        font.get_object()
        for page in reader.pages
        for font in page["/Resources"].get("/Font", {}).values()
    ]


def _sizes(page):
    """Return the size in points of each piece of text."""
    found = {}

    def see(text, outer, inner, _font, size):
        if text.strip():
            scale = abs(outer[3] * inner[3])
            found[text.strip()] = size * scale

    page.extract_text(visitor_text=see)
    return found


def test_description_is_one_page_of_real_text():
    reader = _read(document())
    (page,) = reader.pages
    words = _words(page)
    for piece in (
        "My *ideal* <mentor> For: Lead & grow The goal Lead the data team by June 2027",
        "First Second 1. Inner one 2. Inner two",
        "\u2611 Has led a team of ten",
        "\u2610 Has failed once",
        "Need Kind Weight Feedback skill 3 Room access 1",
        "Be the mentor you needed. code <kept> Odd signs",
        "Zoë, Ağrı",
        "A foot",
    ):
        assert piece in words
    assert "\t" not in page.extract_text()
    assert "Page" not in words


def test_links_can_be_clicked():
    body = "[a](https://a.example/x?y=1&z=(2)) **[b *c*](mailto:d@e.example)** https://f.example/g"
    links = _links(_read(document(body)))
    assert set(links) == {
        "https://a.example/x?y=1&z=(2)",
        "mailto:d@e.example",
        "https://f.example/g",
    }
    assert _links(_read(document("[a](javascript:b) [c](file:///etc/passwd)"))) == []


def test_link_lies_on_its_words():
    reader = _read(Document("T", body="x\n\n[words](https://a.example)"))
    (note,) = reader.pages[0]["/Annots"]
    left, bottom, right, top = map(float, note.get_object()["/Rect"])
    places = {}
    reader.pages[0].extract_text(
        visitor_text=lambda text, outer, inner, _font, _size: places.update(
            {text.strip(): (inner[4] * outer[0] + outer[4], inner[5] * outer[3] + outer[5])}
        )
    )
    x, y = places["words"]
    assert left - 1 <= x <= right
    assert bottom - 2 <= y <= top + 2
    assert 20 < right - left < 60
    assert 5 < top - bottom < 20


def test_fonts_are_embedded_and_can_be_read_as_text():
    fonts = _fonts(_read(document()))
    assert fonts
    for font in fonts:
        (inner,) = font["/DescendantFonts"]
        described = inner.get_object()["/FontDescriptor"]
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(described)
        assert "/ToUnicode" in font


def test_joined_letters_stay_letters():
    words = _words(_read(Document("T", body="office fluffy affiliate -> 4x4 fi ffl")).pages[0])
    assert "office fluffy affiliate -> 4x4 fi ffl" in words


def test_metadata_hold_the_title_and_nothing_of_the_machine(tmp_path):
    data = pdf_bytes(document())
    facts = pypdf.PdfReader(io.BytesIO(data)).metadata
    assert facts.title == "My *ideal* <mentor>"
    assert (facts.creator, facts.author) == ("MentorCRM", "")
    for secret in (getpass.getuser(), socket.gethostname(), str(tmp_path), "/home"):
        if len(secret) > 4:
            assert secret.encode() not in data
            assert secret.encode("utf-16-be") not in data


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_page_has_the_paper(paper, size):
    box = _read(Document("T"), paper).pages[0].mediabox
    assert (round(box.width), round(box.height)) == size


def test_text_that_almost_fits_is_set_smaller_but_readable():
    seen = set()
    for number in range(6, 17):
        reader = _read(Document("T", body=PARAGRAPH * number))
        sizes = {
            round(size, 1) for text, size in _sizes(reader.pages[0]).items() if "sentences" in text
        }
        (size,) = sizes
        assert size >= 8.95
        seen.add((len(reader.pages), size))
    assert (1, 10.5) in seen
    assert (1, 9.0) in seen
    assert (2, 10.5) in seen
    assert not {(pages, size) for pages, size in seen if pages > 1 and size < 10.4}


def test_long_text_flows_over_numbered_pages():
    reader = _read(document(PARAGRAPH * 60))
    count = len(reader.pages)
    assert count > 3
    for number, page in enumerate(reader.pages, 1):
        assert f"Page {number} of {count}" in _words(page)
        assert "A foot" in _words(page)
    whole = " ".join(map(_words, reader.pages))
    assert whole.count("One of many sentences") == 360


@pytest.mark.parametrize("lines", range(30, 42))
def test_heading_never_ends_a_page(lines):
    reader = _read(
        document("filler\n\n" * lines + "## Heading here\n\ntext below\n\n" + PARAGRAPH * 9)
    )
    for page in reader.pages:
        if "Heading here" in _words(page):
            assert "text below" in _words(page)


def test_other_scripts_are_drawn():
    reader = _read(Document("T", body="שלום עולם\n\nПривет мир\n\n🙂 ok\n\nأهلا"))
    words = _words(reader.pages[0])
    assert "Привет мир" in words
    assert "ok" in words
    assert "\x00" not in reader.pages[0].extract_text()
    assert any("\u0590" <= letter <= "\u05ff" for letter in words)


def test_nothing_is_loaded_for_pictures(tmp_path):
    picture = tmp_path / "red.png"
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(0xFF0000)
    assert image.save(str(picture))
    body = f"![seen]({picture.as_uri()}) ![a]({picture}) <img src='{picture}'> ![b](http://127.0.0.1:9/x)"
    reader = _read(Document("T", body=body))
    assert list(reader.pages[0].images) == []
    assert "seen" in _words(reader.pages[0])


def test_a_long_body_is_written_whole():
    body = "".join(f"Sentence number {number}.\n\n" for number in range(4_000))
    reader = _read(Document("T", body=body))
    words = " ".join(map(_words, reader.pages))
    assert "Sentence number 3999." in words
    assert len(reader.pages) > 50


def test_long_body_is_written_beside_the_window_without_a_warning(capfd):
    made = []
    worker = threading.Thread(target=lambda: made.append(pdf_bytes(document(PARAGRAPH * 60))))
    worker.start()
    worker.join()
    assert made[0].startswith(b"%PDF")
    assert "QBasicTimer" not in capfd.readouterr().err


def test_table_at_the_end_and_empty_document_are_one_page():
    assert len(_read(document("| a | b |\n|--|--|\n| 1 | 2 |", footer="")).pages) == 1
    assert len(_read(Document("T")).pages) == 1


def test_file_is_whole_or_not_there(tmp_path):
    pdf(document(), tmp_path / "a.pdf", "a4")
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")
    with pytest.raises(UserError, match=r"b\.pdf.*folder"):
        pdf(document(), tmp_path / "no" / "b.pdf", "a4")
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_sizes_are_those_of_the_standards():
    assert QPageSize(QPageSize.PageSizeId.A4).size(QPageSize.Unit.Millimeter) == QSizeF(210, 297)


def test_printing_needs_neither_widgets_nor_a_screen(tmp_path):
    question = (
        "import sys; from pathlib import Path; from mentorcrm.printing.pdf import pdf;"
        "from mentorcrm.core.documents import Document;"
        "pdf(Document('T', body='x'), Path(sys.argv[1]), 'a4');"
        "pdf(Document('T', body='x'), Path(sys.argv[1]), 'a4');"
        "sys.exit('PySide6.QtWidgets' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", question, str(tmp_path / "a.pdf")],
        env={"PATH": "/usr/bin", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert re.match(rb"%PDF-1\.\d", (tmp_path / "a.pdf").read_bytes())
