"""The history of imports: what came in when, and taking one back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mentorcrm import core
from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.progress import Progress
from mentorcrm.gui.app import App
from mentorcrm.gui.format import count, when
from mentorcrm.gui.imports import words
from mentorcrm.gui.imports.background import sharing
from mentorcrm.gui.imports.row_delegate import RowDelegate
from mentorcrm.gui.tasks import Task
from mentorcrm.gui.widgets.labels import EmptyState, plain_label, set_role

if TYPE_CHECKING:
    from mentorcrm.core.imports import ImportRow, TakenBack

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_IMPORT = Qt.ItemDataRole.UserRole


class ImportHistoryDialog(QDialog):
    """Show past imports and take one back."""

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._task: Task | None = None
        self.setWindowTitle(_("Import history"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.table = QTreeWidget()
        self.empty = EmptyState("history", _("Nothing has been imported yet."))
        self.explanation = plain_label(
            _(
                "Taking an import back removes the people it brought, unless you changed something "
                "about them or added a card, a note, a tag or a reminder since. Details it changed "
                "get their former value unless they were changed again. It can be undone."
            ),
            "muted",
        )
        self.message = plain_label("")
        self.take_back_button = QPushButton(_("Take back"))
        self.close_button = QPushButton(_("Close"))
        self._lay_out()
        self.table.itemSelectionChanged.connect(self._update)
        self.take_back_button.clicked.connect(self.take_back)
        self.close_button.clicked.connect(self.reject)
        self.reload()

    def _lay_out(self) -> None:
        self.table.setAccessibleName(_("Past imports"))
        self.table.setRootIsDecorated(False)
        self.table.setItemDelegate(RowDelegate(self.table))
        self.table.setUniformRowHeights(True)
        self.table.setHeaderLabels(
            [
                *(_("When"), _("File"), _("New"), _("Updated"), _("Unchanged")),
                *(_("Possible duplicates"), _("Skipped"), _("State")),
            ]
        )
        for column in range(2, 7):
            self.table.headerItem().setTextAlignment(column, _RIGHT)
        header = self.table.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setStretchLastSection(False)
        for label in (self.explanation, self.message):
            label.setWordWrap(True)
        self.message.hide()
        buttons = QHBoxLayout()
        buttons.addWidget(self.take_back_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(24, 24, 24, 16)
        column_.setSpacing(12)
        column_.addWidget(plain_label(_("Import history"), "h1"))
        column_.addWidget(self.explanation)
        column_.addWidget(self.table, 1)
        column_.addWidget(self.empty, 1)
        column_.addWidget(self.message)
        column_.addLayout(buttons)
        for button in (self.take_back_button, self.close_button):
            button.setAutoDefault(False)
        self.resize(max(820, 118 * self.fontMetrics().averageCharWidth()), 480)

    def reload(self) -> None:
        """Read the list anew."""
        rows = self._app.read(core.imports.history)
        self.table.clear()
        for row in rows:
            self.table.addTopLevelItem(self._item(row))
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        newest = self.table.topLevelItem(0)
        if newest is not None:
            self.table.setCurrentItem(newest)
        self._update()

    def _item(self, row: ImportRow) -> QTreeWidgetItem:
        numbers = (row.new, row.updated, row.unchanged, row.possible_duplicates, len(row.skipped))
        state = _("Taken back") if row.taken_back_at else _("In place")
        at = when(row.finished_at, self._app.now(), self._app.zone())
        item = QTreeWidgetItem([at, row.file_name, *map(count, numbers), state])
        item.setData(0, _IMPORT, row)
        item.setToolTip(1, "\n".join(words.report_lines(row.skipped, row.warnings)[:20]))
        for column in range(2, 7):
            item.setTextAlignment(column, _RIGHT)
        return item

    def selected(self) -> ImportRow | None:
        """Return the import that is selected."""
        items = self.table.selectedItems()
        row: ImportRow | None = items[0].data(0, _IMPORT) if items else None
        return row

    def take_back(self) -> None:
        """Take the selected import back."""
        row, db, now = self.selected(), self._app.db, self._app.now()
        if row is None or self._task is not None:
            return
        label = _("Take back import of {file}").format(file=row.file_name)

        def work(_progress: Progress) -> TakenBack:
            with sharing(), db.transaction(label) as session:
                return core.imports.take_back(session, row.id, now)

        self._say(_("Taking back {file}…").format(file=row.file_name), "muted")
        self._task = self._app.run(label, work, self._taken_back, self._not_taken_back)
        self._update()

    def _taken_back(self, result: TakenBack) -> None:
        self._task = None
        self.reload()
        self._say(words.taken_back(result))
        self._app.notices.status(words.taken_back(result))

    def _not_taken_back(self, error: Exception) -> None:
        self._task = None
        self._update()
        if isinstance(error, UserError):
            self._say(error.message, "danger")
        else:
            self._say(_("Nothing was taken back."), "danger")

    def _say(self, text: str, role: str = "") -> None:
        set_role(self.message, role)
        self.message.setText(text)
        self.message.show()

    def _update(self) -> None:
        row = self.selected()
        free = self._task is None
        self.take_back_button.setEnabled(free and row is not None and row.taken_back_at is None)
        self.close_button.setEnabled(free)

    def reject(self) -> None:
        """Close, unless an import is just being taken back."""
        if self._task is None:
            super().reject()
