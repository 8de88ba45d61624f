"""One of the five parts of a goal: its letter, its name, an example, and a gentle question."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorcrm.core.i18n import _
from mentorcrm.gui import theme
from mentorcrm.gui.widgets.labels import ElidedLabel, IconLabel, plain_label, set_role


class LetterBadge(QWidget):
    """A letter on a rounded square, in the colour of the goal."""

    def __init__(self, letter: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter = letter
        self._hue = 0
        self.setFixedSize(self.sizeHint())

    def set_hue(self, hue: int) -> None:
        """Take the colour of another goal."""
        self._hue = hue
        self.update()

    def sizeHint(self) -> QSize:
        side = self.fontMetrics().height() + 8
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = theme.color(f"goal{self._hue}")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme.color("surface"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letter)
        painter.end()


class SmartPart(QWidget):
    """A titled place for one part; ``body`` takes its fields."""

    def __init__(
        self, letter: str, title: str, example: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.badge = LetterBadge(letter)
        self.title = plain_label(title, "h2")
        self._bulb = IconLabel("lightbulb", "asked", 14)
        self.hint = ElidedLabel("", "caption")
        set_role(self.hint, "hint")
        self.example = plain_label(_("For example: {example}").format(example=example), "caption")
        self.example.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addSpacing(12)
        head.addWidget(self._bulb)
        head.addWidget(self.hint, 1)
        self.body = QVBoxLayout()
        self.body.setSpacing(6)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addLayout(head)
        self.body.addWidget(self.example)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(self.body, 1)
        self.set_hint("")

    def set_hint(self, text: str) -> None:
        """Ask ``text``, or nothing; the place for it stays, so nothing jumps."""
        self.hint.setText(text)
        self._bulb.setVisible(bool(text))
