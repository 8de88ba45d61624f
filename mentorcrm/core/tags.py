"""Tags: words that the user puts on people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from mentorcrm.core.checks import clean_line
from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.ids import among
from mentorcrm.core.schema import Contact, ContactTag, Tag
from mentorcrm.core.text import fold


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag, and how many people carry it."""

    id: int
    name: str
    people: int


def all_tags(session: Session) -> list[TagRow]:
    """Return the tags that somebody carries, in the order of the alphabet."""
    people = func.count(Contact.id)
    query = (
        select(Tag.id, Tag.name, people)
        .join(ContactTag, ContactTag.tag_id == Tag.id)
        .join(Contact, Contact.id == ContactTag.contact_id)
        .where(Contact.deleted_at.is_(None))
        .group_by(Tag.id)
        .order_by(Tag.folded)
    )
    return [TagRow(*row) for row in session.execute(query)]


def tags_of(session: Session, contact_ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """Return the names of the tags of each contact that has any."""
    query = (
        select(ContactTag.contact_id, Tag.name)
        .join(Tag, Tag.id == ContactTag.tag_id)
        .where(ContactTag.contact_id.in_(among(contact_ids)))
        .order_by(Tag.folded)
    )
    found: dict[int, tuple[str, ...]] = {}
    for contact_id, name in session.execute(query):
        found[contact_id] = (*found.get(contact_id, ()), name)
    return found


def set_tags(session: Session, contact_id: int, names: Sequence[str], now: datetime) -> None:
    """Give the contact exactly the tags ``names``; tags not known yet are made."""
    wanted = _ids(session, names)
    carried = set(
        session.scalars(select(ContactTag.tag_id).where(ContactTag.contact_id == contact_id))
    )
    gone, come = carried - wanted, wanted - carried
    if gone:
        session.execute(
            delete(ContactTag).where(
                ContactTag.contact_id == contact_id, ContactTag.tag_id.in_(gone)
            )
        )
    for tag_id in sorted(come):
        session.execute(insert(ContactTag).values(contact_id=contact_id, tag_id=tag_id))
    if gone or come:
        _touch(session, [contact_id], now)


def add_to(session: Session, contact_ids: Iterable[int], name: str, now: datetime) -> int:
    """Put the tag ``name`` on each contact; return on how many it was not yet."""
    ids = list(contact_ids)
    tag_id = _id(session, name)
    carried = select(ContactTag.contact_id).where(ContactTag.tag_id == tag_id)
    fresh = list(
        session.scalars(
            select(Contact.id).where(Contact.id.in_(among(ids)), Contact.id.not_in(carried))
        )
    )
    if fresh:
        session.execute(
            insert(ContactTag), [{"contact_id": one, "tag_id": tag_id} for one in fresh]
        )
        _touch(session, fresh, now)
    return len(fresh)


def remove_from(session: Session, contact_ids: Iterable[int], name: str, now: datetime) -> int:
    """Take the tag ``name`` off each contact; return from how many it came off."""
    tag_id = session.scalar(select(Tag.id).where(Tag.folded == fold(name)))
    carriers = list(
        session.scalars(
            select(ContactTag.contact_id).where(
                ContactTag.tag_id == tag_id, ContactTag.contact_id.in_(among(contact_ids))
            )
        )
    )
    if carriers:
        session.execute(
            delete(ContactTag).where(
                ContactTag.tag_id == tag_id, ContactTag.contact_id.in_(among(carriers))
            )
        )
        _touch(session, carriers, now)
    return len(carriers)


def _touch(session: Session, contact_ids: Iterable[int], now: datetime) -> None:
    session.execute(
        update(Contact).where(Contact.id.in_(among(contact_ids))).values(updated_at=now)
    )


def _ids(session: Session, names: Iterable[str]) -> set[int]:
    return {_id(session, name) for name in names if name.strip()}


def _id(session: Session, name: str) -> int:
    clean = clean_line(name, _("The tag")).lstrip("#").strip()
    if not clean:
        raise UserError(_("A tag needs at least one letter."))
    known = session.scalar(select(Tag.id).where(Tag.folded == fold(clean)))
    if known is not None:
        return known
    made = session.execute(insert(Tag).values(name=clean, folded=fold(clean)).returning(Tag.id))
    return made.scalar_one()
