"""One window per data folder: a lock, and a way for a second start to reach the first.

The lock is the operating system's own on an open file, so it ends with the process, however
that ends. The owner listens on a socket of the user's; where it listens stands in the lock
file. The command line beside the window needs no lock: the database has its own.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mentorcrm.core.data_folder import prepare_data
from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _

LOCK_NAME = "instance.lock"
_SOCKET_NAME = "instance.sock"
_LONGEST_SOCKET_PATH = 100
_LONGEST_MESSAGE = 65_536
_LOCKED_BYTE = 1 << 30
"""Windows locks bytes, and nobody may read them: so one far behind the text."""


class Instance:
    """Own a data folder until closed or dead; hear from later starts."""

    def __init__(self, folder: Path, lock: int) -> None:
        self.folder = folder
        self._lock = lock
        self._token = os.urandom(16).hex()
        self._server, self._address = _serve(folder)
        self._thread: threading.Thread | None = None
        self._closing = threading.Event()
        self._note_address()

    @classmethod
    def acquire(cls, folder: Path) -> Instance | None:
        """Return the ownership of ``folder``, or None when another process has it."""
        lock = _open_lock(folder)
        if not _try_lock(lock):
            os.close(lock)
            return None
        try:
            return cls(folder, lock)
        except BaseException:
            os.close(lock)
            raise

    def listen(self, callback: Callable[[str], None]) -> None:
        """Call ``callback(message)`` in a thread of its own for each later start.

        Messages that came before wait and are delivered now.
        """
        self._thread = threading.Thread(
            target=self._answer, args=(callback,), name="instance", daemon=True
        )
        self._thread.start()

    def close(self) -> None:
        """Give the folder up."""
        if self._closing.is_set():
            return
        self._closing.set()
        if self._thread is not None:
            with contextlib.suppress(OSError):
                _connect(self._address, 1.0).close()
            self._thread.join(2.0)
        self._server.close()
        if "path" in self._address:
            Path(self._address["path"]).unlink(missing_ok=True)
        # The file stays: removing it would let two starts lock two files of one name.
        os.ftruncate(self._lock, 0)
        os.close(self._lock)

    def __enter__(self) -> Instance:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def _note_address(self) -> None:
        owner = {
            "pid": os.getpid(),
            "host": socket.gethostname(),
            "token": self._token,
            **self._address,
        }
        os.ftruncate(self._lock, 0)
        os.lseek(self._lock, 0, os.SEEK_SET)
        os.write(self._lock, json.dumps(owner).encode())

    def _answer(self, callback: Callable[[str], None]) -> None:
        # Late, on this thread: cryptography takes 4 ms to load, before the window is painted.
        from secrets import compare_digest  # noqa: PLC0415

        while not self._closing.is_set():
            try:
                client, _address = self._server.accept()
            except OSError:
                return
            with client, contextlib.suppress(OSError):
                client.settimeout(1.0)
                token, _newline, message = _receive(client).partition("\n")
                if compare_digest(token.encode(), self._token.encode()):
                    callback(message)


def signal_first(folder: Path, message: str = "raise", timeout: float = 1.0) -> bool:
    """Send ``message`` to the owner of ``folder``; tell whether it could be reached."""
    last = time.monotonic() + timeout
    while True:
        owner = owner_of(folder)
        if owner is not None:
            with contextlib.suppress(OSError), _connect(owner, timeout) as client:
                client.sendall(f"{owner['token']}\n{message}".encode()[:_LONGEST_MESSAGE])
                return True
        if time.monotonic() >= last:
            return False
        time.sleep(0.02)  # the owner may be between taking the lock and noting its address


def owner_of(folder: Path) -> dict[str, Any] | None:
    """Return what the owner noted (pid, host, address), None when nothing is noted."""
    try:
        noted = json.loads((folder / LOCK_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return noted if isinstance(noted, dict) and "token" in noted else None


def _open_lock(folder: Path) -> int:
    prepare_data(folder)
    try:
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
        return os.open(folder / LOCK_NAME, flags, 0o600)
    except OSError as error:
        raise UserError(
            _("The data folder {folder} cannot be used: {reason}.").format(
                folder=folder, reason=error.strerror or str(error)
            )
        ) from error


if sys.platform == "win32":
    import msvcrt

    def _try_lock(lock: int) -> bool:
        os.lseek(lock, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _try_lock(lock: int) -> bool:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


def _serve(folder: Path) -> tuple[socket.socket, dict[str, Any]]:
    path = folder / _SOCKET_NAME
    if hasattr(socket, "AF_UNIX") and len(os.fsencode(path)) < _LONGEST_SOCKET_PATH:
        # A disk without sockets (FAT, some network drives) has the loopback instead.
        with contextlib.suppress(OSError):
            return _serve_unix(path), {"path": str(path)}
    server = socket.create_server(("127.0.0.1", 0), backlog=16)
    return server, {"port": server.getsockname()[1]}


def _serve_unix(path: Path) -> socket.socket:
    path.unlink(missing_ok=True)
    server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        server.bind(str(path))
        path.chmod(0o600)
        server.listen(16)
    except OSError:
        server.close()
        raise
    return server


def _connect(address: dict[str, Any], timeout: float) -> socket.socket:
    if "port" in address:
        return socket.create_connection(("127.0.0.1", address["port"]), timeout)
    client = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        client.settimeout(timeout)
        client.connect(address["path"])
    except OSError:
        client.close()
        raise
    return client


def _receive(client: socket.socket) -> str:
    received = b""
    while len(received) < _LONGEST_MESSAGE and (part := client.recv(4096)):
        received += part
    return received.decode(errors="replace")
