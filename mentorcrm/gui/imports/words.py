"""Texts about an import, the same in wizard and history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentorcrm.core.i18n import _, ngettext
from mentorcrm.gui.format import count

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mentorcrm.core.imports import Skipped, TakenBack, Warned


def field_label(field: str) -> str:
    """Return what a field of a contact is called."""
    return {
        "name": _("Full name"),
        "first_name": _("First name"),
        "last_name": _("Last name"),
        "url": _("Profile address"),
        "email": _("E-mail"),
        "company": _("Company"),
        "position": _("Position"),
        "connected_on": _("Connected on"),
    }[field]


def people(number: int) -> str:
    """Return "1 person", "3 people"."""
    return ngettext("{n} person", "{n} people", number).format(n=count(number))


def report_lines(skipped: Iterable[Skipped], warnings: Iterable[Warned]) -> list[str]:
    """Return one line for each row that was skipped or needs a look."""
    lines = [
        _("Row {row} was skipped. {reason}").format(row=item.row, reason=item.reason)
        for item in skipped
    ]
    for warned in warnings:
        if warned.row is None:
            lines.append(warned.text)
        else:
            lines.append(_("Row {row}: {text}").format(row=warned.row, text=warned.text))
    return lines


def taken_back(result: TakenBack) -> str:
    """Return what taking an import back did."""
    parts = [_("Removed: {people}.").format(people=people(result.removed))]
    if result.restored:
        parts.append(
            _("Given their former details: {people}.").format(people=people(result.restored))
        )
    if result.kept:
        parts.append(
            _("Kept, because something was changed or added since: {people}.").format(
                people=people(result.kept)
            )
        )
    return " ".join(parts)
