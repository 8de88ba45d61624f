"""The menu of a goal: its colour, and deleting it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QActionGroup, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from mentorcrm.core.i18n import _
from mentorcrm.gui import icons, theme


class GoalMenu(QMenu):
    """Tell which colour was chosen, or that the goal is to go."""

    hue_chosen = Signal(int)
    delete_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        colors = self.addMenu(_("Colour"))
        self.hues = QActionGroup(self)
        for hue, name in enumerate(_hue_names()):
            action = QAction(name, self.hues)
            action.setCheckable(True)
            action.setData(hue)
            colors.addAction(action)
        colors.aboutToShow.connect(self._paint_hues)
        self.hues.triggered.connect(lambda action: self.hue_chosen.emit(action.data()))
        self.addSeparator()
        self.delete_action = self.addAction(icons.icon("trash-2", "muted"), _("Delete goal"))
        self.delete_action.triggered.connect(lambda _on=False: self.delete_requested.emit())

    def show_hue(self, hue: int) -> None:
        """Tick the colour that the goal has."""
        for action in self.hues.actions():
            action.setChecked(action.data() == hue)

    def _paint_hues(self) -> None:
        for action in self.hues.actions():
            action.setIcon(_swatch(theme.color(f"goal{action.data()}")))


def _hue_names() -> tuple[str, ...]:
    return (
        _("Blue"),
        _("Green"),
        _("Amber"),
        _("Plum"),
        _("Teal"),
        _("Violet"),
        _("Rose"),
        _("Olive"),
    )


def _swatch(color: QColor) -> QIcon:
    picture = QPixmap(QSize(32, 32))
    picture.setDevicePixelRatio(2)
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(color)
    painter.setPen(color)
    painter.drawEllipse(2, 2, 12, 12)
    painter.end()
    return QIcon(picture)
