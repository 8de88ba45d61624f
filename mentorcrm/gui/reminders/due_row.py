"""One reminder in the list: who, what, when, what to know, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from mentorcrm.core import moments
from mentorcrm.core.i18n import _
from mentorcrm.gui.format import ago, one_line
from mentorcrm.gui.reminders import acting
from mentorcrm.gui.reminders.pick_dialog import PickTimeDialog
from mentorcrm.gui.widgets.labels import ElidedLabel, IconLabel

if TYPE_CHECKING:
    from mentorcrm.core.reminders import DueRow
    from mentorcrm.gui.app import App


class DueItem(QFrame):
    """A row that opens on click or Enter; Up and Down go to the next one."""

    opened = Signal()
    left = Signal(int)
    """The keyboard wants to go up (-1) or down (1)."""

    def __init__(self, app: App, row: DueRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self._app = app
        self._is_due = row.due_at <= app.now()
        self.setProperty("role", "due")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.title = ElidedLabel(row.headline, "h2")
        self.when = ElidedLabel(self._when_words(), "warning" if self._is_due else "muted")
        self.context = ElidedLabel(context_words(app, row), "caption")
        self.context.setVisible(bool(self.context.full_text()))
        self.done_button = _flat(_("Done"), _("Done: {what}").format(what=row.headline))
        self.done_button.clicked.connect(lambda: acting.done(app, row))
        self.snooze_button = _flat(_("Snooze"), _("Snooze: {what}").format(what=row.headline))
        self.snooze_button.setMenu(self._snooze_menu())
        self.setAccessibleName(f"{row.headline}, {self.when.full_text()}")
        self.setAccessibleDescription(self.context.full_text())
        self._lay_out()

    def open(self) -> None:
        """Show whom it is about."""
        self.opened.emit()
        acting.open_subject(self._app, self.row)

    def _lay_out(self) -> None:
        icon = IconLabel(
            "bell" if self._is_due else "clock", "asked" if self._is_due else "muted", 20
        )
        texts = QVBoxLayout()
        texts.setSpacing(1)
        for label in (self.title, self.when, self.context):
            texts.addWidget(label)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 8, 8, 8)
        line.setSpacing(12)
        line.addWidget(icon)
        line.addLayout(texts, 1)
        line.addWidget(self.snooze_button)
        line.addWidget(self.done_button)

    def _when_words(self) -> str:
        zone, now = self._app.zone(), self._app.now()
        words = moments.due_words(self.row.due_at, now, zone)
        if self.row.title and self.row.name:
            words = _("{when}, with {name}").format(when=words, name=self.row.name)
        return words

    def _snooze_menu(self) -> QMenu:
        menu = QMenu(self)
        zone, now = self._app.zone(), self._app.now()
        for offer in acting.offers(self._app):
            when = moments.moment_words(moments.resolve(offer.local, zone), now, zone)
            action = menu.addAction(_("{label} ({when})").format(label=offer.label, when=when))
            action.triggered.connect(
                lambda _checked=False, until=offer.local: acting.snooze(self._app, self.row, until)
            )
        menu.addSeparator()
        menu.addAction(_("Pick a date…")).triggered.connect(self._pick)
        return menu

    def _pick(self) -> None:
        app, row = self._app, self.row
        start = acting.offers(app)[-1].local
        self.opened.emit()
        PickTimeDialog(
            row.headline, start, lambda until: acting.snooze(app, row, until), self._owner()
        ).open()

    def _owner(self) -> QWidget:
        """Return the window behind the list: the list itself goes when a dialog comes."""
        popup = self.window()
        parent = popup.parentWidget()
        return popup if parent is None else parent.window()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.left.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside:
            self.open()


def context_words(app: App, row: DueRow) -> str:
    """Return what one needs to know to act: next step, last contact, last note."""
    parts = []
    if row.next_step:
        parts.append(row.next_step)
    elif row.role_line:
        parts.append(row.role_line)
    if row.last_contact_at is not None:
        spoken = ago(row.last_contact_at, app.now(), app.zone())
        parts.append(_("last contact {when}").format(when=spoken))
    if row.last_note:
        parts.append("“" + one_line(row.last_note) + "”")
    return " · ".join(parts)


def _flat(text: str, name: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("flat", True)
    button.setAutoDefault(False)
    button.setAccessibleName(name)
    return button
