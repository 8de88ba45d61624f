"""The fields of one record, saved as they are typed; drafts survive a crash.

A field tells what is being typed (``draft``) and what to save (``committed``). Drafts go
to their own table, outside the journal; what is committed is one named action that can be
undone and takes its draft away in the same transaction. However often a field is saved
between coming into it and going elsewhere, it is one step.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLineEdit

from mentorcrm import core
from mentorcrm.core.i18n import _
from mentorcrm.gui.widgets.markdown_editor import MarkdownEditor

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from mentorcrm.core.changes import Changes
    from mentorcrm.gui.app import App

Edit = Callable[..., object]
"""``edit(session, record_id, now, **{field: text})``, a function of core."""


class SavingField(Protocol):
    """What autosave needs of a field."""

    committed: Any
    draft: Any

    @property
    def is_dirty(self) -> bool:
        """Tell whether something typed is not saved yet."""

    def text(self) -> str:
        """Return what is in the field."""

    def load(self, text: str, *, force: bool = False) -> None:
        """Show what is stored, unless the field is in use."""

    def flush(self) -> None:
        """Commit what was typed."""


class Autosave(QObject):
    """Keep the text fields of an editor and the record it shows the same."""

    def __init__(
        self,
        app: App,
        kind: str,
        edit: Callable[[], Edit],
        label: Callable[[str], str],
        parent: QObject | None = None,
    ) -> None:
        """Save through ``edit()``; ``label(field)`` names the action for undo."""
        super().__init__(parent)
        self._app, self._kind, self._edit, self._label = app, kind, edit, label
        self._fields: dict[str, SavingField] = {}
        self._needed: set[str] = set()
        self._stored: dict[str, str] = {}
        self._unsaved: dict[tuple[int, str], str] = {}
        """What could not be written, as on a full disk: shown, and tried again."""
        self._record: int | None = None
        self._saving: str | None = None
        self._step: tuple[str, int] | None = None
        """The field in use and the step that its last saving made."""
        app.changed.connect(self._hear)

    def add(self, name: str, field: SavingField, *, needed: bool = False) -> None:
        """Save ``field`` as ``name``; a ``needed`` one is never saved blank."""
        self._fields[name] = field
        field.committed.connect(lambda text, name=name: self._commit(name, text))
        field.draft.connect(lambda text, name=name: self._keep_draft(name, text))
        source: Any = field.source if isinstance(field, MarkdownEditor) else field
        source.installEventFilter(self)
        if needed:
            self._needed.add(name)
            if isinstance(field, QLineEdit):
                field.editingFinished.connect(lambda name=name: self._refill(name))

    @property
    def record(self) -> int | None:
        """Return the record whose fields are shown."""
        return self._record

    def open(self, record_id: int, texts: Mapping[str, str]) -> None:
        """Show another record, after saving the one before; restore what a crash left."""
        self.flush()
        self._record = record_id
        self._load(texts, force=True)
        drafts = self._app.read(core.drafts.of_record, self._kind, record_id)
        left = {name: text for name, text in drafts.items() if name in self._fields}
        lost = {
            name: text
            for name, text in left.items()
            if text != texts[name] and (text.strip() or name not in self._needed)
        }
        if lost:
            self._restore(record_id, lost)
        for name in left.keys() - lost.keys():
            self._app.system(core.drafts.discard, self._kind, record_id, name)

    def refresh(self, texts: Mapping[str, str], *, by_undo: bool = False) -> None:
        """Take over what the record holds now, but not into a field in use.

        Undo and redo are the user's own wish, so they may fill a field that has the focus.
        """
        self._load(texts, force=by_undo)

    def flush(self) -> None:
        """Save what was typed now, and what could not be saved before."""
        for name, field in self._fields.items():
            left = None if field.is_dirty else self._unsaved.get((self._record or 0, name))
            if left is None:
                field.flush()
            else:
                self._commit(name, left)

    def forget(self) -> None:
        """Let go of the record without saving, because it is gone."""
        for key in [key for key in self._unsaved if key[0] == self._record]:
            del self._unsaved[key]
        self._record = None
        self._load(dict.fromkeys(self._fields, ""), force=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin a new step when the keyboard comes into a field."""
        if event.type() == QEvent.Type.FocusIn:
            self._step = None
        return super().eventFilter(watched, event)

    def _hear(self, changes: Changes) -> None:
        """Learn the number of the step that was made just now."""
        if self._saving is not None and changes.kind == "do" and changes.action_id is not None:
            self._step = (self._saving, changes.action_id)
        elif changes.kind != "system":
            self._step = None

    def _load(self, texts: Mapping[str, str], *, force: bool) -> None:
        for name, field in self._fields.items():
            if name in texts:
                self._stored[name] = texts[name]
                text = self._unsaved.get((self._record or 0, name), texts[name])
                field.load(text, force=force and (not field.is_dirty or self._record is None))

    def _keep_draft(self, name: str, text: str) -> None:
        if self._record is not None:
            self._app.system(
                core.drafts.save, self._kind, self._record, name, text, self._app.now()
            )

    def _commit(self, name: str, text: str) -> None:
        if self._record is None or (name in self._needed and not text.strip()):
            return
        step = self._step
        go_on = step[1] if step is not None and step[0] == name else None
        self._saving = name
        self._save(self._label(name), self._record, {name: text}, go_on=go_on)
        self._saving = None

    def _save(
        self,
        label: str,
        record_id: int,
        texts: dict[str, str],
        then: Callable[[object], None] | None = None,
        go_on: int | None = None,
    ) -> None:
        self._stored.update(texts)
        self._unsaved.update({(record_id, name): text for name, text in texts.items()})

        def saved(result: object) -> None:
            for name, text in texts.items():
                if self._unsaved.get((record_id, name)) == text:
                    del self._unsaved[record_id, name]
            if then is not None:
                then(result)

        operation = _EditAndDiscard(self._edit(), self._kind)
        now = self._app.now()
        self._app.do(label, operation, record_id, now, texts, then=saved, go_on=go_on)

    def _refill(self, name: str) -> None:
        field = self._fields[name]
        if self._record is not None and not field.text().strip():
            field.load(self._stored.get(name, ""), force=True)

    def _restore(self, record_id: int, texts: dict[str, str]) -> None:
        def tell(_result: object) -> None:
            offers = self._app.undo_offers()
            self._app.notices.toast(_("Restored text you were typing"), offers)

        self._load(texts, force=True)
        self._save(_("Restore text you were typing"), record_id, texts, tell)


class _EditAndDiscard:
    """Save texts and drop their drafts in one transaction: both happen, or neither."""

    def __init__(self, edit: Edit, kind: str) -> None:
        self._edit, self._kind = edit, kind

    def __call__(
        self, session: Session, record_id: int, now: datetime, texts: Mapping[str, str]
    ) -> None:
        self._edit(session, record_id, now, **texts)
        for name in texts:
            core.drafts.discard(session, self._kind, record_id, name)
