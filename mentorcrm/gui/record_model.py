"""The model of every long list: all keys in order, the rows themselves only where seen.

A model listens to ``app.changed`` and finds again what was touched; nobody tells it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from mentorcrm.gui.app import App

if TYPE_CHECKING:
    from mentorcrm.core.changes import Changes

Index = QModelIndex | QPersistentModelIndex
Key = tuple[Any, int]

IdRole = Qt.ItemDataRole.UserRole
RecordRole = Qt.ItemDataRole.UserRole + 1

_PAGE = 100
_PAGES_KEPT = 50
_FEW = 200
_NOWHERE = QModelIndex()


class RecordModel(QAbstractTableModel):
    """Show records by id; a subclass says which, in what order, and what a cell holds.

    ``fetch_keys`` gives ids in order, or ``(sort value, id)`` pairs in ascending order. With
    pairs, ``fetch_keys_of`` lets a change move a few rows without reading all keys again.
    """

    IdRole = IdRole
    RecordRole = RecordRole
    tables: ClassVar[tuple[str, ...]] = ()
    """Whose changes matter. The first is the table whose ids the model shows."""

    def __init__(self, app: App, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.app = app
        self._ids: list[int] = []
        self._sorts: list[Any] | None = None
        self._pages: dict[int, dict[int, Any]] = {}
        self._stray: dict[int, Any] = {}
        self._loaded = False
        app.changed.connect(self._hear)
        app.ready.connect(self.reload)

    # What a subclass gives

    def fetch_keys(self) -> Sequence[Key] | Sequence[int]:
        """Return all ids in order, or all ``(sort value, id)`` pairs in ascending order."""
        raise NotImplementedError

    def fetch_keys_of(self, ids: Collection[int]) -> Sequence[Key] | None:
        """Return the pairs of those ``ids`` that belong here, or None to read all keys."""
        return None

    def fetch_rows(self, ids: Sequence[int]) -> Mapping[int, Any]:
        """Return the records of ``ids``."""
        raise NotImplementedError

    def cell(self, record: Any, column: int, role: int) -> Any:
        """Return what the view asks of one cell; ``record`` is None while it is not known."""
        return None

    def affected(self, changes: Changes) -> Collection[int] | None:
        """Return the ids to find again, or None when all keys must be read anew."""
        if any(changes.touches(table) for table in self.tables[1:]):
            return None
        return changes.ids(self.tables[0])

    # What views and pages ask

    def record_id(self, row: int) -> int:
        """Return the id shown in ``row``."""
        return self._ids[row]

    def row_of(self, record_id: int) -> int | None:
        """Return the row in which ``record_id`` is shown."""
        try:
            return self._ids.index(record_id)
        except ValueError:
            return None

    def ids(self) -> list[int]:
        """Return all ids in order."""
        return list(self._ids)

    def record(self, row: int) -> Any:
        """Return the record of ``row``, None when it is gone or not readable yet."""
        record_id = self._ids[row]
        if record_id in self._stray:
            return self._stray[record_id]
        number = row // _PAGE
        page = self._pages.get(number)
        if page is None or record_id not in page:
            page = self._fetch_page(number)
        return page.get(record_id)

    def _fetch_page(self, number: int) -> dict[int, Any]:
        if not self.app.is_ready:
            return {}
        ids = self._ids[number * _PAGE : (number + 1) * _PAGE]
        page = dict(self.fetch_rows(ids))
        for missing in ids:
            page.setdefault(missing, None)
        self._pages[number] = page
        while len(self._pages) > _PAGES_KEPT:
            del self._pages[next(iter(self._pages))]
        return page

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        if role == IdRole:
            return self._ids[index.row()]
        record = self.record(index.row())
        if role == RecordRole:
            return record
        return self.cell(record, index.column(), role)

    # How it stays true

    def preset(self, keys: Sequence[Key] | Sequence[int], rows: Mapping[int, Any]) -> None:
        """Show ``keys`` and the few known ``rows`` before the database is open."""
        self.beginResetModel()
        self._set_keys(keys)
        self._stray = dict(rows)
        self.endResetModel()

    def reload(self) -> None:
        """Read all keys again; rows that stay keep their selection."""
        if not self.app.is_ready:
            return
        keys = self.fetch_keys()
        ids = _ids_of(keys)
        self._forget_rows()
        if self._loaded and self._is_near(ids):
            self._approach(ids)
            self._set_keys(keys)
            self._all_changed()
        elif ids == self._ids:
            self._set_keys(keys)
            self._all_changed()
        else:
            self.beginResetModel()
            self._set_keys(keys)
            self.endResetModel()
        self._loaded = True

    def reload_after_many(self) -> None:
        """Read all keys again because more changed than can be named."""
        self.reload()

    def refresh(self, ids: Collection[int]) -> None:
        """Find ``ids`` again: rows appear, move, go or are painted anew."""
        if not ids or not self.app.is_ready:
            return
        keys = self.fetch_keys_of(ids) if len(ids) <= _FEW and self._sorts is not None else None
        if keys is None:
            self.reload()
            return
        self._forget_rows_of(ids)
        found = {record_id: sort for sort, record_id in keys}
        for record_id in ids:
            if record_id not in found:
                self._take_out(record_id)
        for sort, record_id in sorted(keys, key=_by_sort_then_id):
            self._put_in(sort, record_id)

    def _hear(self, changes: Changes) -> None:
        if not self.tables or not changes.touches(*self.tables):
            return
        ids = self.affected(changes)
        if ids is None:
            self.reload_after_many()
        else:
            self.refresh(ids)

    def _set_keys(self, keys: Sequence[Key] | Sequence[int]) -> None:
        self._ids = _ids_of(keys)
        paired = bool(keys) and isinstance(keys[0], tuple)
        # An empty list may become a list of pairs by a single insertion.
        self._sorts = [key[0] for key in keys] if paired or not keys else None  # type: ignore[index]

    def _forget_rows(self) -> None:
        self._pages.clear()
        self._stray.clear()

    def _forget_rows_of(self, ids: Iterable[int]) -> None:
        # Rows shift between pages, so what is known is kept by id until a page is read anew.
        for page in self._pages.values():
            self._stray.update({key: value for key, value in page.items() if value is not None})
        self._pages.clear()
        for record_id in ids:
            self._stray.pop(record_id, None)
        while len(self._stray) > _PAGE * _PAGES_KEPT:
            del self._stray[next(iter(self._stray))]

    def _place(self, sort: Any, record_id: int) -> int:
        assert self._sorts is not None
        row = bisect_left(self._sorts, sort)
        while row < len(self._ids) and self._sorts[row] == sort and self._ids[row] < record_id:
            row += 1
        return row

    def _take_out(self, record_id: int) -> None:
        row = self.row_of(record_id)
        if row is None:
            return
        self.beginRemoveRows(_NOWHERE, row, row)
        del self._ids[row]
        if self._sorts is not None:
            del self._sorts[row]
        self.endRemoveRows()

    def _put_in(self, sort: Any, record_id: int) -> None:
        assert self._sorts is not None
        old = self.row_of(record_id)
        if old is None:
            row = self._place(sort, record_id)
            self.beginInsertRows(_NOWHERE, row, row)
            self._ids.insert(row, record_id)
            self._sorts.insert(row, sort)
            self.endInsertRows()
            return
        del self._ids[old]
        del self._sorts[old]
        row = self._place(sort, record_id)
        self._ids.insert(old, record_id)
        self._sorts.insert(old, sort)
        if row != old:
            self.beginMoveRows(_NOWHERE, old, old, _NOWHERE, row if row < old else row + 1)
            self._ids.insert(row, self._ids.pop(old))
            self._sorts.pop(old)
            self._sorts.insert(row, sort)
            self.endMoveRows()
        self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))

    def _is_near(self, ids: list[int]) -> bool:
        """Tell whether a few removals and insertions lead from what is shown to ``ids``."""
        here, there = set(self._ids), set(ids)
        if len(here ^ there) > _FEW:
            return False
        return [i for i in self._ids if i in there] == [i for i in ids if i in here]

    def _approach(self, ids: list[int]) -> None:
        there = set(ids)
        self._sorts = None
        for record_id in [i for i in self._ids if i not in there]:
            self._take_out(record_id)
        here = set(self._ids)
        for row, record_id in enumerate(ids):
            if record_id not in here:
                self.beginInsertRows(_NOWHERE, row, row)
                self._ids.insert(row, record_id)
                self.endInsertRows()

    def _all_changed(self) -> None:
        if self._ids:
            last = self.index(len(self._ids) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)


def _by_sort_then_id(key: Key) -> Key:
    return key


def _ids_of(keys: Sequence[Key] | Sequence[int]) -> list[int]:
    return [key[1] if isinstance(key, tuple) else key for key in keys]
