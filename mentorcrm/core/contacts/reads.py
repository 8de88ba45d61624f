"""What the lists and the detail pane ask about contacts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, Text, func, select, text, type_coerce
from sqlalchemy.orm import Session

from mentorcrm.core import search, tags
from mentorcrm.core.contacts.rows import (
    SORTS,
    ChannelValue,
    ContactDetail,
    ContactFilter,
    ContactRow,
)
from mentorcrm.core.errors import NotFound
from mentorcrm.core.i18n import _
from mentorcrm.core.ids import among
from mentorcrm.core.schema import STAGES, Candidate, Channel, Contact, ContactTag

# Literals, not parameters: SQLite uses a partial index only when it can read its condition.
CONDITIONS = {
    "listed": "degree = 1 AND archived_at IS NULL AND deleted_at IS NULL",
    "archived": "degree = 1 AND archived_at IS NOT NULL AND deleted_at IS NULL",
    "trash": "deleted_at IS NOT NULL",
}
_SORT_BY: dict[str, ColumnElement[Any]] = {
    "name": Contact.__table__.c.sort_name,
    "company": Contact.__table__.c.company,
    "position": Contact.__table__.c.position,
    "last_contact": Contact.__table__.c.last_contact_at,
    "connected_on": Contact.__table__.c.connected_on,
    "added": Contact.__table__.c.created_at,
}
_NO_CASE = frozenset({"company", "position"})
_NO_VALUE = _NO_CASE | {"last_contact", "connected_on"}
_EVERYBODY = ContactFilter()

LAST = "\U0010ffff"
"""Sorts after every text: the sort value of people who have none."""

Key = tuple[str, int]


def keys(
    session: Session,
    sort: str = "name",
    descending: bool = False,
    chosen: ContactFilter = _EVERYBODY,
    limit: int | None = None,
) -> list[int]:
    """Return the ids of the contacts that ``chosen`` lets through, in the order of ``sort``.

    People without a value to sort by come last either way. ``limit`` holds for a search by
    text only: the newest matches, found at once, as a first answer while the user types.
    """
    return [key[1] for key in sort_keys(session, sort, descending, chosen, limit)]


def sort_keys(
    session: Session,
    sort: str = "name",
    descending: bool = False,
    chosen: ContactFilter = _EVERYBODY,
    limit: int | None = None,
    ids: Iterable[int] | None = None,
) -> list[Key]:
    """Return ``(sort value, id)`` like ``keys``; only of ``ids`` if given.

    The values compare in the order of the list, read backwards when it is descending; those
    of people without one are ``LAST`` or empty.
    """
    query = _chosen(_keys_query(sort), chosen)
    if ids is not None:
        query = query.where(Contact.id.in_(among(ids)))
    if chosen.text.strip():
        query = _searched(session, query, chosen, limit)
    value = _SORT_BY[sort]
    if descending or sort not in _NO_VALUE:
        return _pairs(session, query.order_by(value.desc() if descending else value, Contact.id))
    filled, blank = _by_value(sort)
    found = _pairs(session, query.where(filled).order_by(value, Contact.id))
    without = _pairs(session, query.where(blank).order_by(Contact.id))
    return found + [(LAST, contact_id) for _none, contact_id in without]


def count(session: Session, chosen: ContactFilter = _EVERYBODY) -> int:
    """Return how many contacts ``chosen`` lets through."""
    query = _chosen(select(func.count(Contact.id)), chosen)
    if chosen.text.strip():
        query = query.where(_matches(chosen.text))
    return session.scalar(query) or 0


def matching(session: Session, words: str, limit: int) -> list[ContactRow]:
    """Return the listed contacts that match ``words``, the newest match first."""
    ids = search.contact_ids(session, words, limit, CONDITIONS["listed"])
    found = rows(session, ids)
    return [found[contact_id] for contact_id in ids]


def rows(session: Session, ids: Iterable[int]) -> dict[int, ContactRow]:
    """Return the table's line of each contact that exists."""
    wanted = list(ids)
    tags_of = tags.tags_of(session, wanted)
    stages = _stages(session, wanted)
    emails = _channels(session, wanted, "email")
    found = {}
    for row in session.execute(_row_columns().where(Contact.id.in_(among(wanted)))):
        mails = emails.get(row.id)
        found[row.id] = ContactRow(
            **row._mapping,
            email=mails[0].value if mails else "",
            tags=tags_of.get(row.id, ()),
            stages=stages.get(row.id, ()),
        )
    return found


