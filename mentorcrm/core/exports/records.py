"""Neutral records: what a contact or a candidate is outside the database.

Every writer, and the lists of the command line, are made from these. They are read in
bulk, some thousand people at a time, so that 100,000 contacts stream through little
memory and no query is made per contact.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, tzinfo
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from mentorcrm.core.database import driver_connection
from mentorcrm.core.schema import CHANNEL_KINDS

CHUNK = 2_000

Labelled = tuple[str, str]
"""The label (may be empty) and the value of one e-mail address, phone number or link."""


class ContactRecord(NamedTuple):
    """One person with everything a file can hold; dates and moments are ISO texts in UTC."""

    id: int
    name: str
    first_name: str = ""
    last_name: str = ""
    emails: tuple[Labelled, ...] = ()
    phones: tuple[Labelled, ...] = ()
    links: tuple[Labelled, ...] = ()
    company: str = ""
    position: str = ""
    location: str = ""
    how_met: str = ""
    notes: str = ""
    tags: tuple[str, ...] = ()
    connected_on: str = ""
    source: str = ""
    last_contact_at: str = ""
    created_at: str = ""
    updated_at: str = ""


class CandidateRecord(NamedTuple):
    """One card of the board with its person."""

    id: int
    contact: ContactRecord
    stage: str
    sub_state: str
    goals: tuple[str, ...] = ()
    next_step: str = ""
    follow_up_at: str = ""
    follow_up_local: str = ""
    asked_on: str = ""
    job_description: str = ""


Record = ContactRecord | CandidateRecord

_CONTACTS = """
SELECT c.id, c.name, c.first_name, c.last_name, c.company, c.position, c.location, c.how_met,
       c.notes, coalesce(c.connected_on, ''), c.source, coalesce(c.last_contact_at, ''),
       c.created_at, c.updated_at
FROM json_each(?) AS chosen JOIN contact AS c ON c.id = chosen.value ORDER BY chosen.key
"""
_CHANNELS = """
SELECT contact_id, kind, label, value FROM channel
WHERE contact_id IN (SELECT value FROM json_each(?)) ORDER BY contact_id, kind, place, id
"""
_TAGS = """
SELECT link.contact_id, tag.name FROM contact_tag AS link JOIN tag ON tag.id = link.tag_id
WHERE link.contact_id IN (SELECT value FROM json_each(?)) ORDER BY link.contact_id, tag.folded
"""
_CANDIDATES = """
SELECT k.id, k.contact_id, k.stage, k.sub_state, k.next_step, coalesce(k.asked_at, ''),
       coalesce(r.due_at, ''), coalesce(r.local_at, ''), coalesce(j.title, '')
FROM json_each(?) AS chosen JOIN candidate AS k ON k.id = chosen.value
LEFT JOIN reminder AS r
       ON r.candidate_id = k.id AND r.kind = 'follow_up' AND r.done_at IS NULL
LEFT JOIN job_description AS j ON j.id = k.job_description_id
ORDER BY chosen.key
"""
_GOALS = """
SELECT link.candidate_id, goal.title FROM candidate_goal AS link JOIN goal ON goal.id = link.goal_id
WHERE link.candidate_id IN (SELECT value FROM json_each(?)) ORDER BY goal.rank, goal.id
"""


def contact_records(session: Session, ids: Sequence[int]) -> Iterator[ContactRecord]:
    """Yield the contacts of ``ids`` in their order; those that are gone are left out."""
    for start in range(0, len(ids), CHUNK):
        yield from _contacts(session, ids[start : start + CHUNK])


def candidate_records(
    session: Session, ids: Sequence[int], zone: tzinfo = UTC
) -> Iterator[CandidateRecord]:
    """Yield the candidates of ``ids`` in their order; ``zone`` gives the day of the ask."""
    for start in range(0, len(ids), CHUNK):
        yield from _candidates(session, ids[start : start + CHUNK], zone)


def _rows(session: Session, sql: str, ids: Sequence[int]) -> Sequence[Any]:
    # Through the driver: typed rows cost five times as much, and the texts are wanted.
    rows: Sequence[Any] = (
        driver_connection(session).execute(sql, (json.dumps(list(ids)),)).fetchall()
    )
    return rows


def _contacts(session: Session, ids: Sequence[int]) -> Iterator[ContactRecord]:
    channels: dict[str, dict[int, list[Labelled]]] = {
        kind: defaultdict(list) for kind in CHANNEL_KINDS
    }
    for contact_id, kind, label, value in _rows(session, _CHANNELS, ids):
        channels[kind][contact_id].append((label, value))
    emails, phones, links = (channels[kind] for kind in ("email", "phone", "link"))
    tags: dict[int, list[str]] = defaultdict(list)
    for contact_id, name in _rows(session, _TAGS, ids):
        tags[contact_id].append(name)
    for row in _rows(session, _CONTACTS, ids):
        key, name, first, last, company, position, location, how_met, notes, *rest = row
        connected_on, source, last_contact_at, created_at, updated_at = rest
        yield ContactRecord(
            key,
            name,
            first,
            last,
            tuple(emails[key]) if key in emails else (),
            tuple(phones[key]) if key in phones else (),
            tuple(links[key]) if key in links else (),
            company,
            position,
            location,
            how_met,
            notes,
            tuple(tags[key]) if key in tags else (),
            connected_on,
            source,
            last_contact_at,
            created_at,
            updated_at,
        )


def _candidates(session: Session, ids: Sequence[int], zone: tzinfo) -> Iterator[CandidateRecord]:
    goals: dict[int, list[str]] = defaultdict(list)
    for candidate_id, title in _rows(session, _GOALS, ids):
        goals[candidate_id].append(title)
    rows = _rows(session, _CANDIDATES, ids)
    people = {record.id: record for record in _contacts(session, sorted({r[1] for r in rows}))}
    for row in rows:
        asked_on = _day(row[5], zone)
        yield CandidateRecord(
            id=row[0],
            contact=people[row[1]],
            stage=row[2],
            sub_state=row[3],
            goals=tuple(goals.get(row[0], ())),
            next_step=row[4],
            follow_up_at=row[6],
            follow_up_local=row[7],
            asked_on=asked_on,
            job_description=row[8],
        )


def _day(moment: str, zone: tzinfo) -> str:
    if not moment:
        return ""
    return datetime.fromisoformat(moment).astimezone(zone).date().isoformat()
