"""Which version of a description went to whom, when and by which way.

A sending is also an entry of the person's timeline (a message sent, about the goals of the
description): the timeline is the one place where everything that happened is read. The two
are found again by person and moment; an entry that the user has since given another moment or
kind is theirs, and stays as it is when the sending is changed or deleted.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete as delete_from, insert, select, update
from sqlalchemy.orm import Session

from mentorcrm.core import activities, contacts
from mentorcrm.core.checks import clean_line, clean_text
from mentorcrm.core.errors import NotFound
from mentorcrm.core.i18n import _
from mentorcrm.core.job_descriptions import versions
from mentorcrm.core.schema import (
    Activity,
    ActivityGoal,
    Candidate,
    Contact,
    JobDescriptionGoal,
    Sending,
    Version,
)

_KIND = "message_out"


@dataclass(frozen=True, slots=True)
class SendingRow:
    """One sending: the version and the person by name."""

    id: int
    version_id: int
    description_id: int
    title: str
    """The title that the description had in this version."""
    version: str
    """The name of the version, empty when it has none."""
    saved_at: datetime
    contact_id: int
    contact: str
    candidate_id: int | None
    channel: str
    note: str
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody a version may have been sent to; ``candidate_id`` is None off the board."""

    contact_id: int
    candidate_id: int | None
    name: str
    position: str
    company: str


def channel_labels() -> dict[str, str]:
    """Return the words for each way of sending, in the order in which they are offered."""
    return {
        "email": _("E-mail"),
        "linkedin": _("LinkedIn message"),
        "message": _("Other message"),
        "paper": _("On paper"),
        "in_person": _("Shown in person"),
    }


def channel_words(channel: str) -> str:
    """Return the words for ``channel``; what another program wrote there is shown as it is."""
    return channel_labels().get(channel, channel)


def record(
    session: Session,
    version_id: int,
    contact_id: int,
    channel: str,
    sent_at: datetime,
    now: datetime,
    *,
    note: str = "",
    candidate_id: int | None = None,
) -> int:
    """Write down that a version was sent to somebody, on their timeline too; return its id.

    Without ``candidate_id`` it is the person's card for this description, if there is one.
    """
    version = versions.version(session, version_id)
    if candidate_id is None:
        candidate_id = _card(session, contact_id, version.description_id)
    activity_id = activities.log(
        session, contact_id, _KIND, note, sent_at, now,
        candidate_id=candidate_id, title=_title(version),
    )  # fmt: skip
    _link_goals(session, activity_id, version.description_id)
    values = {
        "version_id": version_id,
        "contact_id": contact_id,
        "candidate_id": candidate_id,
        "channel": clean_line(channel, _("The way of sending")),
        "note": note,
        "sent_at": sent_at,
    }
    query = insert(Sending).values(values).returning(Sending.id)
    return session.execute(query).scalar_one()


def edit(
    session: Session,
    sending_id: int,
    now: datetime,
    *,
    channel: str | None = None,
    note: str | None = None,
    sent_at: datetime | None = None,
) -> None:
    """Change what is given of a sending; its entry of the timeline follows."""
    old = sending(session, sending_id)
    values: dict[str, Any] = {}
    if channel is not None:
        values["channel"] = clean_line(channel, _("The way of sending"))
    if note is not None:
        values["note"] = clean_text(note, _("The note"))
    if sent_at is not None:
        values["sent_at"] = sent_at
    if not values:
        return
    activity_id = _entry(session, old)
    if activity_id is not None and (note is not None or sent_at is not None):
        activities.edit(session, activity_id, now, body=note, happened_at=sent_at)
    session.execute(update(Sending).where(Sending.id == sending_id).values(values))


def delete(session: Session, sending_id: int, now: datetime) -> None:
    """Forget a sending, and take its entry off the timeline."""
    old = sending(session, sending_id)
    activity_id = _entry(session, old)
    if activity_id is not None:
        activities.delete(session, activity_id, now)
    session.execute(delete_from(Sending).where(Sending.id == sending_id))


