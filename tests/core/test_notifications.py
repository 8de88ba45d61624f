"""Notifications: their words, and a real service on a private session bus."""

from __future__ import annotations

import os
import queue
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from mentorcrm.core import notifications
from mentorcrm.core.notifications import DesktopNotifier, Event, Notification
from mentorcrm.core.reminders import DueRow

if TYPE_CHECKING:
    from tests.core.session_bus import Service

needs_bus = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("dbus-daemon") is None,
    reason="needs dbus-daemon (apt-get install dbus)",
)
needs_dunst = pytest.mark.skipif(
    not all(shutil.which(tool) for tool in ("dbus-daemon", "dunst", "dunstctl", "Xvfb")),
    reason="needs dbus-daemon, dunst and Xvfb (apt-get install dbus dunst xvfb)",
)
RUTH = Notification(
    "reminder-7",
    "Follow up with Ruth Adeyemi",
    "Smith & Co <brief>. Today, 09:00.",
    (("open", "Open"), ("snooze", "Snooze 1 hour"), ("done", "Done")),
)


def _row(**fields: object) -> DueRow:
    known: dict[str, object] = {
        "id": 7,
        "kind": "follow_up",
        "title": "",
        "local_at": "",
        "zone": "Europe/Berlin",
        "contact_id": 1,
        "candidate_id": 2,
        "name": "Ruth Adeyemi",
        "position": "CTO",
        "company": "Solace",
        "stage": "asked",
        "next_step": "",
        "last_contact_at": None,
        "last_note": "",
        "notified_at": None,
        "due_at": datetime(2026, 11, 23, 8, tzinfo=UTC),
    }
    return DueRow(**{**known, **fields})  # type: ignore[arg-type]


def test_notification_names_whom_what_and_when(now: datetime, zone: ZoneInfo) -> None:
    said = notifications.of_reminder(_row(next_step="Send the brief."), now, zone, hide_names=False)
    assert said.title == "Follow up with Ruth Adeyemi"
    assert said.body == "Send the brief. Ready since 09:00."
    assert [name for name, _label in said.actions] == ["open", "snooze", "done"]
    assert notifications.reminder_id(said.key) == 7


def test_notification_can_hide_names(now: datetime, zone: ZoneInfo) -> None:
    row = _row(next_step="Ask Carlos")
    said = notifications.of_reminder(row, now, zone, hide_names=True)
    assert (said.title, said.body) == ("A follow-up is due", "Ready since 09:00")
    digest = notifications.of_digest([row, row], hide_names=True)
    assert (digest.title, digest.body) == ("2 reminders are ready when you are", "")


def test_digest_names_the_first_three(now: datetime) -> None:
    rows = [_row(name=name) for name in ("Ruth", "Carlos", "Hannah", "Mei", "Dele")]
    said = notifications.of_digest(rows, hide_names=False)
    assert said.title == "5 reminders are ready when you are"
    assert said.body == "Ruth, Carlos, Hannah and 2 more"
    assert notifications.reminder_id(said.key) is None


@pytest.fixture
def events() -> queue.Queue[Event]:
    return queue.Queue()


@pytest.fixture
def notifier(events: queue.Queue[Event]) -> Iterator[DesktopNotifier]:
    made = DesktopNotifier(events.put, time_limit=2.0)
    yield made
    made.close()


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    from tests.core.session_bus import bus

    with bus() as running:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", running)
        yield running


@pytest.fixture
def serve(address: str) -> Iterator[Callable[..., Service]]:
    from tests.core.session_bus import Service

    started: list[Service] = []

    def start(*abilities: str, mute: bool = False) -> Service:
        started.append(Service(address, abilities, mute=mute))
        return started[-1]

    yield start
    for service in started:
        service.stop()


@needs_bus
def test_notify_sends_actions_and_escapes_markup(
    serve: Callable[..., Service], notifier: DesktopNotifier, events: queue.Queue[Event]
) -> None:
    service = serve("actions", "body", "body-markup")
    notifier.show(RUTH)
    assert events.get(timeout=5) == Event("shown", "reminder-7")
    (said,) = service.shown
    assert said[3] == "Follow up with Ruth Adeyemi"
    assert said[4] == "Smith &amp; Co &lt;brief&gt;. Today, 09:00."
    assert said[5][2:] == ["open", "Open", "snooze", "Snooze 1 hour", "done", "Done"]
    assert said[6]["urgency"] == ("y", 1)
    assert said[6]["desktop-entry"] == ("s", "org.mentorcrm.MentorCRM")


@needs_bus
def test_notify_without_abilities_sends_plain_text_and_no_actions(
    serve: Callable[..., Service], notifier: DesktopNotifier, events: queue.Queue[Event]
) -> None:
    service = serve("body")
    notifier.show(RUTH)
    assert events.get(timeout=5).kind == "shown"
    assert service.shown[0][4] == RUTH.body
    assert service.shown[0][5] == []


