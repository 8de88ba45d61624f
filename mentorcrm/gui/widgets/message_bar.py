"""A line above the content that says what was done, with a way to take it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mentorcrm.core.i18n import _
from mentorcrm.gui.widgets.buttons import icon_button
from mentorcrm.gui.widgets.labels import IconLabel, plain_label

Action = tuple[str, Callable[[], object]]


class MessageBar(QFrame):
    """Show one message with its actions; it goes by itself unless hovered or focused."""

    appeared = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "message")
        self.setAccessibleName(_("Message"))
        self._icon = IconLabel("circle-check", "on_selection", 18)
        self._text = plain_label("")
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(4)
        self._close = icon_button("x", _("Close message"), "on_selection")
        self._close.clicked.connect(self.dismiss)
        self._details = QPlainTextEdit()
        self._details.setReadOnly(True)
        self._details.setAccessibleName(_("Details"))
        self._details.setMaximumHeight(120)
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._time_is_up)
        self._timeout_ms = 0
        self.hide()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(12, 4, 6, 4)
        line.setSpacing(10)
        line.addWidget(self._icon)
        line.addWidget(self._text, 1)
        line.addLayout(self._buttons)
        line.addWidget(self._close)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(line)
        outer.addWidget(self._details)

    @property
    def text(self) -> str:
        """Return the message shown, or the last one."""
        return self._text.text()

    def buttons(self) -> list[QPushButton]:
        """Return the buttons of the message."""
        places = range(self._buttons.count())
        found = (self._buttons.itemAt(place) for place in places)
        widgets = (item.widget() for item in found if item is not None)
        return [widget for widget in widgets if isinstance(widget, QPushButton)]

    def show_message(
        self,
        text: str,
        actions: Sequence[Action] = (),
        *,
        details: str = "",
        tone: str = "info",
        timeout_ms: int = 8000,
    ) -> None:
        """Replace what is shown; ``timeout_ms`` 0 keeps it until it is closed."""
        error = tone == "error"
        self._icon.set_icon(
            "triangle-alert" if error else "circle-check", "danger" if error else "on_selection"
        )
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self._details.setPlainText(details)
        self._details.hide()
        self._replace_buttons(actions, bool(details))
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)
        self._timeout_ms = timeout_ms
        self._timer.stop()
        if timeout_ms:
            self._timer.start(timeout_ms)
        self.show()
        self.appeared.emit()

    def dismiss(self) -> None:
        """Take the message away."""
        self._timer.stop()
        if not self.isHidden():
            self.hide()
            self.dismissed.emit()

    def _replace_buttons(self, actions: Sequence[Action], with_details: bool) -> None:
        for old in self.buttons():
            self._buttons.removeWidget(old)
            old.hide()
            old.deleteLater()
        for label, callback in actions:
            button = self._add_button(label)
            button.clicked.connect(lambda _checked=False, act=callback: self._act(act))
        if with_details:
            button = self._add_button(_("Details"))
            button.clicked.connect(lambda: self._details.setVisible(self._details.isHidden()))

    def _add_button(self, label: str) -> QPushButton:
        button = QPushButton(label)
        button.setProperty("flat", True)
        button.setAutoDefault(False)
        self._buttons.addWidget(button)
        return button

    def _act(self, callback: Callable[[], object]) -> None:
        self.dismiss()
        callback()

    def _time_is_up(self) -> None:
        focused = any(child.hasFocus() for child in self.findChildren(QWidget))
        if self.underMouse() or focused:
            self._timer.start(self._timeout_ms)
        else:
            self.dismiss()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if self._timeout_ms and self.isVisible():
            self._timer.start(self._timeout_ms)
        super().leaveEvent(event)
