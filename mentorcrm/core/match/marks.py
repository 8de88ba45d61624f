"""The user's own word on how far somebody covers a need; it overrides what was found."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from mentorcrm.core.checks import clean_text
from mentorcrm.core.errors import NotFound, UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.schema import MARK_LEVELS, Contact, Need, NeedMark


def set_mark(
    session: Session,
    contact_id: int,
    need_id: int,
    level: int,
    now: datetime,
    note: str | None = None,
) -> None:
    """Say that a person covers a need not (0), partly (1) or fully (2).

    The note stays as it is when ``note`` is None.
    """
    if level not in MARK_LEVELS:
        raise UserError(_("A mark is 0 (not), 1 (partly) or 2 (covers well)."))
    if note is not None:
        note = clean_text(note, _("The note")).strip()
    if session.get(Contact, contact_id) is None:
        raise NotFound(_("There is no such person."))
    if session.get(Need, need_id) is None:
        raise NotFound(_("This need is not there any more."))
    mine = (NeedMark.contact_id == contact_id, NeedMark.need_id == need_id)
    known = session.execute(select(NeedMark.level, NeedMark.note).where(*mine)).one_or_none()
    if known is None:
        row = insert(NeedMark).values(contact_id=contact_id, need_id=need_id, level=level)
        session.execute(row.values(note=note or "", updated_at=now))
        return
    kept = known.note if note is None else note
    if (level, kept) != tuple(known):
        changed = update(NeedMark).where(*mine)
        session.execute(changed.values(level=level, note=kept, updated_at=now))


def clear_mark(session: Session, contact_id: int, need_id: int) -> None:
    """Take the user's own word back; what was found counts again."""
    session.execute(
        delete(NeedMark).where(NeedMark.contact_id == contact_id, NeedMark.need_id == need_id)
    )
