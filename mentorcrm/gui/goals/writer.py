"""How the widgets of the goal shown write: one place that knows which goal it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mentorcrm import core
from mentorcrm.gui.app import App

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session


class Writer:
    """Write what belongs to one goal, each time as one named step."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.goal_id: int | None = None

    def do(self, label: str, operation: Any, *args: Any, done: str = "", **fields: Any) -> None:
        """Do ``operation(session, *args, now, **fields)``; ``done`` offers to undo it."""
        self.app.do(label, operation, *args, self.app.now(), done=done, **fields)

    def draft(self, name: str) -> str:
        """Return a line that was typed but not added before the program ended."""
        if self.goal_id is None:
            return ""
        return self.app.read(core.drafts.text_of, "goal", self.goal_id, name) or ""

    def keep_draft(self, name: str, text: str) -> None:
        """Keep a line that is typed but not added yet."""
        if self.goal_id is None:
            return
        if text.strip():
            self.app.system(core.drafts.save, "goal", self.goal_id, name, text, self.app.now())
        else:
            self.app.system(core.drafts.discard, "goal", self.goal_id, name)

    def add(self, label: str, operation: Any, text: str, draft: str, **fields: Any) -> None:
        """Add a line to the goal and forget its draft, both or neither."""
        if self.goal_id is None:
            return

        def write(session: Session, goal_id: int, now: datetime) -> None:
            operation(session, goal_id, text, now, **fields)
            core.drafts.discard(session, "goal", goal_id, draft)

        self.do(label, write, self.goal_id)

    def delete(self, label: str, operation: Any, kind: str, record_id: int, done: str) -> None:
        """Delete an obstacle or a need and what was being typed into it."""

        def write(session: Session, now: datetime) -> None:
            operation(session, record_id, now)
            core.drafts.discard(session, kind, record_id)

        self.do(label, write, done=done)
