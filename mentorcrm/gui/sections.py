"""The sections of the window, in the order of the sidebar, and how their pages are made."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mentorcrm.core.i18n import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mentorcrm.gui.app import App


@dataclass(frozen=True, slots=True)
class Section:
    """One page of the window."""

    id: str
    label: str
    icon: str
    module: str
    page: str
    search: str
    """What the search field looks for on this page; empty when there is nothing to search."""
    columns: int = 2
    """How many columns of cards must stay readable beside the detail pane."""


def sections() -> tuple[Section, ...]:
    """Return the sections, in the order of the sidebar."""
    return (
        Section(
            "board", _("Board"), "square-kanban", "board.page", "BoardPage", _("this board"), 4
        ),
        Section("people", _("People"), "users", "contacts.page", "PeoplePage", _("people"), 3),
        Section("goals", _("Goals"), "target", "goals.page", "GoalsPage", "", 3),
        Section(
            "ideal_mentor",
            _("Ideal mentor"),
            "file-user",
            "job_descriptions.page",
            "JobDescriptionsPage",
            "",
            3,
        ),
        Section("match", _("Match"), "puzzle", "match.page", "MatchPage", "", 3),
    )


def make_page(section: Section, app: App, parent: QWidget) -> QWidget:
    """Make the page of ``section``.

    Its package is imported here and not at the top: a page that is not shown costs no time
    at the start.
    """
    page: QWidget = feature(section.module, section.page)(app, parent)
    page.setAccessibleName(section.label)
    return page


def feature(module: str, name: str) -> Any:
    """Return ``name`` of a feature's module, imported when it is first needed."""
    return getattr(importlib.import_module(f"mentorcrm.gui.{module}"), name)
