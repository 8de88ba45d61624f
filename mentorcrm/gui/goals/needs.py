"""What the user needs from a mentor: words, kind, must or nice, and because of what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _
from mentorcrm.gui.goals.ordered_lines import Line, OrderedLines
from mentorcrm.gui.widgets import choices
from mentorcrm.gui.widgets.tags import FlowLayout

if TYPE_CHECKING:
    from mentorcrm.core.goals import NeedRow, ObstacleRow


class Choice(choices.Choice):
    """A drop-down list that leaves the wheel to the page and tells only what the user picks."""

    picked = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.activated.connect(lambda place: self.picked.emit(self.itemData(place)))

    def offer(self, choices: Sequence[tuple[str, Any]], value: Any) -> None:
        """Offer ``choices`` of (text, value) and show ``value``."""
        shown = [(self.itemText(n), self.itemData(n)) for n in range(self.count())]
        if shown != list(choices):
            self.clear()
            for text, data in choices:
                self.addItem(text, data)
        self.choose(value)

    def choose(self, value: Any) -> None:
        """Show ``value``; tells nobody."""
        for place in range(self.count()):
            if self.itemData(place) == value:
                self.setCurrentIndex(place)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class NeedLine(Line):
    """A need and, below its words, what kind it is."""

    def __init__(self, record_id: int) -> None:
        super().__init__(record_id, _("Need"), _("Delete need"))
        self.kind = Choice(_("Kind of need"))
        self.must = Choice(_("How much it matters"))
        self.obstacle = Choice(_("Because of"))
        self.obstacle.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.obstacle.setMinimumContentsLength(12)
        self.obstacle.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        choices = FlowLayout(spacing=8)
        for choice in (self.kind, self.must, self.obstacle):
            choices.addWidget(choice)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addSpacing(self.grip.sizeHint().width() + 4)
        row.addLayout(choices, 1)
        row.addSpacing(self.delete.sizeHint().width() + 4)
        self.below.addLayout(row)


class NeedLines(OrderedLines):
    """The needs of a goal in their order."""

    changed = Signal(int, dict)
    """The fields of a need that the user picked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Need"), _("Add what a mentor could give you"), _("Delete need"), parent, gap=10
        )

    def show_needs(self, needs: Sequence[NeedRow], obstacles: Sequence[ObstacleRow]) -> None:
        """Show the needs, and the obstacles that they may follow from."""
        self.show_lines([(need.id, need.text) for need in needs])
        kinds = [(text, value) for value, text in core.goals.need_kind_labels().items()]
        musts = [(_("Must have"), True), (_("Nice to have"), False)]
        reasons: list[tuple[str, int | None]] = [(_("Not because of one obstacle"), None)]
        reasons += [
            (_("Because: {obstacle}").format(obstacle=_shortened(o.text)), o.id) for o in obstacles
        ]
        for line, need in zip(self.lines(), needs, strict=True):
            assert isinstance(line, NeedLine)
            line.kind.offer(kinds, need.kind)
            line.must.offer(musts, need.must)
            line.obstacle.offer(reasons, need.obstacle_id)
            line.obstacle.setToolTip(line.obstacle.currentText())
            line.obstacle.setVisible(bool(obstacles))

    def make_line(self, record_id: int) -> Line:
        """Return a line with the three choices."""
        line = NeedLine(record_id)
        for field, choice in (
            ("kind", line.kind),
            ("must", line.must),
            ("obstacle_id", line.obstacle),
        ):
            choice.picked.connect(
                lambda value, field=field: self.changed.emit(record_id, {field: value})
            )
        return line

    def _last_of(self, line: Line) -> QWidget:
        assert isinstance(line, NeedLine)
        QWidget.setTabOrder(line.delete, line.kind)
        QWidget.setTabOrder(line.kind, line.must)
        QWidget.setTabOrder(line.must, line.obstacle)
        return line.obstacle


def _shortened(text: str, limit: int = 34) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
