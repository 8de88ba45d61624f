"""The outline: the eight sections with their state; a click jumps, a drag or Alt+arrow moves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from mentorcrm.core.i18n import _, ngettext
from mentorcrm.gui import icons
from mentorcrm.gui.job_descriptions.states import State
from mentorcrm.gui.widgets.list_card import (
    card_box,
    card_fonts,
    draw_line,
    fill_card,
    outline_card,
)

Index = QModelIndex | QPersistentModelIndex

_TYPE = "application/x-mentorcrm-section"
_ROW = Qt.ItemDataRole.UserRole
_NARROW_CHARS = 14
"""Below this width only the icons are shown."""


class OutlineModel(QAbstractListModel):
    """The sections in the user's order."""

    moved = Signal(list)
    """The names in the order that the user wants."""

    def __init__(self, titles: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = titles
        self._names = list(titles)
        self._states = dict.fromkeys(titles, State.EMPTY)
        self._words = dict.fromkeys(titles, 0)

    @property
    def names(self) -> list[str]:
        """Return the sections in order."""
        return list(self._names)

    def set_order(self, names: Sequence[str]) -> None:
        """Show the sections in this order."""
        if list(names) != self._names:
            self.layoutAboutToBeChanged.emit()
            before = self.persistentIndexList()
            held = [self._names[index.row()] for index in before]
            self._names = list(names)
            after = [self.index(self._names.index(name)) for name in held]
            self.changePersistentIndexList(before, after)
            self.layoutChanged.emit()

    def show_states(self, states: Mapping[str, State], words: Mapping[str, int]) -> None:
        """Show how far each section is and how many words it has."""
        self._states, self._words = dict(states), dict(words)
        self.dataChanged.emit(self.index(0), self.index(len(self._names) - 1))

    def move(self, row: int, to: int) -> None:
        """Ask that the section of ``row`` stands at ``to``."""
        names = self.names
        if 0 <= row < len(names) and 0 <= to < len(names) and to != row:
            names.insert(to, names.pop(row))
            self.moved.emit(names)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._names)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        name = self._names[index.row()]
        state = self._states[name]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles[name]
        if role == _ROW:
            return name, state, self._words[name]
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{self._titles[name]}, {caption(state, self._words[name])}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        shown = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return shown | Qt.ItemFlag.ItemIsDragEnabled

    def moveRows(self, source: Index, row: int, count: int, target: Index, before: int) -> bool:
        """Move one section, as the list asks after a drag of its own."""
        self.move(row, before - 1 if before > row else before)
        return True

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(_TYPE, self._names[indexes[0].row()].encode())
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        name = bytes(data.data(_TYPE).data()).decode()
        if name in self._names and action == Qt.DropAction.MoveAction:
            before = self._names.index(name)
            to = row if row >= 0 else len(self._names)
            self.move(before, to - 1 if to > before else to)
        # Never "taken": the view would remove the row that stands somewhere else by now.
        return False


class Outline(QListView):
    """The list of sections; ``chosen`` when one is to be shown."""

    chosen = Signal(str)

    def __init__(self, titles: Mapping[str, str], section_icons: Mapping[str, str]) -> None:
        super().__init__()
        self.setProperty("role", "bare")
        self.setAccessibleName(_("Outline of the description"))
        self.sections = OutlineModel(titles, self)
        self.setModel(self.sections)
        self.setItemDelegate(_Delegate(self, section_icons))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragEnabled(True)
        self.setDropIndicatorShown(True)
        self.setToolTip(_("Drag to reorder, or press Alt+Up and Alt+Down"))
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def show_current(self, name: str) -> None:
        """Mark the section that is being written."""
        self.setCurrentIndex(self.sections.index(self.sections.names.index(name)))

    def move_current(self, by: int) -> None:
        """Move the marked section up (-1) or down (1)."""
        row = self.currentIndex().row()
        self.sections.move(row, row + by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in (
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
        ):
            self.move_current(-1 if event.key() == Qt.Key.Key_Up else 1)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        height = self.sizeHintForRow(0) * self.sections.rowCount() + 4
        return QSize(self.fontMetrics().averageCharWidth() * 24, height)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.sections.names[index.row()])


def caption(state: State, words: int) -> str:
    """Return the state of a section and how many words it has."""
    if not words or state is State.EXAMPLE:
        return state.words
    count = ngettext("{n} word", "{n} words", words).format(n=words)
    return f"{state.words} · {count}"


class _Delegate(QStyledItemDelegate):
    """Paint one section: its icon, its title, and its state as icon and word."""

    def __init__(self, parent: QWidget, section_icons: Mapping[str, str]) -> None:
        super().__init__(parent)
        self._icons = section_icons

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        bold, small = card_fonts(option.font)
        lines = QFontMetrics(bold).height() + QFontMetrics(small).height()
        return QSize(44, lines + 22)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        name, state, words = index.data(_ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            box = card_box(option.rect)
            path = fill_card(painter, box, option.state)
            if option.state & QStyle.StateFlag.State_Selected:
                outline_card(painter, path, option.state)
        narrow = option.rect.width() < option.fontMetrics.averageCharWidth() * _NARROW_CHARS
        self._paint_icons(painter, option, name, state, narrow=narrow)
        if not narrow:
            self._paint_words(painter, option, index.data(), state, words)
        painter.restore()

    def _paint_icons(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        name: str,
        state: State,
        *,
        narrow: bool,
    ) -> None:
        rect = card_box(option.rect)
        drawn = state.icon if narrow else self._icons[name]
        token = state.token if narrow or state is not State.EMPTY else "muted"
        place = QRect(rect.left() + 10, rect.top() + (rect.height() - 20) // 2, 20, 20)
        place = QStyle.visualRect(option.direction, rect, place)
        icons.draw(painter, drawn, token, place.topLeft(), 20)

    def _paint_words(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        title: str,
        state: State,
        words: int,
    ) -> None:
        rect = card_box(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        bold, small = card_fonts(option.font)
        bold = bold if selected else option.font
        top = QFontMetrics(bold).height()
        below = QFontMetrics(small).height()
        first = rect.top() + (rect.height() - top - below - 2) // 2
        left, width = rect.left() + 40, rect.width() - 48
        for text, font, token, place in (
            (title, bold, "on_selection" if selected else "text", QRect(left, first, width, top)),
            (
                caption(state, words),
                small,
                "on_selection" if selected else _caption_token(state),
                QRect(left, first + top + 2, width, below),
            ),
        ):
            where = QStyle.visualRect(option.direction, rect, place)
            draw_line(painter, where, text, font, token)


def _caption_token(state: State) -> str:
    return "muted" if state is State.EMPTY else state.token
