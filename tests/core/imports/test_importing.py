"""Importing into a real database: who is the same, what is updated, nothing left of a failure."""

from __future__ import annotations

from typing import Any

import pytest

from mentorcrm import core
from mentorcrm.core import imports
from mentorcrm.core.errors import Cancelled, UserError
from mentorcrm.core.progress import Progress
from mentorcrm.core.schema import DuplicateSuggestion
from tests import linkedin_files as files
from tests.core.imports.box import MARCH, Box, counts, dump, person
from tests.linkedin_files import Row


def test_everything_of_a_row_arrives_and_is_searchable(box: Box) -> None:
    result = box.bring(
        files.modern([person("Zoë Quist, CPA", "zo%C3%AB-quist", email="zoe@mail.example")])
    )
    assert counts(result) == (1, 0, 0, 0, 0)
    contact = box.one()
    assert (contact.name, contact.first_name, contact.last_name) == (
        "Zoë Quist, CPA",
        "Zoë",
        "Quist, CPA",
    )
    assert (contact.company, contact.position, contact.source) == ("Tarn", "Analyst", "linkedin")
    assert contact.connected_on == MARCH
    assert [email.value for email in contact.emails] == ["zoe@mail.example"]
    assert [link.value for link in contact.links] == ["https://www.linkedin.com/in/zo%C3%AB-quist"]
    with box.db.read() as session:
        for words in ("zoe", "tarn", "zoe@mail"):
            assert core.search.contact_ids(session, words) == [contact.id]


def test_counts_add_up_and_are_the_documented_shape(box: Box) -> None:
    with box.db.transaction("Add") as session:
        core.contacts.add(session, "Ida Lund", company="Tarn", now=box.now)
    rows = [person("Ida Lund", "ida"), person("Bo Ek", "bo"), person("Bo Ek", "bo")]
    result = box.bring(files.modern(rows, notes="") + "\n,,,,,,07 Jun 2026\n")
    assert result.as_dict() == {
        "import_id": 1,
        "new": 1,
        "updated": 0,
        "unchanged": 1,
        "possible_duplicates": 1,
        "skipped": [
            {
                "row": 5,
                "reason": "It has only a date: this member hid the profile or left LinkedIn.",
            }
        ],
        "warnings": [
            {
                "row": 4,
                "text": "The row repeats the person of row 3; what was missing there was added.",
            }
        ],
    }
    assert result.records == 4


@pytest.mark.parametrize(
    "text",
    [
        files.modern(files.people(700)),
        files.without_urls(files.people(700)),
        files.of_2018(files.people(700)),
        files.modern([person("Ann Roe"), person("Ann Roe", company="Umbra"), person("Ann Roe")]),
    ],
)
def test_second_import_changes_and_writes_nothing(box: Box, text: str) -> None:
    first = box.bring(text)
    before = dump(box.db)
    again = box.bring(text)
    assert (again.import_id, again.new, again.updated, again.possible_duplicates) == (None, 0, 0, 0)
    assert again.unchanged == first.records
    assert dump(box.db) == before
    assert box.db.undo_label() == "Import Connections.csv"


def test_dry_run_tells_the_same_and_writes_nothing(box: Box) -> None:
    box.bring(files.modern([person("Ida Lund", "ida"), person("Bo Ek", "bo")]))
    before = dump(box.db)
    text = files.modern(
        [person("Ida Lund", "ida", "Umbra"), person("Cy Dow", "cy"), person("Bo Ek")]
    )
    dry = box.bring(text, dry_run=True)
    shown = imports.preview(box.db, box.folder / "Connections.csv")
    assert dump(box.db) == before
    real = box.bring(text)
    assert counts(dry) == counts(shown.result) == counts(real) == (1, 1, 1, 0, 0)
    assert dry.import_id is None
    assert real.import_id == 2
    assert [p.name for p in shown.first] == ["Ida Lund", "Cy Dow", "Bo Ek"]


def test_linkedin_updates_what_the_user_left_alone(box: Box) -> None:
    box.bring(files.modern([person("Ida Lund", "ida", "Tarn")]))
    result = box.bring(files.modern([person("Ida Berg", "ida", "Umbra", "ida@mail.example")]))
    assert counts(result) == (0, 1, 0, 0, 0)
    contact = box.one()
    assert (contact.name, contact.company) == ("Ida Berg", "Umbra")
    assert [email.value for email in contact.emails] == ["ida@mail.example"]


def test_change_of_letter_case_alone_is_undone_too(box: Box) -> None:
    box.bring(files.modern([person("Ida Lund", "ida", "Umbra labs")]))
    before = dump(box.db)
    box.bring(files.modern([person("Ida Lund", "ida", "UMBRA Labs")]))
    assert box.one().company == "UMBRA Labs"
    box.db.undo()
    assert dump(box.db) == before


