"""What an import would do: who is new, who changes, who may be a duplicate.

The plan is made against one moment of the data and writes nothing, so the preview and the
dry run are the same plan as the real thing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from sqlalchemy.orm import Session

from mentorcrm.core.i18n import _
from mentorcrm.core.imports import updates
from mentorcrm.core.imports.duplicates import Suggester
from mentorcrm.core.imports.known import Key, Known, Lookup
from mentorcrm.core.imports.linkedin import slug_of
from mentorcrm.core.imports.matching import ROW, SLUG, imported_text, is_role, name_key, row_key
from mentorcrm.core.imports.records import ImportResult, Person, Reading, Warned
from mentorcrm.core.imports.updates import Update
from mentorcrm.core.progress import Progress
from mentorcrm.core.text import fold

_STEP = 500


@dataclass(slots=True)
class Entry:
    """A person of the file with all rows that are about them, and what they are known by."""

    person: Person
    source: str
    key: str
    contact_id: int | None = None
    other: Entry | int | None = None
    """The contact, known or of this file, that may be the same person."""
    reason: str = ""
    folded: str = ""
    """The folded name, once it is needed."""

    @property
    def imported(self) -> str:
        """Return what is remembered of this person; made anew, for a file has many."""
        return imported_text(self.person)


@dataclass(slots=True)
class Plan:
    """The new people and the changes, and the counts they make."""

    reading: Reading
    new: list[Entry] = field(default_factory=list)
    updates: list[Update] = field(default_factory=list)
    unchanged: int = 0
    possible_duplicates: int = 0
    repeated: list[Warned] = field(default_factory=list)

    def result(self, import_id: int | None = None) -> ImportResult:
        """Return the counts as the user sees them."""
        warnings = sorted(self.reading.warnings + self.repeated, key=lambda w: w.row or 0)
        return ImportResult(
            import_id=import_id,
            new=len(self.new) - self.possible_duplicates,
            updated=len(self.updates),
            unchanged=self.unchanged,
            possible_duplicates=self.possible_duplicates,
            skipped=self.reading.skipped,
            warnings=warnings,
        )


def build(session: Session, reading: Reading, progress: Progress) -> Plan:
    """Return what importing this file would do to the data as it is now."""
    plan = Plan(reading)
    entries = _entries(reading.people, plan, progress)
    lookup = Lookup(session, progress)
    by_slug = lookup.keys(SLUG, [e.key for e in entries if e.source == SLUG])
    by_row = lookup.keys(ROW, [e.key for e in entries if e.source == ROW])
    changed: list[tuple[Entry, Key]] = []
    unknown: list[Entry] = []
    for entry in entries:
        known = (by_slug if entry.source == SLUG else by_row).get(entry.key)
        if known is None:
            unknown.append(entry)
        elif known.imported == entry.imported:
            plan.unchanged += 1
        else:
            changed.append((entry, known))
    _plan_changes(lookup, plan, changed)
    if unknown:
        taken = {key.contact_id for key in (*by_slug.values(), *by_row.values())}
        _plan_unknown(lookup, plan, unknown, _Finder(lookup, entries, unknown, taken))
    return plan


def _entries(people: Iterable[Person], plan: Plan, progress: Progress) -> list[Entry]:
    """Return one entry per person; rows that repeat one fill its gaps and count as unchanged."""
    found: dict[tuple[str, str], Entry] = {}
    for number, person in enumerate(people):
        if number % _STEP == 0:
            progress.check()
        source, key = (SLUG, person.slug) if person.slug else (ROW, row_key(person))
        entry = found.get((source, key))
        copies = 1
        while entry is not None and source == ROW and _contradict(entry.person, person):
            copies += 1
            entry = found.get((source, f"{key}|{copies}"))
        if copies > 1:
            key = f"{key}|{copies}"
        if entry is None:
            found[source, key] = Entry(person, source, key)
            continue
        text = _("The row repeats the person of row {row}; what was missing there was added.")
        plan.repeated.append(Warned(person.row, text.format(row=entry.person.row)))
        plan.unchanged += 1
        entry.person = _joined(entry.person, person)
    return list(found.values())


def _contradict(one: Person, other: Person) -> bool:
    """Tell whether two rows of one name and date speak of two people."""
    if one.emails and other.emails:
        return not {*map(fold, one.emails)} & {*map(fold, other.emails)}
    return bool(one.company and other.company and fold(one.company) != fold(other.company))


def _joined(first: Person, later: Person) -> Person:
    known = {fold(address) for address in first.emails}
    more = tuple(address for address in later.emails if fold(address) not in known)
    return first._replace(
        company=first.company or later.company,
        position=first.position or later.position,
        connected_on=first.connected_on or later.connected_on,
        emails=first.emails + more,
    )


def _plan_changes(lookup: Lookup, plan: Plan, changed: list[tuple[Entry, Key]]) -> None:
    contacts = lookup.contacts({key.contact_id for _entry, key in changed})
    for entry, key in changed:
        update = updates.change(contacts[key.contact_id], entry.person, key, entry.imported)
        if update is None:
            plan.unchanged += 1
        else:
            plan.updates.append(update)


def _plan_unknown(lookup: Lookup, plan: Plan, unknown: list[Entry], finder: _Finder) -> None:
    """Find known people by other means than their own key; the rest are new."""
    matches = finder.matches()
    contacts = lookup.contacts(set(matches.values()))
    new: list[Entry] = []
    for entry in unknown:
        contact = contacts.get(matches.get(entry.person.row, 0))
        if contact is None:
            new.append(entry)
            continue
        update = updates.adopt(contact, entry.person, entry.source, entry.key, entry.imported)
        if update is None:
            plan.unchanged += 1
        else:
            plan.updates.append(update)
    for entry in new:
        entry.folded = fold(entry.person.name)
    suggester = Suggester(
        lookup,
        {entry.folded for entry in new},
        finder.same_email,
        profiles_only=all(entry.person.slug for entry in new),
    )
    for entry in new:
        suggestion = suggester.suggest(entry.person, entry)
        if suggestion is not None:
            entry.other, entry.reason = suggestion
            plan.possible_duplicates += 1
    plan.new = new


class _Finder:
    """Find contacts for rows whose own key is not known, each contact once."""

    def __init__(
        self, lookup: Lookup, entries: list[Entry], unknown: list[Entry], taken: set[int]
    ) -> None:
        self._lookup = lookup
        self._unknown = unknown
        self._taken = taken
        self._entries = entries
        self._found: dict[int, int] = {}
        self.same_email: dict[int, list[Known]] = {}
        """Contacts that share an address with a row but were not taken for the same person."""

    def matches(self) -> dict[int, int]:
        """Return row to contact for those that are known after all."""
        self._by_link()
        self._by_row_key()
        self._by_name_and_date()
        self._by_email()
        return self._found

    def _take(self, entry: Entry, contact_id: int) -> None:
        if contact_id not in self._taken:
            self._taken.add(contact_id)
            self._found[entry.person.row] = contact_id

    def _open(self, source: str) -> list[Entry]:
        return [
            entry
            for entry in self._unknown
            if entry.source == source and entry.person.row not in self._found
        ]

    @cached_property
    def _rows(self) -> Counter[str]:
        return Counter(row_key(entry.person) for entry in self._entries)

    def _by_link(self) -> None:
        """Take contacts whose profile address the user typed."""
        links: dict[str, int] = {}
        for value, contact_id in self._lookup.hand_typed_links():
            links.setdefault(slug_of(value), contact_id)
        for entry in self._open(SLUG) if links else ():
            if entry.key in links:
                self._take(entry, links[entry.key])

    def _by_row_key(self) -> None:
        """Take people of an older file without addresses, now that one comes with them."""
        if not self._lookup.has_keys(ROW):
            return
        rows = {row_key(entry.person): entry for entry in self._open(SLUG)}
        single = {
            key: e for key, e in rows.items() if e.person.connected_on and self._rows[key] == 1
        }
        known = self._lookup.keys(ROW, [*single, *(f"{key}|2" for key in single)])
        contacts = self._lookup.contacts({key.contact_id for key in known.values()})
        for key, entry in single.items():
            if key in known and f"{key}|2" not in known:
                contact = contacts[known[key].contact_id]
                if not contact.has_slug:
                    self._take(entry, contact.id)

    def _by_name_and_date(self) -> None:
        """Take people who came with an address, when an older file has none."""
        rows = {
            entry.key: entry
            for entry in self._open(ROW)
            if entry.person.connected_on and self._rows[row_key(entry.person)] == 1
        }
        found: dict[str, list[int]] = {}
        for contact in self._lookup.named({fold(entry.person.name) for entry in rows.values()}):
            if contact.has_slug:
                key = f"{fold(contact.name)}|{contact.connected_on}"
                found.setdefault(key, []).append(contact.id)
        for key, ids in found.items():
            if key in rows and len(ids) == 1:
                self._take(rows[key], ids[0])

    def _by_email(self) -> None:
        """Take contacts with the same personal address whose name agrees."""
        open_ = [*self._open(SLUG), *self._open(ROW)]
        wanted: dict[str, list[Entry]] = {}
        for entry in open_:
            for address in entry.person.emails:
                if not is_role(address):
                    wanted.setdefault(fold(address), []).append(entry)
        pairs = [
            (entry, contact_id)
            for folded, contact_id in self._lookup.emails(wanted)
            for entry in wanted[folded]
        ]
        contacts = self._lookup.contacts({contact_id for _entry, contact_id in pairs})
        for entry, contact_id in pairs:
            contact = contacts[contact_id]
            rivals = entry.source == SLUG and contact.has_slug
            if not rivals and name_key(contact.name) == name_key(entry.person.name):
                if entry.person.row not in self._found:
                    self._take(entry, contact_id)
            else:
                self.same_email.setdefault(entry.person.row, []).append(contact)
