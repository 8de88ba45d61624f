"""Who among the new people may be somebody already known: a suggestion, never a merge."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from mentorcrm.core.imports.known import Known, Lookup
from mentorcrm.core.imports.matching import companies_agree, name_key
from mentorcrm.core.imports.records import Person
from mentorcrm.core.text import fold

SAME_NAME = "name"
SAME_NAME_AND_COMPANY = "name_company"
SAME_EMAIL = "email"


class _Candidate(NamedTuple):
    other: Any
    company: str
    has_slug: bool


class Suggester:
    """Suggest the contact, known or of the same file, that a new person may be."""

    def __init__(
        self,
        lookup: Lookup,
        people: Sequence[Person],
        same_email: Mapping[int, Sequence[Known]],
    ) -> None:
        self._same_email = same_email
        self._by_name: dict[str, list[_Candidate]] = {}
        names = {fold(person.name) for person in people}
        names |= {name.partition(",")[0] for name in names if "," in name}
        for known in lookup.named(names):
            if known.deleted:
                continue
            candidate = _Candidate(known.id, known.company, known.has_slug)
            self._by_name.setdefault(name_key(known.name), []).append(candidate)

    def suggest(self, person: Person, new: object) -> tuple[Any, str] | None:
        """Return who this may be and why; ``new`` stands for the person from now on."""
        key = name_key(person.name)
        candidates = self._by_name.setdefault(key, [])
        found = self._like(person, candidates) or self._by_email(person)
        candidates.append(_Candidate(new, person.company, bool(person.slug)))
        return found

    @staticmethod
    def _like(person: Person, candidates: Sequence[_Candidate]) -> tuple[Any, str] | None:
        weaker = None
        for candidate in candidates:
            # Two profiles are two people, however alike their names are.
            if candidate.has_slug and person.slug:
                continue
            if not companies_agree(candidate.company, person.company):
                continue
            if candidate.company and person.company:
                return candidate.other, SAME_NAME_AND_COMPANY
            weaker = weaker or (candidate.other, SAME_NAME)
        return weaker

    def _by_email(self, person: Person) -> tuple[Any, str] | None:
        """Suggest somebody with the same personal address and first name: names change."""
        for contact in self._same_email.get(person.row, ()):
            same_first = fold(contact.first_name) == fold(person.first_name) != ""
            if same_first and not contact.aside:
                return contact.id, SAME_EMAIL
        return None
