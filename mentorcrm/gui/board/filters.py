"""The line above the columns: filters, how many mentors that leaves, and the way back."""

from __future__ import annotations

import json

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from mentorcrm import core
from mentorcrm.core.cards import DUES, BoardFilter
from mentorcrm.core.i18n import _, ngettext
from mentorcrm.gui.app import App
from mentorcrm.gui.format import count
from mentorcrm.gui.widgets.buttons import FilterButton
from mentorcrm.gui.widgets.labels import plain_label

COVERS = "covers"


class FilterBar(QWidget):
    """Choose by goal, tag and due date; each choice says how many cards it has."""

    changed = Signal()
    cleared = Signal()

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._text = ""
        self.late = 0
        """How many of the mentors shown have something due, as last said."""
        self.goal = FilterButton("target", _("Goal"))
        self.tag = FilterButton("tag", _("Tag"))
        self.due = FilterButton("clock", _("Due"))
        self.fit = FilterButton("puzzle", _("Fit"))
        self.fit.set_choices([(_("Covers a must-need"), COVERS)])
        self.fit.hide()
        self.covering: frozenset[int] = frozenset()
        """The cards of people who cover a must-need of the goal."""
        self.clear_button = QPushButton(_("Clear filters"))
        self.clear_button.setProperty("flat", True)
        self.clear_button.setAutoDefault(False)
        self.clear_button.clicked.connect(self.clear)
        self.clear_button.hide()
        self.result = plain_label("", "muted")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        offers = (self.tag, self._offer_tags), (self.due, self._offer_dues)
        for button, offer in ((self.goal, self._offer_goals), (self.fit, None), *offers):
            if offer is not None:
                button.menu().aboutToShow.connect(offer)
            button.chosen.connect(self._chosen)
            line.addWidget(button)
        line.addWidget(self.clear_button)
        line.addStretch(1)
        line.addWidget(self.result)

    def value(self) -> BoardFilter:
        """Return the filter that is set."""
        return BoardFilter(
            goal_id=self.goal.value,
            tag_id=self.tag.value,
            due=self.due.value or "any",
            text=self._text,
            only=self.covering if self.covers else None,
        )

    @property
    def covers(self) -> bool:
        """Tell whether only those who cover a must-need of the goal are shown."""
        return self.goal.value is not None and self.fit.value == COVERS

    def set_text(self, text: str) -> None:
        """Show only who matches ``text``."""
        if text.strip() != self._text:
            self._text = text.strip()
            self._chosen()

    def clear(self) -> None:
        """Show everybody again."""
        self._text = ""
        for button in (self.goal, self.fit, self.tag, self.due):
            button.choose(None, silent=True)
        self._chosen()
        self.cleared.emit()

    def say(self, total: int, late: int) -> None:
        """Say how many mentors are shown and how many of them have something due."""
        self.late = late
        text = ngettext("{n} mentor", "{n} mentors", total).format(n=count(total))
        if late:
            ready = _("{n} ready when you are").format(n=count(late))
            text = _("{mentors}, {ready}").format(mentors=text, ready=ready)
        self.result.setText(text)

    def kept(self) -> str:
        """Return the filters as text for the settings."""
        value = self.value()
        chosen = {"goal": value.goal_id, "tag": value.tag_id, "due": self.due.value}
        chosen["fit"] = self.fit.value
        return json.dumps(chosen) if any(chosen.values()) else ""

    def restore(self, kept: str) -> None:
        """Choose what was chosen last time, as far as it still exists."""
        try:
            chosen = json.loads(kept) if kept else {}
        except ValueError:
            return
        if not chosen or not isinstance(chosen, dict):
            return
        for name, button, offer in (
            ("goal", self.goal, self._offer_goals),
            ("tag", self.tag, self._offer_tags),
            ("due", self.due, self._offer_dues),
        ):
            if chosen.get(name) is not None:
                offer()
                button.choose(chosen[name], silent=True)
        self.fit.choose(chosen.get("fit"), silent=True)
        self._chosen()

    def _chosen(self) -> None:
        if self.goal.value is None:
            self.fit.choose(None, silent=True)
        self.fit.setVisible(self.goal.value is not None)
        self.clear_button.setVisible(self.value().active)
        self.changed.emit()

    def _offer_goals(self) -> None:
        if self._app.is_ready:
            found = self._app.read(core.board.goal_choices)
            self.goal.set_choices([(_with(each.title, each.count), each.id) for each in found])

    def _offer_tags(self) -> None:
        if self._app.is_ready:
            found = self._app.read(core.board.tag_choices)
            self.tag.set_choices([(_with(each.title, each.count), each.id) for each in found])

    def _offer_dues(self) -> None:
        if self._app.is_ready:
            found = self._app.read(core.board.due_choices, self._app.now(), self._app.zone())
            words = {
                "overdue": _("Ready when you are"),
                "today": _("Today"),
                "week": _("Within 7 days"),
            }
            self.due.set_choices([(_with(words[due], found[due]), due) for due in DUES[1:]])


def _with(title: str, number: int) -> str:
    return _("{title} ({n})").format(title=title, n=count(number))
