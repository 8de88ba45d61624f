"""Which version went to whom: written down once, seen from both ends and on the timeline."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentorcrm.core import activities, contacts, database, goals, job_descriptions
from mentorcrm.core.errors import NotFound, UserError
from mentorcrm.core.job_descriptions import history, sendings, versions
from mentorcrm.core.journal import Obsolete
from tests import factories


@pytest.fixture
def goal(write):
    return write(factories.add_goal)


@pytest.fixture
def lead(write, now, goal):
    return write(job_descriptions.add, "A product lead", now, goal_ids=[goal], goal="Lead a team.")


@pytest.fixture
def ruth(write):
    return write(factories.add_contact, "Ruth Adeyemi", position="Director", company="Solace")


def test_sending_is_seen_from_version_person_and_timeline(read, write, lead, ruth, goal, now):
    card = write(factories.add_candidate, ruth, job_description_id=lead)
    version = read(versions.newest, lead)
    write(versions.name, version, "for Ruth")
    sent_at = now - timedelta(days=11)
    number = write(sendings.record, version, ruth, "email", sent_at, now, note="With the ask.")
    write(job_descriptions.edit, lead, now, goal="Lead two teams.")
    (row,) = read(sendings.of_contact, ruth)
    assert (row.id, row.version_id, row.version, row.title) == (
        number, version, "for Ruth", "A product lead"
    )  # fmt: skip
    assert (row.contact, row.candidate_id, row.channel) == ("Ruth Adeyemi", card, "email")
    assert read(sendings.of_description, lead) == [row]
    newest, first = read(history.versions, lead)
    assert newest.sendings == ()
    assert first.sendings == (row,)
    entry = read(activities.timeline, ruth, 1)[0]
    assert (entry.kind, entry.happened_at, entry.body) == ("message_out", sent_at, "With the ask.")
    assert entry.title == "Sent ideal mentor “A product lead”, version “for Ruth”"
    assert entry.candidate_id == card
    linked = read(goals.goals_of_activities, [entry.id])[entry.id]
    assert [link.id for link in linked] == [goal]


def test_present_text_is_recorded_without_naming_a_version(db, read, write, lead, ruth, now):
    write(job_descriptions.edit, lead, now, goal="Lead two teams.")
    write(factories.send_newest, lead, ruth, "linkedin", now, now)
    (row,) = read(sendings.of_contact, ruth)
    assert row.version_id == read(versions.newest, lead)
    assert read(activities.timeline, ruth, 1)[0].title == "Sent ideal mentor “A product lead”"
    db.undo()
    assert read(sendings.of_contact, ruth) == []
    assert read(activities.count, ruth) == 0


def test_change_of_a_sending_takes_its_entry_along(db, read, write, lead, ruth, now):
    number = write(factories.send_newest, lead, ruth, "email", now, now)
    earlier = now - timedelta(days=3)
    write(sendings.edit, number, now, channel="paper", note="Handed over", sent_at=earlier)
    row = read(sendings.sending, number)
    assert (row.channel, row.note, row.sent_at) == ("paper", "Handed over", earlier)
    (entry,) = read(activities.timeline, ruth, 5)
    assert (entry.body, entry.happened_at) == ("Handed over", earlier)
    write(sendings.delete, number, now)
    assert read(sendings.of_description, lead) == []
    assert read(activities.count, ruth) == 0
    db.undo()
    assert read(sendings.of_description, lead) == [row]
    assert read(activities.timeline, ruth, 5) == [entry]


def test_entry_that_the_user_moved_stays_as_it_is(read, write, lead, ruth, now):
    number = write(factories.send_newest, lead, ruth, "email", now, now)
    (entry,) = read(activities.timeline, ruth, 5)
    write(activities.edit, entry.id, now, kind="meeting")
    write(sendings.edit, number, now, note="Other words")
    write(sendings.delete, number, now)
    (left,) = read(activities.timeline, ruth, 5)
    assert (left.kind, left.body) == ("meeting", "")


def test_day_ahead_or_somebody_gone_is_refused_as_a_whole(read, write, lead, ruth, now):
    with pytest.raises(UserError):
        write(factories.send_newest, lead, ruth, "email", now + timedelta(days=3), now)
    with pytest.raises(NotFound):
        write(factories.send_newest, lead, 999, "email", now, now)
    with pytest.raises(NotFound):
        write(sendings.record, 999, ruth, "email", now, now)
    for call in ((sendings.edit, 99, now), (sendings.delete, 99, now)):
        with pytest.raises(NotFound):
            write(*call)
    assert read(sendings.of_description, lead) == []
    assert read(activities.count, ruth) == 0


def test_board_is_offered_first_and_the_card_for_this_description_before_it(
    read, write, lead, ruth, now
):
    other = write(factories.add_candidate, name="Ada Okafor")
    write(factories.add_candidate, ruth)
    card = write(factories.add_candidate, ruth, job_description_id=lead)
    write(factories.add_contact, "Tom Brandt", company="Solace")
    offered = read(sendings.recipients, lead)
    assert [(one.name, one.candidate_id) for one in offered] == [
        ("Ruth Adeyemi", card),
        ("Ada Okafor", other),
    ]
    found = read(sendings.recipients, lead, "solace")
    assert [one.name for one in found] == ["Ruth Adeyemi", "Tom Brandt"]
    assert read(sendings.recipients, lead, "nobody") == []


def test_words_of_a_channel_that_another_program_wrote_are_shown_as_they_are():
    assert sendings.channel_words("email") == "E-mail"
    assert sendings.channel_words("carrier pigeon") == "carrier pigeon"


def test_version_that_another_client_recorded_as_sent_is_not_undone_away(
    db, read, write, lead, ruth, now, folder
):
    write(job_descriptions.edit, lead, now, goal="Lead two teams.")
    other = database.Database.open(folder, client="cli", now=lambda: now)
    with other.transaction("Record") as session:
        factories.send_newest(session, lead, ruth, "email", now, now)
    other.close()
    with pytest.raises(Obsolete):
        db.undo()
    assert len(read(sendings.of_contact, ruth)) == 1


def test_person_deleted_for_good_takes_the_sendings_along(db, read, write, lead, ruth, now):
    write(factories.send_newest, lead, ruth, "email", now, now)
    write(contacts.trash, [ruth], now)
    with db.transaction(None) as session:
        contacts.erase(session, [ruth])
    assert read(sendings.of_description, lead) == []
    assert len(read(history.versions, lead)) == 1
