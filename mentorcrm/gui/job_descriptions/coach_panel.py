"""The coach beside the text: how complete it is, the why by itself, and what would help most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _
from mentorcrm.gui.widgets.labels import IconLabel, plain_label, set_role
from mentorcrm.gui.widgets.page import Column, card

if TYPE_CHECKING:
    from mentorcrm.core.coach.descriptions.description import DescriptionVerdict, Reason, WhyVerdict


class CoachPanel(Column):
    """Show a verdict; ``jump_requested`` when a reason is to be seen in the text."""

    jump_requested = Signal(str, int, int)
    """A section, and from where to where in its text; -1 for nowhere in particular."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Coach"), parent=parent)
        self.per_cent = plain_label("", "number")
        self.sentence = plain_label("", "muted")
        self.sentence.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Completeness"))
        self.why = WhyBox()
        self.reasons: list[ReasonRow] = []
        self._reasons_title = plain_label(_("What would make it stronger"), "h2")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self._lay_out()

    def show_verdict(self, verdict: DescriptionVerdict, *, has_words: bool = False) -> None:
        """Show ``verdict``, on a text with ``has_words`` or none; rows that stay keep the keyboard."""
        self.per_cent.setText(_("{n} %").format(n=verdict.completeness))
        self.bar.setValue(verdict.completeness)
        self.sentence.setText(_sentence(verdict, has_words=has_words))
        self.why.show_verdict(verdict.why)
        self._show_reasons(verdict.reasons)

    def _show_reasons(self, reasons: tuple[Reason, ...]) -> None:
        while len(self.reasons) < len(reasons):
            row = ReasonRow()
            row.chosen.connect(self.jump_requested)
            self.reasons.append(row)
            self._rows.addWidget(row)
        for row, reason in zip(self.reasons, reasons, strict=False):
            row.show_reason(reason)
        for place, row in enumerate(self.reasons):
            row.setVisible(place < len(reasons))
        self._reasons_title.setVisible(bool(reasons))

    def _lay_out(self) -> None:
        frame, inside = card()
        inside.setSpacing(8)
        inside.addWidget(plain_label(_("How complete it is"), "h2"))
        inside.addWidget(self.per_cent)
        inside.addWidget(self.bar)
        inside.addWidget(self.sentence)
        self.body.addWidget(frame)
        self.body.addWidget(self.why)
        self.body.addSpacing(4)
        self.body.addWidget(self._reasons_title)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)


class WhyBox(QFrame):
    """The why, which people answer to, judged apart in three parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.parts = {
            "this": _Part(_("Why this")),
            "now": _Part(_("Why now")),
            "part_of": _Part(_("What it is part of")),
        }
        self.question = plain_label("", "")
        self.question.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(plain_label(_("The why"), "h2"))
        for part in self.parts.values():
            layout.addWidget(part)
        layout.addWidget(self.question)

    def show_verdict(self, why: WhyVerdict) -> None:
        """Show which parts are there, and the question that helps with the rest."""
        for name, part in self.parts.items():
            part.show_found(bool(getattr(why, name)))
        self.question.setText(why.question or why.saw)
        set_role(self.question, "" if why.question else "muted")


class _Part(QWidget):
    """One part of the why: an icon, its name, and whether it is there, in words as well."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._icon = IconLabel("circle", "faint", 16)
        self.state = plain_label("", "caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(plain_label(name), 1)
        row.addWidget(self.state)

    def show_found(self, found: bool) -> None:
        self._icon.set_icon(*(("circle-check", "accepted") if found else ("circle", "faint")))
        self.state.setText(_("said") if found else _("not yet"))


class ReasonRow(QFrame):
    """One thing that would help: a click or Enter shows the place."""

    chosen = Signal(str, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "due")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._reason: Reason | None = None
        self.section = plain_label("", "h2")
        self.gain = plain_label("", "caption")
        self.saw = plain_label("", "caption")
        self.question = plain_label("")
        for label in (self.saw, self.question):
            label.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.section, 1)
        head.addWidget(self.gain)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.question)
        layout.addWidget(self.saw)

    def show_reason(self, reason: Reason) -> None:
        """Show another reason."""
        if reason == self._reason:
            return
        self._reason = reason
        title = core.job_descriptions.section_titles()[reason.section]
        self.section.setText(title)
        self.gain.setText(_("up to +{n}").format(n=reason.gain))
        self.gain.setToolTip(_("Per cent points that a good answer brings"))
        self.question.setText(reason.question)
        self.saw.setText(reason.text)
        self.setAccessibleName(f"{title}: {reason.question} {reason.text}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose()
            return
        super().keyPressEvent(event)

    def _choose(self) -> None:
        reason = self._reason
        if reason is not None:
            start = -1 if reason.start is None else reason.start
            self.chosen.emit(reason.section, start, -1 if reason.end is None else reason.end)


def _sentence(verdict: DescriptionVerdict, *, has_words: bool) -> str:
    if verdict.completeness == 0 and has_words:
        return _(
            "The coach finds none of the eight sections in these words. It reads English only."
        )
    if verdict.completeness == 0:
        return _("Nothing is written yet. Begin where it is easiest; the order is free.")
    if verdict.provisional:
        return _(
            "Provisional: below 60 %, what is missing could change who fits. "
            "Matches are shown all the same, marked as provisional."
        )
    if not verdict.why.filled:
        return _(
            "Enough to match people with, but why it matters is not said yet. "
            "Say it before you ask somebody."
        )
    if verdict.reasons or verdict.why.question:
        return _("Enough to match people with. It can still become more exact.")
    return _("Everything that a mentor needs to answer is there.")