def test_edits_by_hand_stay(box: Box) -> None:
    box.bring(files.modern([person("Ida Lund", "ida", "Tarn")]))
    box.edit(company="My own words")
    assert counts(box.bring(files.modern([person("Ida Lund", "ida", "Umbra")]))) == (0, 0, 1, 0, 0)
    box.edit(position="")
    assert counts(box.bring(files.modern([person("Ida Lund", "ida", "Tarn")]))) == (0, 0, 1, 0, 0)
    contact = box.one()
    assert (contact.company, contact.position) == ("My own words", "")
    box.edit(company="Tarn")
    assert counts(box.bring(files.modern([person("Ida Lund", "ida", "Umbra")]))) == (0, 1, 0, 0, 0)
    assert box.one().company == "Umbra"


def test_removed_address_stays_away_and_empty_cells_erase_nothing(box: Box) -> None:
    text = files.modern([person("Ida Lund", "ida", email="ida@mail.example")])
    box.bring(text)
    with box.db.transaction("Edit") as session:
        core.contacts.set_channels(session, box.one().id, "email", [], box.now)
    box.bring(text)
    bare = ("Ida", "Lund", "https://www.linkedin.com/in/ida", "", "", "", MARCH)
    assert counts(box.bring(files.modern([bare]))) == (0, 0, 1, 0, 0)
    contact = box.one()
    assert contact.emails == () or list(contact.emails) == []
    assert contact.company == "Tarn"


def test_older_and_newer_files_are_about_the_same_people(box: Box) -> None:
    rows = files.people(40)
    unique = {(row[0], row[1], row[6]): row for row in rows}
    rows = list(unique.values())
    box.bring(files.of_2018(rows))
    result = box.bring(files.modern(rows))
    assert counts(result) == (0, len(rows), 0, 0, 0)
    assert all(contact.links for contact in box.contacts())
    for text in (files.modern(rows), files.without_urls(rows), files.of_2018(rows)):
        assert counts(box.bring(text)) == (0, 0, len(rows), 0, 0)


def test_an_older_file_after_a_newer_one_overwrites_nothing(box: Box) -> None:
    box.bring(files.modern([person("Ida Lund", "ida", "New Place")]))
    result = box.bring(files.without_urls([person("Ida Lund", company="Old Place")]))
    assert counts(result) == (0, 0, 1, 0, 0)
    assert box.one().company == "New Place"


@pytest.mark.parametrize(
    ("known", "row", "expected"),
    [
        # Same personal address and same name: the same person.
        (
            {"name": "Ida Lund", "emails": ["ida@mail.example"]},
            person("Ida Lund", "ida", email="IDA@mail.example"),
            (0, 1, 0, 0, 0),
        ),
        # The profile's address typed by hand.
        (
            {"name": "I. Lund", "links": ["linkedin.com/in/Ida/"]},
            person("Ida Lund", "ida"),
            (0, 1, 0, 0, 0),
        ),
        # An office's address proves nothing.
        (
            {"name": "Ida Lund", "company": "Umbra", "emails": ["info@mail.example"]},
            person("Ida Lund", "ida", email="info@mail.example"),
            (1, 0, 0, 0, 0),
        ),
        # A couple shares an address.
        (
            {"name": "Ivan Petrov", "emails": ["petrov@mail.example"]},
            person("Vera Petrova", "vera", email="petrov@mail.example"),
            (1, 0, 0, 0, 0),
        ),
        # A name that changed, with the same address: asked, not merged.
        (
            {"name": "Ida Lund", "emails": ["ida@mail.example"]},
            person("Ida Berg", "ida", email="ida@mail.example"),
            (0, 0, 0, 1, 0),
        ),
        # Father and son with one address are two people.
        (
            {"name": "John Doe, Jr.", "company": "Tarn", "emails": ["doe@mail.example"]},
            person("John Doe, Sr.", "john", email="doe@mail.example"),
            (1, 0, 0, 0, 0),
        ),
        ({"name": "Ida Lund", "company": "Tarn Inc."}, person("Ida Lund", "ida"), (0, 0, 0, 1, 0)),
        ({"name": "Ida Lund"}, person("Ida Lund, PhD", "ida"), (0, 0, 0, 1, 0)),
        ({"name": "Ida Lund, CPA"}, person("Ida Lund", "ida"), (0, 0, 0, 1, 0)),
        ({"name": "Ida Lund", "company": "Umbra"}, person("Ida Lund", "ida"), (1, 0, 0, 0, 0)),
        ({"name": "Mario Garcia"}, person("Maria Garcia", "maria"), (1, 0, 0, 0, 0)),
    ],
)
def test_same_person_possible_duplicate_or_neither(
    box: Box, known: dict[str, Any], row: Row, expected: tuple[int, ...]
) -> None:
    with box.db.transaction("Add") as session:
        core.contacts.add(session, **known, now=box.now)
    assert counts(box.bring(files.modern([row]))) == expected
    again = box.bring(files.modern([row]))
    assert counts(again) == (0, 0, 1, 0, 0)


def test_two_profiles_are_two_people_without_any_suggestion(box: Box) -> None:
    result = box.bring(files.modern([person("Ida Lund", "ida"), person("Ida Lund", "ida-2")]))
    assert counts(result) == (2, 0, 0, 0, 0)


