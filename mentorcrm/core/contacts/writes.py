"""Adding and changing contacts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from mentorcrm.core import tags as tagging
from mentorcrm.core.checks import clean_line, clean_text
from mentorcrm.core.contacts.channels import clean_channel, folded_channel
from mentorcrm.core.errors import NotFound, UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.schema import CHANNEL_KINDS, Channel, Contact
from mentorcrm.core.text import fold

Value = str | tuple[str, str]
"""A channel's value, alone or after its label."""


def add(
    session: Session,
    name: str = "",
    *,
    first_name: str = "",
    last_name: str = "",
    company: str = "",
    position: str = "",
    location: str = "",
    how_met: str = "",
    emails: Iterable[Value] = (),
    phones: Iterable[Value] = (),
    links: Iterable[Value] = (),
    notes: str = "",
    tags: Sequence[str] = (),
    source: str = "manual",
    connected_on: date | None = None,
    last_contact_at: datetime | None = None,
    degree: int = 1,
    now: datetime,
) -> int:
    """Add a person and return the new id; a name is enough."""
    fields = _names(name, first_name, last_name) | {
        "company": clean_line(company, _("The company")),
        "position": clean_line(position, _("The position")),
        "location": clean_line(location, _("The location")),
        "how_met": clean_text(how_met, _("How you met")),
        "notes": clean_text(notes, _("The note")),
        "source": clean_line(source, _("The source")),
        "connected_on": connected_on,
        "last_contact_at": last_contact_at,
        "degree": degree,
    }
    made = session.execute(
        insert(Contact).values(**fields, created_at=now, updated_at=now).returning(Contact.id)
    )
    contact_id = made.scalar_one()
    for kind, values in (("email", emails), ("phone", phones), ("link", links)):
        _write_channels(session, contact_id, kind, _pairs(values))
    if tags:
        tagging.set_tags(session, contact_id, tags, now)
    return contact_id


def edit(
    session: Session, contact_id: int, now: datetime, **fields: str | date | datetime | None
) -> None:
    """Change the named fields; name, first and last name are kept in step.

    A new name is split at its last space unless first or last name come with it; a new
    first or last name makes the name anew.
    """
    before = session.execute(
        select(Contact.first_name, Contact.last_name).where(Contact.id == contact_id)
    ).one_or_none()
    if before is None:
        raise NotFound(_("This person is no longer here."))
    values = {field: _clean(field, value) for field, value in fields.items()}
    if values.keys() & {"name", "first_name", "last_name"}:
        known = ("", "") if "name" in values else (before.first_name, before.last_name)
        values |= _names(
            str(values.get("name", "")),
            str(values.get("first_name", known[0])),
            str(values.get("last_name", known[1])),
        )
    session.execute(
        update(Contact).where(Contact.id == contact_id).values(**values, updated_at=now)
    )


def set_channels(
    session: Session, contact_id: int, kind: str, values: Iterable[Value], now: datetime
) -> None:
    """Give the contact exactly these e-mail addresses, phone numbers or links, in this order."""
    _write_channels(session, contact_id, kind, _pairs(values))
    touch(session, contact_id, now)


def touch(session: Session, contact_id: int, now: datetime) -> None:
    """Note that something about this contact changed."""
    session.execute(update(Contact).where(Contact.id == contact_id).values(updated_at=now))


def _names(name: str, first: str, last: str) -> dict[str, str]:
    full = clean_line(name, _("The name"))
    first, last = clean_line(first, _("The first name")), clean_line(last, _("The last name"))
    if not full:
        full = f"{first} {last}".strip()
    elif not first and not last:
        first, last = split_name(full)
    if not full:
        raise UserError(_("A person needs a name."))
    return {"name": full, "first_name": first, "last_name": last, "sort_name": fold(full)}


def split_name(name: str) -> tuple[str, str]:
    """Return first and last name, split at the last space."""
    first, _space, last = name.rpartition(" ")
    return (first, last) if first else (last, "")


_LINES = frozenset({"name", "first_name", "last_name", "company", "position", "location"})
_TEXTS = frozenset({"how_met", "notes"})
_MOMENTS = frozenset({"connected_on", "last_contact_at"})


def _clean(field: str, value: str | date | datetime | None) -> str | date | datetime | None:
    if field in _MOMENTS and (value is None or isinstance(value, date)):
        return value
    if field in _LINES and isinstance(value, str):
        return clean_line(value, _label(field))
    if field in _TEXTS and isinstance(value, str):
        return clean_text(value, _label(field))
    raise ValueError(f"no such field of a contact: {field}")


def _label(field: str) -> str:
    return {
        "name": _("The name"),
        "first_name": _("The first name"),
        "last_name": _("The last name"),
        "company": _("The company"),
        "position": _("The position"),
        "location": _("The location"),
        "how_met": _("How you met"),
        "notes": _("The note"),
    }[field]


def _pairs(values: Iterable[Value]) -> list[tuple[str, str]]:
    return [("", value) if isinstance(value, str) else (value[0], value[1]) for value in values]


def _write_channels(
    session: Session, contact_id: int, kind: str, values: Iterable[tuple[str, str]]
) -> None:
    if kind not in CHANNEL_KINDS:
        raise ValueError(f"no such kind of channel: {kind}")
    wanted = [
        (clean_line(label, _("The label")), clean_channel(kind, value))
        for label, value in values
        if value.strip()
    ]
    known = session.execute(
        select(Channel.id, Channel.label, Channel.value)
        .where(Channel.contact_id == contact_id, Channel.kind == kind)
        .order_by(Channel.place, Channel.id)
    ).all()
    for place, (label, value) in enumerate(wanted):
        fields = {"label": label, "value": value, "folded": folded_channel(kind, value)}
        if place >= len(known):
            session.execute(
                insert(Channel).values(contact_id=contact_id, kind=kind, place=place, **fields)
            )
        elif (known[place].label, known[place].value) != (label, value):
            session.execute(
                update(Channel).where(Channel.id == known[place].id).values(place=place, **fields)
            )
    surplus = [row.id for row in known[len(wanted) :]]
    if surplus:
        session.execute(delete(Channel).where(Channel.id.in_(surplus)))
