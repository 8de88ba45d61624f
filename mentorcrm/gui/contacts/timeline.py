"""The timeline of a person: write what happened, read what did, newest first."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _
from mentorcrm.core.text import fold
from mentorcrm.gui.app import App
from mentorcrm.gui.contacts.composer import Composer
from mentorcrm.gui.contacts.entry_words import entry_title
from mentorcrm.gui.contacts.timeline_entry import TimelineEntry
from mentorcrm.gui.widgets.buttons import FilterButton
from mentorcrm.gui.widgets.fields import SearchField
from mentorcrm.gui.widgets.labels import plain_label, rule
from mentorcrm.gui.widgets.page import Column

if TYPE_CHECKING:
    from mentorcrm.core.activities import ActivityRow
    from mentorcrm.core.changes import Changes

PAGE = 30
_SEARCHED = 1_000
"""How many entries back a search in the timeline looks."""


class TimelineView(Column):
    """Composer, filter and entries; more entries are read when they are asked for."""

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        super().__init__(_("Timeline"), parent=parent)
        self._app = app
        self._contact_id = -1
        self._limit = PAGE
        self._stale = True
        self.entries: list[TimelineEntry] = []
        self.composer = Composer(app)
        self.kind_filter = FilterButton("list-filter", _("Show"), _("Everything"))
        self.search = SearchField(_("Search this timeline"), _("Search"))
        self.nothing = plain_label("", "muted")
        self.nothing.setWordWrap(True)
        self.older = QPushButton(_("Show older entries"))
        self.older.setProperty("flat", True)
        self.older.clicked.connect(self._show_older)
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self._lay_out()
        self.kind_filter.chosen.connect(lambda _kind: self._reload())
        self.search.searched.connect(lambda _text: self._reload())
        self.composer.logged.connect(lambda: self.verticalScrollBar().setValue(0))
        app.changed.connect(self._hear)

    def open(self, contact_id: int, candidate_id: int, name: str) -> None:
        """Show the timeline of a person; what is logged belongs to the card, if there is one."""
        self.flush()
        self._contact_id, self._limit = contact_id, PAGE
        self.kind_filter.choose(None, silent=True)
        self.search.show_text("")
        self._drop_entries()
        self.composer.open(contact_id, candidate_id, name)
        self.verticalScrollBar().setValue(0)
        self._reload()

    def about(self, candidate_id: int, name: str) -> None:
        """Take over the card and the name of the same person."""
        self.composer.about(candidate_id, name)

    def forget(self) -> None:
        """Show nobody's timeline."""
        self._contact_id = -1
        self.composer.forget()
        self._drop_entries()

    def flush(self) -> None:
        """Save everything typed now."""
        self.composer.flush()
        for entry in self.entries:
            entry.flush()

    def compose(self, kind: str, goal_ids: Collection[int] = ()) -> None:
        """Get ready to write down a note, call or meeting, about these goals."""
        self.composer.choose(kind)
        if goal_ids:
            self.composer.about_goals(goal_ids)
        self.verticalScrollBar().setValue(0)

    def _hear(self, changes: Changes) -> None:
        if self._contact_id >= 0 and changes.touches("activity", "activity_goal", "goal"):
            self._reload()

    def _reload(self) -> None:
        """Show the entries that the filter lets through; those that stay keep their widget."""
        if self._contact_id < 0:
            return
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        self._offer_kinds()
        rows, more = self._read()
        about = self._app.read(core.goals.goals_of_activities, [row.id for row in rows])
        known = {entry.entry.id: entry for entry in self.entries}
        kept = []
        for row in rows:
            entry = known.pop(row.id, None)
            if entry is None:
                entry = TimelineEntry(self._app, row, about.get(row.id, ()))
                entry.deleted.connect(self._delete)
            elif (entry.entry, entry.goals) != (row, about.get(row.id, ())):
                entry.update_entry(row, about.get(row.id, ()))
            kept.append(entry)
        for gone in known.values():
            self._drop(gone)
        for place, entry in enumerate(kept):
            if self._list.indexOf(entry) != place:
                self._list.removeWidget(entry)
                self._list.insertWidget(place, entry)
        self.entries = kept
        self.older.setVisible(more)
        self._say_nothing(bool(rows))

    def _read(self) -> tuple[list[ActivityRow], bool]:
        kinds = None if self.kind_filter.value is None else [self.kind_filter.value]
        wanted = fold(self.search.text())
        limit = _SEARCHED if wanted else self._limit + 1
        rows = self._app.read(core.activities.timeline, self._contact_id, limit, None, kinds)
        if wanted:
            words = wanted.split()
            rows = [row for row in rows if all(word in _folded(row) for word in words)]
        return rows[: self._limit], len(rows) > self._limit

    def _say_nothing(self, something: bool) -> None:
        filtered = self.kind_filter.value is not None or bool(self.search.text().strip())
        self.nothing.setText(
            _("Nothing here matches.")
            if filtered
            else _("Nothing yet. Write down what you talked about: it helps the next time.")
        )
        self.nothing.setVisible(not something)
        self._filters.setVisible(something or filtered)

    def _offer_kinds(self) -> None:
        labels = core.activities.kind_labels()
        self.kind_filter.set_choices([(words, kind) for kind, words in labels.items()])

    def _show_older(self) -> None:
        self._limit += PAGE
        self._reload()

    def _delete(self, activity_id: int) -> None:
        row = next(entry.entry for entry in self.entries if entry.entry.id == activity_id)
        label = _("Delete {entry}").replace("{entry}", entry_title(row))
        done = _("Deleted: {entry}").replace("{entry}", entry_title(row))
        self.composer.text.setFocus(Qt.FocusReason.OtherFocusReason)
        app = self._app
        app.do(label, core.activities.delete, activity_id, app.now(), done=done)

    def _drop_entries(self) -> None:
        for entry in self.entries:
            self._drop(entry)
        self.entries = []

    def _drop(self, entry: TimelineEntry) -> None:
        self._list.removeWidget(entry)
        entry.hide()
        entry.deleteLater()

    def _lay_out(self) -> None:
        self._filters = QWidget()
        line = QHBoxLayout(self._filters)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.kind_filter)
        line.addWidget(self.search, 1)
        self.body.addWidget(self.composer)
        self.body.addWidget(rule())
        self.body.addWidget(self._filters)
        self.body.addWidget(self.nothing)
        self.body.addLayout(self._list)
        self.body.addWidget(self.older)
        self.body.addStretch(1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._reload()


def _folded(row: ActivityRow) -> str:
    return fold(f"{entry_title(row)} {row.body}")
