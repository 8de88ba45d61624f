"""What stands in the way, the biggest first, and below each what would help against it."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _
from mentorcrm.gui.goals.needs import NeedLines
from mentorcrm.gui.goals.ordered_lines import Line, OrderedLines
from mentorcrm.gui.goals.writer import Writer
from mentorcrm.gui.widgets.labels import plain_label
from mentorcrm.gui.widgets.page import Column, card

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from mentorcrm.core.goals import GoalDetail
    from mentorcrm.gui.goals.needs import Answers


class ObstacleLine(Line):
    """An obstacle with its rank and, below it, the needs that follow from it."""

    def __init__(self, writer: Writer, record_id: int) -> None:
        super().__init__(
            writer.app,
            record_id,
            "obstacle",
            lambda: _edit,
            _("Edit obstacle"),
            _("Obstacle"),
            _("Delete obstacle"),
        )
        self.rank = plain_label("", "h2")
        self.rank.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.rank.setMinimumWidth(self.fontMetrics().averageCharWidth() * 3)
        self.top.insertWidget(1, self.rank)
        self.needs = NeedLines(writer, record_id)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addSpacing(self.grip.sizeHint().width() + self.rank.minimumWidth() + 8)
        row.addWidget(self.needs, 1)
        self.below.setSpacing(8)
        self.below.addLayout(row)

    def flush(self) -> None:
        """Save what is being typed in the obstacle and in its needs."""
        super().flush()
        self.needs.flush()

    def stops(self) -> list[QWidget]:
        """Return where the Tab key stops, in order."""
        return [*super().stops(), *self.needs.stops()]


class ObstacleLines(OrderedLines):
    """The obstacles of a goal in the user's order."""

    new_description_requested = Signal(int)

    def __init__(self, writer: Writer) -> None:
        super().__init__(_("Add what stands in the way"), gap=20)
        self._writer = writer
        goals = core.goals
        self.added.connect(
            lambda text: writer.add(_("Add obstacle"), goals.add_obstacle, text, "new_obstacle")
        )
        self.moved.connect(
            lambda line, before: writer.do(_("Move obstacle"), goals.move_obstacle, line, before)
        )
        self.removed.connect(
            lambda line: writer.delete(
                _("Delete obstacle"),
                goals.delete_obstacle,
                "obstacle",
                line,
                _("Deleted the obstacle"),
            )
        )
        for told in (self.new.draft, self.new.committed):
            told.connect(lambda text: writer.keep_draft("new_obstacle", text))

    def show_obstacles(
        self, detail: GoalDetail, answers: Answers, *, by_undo: bool = False
    ) -> None:
        """Show the obstacles of a goal, ranked, each with its needs."""
        rows = [(row.id, {"text": row.text}) for row in detail.obstacles]
        self.show_lines(rows, by_undo=by_undo)
        for place, (line, row) in enumerate(
            zip(self.lines(), detail.obstacles, strict=True), start=1
        ):
            assert isinstance(line, ObstacleLine)
            line.rank.setText(str(place))
            line.field.setAccessibleName(_("Obstacle {n}").format(n=place))
            line.needs.opener.setAccessibleName(
                _("Add a need that follows from: {obstacle}").format(obstacle=row.text)
            )
            line.needs.show_needs(detail.needs, detail.obstacles, answers, by_undo=by_undo)

    def make_line(self, record_id: int) -> Line:
        """Return a line for an obstacle."""
        line = ObstacleLine(self._writer, record_id)
        line.needs.new_description_requested.connect(self.new_description_requested)
        line.needs.restore_draft()
        return line


class ObstaclesPage(Column):
    """Two cards: what stands in the way with its needs, and needs that follow from nothing."""

    new_description_requested = Signal(int)
    """The user wants a new description that answers this need."""

    def __init__(self, writer: Writer, parent: QWidget | None = None) -> None:
        super().__init__(_("Obstacles and needs"), parent=parent)
        self._writer = writer
        self._waiting: GoalDetail | None = None
        self._filling = False
        self.obstacles = ObstacleLines(writer)
        self.needs = NeedLines(writer)
        for lines in (self.obstacles, self.needs):
            lines.new_description_requested.connect(self.new_description_requested)
        self.empty = plain_label(
            _("What has kept you from it so far? Write the first thing that comes to mind."),
            "muted",
        )
        self.empty.setWordWrap(True)
        self._lay_out()

    def open(self, detail: GoalDetail) -> None:
        """Show another goal, with the lines that were typed but not added."""
        self.obstacles.new.setText(self._writer.draft("new_obstacle"))
        self.needs.restore_draft()
        self.show_parts(detail)

    def show_parts(self, detail: GoalDetail, *, by_undo: bool = False) -> None:
        """Show what the goal holds now; many lines take a while, so only when they are seen."""
        self._waiting = detail
        if self.isVisible():
            self._fill(by_undo=by_undo)

    def close_record(self) -> None:
        """Show nothing, because the goal is gone."""
        self._waiting = None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill()

    def _fill(self, *, by_undo: bool = False) -> None:
        """Show what waits; a line that restores what a crash left makes more wait meanwhile."""
        if self._filling:
            return
        self._filling = True
        try:
            while self._waiting is not None:
                detail, self._waiting = self._waiting, None
                self._show(detail, by_undo=by_undo)
        finally:
            self._filling = False

    def _show(self, detail: GoalDetail, *, by_undo: bool) -> None:
        answers = self._writer.app.read(core.goals.descriptions_of_needs, detail.id)
        self.obstacles.show_obstacles(detail, answers, by_undo=by_undo)
        self.needs.show_needs(detail.needs, detail.obstacles, answers, by_undo=by_undo)
        self.empty.setVisible(not detail.obstacles)
        stops = [*self.obstacles.stops(), *self.needs.stops()]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def flush(self) -> None:
        """Save what is being typed, and add what stands in the last fields."""
        self.obstacles.flush()
        self.needs.flush()

    def _lay_out(self) -> None:
        self._add_card(
            _("What stands in the way"),
            _("The biggest first: drag it, or press Alt+Up and Alt+Down. "
              "Below each, what a mentor could give you against it."),
            self.empty,
            self.obstacles,
        )  # fmt: skip
        self._add_card(
            _("What else I need"),
            _("What a mentor could give you that follows from no obstacle."),
            self.needs,
        )
        self.body.addStretch(1)

    def _add_card(self, title: str, caption: str, *content: QWidget) -> None:
        frame, layout = card()
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(plain_label(title, "h2"))
        line = plain_label(caption, "caption")
        line.setWordWrap(True)
        texts.addWidget(line)
        layout.addLayout(texts)
        for widget in content:
            layout.addWidget(widget)
        self.body.addWidget(frame)


def _edit(session: Session, obstacle_id: int, now: datetime, *, text: str) -> None:
    core.goals.edit_obstacle(session, obstacle_id, text, now)
