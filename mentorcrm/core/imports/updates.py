"""What a row changes in a contact that is known: only what the user left as it came."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from mentorcrm.core.contacts.channels import folded_channel
from mentorcrm.core.imports.known import Key, Known
from mentorcrm.core.imports.linkedin import slug_of
from mentorcrm.core.imports.records import Person
from mentorcrm.core.text import fold

_FIELDS = ("first_name", "last_name", "company", "position", "connected_on")


class Change(NamedTuple):
    """A field as it was and as it becomes."""

    before: str
    after: str


class NewKey(NamedTuple):
    """A key that the contact gets, so that the next import knows it at once."""

    source: str
    key: str
    imported: str


@dataclass(slots=True)
class Update:
    """What one row changes in one contact."""

    contact_id: int
    row: int
    fields: dict[str, Change] = field(default_factory=dict)
    channels: list[tuple[str, str, str]] = field(default_factory=list)
    """Kind, value and folded value of what is added."""
    new_key: NewKey | None = None
    key_id: int | None = None
    """The key that remembers what this row said, with what it remembered before."""
    imported: Change | None = None


def change(contact: Known, person: Person, key: Key, imported: str) -> Update | None:
    """Return what a row changes in the contact it was imported to before."""
    update = _diff(contact, person, older=bool(contact.has_slug and not person.slug))
    if contact.aside or not (update.fields or update.channels):
        return None
    update.key_id = key.id
    update.imported = Change(key.imported, imported)
    return update


def adopt(contact: Known, person: Person, source: str, key: str, imported: str) -> Update | None:
    """Return what a row changes in a contact that was found by other means than its key."""
    older = contact.has_slug and not person.slug
    update = _diff(contact, person, older=older)
    if contact.aside or (older and not (update.fields or update.channels)):
        return None
    update.new_key = NewKey(source, key, imported)
    return update


def _diff(contact: Known, person: Person, *, older: bool) -> Update:
    update = Update(contact.id, person.row)
    for name in _FIELDS:
        now, then = getattr(person, name), getattr(contact, name)
        if now and now != then and _may_change(contact, name, older=older):
            update.fields[name] = Change(then, now)
    if update.fields.keys() & {"first_name", "last_name"}:
        _rename(contact, update)
    for kind, value in _channels(contact, person):
        folded = folded_channel(kind, value)
        if (kind, folded) not in contact.channels and not _given(contact, kind, value):
            contact.channels.add((kind, folded))
            update.channels.append((kind, value, folded))
    return update


def _may_change(contact: Known, name: str, *, older: bool) -> bool:
    """Tell whether a field still is as an import left it, or was never filled at all.

    A date once known stays. A row of an older kind of file only fills what is empty.
    """
    value = getattr(contact, name)
    if value and (older or name == "connected_on"):
        return False
    if not contact.given:
        return not value
    return any(given.get(name, "") == value for given in contact.given)


def _given(contact: Known, kind: str, value: str) -> bool:
    """Tell whether an import gave this value before: what the user removed stays away."""
    if kind == "link":
        return any(given.get("url") == value for given in contact.given)
    folded = fold(value)
    return any(folded in map(fold, given.get("emails", ())) for given in contact.given)


def _rename(contact: Known, update: Update) -> None:
    """Bring the full name along, unless the user calls this person something else."""
    parts = (contact.first_name, contact.last_name)
    if contact.name != " ".join(filter(None, parts)):
        return
    first = update.fields.get("first_name", Change("", contact.first_name)).after
    last = update.fields.get("last_name", Change("", contact.last_name)).after
    update.fields["name"] = Change(contact.name, f"{first} {last}".strip())


def _channels(contact: Known, person: Person) -> list[tuple[str, str]]:
    found = [("email", address) for address in person.emails]
    if person.url and not _has_profile(contact, person.slug):
        found.append(("link", person.url))
    return found


def _has_profile(contact: Known, slug: str) -> bool:
    """Tell whether the contact has this profile's address already, however it is spelt."""
    if not slug:
        return False
    links = (folded for kind, folded in contact.channels if kind == "link")
    return contact.has_slug or any(slug_of(link) == slug for link in links)
