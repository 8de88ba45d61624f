"""What every reader hands over: people, and what could not be read, by row."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Person(NamedTuple):
    """One person of a file; ``row`` is the line at which the record starts."""

    row: int
    first_name: str = ""
    last_name: str = ""
    company: str = ""
    position: str = ""
    url: str = ""
    slug: str = ""
    """The profile's own part of the LinkedIn address, decoded and casefolded."""
    emails: tuple[str, ...] = ()
    connected_on: str = ""
    """ISO date, or empty."""

    @property
    def name(self) -> str:
        """Return first and last name as one."""
        return f"{self.first_name} {self.last_name}".strip()


class Skipped(NamedTuple):
    """A record that did not become a person, and why."""

    row: int
    reason: str


class Warned(NamedTuple):
    """Something the user should know; ``row`` is None when it is about the whole file."""

    row: int | None
    text: str


@dataclass(slots=True)
class Reading:
    """A file as it was understood."""

    file_name: str
    sha256: str
    format: str
    encoding: str
    people: list[Person] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    warnings: list[Warned] = field(default_factory=list)
    columns: dict[str, str] = field(default_factory=dict)
    """Field to the column it was read from."""


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did, or would do; the counts and the skipped add up to the records."""

    import_id: int | None
    new: int
    updated: int
    unchanged: int
    possible_duplicates: int
    skipped: list[Skipped]
    warnings: list[Warned]

    @property
    def records(self) -> int:
        """Return how many records the file has."""
        return (
            self.new + self.updated + self.unchanged + self.possible_duplicates + len(self.skipped)
        )

    def as_dict(self) -> dict[str, object]:
        """Return the result as the command line prints it."""
        return {
            "import_id": self.import_id,
            "new": self.new,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "possible_duplicates": self.possible_duplicates,
            "skipped": [skipped._asdict() for skipped in self.skipped],
            "warnings": [warned._asdict() for warned in self.warnings],
        }
