"""A short ordered list edited in place: add by Enter, move by keys or mouse, delete."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QCursor, QKeySequence, QShortcut
from PySide6.QtWidgets import QGraphicsOpacityEffect, QHBoxLayout, QVBoxLayout, QWidget

from mentorcrm.gui.app import App
from mentorcrm.gui.autosave import Autosave, Edit
from mentorcrm.gui.goals.line_drag import DropMark, EdgeScroller, Grip
from mentorcrm.gui.widgets.buttons import icon_button
from mentorcrm.gui.widgets.fields import AutoSaveField

_DRAGGED_OPACITY = 0.45


class Line(QWidget):
    """One line: handle, text, and a button that deletes it; ``below`` takes what belongs to it.

    Its texts save themselves, and what is being typed survives a crash.
    """

    def __init__(
        self,
        app: App,
        record_id: int,
        kind: str,
        edit: Callable[[], Edit],
        label: str,
        name: str,
        delete: str,
    ) -> None:
        """``kind`` names the drafts, ``label`` the step that saving makes."""
        super().__init__()
        self.record_id = record_id
        self.grip = Grip(name)
        self.field = AutoSaveField(name)
        self.delete = icon_button("trash-2", delete)
        self.delete.setIconSize(QSize(16, 16))
        self.autosave = Autosave(app, kind, edit, lambda _field: label, self)
        # A line left empty shows its words again: deleting is a button of its own.
        self.autosave.add("text", self.field, needed=True)
        self.top = QHBoxLayout()
        self.top.setSpacing(4)
        self.top.addWidget(self.grip)
        self.top.addWidget(self.field, 1)
        self.top.addWidget(self.delete)
        self.below = QVBoxLayout(self)
        self.below.setContentsMargins(0, 0, 0, 0)
        self.below.setSpacing(6)
        self.below.addLayout(self.top)

    def show_texts(self, texts: Mapping[str, str], *, by_undo: bool = False) -> None:
        """Show what is stored, but not in a field in use."""
        if self.autosave.record is None:
            self.autosave.open(self.record_id, texts)
        else:
            self.autosave.refresh(texts, by_undo=by_undo)

    def flush(self) -> None:
        """Save what is being typed now."""
        self.autosave.flush()

    def stops(self) -> list[QWidget]:
        """Return where the Tab key stops, in order."""
        return [self.field, self.delete]

    def set_dragged(self, dragged: bool) -> None:
        """Look as if lifted while the line is dragged."""
        if not dragged:
            self.setGraphicsEffect(None)  # type: ignore[arg-type]
        elif self.graphicsEffect() is None:
            effect = QGraphicsOpacityEffect(self)
            effect.setOpacity(_DRAGGED_OPACITY)
            self.setGraphicsEffect(effect)


class OrderedLines(QWidget):
    """The lines and, below them, a field that adds one."""

    added = Signal(str)
    moved = Signal(int, object)
    """A line's id, and the id of the line it goes before; None for the end."""
    removed = Signal(int)

    def __init__(self, add: str, parent: QWidget | None = None, *, gap: int = 6) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []
        self._gap: int | None = None
        self._box = QVBoxLayout()
        self._box.setSpacing(gap)
        self._mark = DropMark(self)
        self._scroller = EdgeScroller(self)
        self._scroller.scrolled.connect(lambda: self._show_mark(QCursor.pos()))
        self.new = AutoSaveField(add, add)
        self.new.returnPressed.connect(self._add)
        # What is typed here is added by Enter, or when the field is left; not at each pause.
        self.new.installEventFilter(self)
        self.add_button = icon_button("plus", add)
        self.add_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.add_button.setIconSize(QSize(16, 16))
        self.add_button.clicked.connect(self._add)
        self.adding = QWidget()
        last = QHBoxLayout(self.adding)
        last.setContentsMargins(0, 0, 0, 0)
        last.setSpacing(4)
        last.addWidget(self.add_button)
        last.addWidget(self.new, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(gap)
        outer.addLayout(self._box)
        outer.addWidget(self.adding)

    def lines(self) -> Sequence[Line]:
        """Return the lines in order."""
        return tuple(self._lines)

    def show_lines(
        self, rows: Sequence[tuple[int, Mapping[str, str]]], *, by_undo: bool = False
    ) -> None:
        """Show ``(id, texts)`` in order; lines that stay keep the focus and what is typed."""
        kept = {line.record_id: line for line in self._lines}
        wanted = [record_id for record_id, _texts in rows]
        for record_id, line in kept.items():
            if record_id not in wanted:
                self._drop(line)
        for place, (record_id, texts) in enumerate(rows):
            line = kept.get(record_id) or self._make(record_id)
            if self._box.indexOf(line) != place:
                self._box.removeWidget(line)
                self._box.insertWidget(place, line)
                line.show()  # at once: keys pressed in a hidden line would be lost
            line.show_texts(texts, by_undo=by_undo)
        places = {record_id: place for place, record_id in enumerate(wanted)}
        self._lines.sort(key=lambda line: places[line.record_id])

    def flush(self) -> None:
        """Save what is being typed in a line, and add what stands in the last field."""
        for line in self._lines:
            line.flush()
        self._add()

    def make_line(self, record_id: int) -> Line:
        """Return a new line."""
        raise NotImplementedError

    def stops(self) -> list[QWidget]:
        """Return where the Tab key stops, in order."""
        return [*(stop for line in self._lines for stop in line.stops()), self.new]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Add what was typed when the last field is left."""
        if watched is self.new and event.type() == QEvent.Type.FocusOut:
            self._add()
        return super().eventFilter(watched, event)

    def _make(self, record_id: int) -> Line:
        line = self.make_line(record_id)
        self._lines.append(line)
        line.field.returnPressed.connect(self.go_to_new)
        line.delete.clicked.connect(lambda _checked=False: self.removed.emit(record_id))
        line.grip.dragged.connect(lambda place, line=line: self._drag(line, place))
        line.grip.dropped.connect(lambda place, line=line: self._dropped(line, place))
        line.grip.cancelled.connect(lambda line=line: self._end_drag(line))
        # In the text only: lines may hold other lines, and lists whose own key Alt+Down is.
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), line.field)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda line=line, by=by: self._shift(line, by))
        return line

    def go_to_new(self) -> None:
        """Put the keyboard into the field that adds a line."""
        self.new.setFocus()

    def _drop(self, line: Line) -> None:
        had_focus = any(part.hasFocus() for part in line.findChildren(QWidget))
        place = self._lines.index(line)
        self._lines.remove(line)
        self._box.removeWidget(line)
        line.autosave.forget()
        line.hide()
        line.deleteLater()
        if had_focus:
            following = self._lines[min(place, len(self._lines) - 1)] if self._lines else None
            (following.field if following else self.new).setFocus()

    def _add(self) -> None:
        text = self.new.text().strip()
        self.new.load("", force=True)
        if text:
            self.added.emit(text)

    def _shift(self, line: Line, by: int) -> None:
        place = self._lines.index(line) + by
        if 0 <= place < len(self._lines):
            line.flush()
            self._move(line, place)

    def _move(self, line: Line, place: int) -> None:
        others = [other for other in self._lines if other is not line]
        before = others[place].record_id if place < len(others) else None
        self.moved.emit(line.record_id, before)

    # Dragging

    def _drag(self, line: Line, place: QPoint) -> None:
        line.set_dragged(True)
        self._scroller.start()
        self._show_mark(place)

    def _show_mark(self, place: QPoint) -> None:
        self._gap = self._gap_at(place)
        self._mark.show_at(self._gap_y(self._gap))

    def _dropped(self, line: Line, place: QPoint) -> None:
        gap = self._gap_at(place)
        self._end_drag(line)
        if line not in self._lines:
            return  # taken away meanwhile, as by another program
        here = self._lines.index(line)
        target = gap - 1 if gap > here else gap
        if target != here:
            line.flush()
            self._move(line, target)

    def _end_drag(self, line: Line) -> None:
        line.set_dragged(False)
        self._scroller.stop()
        self._mark.hide()
        self._gap = None

    def _gap_at(self, place: QPoint) -> int:
        y = self.mapFromGlobal(place).y()
        return sum(y > line.geometry().center().y() for line in self._lines)

    def _gap_y(self, gap: int) -> int:
        half = self._box.spacing() // 2
        if gap < len(self._lines):
            return max(4, self._lines[gap].y() - half)
        return self._lines[-1].geometry().bottom() + 1 + half if self._lines else half
