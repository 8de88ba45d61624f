"""What reads of contacts return: plain frozen rows, never mapped objects."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, NamedTuple

State = Literal["listed", "archived", "trash"]
SORTS = ("name", "company", "position", "last_contact", "connected_on", "added")


class ChannelValue(NamedTuple):
    """An e-mail address, phone number or link, with the word that says which one it is."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class ContactFilter:
    """Which contacts a list shows; second-degree people are in none of them."""

    text: str = ""
    tag_id: int | None = None
    state: State = "listed"


@dataclass(frozen=True, slots=True)
class ContactRow:
    """One line of the table of people."""

    id: int
    name: str
    company: str
    position: str
    location: str
    email: str
    """The first e-mail address, or nothing."""
    tags: tuple[str, ...]
    stages: tuple[str, ...]
    """The stages of this person's cards on the board, in the order of the board."""
    connected_on: date | None
    last_contact_at: datetime | None
    created_at: datetime
    archived_at: datetime | None
    deleted_at: datetime | None


@dataclass(frozen=True, slots=True)
class ContactDetail:
    """Everything known about one person, the timeline aside."""

    id: int
    name: str
    first_name: str
    last_name: str
    emails: tuple[ChannelValue, ...]
    phones: tuple[ChannelValue, ...]
    links: tuple[ChannelValue, ...]
    company: str
    position: str
    location: str
    how_met: str
    notes: str
    tags: tuple[str, ...]
    candidate_ids: tuple[int, ...]
    """The person's cards, newest first, also those set aside."""
    connected_on: date | None
    source: str
    degree: int
    last_contact_at: datetime | None
    created_at: datetime
    updated_at: datetime
    archived_at: datetime | None
    deleted_at: datetime | None

    @property
    def role_line(self) -> str:
        """Return position and company in one line."""
        return ", ".join(part for part in (self.position, self.company) if part)
