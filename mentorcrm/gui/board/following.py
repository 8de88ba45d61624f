"""Keep the columns true: find again what a change touched, asking once for all four."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mentorcrm import core
from mentorcrm.gui.app import App
from mentorcrm.gui.board.columns import Columns

if TYPE_CHECKING:
    from mentorcrm.core.board import Followed
    from mentorcrm.core.changes import Changes

_ON_CARDS = ("goal", "candidate_goal", "tag", "contact_tag")
_IN_TEXT = ("activity", "channel")


class Follower(QObject):
    """Hear of changes and tell each column which of its cards they are about."""

    followed = Signal()
    went = Signal(object)
    """Selected cards (ids in order) that are in another column now."""

    def __init__(self, app: App, columns: Columns) -> None:
        super().__init__(columns)
        self._app = app
        self._columns = columns
        app.changed.connect(self._hear)

    def _hear(self, changes: Changes) -> None:
        if not changes.touches("candidate", "contact", "reminder", *_ON_CARDS, *_IN_TEXT):
            return
        cards, people, reminders = (
            changes.ids(table) for table in ("candidate", "contact", "reminder")
        )
        if cards is None or people is None or reminders is None:
            self._reload()
            return
        chosen, sorts = self._columns.filter_now(), self._columns.sorts()
        followed = self._app.read(core.board.follow, cards, people, reminders, chosen, sorts)
        named = followed.complete and not changes.touches(*_ON_CARDS)
        column = self._columns.current
        selected = [each for each in column.view.selected_ids() if each in followed.ids]
        self._refresh(followed, named, text_changed=changes.touches(*_IN_TEXT, *_ON_CARDS))
        gone = [each for each in selected if column.model.row_of(each) is None]
        if gone:
            self.went.emit(gone)
        self.followed.emit()

    def _refresh(self, followed: Followed, named: bool, *, text_changed: bool) -> None:
        for column in self._columns:
            model = column.model
            filtered = model.filter.active or model.sort_by == "due"
            if (not named and filtered) or (text_changed and model.filter.text):
                model.reload()
                continue
            model.take(followed)
            if not named:
                model.forget_rows()

    def _reload(self) -> None:
        for column in self._columns:
            column.model.reload()
        self.followed.emit()
