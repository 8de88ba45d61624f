"""The floor of a drop: four bare tables, a row moved by hand, one raw commit."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QTableView, QWidget

from mentorcrm.core import driver

CARD = 88
_ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class Column(QAbstractTableModel):
    """Names of one column."""

    def __init__(self, names: list[str]) -> None:
        super().__init__()
        self.names = names

    def rowCount(self, parent: Index = _ROOT) -> int:
        return len(self.names)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self.names[index.row()] if role == Qt.ItemDataRole.DisplayRole else None

    def take(self, row: int) -> str:
        """Take a row out."""
        self.beginRemoveRows(_ROOT, row, row)
        name = self.names.pop(row)
        self.endRemoveRows()
        return name

    def put(self, row: int, name: str) -> None:
        """Put a row in."""
        self.beginInsertRows(_ROOT, row, row)
        self.names.insert(row, name)
        self.endInsertRows()


class Board(QWidget):
    """Four tables side by side over a file with one table of cards."""

    def __init__(self, cards: int, path: Path) -> None:
        super().__init__()
        driver.create_file(path)
        self.connection = driver.connect(path)
        self.connection.execute("CREATE TABLE card (id INTEGER PRIMARY KEY, stage, rank)")
        self.connection.executemany("INSERT INTO card (stage) VALUES (?)", [(0,)] * cards)
        row = QHBoxLayout(self)
        self.columns = []
        for stage in range(4):
            model = Column([f"Ruth Adeyemi {n}" for n in range(stage, cards, 4)])
            view = QTableView()
            view.setModel(model)
            view.horizontalHeader().hide()
            view.verticalHeader().hide()
            view.verticalHeader().setDefaultSectionSize(CARD)
            row.addWidget(view)
            self.columns.append((model, view))

    def drop(self, source: int, target: int, row: int) -> float:
        """Move a row; return the milliseconds until it is committed and both are painted."""
        (here, view), (there, other) = self.columns[source], self.columns[target]
        begin = time.perf_counter()
        self.connection.execute("BEGIN IMMEDIATE")
        sql = "UPDATE card SET stage = ?, rank = ? WHERE id = ?"
        self.connection.execute(sql, (target, 1.5, row + 1))
        self.connection.execute("COMMIT")
        there.put(2, here.take(row))
        view.viewport().repaint()
        other.viewport().repaint()
        return 1000 * (time.perf_counter() - begin)
