"""The goals that a description serves: chips that open them, and a list to tick."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from mentorcrm.core.i18n import _
from mentorcrm.gui import icons
from mentorcrm.gui.widgets.buttons import IconButton
from mentorcrm.gui.widgets.tags import FlowLayout

if TYPE_CHECKING:
    from mentorcrm.core.goals import GoalRow
    from mentorcrm.core.job_descriptions import LinkedGoal


class GoalLinks(QWidget):
    """Show the linked goals and change them."""

    chosen = Signal(list)
    """The ids of the goals that the description serves from now on."""
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._linked: tuple[LinkedGoal, ...] | None = None
        self._goals: Sequence[GoalRow] = ()
        self._chips: list[QPushButton] = []
        self.button = IconButton("plus", _("Goals"), token="muted")
        self.button.setAccessibleName(_("Choose goals"))
        self.menu = QMenu(self.button)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.button.setMenu(self.menu)
        self._flow = FlowLayout(self)
        self._flow.addWidget(self.button)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_links(self, linked: tuple[LinkedGoal, ...], goals: Sequence[GoalRow]) -> None:
        """Show what is linked; ``goals`` are all that may be."""
        self._goals = goals
        self.button.setEnabled(bool(goals))
        self.button.setToolTip("" if goals else _("Write a goal first, then link it here."))
        if linked == self._linked:
            return
        self._linked = linked
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(goal) for goal in linked]
        for place, chip in enumerate(self._chips):
            self._flow.insert_widget(place, chip)
            chip.show()
        self.updateGeometry()

    def _chip(self, goal: LinkedGoal) -> QPushButton:
        chip = QPushButton(_shortened(goal.title).replace("&", "&&"))
        chip.setIcon(icons.icon("target", f"goal{goal.hue}"))
        chip.setIconSize(QSize(20, 16))
        chip.setAutoDefault(False)
        chip.setAccessibleName(_("Goal: {title}").format(title=goal.title))
        chip.setToolTip(goal.title)
        chip.clicked.connect(lambda: self.opened.emit(goal.id))
        return chip

    def _fill_menu(self) -> None:
        self.menu.clear()
        linked = {goal.id for goal in self._linked or ()}
        for goal in self._goals:
            action = self.menu.addAction(_shortened(goal.title, 60).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(goal.id in linked)
            action.toggled.connect(lambda on, goal_id=goal.id: self._toggle(goal_id, on))

    def _toggle(self, goal_id: int, on: bool) -> None:
        ids = [goal.id for goal in self._linked or () if goal.id != goal_id]
        self.chosen.emit([*ids, goal_id] if on else ids)


def _shortened(text: str, limit: int = 40) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
