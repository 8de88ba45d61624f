"""The goals that an entry of the timeline is about: chips that open them, and a menu."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _
from mentorcrm.gui import icons
from mentorcrm.gui.app import App
from mentorcrm.gui.widgets.buttons import IconButton
from mentorcrm.gui.widgets.tags import FlowLayout

if TYPE_CHECKING:
    from mentorcrm.core.goals import GoalLink

_LONGEST = 32


class GoalChips(QWidget):
    """Show the goals; with ``editable`` a menu changes them, and ``chosen`` tells which."""

    chosen = Signal(list)

    def __init__(self, app: App, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._shown: tuple[GoalLink, ...] = ()
        self.chips: list[QPushButton] = []
        self.button = IconButton("target", _("About the goal…"), token="muted")
        self.button.setProperty("flat", True)
        self.menu = QMenu(self.button)
        self.menu.aboutToShow.connect(self.fill)
        self.button.setMenu(self.menu)
        self._flow = FlowLayout(self)
        self._flow.addWidget(self.button)
        self.button.setVisible(editable)
        self._editable = editable
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setVisible(editable)

    def ids(self) -> list[int]:
        """Return the goals shown."""
        return [goal.id for goal in self._shown]

    def load(self, goals: Sequence[GoalLink]) -> None:
        """Show these goals."""
        if tuple(goals) == self._shown:
            return
        self._shown = tuple(goals)
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [self._chip(goal) for goal in self._shown]
        for place, chip in enumerate(self.chips):
            self._flow.insert_widget(place, chip)
            chip.show()
        self.setVisible(self._editable or bool(self.chips))
        self.updateGeometry()

    def load_ids(self, goal_ids: Iterable[int]) -> None:
        """Show the goals with these ids, in the user's order."""
        wanted = set(goal_ids)
        link = core.goals.GoalLink
        rows = self._app.read(core.goals.goals)
        self.load([link(row.id, row.title, row.hue) for row in rows if row.id in wanted])

    def fill(self) -> None:
        """Offer all goals, ticked where linked."""
        self.menu.clear()
        goals = self._app.read(core.goals.goals)
        linked = set(self.ids())
        for goal in goals:
            action = QAction(goal.title.replace("&", "&&"), self.menu)
            action.setCheckable(True)
            action.setChecked(goal.id in linked)
            action.toggled.connect(lambda on, goal_id=goal.id: self._toggle(goal_id, on))
            self.menu.addAction(action)
        if not goals:
            self.menu.addAction(_("There are no goals yet")).setEnabled(False)

    def _toggle(self, goal_id: int, on: bool) -> None:
        rest = [one for one in self.ids() if one != goal_id]
        self.chosen.emit([*rest, goal_id] if on else rest)

    def _chip(self, goal: GoalLink) -> QPushButton:
        title = goal.title
        shown = title if len(title) <= _LONGEST else title[: _LONGEST - 1].rstrip() + "…"
        chip = QPushButton(shown.replace("&", "&&"))
        chip.setProperty("role", "goal")
        chip.setIcon(icons.icon("target", f"goal{goal.hue}"))
        chip.setIconSize(QSize(16, 12))
        chip.setAutoDefault(False)
        chip.setAccessibleName(_("Goal: {title}").format(title=title))
        chip.setToolTip(_("Open the goal “{title}”").format(title=title))
        chip.clicked.connect(lambda: self._app.open_requested.emit("goal", goal.id))
        return chip
