"""What the desktop prefers: dark or light, and high contrast, followed while the window lives.

Qt knows the colour scheme on Windows, macOS, GNOME and KDE. On other Linux desktops the
settings portal is asked through D-Bus; it is optional, so its every failure means "light".
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Qt, Signal
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.io.blocking import DBusConnection

_NAMESPACE = "org.freedesktop.appearance"
_TIMEOUT = 2.0


class SystemLook(QObject):
    """Tell whether the system prefers dark and high contrast; ``changed`` when that changes."""

    changed = Signal()

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        self._hints = app.styleHints()
        self._portal_dark = False
        self._portal_contrast = False
        self._connection: DBusConnection | None = None
        self._notifier: QSocketNotifier | None = None
        self._hints.colorSchemeChanged.connect(self._scheme_changed)

    @property
    def dark(self) -> bool:
        """Tell whether the system prefers a dark window."""
        known = self._hints.colorScheme()
        if known != Qt.ColorScheme.Unknown:
            return known == Qt.ColorScheme.Dark
        return self._portal_dark

    @property
    def contrast(self) -> bool:
        """Tell whether the system prefers high contrast."""
        return self._portal_contrast

    def ask_portal(self) -> None:
        """Read the settings portal and follow it; called once, after the first paint."""
        if self._connection is not None or not sys.platform.startswith("linux"):
            return
        # Importing jeepney takes 30 ms, so it waits until the window is painted.
        from jeepney import DBusErrorResponse  # noqa: PLC0415
        from jeepney.io.blocking import open_dbus_connection  # noqa: PLC0415

        try:
            self._connection = open_dbus_connection("SESSION")
            self._read_all()
            self._follow()
        except (OSError, KeyError, ValueError, DBusErrorResponse):
            self._forget()

    def _read_all(self) -> None:
        self._take("color-scheme", self._read("color-scheme"))
        self._take("contrast", self._read("contrast"))
        if self._portal_dark or self._portal_contrast:
            self.changed.emit()

    def _read(self, key: str) -> object:
        from jeepney import DBusAddress, MessageType, new_method_call  # noqa: PLC0415

        address = DBusAddress(
            "/org/freedesktop/portal/desktop",
            "org.freedesktop.portal.Desktop",
            "org.freedesktop.portal.Settings",
        )
        assert self._connection is not None
        question = new_method_call(address, "Read", "ss", (_NAMESPACE, key))
        answer = self._connection.send_and_get_reply(question, timeout=_TIMEOUT)
        if answer.header.message_type != MessageType.method_return:
            return 0
        value = answer.body[0]
        while isinstance(value, tuple):  # a variant is (signature, value), here twice
            value = value[1]
        return value

    def _follow(self) -> None:
        from jeepney import MatchRule, message_bus  # noqa: PLC0415

        assert self._connection is not None
        rule = MatchRule(
            type="signal", interface="org.freedesktop.portal.Settings", member="SettingChanged"
        )
        self._connection.send_and_get_reply(message_bus.AddMatch(rule), timeout=_TIMEOUT)
        self._notifier = QSocketNotifier(
            self._connection.sock.fileno(), QSocketNotifier.Type.Read, self
        )
        self._notifier.activated.connect(self._drain)

    def _drain(self) -> None:
        while self._connection is not None:
            try:
                message = self._connection.receive(timeout=0)
            except TimeoutError:
                return
            except (OSError, ConnectionError):
                self._forget()
                return
            self._hear(message)

    def _hear(self, message: Message) -> None:
        body = message.body
        if len(body) != 3 or body[0] != _NAMESPACE:
            return
        value = body[2]
        while isinstance(value, tuple):
            value = value[1]
        self._take(str(body[1]), value)
        self.changed.emit()

    def _take(self, key: str, value: object) -> None:
        if key == "color-scheme":
            self._portal_dark = value == 1
        elif key == "contrast":
            self._portal_contrast = value == 1

    def _forget(self) -> None:
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier = None
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _scheme_changed(self, _scheme: Qt.ColorScheme) -> None:
        self.changed.emit()
