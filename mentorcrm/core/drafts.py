"""Text being typed, kept outside the journal until it is committed as one named step."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from mentorcrm.core.schema import Draft


def save(session: Session, kind: str, record_id: int, field: str, text: str, now: datetime) -> None:
    """Keep ``text`` as what is being typed into this field of this record."""
    values = {"text": text, "saved_at": now}
    session.execute(
        insert(Draft)
        .values(kind=kind, record_id=record_id, field=field, **values)
        .on_conflict_do_update(index_elements=["kind", "record_id", "field"], set_=values)
    )


def text_of(session: Session, kind: str, record_id: int, field: str) -> str | None:
    """Return the text that was being typed, or None."""
    return session.scalar(
        select(Draft.text).where(
            Draft.kind == kind, Draft.record_id == record_id, Draft.field == field
        )
    )


def of_record(session: Session, kind: str, record_id: int) -> dict[str, str]:
    """Return what was being typed into each field of the record."""
    query = select(Draft.field, Draft.text).where(Draft.kind == kind, Draft.record_id == record_id)
    return {field: text for field, text in session.execute(query)}


def discard(session: Session, kind: str, record_id: int, field: str | None = None) -> None:
    """Forget the draft of one field, or of all fields of the record."""
    wanted = delete(Draft).where(Draft.kind == kind, Draft.record_id == record_id)
    session.execute(wanted if field is None else wanted.where(Draft.field == field))
