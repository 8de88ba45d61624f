"""Look twice a minute for what is due, and show each thing once.

The wall clock is asked, never a long timer: such a timer stands still while the machine
sleeps. What is shown is noted before it is shown, so nothing comes twice after a crash.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from mentorcrm import core
from mentorcrm.core import moments, notifications, settings as keys
from mentorcrm.core.errors import NotFound
from mentorcrm.core.i18n import _
from mentorcrm.gui.reminders import acting
from mentorcrm.gui.reminders.posting import Poster, poster

if TYPE_CHECKING:
    from mentorcrm.core.changes import Changes
    from mentorcrm.core.reminders import DueRow, NotifyRules, ToNotify
    from mentorcrm.gui.app import App

TICK_MS = 30_000
_TOGETHER_MS = 150
"""Failed notifications that come within this time are said in one message."""


class ReminderWatch(QObject):
    """Count what is due, post notifications, and do what their buttons say."""

    counted = Signal(int, str)
    """How many are due, and the words for the one that comes next."""
    raise_requested = Signal(str)
    """The window should come to the front; with the token that Wayland asks for."""

    def __init__(self, app: App, parent: QObject, post: Poster | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._post = poster(self) if post is None else post
        self._post.happened.connect(self._happened)
        self._shown: dict[str, list[DueRow]] = {}
        self._unsaid: list[DueRow] = []
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._recount = _once(self, 0, self.count)
        self._say_unsaid = _once(self, _TOGETHER_MS, self._say_in_window)
        app.changed.connect(self._changed)
        app.ready.connect(self.tick)
        QGuiApplication.instance().applicationStateChanged.connect(self._state_changed)  # type: ignore[union-attr]

    def start(self) -> None:
        """Look now, and then twice a minute."""
        self._timer.start()
        self.tick()

    def stop(self) -> None:
        """Look no more; what is shown stays."""
        self._timer.stop()
        self._recount.stop()
        self._say_unsaid.stop()
        self._post.close()

    def tick(self) -> None:
        """Look what is due now, and show what has not been shown."""
        app = self._app
        if not app.is_ready:
            return
        self.count()
        if app.settings.get(keys.NOTIFY):
            found = app.read(core.reminders.to_notify, app.now(), app.zone(), self._rules())
            if found.ids:
                app.system(
                    core.reminders.mark_notified, found.ids, then=lambda _none: self._show(found)
                )

    def count(self) -> None:
        """Tell how many are due and what comes next; withdraw what was dealt with."""
        app = self._app
        if not app.is_ready:
            return
        now = app.now()
        coming = app.read(core.reminders.upcoming, now, limit=1)
        words = ""
        if coming:
            due = moments.moment_words(coming[0].due_at, now, app.zone())
            words = _("Next reminder: {when}").format(when=due)
        self.counted.emit(app.read(core.reminders.count_due, now), words)
        self._withdraw_settled()

    def _rules(self) -> NotifyRules:
        get = self._app.settings.get
        return core.reminders.NotifyRules(
            quiet_from=get(keys.QUIET_FROM),
            quiet_until=get(keys.QUIET_UNTIL),
            weekends=get(keys.NOTIFY_ON_WEEKENDS),
            per_day=get(keys.NOTIFICATIONS_PER_DAY),
        )

    def _show(self, found: ToNotify) -> None:
        app, hide = self._app, self._app.settings.get(keys.HIDE_NAMES)
        for row in found.single:
            said = notifications.of_reminder(row, app.now(), app.zone(), hide_names=hide)
            self._send(said, [row])
        if found.digest:
            self._send(notifications.of_digest(found.digest, hide_names=hide), found.digest)

    def _send(self, said: notifications.Notification, rows: Sequence[DueRow]) -> None:
        self._shown[said.key] = list(rows)
        self._post.show(said)

    def _withdraw_settled(self) -> None:
        """Take away the notifications of what is done, put off or gone."""
        due = {(row.id, row.due_at) for row in self._due()} if self._shown else set()
        for key, rows in list(self._shown.items()):
            if not any((row.id, row.due_at) in due for row in rows):
                del self._shown[key]
                self._post.withdraw(key)

    def _due(self) -> list[DueRow]:
        return self._app.read(core.reminders.due, self._app.now())

    def _happened(self, event: notifications.Event) -> None:
        if event.kind == "failed":
            self._unsaid += self._shown.pop(event.key, [])
            self._say_unsaid.start()
        elif event.kind == "closed":
            # Closing is not doing: it stays in the list.
            self._shown.pop(event.key, None)
        elif event.kind == "action":
            self._act(event)

    def _act(self, event: notifications.Event) -> None:
        self._post.withdraw(event.key)
        self._shown.pop(event.key, None)
        if not self._app.is_ready:
            return
        reminder_id = notifications.reminder_id(event.key)
        if event.action == notifications.OPEN:
            self.raise_requested.emit(event.token)
        if reminder_id is None:
            self._app.open_requested.emit("reminder", -1)
            return
        try:
            row = self._app.read(core.reminders.row, reminder_id)
        except NotFound:
            return
        self._do(event.action, row)

    def _do(self, action: str, row: DueRow) -> None:
        if action == notifications.DONE:
            acting.done(self._app, row)
        elif action == notifications.SNOOZE:
            acting.snooze_an_hour(self._app, row)
        elif action == notifications.OPEN:
            acting.open_subject(self._app, row)

    def _say_in_window(self) -> None:
        """Say in the message bar what no notification could."""
        rows, self._unsaid = self._unsaid, []
        app = self._app
        if len(rows) == 1:
            row = rows[0]
            app.notices.toast(
                row.headline,
                [
                    (_("Open"), lambda: self._do(notifications.OPEN, row)),
                    (_("Snooze 1 hour"), lambda: self._do(notifications.SNOOZE, row)),
                    (_("Done"), lambda: self._do(notifications.DONE, row)),
                ],
                timeout_ms=0,
            )
        elif rows:
            said = notifications.of_digest(rows, hide_names=False)
            show = (_("Show"), lambda: app.open_requested.emit("reminder", -1))
            app.notices.toast(said.title, [show], timeout_ms=0)

    def _changed(self, changes: Changes) -> None:
        if changes.touches("reminder", "candidate", "contact"):
            self._recount.start()

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        # After sleep or a long absence the next tick may be half a minute away.
        if state == Qt.ApplicationState.ApplicationActive:
            self.tick()


def _once(parent: QObject, delay_ms: int, slot: object) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(delay_ms)
    timer.timeout.connect(slot)
    return timer
