"""Everything that works without a window: plain Python and SQLAlchemy, no Qt.

The submodules load on first use, because importing SQLAlchemy takes longer than
painting the first board. Callers write ``from mentorcrm import core`` and then
``core.board.move(...)``.
"""

from __future__ import annotations

import importlib
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mentorcrm.core import (
        activities as activities,
        backup as backup,
        board as board,
        checkup as checkup,
        contacts as contacts,
        database as database,
        demo as demo,
        documents as documents,
        drafts as drafts,
        duplicates as duplicates,
        exports as exports,
        goals as goals,
        imports as imports,
        instance as instance,
        job_descriptions as job_descriptions,
        journal as journal,
        match as match,
        reminders as reminders,
        schema as schema,
        search as search,
        tags as tags,
    )

_LAZY = frozenset(
    {
        "activities",
        "backup",
        "board",
        "checkup",
        "contacts",
        "database",
        "demo",
        "documents",
        "drafts",
        "duplicates",
        "exports",
        "goals",
        "imports",
        "instance",
        "job_descriptions",
        "journal",
        "match",
        "reminders",
        "schema",
        "search",
        "tags",
    }
)


def __getattr__(name: str) -> ModuleType:
    """Import the submodule ``name`` on first use."""
    if name in _LAZY:
        return importlib.import_module(f"mentorcrm.core.{name}")
    raise AttributeError(f"module 'mentorcrm.core' has no attribute {name!r}")
