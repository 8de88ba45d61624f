"""How long work tells how far it is, and learns that it should stop."""

from __future__ import annotations

import threading
from collections.abc import Callable

from mentorcrm.core.errors import Cancelled

Listener = Callable[[int, int | None, str], None]


class Progress:
    """Carry reports from a worker to whoever watches, and a wish to cancel back."""

    def __init__(self, listener: Listener | None = None) -> None:
        self._listener = listener
        self._cancelled = threading.Event()

    def listen(self, listener: Listener) -> None:
        """Report to ``listener`` from now on."""
        self._listener = listener

    def report(self, done: int, total: int | None = None, text: str = "") -> None:
        """Tell the watcher, then raise Cancelled if the user asked to stop."""
        if self._listener is not None:
            self._listener(done, total, text)
        self.check()

    def check(self) -> None:
        """Raise Cancelled if the user asked to stop."""
        if self._cancelled.is_set():
            raise Cancelled

    def cancel(self) -> None:
        """Ask the worker to stop at its next report."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Tell whether the user asked to stop."""
        return self._cancelled.is_set()
