"""How a level looks: always an icon and a word, never a colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentorcrm.core.i18n import _

if TYPE_CHECKING:
    from mentorcrm.core.match import Cell

ICONS = {
    "well": "circle-check",
    "partly": "contrast",
    "perhaps": "circle-dot-dashed",
    "unknown": "circle-dashed",
    "no": "circle-minus",
}
TOKENS = {
    "well": "good",
    "partly": "text",
    "perhaps": "muted",
    "unknown": "faint",
    "no": "declined",
}
MARK_KEYS = {2: "well", 1: "partly", 0: "no"}
"""The key of each level of the user's own mark, the best first."""
NEXT_MARK: dict[int | None, int | None] = {None: 2, 2: 1, 1: 0, 0: None}
"""What follows when the mark is changed by a key or a click."""
PART_ICONS = {
    "mark": "user-check",
    "notes": "notebook-pen",
    "timeline": "message-square",
    "written": "send",
    "tag": "tag",
    "how_met": "handshake",
    "position": "briefcase",
    "access": "map-pin",
}


def mark_of(cell: Cell) -> int | None:
    """Return the level of the user's own mark, None without one."""
    return None if cell.mark is None else cell.mark.level


def percent(share: float) -> str:
    """Return a share (0 to 1) in whole per cent."""
    return _("{n} %").format(n=round(100 * share))
