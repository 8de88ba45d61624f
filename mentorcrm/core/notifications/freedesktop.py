"""The session's notification service (org.freedesktop.Notifications), spoken to by jeepney.

All of it happens in one thread of its own, because a service may take seconds to answer and
the window must not wait. Whoever listens is told in that thread what became of each
notification; where there is no service, the answer is "failed" and the window shows the
text itself.
"""

from __future__ import annotations

import contextlib
import html
import logging
import queue
import select
import socket
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from mentorcrm.core.notifications.content import OPEN, Notification

APP_ID = "org.mentorcrm.MentorCRM"
SHOWN, FAILED, ACTION, CLOSED = "shown", "failed", "action", "closed"
_NAME = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_NORMAL = 1
_SERVERS_CHOICE = -1
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Event:
    """What became of a notification."""

    kind: str
    key: str
    action: str = ""
    token: str = ""
    """Lets the window come to the front on Wayland."""


class DesktopNotifier:
    """Show notifications, replace and withdraw them, and tell what the user did with them."""

    def __init__(self, listener: Callable[[Event], None], time_limit: float = 2.0) -> None:
        self._listener = listener
        self._time_limit = time_limit
        self._wanted: queue.SimpleQueue[Notification | str | None] = queue.SimpleQueue()
        self._wake, self._woken = socket.socketpair()
        self._thread: threading.Thread | None = None
        self._closed = False

    def show(self, notification: Notification) -> None:
        """Show it, in the place of an earlier one with the same key."""
        self._ask(notification)

    def withdraw(self, key: str) -> None:
        """Take it away, because it was dealt with elsewhere."""
        self._ask(key)

    def close(self) -> None:
        """End the thread; what is shown stays. A service that hangs is not waited for."""
        if self._closed:
            return
        if self._thread is not None:
            self._ask(None)
            self._thread.join(0.3)
        self._closed = True
        if self._thread is None or not self._thread.is_alive():
            self._wake.close()
            self._woken.close()

    def _ask(self, wanted: Notification | str | None) -> None:
        if self._closed:
            return
        self._wanted.put(wanted)
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="notifications", daemon=True)
            self._thread.start()
        self._wake.send(b"\0")

    def _run(self) -> None:
        service = _Service(self._listener, self._time_limit)
        while True:
            ready, _writable, _broken = select.select([self._woken, *service.sockets()], [], [])
            if self._woken in ready:
                self._woken.recv(4096)
                if not self._serve(service):
                    service.disconnect()
                    return
            service.hear()

    def _serve(self, service: _Service) -> bool:
        with contextlib.suppress(queue.Empty):
            while True:
                wanted = self._wanted.get_nowait()
                if wanted is None:
                    return False
                if isinstance(wanted, Notification):
                    service.show(wanted)
                else:
                    service.withdraw(wanted)
        return True


class _Service:
    """One connection to the session's bus, made when it is needed and again when it broke."""

    def __init__(self, listener: Callable[[Event], None], time_limit: float) -> None:
        self._listener = listener
        self._time_limit = time_limit
        self._connection: Any = None
        self._signals: deque[Any] = deque()
        self._abilities: frozenset[str] = frozenset()
        self._numbers: dict[str, int] = {}
        self._tokens: dict[int, str] = {}
        self._said_so = False

    def sockets(self) -> list[socket.socket]:
        return [] if self._connection is None else [self._connection.sock]

    def show(self, notification: Notification) -> None:
        # A service that was started anew has dropped the connection: one more try, then give up.
        for _attempt in range(2):
            if self._connection is None and not self._connect():
                break
            try:
                self._numbers[notification.key] = self._notify(notification)
            except (OSError, _Refused) as error:
                self._give_up(error)
            else:
                self._listener(Event(SHOWN, notification.key))
                return
        self._listener(Event(FAILED, notification.key))

    def withdraw(self, key: str) -> None:
        number = self._numbers.pop(key, None)
        if number is not None and self._connection is not None:
            try:
                self._call("CloseNotification", "u", (number,))
            except _Refused:
                return  # it was closed already
            except OSError as error:
                self._give_up(error)

    def hear(self) -> None:
        """Read what has come and tell of what is about our notifications."""
        if self._connection is not None:
            try:
                while True:
                    self._connection.recv_messages(timeout=0)
            except TimeoutError:
                pass
            except OSError as error:
                self._give_up(error)
        while self._signals:
            self._tell(self._signals.popleft())

    def disconnect(self) -> None:
        if self._connection is not None:
            with contextlib.suppress(OSError):
                self._connection.close()
        self._connection = None

    def _connect(self) -> bool:
        try:
            # Linux only, and 30 ms that nobody without a due reminder should pay.
            from jeepney import MatchRule, message_bus  # noqa: PLC0415
            from jeepney.io.blocking import open_dbus_connection  # noqa: PLC0415

            self._connection = open_dbus_connection("SESSION", auth_timeout=self._time_limit)
            rule = MatchRule(type="signal", interface=_NAME, path=_PATH)
            self._connection.filter(rule, queue=self._signals)
            self._reply(message_bus.AddMatch(rule))
            self._abilities = frozenset(self._call("GetCapabilities")[0])
        except (OSError, KeyError, ValueError, ImportError, RuntimeError, _Refused) as error:
            self._give_up(error)
            return False
        return True

    def _notify(self, notification: Notification) -> int:
        body = notification.body
        if "body-markup" in self._abilities:
            body = html.escape(body, quote=False)
        actions: list[str] = []
        if "actions" in self._abilities:
            actions = ["default", dict(notification.actions).get(OPEN, "")]
            for name, label in notification.actions:
                actions += [name, label]
        hints = {
            "urgency": ("y", _NORMAL),
            "desktop-entry": ("s", APP_ID),
            "category": ("s", "x-mentorcrm.reminder"),
        }
        replaced = self._numbers.get(notification.key, 0)
        fields = ("MentorCRM", replaced, APP_ID, notification.title, body, actions, hints)
        reply = self._call("Notify", "susssasa{sv}i", (*fields, _SERVERS_CHOICE))
        return int(reply[0])

    def _call(self, method: str, signature: str | None = None, body: tuple[Any, ...] = ()) -> Any:
        from jeepney import DBusAddress, new_method_call  # noqa: PLC0415 - see _connect

        address = DBusAddress(_PATH, _NAME, _NAME)
        return self._reply(new_method_call(address, method, signature, body))

    def _reply(self, message: Any) -> Any:
        from jeepney import MessageType  # noqa: PLC0415 - see _connect

        answer = self._connection.send_and_get_reply(message, timeout=self._time_limit)
        if answer.header.message_type is MessageType.error:
            raise _Refused(str(answer.body))
        return answer.body

    def _tell(self, message: Any) -> None:
        member = {field.name: value for field, value in message.header.fields.items()}["member"]
        number = message.body[0]
        key = next((key for key, known in self._numbers.items() if known == number), None)
        if key is None:
            return
        if member == "ActivationToken":
            self._tokens[number] = str(message.body[1])
        elif member == "ActionInvoked":
            action = OPEN if message.body[1] == "default" else str(message.body[1])
            self._listener(Event(ACTION, key, action, self._tokens.pop(number, "")))
        elif member == "NotificationClosed":
            del self._numbers[key]
            self._listener(Event(CLOSED, key))

    def _give_up(self, error: Exception) -> None:
        self.disconnect()
        self._numbers.clear()
        if not self._said_so:
            self._said_so = True
            log.info("no notification service: %s", type(error).__name__)


class _Refused(Exception):
    """The service or the bus answered with an error."""
