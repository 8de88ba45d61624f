"""The card of a goal's progress: in words, as a picture, and the check-ins themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _
from mentorcrm.gui.app import App
from mentorcrm.gui.goals import progress_picture
from mentorcrm.gui.goals.check_ins import CheckInList, NewCheckIn
from mentorcrm.gui.goals.measure import as_text
from mentorcrm.gui.widgets.buttons import IconButton, icon_button
from mentorcrm.gui.widgets.chart_ticks import day_ticks
from mentorcrm.gui.widgets.labels import plain_label
from mentorcrm.gui.widgets.line_chart import LineChart
from mentorcrm.gui.widgets.line_chart_plot import load_library
from mentorcrm.gui.widgets.page import GAP, MARGIN

if TYPE_CHECKING:
    from mentorcrm.core.changes import Changes
    from mentorcrm.core.goals import GoalDetail


class ProgressCard(QFrame):
    """Add check-ins and see where they lead."""

    note_requested = Signal(int)
    """The goal whose progress note is wanted."""

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._app = app
        self._detail: GoalDetail | None = None
        self.words = plain_label("")
        self.words.setWordWrap(True)
        self.chart = LineChart(_("Progress over time"), day_ticks)
        self.chart.hide()
        self.chart.library_wanted.connect(self._load_library)
        self.more = icon_button("ellipsis", _("Picture or table"))
        self.more.clicked.connect(self._show_menu)
        self.note_button = IconButton("notebook-pen", _("Progress note"))
        self.note_button.setToolTip(_("Write the month's note for your mentor"))
        self.note_button.clicked.connect(self._ask_for_note)
        self.new = NewCheckIn(app)
        self.list = CheckInList(app)
        self._lay_out()

    def open(self, goal_id: int) -> None:
        """Show the progress of another goal, after saving what was typed."""
        self.flush()
        self._read(goal_id)
        assert self._detail is not None
        self.new.open(goal_id, self._detail.unit)
        self.list.open(self._rows)

    def refresh(self, changes: Changes) -> None:
        """Take over what changed, but not into a field in use."""
        if self._detail is not None:
            self._read(self._detail.id)
            self.new.show_unit(self._detail.unit)
            self.new.follow_today()
            self.list.show_rows(self._rows, changes)

    def close_record(self) -> None:
        """Show nothing, because the goal is gone."""
        self._detail = None
        self.new.close_record()
        self.list.open(())

    def flush(self) -> None:
        """Save what is being typed; a check-in not added yet is kept as a draft."""
        if self._detail is not None:
            self.new.keep_draft()
            self.list.flush()

    def start_check_in(self) -> None:
        """Go to the line that adds a check-in."""
        self.new.value.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.new.follow_today()

    def _read(self, goal_id: int) -> None:
        detail = self._detail = self._app.read(core.goals.detail, goal_id)
        rows = self._app.read(core.goals.check_ins, goal_id)
        self._rows = list(reversed(rows))
        today = self._app.today()
        if detail.closed_on is not None and detail.status != "active":
            today = min(today, detail.closed_on)
        course = self._app.read(core.goals.course, goal_id, today, self._app.zone())
        is_active = detail.status == "active"
        say = core.goals.course_words if is_active else core.goals.place_words
        self.words.setText(say(course, detail.unit, as_text))
        self.words.setVisible(bool(self.words.text()))
        data = progress_picture.chart_data(course, rows, detail.unit, detail.hue, detail.status)
        self.chart.setVisible(data is not None)
        self.more.setVisible(data is not None)
        if data is not None:
            told = progress_picture.description(course, rows, detail.unit)
            self.chart.show_data(data, told)

    def _load_library(self) -> None:
        self._app.run(
            _("Preparing the picture"),
            lambda _progress: load_library(),
            lambda _library: self.chart.library_loaded(),
        )

    def _show_menu(self) -> None:
        menu = self.chart.menu()
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _ask_for_note(self) -> None:
        if self._detail is not None:
            self.flush()
            self.note_requested.emit(self._detail.id)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(plain_label(_("Progress"), "h2"), 1)
        head.addWidget(self.note_button)
        head.addWidget(self.more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(GAP)
        for part in (head, self.words, self.chart, self.new, self.list):
            if isinstance(part, QHBoxLayout):
                layout.addLayout(part)
            else:
                layout.addWidget(part)
