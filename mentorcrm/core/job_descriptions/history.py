"""The list of a description's versions in words, and what two versions have apart."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, case, func, select
from sqlalchemy.orm import Session, aliased

from mentorcrm.core.i18n import _, ngettext
from mentorcrm.core.job_descriptions import sendings
from mentorcrm.core.job_descriptions.difference import TextDifference, text_difference, word_changes
from mentorcrm.core.job_descriptions.sections import section_titles
from mentorcrm.core.job_descriptions.sendings import SendingRow
from mentorcrm.core.job_descriptions.versions import KEPT, VersionDetail
from mentorcrm.core.schema import Version

TITLE, ORDER = "title", "order"
_WORDED = KEPT[:-1]
"""The title and the sections: what has words."""


@dataclass(frozen=True, slots=True)
class PartChange:
    """How many words a version added to a section (or the title), and how many it took out."""

    part: str
    added: int
    removed: int


@dataclass(frozen=True, slots=True)
class VersionName:
    """What a version is called by, and when it was saved last."""

    id: int
    name: str
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version as a list shows it, without its texts."""

    id: int
    description_id: int
    name: str
    title: str
    created_at: datetime
    updated_at: datetime
    first: bool
    changes: tuple[PartChange, ...]
    """Against the version before; of the first version, its words."""
    reordered: bool
    sendings: tuple[SendingRow, ...]

    @property
    def added(self) -> int:
        """Return how many words this version added."""
        return sum(change.added for change in self.changes)

    @property
    def removed(self) -> int:
        """Return how many words this version took out."""
        return sum(change.removed for change in self.changes)


@dataclass(frozen=True, slots=True)
class Difference:
    """What two versions have apart, part by part in the order of the newer one."""

    parts: tuple[tuple[str, TextDifference], ...]
    """The title first, then every section, empty ones too; their order if it is another one."""

    @property
    def changed(self) -> tuple[str, ...]:
        """Return the parts that read differently."""
        return tuple(part for part, texts in self.parts if texts.changed)


def outline(session: Session, description_id: int) -> list[VersionName]:
    """Return id, name and time of all versions, newest first; reads no texts."""
    query = (
        select(Version.id, Version.name, Version.updated_at)
        .where(Version.job_description_id == description_id)
        .order_by(Version.id.desc())
    )
    return [VersionName(*row) for row in session.execute(query)]


def versions(
    session: Session, description_id: int, ids: Collection[int] | None = None
) -> list[VersionRow]:
    """Return the versions of a description, newest first, with what each changed and who got it.

    Only those of ``ids`` are read, if given: comparing takes about 0.1 ms for each. Texts are
    read only where they differ from the version before.
    """
    sent: dict[int, list[SendingRow]] = {}
    for sending in sendings.of_description(session, description_id):
        sent.setdefault(sending.version_id, []).append(sending)
    query = _changes(description_id)
    if ids is not None:
        query = query.where(Version.id.in_(ids))
    return [_row(row, tuple(sent.get(row.id, ()))) for row in session.execute(query)]


def difference(old: VersionDetail, new: VersionDetail) -> Difference:
    """Return what two versions have apart."""
    parts = [(TITLE, text_difference(old.title, new.title))]
    for section, text in new.sections.items():
        parts.append((section, text_difference(old.sections[section], text)))
    if old.order != new.order:
        titles = section_titles()
        orders = ("\n".join(titles[name] for name in side.order) for side in (old, new))
        parts.append((ORDER, text_difference(*orders)))
    return Difference(tuple(parts))


def part_titles() -> dict[str, str]:
    """Return what the parts of a difference are called."""
    return {TITLE: _("Title"), **section_titles(), ORDER: _("Order of the sections")}


def change_words(row: VersionRow) -> str:
    """Return what a version changed, in one line: "Why it matters: 12 words added, 3 removed"."""
    if row.first:
        text = ngettext("First version, {n} word", "First version, {n} words", row.added)
        return text.format(n=row.added)
    if not row.changes:
        return _("Sections in another order") if row.reordered else _("Nothing changed")
    if len(row.changes) == 1:
        where = part_titles()[row.changes[0].part]
    else:
        number = len(row.changes)
        where = ngettext("{n} section", "{n} sections", number).format(n=number)
    return _("{where}: {what}").format(where=where, what=_amount(row.added, row.removed))


def _amount(added: int, removed: int) -> str:
    if added and removed:
        text = ngettext(
            "{n} word added, {removed} removed", "{n} words added, {removed} removed", added
        )
        return text.format(n=added, removed=removed)
    if added:
        return ngettext("{n} word added", "{n} words added", added).format(n=added)
    if removed:
        return ngettext("{n} word removed", "{n} words removed", removed).format(n=removed)
    return _("a small change")


def _changes(description_id: int) -> Any:
    """Return the query of all versions, newest first, with both texts of what changed."""
    order = Version.id
    pairs = (
        select(
            Version.id,
            func.lag(Version.id).over(order_by=order).label("before"),
        )
        .where(Version.job_description_id == description_id)
        .subquery()
    )
    before = aliased(Version)
    columns: list[Any] = [
        Version.id, Version.job_description_id, Version.name, Version.title,
        Version.created_at, Version.updated_at, before.id.is_(None).label("first"),
    ]  # fmt: skip
    for part in KEPT:
        old, new = getattr(before, part), getattr(Version, part)
        differs = new.is_distinct_from(old)
        columns.append(case((differs, func.coalesce(old, ""))).label(f"old_{part}"))
        columns.append(case((differs, new)).label(f"new_{part}"))
    return (
        select(*columns)
        .join(pairs, pairs.c.id == Version.id)
        .outerjoin(before, before.id == pairs.c.before)
        .order_by(Version.id.desc())
    )


def _row(row: Row[Any], sent: tuple[SendingRow, ...]) -> VersionRow:
    values = row._asdict()
    first = bool(row.first)
    changes = []
    for part in _WORDED:
        old, new = values[f"old_{part}"], values[f"new_{part}"]
        words = None if new is None else word_changes(old, new)
        if words is not None and not (first and (part == TITLE or not words[0])):
            changes.append(PartChange(part, *words))
    return VersionRow(
        id=row.id,
        description_id=row.job_description_id,
        name=row.name,
        title=row.title,
        created_at=row.created_at,
        updated_at=row.updated_at,
        first=first,
        changes=tuple(changes),
        reordered=not first and values["new_section_order"] is not None,
        sendings=sent,
    )
