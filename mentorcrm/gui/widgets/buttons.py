"""Buttons: with an icon at the right distance, icon only, and the drop-down filter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from mentorcrm.core.i18n import _
from mentorcrm.gui import icons
from mentorcrm.gui.widgets.labels import shortened


def icon_button(
    icon: str, name: str, token: str = "muted", parent: QWidget | None = None
) -> QToolButton:
    """Return a button that shows only an icon; ``name`` is its tip and its accessible name."""
    button = QToolButton(parent)
    button.setIcon(icons.icon(icon, token))
    button.setIconSize(QSize(18, 18))
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setCursor(Qt.CursorShape.ArrowCursor)
    return button


class IconButton(QPushButton):
    """A push button with an icon before its text, and room between them."""

    def __init__(
        self,
        icon: str,
        text: str,
        *,
        token: str = "text",
        primary: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setProperty("primary", primary)
        self.setIcon(icons.icon(icon, "on_accent" if primary else token))
        # Four pixels more than the drawing: the style sheet cannot set the gap to the text.
        self.setIconSize(QSize(20, 16))
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the keyboard, as the space bar does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def setMenu(self, menu: QMenu) -> None:
        """Open ``menu``; the style sheet makes room for the arrow."""
        self.setProperty("dropdown", True)
        super().setMenu(menu)


class LinkButton(QPushButton):
    """A line of text that leads somewhere; it is cut when the room is short."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._full = text
        self.setProperty("flat", True)
        self.setProperty("role", "line")
        self.setAutoDefault(False)
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 6, super().minimumSizeHint().height())

    def _fit(self) -> None:
        room = max(0, self.width() - 8)
        shown = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, room)
        if shown.replace("&", "&&") != self.text():
            self.setText(shown.replace("&", "&&"))


class FilterButton(IconButton):
    """A drop-down filter: "Goal: any", or what was chosen."""

    chosen = Signal(object)
    """The value the user picked; None means any."""

    def __init__(
        self, icon: str, title: str, any_text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(icon, "", token="muted", parent=parent)
        self._title = title
        self._any = any_text or _("any")
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        self._value: Any = None
        self._group.triggered.connect(self._picked)
        self.setMenu(self._menu)
        self.set_choices(())

    @property
    def value(self) -> Any:
        """Return the chosen value, None for any."""
        return self._value

    def set_choices(self, choices: Sequence[tuple[str, Any]]) -> None:
        """Offer ``choices`` of (text, value); the chosen one stays if it is still there."""
        for action in self._group.actions():
            self._group.removeAction(action)
        self._menu.clear()
        self._add(self._any[:1].upper() + self._any[1:], None)
        if choices:
            self._menu.addSeparator()
        for text, value in choices:
            self._add(text, value)
        self.choose(self._value, silent=True)

    def choose(self, value: Any, *, silent: bool = False) -> None:
        """Choose ``value``; one that is not offered means any."""
        actions = self._group.actions()
        action = next((a for a in actions if a.data() == value), actions[0])
        before, self._value = self._value, action.data()
        action.setChecked(True)
        shown = self._any if self._value is None else action.text().replace("&&", "&")
        self.setText(f"{self._title}: {shortened(shown, 28)}".replace("&", "&&"))
        self.setAccessibleName(f"{self._title}: {shown}")
        self.setToolTip(f"{self._title}: {shown}" if self._value is not None else "")
        self.setChecked(False)
        if not silent and before != self._value:
            self.chosen.emit(self._value)

    def _add(self, text: str, value: Any) -> None:
        action = QAction(text.replace("&", "&&"), self._group)
        action.setCheckable(True)
        action.setData(value)
        self._menu.addAction(action)

    def _picked(self, action: QAction) -> None:
        self.choose(action.data())
