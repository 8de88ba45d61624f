"""When two records are the same person, may be, or are not.

Nothing here merges on a name alone: a name that agrees is a suggestion at most.
"""

from __future__ import annotations

import json
import re

from mentorcrm.core.imports.records import Person
from mentorcrm.core.text import fold

SLUG = "linkedin"
"""Source of keys that are a profile's slug."""
ROW = "linkedin-row"
"""Source of keys made of name and date, for rows that carry no profile address."""

_ROLES = frozenset(
    [
        "abuse",
        "admin",
        "billing",
        "careers",
        "contact",
        "customerservice",
        "enquiries",
        "events",
        "feedback",
        "hello",
        "help",
        "hostmaster",
        "hr",
        "info",
        "inquiries",
        "jobs",
        "mail",
        "marketing",
        "media",
        "news",
        "newsletter",
        "noreply",
        "no-reply",
        "office",
        "orders",
        "postmaster",
        "press",
        "recruiting",
        "sales",
        "security",
        "service",
        "services",
        "support",
        "team",
        "webmaster",
        "welcome",
    ]
)
_GENERATIONS = {
    "jr": "jr",
    "junior": "jr",
    "sr": "sr",
    "senior": "sr",
    "ii": "ii",
    "iii": "iii",
    "iv": "iv",
    "2nd": "ii",
    "3rd": "iii",
    "4th": "iv",
}
_LEGAL = frozenset(
    [
        "ab",
        "ag",
        "as",
        "asa",
        "bv",
        "co",
        "company",
        "corp",
        "corporation",
        "eg",
        "ev",
        "gbr",
        "gmbh",
        "inc",
        "incorporated",
        "kg",
        "kgaa",
        "limited",
        "llc",
        "llp",
        "ltd",
        "mbh",
        "nv",
        "ohg",
        "oy",
        "plc",
        "pty",
        "sa",
        "sarl",
        "sas",
        "se",
        "spa",
        "srl",
        "ug",
    ]
)
_SYMBOLS = re.compile(r"[^\w\s'’\-]+")
_WORDS = re.compile(r"[^\W_]+")
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_quoted = json.encoder.encode_basestring


def name_key(name: str) -> str:
    """Return the name for comparison: no credentials, no ornaments, generation kept."""
    head, _comma, tail = fold(name).partition(",")
    words = _SYMBOLS.sub(" ", head).split() if not head.isalnum() else [head]
    generation = ""
    if words and words[-1] in _GENERATIONS:
        generation = _GENERATIONS[words.pop()]
    if tail:
        suffixes = (_GENERATIONS.get(word, "") for word in _WORDS.findall(tail))
        generation = next(filter(None, suffixes), generation)
    return " ".join(words) + (f" {generation}" if generation else "")


def company_key(company: str) -> str:
    """Return the company for comparison, without its legal form."""
    words = _WORDS.findall(fold(company).replace(".", ""))
    return " ".join(word for word in words if word not in _LEGAL) or " ".join(words)


def companies_agree(one: str, other: str) -> bool:
    """Tell whether two companies may be one: equal, or one of them is not known."""
    if not one or not other:
        return True
    return company_key(one) == company_key(other)


def is_role(address: str) -> bool:
    """Tell whether an address belongs to an office rather than to a person."""
    local = address.partition("@")[0].casefold()
    return local.partition("+")[0] in _ROLES


def row_key(person: Person) -> str:
    """Return what stands for a row that carries no profile address."""
    return f"{fold(person.name)}|{person.connected_on}"


def imported_text(person: Person) -> str:
    """Return what this row gives, as it is kept to tell later whether anything changed.

    Joined by hand: the encoder takes four times as long, and a file has many rows.
    """
    _row, first, last, company, position, url, _slug, emails, connected_on = person
    return (
        f'{{"first_name":{_quoted(first)},"last_name":{_quoted(last)},'
        f'"company":{_quoted(company)},"position":{_quoted(position)},'
        f'"connected_on":{_quoted(connected_on)},"url":{_quoted(url)},'
        f'"emails":{_encode(emails) if emails else "[]"}}}'
    )
