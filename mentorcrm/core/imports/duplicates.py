"""Who among the new people may be somebody already known: a suggestion, never a merge."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
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
        folded_names: Collection[str],
        same_email: Mapping[int, Sequence[Known]],
        *,
        profiles_only: bool,
    ) -> None:
        self._same_email = same_email
        self._profiles_only = profiles_only
        """Every new person has a profile: who else has one is somebody else."""
        self._by_name: dict[str, list[_Candidate]] = {}
        self._without_profile: dict[str, list[_Candidate]] = {}
        names = set(folded_names)
        names |= {name.partition(",")[0] for name in names if "," in name}
        for known in lookup.named(names):
            if not known.deleted:
                candidate = _Candidate(known.id, known.company, known.has_slug)
                self._add(known.name, candidate)

    def _add(self, name: str, candidate: _Candidate) -> None:
        if self._profiles_only and candidate.has_slug:
            return
        key = name_key(name)
        self._by_name.setdefault(key, []).append(candidate)
        if not candidate.has_slug:
            self._without_profile.setdefault(key, []).append(candidate)

    def suggest(self, person: Person, new: object) -> tuple[Any, str] | None:
        """Return who this may be and why; ``new`` stands for the person from now on."""
        found = self._like(person) or self._by_email(person)
        self._add(person.name, _Candidate(new, person.company, bool(person.slug)))
        return found

    def _like(self, person: Person) -> tuple[Any, str] | None:
        # Two profiles are two people, however alike their names are.
        known = self._without_profile if person.slug else self._by_name
        weaker = None
        for candidate in known.get(name_key(person.name), ()) if known else ():
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
