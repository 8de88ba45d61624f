"""The columns of the table of people: what each is called, shows and sorts by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from mentorcrm.core.cards import stage_name
from mentorcrm.core.i18n import _
from mentorcrm.gui.format import ago, short_day

if TYPE_CHECKING:
    from mentorcrm.core.contacts import ContactRow

Text = Callable[["ContactRow", datetime, ZoneInfo], str]


@dataclass(frozen=True, slots=True)
class Column:
    """One column; ``width`` is in average characters, ``sort`` is a sort of core or nothing.

    Where room is short the column that ``stays`` least goes first.
    """

    id: str
    title: str
    text: Text
    width: int
    sort: str = ""
    stays: int = 0
    shown: bool = True


def columns() -> tuple[Column, ...]:
    """Return every column in its first order; the name is always shown."""
    return (
        Column("name", _("Name"), lambda row, _now, _zone: row.name, 27, "name", 9),
        Column("position", _("Position"), lambda row, _now, _zone: row.position, 26, "position", 5),
        Column("company", _("Company"), lambda row, _now, _zone: row.company, 21, "company", 4),
        Column("stages", _("Board"), _stages, 17, stays=6),
        Column("tags", _("Tags"), lambda row, _now, _zone: ", ".join(row.tags), 24, stays=2),
        Column("last_contact", _("Last contact"), _last_contact, 17, "last_contact", 3),
        Column("connected_on", _("Connected on"), _connected_on, 18, "connected_on", 1),
        Column("email", _("E-mail"), lambda row, _now, _zone: row.email, 28, shown=False),
        Column("location", _("Location"), lambda row, _now, _zone: row.location, 20, shown=False),
        Column("added", _("Added"), _added, 15, "added", shown=False),
    )


def _stages(row: ContactRow, _now: datetime, _zone: ZoneInfo) -> str:
    return ", ".join(stage_name(stage) for stage in row.stages)


def _last_contact(row: ContactRow, now: datetime, zone: ZoneInfo) -> str:
    return "" if row.last_contact_at is None else ago(row.last_contact_at, now, zone)


def _connected_on(row: ContactRow, _now: datetime, _zone: ZoneInfo) -> str:
    return "" if row.connected_on is None else short_day(row.connected_on)


def _added(row: ContactRow, _now: datetime, zone: ZoneInfo) -> str:
    return short_day(row.created_at.astimezone(zone).date())
