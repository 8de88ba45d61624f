"""Versions of a job description: what was saved is kept, can be named and brought back.

The rule of what makes a version. Every step that changes the text makes one: a field left
and come back to, a section moved, a template taken, a version brought back, each edit from
the command line. Within one step the window saves again 800 ms after each pause in typing;
those savings carry on the version that this very step began (the journal knows), because
they are one piece of writing. A new version is begun all the same after two minutes without
a saving, and every ten minutes while the writing goes on. So nothing that the user left, named
or sent is ever written over: naming and sending are steps of their own, and end the one before.
Undo takes a version away together with the text it belongs to, and redo brings both back.

The newest version always is the present text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, delete as delete_from, insert, select, update
from sqlalchemy.orm import Session

from mentorcrm.core import journal
from mentorcrm.core.checks import clean_line
from mentorcrm.core.database import driver_connection
from mentorcrm.core.errors import NotFound
from mentorcrm.core.i18n import _
from mentorcrm.core.job_descriptions.markdown import sections_as_markdown
from mentorcrm.core.job_descriptions.row import update_description
from mentorcrm.core.job_descriptions.sections import ordered
from mentorcrm.core.schema import SECTIONS, JobDescription, Version

KEPT = ("title", *SECTIONS, "section_order")
"""The columns that make a version."""
PAUSE = timedelta(minutes=2)
"""Writing that rests longer is taken up as a new version."""
LONGEST = timedelta(minutes=10)
"""A version is carried on no longer than this."""

_TEXTS = tuple(getattr(Version, name) for name in KEPT)


@dataclass(frozen=True, slots=True)
class VersionDetail:
    """One version with its texts."""

    id: int
    description_id: int
    name: str
    title: str
    sections: dict[str, str]
    """The Markdown of each section, in the order of that time."""
    created_at: datetime
    updated_at: datetime

    @property
    def order(self) -> tuple[str, ...]:
        """Return the names of the sections in the order of that time."""
        return tuple(self.sections)


def keep(session: Session, description_id: int, now: datetime) -> int:
    """Keep the present state as a version, unless the newest one is equal; return its id.

    Whoever writes into a description calls this afterwards, in the same transaction.
    """
    columns = [getattr(JobDescription, name) for name in KEPT]
    present = session.execute(select(*columns).where(JobDescription.id == description_id)).one()
    newest, before = _last_two(session, description_id)
    if newest is not None and _texts(newest) == tuple(present):
        return int(newest.id)
    values = {**present._asdict(), "updated_at": now}
    if newest is not None and _goes_on(session, newest, now):
        if before is not None and _texts(before) == tuple(present):
            # What was typed was taken out again: there is nothing to tell apart.
            session.execute(delete_from(Version).where(Version.id == newest.id))
            return int(before.id)
        session.execute(update(Version).where(Version.id == newest.id).values(values))
        return int(newest.id)
    values.update(job_description_id=description_id, created_at=now)
    return session.execute(insert(Version).values(values).returning(Version.id)).scalar_one()


def newest(session: Session, description_id: int) -> int:
    """Return the version that is the present text of a description."""
    found, _before = _last_two(session, description_id)
    if found is None:
        raise _no_version()
    return int(found.id)


def version(session: Session, version_id: int) -> VersionDetail:
    """Return one version with its texts."""
    times = (Version.created_at, Version.updated_at)
    query = select(
        Version.id, Version.job_description_id, Version.name, *times, *_TEXTS
    ).where(Version.id == version_id)  # fmt: skip
    row = session.execute(query).one_or_none()
    if row is None:
        raise _no_version()
    values = row._asdict()
    return VersionDetail(
        id=row.id,
        description_id=row.job_description_id,
        name=row.name,
        title=row.title,
        sections={name: values[name] for name in ordered(row.section_order)},
        created_at=row.created_at,
        updated_at=row.updated_at,
    )


def name(session: Session, version_id: int, words: str) -> None:
    """Call a version ``words``; nothing takes its name away."""
    query = update(Version).where(Version.id == version_id)
    values = {"name": clean_line(words, _("The name"))}
    found = session.execute(query.values(values).returning(Version.id)).one_or_none()
    if found is None:
        raise _no_version()


def restore(session: Session, version_id: int, now: datetime) -> int:
    """Make the text of a version the present one; return the version that this makes.

    The text of before stays as the version it was; nothing after ``version_id`` is lost.
    """
    row = session.execute(
        select(Version.job_description_id, *_TEXTS).where(Version.id == version_id)
    ).one_or_none()
    if row is None:
        raise _no_version()
    values = row._asdict()
    description_id = values.pop("job_description_id")
    keep(session, description_id, now)
    update_description(session, description_id, {**values, "updated_at": now})
    return keep(session, description_id, now)


def as_markdown(version: VersionDetail) -> str:
    """Return a version as one Markdown text; empty sections are left out."""
    return sections_as_markdown(version.title, version.sections)


def _goes_on(session: Session, newest: Row[Any], now: datetime) -> bool:
    """Tell whether the running step began the newest version, not long ago."""
    recent = now - newest.updated_at < PAUSE and now - newest.created_at < LONGEST
    return recent and journal.added_by_running_step(
        driver_connection(session), Version.__tablename__, newest.id
    )


def _last_two(session: Session, description_id: int) -> tuple[Row[Any] | None, Row[Any] | None]:
    """Return the newest version and the one before it."""
    query = (
        select(
            Version.id,
            Version.created_at,
            Version.updated_at,
            *_TEXTS,
        )
        .where(Version.job_description_id == description_id)
        .order_by(Version.id.desc())
        .limit(2)
    )
    found = list(session.execute(query))
    return (found[0] if found else None), (found[1] if len(found) > 1 else None)


def _texts(row: Row[Any]) -> tuple[Any, ...]:
    return tuple(getattr(row, name) for name in KEPT)


def _no_version() -> NotFound:
    return NotFound(_("This version is not there any more."))
