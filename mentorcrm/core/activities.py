"""The timeline of a person: notes, calls, meetings and messages, newest first.

Calls, meetings and messages received are two-way: both sides took part, so they say
when the user was last in touch. A note, a message sent and other entries do not.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, delete as delete_from, func, insert, or_, select, update
from sqlalchemy.orm import Session

from mentorcrm.core.checks import clean_text
from mentorcrm.core.errors import NotFound, UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.schema import ACTIVITY_KINDS, Activity, Contact

TWO_WAY = frozenset({"call", "meeting", "message_in"})
"""Kinds in which both sides took part; they move ``contact.last_contact_at``."""

STAGE_MOVE = "stage_move"
LOGGED_KINDS = tuple(kind for kind in ACTIVITY_KINDS if kind != STAGE_MOVE)
"""Kinds that a user can log; a move on the board writes its own entry."""

_AHEAD = timedelta(days=1)

Cursor = tuple[datetime, int]


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """One entry of a timeline as it is shown."""

    id: int
    contact_id: int
    candidate_id: int | None
    kind: str
    happened_at: datetime
    title: str
    body: str
    from_stage: str | None
    to_stage: str | None
    created_at: datetime
    updated_at: datetime

    @property
    def editable(self) -> bool:
        """Tell whether the user may change this entry; a stage move is a record."""
        return self.kind != STAGE_MOVE

    @property
    def cursor(self) -> Cursor:
        """Return where the next page of the timeline begins."""
        return (self.happened_at, self.id)


_COLUMNS = tuple(getattr(Activity, name) for name in ActivityRow.__dataclass_fields__)


def kind_labels() -> dict[str, str]:
    """Return the words for each kind, in the order in which they are offered."""
    return {
        "note": _("Note"),
        "call": _("Call"),
        "meeting": _("Meeting"),
        "message_in": _("Message received"),
        "message_out": _("Message sent"),
        "other": _("Other"),
        STAGE_MOVE: _("Moved on the board"),
    }


def log(
    session: Session,
    contact_id: int,
    kind: str,
    body: str,
    happened_at: datetime,
    now: datetime,
    *,
    candidate_id: int | None = None,
    title: str = "",
) -> int:
    """Add an entry to the timeline of ``contact_id`` and return its id."""
    _check(kind, title, body, happened_at, now)
    _touch(session, contact_id, now)
    values = {
        "contact_id": contact_id,
        "candidate_id": candidate_id,
        "kind": kind,
        "happened_at": happened_at,
        "title": title.strip(),
        "body": body,
        "created_at": now,
        "updated_at": now,
    }
    activity_id = session.execute(
        insert(Activity).values(values).returning(Activity.id)
    ).scalar_one()
    if kind in TWO_WAY:
        _move_forward(session, contact_id, happened_at)
    return activity_id


def edit(
    session: Session,
    activity_id: int,
    now: datetime,
    *,
    kind: str | None = None,
    title: str | None = None,
    body: str | None = None,
    happened_at: datetime | None = None,
) -> None:
    """Change what is given of an entry; the last contact follows."""
    old = _changeable(session, activity_id)
    new_kind = old.kind if kind is None else kind
    new_title = old.title if title is None else title.strip()
    new_body = old.body if body is None else body
    moment = old.happened_at if happened_at is None else happened_at
    _check(new_kind, new_title, new_body, moment, now)
    values = {"kind": new_kind, "title": new_title, "body": new_body, "happened_at": moment}
    session.execute(
        update(Activity).where(Activity.id == activity_id).values(**values, updated_at=now)
    )
    _touch(session, old.contact_id, now)
    if (new_kind, moment) != (old.kind, old.happened_at):
        _recompute(session, old)
        if new_kind in TWO_WAY:
            _move_forward(session, old.contact_id, moment)


def delete(session: Session, activity_id: int, now: datetime) -> None:
    """Take an entry off its timeline; the last contact follows."""
    old = _changeable(session, activity_id)
    session.execute(delete_from(Activity).where(Activity.id == activity_id))
    _touch(session, old.contact_id, now)
    _recompute(session, old)


def timeline(
    session: Session,
    contact_id: int,
    limit: int,
    before: Cursor | None = None,
    kinds: Collection[str] | None = None,
) -> list[ActivityRow]:
    """Return up to ``limit`` entries, newest first; ``before`` is the last row's cursor."""
    query = select(*_COLUMNS).where(Activity.contact_id == contact_id)
    if before is not None:
        moment, last_id = before
        older = Activity.happened_at < moment
        query = query.where(or_(older, and_(Activity.happened_at == moment, Activity.id < last_id)))
    if kinds is not None:
        query = query.where(Activity.kind.in_(kinds))
    query = query.order_by(Activity.happened_at.desc(), Activity.id.desc()).limit(limit)
    return [ActivityRow(*row) for row in session.execute(query)]


def detail(session: Session, activity_id: int) -> ActivityRow:
    """Return one entry."""
    row = session.execute(select(*_COLUMNS).where(Activity.id == activity_id)).one_or_none()
    if row is None:
        raise NotFound(_("This timeline entry is not there any more."))
    return ActivityRow(*row)


def count(session: Session, contact_id: int) -> int:
    """Return how many entries the timeline of a person has."""
    query = select(func.count()).where(Activity.contact_id == contact_id)
    return session.execute(query).scalar_one()


def _changeable(session: Session, activity_id: int) -> ActivityRow:
    row = detail(session, activity_id)
    if not row.editable:
        raise UserError(_("A move on the board is a record and cannot be changed here."))
    return row


def _check(kind: str, title: str, body: str, happened_at: datetime, now: datetime) -> None:
    if kind not in LOGGED_KINDS:
        raise UserError(_("“{kind}” is not a kind of timeline entry.").format(kind=kind))
    clean_text(title, _("The title"))
    clean_text(body, _("The note"))
    if kind == "note" and not (title.strip() or body.strip()):
        raise UserError(_("Write a few words first: an empty note says nothing later."))
    if happened_at > now + _AHEAD:
        raise UserError(_("The timeline holds what has happened. Choose a date that is not ahead."))


def _touch(session: Session, contact_id: int, now: datetime) -> None:
    query = update(Contact).where(Contact.id == contact_id).values(updated_at=now)
    touched = session.execute(query.returning(Contact.id)).one_or_none()
    if touched is None:
        raise NotFound(_("This person is not there any more."))


def _move_forward(session: Session, contact_id: int, happened_at: datetime) -> None:
    earlier = or_(Contact.last_contact_at.is_(None), Contact.last_contact_at < happened_at)
    session.execute(
        update(Contact).where(Contact.id == contact_id, earlier).values(last_contact_at=happened_at)
    )


def _recompute(session: Session, old: ActivityRow) -> None:
    """Set the last contact anew, but only if the changed entry is what had set it.

    A later date that came from elsewhere (an import) is not ours to take away.
    """
    if old.kind not in TWO_WAY:
        return
    latest = (
        select(func.max(Activity.happened_at))
        .where(Activity.contact_id == old.contact_id, Activity.kind.in_(TWO_WAY))
        .scalar_subquery()
    )
    session.execute(
        update(Contact)
        .where(Contact.id == old.contact_id, Contact.last_contact_at == old.happened_at)
        .values(last_contact_at=latest)
    )
