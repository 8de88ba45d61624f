"""The table of people: everyone by id, the rows themselves only where they are seen.

While the user types a search, the newest matches are shown at once and the whole list
comes from a worker when the typing rests.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from functools import total_ordering
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from mentorcrm import core
from mentorcrm.core.i18n import _
from mentorcrm.gui.app import App
from mentorcrm.gui.contacts.columns import columns
from mentorcrm.gui.format import when
from mentorcrm.gui.record_model import Key, RecordModel

if TYPE_CHECKING:
    from mentorcrm.core.changes import Changes
    from mentorcrm.core.contacts import ContactFilter
    from mentorcrm.core.progress import Progress
    from mentorcrm.gui.tasks import Task

Index = QModelIndex | QPersistentModelIndex

FIRST_MATCHES = 500
_REST_MS = 180
_NOWHERE = QModelIndex()


@total_ordering
class Backwards:
    """A sort value that compares the other way round, to find a place in a descending list."""

    __slots__ = ("value",)

    def __init__(self, value: str) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Backwards) and self.value == other.value

    def __lt__(self, other: Backwards) -> bool:
        return other.value < self.value

    __hash__ = None  # type: ignore[assignment]


class PeopleModel(RecordModel):
    """Show the contacts that a filter lets through, in the order of a column."""

    tables = ("contact", "candidate", "contact_tag", "channel", "tag", "activity")
    count_changed = Signal()
    renamed = Signal(int, str)
    """The user typed another name into the table: id and name."""

    def __init__(self, app: App, parent: QObject | None = None) -> None:
        self.columns = columns()
        self._places = {column.id: place for place, column in enumerate(self.columns)}
        self._text = ""
        self._tag_id: int | None = None
        self._state = "listed"
        self._sort, self._descending = "name", False
        self._awake = False
        self._stale = True
        self._complete = True
        self._given: Sequence[Key] | None = None
        self._everyone: tuple[tuple[object, ...], Sequence[Key]] | None = None
        self._task: Task | None = None
        super().__init__(app, parent)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._read_beside)
        for signal in (self.modelReset, self.rowsInserted, self.rowsRemoved):
            signal.connect(lambda *_args: self.count_changed.emit())

    # What the page asks

    @property
    def state(self) -> str:
        """Return which people are shown: listed, archived or in the trash."""
        return self._state

    @property
    def search_text(self) -> str:
        """Return what is searched for."""
        return self._text

    @property
    def tag_id(self) -> int | None:
        """Return the tag that people must carry, None for any."""
        return self._tag_id

    @property
    def complete(self) -> bool:
        """Tell whether every match is shown, not only the newest."""
        return self._complete

    @property
    def order(self) -> tuple[str, bool]:
        """Return the sort in force and whether it goes down."""
        return self._sort, self._descending

    def place(self, column: str) -> int:
        """Return the index of the column called ``column``."""
        return self._places[column]

    def filter(self) -> ContactFilter:
        """Return the filter in force."""
        return core.contacts.ContactFilter(self._text, self._tag_id, self._state)  # type: ignore[arg-type]

    def is_filtered(self) -> bool:
        """Tell whether fewer than all of this state may be shown."""
        return bool(self._text.strip()) or self._tag_id is not None

    def wake(self) -> None:
        """Read what is shown, now that somebody looks, and stay true from now on."""
        self._awake = True
        if self._stale:
            self.reload()

    def set_search(self, text: str) -> None:
        """Show who matches ``text``: the newest at once, all of them after a short rest."""
        if text == self._text:
            return
        self._text = text
        self._stop_search()
        self._complete = not text.strip()
        if not self._complete:
            self._rest.start()
        self.reload()

    def set_filter(self, *, tag_id: int | None, state: str) -> None:
        """Show only people with that tag, in that state."""
        if (tag_id, state) != (self._tag_id, self._state):
            self._tag_id, self._state = tag_id, state
            self.reload()

    def set_sort(self, sort: str, descending: bool) -> None:
        """Order by another column, or the other way round."""
        if (sort, descending) != (self._sort, self._descending):
            self._sort, self._descending = sort, descending
            self.reload()

    # What RecordModel asks

    def reload(self) -> None:
        if not self._awake:
            self._stale = True
            return
        self._stale = not self.app.is_ready
        super().reload()
        self.count_changed.emit()

    def reload_after_many(self) -> None:
        """Read beside the window: after an import the keys of 30,000 people take a while."""
        if self._awake and self._complete and self.app.is_ready:
            self._read_beside()
        else:
            self.reload()

    def refresh(self, ids: Collection[int]) -> None:
        if not self._awake:
            self._stale = True
            return
        super().refresh(ids)

    def fetch_keys(self) -> Sequence[Key]:
        if self._given is not None:
            return self._given
        if self.is_filtered():
            return self._read_keys(None if self._complete else FIRST_MATCHES)
        wanted = (self._sort, self._descending, self._state)
        if self._everyone is None or self._everyone[0] != wanted:
            self._everyone = (wanted, self._read_keys(None))
        return self._everyone[1]

    def fetch_keys_of(self, ids: Collection[int]) -> Sequence[Key] | None:
        if not self._complete:
            return None
        return self._read_keys(None, ids)

    def fetch_rows(self, ids: Sequence[int]) -> Mapping[int, Any]:
        return self.app.read(core.contacts.rows, ids)

    def affected(self, changes: Changes) -> Collection[int] | None:
        self._everyone = None
        if self.is_filtered() and changes.touches("contact_tag", "channel", "activity"):
            return None
        if self._awake and changes.touches("candidate", "contact_tag", "channel", "tag"):
            # Cards and tags are painted, not sorted by: every row is read anew where seen.
            self._forget_rows()
            self._all_changed()
        return changes.ids("contact")

    def _read_keys(self, limit: int | None, ids: Collection[int] | None = None) -> Sequence[Key]:
        return self.app.read(
            core.contacts.sort_keys, self._sort, self._descending, self.filter(), limit, ids
        )

    def _place(self, sort: Any, record_id: int) -> int:
        if not self._descending:
            return super()._place(sort, record_id)
        assert self._sorts is not None
        row = bisect_left(self._sorts, Backwards(sort), key=Backwards)
        while row < len(self._ids) and self._sorts[row] == sort and self._ids[row] < record_id:
            row += 1
        return row

    # Reading on a worker: the rest of a search, and everybody after an import

    def _stop_search(self) -> None:
        self._rest.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _read_beside(self) -> None:
        if not self.app.is_ready:
            return
        if self._task is not None:
            self._task.cancel()
        db, wanted = self.app.db, (self._sort, self._descending, self.filter())

        def work(progress: Progress) -> Sequence[Key]:
            with db.read() as session:
                found = core.contacts.sort_keys(session, *wanted)
            progress.check()
            return found

        def done(keys: Sequence[Key]) -> None:
            self._task = None
            if wanted == (self._sort, self._descending, self.filter()):
                self._show_all(keys)

        self._task = self.app.run(_("Reading people"), work, done, lambda _error: None)

    def _show_all(self, keys: Sequence[Key]) -> None:
        self._complete = True
        self._given = keys
        if not self.is_filtered():
            self._everyone = ((self._sort, self._descending, self._state), keys)
        try:
            self.reload()
        finally:
            self._given = None

    # What the view asks

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return super().flags(index)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == 0 and self._state != "trash":
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def cell(self, record: Any, column: int, role: int) -> Any:
        if record is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.columns[column].text(record, self.app.now(), self.app.zone())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            text = self.columns[column].text(record, self.app.now(), self.app.zone())
            return text if column == 0 else f"{self.columns[column].title}: {text}"
        if role == Qt.ItemDataRole.ToolTipRole and self.columns[column].id == "last_contact":
            return _exact(record, self.app)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        record = self.record(index.row()) if index.isValid() else None
        name = " ".join(str(value).split())
        if role != Qt.ItemDataRole.EditRole or record is None or name in ("", record.name):
            return False
        self.renamed.emit(record.id, name)
        return True


def _exact(record: Any, app: App) -> str | None:
    if record.last_contact_at is None:
        return None
    return when(record.last_contact_at, app.now(), app.zone())
