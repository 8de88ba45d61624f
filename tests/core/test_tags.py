"""Tags: words that the user puts on people."""

from __future__ import annotations

import pytest

from mentorcrm.core import contacts, tags
from mentorcrm.core.errors import UserError
from tests.factories import add_contact


def _people(db):
    with db.read() as session:
        return {tag.name: tag.people for tag in tags.all_tags(session)}


def test_set_tags_gives_exactly_these_whatever_their_case(db, now):
    with db.transaction("Add") as session:
        ada = contacts.add(session, "Ada", tags=["Product", "strategy"], now=now)
        contacts.add(session, "Ruth", tags=["product"], now=now)
    assert _people(db) == {"Product": 2, "strategy": 1}
    with db.transaction("Edit") as session:
        tags.set_tags(session, ada, ["STRATEGY", "#design", "  "], now)
    with db.read() as session:
        assert contacts.detail(session, ada).tags == ("design", "strategy")
    assert _people(db) == {"Product": 1, "design": 1, "strategy": 1}


def test_add_to_and_remove_from_tell_how_many_changed(db, now):
    with db.transaction("Add") as session:
        ids = [add_contact(session, f"Person {n}") for n in range(5)]
        assert tags.add_to(session, ids[:2], "alumni", now) == 2
        assert tags.add_to(session, ids, "Alumni", now) == 3
        assert tags.remove_from(session, ids[1:], "ALUMNI", now) == 4
        assert tags.remove_from(session, ids, "unknown", now) == 0
    assert _people(db) == {"alumni": 1}


def test_tags_of_people_in_the_trash_do_not_count(db, now):
    with db.transaction("Add") as session:
        ada = contacts.add(session, "Ada", tags=["product"], now=now)
        contacts.trash(session, [ada], now)
    assert _people(db) == {}


def test_a_tag_without_letters_is_refused(db, now):
    with db.transaction("Add") as session:
        ada = add_contact(session, "Ada")
    with pytest.raises(UserError, match="letter"), db.transaction("Tag") as session:
        tags.add_to(session, [ada], " # ", now)


def test_tagging_is_undone_in_one_step(db, now):
    with db.transaction("Add") as session:
        ids = [add_contact(session, f"Person {n}") for n in range(5)]
    with db.transaction("Tag 5 people") as session:
        tags.add_to(session, ids, "alumni", now)
    db.undo()
    assert _people(db) == {}
    db.redo()
    assert _people(db) == {"alumni": 5}
