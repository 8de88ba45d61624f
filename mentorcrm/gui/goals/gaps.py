"""The biggest opportunities and gaps of a goal: by obstacle, what is needed and who covers it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mentorcrm import core
from mentorcrm.core.i18n import _
from mentorcrm.gui.goals.writer import Writer
from mentorcrm.gui.widgets.buttons import IconButton
from mentorcrm.gui.widgets.labels import IconLabel, plain_label, rule
from mentorcrm.gui.widgets.page import Column, card
from mentorcrm.gui.widgets.tags import FlowLayout

if TYPE_CHECKING:
    from mentorcrm.core.match import Column as Person, Match, NeedAsked
    from mentorcrm.core.progress import Progress

_NAMED = 3
"""How many people are named for a need."""
_WIDE = 84
LEVEL_ICONS = {
    "well": ("circle-check", "accepted"),
    "partly": ("circle-dot", "identified"),
    "perhaps": ("circle-dashed", "muted"),
}


class GapsPage(Column):
    """Reads the match of the goal when it is shown, beside the window's work."""

    def __init__(self, writer: Writer, parent: QWidget | None = None) -> None:
        super().__init__(_("Opportunities and gaps"), parent=parent)
        self._writer = writer
        self._stale = True
        self._asked = 0
        self.match_button = IconButton("grid-3x3", _("Open the match"), token="muted")
        self.match_button.clicked.connect(self._open_match)
        self.note = plain_label("", "caption")
        self.note.setWordWrap(True)
        self.opportunities = _Sentences(_("Where to begin"), "sparkles", "accepted")
        self.gaps = _Sentences(_("Gaps"), "circle-dashed", "asked")
        self.by_obstacle = QVBoxLayout()
        self.by_obstacle.setSpacing(10)
        self._looking = plain_label(_("Looking who covers what …"), "muted")
        self._lay_out()

    def forget(self) -> None:
        """Show another goal next time, or what has changed."""
        self._stale = True
        if self.isVisible():
            self._read()

    def show_match(self, found: Match) -> None:
        """Show who covers what."""
        needs = found.question.needs
        self.note.setText(_note(found))
        self.note.setVisible(bool(self.note.text()))
        self.opportunities.show_sentences(
            found.opportunities,
            _("Nobody on the board meets a need yet. Look for the first gap among your people."),
        )
        nothing = (
            _("Every need is covered well by somebody.")
            if needs
            else _("Write what a mentor could give you, below an obstacle. Gaps are named here.")
        )
        self.gaps.show_sentences([gap.words for gap in found.gaps], nothing)
        _empty(self.by_obstacle)
        for title, group in _groups(needs):
            self.by_obstacle.addWidget(_Obstacle(title, group, found.columns, self._open_card))
        self._frame.setVisible(bool(needs))
        self._looking.hide()
        self.opportunities.show()
        self.gaps.show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._read()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.viewport().width() >= self.fontMetrics().averageCharWidth() * _WIDE
        direction = QBoxLayout.Direction
        self._pair.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def _read(self) -> None:
        goal_id = self._writer.goal_id
        if goal_id is None:
            return
        self._stale = False
        self._asked += 1
        asked, app = self._asked, self._writer.app
        now, zone = app.now(), app.zone()

        def look(_progress: Progress) -> tuple[int, Match]:
            with app.db.read() as session:
                return asked, core.match.match(session, goal_id, now, zone)

        app.run(_("Looking who covers what"), look, self._take, self._not_read)

    def _take(self, answer: tuple[int, Match]) -> None:
        """Show the answer, unless another was asked for meanwhile."""
        asked, found = answer
        if asked == self._asked and found.question.goal_id == self._writer.goal_id:
            self.show_match(found)

    def _not_read(self, _error: Exception) -> None:
        """Look again when shown next: the goal went away meanwhile, or the program ends."""
        self._stale = True

    def _open_match(self) -> None:
        if self._writer.goal_id is not None:
            self._writer.app.open_requested.emit("match", self._writer.goal_id)

    def _open_card(self, candidate_id: int) -> None:
        self._writer.app.open_requested.emit("candidate", candidate_id)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.note, 1)
        head.addStretch(0)
        head.addWidget(self.match_button)
        self._pair = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._pair.setSpacing(12)
        self._pair.addWidget(self.opportunities, 1)
        self._pair.addWidget(self.gaps, 1)
        self._frame, layout = card()
        layout.addWidget(plain_label(_("By obstacle, the biggest first"), "h2"))
        layout.addLayout(self.by_obstacle)
        self.body.addLayout(head)
        self.body.addWidget(self._looking)
        self.body.addLayout(self._pair)
        self.body.addWidget(self._frame)
        self.body.addStretch(1)
        for part in (self._frame, self.opportunities, self.gaps):
            part.hide()


