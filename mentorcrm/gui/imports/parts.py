"""Parts of the wizard: the drop area, the counts, the first rows, the report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mentorcrm.core.i18n import _
from mentorcrm.gui.format import count, short_day
from mentorcrm.gui.imports import words
from mentorcrm.gui.imports.row_delegate import RowDelegate
from mentorcrm.gui.widgets.buttons import IconButton
from mentorcrm.gui.widgets.drops import accept_as_copy, dropped_files
from mentorcrm.gui.widgets.labels import IconLabel, plain_label

if TYPE_CHECKING:
    from mentorcrm.core.imports import ImportResult, Person

_MOST_LINES = 1_000
"""Lines of a report in the window; a file of nothing but broken rows has more."""


class DropArea(QFrame):
    """Take files by drop, or ask for them by a button."""

    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "column")
        self.setAcceptDrops(True)
        self.button = IconButton("file-up", _("Choose a file…"), primary=True)
        text = plain_label(_("Drop Connections.csv here, or the archive it came in."), "muted")
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        text.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(IconLabel("contact-round", "faint", 44), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(text)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event):
            accept_as_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped_files(event)
        if paths:
            accept_as_copy(event)
            self.dropped.emit(paths)


class Counts(QWidget):
    """The piles of an import, each with its number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._numbers: dict[str, QLabel] = {}
        for name, title in (
            ("new", _("New")),
            ("updated", _("Updated")),
            ("unchanged", _("Unchanged")),
            ("possible_duplicates", _("Possible duplicates")),
            ("skipped", _("Skipped")),
        ):
            self._numbers[name] = self._tile(title)

    def _tile(self, title: str) -> QLabel:
        tile = QFrame()
        tile.setProperty("role", "card")
        number = plain_label("0", "number")
        column = QVBoxLayout(tile)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(2)
        column.addWidget(number)
        caption = plain_label(title, "caption")
        caption.setWordWrap(True)
        column.addWidget(caption)
        column.addStretch(1)
        self._row.addWidget(tile, 1)
        return number

    def show_result(self, result: ImportResult) -> None:
        """Show the numbers of ``result``."""
        for name, label in self._numbers.items():
            value = getattr(result, name)
            number = len(value) if name == "skipped" else value
            label.setText(count(number))


class FirstRows(QTreeWidget):
    """The first people of the file, as they were understood."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("The first rows of the file"))
        self.setHeaderLabels(
            [_("Row"), _("Name"), _("Position"), _("Company"), _("E-mail"), _("Connected on")]
        )
        self.setRootIsDecorated(False)
        self.setItemDelegate(RowDelegate(self))
        self.setUniformRowHeights(True)
        self.setSelectionMode(QTreeWidget.SelectionMode.NoSelection)
        self.header().setStretchLastSection(False)
        self.header().setMinimumSectionSize(48)

    def show_people(self, people: Sequence[Person]) -> None:
        """Show these people."""
        self.clear()
        for person in people:
            emails = ", ".join(person.emails)
            since = _day(person.connected_on)
            texts = [person.name, person.position, person.company, emails, since]
            item = QTreeWidgetItem([str(person.row), *texts])
            item.setTextAlignment(0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            for column, text in enumerate(texts, start=1):
                item.setToolTip(column, text)
            self.addTopLevelItem(item)
        header = self.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (1, 2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)


class Report(QWidget):
    """The rows that were skipped or need a look, one line each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = plain_label(_("Rows to look at"), "h2")
        self.lines = QListWidget()
        self.lines.setAccessibleName(_("Rows to look at"))
        self.lines.setWordWrap(True)
        self.lines.setSpacing(2)
        self.lines.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        # As high as what it says, up to the room there is.
        self.lines.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self.lines.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.lines)

    def show_result(self, result: ImportResult) -> None:
        """Show the report of ``result``; hide when there is nothing to say."""
        lines = words.report_lines(result.skipped, result.warnings)
        self.lines.clear()
        self.lines.addItems(lines[:_MOST_LINES])
        if len(lines) > _MOST_LINES:
            more = _("and {n} more rows").format(n=count(len(lines) - _MOST_LINES))
            self.lines.addItem(more)
        self.setVisible(bool(lines))


def _day(text: str) -> str:
    """Return a day of the file as the window writes days; what is no day stays as it is."""
    try:
        return short_day(date.fromisoformat(text))
    except ValueError:
        return text
