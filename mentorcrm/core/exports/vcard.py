"""vCard 3.0 (RFC 2426), the version that Apple, Google and Outlook all read."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import TextIO

from mentorcrm.core.exports.records import CandidateRecord, ContactRecord, Labelled, Record

_WIDTH = 75
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SPECIAL = ("\\", ";", ",")
_TYPES = {
    "work": "WORK",
    "business": "WORK",
    "home": "HOME",
    "private": "HOME",
    "personal": "HOME",
    "mobile": "CELL",
    "cell": "CELL",
    "fax": "FAX",
    "pager": "PAGER",
    "voice": "VOICE",
    "main": "PREF",
    "primary": "PREF",
}


def write(file: TextIO, records: Iterable[Record], *, candidates: bool = False) -> None:
    """Write one card after the other; ``candidates`` is told by the records themselves."""
    for record in records:
        file.write(card(record))


def card(record: Record) -> str:
    """Return the card of ``record``, folded, with CRLF line ends."""
    if isinstance(record, CandidateRecord):
        lines = [*_person(record.contact), *_candidate(record)]
    else:
        lines = list(_person(record))
    body = "\r\n".join(map(fold, lines))
    return f"BEGIN:VCARD\r\nVERSION:3.0\r\n{body}\r\nEND:VCARD\r\n"


def fold(line: str) -> str:
    """Return ``line`` broken after 75 octets at most, never inside a character."""
    if len(line) <= _WIDTH and (line.isascii() or len(line.encode()) <= _WIDTH):
        return line
    octets = line.encode()
    parts, start, room = [], 0, _WIDTH
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0xC0 == 0x80:
            end -= 1
        parts.append(octets[start:end].decode())
        start, room = end, _WIDTH - 1
    parts.append(octets[start:].decode())
    return "\r\n ".join(parts)


def escaped(text: str) -> str:
    """Return ``text`` as a value: separators and line breaks behind a backslash."""
    if text.isalnum():
        return text
    for special in _SPECIAL:
        text = text.replace(special, f"\\{special}")
    if text.isprintable():
        return text
    text = text.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")
    return _CONTROLS.sub("", text)


def _person(record: ContactRecord) -> Iterator[str]:
    yield f"UID:{_uid(record)}"
    given = record.first_name or ("" if record.last_name else record.name)
    yield f"N:{escaped(record.last_name)};{escaped(given)};;;"
    yield f"FN:{escaped(record.name)}"
    if record.company:
        yield f"ORG:{escaped(record.company)}"
    if record.position:
        yield f"TITLE:{escaped(record.position)}"
    yield from _channels(record)
    if record.location:
        yield f"ADR:;;;{escaped(record.location)};;;"
    if record.notes:
        yield f"NOTE:{escaped(record.notes)}"
    if record.tags:
        yield "CATEGORIES:" + ",".join(map(escaped, record.tags))
    if record.connected_on:
        yield f"X-MENTORCRM-CONNECTED:{record.connected_on}"
    if record.how_met:
        yield f"X-MENTORCRM-HOW-MET:{escaped(record.how_met)}"
    if record.updated_at:
        yield f"REV:{record.updated_at}"


def _candidate(record: CandidateRecord) -> Iterator[str]:
    yield f"X-MENTORCRM-STAGE:{record.stage}"
    yield f"X-MENTORCRM-SUB-STATE:{record.sub_state}"
    for goal in record.goals:
        yield f"X-MENTORCRM-GOAL:{escaped(goal)}"
    if record.next_step:
        yield f"X-MENTORCRM-NEXT-STEP:{escaped(record.next_step)}"
    if record.follow_up_at:
        yield f"X-MENTORCRM-FOLLOW-UP:{record.follow_up_at}"
    if record.asked_on:
        yield f"X-MENTORCRM-ASKED-ON:{record.asked_on}"


def _channels(record: ContactRecord) -> Iterator[str]:
    groups = iter(range(1, 1_000_000))
    for pair in record.emails:
        yield from _labelled("EMAIL;TYPE=INTERNET", pair, escaped(pair[1]), groups)
    for pair in record.phones:
        yield from _labelled("TEL", pair, escaped(pair[1]), groups)
    for pair in record.links:
        # A link is a URI: commas and semicolons stay, white space has no place in it.
        uri = "".join(_CONTROLS.sub("", pair[1]).split())
        if is_linkedin(uri):
            yield f"URL:{uri}"
            yield f"X-SOCIALPROFILE;type=linkedin:{uri}"
        else:
            yield from _labelled("URL", pair, uri, groups)


def _labelled(name: str, pair: Labelled, value: str, groups: Iterator[int]) -> Iterator[str]:
    label = pair[0].strip()
    known = _TYPES.get(label.casefold())
    if known:
        joint = "," if ";TYPE=" in name else ";TYPE="
        yield f"{name}{joint}{known}:{value}"
    elif label:
        # A word of the user's own, in the way all big address books read.
        group = f"item{next(groups)}"
        yield f"{group}.{name}:{value}"
        yield f"{group}.X-ABLabel:{escaped(label)}"
    else:
        yield f"{name}:{value}"


def is_linkedin(link: str) -> bool:
    """Tell whether ``link`` leads to a page of LinkedIn."""
    host = link.split("://", 1)[-1].split("/", 1)[0].casefold()
    return host == "linkedin.com" or host.endswith(".linkedin.com")


def _uid(record: ContactRecord) -> str:
    # The same person keeps the UID in every export; another database does not share it.
    seed = f"mentorcrm contact {record.id} {record.created_at}"
    return hashlib.blake2b(seed.encode(), digest_size=16).hexdigest()