def test_possible_duplicate_is_kept_apart_with_a_suggestion(box: Box) -> None:
    with box.db.transaction("Add") as session:
        known = core.contacts.add(session, "Ida Lund", company="Tarn", now=box.now)
    box.bring(files.modern([person("Ida Lund", "ida")]))
    assert len(box.contacts()) == 2
    with box.db.read() as session:
        (suggestion,) = session.query(DuplicateSuggestion).all()
        assert suggestion.other_id == known
        assert suggestion.reason == "name_company"


@pytest.mark.parametrize("aside", ["trash", "archive"])
def test_people_set_aside_stay_there(box: Box, aside: str) -> None:
    box.bring(files.modern([person("Ida Lund", "ida")]))
    with box.db.transaction("Set aside") as session:
        ids = core.contacts.keys(session, "name", False, core.contacts.ContactFilter())
        getattr(core.contacts, aside)(session, ids, box.now)
    before = dump(box.db)
    for text in (
        files.modern([person("Ida Lund", "ida", "Umbra")]),
        files.without_urls([person("Ida Lund")]),
    ):
        result = box.bring(text)
        assert counts(result) == (0, 0, 1, 0, 0)
        assert result.import_id is None
    assert dump(box.db) == before


class _StopAt(Progress):
    def __init__(self, at: int) -> None:
        super().__init__()
        self.at, self.asked = at, 0

    def report(self, done: int, total: int | None = None, text: str = "") -> None:
        if total is not None and done >= self.at:
            self.cancel()
        super().report(done, total, text)


@pytest.mark.parametrize("at", [0, 500, 1500])
def test_cancelled_import_leaves_nothing(box: Box, at: int) -> None:
    box.bring(files.modern([person("Ida Lund", "ida"), person("Bo Ek", "bo")]))
    before, label = dump(box.db), box.db.undo_label()
    rows = [person("Ida Lund", "ida", "Umbra"), *files.people(1500)]
    path = files.write(box.folder / "Connections.csv", files.modern(rows))
    with pytest.raises(Cancelled):
        imports.run(box.db, path, _StopAt(at), box.now)
    assert dump(box.db) == before
    assert box.db.undo_label() == label
    with box.db.read() as session:
        assert core.search.contact_ids(session, "bergström") == []


class _Meanwhile(Progress):
    """Do something of the user's between reading and the first commit."""

    def __init__(self, deed: Any) -> None:
        super().__init__()
        self.deed = deed

    def report(self, done: int, total: int | None = None, text: str = "") -> None:
        if total is not None and done == 0:
            self.deed()
        super().report(done, total, text)


def test_edit_made_while_the_file_comes_in_stays(box: Box) -> None:
    box.bring(files.modern([person("Ida Lund", "ida"), person("Bo Ek", "bo")]))
    ida = next(c.id for c in box.contacts() if c.first_name == "Ida")

    def edit() -> None:
        with box.db.transaction("Edit") as session:
            core.contacts.edit(session, ida, box.now, company="My own words")

    text = files.modern([person("Ida Lund", "ida", "Umbra"), person("Bo Ek", "bo", "Umbra")])
    imports.run(box.db, files.write(box.folder / "c.csv", text), _Meanwhile(edit), box.now)
    companies = {c.first_name: c.company for c in box.contacts()}
    assert companies == {"Ida": "My own words", "Bo": "Umbra"}


def test_person_who_came_meanwhile_stops_the_import_with_words(box: Box) -> None:
    def add() -> None:
        with box.db.transaction("Add") as session:
            id_ = core.contacts.add(session, "Ida Lund", now=box.now)
            session.connection().exec_driver_sql(
                "INSERT INTO external_key (contact_id, source, key) VALUES (?, 'linkedin', 'ida')",
                (id_,),
            )

    path = files.write(box.folder / "c.csv", files.modern([person("Ida Lund", "ida")]))
    with pytest.raises(UserError, match="changed while"):
        imports.run(box.db, path, _Meanwhile(add), box.now)
    assert box.one().source == "manual"
    assert counts(imports.run(box.db, path, Progress(), box.now)) == (0, 1, 0, 0, 0)


def test_second_import_touches_no_page_of_the_file(box: Box) -> None:
    text = files.modern(files.people(2_000))
    box.bring(text)
    files_ = [box.db.path, box.db.path.with_name(box.db.path.name + "-wal")]
    before = [path.read_bytes() for path in files_]
    box.bring(text)
    assert [path.read_bytes() for path in files_] == before


def test_import_is_one_step_to_undo_and_redo(box: Box) -> None:
    box.bring(files.modern([person("Ida Lund", "ida"), person("Bo Ek", "bo")]))
    before = dump(box.db)
    box.bring(files.modern([person("Ida Lund", "ida", "Umbra"), *files.people(1200)]))
    after = dump(box.db)
    assert box.db.undo() == "Import Connections.csv"
    assert dump(box.db) == before
    assert box.db.redo() == "Import Connections.csv"
    assert dump(box.db) == after


def test_refused_file_leaves_nothing(box: Box) -> None:
    before = dump(box.db)
    with pytest.raises(UserError):
        box.bring("Name,Town\nIda,Tarn\n")
    assert dump(box.db) == before
