"""Writing a goal: guided or in the user's own words, two ways to the same goal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _
from mentorcrm.core.settings import GOALS_WRITING
from mentorcrm.gui.goals.check_view import Seen
from mentorcrm.gui.goals.field_words import edit_label
from mentorcrm.gui.goals.free_text import FreeText
from mentorcrm.gui.goals.guided import GuidedForm
from mentorcrm.gui.goals.measure import as_number
from mentorcrm.gui.goals.writer import Writer
from mentorcrm.gui.widgets.buttons import IconButton
from mentorcrm.gui.widgets.labels import ElidedLabel, plain_label
from mentorcrm.gui.widgets.page import Column, card
from mentorcrm.gui.widgets.segments import Segments

if TYPE_CHECKING:
    from mentorcrm.core.goals import GoalDetail

CHECK_MS = 300
"""How long typing rests before the checks look at it."""
_WIDE = 84
"""From this width on, in characters, the checks stand beside the text."""


class WritingPage(Column):
    """The text of a goal in both ways, with the checks beside it."""

    def __init__(self, writer: Writer, parent: QWidget | None = None) -> None:
        super().__init__(_("The goal"), parent=parent)
        self._writer = writer
        self._detail: GoalDetail | None = None
        self._seen: dict[str, Seen] = {}
        choices = [(_("Guided"), "guided"), (_("In my own words"), "free")]
        self.mode = Segments(_("How to write the goal"), choices)
        self.guided = GuidedForm()
        self.free = FreeText()
        self.other = _OtherWords()
        self.sort_button = IconButton(
            "list-checks", _("Sort my words into the five parts"), token="accent"
        )
        self.join_button = IconButton("text", _("Write it as one text"), token="accent")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CHECK_MS)
        self._timer.timeout.connect(self.check)
        self._lay_out()
        self._connect()
        self.show_mode(writer.app.settings.get(GOALS_WRITING))

    def open(self, detail: GoalDetail) -> None:
        """Show another goal."""
        self.show_values(detail)
        self.check()

    def show_values(self, detail: GoalDetail) -> None:
        """Show what the goal holds now; its texts are shown by who saves them."""
        self._detail = detail
        self.guided.show_values(detail, self._writer.app.today())
        self._show_others()
        self._timer.start()

    def close_record(self) -> None:
        """Show nothing, because the goal is gone."""
        self._detail = None
        self._timer.stop()

    def flush(self) -> None:
        """Save the number being typed now."""
        self.guided.flush()

    def live(self) -> GoalDetail | None:
        """Return the goal with what stands in the fields now, saved or not."""
        detail, form = self._detail, self.guided
        if detail is None:
            return None
        return replace(
            detail,
            statement=self.free.statement.text(),
            specific=form.specific.text(),
            metric=form.measure.counted.text(),
            unit=form.measure.unit.text(),
            achievable=form.achievable.text(),
            relevant=form.relevant.text(),
            target_value=as_number(form.measure.numbers["target_value"].text()),
        )

    # The two ways

    def choose_mode(self, mode: str) -> None:
        """Write in another way from now on; what is written stays where it is."""
        self.flush()
        self._writer.app.settings.remember(GOALS_WRITING, mode)
        self.show_mode(mode)

    def switch_mode(self) -> None:
        """Go to the other way of writing."""
        self.choose_mode("free" if self.mode.value() == "guided" else "guided")

    def show_mode(self, mode: str) -> None:
        """Show one of the ways."""
        self.mode.show_value(mode)
        for name, way in (("guided", self.guided), ("free", self.free)):
            way.setVisible(name == mode)
        self._show_others()

    def sort_words(self) -> None:
        """Fill the empty parts from the user's own words, in one step."""
        detail = self._now()
        if detail is None:
            return
        fields = core.goals.coaching.fillable(detail, self._writer.app.today())
        if fields:
            done = _("Sorted your words into the empty parts")
            label = _("Sort words into the five parts")
            self._writer.do(label, core.goals.edit, detail.id, done=done, **fields)
        else:
            self._writer.app.notices.status(_("There was nothing to add to the five parts."))
        self.choose_mode("guided")

    def join_parts(self) -> None:
        """Write the five parts as one text, after what stands there in the user's own words."""
        detail = self._now()
        if detail is None:
            return
        said = core.goals.coaching.said(detail, self._writer.app.today())
        text = core.goals.completed(detail, said)
        if text != detail.statement.rstrip():
            done = _("Wrote the five parts as one text")
            label = _("Write the parts as one text")
            self._writer.do(label, core.goals.edit, detail.id, done=done, statement=text)
        else:
            self._writer.app.notices.status(_("Your text says all of it already."))
        self.choose_mode("free")

    # The checks

    def check(self) -> None:
        """Look at what is written now; a goal that is closed is left in peace."""
        self._timer.stop()
        detail = self.live()
        if detail is None:
            return
        found = {}
        coaching = core.goals.coaching
        if detail.status == "active" and coaching.begun(detail):
            found = coaching.checks(detail, self._writer.app.today())
        self._seen = {
            name: Seen(name, one.met, one.saw, one.why, one.question, one.span)
            for name, one in found.items()
        }
        self.free.show_checks(self._seen)
        for name, check in self.guided.checks.items():
            check.show_seen(self._seen.get(name))
        self.sort_button.setEnabled(bool(detail.statement.strip()))
        self.join_button.setEnabled(bool(core.goals.pieces(detail)))

    def go_to(self, name: str) -> None:
        """Select what the check ``name`` saw: in the text, or in the field of its part."""
        place = self._seen[name].place if name in self._seen else None
        length = len(self.free.statement.text())
        if place is not None and place[0] < length:
            self.choose_mode("free")
            self.free.select((place[0], min(place[1], length)))
        else:
            self.choose_mode("guided")
            self.guided.select(name)

    # Inside

    def _now(self) -> GoalDetail | None:
        """Save what is being typed and return the goal as it is then."""
        if self._detail is None:
            return None
        for field in (self.free.statement, *self.guided.texts().values()):
            field.flush()
        self.flush()
        detail: GoalDetail = self._writer.app.read(core.goals.detail, self._detail.id)
        return detail

    def _show_others(self) -> None:
        """Say what is written in the other way, while this one is empty."""
        detail = self.live()
        if detail is None:
            return
        parts, statement = core.goals.as_text(detail), detail.statement
        if self.mode.value() == "guided" and statement.strip() and not parts:
            self.other.show_words(_("In your own words:"), statement)
        elif self.mode.value() == "free" and parts and not statement.strip():
            self.other.show_words(_("The five parts say:"), parts)
        else:
            self.other.hide()

    def _set(self, field: str, value: Any) -> None:
        detail = self._detail
        if detail is not None and getattr(detail, field) != value:
            label = edit_label(detail.title, field)
            self._writer.do(label, core.goals.edit, detail.id, **{field: value})

    def _connect(self) -> None:
        self.mode.chosen.connect(self.choose_mode)
        self.sort_button.clicked.connect(self.sort_words)
        self.join_button.clicked.connect(self.join_parts)
        self.guided.due_on.committed.connect(lambda day: self._set("due_on", day))
        self.guided.measure.number_committed.connect(self._set)
        for check in (*self.free.checks.values(), *self.guided.checks.values()):
            check.place_requested.connect(self.go_to)
        start: Callable[..., None] = self._timer.start
        for field in (self.free.statement, *self.guided.texts().values()):
            field.textChanged.connect(lambda *_text: start())

    def _lay_out(self) -> None:
        frame, layout = card()
        layout.setSpacing(16)
        head = QHBoxLayout()
        head.setSpacing(12)
        self._hint = plain_label(_("Both ways write the same goal."), "caption")
        head.addWidget(self.mode)
        head.addWidget(self._hint)
        head.addStretch(1)
        layout.addLayout(head)
        layout.addWidget(self.other)
        layout.addWidget(self.guided)
        layout.addWidget(self.free)
        actions = QHBoxLayout()
        actions.setSpacing(8)
        for button in (self.sort_button, self.join_button):
            button.setProperty("flat", True)
            actions.addWidget(button)
        actions.addStretch(1)
        layout.addLayout(actions)
        self.body.addWidget(frame)
        self.body.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.viewport().width() >= self.fontMetrics().averageCharWidth() * _WIDE
        self.guided.set_wide(wide)
        self.free.set_wide(wide)


class _OtherWords(QWidget):
    """One quiet line with what is written in the other way."""

    def __init__(self) -> None:
        super().__init__()
        self._title = plain_label("", "caption")
        self._words = ElidedLabel("", "muted")
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self._title)
        row.addWidget(self._words)
        self.hide()

    def show_words(self, title: str, words: str) -> None:
        """Show ``words``, cut to one line."""
        self._title.setText(title)
        self._words.setText(words)
        self.show()
