"""Dragging a line to another place: the handle, the mark where it would go, the scrolling."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QToolButton, QWidget

from mentorcrm.core.i18n import _
from mentorcrm.gui import icons, theme

_EDGE = 36
"""How near to the edge of the page, in pixels, a drag scrolls it."""
_STEP = 12
_TICK_MS = 30


class Grip(QToolButton):
    """The handle of a line: dragged with the mouse, or Alt+Up and Alt+Down in the line.

    A drag begins a few pixels from where the button was pressed; Escape ends it with
    nothing moved.
    """

    dragged = Signal(QPoint)
    """Where the mouse is, on the screen."""
    dropped = Signal(QPoint)
    cancelled = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._pressed_at: QPoint | None = None
        self._dragging = False
        self.setIcon(icons.icon("grip-vertical", "faint"))
        self.setIconSize(QSize(16, 16))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(name)
        self.setToolTip(_("Drag to move, or press Alt+Up and Alt+Down"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.globalPosition().toPoint()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            return
        place = event.globalPosition().toPoint()
        far = (place - self._pressed_at).manhattanLength()
        if not self._dragging and far >= QApplication.startDragDistance():
            self._dragging = True
            QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        if self._dragging:
            self.dragged.emit(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._end():
            self.dropped.emit(event.globalPosition().toPoint())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """End the drag at Escape; listens only while something is dragged."""
        if (
            event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            if self._end():
                self.cancelled.emit()
            return True
        return super().eventFilter(watched, event)

    def _end(self) -> bool:
        was_dragging, self._dragging, self._pressed_at = self._dragging, False, None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if was_dragging:
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        return was_dragging


class DropMark(QWidget):
    """A line across the list where what is dragged would go, above everything else there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, y: int) -> None:
        """Show the mark at this height of the list."""
        parent = self.parentWidget()
        assert parent is not None
        self.setGeometry(0, y - 4, parent.width(), 8)
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = theme.color("accent")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(4, 3, self.width() - 4, 2, 1, 1)
        left = self.width() - 8 if self.isRightToLeft() else 0
        painter.drawEllipse(left, 0, 8, 8)
        painter.end()


class EdgeScroller(QObject):
    """Scroll the page around a list while something is dragged near its edge."""

    scrolled = Signal()

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._scroll)

    def start(self) -> None:
        """Begin to look where the mouse is."""
        if not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Let the page rest."""
        self._timer.stop()

    def _scroll(self) -> None:
        area: QWidget | None = self._owner
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is None:
            return
        view = area.viewport()
        y = view.mapFromGlobal(QCursor.pos()).y()
        by = -_STEP if y < _EDGE else _STEP if y > view.height() - _EDGE else 0
        bar = area.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + by)
        if bar.value() != before:
            self.scrolled.emit()
