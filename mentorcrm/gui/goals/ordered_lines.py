"""A short ordered list edited in place: add by Enter, move by keys or mouse, delete."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from mentorcrm.core.i18n import _
from mentorcrm.gui import icons, theme
from mentorcrm.gui.widgets.buttons import icon_button
from mentorcrm.gui.widgets.fields import AutoSaveField


class Grip(QToolButton):
    """The handle of a line: dragged with the mouse, or Alt+Up and Alt+Down in the line."""

    dragged = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setIcon(icons.icon("grip-vertical", "faint"))
        self.setIconSize(QSize(16, 16))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(name)
        self.setToolTip(_("Drag to move, or press Alt+Up and Alt+Down"))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.dropped.emit(event.globalPosition().toPoint())


class Line(QWidget):
    """One line: handle, text, and a button that deletes it; ``below`` takes what belongs to it."""

    def __init__(self, record_id: int, name: str, delete: str) -> None:
        super().__init__()
        self.record_id = record_id
        self.grip = Grip(name)
        self.field = AutoSaveField(name)
        self.delete = icon_button("trash-2", delete)
        self.delete.setIconSize(QSize(16, 16))
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.grip)
        top.addWidget(self.field, 1)
        top.addWidget(self.delete)
        self.below = QVBoxLayout(self)
        self.below.setContentsMargins(0, 0, 0, 0)
        self.below.setSpacing(6)
        self.below.addLayout(top)
        # A line left empty shows its words again: deleting is a button of its own.
        self.field.editingFinished.connect(self._refill)
        self._words = ""

    def show_text(self, text: str) -> None:
        """Show what is stored."""
        self._words = text
        self.field.load(text)

    def _refill(self) -> None:
        if not self.field.text().strip():
            self.field.load(self._words, force=True)


class OrderedLines(QWidget):
    """The lines and, below them, a field that adds one."""

    added = Signal(str)
    edited = Signal(int, str)
    moved = Signal(int, object)
    """A line's id, and the id of the line it goes before; None for the end."""
    removed = Signal(int)

    def __init__(
        self, name: str, add: str, delete: str, parent: QWidget | None = None, *, gap: int = 6
    ) -> None:
        super().__init__(parent)
        self._name, self._delete = name, delete
        self._lines: list[Line] = []
        self._mark: int | None = None
        self._box = QVBoxLayout()
        self._box.setSpacing(gap)
        self.new = AutoSaveField(add, add)
        self.new.returnPressed.connect(self._add)
        # What is typed here is added by Enter, or when the field is left; not at each pause.
        self.new.installEventFilter(self)
        last = QHBoxLayout()
        last.setSpacing(4)
        self.add_button = icon_button("plus", add)
        self.add_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.add_button.setIconSize(QSize(16, 16))
        self.add_button.clicked.connect(self._add)
        last.addWidget(self.add_button)
        last.addWidget(self.new, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(gap)
        outer.addLayout(self._box)
        outer.addLayout(last)

    def lines(self) -> Sequence[Line]:
        """Return the lines in order."""
        return tuple(self._lines)

    def show_lines(self, texts: Sequence[tuple[int, str]]) -> None:
        """Show ``(id, text)`` in order; lines that stay keep the focus and what is typed."""
        kept = {line.record_id: line for line in self._lines}
        wanted = [record_id for record_id, _text in texts]
        for record_id, line in kept.items():
            if record_id not in wanted:
                self._drop(line)
        for place, (record_id, text) in enumerate(texts):
            line = kept.get(record_id) or self._make(record_id)
            if self._box.indexOf(line) != place:
                self._box.removeWidget(line)
                self._box.insertWidget(place, line)
                line.show()  # at once: keys pressed in a hidden line would be lost
            line.show_text(text)
        places = {record_id: place for place, record_id in enumerate(wanted)}
        self._lines.sort(key=lambda line: places[line.record_id])
        self._order_tabs()

    def flush(self) -> None:
        """Save what is being typed in a line, and add what stands in the last field."""
        for line in self._lines:
            line.field.flush()
        self._add()

    def make_line(self, record_id: int) -> Line:
        """Return a new line; a subclass may put more into it."""
        return Line(record_id, self._name, self._delete)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Add what was typed when the last field is left."""
        if watched is self.new and event.type() == QEvent.Type.FocusOut:
            self._add()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._mark is None:
            return
        painter = QPainter(self)
        painter.fillRect(0, self._mark_y(), self.width(), 2, theme.color("accent"))
        painter.end()

    def _make(self, record_id: int) -> Line:
        line = self.make_line(record_id)
        self._lines.append(line)
        line.field.committed.connect(lambda text, line=line: self._edited(line, text))
        line.field.returnPressed.connect(self.new.setFocus)
        line.delete.clicked.connect(lambda _checked=False, line=line: self._remove(line))
        line.grip.dragged.connect(self._show_mark)
        line.grip.dropped.connect(lambda place, line=line: self._dropped(line, place))
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), line)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda line=line, by=by: self._shift(line, by))
        return line

    def _drop(self, line: Line) -> None:
        had_focus = any(part.hasFocus() for part in line.findChildren(QWidget))
        place = self._lines.index(line)
        self._lines.remove(line)
        self._box.removeWidget(line)
        line.field.blockSignals(True)
        line.hide()
        line.deleteLater()
        if had_focus:
            following = self._lines[min(place, len(self._lines) - 1)] if self._lines else None
            (following.field if following else self.new).setFocus()

    def _order_tabs(self) -> None:
        before: QWidget | None = None
        for line in self._lines:
            if before is not None:
                QWidget.setTabOrder(before, line.field)
            QWidget.setTabOrder(line.field, line.delete)
            before = self._last_of(line)
        if before is not None:
            QWidget.setTabOrder(before, self.new)

    def _last_of(self, line: Line) -> QWidget:
        return line.delete

    def _add(self) -> None:
        text = self.new.text().strip()
        self.new.load("", force=True)
        if text:
            self.added.emit(text)

    def _edited(self, line: Line, text: str) -> None:
        if text.strip():
            self.edited.emit(line.record_id, text)

    def _remove(self, line: Line) -> None:
        self.removed.emit(line.record_id)

    def _shift(self, line: Line, by: int) -> None:
        place = self._lines.index(line) + by
        if 0 <= place < len(self._lines):
            line.field.flush()
            self._move(line, place)

    def _move(self, line: Line, place: int) -> None:
        others = [other for other in self._lines if other is not line]
        before = others[place].record_id if place < len(others) else None
        self.moved.emit(line.record_id, before)

    def _show_mark(self, place: QPoint) -> None:
        self._mark = self._gap_at(place)
        self.update()

    def _dropped(self, line: Line, place: QPoint) -> None:
        if self._mark is None:
            return
        gap = self._gap_at(place)
        self._mark = None
        self.update()
        here = self._lines.index(line)
        target = gap - 1 if gap > here else gap
        if target != here:
            self._move(line, target)

    def _gap_at(self, place: QPoint) -> int:
        y = self.mapFromGlobal(place).y()
        return sum(y > line.geometry().center().y() for line in self._lines)

    def _mark_y(self) -> int:
        assert self._mark is not None
        if self._mark < len(self._lines):
            return max(0, self._lines[self._mark].y() - 4)
        return self._lines[-1].geometry().bottom() + 2
