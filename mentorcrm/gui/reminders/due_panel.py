"""The list below the bell: what is ready, what comes today and this week."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from mentorcrm import core
from mentorcrm.core import moments
from mentorcrm.core.i18n import _
from mentorcrm.gui.format import count, in_sentence
from mentorcrm.gui.reminders.due_row import DueItem
from mentorcrm.gui.widgets.labels import EmptyState, plain_label
from mentorcrm.gui.widgets.page import Column

if TYPE_CHECKING:
    from mentorcrm.core.changes import Changes
    from mentorcrm.core.reminders import DueRow
    from mentorcrm.gui.app import App

FIRST_SHOWN = 20
_WIDTH_IN_CHARACTERS = 76


class DuePanel(QFrame):
    """Show what is due and what comes within a week, and let it be dealt with."""

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._app = app
        self._limit = FIRST_SHOWN
        self.items: list[DueItem] = []
        self.setProperty("role", "popup")
        self.setAccessibleName(_("Reminders"))
        self.title = plain_label(_("Reminders"), "h2")
        self._column = Column(_("Reminders"), margin=0)
        self._column.body.setSpacing(8)
        self._column.body.setContentsMargins(0, 0, 6, 0)
        self.more = QPushButton()
        self.more.setProperty("flat", True)
        self.more.setAutoDefault(False)
        self.more.clicked.connect(self._show_more)
        self.empty = EmptyState("bell", "")
        outer = QVBoxLayout(self)
        self._margins = 16
        outer.setContentsMargins(*(4 * [self._margins]))
        outer.setSpacing(10)
        outer.addWidget(self.title)
        outer.addWidget(self.empty, 1)
        outer.addWidget(self._column, 1)
        outer.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        app.changed.connect(self._changed)
        self.reload()

    def open_below(self, button: QWidget) -> None:
        """Show the list below ``button``, inside the window and its screen."""
        window = button.window()
        width = min(
            self.fontMetrics().averageCharWidth() * _WIDTH_IN_CHARACTERS, window.width() - 32
        )
        self.setFixedWidth(width)
        self.reload()
        corner = button.mapToGlobal(QPoint(button.width(), button.height() + 4))
        left = corner.x() - width
        if self.isRightToLeft():
            left = button.mapToGlobal(QPoint(0, 0)).x()
        edge = window.mapToGlobal(QPoint(8, 0)).x()
        room = max(240, window.mapToGlobal(QPoint(0, window.height())).y() - corner.y() - 24)
        self.setFixedHeight(min(room, self._wanted_height(width)))
        self.move(max(edge, left), corner.y())
        self.show()
        self._focus(0)

    def reload(self) -> None:
        """Read the list anew."""
        app = self._app
        if not app.is_ready:
            return
        now, zone = app.now(), app.zone()
        due = app.read(core.reminders.due, now, self._limit)
        total = app.read(core.reminders.count_due, now)
        midnight = moments.local_at(now, zone).replace(hour=0, minute=0) + timedelta(days=1)
        tonight = moments.resolve(midnight, zone)
        coming = app.read(core.reminders.upcoming, now, now + timedelta(days=7), limit=FIRST_SHOWN)
        self._fill(
            (_("Ready when you are: {n}").format(n=count(total)), due),
            (_("Today"), [row for row in coming if row.due_at < tonight]),
            (_("This week"), [row for row in coming if row.due_at >= tonight]),
        )
        hidden = total - len(due)
        self.more.setVisible(hidden > 0)
        self.more.setText(_("Show {n} more").format(n=count(hidden)))
        self._show_empty(not self.items)

    def _fill(self, *groups: tuple[str, list[DueRow]]) -> None:
        body = self._column.body
        while (taken := body.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.items = []
        for heading, rows in groups:
            if rows:
                body.addWidget(plain_label(heading, "muted"))
            for row in rows:
                item = DueItem(self._app, row)
                item.opened.connect(self.hide)
                item.left.connect(self._step)
                body.addWidget(item)
                self.items.append(item)
        body.addStretch(1)

    def _show_empty(self, empty: bool) -> None:
        self.empty.setVisible(empty)
        self._column.setVisible(not empty)
        if not empty:
            return
        app = self._app
        coming = app.read(core.reminders.upcoming, app.now(), limit=1)
        text = _("Nothing is due. Follow-ups appear here when their time comes.")
        if coming:
            when = moments.moment_words(coming[0].due_at, app.now(), app.zone())
            text = _("Nothing is due. Next: {when}, {what}.").format(
                when=when, what=in_sentence(coming[0].headline)
            )
        self.empty.set_texts(text)

    def _wanted_height(self, width: int) -> int:
        """Return the height at which nothing needs to scroll."""
        around = 2 * self._margins + self.title.sizeHint().height() + 14
        if not self.more.isHidden():
            around += self.more.sizeHint().height() + 10
        if not self.items:
            return around + 180
        return around + self._column.inner.sizeHint().height()

    def _show_more(self) -> None:
        self._limit += 5 * FIRST_SHOWN
        self.reload()
        self._focus(0)

    def _focus(self, place: int) -> None:
        if self.items:
            self.items[max(0, min(place, len(self.items) - 1))].setFocus(
                Qt.FocusReason.TabFocusReason
            )

    def _step(self, step: int) -> None:
        focused = [place for place, item in enumerate(self.items) if item.hasFocus()]
        self._focus((focused[0] if focused else 0) + step)

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches("reminder", "candidate", "contact", "activity"):
            focused = self.focusWidget()
            inside = [n for n, item in enumerate(self.items) if item.isAncestorOf(focused)]
            self.reload()
            self._focus(inside[0] if inside else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)
