"""The crowd of the demo: any number of invented people and cards, written in bulk."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from mentorcrm.core import contacts
from mentorcrm.core.demo import names, work
from mentorcrm.core.demo.told import Moment
from mentorcrm.core.long_action import LongAction
from mentorcrm.core.moments import LOCAL_FORMAT, resolve
from mentorcrm.core.progress import Progress
from mentorcrm.core.schema import INSTANT_FORMAT, STAGES, SUB_STATES, Tag
from mentorcrm.core.text import fold

_CHUNK = 5_000
_FIRST_RANK = 1_000_000.0

_CONTACT = (
    *("name", "first_name", "last_name", "sort_name", "company", "position", "location"),
    *("how_met", "notes", "source", "connected_on", "last_contact_at"),
    *("created_at", "updated_at"),
)
_CHANNEL = ("contact_id", "kind", "label", "value", "folded", "place")
_ACTIVITY = ("contact_id", "kind", "happened_at", "title", "body", "created_at", "updated_at")
_CANDIDATE = (
    *("contact_id", "stage", "sub_state", "rank", "next_step", "asked_at"),
    *("stage_changed_at", "created_at", "updated_at"),
)
_REMINDER = (
    *("contact_id", "candidate_id", "kind", "local_at", "zone", "due_at"),
    *("created_at", "updated_at"),
)


@dataclass(frozen=True, slots=True)
class _Someone:
    row: tuple[Any, ...]
    channels: tuple[tuple[str, str, str], ...]
    tags: tuple[str, ...]
    entries: tuple[tuple[str, str, str, str], ...]


def add_people(
    action: LongAction, count: int, when: Moment, chance: random.Random, progress: Progress
) -> list[int]:
    """Add ``count`` people; return their ids."""
    known: dict[str, int] = {}
    ids: list[int] = []
    crowd = _crowd(when, chance)
    while len(ids) < count:
        progress.report(len(ids), count)
        some = list(islice(crowd, min(_CHUNK, count - len(ids))))
        with action.chunk() as session:
            ids.extend(_write(action, session, some, known))
    return ids


def _write(
    action: LongAction, session: Session, some: Sequence[_Someone], known: dict[str, int]
) -> range:
    ids = action.insert_rows(session, "contact", _CONTACT, [each.row for each in some])
    people = list(zip(ids, some, strict=True))
    channels = [
        (key, kind, label, value, contacts.folded_channel(kind, value), place)
        for key, each in people
        for place, (kind, label, value) in enumerate(each.channels)
    ]
    action.insert_rows(session, "channel", _CHANNEL, channels)
    tags = [(key, _tag(session, name, known)) for key, each in people for name in each.tags]
    action.insert_rows(session, "contact_tag", ("contact_id", "tag_id"), tags)
    entries = [
        (key, kind, moment, title, body, moment, moment)
        for key, each in people
        for kind, moment, title, body in each.entries
    ]
    action.insert_rows(session, "activity", _ACTIVITY, entries)
    return ids


def _tag(session: Session, name: str, known: dict[str, int]) -> int:
    if name not in known:
        found = session.scalar(select(Tag.id).where(Tag.folded == fold(name)))
        if found is None:
            row = insert(Tag).values(name=name, folded=fold(name)).returning(Tag.id)
            found = session.execute(row).scalar_one()
        known[name] = found
    return known[name]


def _crowd(when: Moment, chance: random.Random) -> Iterator[_Someone]:
    for given, family, city in names.people(chance):
        yield _someone(given, family, city, when, chance)


def _someone(given: str, family: str, city: str, when: Moment, chance: random.Random) -> _Someone:
    name = f"{given} {family}"
    company = chance.choice(work.COMPANIES)
    position, fitting = chance.choice(work.POSITIONS)
    made = _utc(when.ago(100))
    entries = _entries(when, chance)
    two_way = [moment for kind, moment, _t, _b in entries if kind not in ("note", "message_out")]
    row = (
        *(name, given, family, fold(name), company, position, city),
        chance.choice(work.HOW_MET) if chance.random() < 0.15 else "",
        chance.choice(work.NOTES) if chance.random() < 0.12 else "",
        "linkedin" if chance.random() < 0.85 else "manual",
        (when.now - timedelta(days=chance.randrange(20, 3_600))).date().isoformat(),
        max(two_way, default=None),
        *(made, made),
    )
    return _Someone(row, _channels(name, company, chance), _tags(fitting, chance), entries)


def _channels(name: str, company: str, chance: random.Random) -> tuple[tuple[str, str, str], ...]:
    slug = "".join(letter if letter.isalnum() else "-" for letter in fold(name)).strip("-")
    found = [("link", "", f"https://people.example/{slug}")]
    if chance.random() < 0.35:
        host = fold(company).replace(" ", "-")
        found.append(("email", "work", f"{slug.replace('-', '.')}@{host}.example"))
    if chance.random() < 0.08:
        # The range that the United Kingdom keeps for drama.
        found.append(("phone", "mobile", f"+44 7700 900{chance.randrange(1000):03d}"))
    return tuple(found)


def _tags(fitting: str, chance: random.Random) -> tuple[str, ...]:
    found = [fitting] if chance.random() < 0.4 else []
    if chance.random() < 0.15:
        found.append(chance.choice(work.TAGS))
    return tuple(dict.fromkeys(found))


def _entries(when: Moment, chance: random.Random) -> tuple[tuple[str, str, str, str], ...]:
    if chance.random() > 0.35:
        return ()
    found = []
    for _turn in range(chance.choice((1, 1, 1, 2, 3))):
        kind, title, body = chance.choice(work.ENTRIES)
        found.append((kind, _utc(when.ago(round(chance.triangular(3, 900, 20)))), title, body))
    return tuple(found)


def add_cards(
    action: LongAction,
    people: Sequence[int],
    when: Moment,
    goal_ids: Sequence[int],
    chance: random.Random,
) -> None:
    """Put ``people`` on the board in bulk, after the cards that are there."""
    for start in range(0, len(people), _CHUNK):
        some = people[start : start + _CHUNK]
        rows = [_card(contact, start + place, when, chance) for place, contact in enumerate(some)]
        with action.chunk() as session:
            ids = action.insert_rows(session, "candidate", _CANDIDATE, rows)
            links = [(card, chance.choice(goal_ids)) for card in ids]
            action.insert_rows(session, "candidate_goal", ("candidate_id", "goal_id"), links)
            waiting = [
                _follow_up(row, card, when, chance)
                for card, row in zip(ids, rows, strict=True)
                if row[1] == "asked"
            ]
            action.insert_rows(session, "reminder", _REMINDER, waiting)


def _card(contact: int, place: int, when: Moment, chance: random.Random) -> tuple[Any, ...]:
    stage = chance.choices(STAGES, (9, 4, 3, 2))[0]
    changed = _utc(when.ago(chance.randrange(1, 60)))
    return (
        *(contact, stage, chance.choice(SUB_STATES[stage]), _FIRST_RANK + 1024.0 * place),
        chance.choice(work.NEXT_STEPS[stage]),
        None if stage == "identified" else changed,
        *(changed, _utc(when.ago(80)), changed),
    )


def _follow_up(
    row: tuple[Any, ...], card: int, when: Moment, chance: random.Random
) -> tuple[Any, ...]:
    local = when.morning(chance.randrange(1, 30))
    made = row[-1]
    return (
        *(row[0], card, "follow_up", local.strftime(LOCAL_FORMAT), when.zone.key),
        *(_utc(resolve(local, when.zone)), made, made),
    )


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime(INSTANT_FORMAT)
