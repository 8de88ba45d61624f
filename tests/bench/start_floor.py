"""The floor of a start: a bare Qt window that paints the same board from one raw query."""

from __future__ import annotations

import os
import sys
from typing import Any

import sqlcipher3.dbapi2 as driver
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QHBoxLayout, QMainWindow, QWidget

SQL = """
SELECT k.id, c.name, c.company, c.position, k.next_step, k.stage FROM candidate AS k
JOIN contact AS c ON c.id = k.contact_id WHERE k.set_aside = 0 ORDER BY k.stage, k.rank
"""
STAGES = ("identified", "asked", "accepted", "declined")
CARD = 88


class Column(QAbstractScrollArea):
    """Paint the visible cards of one column."""

    painted = False

    def __init__(self, cards: list[tuple[Any, ...]]) -> None:
        super().__init__()
        self.cards = cards

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bold = QFont()
        bold.setBold(True)
        wide, narrow = QFontMetrics(bold), QFontMetrics(QFont())
        width = self.viewport().width()
        for place, card in enumerate(self.cards[: self.viewport().height() // CARD + 1]):
            top = place * CARD
            painter.setPen(QColor("gray"))
            painter.setBrush(QColor("white"))
            painter.drawRoundedRect(4, top + 3, width - 8, CARD - 6, 6, 6)
            painter.setPen(QColor("black"))
            painter.setFont(bold)
            right = Qt.TextElideMode.ElideRight
            painter.drawText(14, top + 22, wide.elidedText(card[1], right, width - 40))
            painter.setFont(QFont())
            role = narrow.elidedText(f"{card[3]}, {card[2]}", right, width - 28)
            painter.drawText(14, top + 42, role)
            painter.drawText(14, top + 64, card[4])
        painter.end()
        if not Column.painted:
            Column.painted = True
            QTimer.singleShot(0, self, said)


def said() -> None:
    """Say that the board is painted, and end."""
    print("painted", flush=True)
    os._exit(0)


def main() -> None:
    """Show the board of the database given as argument."""
    app = QApplication([])
    connection = driver.connect(sys.argv[1])
    columns: dict[str, list[tuple[Any, ...]]] = {stage: [] for stage in STAGES}
    for row in connection.execute(SQL):
        columns[row[5]].append(row)
    window = QMainWindow()
    window.resize(1280, 800)
    bar = window.addToolBar("Tools")
    for number in range(8):
        bar.addAction(str(number))
    center = QWidget()
    layout = QHBoxLayout(center)
    for stage in STAGES:
        layout.addWidget(Column(columns[stage]))
    window.setCentralWidget(center)
    window.show()
    app.exec()


main()
