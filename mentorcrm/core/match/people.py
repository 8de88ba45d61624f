"""Read what is known of people, in a handful of statements however many they are."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable

from sqlalchemy import Integer, String, bindparam, column, func, select
from sqlalchemy.orm import Session

from mentorcrm.core.board.filters import ON_BOARD
from mentorcrm.core.match.rows import Entry, Mark, Person
from mentorcrm.core.schema import Activity, Candidate, Contact, ContactTag, Need, NeedMark, Tag

_SAID = ("note", "call", "meeting", "message_in", "message_out", "other")
_IDS = select(
    func.json_each(bindparam("ids", type_=String)).table_valued(column("value", Integer)).c.value
)
_CONTACTS = select(
    Contact.id,
    Contact.name,
    Contact.sort_name,
    Contact.position,
    Contact.company,
    Contact.how_met,
    Contact.notes,
    Contact.last_contact_at,
).where(
    Contact.id.in_(_IDS),
    Contact.degree == 1,
    Contact.archived_at.is_(None),
    Contact.deleted_at.is_(None),
)
_TAGS = (
    select(ContactTag.contact_id, Tag.name)
    .join(Tag, Tag.id == ContactTag.tag_id)
    .where(ContactTag.contact_id.in_(_IDS))
    .order_by(Tag.folded)
)
_ENTRIES = (
    select(
        Activity.contact_id,
        Activity.id,
        Activity.kind,
        Activity.happened_at,
        Activity.title,
        Activity.body,
    )
    .where(Activity.contact_id.in_(_IDS), Activity.kind.in_(_SAID))
    .order_by(Activity.happened_at, Activity.id)
)
_STAGES = select(Candidate.contact_id, Candidate.stage).where(
    Candidate.contact_id.in_(_IDS), ON_BOARD
)
_MARKS = (
    select(NeedMark.contact_id, NeedMark.need_id, NeedMark.level, NeedMark.note)
    .join(Need, Need.id == NeedMark.need_id)
    .where(NeedMark.contact_id.in_(_IDS), Need.goal_id == bindparam("goal"))
)


def people(session: Session, contact_ids: Iterable[int], goal_id: int) -> list[Person]:
    """Return what is known of those of ``contact_ids`` who are in People, by id."""
    ids = {"ids": json.dumps(list(contact_ids))}
    tags: dict[int, list[str]] = {}
    for contact_id, name in session.execute(_TAGS, ids):
        tags.setdefault(contact_id, []).append(name)
    entries: dict[int, list[Entry]] = {}
    for contact_id, key, kind, moment, title, body in session.execute(_ENTRIES, ids):
        text = f"{title}.\n{body}" if title and body else title or body
        entries.setdefault(contact_id, []).append(Entry(key, kind, moment, text))
    stages: dict[int, list[str]] = {}
    for contact_id, stage in session.execute(_STAGES, ids):
        stages.setdefault(contact_id, []).append(stage)
    marks: dict[int, dict[int, Mark]] = {}
    for contact_id, need_id, level, note in session.execute(_MARKS, {**ids, "goal": goal_id}):
        marks.setdefault(contact_id, {})[need_id] = Mark(level, note)
    return [
        Person(
            **{("contact_id" if name == "id" else name): value for name, value in row.items()},
            tags=tuple(tags.get(row["id"], ())),
            entries=tuple(entries.get(row["id"], ())),
            stages=tuple(sorted(stages.get(row["id"], ()))),
            marks=marks.get(row["id"], {}),
        )
        for row in session.execute(_CONTACTS.order_by(Contact.id), ids).mappings()
    ]


def listed(session: Session, contact_ids: Collection[int]) -> set[int]:
    """Return who of ``contact_ids`` is in People: not archived, in the trash or second degree."""
    query = _CONTACTS.with_only_columns(Contact.id)
    return set(session.scalars(query, {"ids": json.dumps(list(contact_ids))}))
