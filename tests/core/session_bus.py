"""A private session bus, and a small notification service of our own on it."""

from __future__ import annotations

import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
# Without service folders nothing is started on request: only what a test starts answers.
CONFIGURATION = """<busconfig>
<type>session</type><listen>unix:tmpdir={folder}</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/>
<allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>"""


@contextmanager
def bus() -> Iterator[str]:
    """Run a session bus and give its address."""
    with tempfile.TemporaryDirectory() as folder:
        configuration = Path(folder) / "bus.conf"
        configuration.write_text(CONFIGURATION.format(folder=folder))
        daemon = subprocess.Popen(
            ["dbus-daemon", "--config-file", configuration, "--nofork", "--print-address=1"],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert daemon.stdout is not None
        try:
            yield daemon.stdout.readline().strip()
        finally:
            daemon.terminate()
            daemon.communicate()


class Service:
    """Answer as a notification service does; keep what was asked."""

    def __init__(self, address: str, abilities: tuple[str, ...], *, mute: bool = False) -> None:
        self.abilities = abilities
        self.mute = mute
        self.shown: list[tuple[Any, ...]] = []
        self.closed: list[int] = []
        self._connection = open_dbus_connection(address)
        self._connection.send_and_get_reply(message_bus.RequestName(NAME), timeout=5)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def signal(self, member: str, signature: str, *body: Any) -> None:
        """Tell the bus what the user did."""
        self._connection.send(new_signal(DBusAddress(PATH, NAME, NAME), member, signature, body))

    def stop(self) -> None:
        self._stop.set()
        self._thread.join(5)
        self._connection.close()

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                message = self._connection.receive(timeout=0.05)
            except TimeoutError:
                continue
            if message.header.message_type is MessageType.method_call and not self.mute:
                self._answer(message)

    def _answer(self, message: Message) -> None:
        member = message.header.fields[HeaderFields.member]
        if member == "GetCapabilities":
            reply = new_method_return(message, "as", (list(self.abilities),))
        elif member == "Notify":
            self.shown.append(message.body)
            reply = new_method_return(message, "u", (message.body[1] or len(self.shown),))
        else:
            self.closed.append(message.body[0])
            reply = new_method_return(message)
        self._connection.send(reply)
