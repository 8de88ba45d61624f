"""Fields of one record that save themselves: drafts while typing, then one named action."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject

from mentorcrm import core
from mentorcrm.core.i18n import _
from mentorcrm.gui.app import App

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Write = Callable[["Session", int, datetime, str], object]
"""``write(session, record_id, now, text)``."""


class Field(Protocol):
    """What a text field that saves itself offers."""

    committed: Any
    draft: Any

    def load(self, text: str, *, force: bool = False) -> None:
        """Show what is stored."""

    def flush(self) -> None:
        """Save what was typed now."""


@dataclass(frozen=True, slots=True)
class _Watched:
    field: Field
    label: Callable[[], str]
    write: Write
    needed: bool


class Saver(QObject):
    """Write the text fields of the one record that is shown."""

    def __init__(self, app: App, kind: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._kind = kind
        self._record = -1
        self._texts: dict[str, str] = {}
        self._fields: dict[str, _Watched] = {}

    def watch(
        self,
        name: str,
        field: Field,
        label: Callable[[], str],
        write: Write,
        *,
        needed: bool = False,
    ) -> None:
        """Save ``field`` by ``write``; ``label()`` names the action, a ``needed`` one is never blank."""
        self._fields[name] = _Watched(field, label, write, needed)
        field.draft.connect(lambda text: self._keep_draft(name, text))
        field.committed.connect(lambda text: self._commit(name, text))

    def open(self, record_id: int, texts: Mapping[str, str]) -> None:
        """Show another record, after saving the one before; bring back what a crash cut off."""
        self.flush()
        self._record = record_id
        self._texts = dict(texts)
        for name, watched in self._fields.items():
            watched.field.load(texts[name], force=True)
        self._bring_back()

    def refresh(self, texts: Mapping[str, str]) -> None:
        """Show what the record holds now, except where somebody is typing."""
        self._texts = dict(texts)
        for name, watched in self._fields.items():
            watched.field.load(texts[name])

    def flush(self) -> None:
        """Save everything typed now."""
        if self._record >= 0:
            for watched in self._fields.values():
                watched.field.flush()

    def close(self) -> None:
        """Save, then let go of the record."""
        self.flush()
        self._record = -1

    def forget(self) -> None:
        """Let go of the record without saving, because it is gone."""
        self._record = -1
        for watched in self._fields.values():
            watched.field.load("", force=True)

    def _keep_draft(self, name: str, text: str) -> None:
        if self._record >= 0:
            app = self._app
            app.system(core.drafts.save, self._kind, self._record, name, text, app.now())

    def _commit(self, name: str, text: str) -> None:
        watched = self._fields[name]
        if self._record < 0:
            return
        if watched.needed and not text.strip():
            watched.field.load(self._texts[name], force=True)
            return
        self._app.do(watched.label(), self._write(name), self._record, self._app.now(), text)

    def _write(self, name: str) -> Write:
        """Return the write of a field that drops its draft in the same transaction."""
        kind, write = self._kind, self._fields[name].write

        def save(session: Session, record_id: int, now: datetime, text: str) -> None:
            write(session, record_id, now, text)
            core.drafts.discard(session, kind, record_id, name)

        return save

    def _bring_back(self) -> None:
        drafts = self._app.read(core.drafts.of_record, self._kind, self._record)
        for name, text in drafts.items():
            if name not in self._fields:
                continue
            if text == self._texts[name] or (self._fields[name].needed and not text.strip()):
                self._app.system(core.drafts.discard, self._kind, self._record, name)
                continue
            self._app.do(
                _("Restore text you were typing"),
                self._write(name),
                self._record,
                self._app.now(),
                text,
                toast=True,
            )