def sending(session: Session, sending_id: int) -> SendingRow:
    """Return one sending."""
    row = session.execute(_rows().where(Sending.id == sending_id)).one_or_none()
    if row is None:
        raise NotFound(_("This entry is not there any more."))
    return SendingRow(*row)


def of_description(session: Session, description_id: int) -> list[SendingRow]:
    """Return all sendings of a description's versions, newest first."""
    query = _rows().where(Version.job_description_id == description_id)
    return [SendingRow(*row) for row in session.execute(query)]


def of_contact(session: Session, contact_id: int) -> list[SendingRow]:
    """Return what was sent to a person, newest first."""
    query = _rows().where(Sending.contact_id == contact_id)
    return [SendingRow(*row) for row in session.execute(query)]


def recipients(
    session: Session, description_id: int, words: str = "", limit: int = 30
) -> list[Recipient]:
    """Return who may have been sent a description.

    Without ``words`` that is the board, cards for this description first; with words
    everybody who matches them.
    """
    fitting = Candidate.job_description_id == description_id
    query = (
        select(Contact.id, Candidate.id, Contact.name, Contact.position, Contact.company)
        .join(Contact, Contact.id == Candidate.contact_id)
        .where(Candidate.set_aside.is_(False))
        .order_by(fitting.desc().nulls_last(), Contact.sort_name, Candidate.id)
    )
    if not words.strip():
        return _one_each([Recipient(*row) for row in session.execute(query.limit(2 * limit))])
    people = contacts.matching(session, words, limit)
    ids = [person.id for person in people]
    cards = [Recipient(*row) for row in session.execute(query.where(Contact.id.in_(ids)))]
    others = [Recipient(row.id, None, row.name, row.position, row.company) for row in people]
    return _one_each([*cards, *others])


def _one_each(found: list[Recipient]) -> list[Recipient]:
    """Return each person once, with the card that comes first."""
    first: dict[int, Recipient] = {}
    for one in found:
        first.setdefault(one.contact_id, one)
    return list(first.values())


def _rows() -> Any:
    return (
        select(
            Sending.id, Version.id, Version.job_description_id, Version.title,
            Version.name, Version.updated_at, Contact.id, Contact.name,
            Sending.candidate_id, Sending.channel, Sending.note,
            Sending.sent_at,
        )
        .join(Version, Version.id == Sending.version_id)
        .join(Contact, Contact.id == Sending.contact_id)
        .order_by(Sending.sent_at.desc(), Sending.id.desc())
    )  # fmt: skip


def _title(version: versions.VersionDetail) -> str:
    if version.name:
        return _("Sent ideal mentor “{title}”, version “{name}”").format(
            title=version.title, name=version.name
        )
    return _("Sent ideal mentor “{title}”").format(title=version.title)


def _entry(session: Session, old: SendingRow) -> int | None:
    """Return the entry of the timeline that belongs to a sending."""
    query = (
        select(Activity.id)
        .where(
            Activity.contact_id == old.contact_id,
            Activity.kind == _KIND,
            Activity.happened_at == old.sent_at,
            Activity.title.contains(old.title, autoescape=True),
        )
        .order_by(Activity.id.desc())
        .limit(1)
    )
    return session.execute(query).scalar_one_or_none()


def _card(session: Session, contact_id: int, description_id: int) -> int | None:
    query = (
        select(Candidate.id)
        .where(
            Candidate.contact_id == contact_id,
            Candidate.job_description_id == description_id,
            Candidate.set_aside.is_(False),
        )
        .limit(1)
    )
    return session.execute(query).scalar_one_or_none()


def _link_goals(session: Session, activity_id: int, description_id: int) -> None:
    """Say that an entry is about the goals that the description serves."""
    link = JobDescriptionGoal
    goal_ids = session.scalars(
        select(link.goal_id).where(link.job_description_id == description_id)
    )
    rows = [{"activity_id": activity_id, "goal_id": goal_id} for goal_id in goal_ids]
    if rows:
        session.execute(insert(ActivityGoal), rows)
