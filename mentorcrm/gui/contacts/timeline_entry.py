"""One entry of the timeline: what, when and the text as it reads; edited in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _
from mentorcrm.gui.app import App
from mentorcrm.gui.autosave import Autosave
from mentorcrm.gui.contacts.composer import fill_kinds
from mentorcrm.gui.contacts.entry_words import (
    entry_heading,
    entry_icon,
    entry_title,
    kind_words,
)
from mentorcrm.gui.contacts.goal_chips import GoalChips
from mentorcrm.gui.format import when
from mentorcrm.gui.widgets.buttons import icon_button
from mentorcrm.gui.widgets.dates import DateTimeField
from mentorcrm.gui.widgets.labels import ElidedLabel, IconLabel, plain_label
from mentorcrm.gui.widgets.markdown_editor import MarkdownEditor, MarkdownView

if TYPE_CHECKING:
    from mentorcrm.core.activities import ActivityRow
    from mentorcrm.core.goals import GoalLink

    Goals = tuple[GoalLink, ...]


class TimelineEntry(QFrame):
    """Show one entry; while it is edited nothing fills it anew."""

    deleted = Signal(int)
    """The user wants this entry gone."""

    def __init__(
        self, app: App, entry: ActivityRow, goals: Goals = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._app = app
        self.entry = entry
        self.goals = goals
        self.chips = GoalChips(app, editable=False)
        self._editor: _EntryEditor | None = None
        self.setProperty("role", "entry")
        icon, token = entry_icon(entry)
        self._icon = IconLabel(icon, token, 18)
        self.heading = ElidedLabel("", "h2")
        self.moment = plain_label("", "caption")
        self.edit_button = icon_button("pencil", _("Edit entry"))
        self.delete_button = icon_button("trash", _("Delete entry"))
        for button in (self.edit_button, self.delete_button):
            button.setIconSize(QSize(15, 15))
            if not entry.editable:
                button.hide()
        self.edit_button.clicked.connect(self.edit)
        self.delete_button.clicked.connect(lambda: self.deleted.emit(self.entry.id))
        self.body: MarkdownView | None = None
        self._lay_out()
        self._show()

    @property
    def editing(self) -> bool:
        """Tell whether the entry is being edited."""
        return self._editor is not None

    def edit(self) -> None:
        """Edit the entry in place."""
        if self._editor is not None or not self.entry.editable:
            return
        self._editor = _EntryEditor(self._app, self.entry, self.goals)
        self.chips.hide()
        self._editor.finished.connect(self.stop_editing)
        if self.body is not None:
            self.body.hide()
        self._lines.addWidget(self._editor)
        self._editor.show()
        self._editor.text.setFocus()

    def stop_editing(self) -> None:
        """Save, then show the entry as it reads."""
        if self._editor is None:
            return
        editor, self._editor = self._editor, None
        editor.flush()
        editor.hide()
        editor.deleteLater()
        self._show()
        self.edit_button.setFocus()

    def flush(self) -> None:
        """Save what was typed now."""
        if self._editor is not None:
            self._editor.flush()

    def update_entry(self, entry: ActivityRow, goals: Goals = ()) -> None:
        """Show what the entry holds now, and what it is about."""
        self.entry, self.goals = entry, goals
        if self._editor is not None:
            self._editor.refresh(entry, goals)
        self._show()

    def _show(self) -> None:
        icon, token = entry_icon(self.entry)
        self._icon.set_icon(icon, token)
        title = entry_title(self.entry)
        moment = when(self.entry.happened_at, self._app.now(), self._app.zone())
        heading = entry_heading(self.entry)
        self.heading.setText(heading)
        titled = heading != title
        self.moment.setText(f"{kind_words(self.entry)} · {moment}" if titled else moment)
        self.setAccessibleName(f"{title}, {moment}")
        for button, words in (
            (self.edit_button, _("Edit {entry}")),
            (self.delete_button, _("Delete {entry}")),
        ):
            button.setAccessibleName(words.format(entry=f"{title}, {moment}"))
        self.chips.load(self.goals)
        self.chips.setVisible(bool(self.goals) and self._editor is None)
        self._show_body()

    def _show_body(self) -> None:
        text = self.entry.body
        if self.body is None and text.strip():
            self.body = MarkdownView(_("Text of the entry"), growing=True)
            self.body.task_clicked.connect(self._tick)
            self.body.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self._lines.addWidget(self.body)
        if self.body is not None:
            self.body.show_markdown(text)
            self.body.setVisible(bool(text.strip()) and self._editor is None)

    def _tick(self, line: int) -> None:
        lines = self.entry.body.splitlines(keepends=True)
        if line < len(lines):
            lines[line] = ticked(lines[line])
            now, body = self._app.now(), "".join(lines)
            self._app.do(_("Tick a task"), core.activities.edit, self.entry.id, now, body=body)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.heading)
        words.addWidget(self.moment)
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addLayout(words, 1)
        for button in (self.edit_button, self.delete_button):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self._lines.addLayout(top)
        self._lines.addWidget(self.chips)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 4, 0, 4)
        whole.setSpacing(10)
        whole.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(self._lines, 1)


class _EntryEditor(QWidget):
    """Kind, moment and text of an entry, which save themselves."""

    finished = Signal()

    def __init__(self, app: App, entry: ActivityRow, goals: Goals) -> None:
        super().__init__()
        self._app = app
        self._entry = entry
        self.kind = QComboBox()
        self.kind.setAccessibleName(_("Kind of entry"))
        fill_kinds(self.kind)
        self.when = DateTimeField(_("When it happened"))
        self.text = MarkdownEditor(_("What happened"), growing=True, lines=3)
        self.goals = GoalChips(app, editable=True)
        self.done_button = QPushButton(_("Done"))
        self.done_button.setProperty("flat", True)
        self.autosave = Autosave(
            app,
            "activity",
            lambda: core.activities.edit,
            lambda _field: _("Edit timeline entry"),
            self,
        )
        self.autosave.add("body", self.text)
        self.refresh(entry, goals)
        self.autosave.open(entry.id, {"body": entry.body})
        self._connect()
        self._lay_out()

    def refresh(self, entry: ActivityRow, goals: Goals) -> None:
        """Take over what the entry holds now."""
        self._entry = entry
        self.goals.load(goals)
        self.kind.setCurrentIndex(self.kind.findData(entry.kind))
        self.when.load(entry.happened_at.astimezone(self._app.zone()))
        self.autosave.refresh({"body": entry.body})

    def flush(self) -> None:
        """Save what was typed now."""
        self.when.flush()
        self.autosave.flush()

    def _connect(self) -> None:
        self.kind.activated.connect(lambda _place: self._save(kind=str(self.kind.currentData())))
        self.when.committed.connect(
            lambda local: self._save(happened_at=local.replace(tzinfo=self._app.zone()))
        )
        self.goals.chosen.connect(self._link)
        self.done_button.clicked.connect(self.finished)
        for keys in ("Ctrl+Return", "Escape"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.finished)

    def _save(self, **fields: Any) -> None:
        label = _("Edit timeline entry")
        self._app.do(label, core.activities.edit, self._entry.id, self._app.now(), **fields)

    def _link(self, goal_ids: list[int]) -> None:
        label, link = _("Change what an entry is about"), core.goals.link_activity
        self._app.do(label, link, self._entry.id, goal_ids, self._app.now())

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.kind)
        line.addStretch(1)
        line.addWidget(self.done_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(self.text)
        outer.addWidget(self.when)
        outer.addWidget(self.goals)
        outer.addLayout(line)


def ticked(line: str) -> str:
    """Return a line of a task list with its box the other way."""
    if "[ ]" in line:
        return line.replace("[ ]", "[x]", 1)
    return line.replace("[x]", "[ ]", 1).replace("[X]", "[ ]", 1)
