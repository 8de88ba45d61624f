"""The cells of the match: a row per need, a column per candidate."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from mentorcrm import core
from mentorcrm.core.i18n import _

if TYPE_CHECKING:
    from mentorcrm.core.match import Cell, Column, Match, NeedAsked

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_REASONS_TOLD = 6


class MatrixModel(QAbstractTableModel):
    """Show a match. What the user marks shows at once, before it is judged anew."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.needs: tuple[NeedAsked, ...] = ()
        self.columns: tuple[Column, ...] = ()
        self._marked: dict[tuple[int, int], Cell] = {}

    def show_match(self, match: Match) -> None:
        """Take over an answer; the cells stay where they are when its shape is the same."""
        needs, columns = match.question.needs, match.columns
        same = [each.id for each in needs] == [each.id for each in self.needs] and [
            each.contact_id for each in columns
        ] == [each.contact_id for each in self.columns]
        if not same:
            self.beginResetModel()
        self.needs, self.columns = needs, columns
        self._marked.clear()
        if not same:
            self.endResetModel()
        elif needs and columns:
            last = self.index(len(needs) - 1, len(columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(needs) - 1)

    def show_mark(self, row: int, column: int, level: int | None) -> None:
        """Show a mark that is being saved."""
        need, person = self.needs[row], self.columns[column]
        found = core.match.with_mark(person.fit.cell(need.id), level)
        self._marked[need.id, person.contact_id] = found
        index = self.index(row, column)
        self.dataChanged.emit(index, index)

    def cell(self, row: int, column: int) -> Cell:
        """Return what stands in a cell."""
        need, person = self.needs[row], self.columns[column]
        marked = self._marked.get((need.id, person.contact_id))
        return marked or person.fit.cell(need.id)

    def place_of(self, need_id: int, contact_id: int) -> tuple[int, int] | None:
        """Return row and column of a need and a person."""
        rows = [row for row, need in enumerate(self.needs) if need.id == need_id]
        found = [n for n, each in enumerate(self.columns) if each.contact_id == contact_id]
        return (rows[0], found[0]) if rows and found else None

    def begins_obstacle(self, row: int) -> bool:
        """Tell whether a row is the first of its obstacle."""
        return row == 0 or self.needs[row].obstacle_id != self.needs[row - 1].obstacle_id

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.needs)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self.cell(index.row(), index.column())
        if role == _Role.DisplayRole:
            return cell.word
        if role == _Role.ToolTipRole:
            return self._tip(index.row(), index.column(), cell)
        if role == _Role.AccessibleTextRole:
            name, need = self.columns[index.column()].name, self.needs[index.row()].text
            own = _(", by your own word") if cell.mark is not None else ""
            return _("{name}, {need}: {word}").format(name=name, need=need, word=cell.word) + own
        if role == _Role.AccessibleDescriptionRole:
            reasons = [reason.text for reason in cell.reasons]
            return ". ".join([*reasons, _("Press Space to mark it yourself.")])
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        if role not in (_Role.DisplayRole, _Role.ToolTipRole, _Role.AccessibleTextRole):
            return None
        if orientation == Qt.Orientation.Vertical:
            return self._need_words(section, role)
        if section >= len(self.columns):
            return None
        person = self.columns[section]
        if role == _Role.ToolTipRole:
            return f"<b>{escape(person.name)}</b><br>{escape(role_line(person))}"
        return person.name

    def _need_words(self, row: int, role: int) -> str | None:
        if row >= len(self.needs):
            return None
        need = self.needs[row]
        if role == _Role.ToolTipRole and need.obstacle:
            about = _("Because of: {obstacle}").format(obstacle=need.obstacle)
            return f"<b>{escape(need.text)}</b><br>{escape(about)}"
        return need.text

    def _tip(self, row: int, column: int, cell: Cell) -> str:
        lines = [f"<b>{escape(self.columns[column].name)}: {escape(cell.word)}</b>"]
        lines += [escape(reason.text) for reason in cell.reasons[:_REASONS_TOLD]]
        return "<br>".join(lines)


def role_line(person: Column) -> str:
    """Return "position, company", whichever is known."""
    return ", ".join(part for part in (person.position, person.company) if part)
