"""The goals page: the list, the editor beside it, and what to do when there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _, ngettext
from mentorcrm.gui.app import App
from mentorcrm.gui.goals.editor import GoalEditor
from mentorcrm.gui.goals.goal_list import GoalList, GoalModel
from mentorcrm.gui.widgets.buttons import IconButton
from mentorcrm.gui.widgets.labels import EmptyState, plain_label
from mentorcrm.gui.widgets.page import GAP, MARGIN

if TYPE_CHECKING:
    from mentorcrm.core.changes import Changes

_TABLES = ("goal", "obstacle", "need", "candidate_goal", "candidate", "contact")
_LINKS = ("job_description", "job_description_goal")


class GoalsPage(QWidget):
    """Write goals down and keep them."""

    selection_changed = Signal(str, int)
    """Always -1: a goal is edited on this page, not in the pane beside it."""

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _("Goals")
        self._app = app
        self.model = GoalModel(app, self)
        self.list = GoalList(self.model)
        self.editor = GoalEditor(app)
        self.count_label = plain_label("", "muted")
        self.new_button = IconButton("plus", _("New goal"))
        self.empty = EmptyState(
            "target",
            _("A goal makes it easier to ask the right person."),
            _("Write a goal"),
            _("See an example"),
        )
        self._stack = QStackedWidget()
        self._split = QSplitter()
        self._split_by_user = False
        self._lay_out()
        self._connect()
        if app.is_ready:
            self.model.reload()
            self._show_what_is_there()

    # What the window asks

    def search(self, text: str) -> None:
        """Nothing to search: there are few goals, and all are in sight."""

    def current_ids(self) -> list[int]:
        """Return the goal shown."""
        return [] if self.editor.goal_id is None else [self.editor.goal_id]

    def show_goal(self, goal_id: int) -> None:
        """Show one goal."""
        row = self.model.row_of(goal_id)
        if row is not None:
            self.list.selectionModel().setCurrentIndex(
                self.model.index(row, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )

    def flush(self) -> None:
        """Save everything that is being typed now."""
        if self._app.is_ready:
            self.editor.flush()

    # Actions

    def new_goal(self) -> None:
        """Add a goal and go to its title."""
        self.editor.flush()
        self._app.do(
            _("Add goal"), core.goals.add, _("New goal"), self._app.now(), then=self._edit_new
        )

    def add_example(self) -> None:
        """Add a well-written goal to learn from."""
        today = self._app.now().astimezone(self._app.zone()).date()
        self._app.do(
            _("Add example goal"),
            core.goals.add_example,
            self._app.now(),
            today,
            then=self.show_goal,
            toast=True,
        )

    def delete_goal(self) -> None:
        """Delete the goal shown."""
        if self.editor.goal_id is not None:
            self._delete(self.editor.goal_id)

    # Inside

    def _edit_new(self, goal_id: int) -> None:
        self.show_goal(goal_id)
        self.editor.edit_title()

    def _delete(self, goal_id: int) -> None:
        self.editor.flush()
        title = self._app.read(core.goals.detail, goal_id).title
        label = _("Delete goal {title}").format(title=title)
        self._app.do(label, core.goals.delete, goal_id, toast=True)

    def _hear(self, changes: Changes) -> None:
        if not changes.touches(*_TABLES, *_LINKS):
            return
        shown = self.editor.goal_id
        if shown is not None and self.model.row_of(shown) is not None:
            self.editor.refresh(changes)
        elif shown is not None:
            self.editor.close_record()
        self._show_what_is_there()

    def _show_what_is_there(self) -> None:
        number = self.model.rowCount()
        self._stack.setCurrentIndex(0 if number == 0 else 1)
        self.count_label.setText(ngettext("{n} goal", "{n} goals", number).format(n=number))
        if number and not self.list.currentIndex().isValid():
            shown = self.editor.goal_id
            row = None if shown is None else self.model.row_of(shown)
            self.show_goal(self.model.record_id(row or 0))
        elif number and self.editor.goal_id is None:
            self._current_changed(self.list.currentIndex())

    def _current_changed(self, current: QModelIndex, _before: QModelIndex | None = None) -> None:
        if not current.isValid():
            return
        goal_id = self.model.record_id(current.row())
        shown = self.editor.goal_id
        if shown is not None and self.model.row_of(shown) is None:
            self.editor.close_record()
        if goal_id != self.editor.goal_id:
            self.editor.open(goal_id)

    def _connect(self) -> None:
        self._app.ready.connect(self._show_what_is_there)
        self._app.changed.connect(self._hear)
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        self.new_button.clicked.connect(self.new_goal)
        self.empty.activated.connect(self.new_goal)
        self.empty.link_activated.connect(self.add_example)
        self.editor.delete_requested.connect(self._delete)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.count_label, 1)
        head.addWidget(self.new_button)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(MARGIN, MARGIN, GAP, MARGIN)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        width = self.fontMetrics().averageCharWidth()
        left.setMinimumWidth(width * 24)
        self.editor.setMinimumWidth(width * 50)
        split = self._split
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.splitterMoved.connect(self._split_moved)
        split.addWidget(left)
        split.addWidget(self.editor)
        split.setStretchFactor(0, 0)
        split.setStretchFactor(1, 1)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(split)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _split_moved(self) -> None:
        self._split_by_user = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._split_by_user:
            wanted = self.fontMetrics().averageCharWidth() * 40
            left = min(wanted, self.width() * 3 // 10)
            self._split.setSizes([left, self.width() - left])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._app.is_ready:
            self._show_what_is_there()

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            self.flush()
        super().hideEvent(event)
