"""Records of a delimited file, each with the line it starts at, whatever its quotes do."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.imports.caps import ROW_LIMIT

DELIMITERS = (",", ";", "\t", "|")
_LONGEST = 1_000
"""Lines of one record; a quote that stays open longer was never meant to."""
_RESCAN_LIMIT = 200_000


class Record(NamedTuple):
    """The fields of one record; ``mended`` tells that its quotes had to be ignored."""

    row: int
    fields: list[str]
    mended: bool


class _TooLong(Exception):
    """One record has grown beyond what we read."""


class _Lines:
    """Hand out lines, count them, and take some back."""

    def __init__(self, source: Iterable[str]) -> None:
        self._source = iter(source)
        self._back: deque[str] = deque()
        self.row = 0
        self.taken: list[str] = []
        self._size = 0
        self._rescanned = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._back.popleft() if self._back else next(self._source)
        self.row += 1
        self.taken.append(line)
        self._size += len(line)
        if self._size > ROW_LIMIT or len(self.taken) > _LONGEST:
            raise _TooLong
        return line

    def begin(self) -> None:
        """Start a record."""
        self.taken.clear()
        self._size = 0

    def put_back(self) -> None:
        """Take the one line of this record back, as if it had not been asked for."""
        self._back.appendleft(self.taken.pop())
        self._size = 0
        self.row -= 1

    def keep_first(self) -> str:
        """Take all lines of this record back but the first, and return that one."""
        first, *rest = self.taken
        self._back.extendleft(reversed(rest))
        self.row -= len(rest)
        self._rescanned += len(rest)
        if len(first) > ROW_LIMIT or self._rescanned > _RESCAN_LIMIT:
            raise UserError(
                _(
                    "Row {row} is longer than a million characters or has broken quotes all "
                    "the way. Download the file again."
                ).format(row=self.row)
            )
        return first


def records(
    lines: Iterable[str], delimiter: str, width: int | None = None, before: int = 0
) -> Iterator[Record]:
    """Yield the records of ``lines``, which have ``before`` others before them; skip blank ones.

    With ``width``, a record whose open quote swallowed the lines after it is read again
    without quotes, so that one broken row never takes others with it.
    """
    csv.field_size_limit(ROW_LIMIT)
    source = _Lines(lines)
    source.row = before
    reader = csv.reader(source, delimiter=delimiter)
    while True:
        source.begin()
        row, mended = source.row + 1, False
        try:
            # Most lines have no quotes, and then they are split as the csv module would do it.
            line = next(source)
            if '"' not in line:
                line = line.rstrip("\r\n")
                if line:
                    yield Record(row, line.split(delimiter), mended)
                continue
            source.put_back()
            fields = next(reader)
        except StopIteration:
            return
        except (_TooLong, csv.Error):
            fields, mended = [], True
        if mended or (width and _broken(source.taken, fields, delimiter, width)):
            fields, mended = _without_quotes(source.keep_first(), delimiter), True
            reader = csv.reader(source, delimiter=delimiter)
        if fields:
            yield Record(row, fields, mended)


def _broken(taken: Sequence[str], fields: Sequence[str], delimiter: str, width: int) -> bool:
    if len(taken) == 1:
        return len(fields) != width and taken[0].count('"') % 2 == 1
    if sum(line.count('"') for line in taken) % 2 == 1:
        return True
    return any(line.count('"') % 2 == 0 and _width(line, delimiter) == width for line in taken[1:])


def _width(line: str, delimiter: str) -> int:
    return len(next(csv.reader([line], delimiter=delimiter), []))


def _without_quotes(line: str, delimiter: str) -> list[str]:
    return line.rstrip("\r\n").replace('"', "").split(delimiter)


def guess_delimiter(sample: Sequence[str]) -> str:
    """Return the delimiter that splits the sample's records most, and most alike."""

    def score(delimiter: str) -> tuple[int, int]:
        widths = [len(record.fields) for record in records(sample, delimiter)]
        wide = [width for width in widths if width > 1]
        usual = max(set(wide), key=wide.count) if wide else 0
        return wide.count(usual), usual

    return max(DELIMITERS, key=score)
