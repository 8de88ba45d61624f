"""A goal written question by question: five questions, each with its field and its check."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from mentorcrm.core.i18n import _
from mentorcrm.gui.goals.check_view import CheckView, check_titles
from mentorcrm.gui.goals.measure import MeasureFields
from mentorcrm.gui.widgets.dates import DateField
from mentorcrm.gui.widgets.fields import AutoSaveField
from mentorcrm.gui.widgets.growing_text import GrowingText
from mentorcrm.gui.widgets.labels import plain_label

if TYPE_CHECKING:
    from mentorcrm.core.goals import GoalDetail

ASIDE = 2
"""How wide a check is beside a text that is three."""


class GuidedPart(QWidget):
    """One question with an example, its field, and its check beside or below it."""

    def __init__(self, question: str, example: str, field: QWidget, check: CheckView) -> None:
        super().__init__()
        self.field = field
        self.check = check
        title = plain_label(question, "h2")
        title.setWordWrap(True)
        self.example = plain_label(_("For example: {example}").format(example=example), "caption")
        self.example.setWordWrap(True)
        left = QVBoxLayout()
        left.setSpacing(6)
        for widget in (title, self.example, field):
            left.addWidget(widget)
        left.addStretch(1)
        self._left = left
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addLayout(left, 5 - ASIDE)
        # Beside the field the check keeps its width although it shows nothing yet.
        aside = QWidget()
        self._aside = QVBoxLayout(aside)
        self._aside.setContentsMargins(0, 0, 0, 0)
        self._aside.addWidget(check)
        self._aside.addStretch(1)
        self._row.addWidget(aside, ASIDE)

    def add_note(self, note: QWidget) -> None:
        """Put a note below the field."""
        self._left.insertWidget(3, note)

    def set_wide(self, wide: bool) -> None:
        """Put the check beside the field, or below it."""
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        self._row.setSpacing(24 if wide else 8)
        # The button that says why is higher than the line it stands in.
        line = self.check.why_button.sizeHint().height() - self.fontMetrics().height()
        self._left.setContentsMargins(0, max(0, line // 2) if wide else 0, 0, 0)


class GuidedForm(QWidget):
    """The five questions in an order in which they are easy to answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.specific = GrowingText(_("What do you want to be true?"))
        self.due_on = DateField(_("By when?"), _("Choose a date"))
        self.measure = MeasureFields()
        self.achievable = GrowingText(_("What makes it reachable?"))
        self.relevant = GrowingText(_("Why does it matter, and to whom?"))
        self.passed = plain_label(
            _("This date has passed. Have you arrived, or is there a new one?"), "caption"
        )
        self.passed.setWordWrap(True)
        self.checks = {name: CheckView(name, title) for name, title in check_titles().items()}
        self.parts = self._make_parts()
        self.parts["time_bound"].add_note(self.passed)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(24)
        for part in self.parts.values():
            outer.addWidget(part)

    def show_values(self, detail: GoalDetail, today: date) -> None:
        """Show what is no text: the date and the numbers."""
        self.measure.show_values(detail.start_value, detail.target_value)
        self.due_on.load(detail.due_on)
        due = detail.due_on
        self.passed.setVisible(due is not None and due < today and detail.status == "active")

    def set_wide(self, wide: bool) -> None:
        """Put the checks beside the fields, or below them."""
        for part in self.parts.values():
            part.set_wide(wide)

    def texts(self) -> dict[str, GrowingText | AutoSaveField]:
        """Return the fields that hold text, by the names under which they are stored."""
        return {
            "specific": self.specific,
            "metric": self.measure.counted,
            "unit": self.measure.unit,
            "achievable": self.achievable,
            "relevant": self.relevant,
        }

    def select(self, name: str) -> None:
        """Go to the field that the check ``name`` looked at and select what is in it."""
        field: QWidget = self.parts[name].field
        if isinstance(field, MeasureFields):
            field = field.numbers["target_value"] if field.has_target() else field.counted
        field.setFocus()
        if isinstance(field, (QPlainTextEdit, QLineEdit)):
            field.selectAll()

    def flush(self) -> None:
        """Save the number being typed now."""
        self.measure.flush()

    def _make_parts(self) -> dict[str, GuidedPart]:
        checks = self.checks
        return {
            "specific": GuidedPart(
                _("What do you want to be true?"),
                _("I am appointed lead of a product team of five to eight people"),
                self.specific,
                checks["specific"],
            ),
            "time_bound": GuidedPart(
                _("By when?"), _("the end of next June"), self.due_on, checks["time_bound"]
            ),
            "measurable": GuidedPart(
                _("How will you see it?"),
                _("projects led from start to launch, from 0 to 3"),
                self.measure,
                checks["measurable"],
            ),
            "achievable": GuidedPart(
                _("What makes it reachable?"),
                _("four hours a week, and my lead lets me run a first project"),
                self.achievable,
                checks["achievable"],
            ),
            "relevant": GuidedPart(
                _("Why does it matter, and to whom?"),
                _("so that our users are heard before we build"),
                self.relevant,
                checks["relevant"],
            ),
        }
