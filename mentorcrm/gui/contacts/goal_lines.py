"""The goals that a card is for, with how far each is, and a menu to choose them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QProgressBar, QVBoxLayout, QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _
from mentorcrm.gui.app import App
from mentorcrm.gui.widgets.buttons import IconButton, LinkButton

if TYPE_CHECKING:
    from mentorcrm.core.goals import GoalRow


class GoalLines(QWidget):
    """Show the goals of a card; ``chosen`` gives the new list of ids."""

    chosen = Signal(list)

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._ids: tuple[int, ...] = ()
        self._known: dict[int, GoalRow] = {}
        self.button = IconButton("target", _("Choose goals"), token="muted")
        self.menu = QMenu(self.button)
        self.menu.aboutToShow.connect(self._offer)
        self.button.setMenu(self.menu)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        outer.addLayout(self._lines)
        outer.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.button)

    def load(self, goal_ids: Iterable[int]) -> None:
        """Show these goals."""
        fresh = tuple(goal_ids)
        known = {row.id: row for row in self._app.read(core.goals.goals)}
        if (fresh, known) == (self._ids, self._known):
            return
        self._ids, self._known = fresh, known
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for goal_id in fresh:
            if goal_id in known:
                self._add(known[goal_id])
        self.button.setText(_("Change goals") if fresh else _("Choose goals"))

    def _add(self, goal: GoalRow) -> None:
        title = LinkButton(goal.title)
        title.setToolTip(_("Open the goal “{title}”").format(title=goal.title))
        title.clicked.connect(lambda: self._app.open_requested.emit("goal", goal.id))
        self._lines.addWidget(title)
        if goal.progress is not None:
            bar = QProgressBar()
            bar.setRange(0, 100)
            bar.setValue(round(goal.progress * 100))
            bar.setTextVisible(False)
            bar.setAccessibleName(_("Progress of {title}").format(title=goal.title))
            self._lines.addWidget(bar)

    def _offer(self) -> None:
        self.menu.clear()
        goals = self._app.read(core.goals.goals)
        for goal in goals:
            action = QAction(goal.title.replace("&", "&&"), self.menu)
            action.setCheckable(True)
            action.setChecked(goal.id in self._ids)
            action.toggled.connect(lambda on, goal_id=goal.id: self._toggle(goal_id, on))
            self.menu.addAction(action)
        if not goals:
            self.menu.addAction(_("There are no goals yet")).setEnabled(False)

    def _toggle(self, goal_id: int, on: bool) -> None:
        rest = [one for one in self._ids if one != goal_id]
        self.chosen.emit([*rest, goal_id] if on else rest)
