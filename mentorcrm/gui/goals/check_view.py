"""One SMART check beside the text: what it saw, why it matters, one question that helps."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mentorcrm.core.i18n import _
from mentorcrm.gui.widgets.buttons import icon_button
from mentorcrm.gui.widgets.labels import IconLabel, plain_label

_ICON = 16


@dataclass(frozen=True, slots=True)
class Seen:
    """What one check says about the goal as it stands."""

    name: str
    met: bool
    saw: str
    why: str
    question: str
    place: tuple[int, int] | None
    """Beginning and end of what it saw in the text, if it can be shown."""


class CheckView(QWidget):
    """Quiet when the check is met; otherwise it asks its question. Never a grade."""

    place_requested = Signal(str)
    """The user wants to see where the check of this name looked."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._title = title
        self._seen: Seen | None = None
        self.icon = IconLabel("lightbulb", "asked", _ICON)
        self.title = plain_label(title, "h2")
        self.question = _wrapped("")
        self.saw = SawButton()
        self.saw.clicked.connect(lambda: self.place_requested.emit(name))
        self.why = _wrapped("caption")
        self.why_button = icon_button("circle-help", _("Why: {check}").format(check=title))
        self.why_button.setIconSize(QSize(15, 15))
        self.why_button.setCheckable(True)
        self.why_button.toggled.connect(self.why.setVisible)
        self._lay_out()
        self.setVisible(False)

    def show_seen(self, seen: Seen | None) -> None:
        """Show what the check says; None while there is nothing to look at yet."""
        if seen == self._seen:
            return
        self._seen = seen
        self.setVisible(seen is not None)
        if seen is None:
            return
        self.icon.set_icon(*(("check", "accepted") if seen.met else ("lightbulb", "asked")))
        self.question.setText(seen.question)
        self.question.setVisible(not seen.met)
        self.saw.show_words(seen.saw, leads=seen.met or seen.place is not None)
        self.why.setText(seen.why)
        self.why_button.setToolTip(seen.why)
        state = _("is there") if seen.met else seen.question
        self.setAccessibleName(f"{self._title}: {state}")
        self.setAccessibleDescription(seen.saw)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.icon)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.why_button)
        rest = QVBoxLayout()
        rest.setContentsMargins(_ICON + 8, 0, 0, 0)
        rest.setSpacing(2)
        for widget in (self.question, self.saw, self.why):
            rest.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addLayout(rest)
        self.why.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)


class SawButton(QPushButton):
    """What a check saw: small words that lead to their place, or only say that nothing is there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setProperty("flat", True)
        self.setProperty("role", "saw")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str, *, leads: bool) -> None:
        """Show ``words``; they can be clicked when they lead somewhere."""
        self._words = words
        self.setVisible(bool(words))
        self.setEnabled(leads)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if leads else Qt.FocusPolicy.NoFocus)
        shape = Qt.CursorShape
        self.setCursor(shape.PointingHandCursor if leads else shape.ArrowCursor)
        self.setAccessibleName(
            _("Go to what was seen: {words}").format(words=words) if leads else words
        )
        self.setToolTip(words)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 6, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(0, self.width() - 8)
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))


def check_titles() -> dict[str, str]:
    """Return the words for each check, in the order of the word SMART."""
    return {
        "specific": _("Specific"),
        "measurable": _("Measurable"),
        "achievable": _("Achievable"),
        "relevant": _("Relevant"),
        "time_bound": _("Time-bound"),
    }


def _wrapped(role: str) -> QLabel:
    label = plain_label("", role)
    label.setWordWrap(True)
    return label
