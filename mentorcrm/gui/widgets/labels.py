"""Labels: plain text only, elided, with an icon, and the empty state."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mentorcrm.gui import icons


def plain_label(text: str = "", role: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a label that never takes its text for markup; ``role`` is h1, h2, muted, ..."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    if role:
        label.setProperty("role", role)
    return label


def set_role(widget: QWidget, role: str) -> None:
    """Give a shown widget another role of the style sheet."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def shortened(text: str, limit: int) -> str:
    """Return ``text``, cut with "…" when it has more than ``limit`` letters."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def rule() -> QFrame:
    """Return a thin horizontal line."""
    line = QFrame()
    line.setProperty("role", "rule")
    return line


class IconLabel(QWidget):
    """Show one icon, painted anew when the scheme changes; says nothing to screen readers."""

    def __init__(
        self, name: str, token: str = "text", size: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._token, self._size = name, token, size
        self.setFixedSize(size, size)

    def set_icon(self, name: str, token: str) -> None:
        """Show another icon."""
        self._name, self._token = name, token
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        icons.draw(painter, self._name, self._token, self.rect().topLeft(), self._size)
        painter.end()


class ElidedLabel(QLabel):
    """One line that ends in "..." when the room is short; the whole text is its tool tip."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if role:
            self.setProperty("role", role)
        self._full = ""
        self.setText(text)

    def setText(self, text: str) -> None:
        self._full = text
        self.setAccessibleName(text)
        self._fit()

    def full_text(self) -> str:
        """Return the text as it was given."""
        return self._full

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self._full) + 2
        return QSize(width, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        line = " ".join(self._full.split("\n"))
        shown = self.fontMetrics().elidedText(
            line, Qt.TextElideMode.ElideRight, max(0, self.contentsRect().width())
        )
        if shown != self.text():
            super().setText(shown)
        self.setToolTip(self._full if shown != line else "")


class EmptyState(QWidget):
    """Say what belongs here and what to do: an icon, one sentence, a button, a link."""

    activated = Signal()
    link_activated = Signal()

    def __init__(
        self,
        icon: str,
        sentence: str,
        button: str = "",
        link: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = IconLabel(icon, "faint", 44)
        self.heading = plain_label("", "lead")
        self.sentence = plain_label("", "muted")
        for label in (self.heading, self.sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
        self.button = QPushButton()
        self.button.setProperty("primary", True)
        self.button.clicked.connect(self.activated)
        self.link = QPushButton()
        self.link.setProperty("flat", True)
        self.link.clicked.connect(self.link_activated)
        for each in (self.button, self.link):
            # So that Enter presses it: outside of dialogs only the space bar would.
            each.setAutoDefault(True)
        self._lay_out()
        self.set_texts(sentence, button, link)

    def set_texts(self, sentence: str, button: str = "", link: str = "") -> None:
        """Say something else; of several sentences the first is the heading."""
        heading, stop, rest = sentence.partition(". ")
        self.heading.setText(heading if stop else "")
        self.heading.setVisible(bool(stop))
        self.sentence.setText(rest if stop else sentence)
        for widget, text in ((self.button, button), (self.link, link)):
            widget.setText(text)
            widget.setVisible(bool(text))

    def text(self) -> str:
        """Return all that it says."""
        heading = self.heading.text()
        return f"{heading}. {self.sentence.text()}" if heading else self.sentence.text()

    def _lay_out(self) -> None:
        inner = QVBoxLayout()
        inner.setSpacing(12)
        center = Qt.AlignmentFlag.AlignHCenter
        inner.addStretch(2)
        inner.addWidget(self._icon, 0, center)
        inner.addWidget(self.heading)
        inner.addWidget(self.sentence)
        inner.addSpacing(4)
        inner.addWidget(self.button, 0, center)
        inner.addWidget(self.link, 0, center)
        inner.addStretch(3)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(16, 16, 16, 16)
        outer.addStretch(1)
        outer.addLayout(inner, 4)
        outer.addStretch(1)
