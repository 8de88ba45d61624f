"""The versions of a description: see them, compare, name, bring back, say who got which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from mentorcrm import core
from mentorcrm.core.i18n import _
from mentorcrm.core.settings import VERSIONS_SIZE
from mentorcrm.gui.job_descriptions.sendings import EditSentDialog, RecordSentDialog
from mentorcrm.gui.job_descriptions.versions_chips import SentChips
from mentorcrm.gui.job_descriptions.versions_compare import Comparison
from mentorcrm.gui.job_descriptions.versions_list import VersionList, VersionModel
from mentorcrm.gui.widgets.buttons import IconButton
from mentorcrm.gui.widgets.labels import plain_label
from mentorcrm.gui.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from mentorcrm.core.changes import Changes
    from mentorcrm.core.job_descriptions.history import VersionRow
    from mentorcrm.core.job_descriptions.sendings import SendingRow
    from mentorcrm.gui.app import App

_TABLES = ("version", "sending", "contact")


class VersionsDialog(QDialog):
    """All versions of one description on the left, the comparison on the right."""

    def __init__(
        self, app: App, description_id: int, parent: QWidget, version_id: int | None = None
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._description_id = description_id
        title = app.read(core.job_descriptions.detail, description_id).title
        self.setWindowTitle(_("Versions of “{title}”").format(title=title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.model = VersionModel(app, description_id, self)
        self.list = VersionList(self.model)
        self.comparison = Comparison(app, description_id)
        self.chips = SentChips(app)
        self.message = MessageBar()
        self.restore_button = IconButton("rotate-ccw", _("&Restore"))
        self.name_button = IconButton("pencil", _("&Name"))
        self.name_button.setToolTip(_("Name this version (F2)"))
        self.copy_button = IconButton("copy", _("Copy as &Markdown"))
        self.sent_button = IconButton("send", _("Record as &sent…"))
        self.close_button = QPushButton(_("Close"))
        self._lay_out(title)
        self._connect()
        row = None if version_id is None else self.model.row_of(version_id)
        self.list.setCurrentIndex(self.model.index(row or 0, 0))
        self.list.setFocus()

    # What can be done

    def current(self) -> VersionRow | None:
        """Return the version that is chosen in the list."""
        index = self.list.currentIndex()
        if not index.isValid() or index.row() >= self.model.rowCount():
            return None
        found: VersionRow | None = self.model.record(index.row())
        return found

    def restore(self) -> None:
        """Make the chosen version the present text; the one of now stays in the list."""
        row = self.current()
        if row is None or self.list.currentIndex().row() == 0:
            return
        words = self.model.heading(row)
        label = _("Restore the version “{name}”").format(name=words)
        done = _("The version “{name}” is the present text again.").format(name=words)
        restore, now = core.job_descriptions.versions.restore, self._app.now()
        self._app.do(label, restore, row.id, now, then=lambda _id: self._restored(done))

    def edit_name(self) -> None:
        """Name the chosen version, in its place in the list."""
        self.list.setFocus()
        self.list.edit(self.list.currentIndex())

    def copy_markdown(self) -> None:
        """Copy the chosen version as Markdown."""
        row = self.current()
        if row is not None:
            kept = core.job_descriptions.versions
            text = kept.as_markdown(self._app.read(kept.version, row.id))
            QGuiApplication.clipboard().setText(text)
            self._app.notices.status(_("Copied this version as Markdown"))
            self.message.show_message(_("Copied this version as Markdown"))

    def record_sent(self) -> None:
        """Ask to whom the chosen version was sent."""
        row = self.current()
        if row is not None:
            dialog = RecordSentDialog(self._app, self._description_id, row.id, self)
            dialog.recorded.connect(self._say)
            dialog.open()

    def done(self, result: int) -> None:
        """Close, and remember the size."""
        size = self.size()
        self._app.settings.remember(VERSIONS_SIZE, f"{size.width()}x{size.height()}")
        super().done(result)

    # How it stays true

    def _restored(self, done: str) -> None:
        self.list.setCurrentIndex(self.model.index(0, 0))
        self._say(done)

    def _rename(self, version_id: int, name: str) -> None:
        words = name.strip()
        label = _("Name a version “{name}”").format(name=words)
        if not words:
            label = _("Take the name off a version")
        self._app.do(label, core.job_descriptions.versions.name, version_id, words)

    def _edit_sending(self, sent: SendingRow) -> None:
        EditSentDialog(self._app, sent, self).open()

    def _delete_sending(self, sent: SendingRow) -> None:
        label = _("Take back that {name} was sent a version").replace("{name}", sent.contact)
        done = _("Not sent to {name} after all").replace("{name}", sent.contact)
        delete, now = core.job_descriptions.sendings.delete, self._app.now()
        self._app.do(label, delete, sent.id, now, then=lambda _none: self._say(done))

    def _open_person(self, contact_id: int) -> None:
        self.accept()
        self._app.open_requested.emit("contact", contact_id)

    def _say(self, words: str) -> None:
        """Say what was done, here: the bar of the window lies below."""
        self._app.notices.status(words)
        self.message.show_message(words, self._app.undo_offers())

    def _hear(self, changes: Changes) -> None:
        if changes.kind in ("undo", "redo"):
            self.message.dismiss()
        if not changes.touches(*_TABLES):
            return
        if self.model.rowCount() == 0:
            self.reject()  # the description is gone
            return
        self.comparison.forget()
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0, 0))
        self._show()

    def _show(self) -> None:
        row = self.current()
        if row is None:
            return
        self.chips.show_sendings(row.sendings)
        self.restore_button.setEnabled(self.list.currentIndex().row() > 0)
        self.comparison.show_version(row.id)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(lambda _now, _then: self._show())
        self.model.renamed.connect(self._rename)
        self._app.changed.connect(self._hear)
        self.restore_button.clicked.connect(self.restore)
        self.name_button.clicked.connect(self.edit_name)
        self.copy_button.clicked.connect(self.copy_markdown)
        self.sent_button.clicked.connect(self.record_sent)
        self.close_button.clicked.connect(self.reject)
        self.chips.open_requested.connect(self._open_person)
        self.chips.edit_requested.connect(self._edit_sending)
        self.chips.delete_requested.connect(self._delete_sending)
        standard = QKeySequence.StandardKey
        for keys, act in (
            (QKeySequence("F7"), lambda: self.comparison.step(1)),
            (QKeySequence("Shift+F7"), lambda: self.comparison.step(-1)),
            (QKeySequence(standard.Undo), self._app.undo),
            (QKeySequence(standard.Redo), self._app.redo),
        ):
            QShortcut(keys, self).activated.connect(act)

    # Laying out

    def _lay_out(self, title: str) -> None:
        heading = plain_label(_("Versions of “{title}”").format(title=title), "h1")
        heading.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.restore_button, self.name_button, self.copy_button, self.sent_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        for each in self.findChildren(QPushButton):
            each.setAutoDefault(False)
        body = QVBoxLayout(self)
        body.setContentsMargins(24, 20, 24, 20)
        body.setSpacing(12)
        body.addWidget(heading)
        body.addWidget(self.message)
        body.addWidget(self._split(), 1)
        body.addLayout(buttons)
        self.resize(self._size())

    def _split(self) -> QSplitter:
        left, right = QWidget(), QWidget()
        lines = QVBoxLayout(left)
        lines.setContentsMargins(*self._margins(before=0, after=8))
        lines.addWidget(self.list)
        column = QVBoxLayout(right)
        column.setContentsMargins(*self._margins(before=12, after=0))
        column.setSpacing(10)
        column.addWidget(self.chips)
        column.addWidget(self.comparison, 1)
        char = self.fontMetrics().averageCharWidth()
        left.setMinimumWidth(char * 26)
        right.setMinimumWidth(char * 56)
        split = QSplitter()
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(right)
        split.setStretchFactor(0, 0)
        split.setStretchFactor(1, 1)
        split.setSizes([char * 40, char * 100])
        return split

    def _margins(self, before: int, after: int) -> tuple[int, int, int, int]:
        """Return margins in the direction of reading; Qt does not mirror them."""
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return (after, 0, before, 0) if rtl else (before, 0, after, 0)

    def _size(self) -> QSize:
        """Return the size it had last, or a roomy one, as far as the screen has room."""
        char, room = self.fontMetrics().averageCharWidth(), self.screen().availableGeometry().size()
        width, _x, height = self._app.settings.get(VERSIONS_SIZE).partition("x")
        wanted = QSize(char * 150, char * 92)
        if width.isdigit() and height.isdigit():
            wanted = QSize(int(width), int(height))
        return wanted.boundedTo(room - QSize(48, 64))
