"""The icon of each stage, as the table and the detail pane show it."""

from __future__ import annotations

STAGE_ICONS = {
    "identified": "circle-dashed",
    "asked": "send",
    "accepted": "handshake",
    "declined": "archive",
}
