"""The ideal mentor page: one description, a list when there are more, a template when none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _, ngettext
from mentorcrm.gui.app import App
from mentorcrm.gui.job_descriptions.description_list import DescriptionList, DescriptionModel
from mentorcrm.gui.job_descriptions.editor import DescriptionEditor
from mentorcrm.gui.widgets.buttons import IconButton
from mentorcrm.gui.widgets.labels import EmptyState, plain_label
from mentorcrm.gui.widgets.page import GAP, MARGIN

if TYPE_CHECKING:
    from mentorcrm.core.changes import Changes

_TABLES = ("job_description", "job_description_goal", "goal")


class JobDescriptionsPage(QWidget):
    """Describe the ideal mentor."""

    selection_changed = Signal(str, int)
    """Always -1: a description is edited on this page, not in the pane beside it."""

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _("Ideal mentor")
        self._app = app
        self.model = DescriptionModel(app, self)
        self.list = DescriptionList(self.model)
        self.editor = DescriptionEditor(app)
        self.count_label = plain_label("", "muted")
        self.new_button = IconButton("plus", _("New"))
        self.empty = EmptyState(
            "file-user",
            _("Describe who you are looking for before you search."),
            _("Start from a template"),
        )
        self._left = QWidget()
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
        """Nothing to search: there are few descriptions, and all are in sight."""

    def current_ids(self) -> list[int]:
        """Return the description shown."""
        shown = self.editor.description_id
        return [] if shown is None else [shown]

    def show_description(self, description_id: int) -> None:
        """Show one description."""
        row = self.model.row_of(description_id)
        if row is not None:
            self.list.selectionModel().setCurrentIndex(
                self.model.index(row, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )

    def flush(self) -> None:
        """Save everything that is being typed now."""
        if self._app.is_ready:
            self.editor.flush()

    # Actions

    def new_description(self) -> None:
        """Add a description from the template, for the goal if there is just one."""
        self.editor.flush()
        active = self._app.read(core.goals.goals, "active")
        goal_ids = [active[0].id] if len(active) == 1 else []
        self._app.do(
            _("Add description of the ideal mentor"),
            core.job_descriptions.add_from_template,
            self._app.now(),
            goal_ids,
            then=self._edit_new,
        )

    def delete_description(self) -> None:
        """Delete the description shown."""
        if self.editor.description_id is not None:
            self._delete(self.editor.description_id)

    def copy_markdown(self) -> None:
        """Copy the description shown as Markdown."""
        self.editor.copy_markdown()

    def toggle_preview(self) -> None:
        """Change between the sections and the whole as it reads."""
        if self.editor.description_id is not None:
            self.editor.set_preview(not self.editor.is_preview)

    # Inside

    def _edit_new(self, description_id: int) -> None:
        self.show_description(description_id)
        self.editor.set_preview(False)
        self.editor.title.setFocus()
        self.editor.title.selectAll()

    def _delete(self, description_id: int) -> None:
        self.editor.flush()
        title = self._app.read(core.job_descriptions.detail, description_id).title
        label = _("Delete description {title}").format(title=title)
        self._app.do(label, core.job_descriptions.delete, description_id, toast=True)

    def _hear(self, changes: Changes) -> None:
        if not changes.touches(*_TABLES):
            return
        shown = self.editor.description_id
        if shown is not None and self.model.row_of(shown) is not None:
            self.editor.refresh(changes)
        elif shown is not None:
            self.editor.close_record()
        self._show_what_is_there()

    def _show_what_is_there(self) -> None:
        number = self.model.rowCount()
        self._stack.setCurrentIndex(0 if number == 0 else 1)
        self._left.setVisible(number > 1)
        words = ngettext("{n} description", "{n} descriptions", number)
        self.count_label.setText(words.format(n=number))
        if number and not self.list.currentIndex().isValid():
            shown = self.editor.description_id
            row = None if shown is None else self.model.row_of(shown)
            self.show_description(self.model.record_id(row or 0))
        elif number and self.editor.description_id is None:
            self._current_changed(self.list.currentIndex())

    def _current_changed(self, current: QModelIndex, _before: QModelIndex | None = None) -> None:
        if not current.isValid():
            return
        description_id = self.model.record_id(current.row())
        shown = self.editor.description_id
        if shown is not None and self.model.row_of(shown) is None:
            self.editor.close_record()
        if description_id != self.editor.description_id:
            self.editor.open(description_id)

    def _connect(self) -> None:
        self._app.ready.connect(self._show_what_is_there)
        self._app.changed.connect(self._hear)
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        self.new_button.clicked.connect(self.new_description)
        self.editor.new_requested.connect(self.new_description)
        self.editor.delete_requested.connect(self._delete)
        self.empty.activated.connect(self.new_description)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.count_label, 1)
        head.addWidget(self.new_button)
        column = QVBoxLayout(self._left)
        column.setContentsMargins(MARGIN, MARGIN, GAP, MARGIN)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        width = self.fontMetrics().averageCharWidth()
        self._left.setMinimumWidth(width * 24)
        self.editor.setMinimumWidth(width * 50)
        split = self._split
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.splitterMoved.connect(self._split_moved)
        split.addWidget(self._left)
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
