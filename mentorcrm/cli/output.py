"""What the command line prints: aligned rows for people, one JSON document for programs."""

from __future__ import annotations

import json
import os
import shutil
import sys
import unicodedata
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TextIO

from mentorcrm.core.progress import Progress

_GAP = "  "
_JOINERS = "\u200c\u200d"
"""Between letters of Persian or Hindi, and between the parts of an emoji."""
_HARMLESS = frozenset(" " + _JOINERS)


def make_streams_safe() -> None:
    """Let neither a stream that is closed nor a character that none can show stop a command."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            # Also so that no file of the data is given the number of a stream.
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def print_json(document: object) -> None:
    """Print ``document`` as one JSON document."""
    utf8 = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    print(json.dumps(document, ensure_ascii=not utf8, indent=2))


def instant(moment: datetime) -> str:
    """Return a moment as JSON has it: UTC, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def print_rows(header: Sequence[str], rows: Sequence[Sequence[str]], empty: str) -> None:
    """Print ``rows`` under ``header`` in aligned columns, or ``empty`` when there are none."""
    if not rows:
        print(empty)
        return
    lines = [list(map(one_line, row)) for row in (header, *rows)]
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    room = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    for line in lines:
        cells = [_padded(cell, width) for cell, width in zip(line, widths, strict=True)]
        print(_cut(_GAP.join(cells).rstrip(), room))


def print_fields(fields: Sequence[tuple[str, str]]) -> None:
    """Print a title and a value per line; fields without a value are left out."""
    kept = [(title, value) for title, value in fields if value]
    width = max((_width(title) for title, _value in kept), default=0)
    for title, value in kept:
        print(f"{_padded(title, width)}{_GAP}{one_line(value)}")


def say(text: str, indent: int = 0) -> None:
    """Print one line for people."""
    print(" " * indent + one_line(text))


def complain(text: str) -> None:
    """Print one line on the error stream."""
    try:
        print(f"mentorcrm: {one_line(text)}", file=sys.stderr)
    except OSError:
        return  # nobody listens any more


def one_line(text: str) -> str:
    """Return ``text`` on one line, without characters that would drive the terminal."""
    flat = " ".join(text.split())
    if flat.isprintable():
        return flat
    return "".join(
        letter if letter.isprintable() or letter in _HARMLESS else "\ufffd" for letter in flat
    )


def text_block(text: str, indent: str = "  ") -> str:
    """Return ``text`` of several lines, indented, without what would drive the terminal."""
    return "\n".join(indent + one_line(line) for line in text.splitlines())


class TerminalProgress(Progress):
    """Show how far long work is on the error stream, when that is a terminal."""

    def __init__(self, what: str, stream: TextIO | None = None) -> None:
        super().__init__(self._show)
        self._what = what
        self._stream = stream or sys.stderr
        self._shown = ""
        self._live = self._stream.isatty()

    def end(self) -> None:
        """Wipe the line."""
        if self._shown:
            self._stream.write("\r" + " " * _width(self._shown) + "\r")
            self._stream.flush()
            self._shown = ""

    def _show(self, done: int, total: int | None, text: str) -> None:
        if not self._live:
            return
        share = f"{100 * done // total} %" if total else f"{done:,}"
        line = one_line(f"{self._what}: {share} {text}")
        if line != self._shown:
            self.end()
            self._stream.write("\r" + line)
            self._stream.flush()
            self._shown = line


def close_broken_pipe() -> None:
    """Point stdout away from where nothing can be written, so that the exit is quiet."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _width(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(
        0
        if letter in _JOINERS or unicodedata.combining(letter)
        else 1 + (unicodedata.east_asian_width(letter) in "WF")
        for letter in text
    )


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _cut(line: str, room: int | None) -> str:
    if room is None or _width(line) <= room:
        return line
    while line and _width(line) > room - 1:
        line = line[:-1]
    return line + "…"
