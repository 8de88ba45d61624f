from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from mentorcrm import core
from mentorcrm.core import exports
from mentorcrm.core.errors import Cancelled, UserError
from mentorcrm.core.exports import delimited
from mentorcrm.core.progress import Progress
from tests import factories
from tests.conftest import MONDAY, ZONE


@pytest.fixture
def people(write):
    """Ruth with everything, Mei with a name, Tom archived, Ada in the trash."""

    def fill(session):
        goal = factories.add_goal(session, "Lead a product team")
        ruth = factories.add_contact(
            session,
            "Ruth Adeyemi",
            company="Solace, Ltd",
            position="Director",
            emails=[("work", "ruth@solace.example"), ("", "ruth@home.example")],
            phones=["+44 7700 900123"],
            links=["https://www.linkedin.com/in/ruth"],
            notes="=SUM(A1)\nline two",
            tags=["product", "a; b"],
            connected_on=date(2024, 1, 3),
        )
        card = factories.add_candidate(
            session, ruth, "asked", goal_ids=[goal], now=MONDAY, zone=ZONE
        )
        core.board.set_next_step(session, card, "Send the brief", MONDAY)
        mei = factories.add_contact(session, "Mei")
        tom, ada = (factories.add_contact(session, name) for name in ("Tom Brandt", "Ada Okafor"))
        core.contacts.archive(session, [tom], MONDAY)
        core.contacts.trash(session, [ada], MONDAY)
        return {"ruth": ruth, "mei": mei, "tom": tom, "ada": ada, "card": card}

    return write(fill)


def test_record_holds_everything(read, people):
    ruth = next(read(lambda s: list(exports.contact_records(s, [people["ruth"]]))).__iter__())
    assert ruth.name == "Ruth Adeyemi"
    assert ruth.emails == (("work", "ruth@solace.example"), ("", "ruth@home.example"))
    assert [value for _label, value in ruth.phones] == ["+44 7700 900123"]
    assert ruth.tags == ("a; b", "product")
    assert ruth.connected_on == "2024-01-03"
    assert ruth.created_at == "2026-11-23T09:00:00Z"


def test_candidate_record_holds_the_plan(read, people):
    (card,) = read(lambda s: list(exports.candidate_records(s, [people["card"]], ZONE)))
    assert (card.stage, card.sub_state, card.next_step) == ("asked", "sent", "Send the brief")
    assert card.goals == ("Lead a product team",)
    assert card.follow_up_local == "2026-11-30T09:00"
    assert card.follow_up_at == "2026-11-30T08:00:00Z"
    assert card.asked_on == "2026-11-23"
    assert card.contact.company == "Solace, Ltd"


def test_records_keep_the_order_and_leave_out_who_is_gone(read, people):
    ids = [people["mei"], 999, people["ruth"]]
    found = read(lambda s: [each.id for each in exports.contact_records(s, ids)])
    assert found == [people["mei"], people["ruth"]]


def test_only_listed_people_are_chosen(read, people):
    assert read(exports.chosen_ids, "contacts") == [people["mei"], people["ruth"]]
    assert read(exports.chosen_ids, "contacts", search="solace") == [people["ruth"]]
    assert read(exports.chosen_ids, "contacts", stage="asked") == [people["ruth"]]
    assert read(exports.chosen_ids, "contacts", stage="declined") == []
    assert read(exports.chosen_ids, "candidates", search="mei") == []
    archived = core.contacts.ContactFilter(state="archived")
    assert read(exports.shown_ids, "contacts", archived) == [people["tom"]]


@pytest.mark.parametrize("key", ["csv", "csv-safe"])
def test_csv_holds_every_field(db, people, tmp_path, key):
    path = tmp_path / "out.csv"
    done = exports.export(db, path, exports.FORMATS[key], "candidates", zone=ZONE)
    assert (done.path, done.count) == (path, 1)
    header, row = exports.read_back(path)
    found = dict(zip(header, row, strict=True))
    assert tuple(header) == delimited.CANDIDATE_COLUMNS
    assert found["Name"] == "Ruth Adeyemi"
    assert found["E-mail"] == "ruth@solace.example ::: ruth@home.example"
    assert found["E-mail Label"] == "work ::: "
    assert found["Notes"] == "=SUM(A1)\nline two"
    assert found["Follow-up"] == "2026-11-30 09:00"
    assert found["Asked On"] == "2026-11-23"
    assert found["Goals"] == "Lead a product team"


def test_safe_csv_begins_no_cell_with_a_formula(db, people, tmp_path):
    path = tmp_path / "out.csv"
    exports.export(db, path, exports.FORMATS["csv-safe"])
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    assert header[-1] == "Apostrophe Added"
    assert all(not cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    ruth = next(row for row in rows if "Ruth Adeyemi" in row)
    assert ruth[-1] == "Phone; Notes"


def test_our_csv_is_not_taken_for_one_of_linkedin(db, people, tmp_path):
    # LinkedIn's reader would silently drop most columns of ours.
    linkedin = {"first name", "last name", "connected on"}
    assert not linkedin <= {title.casefold() for title in delimited.CONTACT_COLUMNS}


def test_vcards_are_one_per_person(db, people, tmp_path):
    path = tmp_path / "out.vcf"
    assert exports.export(db, path, exports.FORMATS["vcard"]).count == 2
    raw = path.read_bytes()
    assert raw.count(b"BEGIN:VCARD\r\n") == raw.count(b"END:VCARD\r\n") == 2
    assert b"X-SOCIALPROFILE;type=linkedin:https://www.linkedin.com/in/ruth\r\n" in raw
    assert not raw.startswith(b"\xef\xbb\xbf")


def test_cancelled_export_leaves_the_old_file(db, people, tmp_path):
    path = tmp_path / "out.csv"
    path.write_text("old")
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        exports.export(db, path, exports.FORMATS["csv"], progress=progress)
    assert path.read_text() == "old"
    assert {each.name for each in tmp_path.iterdir() if each.is_file()} == {"out.csv"}


def test_export_reads_in_bulk(db, write, tmp_path):
    """The number of statements grows with thousands of people, not with people."""
    write(factories.add_network, 300)
    counted = []
    with db.read() as session:
        connection = session.connection().connection.driver_connection
        connection.set_trace_callback(counted.append)
        found = list(exports.contact_records(session, exports.chosen_ids(session, "contacts")))
        connection.set_trace_callback(None)
    assert len(found) == 300
    assert len(counted) <= 6


@pytest.mark.parametrize(
    ("name", "spreadsheet", "key"),
    [("a.csv", False, "csv"), ("a.CSV", True, "csv-safe"), ("a.b.vcf", False, "vcard")],
)
def test_suffix_decides_the_format(name, spreadsheet, key):
    assert exports.format_of(Path(name), spreadsheet=spreadsheet).key == key


def test_unknown_suffix_names_the_known_ones():
    with pytest.raises(UserError, match=r"\.csv, \.vcf"):
        exports.format_of(Path("people.doc"))


def test_proposed_name_says_what_and_when():
    assert exports.proposed_name("contacts", date(2026, 11, 23), ".csv") == (
        "MentorCRM people 2026-11-23.csv"
    )
