"""Search: finds what it should, takes any input, reads no more than it must."""

from __future__ import annotations

import random

import pytest

from mentorcrm.core import activities, contacts, search, tags
from mentorcrm.core.contacts import ContactFilter
from tests.factories import add_contact


def _found(db, text, limit=None):
    with db.read() as session:
        return contacts.keys(session, "name", False, ContactFilter(text), limit)


@pytest.fixture
def people(db, now):
    """Return Ada, who has something in every place that is searched, and Ruth."""
    with db.transaction("Add") as session:
        ada = contacts.add(
            session,
            "Ada Ökafor",
            company="Solace",
            position="Director of Product",
            location="Lagos",
            how_met="Harbour meet-up",
            notes="Likes c++ and o'neil",
            emails=["ada.work@kumo.example"],
            tags=["strategy"],
            now=now,
        )
        activities.log(session, ada, "note", "Spoke about negotiation", now, now)
        ruth = contacts.add(session, "Ruth Adeyemi", company="Fieldway", now=now)
    return ada, ruth


@pytest.mark.parametrize(
    "text",
    [
        "ada ok",
        "okafor",
        "ÖKAFOR",
        "solace",
        "director product",
        "lagos",
        "harbour",
        "c++",
        "o'neil",
        "ada.work@kumo",
        "kumo",
        "strat",
        "negotiation",
    ],
)
def test_search_finds_a_person_by_everything_known(db, people, text):
    assert _found(db, text) == [people[0]]
    assert _found(db, text, 500) == [people[0]]


def test_several_words_may_be_spread_over_one_persons_documents(db, people):
    assert _found(db, "okafor negotiation strategy kumo") == [people[0]]
    assert _found(db, "okafor fieldway") == []


def test_one_letter_finds_everybody_who_has_it(db, people):
    assert sorted(_found(db, "a")) == sorted(people)


def test_renamed_and_deleted_things_are_found_no_more(db, now, people):
    ada, _ruth = people
    with db.transaction("Edit") as session:
        contacts.edit(session, ada, now, company="Helix")
        tags.set_tags(session, ada, [], now)
    assert _found(db, "solace") == []
    assert _found(db, "strategy") == []
    assert _found(db, "helix") == [ada]
    db.undo()
    assert _found(db, "solace") == [ada]
    assert _found(db, "strategy") == [ada]


@pytest.mark.parametrize("text", ["+", '"', "''", "*", "\x00", "\ud800", "( ) : ^", "—"])
def test_signs_alone_find_nobody(db, people, text):
    assert _found(db, text) == []
    assert _found(db, text, 500) == []


def test_matching_people_are_given_newest_match_first(db, people, now):
    with db.transaction("Add a note") as session:
        activities.log(session, people[1], "note", "negotiation again", now, now)
        contacts.archive(session, [contacts.add(session, "Negotiation Ltd", now=now)], now)
    with db.read() as session:
        found = contacts.matching(session, "negotiation", 5)
    assert [row.id for row in found] == [people[1], people[0]]


@pytest.mark.parametrize("rounds", [2_000, pytest.param(20_000, marks=pytest.mark.soak)])
def test_any_text_may_be_searched(db, people, rounds):
    """Random text of every kind of sign: no error, ever."""
    chosen = random.Random(20)
    signs = "\"'*()^:+-~,;.{}[]<>|&!?/\\ \t\n\x00aAbBöß12\ud800é漢字🙂NEARANDORNOT"
    with db.read() as session:
        for _round in range(rounds):
            text = "".join(chosen.choice(signs) for _ in range(chosen.randint(0, 24)))
            search.contact_ids(session, text)
            search.contact_ids(session, text, 5)
            contacts.count(session, ContactFilter(text))


def test_raw_text_would_fail(db, people):
    """The control: without quoting, the index refuses ordinary input."""
    from sqlalchemy import text
    from sqlalchemy.exc import OperationalError

    with db.read() as session, pytest.raises(OperationalError):
        session.execute(
            text("SELECT rowid FROM search_index WHERE search_index MATCH :q"), {"q": "c++"}
        ).all()


def test_a_first_answer_reads_no_more_rows_when_there_are_more_people(db):
    def read_for(people):
        with db.transaction("Add") as session:
            for number in range(people):
                add_contact(session, f"Anna Person{number}")
        with db.read() as session:
            found = search.contact_ids(session, "a", 50)
        return len(found)

    assert read_for(60) == read_for(120) == 50


@pytest.mark.parametrize("typed", ["lukasz", "Łukasz", "wojcik", "SOREN", "søren", "Bergstrom"])
def test_names_are_found_with_and_without_their_strokes_and_accents(db, write, now, typed):
    write(add_contact, "Łukasz Wójcik")
    write(add_contact, "Søren Bergström")
    assert len(_found(db, typed)) == 1


def test_names_sort_as_people_read_them(db, write, now):
    for name in ("Zoë Abara", "Łukasz Wójcik", "Mei Tanaka", "Ágnes Kiss", "Lars Holm"):
        write(add_contact, name)
    with db.read() as session:
        keys = contacts.keys(session, "name", False, ContactFilter())
        rows = contacts.rows(session, keys)
    first_names = [rows[key].name.split()[0] for key in keys]
    assert first_names == ["Ágnes", "Lars", "Łukasz", "Mei", "Zoë"]
