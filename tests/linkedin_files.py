"""LinkedIn exports of every era, with invented people and the quirks of real files."""

from __future__ import annotations

import csv
import io
import random
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path

NOTES = (
    "Notes:\n"
    '"When exporting your connection data, you may notice that some of the email addresses are '
    "missing. You will only see email addresses for connections who have allowed their "
    "connections to see or download their email address using this setting "
    "https://www.linkedin.com/psettings/privacy/email. You can learn more here "
    'https://www.linkedin.com/help/linkedin/answer/261"\n\n'
)
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
OLD_HEADER = "First Name,Last Name,Email Address,Company,Position,Connected On"
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

_FIRST = [
    "Amara",
    "Bruno",
    "Chiara",
    "Dmitri",
    "Élodie",
    "Farid",
    "Greta",
    "Hiroshi",
    "Imani",
    "Joaquín",
    "Katya",
    "Lars",
    "Meera",
    "Nils",
    "Oluwaseun",
    "Priya",
    "Quentin",
    "Ruth",
    "Søren",
    "Tamar",
    "Ulrike",
    "Viktor",
    "Wanda",
    "Ximena",
    "Yusuf",
    "Zoë",
]
_LAST = [
    "Abara",
    "Bergström",
    "Castellanos",
    "Dimitrov",
    "Eriksen",
    "Fontaine",
    "Gupta",
    "Hartmann",
    "Ibarra",
    "Jansson",
    "Kowalski",
    "Lindqvist",
    "Moreau",
    "Nakamura",
    "Okafor",
    "Petrov",
    "Quist",
    "Rosenthal",
    "Sørensen",
    "Takahashi",
    "Umber",
    "Vasquez",
    "Weiss",
    "Xu",
    "Yilmaz",
    "Zanetti",
]
_COMPANY = [
    "Northwind Analytics",
    "Umbra Labs",
    "Tarn Inc.",
    "Woodgrove",
    "Bär & Söhne GmbH",
    "Contoso",
    "Fabrikam",
    "Lucerne Publishing",
    "Proseware",
    "Litware",
    "Wingtip Toys",
    "Tailspin",
]
_POSITION = [
    "Engineer",
    "Product Manager",
    "Head of Research",
    "CTO",
    "Designer",
    "Analyst",
    "Founder",
    "Consultant",
    "Director of Operations",
    "Data Scientist",
]

Row = tuple[str, str, str, str, str, str, date]
"""First name, last name, profile address, e-mail, company, position, date."""


def people(count: int, seed: int = 1) -> list[Row]:
    """Return invented people; about three in a hundred have an e-mail address."""
    chosen = random.Random(seed)
    rows: list[Row] = []
    for number in range(count):
        first, last = chosen.choice(_FIRST), chosen.choice(_LAST)
        slug = f"{first}-{last}-{number:x}".lower()
        email = f"{slug}@mail.example" if chosen.random() < 0.033 else ""
        connected = date(2008, 1, 1) + timedelta(days=chosen.randrange(6500))
        rows.append(
            (
                first,
                last,
                f"https://www.linkedin.com/in/{slug}",
                email,
                chosen.choice(_COMPANY),
                chosen.choice(_POSITION),
                connected,
            )
        )
    return rows


def day(when: date) -> str:
    """Return a date as LinkedIn writes it since 2020."""
    return f"{when.day:02} {MONTHS[when.month - 1]} {when.year}"


def american(when: date) -> str:
    """Return a date as LinkedIn wrote it in 2018."""
    return f"{when.month}/{when.day}/{when.year % 100:02}, 5:07 PM"


def excel_day(when: date) -> str:
    """Return a date as a spreadsheet leaves it."""
    return f"{when.day}-{MONTHS[when.month - 1]}-{when.year % 100:02}"


def _body(rows: Iterable[Sequence[str]], delimiter: str = ",", end: str = "\n") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerows(rows)
    return out.getvalue()


def modern(rows: Iterable[Row], notes: str = NOTES) -> str:
    """Return a Connections.csv as of mid-2023 and later; no line end after the last row."""
    body = _body([(*row[:6], day(row[6])) for row in rows])
    return f"{notes}{HEADER}\n{body}".rstrip("\n")


def without_urls(rows: Iterable[Row], notes: str = NOTES) -> str:
    """Return a Connections.csv of 2020 to 2023: no URL; the notes came in June 2021."""
    body = _body([(*row[:2], *row[3:6], day(row[6])) for row in rows])
    return f"{notes}{OLD_HEADER}\n{body}".rstrip("\n")


def of_2018(rows: Iterable[Row]) -> str:
    """Return a Connections.csv of 2018: no notes, no URL, American dates with a time."""
    body = _body([(*row[:2], *row[3:6], american(row[6])) for row in rows])
    return f"{OLD_HEADER}\n{body}"


def excel_resave(rows: Iterable[Row], codec: str = "utf-8-sig", delimiter: str = ",") -> bytes:
    """Return what a spreadsheet makes of a modern file: CRLF, short dates, its own codec."""
    header = HEADER.split(",")
    body = _body([header, *((*row[:6], excel_day(row[6])) for row in rows)], delimiter, "\r\n")
    return body.encode(codec)


def utf16_tabs(rows: Iterable[Row]) -> bytes:
    """Return UTF-16 with tabs, as some files of 2018 archives are."""
    header = OLD_HEADER.split(",")
    table = [header, *((*row[:2], *row[3:6], day(row[6])) for row in rows)]
    return _body(table, "\t").encode("utf-16")


def german(rows: Iterable[Row]) -> str:
    """Return a file with German column names."""
    header = "Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am"
    return f"{header}\n{_body([(*row[:6], day(row[6])) for row in rows])}"


def archive(path: Path, connections: bytes | str, name: str = "Connections.csv") -> Path:
    """Write a LinkedIn archive with some of the other files that come along."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("Profile.csv", "First Name,Last Name\nSam,Ferrer\n")
        out.writestr("Articles/2017-12-09 04:54:08.html", "<p>a name that is illegal elsewhere</p>")
        out.writestr("messages.csv", '"FROM","TO","CONTENT"\n"A","B","two\nlines"\n')
        out.writestr(name, connections)
    return path


def write(path: Path, text: str | bytes) -> Path:
    """Write a file as it is, without changing its line ends."""
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path
