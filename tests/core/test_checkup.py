from __future__ import annotations

import pytest

from mentorcrm import core
from tests import factories


@pytest.fixture
def problems(db, write):
    """Return what the check finds after ``sql`` ran behind the program's back."""
    write(factories.add_network, 5)
    write(factories.add_candidate)

    def after(*sql: str) -> dict[str, tuple[str, ...]]:
        with db.raw() as connection:
            connection.execute("PRAGMA foreign_keys = OFF")
            for statement in sql:
                connection.execute(statement)
        return {finding.subject: finding.problems for finding in core.checkup.check(db)}

    return after


def test_sound_data_is_sound(problems):
    assert set(problems().values()) == {()}


def test_missing_text_in_the_search_index_is_found(problems):
    found = problems("DELETE FROM search_index WHERE rowid = 8")
    assert found["The search index"] == ("1 text cannot be found.",)


def test_stale_text_in_the_search_index_is_found(problems):
    found = problems("UPDATE search_index SET body = 'stale' WHERE rowid = 8")
    assert found["The search index"] == (
        "1 text cannot be found.",
        "1 entry is out of date.",
    )


def test_broken_reference_is_found(problems):
    found = problems("UPDATE candidate SET contact_id = 999")
    assert found["References between records"] == (
        "Record 1 of candidate refers to a missing contact.",
    )


def test_broken_index_is_found(problems):
    found = problems(
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = replace(sql, '(sort_name', '(position')"
        " WHERE name = 'ix_contact_listed_sort_name'",
    )
    assert found["The database file"]


def test_unreadable_settings_are_named(db, problems):
    (db.folder / "settings.toml").write_text("= not toml")
    assert problems()["The settings"]