class _Sentences(QFrame):
    """A card of sentences, each with the same icon before it."""

    def __init__(self, title: str, icon: str, token: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._icon = (icon, token)
        self.sentences: tuple[str, ...] = ()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 16, 16, 16)
        outer.setSpacing(10)
        outer.addWidget(plain_label(title, "h2"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        outer.addLayout(self._rows)
        outer.addStretch(1)

    def show_sentences(self, sentences: Iterable[str], nothing: str) -> None:
        """Show these sentences, or what to do when there are none."""
        self.sentences = tuple(sentences)
        _empty(self._rows)
        for text in self.sentences:
            self._rows.addWidget(_with_icon(*self._icon, _wrapped(text)))
        if not self.sentences:
            self._rows.addWidget(_wrapped(nothing, "muted"))


class _Obstacle(QWidget):
    """An obstacle, its needs, and for each who covers it."""

    def __init__(
        self,
        title: str,
        needs: Sequence[NeedAsked],
        people: Sequence[Person],
        open_card: Callable[[int], None],
    ) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(rule())
        rows.addWidget(_wrapped(title, "h2"))
        for need in needs:
            rows.addWidget(_Need(need, people, open_card))


class _Need(QWidget):
    """A need, and the few people who come nearest, each of whom can be opened."""

    def __init__(
        self, need: NeedAsked, people: Sequence[Person], open_card: Callable[[int], None]
    ) -> None:
        super().__init__()
        weight = _("must have") if need.must else _("nice to have")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(16, 0, 0, 4)
        lines.setSpacing(2)
        text = _wrapped(_("{need} ({weight})").format(need=need.text, weight=weight))
        lines.addWidget(text)
        cells = [(person, person.fit.cell(need.id)) for person in people]
        near = sorted(
            (pair for pair in cells if pair[1].key in LEVEL_ICONS), key=lambda pair: -pair[1].level
        )[:_NAMED]
        if not near:
            nobody = _wrapped(_("Nobody on the board covers this."), "warning")
            lines.addWidget(_with_icon("circle-dashed", "asked", nobody))
            return
        flow = QWidget()
        row = FlowLayout(flow, spacing=12)
        for person, cell in near:
            name = _name(person, cell.word, open_card)
            one = _with_icon(*LEVEL_ICONS[cell.key], name, stretch=0)
            one.setToolTip("\n".join(reason.text for reason in cell.reasons))
            row.addWidget(one)
        policy = flow.sizePolicy()
        policy.setHeightForWidth(True)
        flow.setSizePolicy(policy)
        lines.addWidget(flow)


def _name(person: Person, word: str, open_card: Callable[[int], None]) -> QWidget:
    words = f"{person.name}: {word}"
    button = QPushButton(words.replace("&", "&&"))
    button.setProperty("flat", True)
    button.setProperty("role", "line")
    button.setAutoDefault(False)
    button.clicked.connect(lambda: open_card(person.candidate_id))
    return button


def _groups(needs: Sequence[NeedAsked]) -> list[tuple[str, list[NeedAsked]]]:
    """Return the needs by obstacle, in the order of the obstacles; those of none come last."""
    found: dict[int | None, tuple[str, list[NeedAsked]]] = {}
    for need in needs:
        title = need.obstacle or _("Follows from no obstacle")
        if need.place is not None:
            title = f"{need.place + 1}  {title}"
        found.setdefault(need.obstacle_id, (title, []))[1].append(need)
    return list(found.values())


def _note(found: Match) -> str:
    words = []
    if not found.linked and found.columns:
        words.append(_("No card is linked to this goal yet, so all of the board are compared."))
    if found.provisional:
        words.append(
            _("Provisional: no description of the ideal mentor says enough yet to rely on this.")
        )
    return " ".join(words)


def _with_icon(icon: str, token: str, widget: QWidget, stretch: int = 1) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(IconLabel(icon, token))
    row.addWidget(widget, stretch)
    return box


def _wrapped(text: str, role: str = "") -> QLabel:
    label = plain_label(text, role)
    label.setWordWrap(True)
    return label


def _empty(rows: QVBoxLayout) -> None:
    while (item := rows.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
