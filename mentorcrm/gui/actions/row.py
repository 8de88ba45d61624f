"""What one row of the table of actions says, and how a row reaches a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from mentorcrm.gui.main_window import MainWindow

Context = Literal["window", "board", "list", "composer", "text"]
"""Where a shortcut works: everywhere, on the board, in a list, in the mail composer, in
a long text and its outline.

Keys of "board", "list" and "text" belong to those widgets, which listen for them themselves: as
shortcuts of the window they would beat a focused button or an editor. Here they are named, so
that menus, palette and the shortcut sheet show them.
"""
Handler = Callable[["MainWindow"], object]
Test = Callable[["MainWindow"], bool]


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One row of the table."""

    id: str
    text: str
    icon: str
    menu: str
    handler: Handler
    shortcuts: tuple[str, ...] = ()
    context: Context = "window"
    section: str = ""
    """The page it works on; empty when it works on every page."""
    group: int = 0
    tip: str = ""
    enabled_when: Test | None = None
    submenu: str = ""
    checkable: bool = False

    @property
    def name(self) -> str:
        """Return the text without access key and dots."""
        return self.text.replace("&", "").rstrip("….")

    def sequences(self) -> list[QKeySequence]:
        """Return all key sequences, the one to show first."""
        return [QKeySequence(shortcut) for shortcut in self.shortcuts]


def page(section: str, method: str, *args: object) -> Handler:
    """Call ``method`` of a section's page, which is shown first when it is not."""

    def call(window: MainWindow) -> object:
        return getattr(window.show_section(section), method)(*args)

    return call


def go(section: str) -> Handler:
    """Show a section."""
    return lambda window: window.show_section(section)


def on(section: str) -> Test:
    """Ask whether ``section`` is shown and something is selected on it."""
    return lambda window: window.section == section and bool(window.selected_ids())


def shown_keys(row: ActionRow) -> str:
    """Return the first keys of ``row`` as people read them."""
    keys = row.sequences()
    return keys[0].toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
