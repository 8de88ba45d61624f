"""Reminders in the window: the list below the bell, and notifications that can be acted on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from mentorcrm import core
from mentorcrm.core import settings as keys
from mentorcrm.core.notifications import Event, Notification
from mentorcrm.gui.app import App
from mentorcrm.gui.reminders.due_panel import DuePanel
from mentorcrm.gui.reminders.pick_dialog import PickTimeDialog
from mentorcrm.gui.reminders.posting import Poster
from mentorcrm.gui.reminders.watch import TICK_MS, ReminderWatch
from tests.conftest import MONDAY, ZONE
from tests.factories import add_candidate

if TYPE_CHECKING:
    from mentorcrm.gui.main_window import MainWindow

# A popup asks for what a screen that is not there cannot give.
pytestmark = pytest.mark.qt_log_ignore(
    "does not support raise", "does not support grabbing the keyboard", extend=True
)


class Desktop(Poster):
    """A desktop that shows everything, or nothing."""

    def __init__(self, *, works: bool = True) -> None:
        super().__init__()
        self.works = works
        self.shown: list[Notification] = []
        self.withdrawn: list[str] = []
        self.closed = False

    def show(self, notification: Notification) -> None:
        self.shown.append(notification)
        self.happened.emit(Event("shown" if self.works else "failed", notification.key))

    def withdraw(self, key: str) -> None:
        self.withdrawn.append(key)

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def desktop() -> Desktop:
    return Desktop()


@pytest.fixture
def watch(app: App, desktop: Desktop) -> Iterator[ReminderWatch]:
    made = ReminderWatch(app, app, desktop)
    yield made
    made.stop()


@pytest.fixture
def plan(write: Callable[..., Any]) -> Callable[..., int]:
    """Return ``plan(name, ahead)``: somebody to follow up with, that long from now."""

    def make(name: str = "Ruth Adeyemi", ahead: timedelta = timedelta(0)) -> int:
        card: int = write(add_candidate, name=name, stage="asked")
        local = (MONDAY + ahead).astimezone(ZONE).replace(tzinfo=None)
        reminder: int = write(core.reminders.set_follow_up, card, local, ZONE, MONDAY)
        return reminder

    return make


def _row(app: App, reminder_id: int) -> Any:
    return app.read(core.reminders.row, reminder_id)


# Notifications


def test_watch_notifies_once_per_due_moment(
    watch: ReminderWatch, desktop: Desktop, plan: Callable[..., int]
) -> None:
    plan()
    watch.start()
    watch.tick()
    assert [said.title for said in desktop.shown] == ["Follow up with Ruth Adeyemi"]


def test_watch_looks_twice_a_minute_by_the_wall_clock(watch: ReminderWatch) -> None:
    assert TICK_MS == 30_000


def test_watch_after_a_restart_does_not_notify_again(
    app: App, watch: ReminderWatch, desktop: Desktop, plan: Callable[..., int]
) -> None:
    plan()
    watch.start()
    again = Desktop()
    second = ReminderWatch(app, app, again)
    second.start()
    second.stop()
    assert len(desktop.shown) == 1
    assert again.shown == []


def test_watch_groups_what_came_due_in_an_absence(
    watch: ReminderWatch, desktop: Desktop, plan: Callable[..., int]
) -> None:
    for name, hours in (("Ruth", -48), ("Carlos", -24), ("Mei", -12), ("Dele", -2)):
        plan(name, timedelta(hours=hours))
    watch.start()
    (said,) = desktop.shown
    assert said.title == "4 reminders are ready when you are"
    assert said.body == "Ruth, Carlos, Mei and 1 more"


def test_watch_tells_the_count_and_what_comes_next(
    qtbot: Any, watch: ReminderWatch, plan: Callable[..., int]
) -> None:
    plan("Ruth")
    plan("Mei", timedelta(days=3))
    with qtbot.waitSignal(watch.counted) as heard:
        watch.start()
    assert heard.args == [1, "Next reminder: Thu 26 Nov, 10:00"]


def test_watch_can_be_silent_and_can_hide_names(
    app: App, watch: ReminderWatch, desktop: Desktop, plan: Callable[..., int]
) -> None:
    plan()
    app.settings.set(keys.NOTIFY, False)
    watch.start()
    assert desktop.shown == []
    app.settings.set(keys.NOTIFY, True)
    app.settings.set(keys.HIDE_NAMES, True)
    watch.tick()
    assert desktop.shown[0].title == "A follow-up is due"


def test_notification_click_opens_the_card_and_raises_the_window(
    qtbot: Any, app: App, watch: ReminderWatch, desktop: Desktop, plan: Callable[..., int]
) -> None:
    reminder = plan()
    watch.start()
    key = desktop.shown[0].key
    raised: list[str] = []
    watch.raise_requested.connect(raised.append)
    with qtbot.waitSignal(app.open_requested) as heard:
        desktop.happened.emit(Event("action", key, "open", "token"))
    assert heard.args == ["candidate", _row(app, reminder).candidate_id]
    assert raised == ["token"]
    assert desktop.withdrawn == [key]


def test_notification_done_and_snooze_act(
    app: App, watch: ReminderWatch, desktop: Desktop, plan: Callable[..., int]
) -> None:
    ruth, mei = plan("Ruth"), plan("Mei")
    watch.start()
    desktop.happened.emit(Event("action", f"reminder-{ruth}", "done"))
    desktop.happened.emit(Event("action", f"reminder-{mei}", "snooze"))
    assert app.read(core.reminders.due, MONDAY) == []
    assert _row(app, mei).due_at == MONDAY + timedelta(hours=1)
    assert [text for text, _actions in app.notices.toasts] == [  # type: ignore[attr-defined]
        "Done: Follow up with Ruth",
        "Snoozed “Follow up with Mei” until today, 11:00",
    ]
    app.undo()
    app.undo()
    assert len(app.read(core.reminders.due, MONDAY)) == 2


def test_notification_of_a_reminder_that_is_gone_does_nothing(
    app: App, watch: ReminderWatch, desktop: Desktop
) -> None:
    desktop.happened.emit(Event("action", "reminder-4711", "done"))
    assert app.notices.errors == []  # type: ignore[attr-defined]


def test_notification_is_withdrawn_when_it_was_dealt_with_in_the_window(
    qtbot: Any, app: App, watch: ReminderWatch, desktop: Desktop, plan: Callable[..., int]
) -> None:
    reminder = plan()
    watch.start()
    app.do("Done", core.reminders.done, [reminder], MONDAY)
    qtbot.waitUntil(lambda: desktop.withdrawn == [f"reminder-{reminder}"])


def test_without_a_desktop_service_the_message_bar_says_it(
    qtbot: Any, app: App, plan: Callable[..., int]
) -> None:
    reminder = plan()
    watch = ReminderWatch(app, app, Desktop(works=False))
    watch.start()
    toasts = app.notices.toasts  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: bool(toasts))
    text, actions = toasts[0]
    assert text == "Follow up with Ruth Adeyemi"
    assert [label for label, _act in actions] == ["Open", "Snooze 1 hour", "Done"]
    actions[2][1]()
    assert _row(app, reminder).id == reminder
    assert app.read(core.reminders.due, MONDAY) == []
    watch.stop()


def test_without_a_desktop_service_several_are_said_together(
    qtbot: Any, app: App, plan: Callable[..., int]
) -> None:
    for name in ("Ruth", "Mei", "Dele"):
        plan(name)
    watch = ReminderWatch(app, app, Desktop(works=False))
    watch.start()
    toasts = app.notices.toasts  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: bool(toasts))
    text, actions = toasts[0]
    assert text == "3 reminders are ready when you are"
    with qtbot.waitSignal(app.open_requested) as heard:
        actions[0][1]()
    assert heard.args == ["reminder", -1]
    watch.stop()


def test_the_real_session_poster_brings_answers_to_our_thread(
    qtbot: Any, app: App, plan: Callable[..., int]
) -> None:
    plan()
    watch = ReminderWatch(app, app)  # there is no session bus in tests, so the window says it
    watch.start()
    toasts = app.notices.toasts  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: bool(toasts))
    assert toasts[0][0] == "Follow up with Ruth Adeyemi"
    watch.stop()


# The list


@pytest.fixture
def panel(qtbot: Any, app: App, themed: Any) -> Callable[[], DuePanel]:
    bell = QPushButton("bell")
    qtbot.addWidget(bell)
    bell.resize(900, 700)
    bell.show()

    def make() -> DuePanel:
        made = DuePanel(app, bell)
        made.open_below(bell)
        qtbot.waitUntil(made.isVisible)
        return made

    return make


def test_panel_lists_due_today_and_this_week(
    panel: Callable[[], DuePanel], plan: Callable[..., int]
) -> None:
    plan("Hannah", timedelta(days=3))
    plan("Carlos", timedelta(days=-3))
    plan("Ruth", timedelta(hours=5))
    plan("Later", timedelta(days=30))
    opened = panel()
    assert [item.title.full_text() for item in opened.items] == [
        "Follow up with Carlos",
        "Follow up with Ruth",
        "Follow up with Hannah",
    ]
    assert [item.when.full_text() for item in opened.items] == [
        "Ready since Fri 20 Nov",
        "Today, 15:00",
        "Thu 26 Nov, 10:00",
    ]


def test_panel_row_opens_the_card_by_mouse_and_keyboard(
    qtbot: Any, app: App, panel: Callable[[], DuePanel], plan: Callable[..., int]
) -> None:
    first, second = plan("Ruth", timedelta(days=-1)), plan("Mei")
    opened = panel()
    with qtbot.waitSignal(app.open_requested) as heard:
        qtbot.mouseClick(opened.items[0], Qt.MouseButton.LeftButton)
    assert heard.args == ["candidate", _row(app, first).candidate_id]
    assert not opened.isVisible()
    opened = panel()
    qtbot.keyClick(opened.items[0], Qt.Key.Key_Down)
    assert opened.items[1].hasFocus()
    with qtbot.waitSignal(app.open_requested) as heard:
        qtbot.keyClick(opened.items[1], Qt.Key.Key_Return)
    assert heard.args == ["candidate", _row(app, second).candidate_id]


def test_panel_done_takes_the_row_away_and_undo_brings_it_back(
    qtbot: Any, app: App, panel: Callable[[], DuePanel], plan: Callable[..., int]
) -> None:
    plan("Ruth", timedelta(days=-1))
    plan("Mei")
    opened = panel()
    qtbot.mouseClick(opened.items[0].done_button, Qt.MouseButton.LeftButton)
    assert [item.row.name for item in opened.items] == ["Mei"]
    app.undo()
    assert [item.row.name for item in opened.items] == ["Ruth", "Mei"]


def test_panel_snooze_menu_puts_it_off(
    app: App, panel: Callable[[], DuePanel], plan: Callable[..., int]
) -> None:
    reminder = plan()
    menu = panel().items[0].snooze_button.menu()
    labels = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert labels == [
        "In one hour (today, 11:00)",
        "This evening (today, 18:00)",
        "Tomorrow (tomorrow, 09:00)",
        "Next week (Mon 30 Nov, 09:00)",
        "Pick a date…",
    ]
    menu.actions()[3].trigger()
    assert _row(app, reminder).local_at == "2026-11-30T09:00"


def test_panel_pick_a_date_asks_for_the_moment(
    qtbot: Any, app: App, panel: Callable[[], DuePanel], plan: Callable[..., int]
) -> None:
    reminder = plan()
    opened = panel()
    opened.items[0].snooze_button.menu().actions()[-1].trigger()
    dialog = opened.parentWidget().findChild(PickTimeDialog)
    dialog.when.load(datetime(2026, 12, 24, 14, 30))
    qtbot.mouseClick(dialog.done_button, Qt.MouseButton.LeftButton)
    assert _row(app, reminder).local_at == "2026-12-24T14:30"


def test_panel_shows_twenty_and_the_rest_on_request(
    qtbot: Any, panel: Callable[[], DuePanel], plan: Callable[..., int]
) -> None:
    for number in range(23):
        plan(f"Person {number}", -timedelta(hours=number))
    opened = panel()
    assert len(opened.items) == 20
    assert opened.more.text() == "Show 3 more"
    qtbot.mouseClick(opened.more, Qt.MouseButton.LeftButton)
    assert len(opened.items) == 23
    assert not opened.more.isVisible()


def test_panel_with_nothing_due_says_what_comes_next(
    panel: Callable[[], DuePanel], plan: Callable[..., int]
) -> None:
    plan("Hannah Weiss", timedelta(days=30))
    opened = panel()
    assert opened.items == []
    assert opened.empty.text() == (
        "Nothing is due. Next: Wed 23 Dec, 10:00, follow up with Hannah Weiss."
    )


def test_panel_rows_show_the_context(
    app: App, panel: Callable[[], DuePanel], plan: Callable[..., int], write: Callable[..., Any]
) -> None:
    row = _row(app, plan())
    write(core.board.set_next_step, row.candidate_id, "Send the brief", MONDAY)
    before = MONDAY - timedelta(days=9)
    write(core.activities.log, row.contact_id, "call", "Likes **short** mails", before, MONDAY)
    (item,) = panel().items
    assert item.context.full_text() == (
        "Send the brief · last contact 9 days ago · “Likes short mails”"
    )


def test_window_bell_shows_the_count_and_opens_the_list(
    qtbot: Any, window: MainWindow, plan: Callable[..., int]
) -> None:
    plan()
    qtbot.waitUntil(lambda: window.shell.bell.count == 1)
    window.show_due()
    opened = window.findChild(DuePanel)
    qtbot.waitUntil(opened.isVisible)
    assert len(opened.items) == 1
    window.show_due()
    assert len(window.findChildren(DuePanel)) == 1
    opened.hide()
