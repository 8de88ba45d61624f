"""What an entry of the timeline is called, and its icon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentorcrm import core
from mentorcrm.core.cards import stage_name
from mentorcrm.core.i18n import _
from mentorcrm.gui.contacts.stages import STAGE_ICONS

if TYPE_CHECKING:
    from mentorcrm.core.activities import ActivityRow

_ICONS = {
    "note": "notebook-pen",
    "call": "phone",
    "meeting": "calendar-check",
    "message_in": "mail-open",
    "message_out": "send",
    "other": "circle-dot",
}


def kind_icon(kind: str) -> str:
    """Return the icon of a kind of entry."""
    return _ICONS.get(kind, "move-right")


def entry_icon(entry: ActivityRow) -> tuple[str, str]:
    """Return the icon of an entry and the token of its colour."""
    if entry.to_stage in STAGE_ICONS:
        return STAGE_ICONS[entry.to_stage], entry.to_stage
    return kind_icon(entry.kind), "muted"


def entry_title(entry: ActivityRow) -> str:
    """Return what an entry is, in a few words."""
    if entry.to_stage:
        target = stage_name(entry.to_stage)
        if entry.from_stage:
            return _("Moved from {start} to {target}").format(
                start=stage_name(entry.from_stage), target=target
            )
        return _("Added to {target}").format(target=target)
    kind = kind_words(entry)
    return f"{kind}: {entry.title}" if entry.title else kind


def kind_words(entry: ActivityRow) -> str:
    """Return what kind of entry it is."""
    words: str = core.activities.kind_labels()[entry.kind]
    return words


def entry_heading(entry: ActivityRow) -> str:
    """Return what stands above an entry: its own title, else what it is."""
    return entry.title if entry.title and not entry.to_stage else entry_title(entry)
