"""Content with a pane at its side: beside it, over it, or in its place, as the width allows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from mentorcrm.core.i18n import _
from mentorcrm.gui.widgets.buttons import IconButton

_NARROW = 900
"""Below this window width the pane takes the whole place, with a way back."""


class SidePane(QWidget):
    """Hold the content and, when it is opened, a pane with details."""

    closed = Signal()
    """The user closed the pane."""
    toggled = Signal()
    """The pane was opened or closed; the room for the content is another."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._room = 0
        self._open = False
        self._width = 0
        self.splitter = QSplitter()
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(content)
        self.splitter.splitterMoved.connect(self._moved)
        self.holder = _Holder()
        self.holder.escaped.connect(self._closed_by_user)
        self.back = self.holder.back
        self.back.clicked.connect(self._closed_by_user)
        self.splitter.addWidget(self.holder)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.holder.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)

    def set_pane(self, pane: QWidget) -> None:
        """Put ``pane`` in; once."""
        self.holder.put(pane)

    def set_content_room(self, width: int) -> None:
        """Tell how wide the content must stay for the pane to stand beside it."""
        self._room = width
        self._arrange()

    @property
    def is_open(self) -> bool:
        """Tell whether the pane is open."""
        return self._open

    @property
    def is_over(self) -> bool:
        """Tell whether the open pane covers content."""
        return self._open and self.holder.parent() is self

    def pane_width(self) -> int:
        """Return the pane's width when it is open: 46 characters, or as the user set it."""
        return max(self._width, self._least_width())

    def _least_width(self) -> int:
        return self.fontMetrics().averageCharWidth() * 46

    def set_pane_width(self, width: int) -> None:
        """Restore the width that the user set."""
        self._width = width
        self._arrange()

    def set_open(self, opened: bool) -> None:
        """Open or close the pane."""
        if opened != self._open:
            self._open = opened
            self.toggled.emit()
            self._arrange()

    def _closed_by_user(self) -> None:
        self.set_open(False)
        self.closed.emit()

    def _moved(self) -> None:
        if self.holder.parent() is self.splitter:
            self._width = self.holder.width()

    def _arrange(self) -> None:
        if not self._open:
            self.holder.hide()
            return
        width = self.pane_width()
        narrow = self.window().width() < _NARROW
        room = max(self._room, self._content.minimumSizeHint().width())
        over = narrow or self.width() - width < room
        self.holder.back.setVisible(over)
        if over:
            if self.holder.parent() is not self:
                self.holder.setParent(self)
            self.holder.setMinimumWidth(0)
            shown = self.width() if narrow else min(width, self.width())
            left = 0 if self.isRightToLeft() else self.width() - shown
            self.holder.setGeometry(left, 0, shown, self.height())
            self.holder.raise_()
            self.holder.show()
        else:
            if self.holder.parent() is not self.splitter:
                self.splitter.addWidget(self.holder)
            self.holder.setMinimumWidth(self._least_width())
            self.holder.show()
            self.splitter.setSizes([max(1, self.width() - width), width])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._open:
            self._arrange()


class _Holder(QFrame):
    """The frame around the pane, with a way back when it covers the content."""

    escaped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "pane")
        self.back: QPushButton = IconButton("arrow-left", _("Back"), token="accent")
        self.back.setProperty("flat", True)
        self.back.hide()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)

    def put(self, pane: QWidget) -> None:
        """Show ``pane``."""
        self._layout.addWidget(pane, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        super().keyPressEvent(event)
