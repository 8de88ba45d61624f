"""Tags: chips with a cross, and a field that completes what is typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from mentorcrm.core.i18n import _
from mentorcrm.gui import icons
from mentorcrm.gui.widgets.choices import give_rows_room
from mentorcrm.gui.widgets.labels import plain_label


class FlowLayout(QLayout):
    """Lay widgets out in lines, like words of a text."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 6) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def insert_widget(self, place: int, widget: QWidget) -> None:
        """Put ``widget`` at ``place``."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        x, y, height = rect.x(), rect.y(), 0
        parent = self.parentWidget()
        mirrored = parent is not None and parent.isRightToLeft()
        line: list[tuple[QLayoutItem, QRect]] = []
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            hint = item.sizeHint()
            if height and x + hint.width() > rect.right() + 1:
                _set_line(line, height, move=move)
                x, y, height, line = rect.x(), y + height + self.spacing(), 0, []
            wide = bool(item.expandingDirections() & Qt.Orientation.Horizontal)
            width = rect.right() + 1 - x if wide else min(hint.width(), rect.width())
            left = rect.left() + rect.right() + 1 - x - width if mirrored else x
            line.append((item, QRect(QPoint(left, y), QSize(width, hint.height()))))
            x += width + self.spacing()
            height = max(height, hint.height())
        _set_line(line, height, move=move)
        return y + height - rect.y()


def _set_line(line: list[tuple[QLayoutItem, QRect]], height: int, *, move: bool) -> None:
    """Give the items of one line their places, each in the middle of its height."""
    for item, box in line if move else ():
        item.setGeometry(box.translated(0, (height - box.height()) // 2))


class Chip(QFrame):
    """A word in a rounded box, with a cross that takes it away."""

    removed = Signal(str)

    def __init__(self, text: str, *, removable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "chip")
        self.text = text
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 1, 2 if removable else 8, 1)
        line.setSpacing(2)
        label = plain_label(text)
        line.addWidget(label)
        self.cross = self._cross()
        self.cross.setVisible(removable)
        line.addWidget(self.cross)

    def _cross(self) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icons.icon("x", "muted"))
        button.setIconSize(QSize(12, 12))
        button.setAccessibleName(_("Remove {tag}").format(tag=self.text))
        button.setToolTip(button.accessibleName())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.removed.emit(self.text))
        return button


class _TagLine(QLineEdit):
    """The line behind the chips; Backspace in an empty one takes the last chip."""

    erased = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.erased.emit()
            return
        if event.text() in (",", ";") and self.text().strip():
            self.returnPressed.emit()
            return
        super().keyPressEvent(event)


class TagField(QWidget):
    """Show tags as chips and add one by typing; ``committed`` gives the whole new list."""

    committed = Signal(list)

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags: list[str] = []
        self._words = QStringListModel(self)
        self.line = _TagLine()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(placeholder or _("Add a tag"))
        self.line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.line.setMinimumWidth(self.fontMetrics().averageCharWidth() * 12)
        self.line.setCompleter(self._completer())
        self.line.returnPressed.connect(self.flush)
        self.line.editingFinished.connect(self.flush)
        self.line.erased.connect(self._erase_last)
        self._flow = FlowLayout(self)
        self._flow.addWidget(self.line)
        self.setFocusProxy(self.line)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def tags(self) -> list[str]:
        """Return the tags shown."""
        return list(self._tags)

    def load(self, tags: Iterable[str]) -> None:
        """Show ``tags``; what is being typed stays."""
        fresh = list(tags)
        if fresh != self._tags:
            self._tags = fresh
            self._rebuild()

    def offer(self, words: Sequence[str]) -> None:
        """Complete what is typed from ``words``."""
        self._words.setStringList(list(words))

    def flush(self) -> None:
        """Take what was typed as a tag."""
        name = self.line.text().strip().rstrip(",;").strip()
        self.line.clear()
        if name and name.casefold() not in (tag.casefold() for tag in self._tags):
            self._commit([*self._tags, name])

    def _completer(self) -> QCompleter:
        completer = QCompleter(self._words, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        give_rows_room(completer)
        return completer

    def _remove(self, tag: str) -> None:
        self.line.setFocus()
        self._commit([other for other in self._tags if other != tag])

    def _erase_last(self) -> None:
        if self._tags:
            self._commit(self._tags[:-1])

    def _commit(self, tags: list[str]) -> None:
        self._tags = tags
        self._rebuild()
        self.committed.emit(list(tags))

    def _rebuild(self) -> None:
        for chip in self.findChildren(Chip, options=Qt.FindChildOption.FindDirectChildrenOnly):
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for place, tag in enumerate(self._tags):
            chip = Chip(tag)
            chip.removed.connect(self._remove)
            self._flow.insert_widget(place, chip)
            chip.show()
        self.updateGeometry()