@needs_bus
def test_notify_again_replaces_and_withdraw_closes(
    serve: Callable[..., Service], notifier: DesktopNotifier, events: queue.Queue[Event]
) -> None:
    service = serve("actions")
    notifier.show(RUTH)
    notifier.show(RUTH)
    assert [events.get(timeout=5).kind for _each in range(2)] == ["shown", "shown"]
    assert [said[1] for said in service.shown] == [0, 1]
    notifier.withdraw("reminder-7")
    notifier.withdraw("reminder-unknown")
    notifier.show(Notification("digest", "Two", ""))
    assert events.get(timeout=5) == Event("shown", "digest")
    assert service.closed == [1]


@needs_bus
def test_action_and_token_of_the_service_are_told(
    serve: Callable[..., Service], notifier: DesktopNotifier, events: queue.Queue[Event]
) -> None:
    service = serve("actions")
    notifier.show(RUTH)
    assert events.get(timeout=5).kind == "shown"
    service.signal("ActionInvoked", "us", 99, "done")
    service.signal("ActivationToken", "us", 1, "token-1")
    service.signal("ActionInvoked", "us", 1, "default")
    assert events.get(timeout=5) == Event("action", "reminder-7", "open", "token-1")
    service.signal("ActionInvoked", "us", 1, "snooze")
    assert events.get(timeout=5) == Event("action", "reminder-7", "snooze")
    service.signal("NotificationClosed", "uu", 1, 2)
    assert events.get(timeout=5) == Event("closed", "reminder-7")


@needs_bus
def test_notify_after_the_service_was_away_connects_again(
    serve: Callable[..., Service],
    notifier: DesktopNotifier,
    events: queue.Queue[Event],
) -> None:
    notifier.show(RUTH)
    assert events.get(timeout=5) == Event("failed", "reminder-7"), "nobody is there"
    serve("actions")
    notifier.show(RUTH)
    assert events.get(timeout=5) == Event("shown", "reminder-7")


@needs_bus
def test_service_that_never_answers_fails_in_time_without_blocking(
    serve: Callable[..., Service], events: queue.Queue[Event]
) -> None:
    serve("actions", mute=True)
    notifier = DesktopNotifier(events.put, time_limit=0.3)
    began = time.monotonic()
    notifier.show(RUTH)
    assert time.monotonic() - began < 0.2
    assert events.get(timeout=5) == Event("failed", "reminder-7")
    notifier.close()


def test_notify_without_a_bus_fails_quietly(
    notifier: DesktopNotifier, events: queue.Queue[Event], monkeypatch: pytest.MonkeyPatch
) -> None:
    notifier.show(RUTH)
    assert events.get(timeout=5) == Event("failed", "reminder-7")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    notifier.show(RUTH)
    assert events.get(timeout=5) == Event("failed", "reminder-7")


@pytest.fixture
def dunst(address: str) -> Iterator[Callable[..., str]]:
    """Run the real dunst on a screen of its own; give a way to ask it."""
    reading, writing = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "640x480x24"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as pipe:
        display = pipe.readline().strip()
    environment = {**os.environ, "DISPLAY": f":{display}", "DBUS_SESSION_BUS_ADDRESS": address}
    server = subprocess.Popen(["dunst"], env=environment, stderr=subprocess.DEVNULL)

    def control(*words: str) -> str:
        done = subprocess.run(
            ["dunstctl", *words], env=environment, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    yield control
    for process in (server, screen):
        process.terminate()
        process.communicate()


def _shown_by(dunst: Callable[..., str], count: int) -> bool:
    last = time.monotonic() + 10
    while time.monotonic() < last:
        if dunst("count", "displayed") == str(count):
            return True
    return False


@needs_dunst
def test_real_service_shows_acts_and_withdraws(
    dunst: Callable[..., str], notifier: DesktopNotifier, events: queue.Queue[Event]
) -> None:
    assert _shown_by(dunst, 0), "dunst did not start"
    notifier.show(RUTH)
    assert events.get(timeout=5) == Event("shown", "reminder-7")
    assert _shown_by(dunst, 1)
    dunst("action")
    assert events.get(timeout=5) == Event("action", "reminder-7", "open")
    notifier.withdraw("reminder-7")
    assert _shown_by(dunst, 0)


def test_jeepney_is_not_loaded_before_it_is_needed() -> None:
    code = (
        "import sys; from mentorcrm.core import notifications;"
        "print([m for m in ('jeepney', 'sqlalchemy', 'PySide6') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


def test_late_reminder_is_worded_kindly(now: datetime, zone: ZoneInfo) -> None:
    row = _row(due_at=now - timedelta(days=3))
    assert (
        "Ready since Fri 20 Nov" in notifications.of_reminder(row, now, zone, hide_names=False).body
    )
