"""Long work that leaves the window its share of the interpreter."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_INTERVAL = 0.0005
_lock = threading.Lock()
_before: list[float] = []


@contextmanager
def sharing() -> Iterator[None]:
    """Hand the interpreter over every half millisecond while this lasts.

    With the usual five, an event that needs several turns would wait for tens of milliseconds.
    """
    with _lock:
        _before.append(sys.getswitchinterval())
        sys.setswitchinterval(_INTERVAL)
    try:
        yield
    finally:
        with _lock:
            first = _before.pop()
            if not _before:
                sys.setswitchinterval(first)
