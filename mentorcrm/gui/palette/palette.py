"""The command palette: a few letters find a command, a person or a goal; Enter does it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from mentorcrm import core
from mentorcrm.core.i18n import _
from mentorcrm.gui import icons, theme
from mentorcrm.gui.app import App
from mentorcrm.gui.palette.ranking import Entry, best
from mentorcrm.gui.widgets.fields import SearchField
from mentorcrm.gui.widgets.labels import plain_label

Index = QModelIndex | QPersistentModelIndex
EntryRole = Qt.ItemDataRole.UserRole
_PEOPLE = 20
_ROWS = 9
_recent: list[tuple[str, str]] = []


class Commands(Protocol):
    """What the palette needs of the table of actions."""

    def entries(self) -> Sequence[tuple[str, str, str, str, bool]]:
        """Return id, name, icon, keys and whether it is possible now."""

    def run(self, action_id: str) -> None:
        """Do the action."""


class CommandPalette(QWidget):
    """Find and do. Recent choices come first while nothing is typed.

    It covers the window, so that a click beside it closes it, and shows a box in the middle.
    """

    closed = Signal()

    def __init__(self, app: App, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Find a command or person"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._over = parent
        self._app = app
        self._commands = commands
        self.field = SearchField(
            _("Type a command or a name"), _("Type a command, a person or a goal")
        )
        self.field.textChanged.connect(self._find)
        self.field.installEventFilter(self)
        self.model = _Entries(self)
        self.list = QListView()
        self.list.setAccessibleName(_("Found"))
        self.list.setProperty("role", "bare")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setModel(self.model)
        self.list.setItemDelegate(_EntryDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._do)
        self.nothing = plain_label(_("Nothing fits. Try fewer letters."), "muted")
        self.nothing.setContentsMargins(12, 8, 12, 8)
        self._goals = self._read_goals()
        self._lay_out()
        self._before: QWidget | None = None
        self._find("")

    def open(self) -> None:
        """Show it over the window and take the keyboard."""
        self._before = self.window().focusWidget()
        self._fit()
        self.show()
        self.raise_()
        self.field.setFocus()

    def _lay_out(self) -> None:
        self.box = QFrame(self)
        self.box.setProperty("role", "popup")
        inside = QVBoxLayout(self.box)
        inside.setContentsMargins(12, 12, 12, 12)
        inside.setSpacing(8)
        inside.addWidget(self.field)
        inside.addWidget(self.list, 1)
        inside.addWidget(self.nothing)
        inside.addStretch(0)
        self._over.installEventFilter(self)

    def _fit(self) -> None:
        window = self._over
        self.setGeometry(window.rect())
        char = self.fontMetrics().averageCharWidth()
        width = min(char * 84, window.width() - 48)
        option = QStyleOptionViewItem()
        row = self.list.itemDelegate().sizeHint(option, QModelIndex()).height()
        height = self.field.sizeHint().height() + row * _ROWS + 40
        self.box.setGeometry((window.width() - width) // 2, 88, width, height)

    def _find(self, typed: str) -> None:
        entries = [*self._command_entries(), *self._goals, *self._people(typed)]
        if not typed.strip():
            order = {key: place for place, key in enumerate(_recent)}
            entries.sort(key=lambda entry: order.get((entry.kind, entry.id), len(order)))
        found = best(typed, entries, limit=30)
        self.model.show(found)
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        if found:
            self.list.setCurrentIndex(self.model.index(0, 0))

    def _command_entries(self) -> list[Entry]:
        return [
            Entry("action", action_id, name, icon, keys)
            for action_id, name, icon, keys, enabled in self._commands.entries()
            if enabled and action_id != "palette"
        ]

    def _people(self, typed: str) -> list[Entry]:
        if not typed.strip() or not self._app.is_ready:
            return []
        found = self._app.read(core.contacts.matching, typed, _PEOPLE)
        return [
            Entry("contact", str(row.id), row.name, "user", row.company, fits_anyway=True)
            for row in found
        ]

    def _read_goals(self) -> list[Entry]:
        if not self._app.is_ready:
            return []
        goals = self._app.read(core.goals.goals)
        return [Entry("goal", str(goal.id), goal.title, "target", _("Goal")) for goal in goals]

    def _do(self, index: Index) -> None:
        entry: Entry | None = index.data(EntryRole)
        if entry is None:
            return
        key = (entry.kind, entry.id)
        if key in _recent:
            _recent.remove(key)
        _recent.insert(0, key)
        del _recent[20:]
        self.leave()
        if entry.kind == "action":
            self._commands.run(entry.id)
        else:
            self._app.open_requested.emit(entry.kind, int(entry.id))

    def leave(self) -> None:
        """Close, and give the keyboard back to where it was."""
        self._over.removeEventFilter(self)
        self.close()
        if self._before is not None:
            self._before.setFocus()
        self.closed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.box.geometry().contains(event.position().toPoint()):
            self.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over:
            if event.type() == QEvent.Type.Resize:
                self._fit()
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._answer_key(Qt.Key(event.key()))
        return False

    def _answer_key(self, key: Qt.Key) -> bool:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _ROWS,
            Qt.Key.Key_PageUp: -_ROWS,
        }
        if key in steps:
            self._step(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._do(self.list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.leave()
        else:
            # Tab stays: what is behind the palette is not to be reached while it is open.
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def _step(self, step: int) -> None:
        count = self.model.rowCount()
        if count:
            row = self.list.currentIndex().row() + step
            row = row % count if abs(step) == 1 else max(0, min(count - 1, row))
            self.list.setCurrentIndex(self.model.index(row, 0))


class _Entries(QAbstractListModel):
    """The entries found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []

    def show(self, entries: list[Entry]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self._entries[index.row()]
        if role == EntryRole:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (entry.text, entry.note) if part)
        return None


class _EntryDelegate(QStyledItemDelegate):
    """Paint icon, name, and in a column of its own the keys or the note."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        assert isinstance(view, QWidget)
        return QSize(100, max(34, view.fontMetrics().height() + 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(EntryRole)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("selection"))
            painter.drawRoundedRect(option.rect, 6, 6)
        token = "on_selection" if chosen else "text"
        quiet = "on_selection" if chosen else "muted"
        self._texts(painter, option, entry, token, quiet)
        painter.restore()

    def _texts(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        entry: Entry,
        token: str,
        quiet: str,
    ) -> None:
        rect = option.rect.adjusted(10, 0, -12, 0)
        icon = rect.adjusted(0, (rect.height() - 18) // 2, 0, 0)
        icon.setSize(QSize(18, 18))
        place = QStyle.visualRect(option.direction, rect, icon)
        icons.draw(painter, entry.icon, quiet, place.topLeft(), 18)
        small = QFont(option.font)
        small.setPointSizeF(small.pointSizeF() * 0.9)
        painter.setFont(small)
        painter.setPen(theme.color(quiet))
        end = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignRight)
        start = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        note = painter.fontMetrics().elidedText(
            entry.note, Qt.TextElideMode.ElideRight, rect.width() // 2
        )
        painter.drawText(rect, end | middle, note)
        room = painter.fontMetrics().horizontalAdvance(note) + 16
        painter.setFont(option.font)
        painter.setPen(theme.color(token))
        text = rect.adjusted(28, 0, -room, 0)
        shown = painter.fontMetrics().elidedText(
            entry.text, Qt.TextElideMode.ElideRight, text.width()
        )
        painter.drawText(QStyle.visualRect(option.direction, rect, text), start | middle, shown)
