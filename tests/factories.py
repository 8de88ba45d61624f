"""Invented people, cards and goals, made by the real core functions."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from mentorcrm import core

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Berlin")


def add_contact(session: Session, name: str = "Ruth Adeyemi", **fields: Any) -> int:
    """Add a person and return the id."""
    fields.setdefault("now", MONDAY)
    return core.contacts.add(session, name=name, **fields)


def add_candidate(
    session: Session,
    contact_id: int | None = None,
    stage: str = "identified",
    *,
    name: str = "Ruth Adeyemi",
    now: datetime = MONDAY,
    **fields: Any,
) -> int:
    """Put a person on the board and return the card's id; a new person without ``contact_id``."""
    if contact_id is None:
        contact_id = add_contact(session, name, now=now)
    return core.board.add(session, contact_id, stage=stage, now=now, **fields)


def add_goal(session: Session, title: str = "Lead a product team", **fields: Any) -> int:
    """Write a goal down and return its id."""
    fields.setdefault("now", MONDAY)
    return core.goals.add(session, title=title, **fields)


def add_network(session: Session, count: int) -> list[int]:
    """Add ``count`` people with different names and return their ids."""
    first = ("Ruth", "Carlos", "Hannah", "Mei", "Dele", "Ines", "Jonas", "Ada", "Samuel", "Tom")
    last = ("Adeyemi", "Prieto", "Weiss", "Tanaka", "Bankole", "Moreau", "Lindqvist", "Okafor")
    names = (
        f"{first[n % len(first)]} {last[n // len(first) % len(last)]} {n + 1}" for n in range(count)
    )
    return [
        add_contact(session, name, company=f"Company {n % 7}", now=MONDAY - timedelta(days=n % 400))
        for n, name in enumerate(names)
    ]


def send_newest(
    session: Session,
    description_id: int,
    contact_id: int,
    channel: str,
    sent_at: datetime,
    now: datetime,
) -> int:
    """Write down that the present text of a description was sent; return the sending's id."""
    described = core.job_descriptions
    version_id = described.versions.newest(session, description_id)
    return described.sendings.record(session, version_id, contact_id, channel, sent_at, now)