def details(session: Session, ids: Iterable[int]) -> dict[int, ContactDetail]:
    """Return everything known about each contact that exists."""
    wanted = list(ids)
    tags_of = tags.tags_of(session, wanted)
    cards = _candidate_ids(session, wanted)
    emails, phones, links = (
        _channels(session, wanted, kind) for kind in ("email", "phone", "link")
    )
    found = {}
    for row in session.execute(_detail_columns().where(Contact.id.in_(among(wanted)))):
        found[row.id] = ContactDetail(
            **row._mapping,
            emails=emails.get(row.id, ()),
            phones=phones.get(row.id, ()),
            links=links.get(row.id, ()),
            tags=tags_of.get(row.id, ()),
            candidate_ids=cards.get(row.id, ()),
        )
    return found


def detail(session: Session, contact_id: int) -> ContactDetail:
    """Return everything known about the contact; raise NotFound when there is none."""
    found = details(session, [contact_id]).get(contact_id)
    if found is None:
        raise NotFound(_("This person is no longer here."))
    return found


def names(session: Session, ids: Iterable[int]) -> dict[int, str]:
    """Return the name of each contact that exists."""
    query = select(Contact.id, Contact.name).where(Contact.id.in_(among(ids)))
    return {row.id: row.name for row in session.execute(query)}


def _chosen(query: Select[Any], chosen: ContactFilter) -> Select[Any]:
    query = query.where(text(CONDITIONS[chosen.state]))
    if chosen.tag_id is not None:
        carriers = select(ContactTag.contact_id).where(ContactTag.tag_id == chosen.tag_id)
        query = query.where(Contact.id.in_(carriers))
    return query


def _keys_query(sort: str) -> Select[Any]:
    if sort not in SORTS:
        raise ValueError(f"no such sort: {sort}")
    shown = func.lower(_SORT_BY[sort]) if sort in _NO_CASE else type_coerce(_SORT_BY[sort], Text)
    return select(shown, Contact.id)


def _pairs(session: Session, query: Select[Any]) -> list[Key]:
    # The driver's own rows: to wrap each of 100,000 takes four times as long as to read them.
    result = session.connection().execute(query)
    found = [(value or "", contact_id) for value, contact_id in result.cursor.fetchall()]
    result.close()
    return found


def _searched(
    session: Session, query: Select[Any], chosen: ContactFilter, limit: int | None
) -> Select[Any]:
    if limit is None:
        return query.where(_matches(chosen.text))
    first = search.contact_ids(session, chosen.text, limit, CONDITIONS[chosen.state])
    return query.where(Contact.id.in_(among(first)))


def _matches(words: str) -> ColumnElement[bool]:
    return Contact.id.in_(search.everyone(words).columns(Contact.id))


def _by_value(sort: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    value = _SORT_BY[sort]
    if sort in _NO_CASE:
        return value > text("''"), value == text("''")
    return value.is_not(None), value.is_(None)


def _row_columns() -> Select[tuple[object, ...]]:
    return _columns(
        "id name company position location connected_on last_contact_at created_at archived_at"
        " deleted_at"
    )


def _detail_columns() -> Select[tuple[object, ...]]:
    return _columns(
        "id name first_name last_name company position location how_met notes connected_on source"
        " degree last_contact_at created_at updated_at archived_at deleted_at"
    )


def _columns(listed: str) -> Select[tuple[object, ...]]:
    return select(*(Contact.__table__.c[name] for name in listed.split()))


def _channels(
    session: Session, ids: Sequence[int], kind: str
) -> dict[int, tuple[ChannelValue, ...]]:
    query = (
        select(Channel.contact_id, Channel.label, Channel.value)
        .where(Channel.contact_id.in_(among(ids)), Channel.kind == kind)
        .order_by(Channel.contact_id, Channel.place, Channel.id)
    )
    found: dict[int, list[ChannelValue]] = {}
    for contact_id, label, value in session.execute(query):
        found.setdefault(contact_id, []).append(ChannelValue(label, value))
    return {contact_id: tuple(values) for contact_id, values in found.items()}


def _stages(session: Session, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    query = (
        select(Candidate.contact_id, Candidate.stage)
        .where(Candidate.contact_id.in_(among(ids)))
        .distinct()
    )
    found: dict[int, set[str]] = {}
    for contact_id, stage in session.execute(query):
        found.setdefault(contact_id, set()).add(stage)
    return {
        contact_id: tuple(stage for stage in STAGES if stage in some)
        for contact_id, some in found.items()
    }


def _candidate_ids(session: Session, ids: Sequence[int]) -> dict[int, tuple[int, ...]]:
    query = (
        select(Candidate.contact_id, Candidate.id)
        .where(Candidate.contact_id.in_(among(ids)))
        .order_by(Candidate.set_aside, Candidate.id.desc())
    )
    found: dict[int, tuple[int, ...]] = {}
    for contact_id, candidate_id in session.execute(query):
        found[contact_id] = (*found.get(contact_id, ()), candidate_id)
    return found
