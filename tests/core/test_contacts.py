"""People: adding, editing, listing, setting aside and erasing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import event, text

from mentorcrm.core import activities, contacts, drafts
from mentorcrm.core.contacts import ChannelValue, ContactFilter
from mentorcrm.core.errors import NotFound, UserError
from tests.factories import add_candidate, add_contact


def _keys(db, sort="name", descending=False, **chosen):
    with db.read() as session:
        return contacts.keys(session, sort, descending, ContactFilter(**chosen))


def _detail(db, contact_id):
    with db.read() as session:
        return contacts.detail(session, contact_id)


def test_add_with_a_name_only_splits_it_at_the_last_space(db, now):
    with db.transaction("Add") as session:
        contact_id = contacts.add(session, "  Maria  del Mar Ortega ", now=now)
    found = _detail(db, contact_id)
    assert (found.name, found.first_name, found.last_name) == (
        "Maria del Mar Ortega",
        "Maria del Mar",
        "Ortega",
    )


def test_add_with_first_and_last_name_makes_the_name(db, now):
    with db.transaction("Add") as session:
        contact_id = contacts.add(session, first_name="Ruth", last_name="Adeyemi", now=now)
    assert _detail(db, contact_id).name == "Ruth Adeyemi"


def test_add_without_a_name_is_refused_in_words(db, now):
    with pytest.raises(UserError, match="needs a name"), db.transaction("Add") as session:
        contacts.add(session, "  ", now=now)
    assert _keys(db) == []


def test_add_keeps_every_channel_in_order(db, now):
    with db.transaction("Add") as session:
        contact_id = contacts.add(
            session,
            "Ada Okafor",
            emails=["ada@home.example", ("work", "ada@solace.example")],
            phones=[("mobile", "+44 20 7946 0000")],
            links=["https://www.example.com/in/ada"],
            tags=["product", "Strategy"],
            now=now,
        )
    found = _detail(db, contact_id)
    assert found.emails == (
        ChannelValue("", "ada@home.example"),
        ChannelValue("work", "ada@solace.example"),
    )
    assert found.phones == (ChannelValue("mobile", "+44 20 7946 0000"),)
    assert found.links == (ChannelValue("", "https://www.example.com/in/ada"),)
    assert found.tags == ("product", "Strategy")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("ada", "@ is missing"),
        ("@solace.example", "nothing before the @"),
        ("ada@", "nothing after the @"),
        ("ada okafor@solace.example", "contains a space"),
        ("ada@okafor@solace.example", "more than one @"),
        ("ada\x07@solace.example", "control character"),
        ("a" * 250 + "@solace.example", "longer than 254"),
    ],
)
def test_a_wrong_email_is_refused_and_says_what_is_wrong(db, now, address, said):
    with pytest.raises(UserError, match=said), db.transaction("Add") as session:
        contacts.add(session, "Ada Okafor", emails=[address], now=now)
    assert _keys(db) == []


@pytest.mark.parametrize("bad", ["nul \x00 inside", "half \ud83d of a pair"])
@pytest.mark.parametrize("field", ["name", "company", "position", "location", "notes", "how_met"])
def test_text_that_cannot_be_stored_is_refused_in_words(db, now, field, bad):
    fields = {"name": "Ada Okafor", field: bad}
    with pytest.raises(UserError), db.transaction("Add") as session:
        contacts.add(session, now=now, **fields)
    assert _keys(db) == []


def test_name_that_nobody_can_see_is_refused_and_joined_letters_are_kept(db, write):
    with pytest.raises(UserError):
        write(add_contact, "\u200b \u2060")
    contact = write(add_contact, "Zoë 👩\u200d💻 Abara")
    with db.read() as session:
        assert contacts.detail(session, contact).name == "Zoë 👩\u200d💻 Abara"


def test_edit_of_the_first_name_makes_the_name_anew(db, now):
    with db.transaction("Add") as session:
        contact_id = contacts.add(session, "Ruth Adeyemi", now=now)
    later = now + timedelta(hours=1)
    with db.transaction("Edit") as session:
        contacts.edit(session, contact_id, later, first_name="Ruthie")
    found = _detail(db, contact_id)
    assert (found.name, found.last_name) == ("Ruthie Adeyemi", "Adeyemi")
    assert found.updated_at == later


def test_edit_of_the_name_splits_it_anew(db, now):
    with db.transaction("Add") as session:
        contact_id = contacts.add(session, "Ruth Adeyemi", now=now)
    with db.transaction("Edit") as session:
        contacts.edit(session, contact_id, now, name="Ruth Adeyemi Cole")
    found = _detail(db, contact_id)
    assert (found.first_name, found.last_name) == ("Ruth Adeyemi", "Cole")


def test_edit_of_somebody_gone_is_said(db, now):
    with pytest.raises(NotFound), db.transaction("Edit") as session:
        contacts.edit(session, 4711, now, company="Solace")


def test_set_channels_replaces_adds_and_removes(db, now):
    with db.transaction("Add") as session:
        contact_id = contacts.add(session, "Ada", emails=["a@x.example", "b@x.example"], now=now)
    with db.transaction("Edit") as session:
        contacts.set_channels(
            session,
            contact_id,
            "email",
            [("", "b@x.example"), ("", " "), ("w", "c@x.example")],
            now,
        )
    assert _detail(db, contact_id).emails == (("", "b@x.example"), ("w", "c@x.example"))
    db.undo()
    assert _detail(db, contact_id).emails == (("", "a@x.example"), ("", "b@x.example"))


@pytest.mark.parametrize("sort", contacts.SORTS)
@pytest.mark.parametrize("descending", [False, True])
def test_keys_give_each_person_once_and_those_without_a_value_last(db, now, sort, descending):
    with db.transaction("Add") as session:
        full = [
            add_contact(
                session,
                name,
                company=company,
                position=company,
                connected_on=now.date() + timedelta(days=place),
                last_contact_at=now + timedelta(days=place),
            )
            for place, (name, company) in enumerate(
                [("Ada Okafor", "beta"), ("Élan Roth", "Alpha"), ("dora Weiss", "gamma")]
            )
        ]
        bare = add_contact(session, "Zoe Quist")
    found = _keys(db, sort, descending)
    assert sorted(found) == sorted([*full, bare])
    if sort in ("company", "position", "last_contact", "connected_on"):
        assert found[-1] == bare
    if sort == "name":
        ordered = [full[0], full[2], full[1], bare]
        assert found == (ordered[::-1] if descending else ordered)
    if sort == "company":
        ordered = [full[1], full[0], full[2]]
        assert found[:3] == (ordered[::-1] if descending else ordered)


def test_second_degree_people_are_in_no_list(db, now):
    with db.transaction("Add") as session:
        shown = contacts.add(session, "Ada Okafor", now=now)
        contacts.add(session, "Far Away", degree=2, now=now)
    assert _keys(db) == [shown]
    assert _keys(db, text="far") == []


@pytest.mark.parametrize("sort", contacts.SORTS)
def test_listing_never_scans_second_degree_people(db, sort):
    """A million of them would slow the table; the plan must start from a listed index."""
    seen: list[str] = []

    def watch(_connection, _cursor, statement, parameters, _context, _many):
        seen.append(statement)

    with db.read() as session:
        engine = session.get_bind()
        event.listen(engine, "before_cursor_execute", watch)
        try:
            contacts.keys(session, sort, True)
        finally:
            event.remove(engine, "before_cursor_execute", watch)
        selects = [statement for statement in seen if statement.startswith("SELECT")]
        assert selects
        for statement in selects:
            plan = session.execute(text("EXPLAIN QUERY PLAN " + statement)).all()
            assert "ix_contact_listed_" in str(plan), plan


def test_rows_show_tags_stages_and_the_first_email(db, now):
    with db.transaction("Add") as session:
        contact_id = contacts.add(
            session, "Ada", emails=["a@x.example", "b@x.example"], tags=["product"], now=now
        )
        add_candidate(session, contact_id, stage="asked")
    with db.read() as session:
        row = contacts.rows(session, [contact_id, 99])[contact_id]
    assert (row.email, row.tags, row.stages) == ("a@x.example", ("product",), ("asked",))


@pytest.mark.parametrize(
    ("away", "back", "state"),
    [
        (contacts.archive, contacts.unarchive, "archived"),
        (contacts.trash, contacts.restore, "trash"),
    ],
)
def test_setting_aside_takes_cards_and_reminders_along_and_back(db, now, away, back, state):
    with db.transaction("Add") as session:
        contact_id = contacts.add(session, "Ada", now=now)
        candidate_id = add_candidate(session, contact_id)
        session.execute(
            text(
                "INSERT INTO reminder (contact_id, candidate_id, kind, title, local_at, zone,"
                " due_at, created_at, updated_at) VALUES (:c, NULL, 'reminder', '', :l, 'UTC',"
                " :d, :d, :d), (NULL, :k, 'follow_up', '', :l, 'UTC', :d, :d, :d)"
            ),
            {
                "c": contact_id,
                "k": candidate_id,
                "l": "2026-11-24T09:00",
                "d": "2026-11-24T09:00:00Z",
            },
        )
    with db.transaction("Away") as session:
        away(session, [contact_id], now)
    assert _keys(db) == []
    assert _keys(db, state=state) == [contact_id]
    assert _aside(db) == ([1], [1, 1])
    with db.transaction("Back") as session:
        back(session, [contact_id], now)
    assert _keys(db) == [contact_id]
    assert _aside(db) == ([0], [0, 0])


def _aside(db):
    with db.read() as session:
        return tuple(
            list(session.execute(text(f"SELECT set_aside FROM {table} ORDER BY id")).scalars())
            for table in ("candidate", "reminder")
        )


def test_restored_from_the_trash_the_archived_stay_archived(db, now):
    with db.transaction("Add") as session:
        contact_id = contacts.add(session, "Ada", now=now)
        add_candidate(session, contact_id)
        contacts.archive(session, [contact_id], now)
        contacts.trash(session, [contact_id], now)
        contacts.restore(session, [contact_id], now)
    assert _keys(db, state="archived") == [contact_id]
    assert _aside(db)[0] == [1]


def test_the_trash_is_purged_after_thirty_days_only(db, now):
    with db.transaction("Add") as session:
        old, young, kept = (contacts.add(session, name, now=now) for name in ("A", "B", "C"))
        contacts.trash(session, [old], now - timedelta(days=30))
        contacts.trash(session, [young], now - timedelta(days=29))
    with db.transaction(None) as session:
        assert contacts.purge_trash(session, now) == [old]
    assert _keys(db) == [kept]
    assert _keys(db, state="trash") == [young]


def test_erase_leaves_no_trace_in_any_table_or_file(db, now):
    with db.transaction("Add Marker Xylophonist") as session:
        contact_id = contacts.add(
            session, "Marker Xylophonist", emails=["xylophonist@x.example"], tags=["t"], now=now
        )
        add_candidate(session, contact_id)
        activities.log(session, contact_id, "note", "Xylophonist said", now, now)
    with db.transaction("Edit") as session:
        contacts.edit(session, contact_id, now, notes="the xylophonist")
    with db.transaction(None) as session:
        drafts.save(session, "contact", contact_id, "composer", "xylophonist again", now)
    with db.transaction("Trash") as session:
        contacts.trash(session, [contact_id], now)
    with db.transaction(None) as session:
        contacts.erase(session, [contact_id])
    db.forget()
    with db.read() as session:
        for table in ("contact", "channel", "contact_tag", "candidate", "activity", "draft"):
            assert session.execute(text(f"SELECT count(*) FROM {table}")).scalar() == 0
        assert session.execute(text("SELECT count(*) FROM search_index")).scalar() == 0
    for file in db.folder.iterdir():
        assert b"xylophonist" not in file.read_bytes().lower(), file.name


def test_bulk_changes_take_one_statement_however_many(db, now):
    with db.transaction("Add") as session:
        ids = [add_contact(session, f"Person {n}") for n in range(40)]

    def statements(some):
        seen = []

        def watch(_connection, _cursor, statement, _parameters, _context, _many):
            seen.append(statement)

        with db.transaction("Trash") as session:
            engine = session.get_bind()
            event.listen(engine, "before_cursor_execute", watch)
            try:
                contacts.trash(session, some, now)
            finally:
                event.remove(engine, "before_cursor_execute", watch)
        return len(seen)

    assert statements(ids[:1]) == statements(ids[1:])
