"""What the user needs from a mentor: words, kind, must or nice, and what would be different."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _
from mentorcrm.gui.goals.description_menu import DescriptionMenu
from mentorcrm.gui.goals.ordered_lines import Line, OrderedLines
from mentorcrm.gui.goals.writer import Writer
from mentorcrm.gui.widgets.buttons import IconButton
from mentorcrm.gui.widgets.choices import QuietChoice
from mentorcrm.gui.widgets.growing_text import GrowingText
from mentorcrm.gui.widgets.labels import shortened
from mentorcrm.gui.widgets.tags import FlowLayout

if TYPE_CHECKING:
    from mentorcrm.core.goals import DescriptionLink, NeedRow, ObstacleRow

Answers = Mapping[int, Sequence["DescriptionLink"]]


class NeedLine(Line):
    """A need and, below its words, what would be different and what kind it is."""

    new_description_requested = Signal(int)

    def __init__(self, writer: Writer, record_id: int) -> None:
        super().__init__(
            writer.app,
            record_id,
            "need",
            lambda: core.goals.edit_need,
            _("Edit need"),
            _("Need"),
            _("Delete need"),
        )
        self._writer = writer
        words = _("What would be different?")
        self.difference = GrowingText(words, words, lines=1)
        self.autosave.add("difference", self.difference)
        self.kind = QuietChoice(_("Kind of need"))
        self.must = QuietChoice(_("How much it matters"))
        self.obstacle = QuietChoice(_("Follows from"))
        self.answers = DescriptionMenu(writer.app, _("Asked for in"), _("In no description yet"))
        self.answers.setProperty("flat", True)
        self._lay_out()
        self._connect()

    def show_need(
        self,
        need: NeedRow,
        obstacles: Sequence[ObstacleRow],
        answers: Sequence[DescriptionLink],
    ) -> None:
        """Show what was picked for the need."""
        kinds = [(text, value) for value, text in core.goals.need_kind_labels().items()]
        self.kind.offer(kinds, need.kind)
        self.must.offer([(_("Must have"), True), (_("Nice to have"), False)], need.must)
        reasons: list[tuple[str, int | None]] = [(_("Follows from no obstacle"), None)]
        reasons += [
            (_("Follows from: {obstacle}").format(obstacle=shortened(o.text, 34)), o.id)
            for o in obstacles
        ]
        self.obstacle.offer(reasons, need.obstacle_id)
        self.obstacle.setToolTip(self.obstacle.currentText())
        self.obstacle.setVisible(bool(obstacles))
        self.answers.show_links(answers)
        name = need.text
        self.difference.setAccessibleName(_("What would be different: {need}").format(need=name))

    def stops(self) -> list[QWidget]:
        """Return where the Tab key stops, in order."""
        more = [self.difference, self.kind, self.must, self.obstacle, self.answers]
        return [*super().stops(), *more]

    def _set(self, field: str, value: Any) -> None:
        edit = core.goals.edit_need
        self._writer.do(_("Edit need"), edit, self.record_id, **{field: value})

    def _answer(self, ids: list[int]) -> None:
        setting = core.job_descriptions.set_descriptions_of_need
        self._writer.do(_("Change the descriptions of a need"), setting, self.record_id, ids)

    def _connect(self) -> None:
        for field, choice in (
            ("kind", self.kind),
            ("must", self.must),
            ("obstacle_id", self.obstacle),
        ):
            choice.picked.connect(lambda value, field=field: self._set(field, value))
        self.answers.chosen.connect(self._answer)
        self.answers.new_requested.connect(
            lambda: self.new_description_requested.emit(self.record_id)
        )

    def _lay_out(self) -> None:
        box = self.obstacle
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(20)
        box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        choices = FlowLayout(spacing=8)
        for choice in (self.kind, self.must, self.obstacle, self.answers):
            choices.addWidget(choice)
        rows = QVBoxLayout()
        rows.setSpacing(6)
        rows.addWidget(self.difference)
        rows.addLayout(choices)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addSpacing(self.grip.sizeHint().width() + 4)
        row.addLayout(rows, 1)
        row.addSpacing(self.delete.sizeHint().width() + 4)
        self.below.addLayout(row)


class NeedLines(OrderedLines):
    """The needs that follow from one obstacle, or those that follow from none."""

    new_description_requested = Signal(int)

    def __init__(self, writer: Writer, obstacle_id: int | None = None) -> None:
        super().__init__(_("Add what a mentor could give you"), gap=12)
        self._writer = writer
        self.obstacle_id = obstacle_id
        self._draft = "new_need" if obstacle_id is None else f"new_need_{obstacle_id}"
        self.opener = IconButton("plus", _("Add a need"), token="accent")
        self.opener.setProperty("flat", True)
        self.opener.clicked.connect(self.go_to_new)
        self._folds = obstacle_id is not None
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addWidget(self.opener, 0, Qt.AlignmentFlag.AlignLeft)
        self._fold(folded=self._folds)
        self._connect()

    def show_needs(
        self,
        needs: Sequence[NeedRow],
        obstacles: Sequence[ObstacleRow],
        answers: Answers,
        *,
        by_undo: bool = False,
    ) -> None:
        """Show the needs of this group among ``needs``."""
        mine = [need for need in needs if need.obstacle_id == self.obstacle_id]
        rows = [(need.id, {"text": need.text, "difference": need.difference}) for need in mine]
        self.show_lines(rows, by_undo=by_undo)
        for line, need in zip(self.lines(), mine, strict=True):
            assert isinstance(line, NeedLine)
            line.show_need(need, obstacles, answers.get(need.id, ()))

    def restore_draft(self) -> None:
        """Show the need that was typed but not added before the program ended."""
        left = self._writer.draft(self._draft)
        self.new.setText(left)
        if left:
            self._fold(folded=False)

    def make_line(self, record_id: int) -> Line:
        """Return a line for a need."""
        line = NeedLine(self._writer, record_id)
        line.new_description_requested.connect(self.new_description_requested)
        return line

    def stops(self) -> list[QWidget]:
        """Return where the Tab key stops, in order."""
        return [*super().stops(), self.opener]

    def go_to_new(self) -> None:
        """Open the field that adds a need and go there."""
        self._fold(folded=False)
        super().go_to_new()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fold the field away again when it is left empty."""
        done = super().eventFilter(watched, event)
        left = event.type() == QEvent.Type.FocusOut
        if watched is self.new and left and self._folds and self.isVisible():
            self._fold(folded=True)
        return done

    def _fold(self, *, folded: bool) -> None:
        self.adding.setVisible(not folded)
        self.opener.setVisible(folded)

    def _connect(self) -> None:
        goals, writer = core.goals, self._writer
        self.added.connect(
            lambda text: writer.add(
                _("Add need"), goals.add_need, text, self._draft, obstacle_id=self.obstacle_id
            )
        )
        self.moved.connect(
            lambda line, before: writer.do(_("Move need"), goals.move_need, line, before)
        )
        self.removed.connect(
            lambda line: writer.delete(
                _("Delete need"), goals.delete_need, "need", line, _("Deleted the need")
            )
        )
        for told in (self.new.draft, self.new.committed):
            told.connect(lambda text: writer.keep_draft(self._draft, text))
