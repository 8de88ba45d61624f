"""The timeline: what is logged, what it says about the last contact, and how it pages."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import update

from mentorcrm.core import activities, board, contacts
from mentorcrm.core.errors import NotFound, UserError
from mentorcrm.core.schema import Contact
from tests import factories

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture
def ruth(db, now):
    with db.transaction("Add Ruth") as session:
        return factories.add_contact(session, "Ruth Adeyemi")


def _log(db, contact_id, kind, when, now, *, body="We spoke.", **fields):
    with db.transaction("Log") as session:
        return activities.log(session, contact_id, kind, body, when, now, **fields)


def _last_contact(db, contact_id):
    with db.read() as session:
        return contacts.detail(session, contact_id).last_contact_at


def _timeline(db, contact_id, limit=50, **kwargs):
    with db.read() as session:
        return activities.timeline(session, contact_id, limit, **kwargs)


@pytest.mark.parametrize("kind", ["call", "meeting", "message_in"])
def test_two_way_entry_moves_last_contact_forward(db, now, ruth, kind):
    _log(db, ruth, kind, now - HOUR, now)
    assert _last_contact(db, ruth) == now - HOUR


@pytest.mark.parametrize("kind", ["note", "message_out", "other"])
def test_one_way_entry_leaves_last_contact(db, now, ruth, kind):
    _log(db, ruth, kind, now - HOUR, now)
    assert _last_contact(db, ruth) is None


def test_older_meeting_logged_late_does_not_move_last_contact_back(db, now, ruth):
    _log(db, ruth, "call", now - HOUR, now)
    _log(db, ruth, "meeting", now - 30 * DAY, now)
    assert _last_contact(db, ruth) == now - HOUR


def test_deleting_the_latest_meeting_gives_back_the_one_before(db, now, ruth):
    _log(db, ruth, "meeting", now - 9 * DAY, now)
    latest = _log(db, ruth, "call", now - HOUR, now)
    with db.transaction("Delete") as session:
        activities.delete(session, latest, now)
    assert _last_contact(db, ruth) == now - 9 * DAY
    assert [row.kind for row in _timeline(db, ruth)] == ["meeting"]


def test_deleting_an_entry_keeps_a_later_date_that_came_from_elsewhere(db, now, ruth):
    entry = _log(db, ruth, "call", now - 9 * DAY, now)
    with db.transaction("Import") as session:
        session.execute(update(Contact).where(Contact.id == ruth).values(last_contact_at=now - DAY))
    with db.transaction("Delete") as session:
        activities.delete(session, entry, now)
    assert _last_contact(db, ruth) == now - DAY


def test_editing_date_and_kind_recomputes_last_contact(db, now, ruth):
    _log(db, ruth, "meeting", now - 9 * DAY, now)
    entry = _log(db, ruth, "call", now - HOUR, now)
    with db.transaction("Edit") as session:
        activities.edit(session, entry, now, happened_at=now - 2 * DAY)
    assert _last_contact(db, ruth) == now - 2 * DAY
    with db.transaction("Edit") as session:
        activities.edit(session, entry, now, kind="note")
    assert _last_contact(db, ruth) == now - 9 * DAY


def test_editing_words_only_changes_the_words(db, now, ruth):
    entry = _log(db, ruth, "call", now - HOUR, now, title="First call")
    with db.transaction("Edit") as session:
        activities.edit(session, entry, now + HOUR, body="She offers **two** names.")
    (row,) = _timeline(db, ruth)
    assert (row.title, row.body) == ("First call", "She offers **two** names.")
    assert (row.created_at, row.updated_at) == (now, now + HOUR)


def test_logging_touches_the_contact(db, now, ruth):
    with db.read() as session:
        before = contacts.detail(session, ruth)
    later = now + 3 * HOUR
    _log(db, ruth, "note", later, later)
    with db.read() as session:
        after = contacts.detail(session, ruth)
    assert after.updated_at == later
    assert after.created_at == before.created_at


def test_timeline_pages_newest_first_without_gap_or_repeat(db, now, ruth):
    moments = [now - HOUR * (place // 3) for place in range(11)]
    ids = [_log(db, ruth, "note", when, now) for when in moments]
    first = _timeline(db, ruth, 4)
    second = _timeline(db, ruth, 4, before=first[-1].cursor)
    third = _timeline(db, ruth, 4, before=second[-1].cursor)
    seen = [row.id for row in (*first, *second, *third)]
    assert sorted(seen) == sorted(ids)
    stamps = [row.happened_at for row in (*first, *second, *third)]
    assert stamps == sorted(stamps, reverse=True)


def test_timeline_filters_by_kind(db, now, ruth):
    _log(db, ruth, "note", now, now)
    meeting = _log(db, ruth, "meeting", now, now)
    assert [row.id for row in _timeline(db, ruth, kinds=("meeting",))] == [meeting]


def test_stage_move_is_a_record_that_cannot_be_changed(db, now, zone, ruth):
    with db.transaction("Move") as session:
        card = factories.add_candidate(session, ruth)
        board.move(session, [card], "asked", None, now, zone)
    (move,) = _timeline(db, ruth, kinds=(activities.STAGE_MOVE,))
    assert (move.from_stage, move.to_stage, move.candidate_id) == ("identified", "asked", card)
    assert not move.editable
    with pytest.raises(UserError), db.transaction("Edit") as session:
        activities.edit(session, move.id, now, body="No.")
    with pytest.raises(UserError), db.transaction("Delete") as session:
        activities.delete(session, move.id, now)
    with pytest.raises(UserError), db.transaction("Log") as session:
        activities.log(session, ruth, "stage_move", "", now, now)


def test_an_empty_note_and_a_date_ahead_are_refused_in_words(db, now, ruth):
    with pytest.raises(UserError, match="few words"):
        _log(db, ruth, "note", now, now, body="  \n")
    with pytest.raises(UserError, match="not ahead"):
        _log(db, ruth, "meeting", now + 2 * DAY, now)
    with pytest.raises(UserError):
        _log(db, ruth, "note", now, now, body="half \ud800 a letter")


def test_a_call_needs_no_words(db, now, ruth):
    _log(db, ruth, "call", now, now, body="")
    assert len(_timeline(db, ruth)) == 1


def test_what_is_gone_is_said_to_be_gone(db, now):
    with pytest.raises(NotFound):
        _log(db, 999, "note", now, now)
    with pytest.raises(NotFound), db.transaction("Delete") as session:
        activities.delete(session, 999, now)


def test_undo_of_a_logged_meeting_gives_back_the_last_contact(db, now, ruth):
    _log(db, ruth, "meeting", now - HOUR, now)
    db.undo()
    assert _last_contact(db, ruth) is None
    assert _timeline(db, ruth) == []
    db.redo()
    assert _last_contact(db, ruth) == now - HOUR


def test_every_kind_has_words():
    labels = activities.kind_labels()
    assert set(labels) == {*activities.LOGGED_KINDS, activities.STAGE_MOVE}
    assert all(labels.values())
