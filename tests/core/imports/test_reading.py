"""Every era and quirk of Connections.csv, read by the real reader."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from mentorcrm.core import imports
from mentorcrm.core.errors import UserError
from mentorcrm.core.imports import formats, linkedin
from mentorcrm.core.imports.dates import iso_date
from mentorcrm.core.imports.records import Reading
from mentorcrm.core.progress import Progress
from tests import linkedin_files as files

ROWS: list[files.Row] = [
    (
        "Nadia",
        "Quist, CPA",
        "https://www.linkedin.com/in/nadia-quist",
        "nadia@mail.example",
        "Umbra Labs",
        "CTO",
        date(2021, 3, 12),
    ),
    (
        "José María",
        "de la Cruz",
        "https://www.linkedin.com/in/jos%C3%A9-cruz",
        "",
        "Bär & Söhne, GmbH",
        'Head of "R&D"',
        date(2019, 1, 3),
    ),
]


def read(path: Path, mapping: dict[str, str] | None = None) -> Reading:
    return formats.read(path, "auto", mapping or {}, Progress())


@pytest.mark.parametrize(
    "content",
    [
        files.of_2018(ROWS),
        files.without_urls(ROWS, notes=""),
        files.without_urls(ROWS),
        files.modern(ROWS),
        files.modern(ROWS, notes=""),
        files.modern(ROWS, notes="Notes:\n\n"),
        files.modern(ROWS, notes=files.NOTES + "More\nlines, of, it\n\n"),
        files.modern(ROWS).encode("utf-8-sig"),
        files.modern(ROWS).replace("\n", "\r\n"),
        files.modern(ROWS).replace("\n", "\r"),
        files.modern(ROWS, notes="").encode("utf-16"),
        files.modern(ROWS, notes="").encode("utf-16-le"),
        files.utf16_tabs(ROWS),
        files.excel_resave(ROWS),
        files.excel_resave(ROWS, "cp1252"),
        files.excel_resave(ROWS, delimiter=";"),
        files.german(ROWS),
    ],
)
def test_every_era_gives_the_same_people(tmp_path: Path, content: str | bytes) -> None:
    reading = read(files.write(tmp_path / "whatever.txt", content))
    assert [
        (p.first_name, p.last_name, p.emails, p.company, p.position, p.connected_on)
        for p in reading.people
    ] == [(r[0], r[1], (r[3],) if r[3] else (), r[4], r[5], r[6].isoformat()) for r in ROWS]
    assert reading.skipped == []
    assert reading.warnings == []


def test_slug_is_decoded_and_folded(tmp_path: Path) -> None:
    reading = read(files.write(tmp_path / "c.csv", files.modern(ROWS)))
    assert [p.slug for p in reading.people] == ["nadia-quist", "josé-cruz"]
    for address in (
        "http://linkedin.com/in/Nadia-Quist/",
        "https://de.linkedin.com/in/nadia-quist?trk=x",
        "www.linkedin.com/in/nadia-quist/details/",
        "linkedin.com/in/nadia-quist#top",
    ):
        assert linkedin.slug_of(address) == "nadia-quist"
    assert linkedin.slug_of("https://nadia.example/about") == ""


def test_columns_in_any_order_with_strangers_among_them(tmp_path: Path) -> None:
    text = (
        "Connected On,Tags,Last Name,Position,First Name,URL\n"
        "7-Feb-22,x,Reyes,Engineer,Tomás,https://www.linkedin.com/in/tomas-reyes\n"
    )
    (person,) = read(files.write(tmp_path / "c.csv", text)).people
    assert (person.name, person.position, person.connected_on, person.slug) == (
        "Tomás Reyes",
        "Engineer",
        "2022-02-07",
        "tomas-reyes",
    )


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("11/4/18, 5:07 PM", "2018-11-04"),
        ("12 Mar 2021", "2021-03-12"),
        ("7-Feb-22", "2022-02-07"),
        ("05 Jun 1833", "1833-06-05"),
        ("2024-01-03", "2024-01-03"),
        ("3. März 2021", "2021-03-03"),
        ("3.12.2021", "2021-12-03"),
        ("30 Feb 2021", ""),
        ("soon", ""),
        ("", ""),
    ],
)
def test_dates_are_read_without_the_machines_language(text: str, iso: str) -> None:
    assert iso_date(text) == iso


def test_nameless_rows_are_named_by_their_line(tmp_path: Path) -> None:
    text = files.modern(ROWS[:1], notes="") + "\n,,,,,,07 Jun 2026\n,,,,Umbra Labs,,\n,,,,,,\n"
    reading = read(files.write(tmp_path / "c.csv", text))
    assert [row for row, _reason in reading.skipped] == [3, 4, 5]
    assert "only a date" in reading.skipped[0].reason
    assert len(reading.people) == 1


def test_row_is_the_line_the_record_starts_at(tmp_path: Path) -> None:
    text = (
        files.NOTES
        + files.HEADER
        + '\nIda,Lund,,,"Two\nlines",Analyst,01 Feb 2020\n\nBo,Ek,,,,,02 Feb 2020\n'
    )
    reading = read(files.write(tmp_path / "c.csv", text))
    assert [(p.row, p.name, p.company) for p in reading.people] == [
        (5, "Ida Lund", "Two lines"),
        (8, "Bo Ek", ""),
    ]


def test_an_open_quote_takes_no_other_row_with_it(tmp_path: Path) -> None:
    body = files.modern(files.people(50), notes="").splitlines()
    body[10] = 'Ida,"Lund,,,Tarn,Analyst,01 Feb 2020'
    reading = read(files.write(tmp_path / "c.csv", "\n".join(body)))
    assert len(reading.people) == 50
    assert reading.people[9].name == "Ida Lund"
    assert [warned.row for warned in reading.warnings] == [11]


def test_ragged_rows_come_in_with_a_warning(tmp_path: Path) -> None:
    text = f"{files.HEADER}\nIda,Lund\nBo,Ek,,,Tarn,Analyst,02 Feb 2020,extra\n"
    reading = read(files.write(tmp_path / "c.csv", text))
    assert [p.name for p in reading.people] == ["Ida Lund", "Bo Ek"]
    assert [warned.row for warned in reading.warnings] == [2, 3]


def test_zero_bytes_are_left_out_with_a_warning(tmp_path: Path) -> None:
    text = f"{files.HEADER}\nI\0da,Lund,,,Tarn,Analyst,02 Feb 2020\n"
    reading = read(files.write(tmp_path / "c.csv", text))
    assert reading.people[0].name == "Ida Lund"
    assert [warned.row for warned in reading.warnings] == [2]


def test_unknown_date_and_odd_address_warn_and_keep_the_person(tmp_path: Path) -> None:
    text = f"{files.HEADER}\nIda,Lund,,not an address,Tarn,Analyst,last spring\n"
    reading = read(files.write(tmp_path / "c.csv", text))
    assert reading.people[0].connected_on == ""
    assert {warned.row for warned in reading.warnings} == {2}


def test_columns_can_be_mapped(tmp_path: Path) -> None:
    path = files.write(tmp_path / "c.csv", "Who;Firm;Mail\nIda Lund;Tarn;ida@mail.example\n")
    with pytest.raises(imports.UnknownColumns) as caught:
        read(path)
    assert caught.value.columns == ["Who", "Firm", "Mail"]
    for part in ("c.csv", "row 1", "“Who”", "--map"):
        assert part in str(caught.value)
    (person,) = read(path, {"Who": "name", "firm": "company", "Mail": "email"}).people
    assert (person.first_name, person.last_name, person.company, person.emails) == (
        "Ida",
        "Lund",
        "Tarn",
        ("ida@mail.example",),
    )
    with pytest.raises(UserError, match="fields are"):
        read(path, {"Who": "nonsense"})
    with pytest.raises(UserError, match="no row has the columns"):
        read(path, {"Nobody": "name"})


@pytest.mark.parametrize(
    "name",
    [
        "Connections.csv",
        "connections.CSV",
        "Connections_34875879.csv",
        "Connections (1).csv",
        "Basic_LinkedInDataExport/Connections.csv",
    ],
)
def test_archive_member_is_found_however_it_is_spelt(tmp_path: Path, name: str) -> None:
    path = files.archive(tmp_path / "export.zip", files.modern(ROWS), name)
    before = sorted(tmp_path.rglob("*"))
    assert len(read(path).people) == 2
    assert sorted(tmp_path.rglob("*")) == before


def test_detection_goes_by_content(tmp_path: Path) -> None:
    path = files.archive(tmp_path / "export.csv", files.modern(ROWS))
    assert imports.detect(path) == "linkedin"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n", "vCard"),
        (b"PK\x03\x04 and then nothing", "damaged"),
        (b"\x00\x01\x02\x03" * 500, "columns"),
        (b"hello\nworld\n", "columns"),
        (b"\n\n\n", "columns"),
    ],
)
def test_other_files_are_refused_with_words(tmp_path: Path, content: bytes, words: str) -> None:
    path = files.write(tmp_path / "Connections.csv", content)
    with pytest.raises(UserError, match=words) as caught:
        read(path)
    assert "Connections.csv" in str(caught.value)


def test_archive_without_connections_says_what_to_do(tmp_path: Path) -> None:
    path = files.archive(tmp_path / "export.zip", "x", "Elsewhere.csv")
    with pytest.raises(UserError, match="no Connections"):
        read(path)


@pytest.mark.parametrize(
    "make", [lambda p: p / "absent.csv", lambda p: p], ids=["absent", "folder"]
)
def test_what_is_no_file_is_refused(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    with pytest.raises(UserError):
        read(make(tmp_path))
