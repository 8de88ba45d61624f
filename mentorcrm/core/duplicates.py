"""People who may be the same: what an import noticed, until the user has decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case, or_, select, update
from sqlalchemy.orm import Session

from mentorcrm.core.schema import Contact, DuplicateSuggestion


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    """Somebody who may be the same person as the one asked about."""

    id: int
    contact_id: int
    name: str


def suggestions(session: Session, contact_id: int) -> list[SuggestionRow]:
    """Return who may be the same person and was not told apart yet; not who is in the trash."""
    found = DuplicateSuggestion
    other = case((found.contact_id == contact_id, found.other_id), else_=found.contact_id)
    query = (
        select(found.id, Contact.id, Contact.name)
        .join(Contact, Contact.id == other)
        .where(
            or_(found.contact_id == contact_id, found.other_id == contact_id),
            found.dismissed_at.is_(None),
            Contact.deleted_at.is_(None),
        )
        .order_by(found.id)
    )
    return [SuggestionRow(*row) for row in session.execute(query)]


def dismiss(session: Session, suggestion_id: int, now: datetime) -> None:
    """Keep in mind that the two are not the same person."""
    session.execute(
        update(DuplicateSuggestion)
        .where(DuplicateSuggestion.id == suggestion_id)
        .values(dismissed_at=now)
    )
