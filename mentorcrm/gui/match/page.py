"""The match page: one goal, who covers what it needs, and who else might."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mentorcrm import core
from mentorcrm.core.i18n import _
from mentorcrm.gui import icons
from mentorcrm.gui.app import App
from mentorcrm.gui.format import in_sentence
from mentorcrm.gui.match.answers import Answers
from mentorcrm.gui.match.findings import Findings
from mentorcrm.gui.match.judged import JudgedDialog
from mentorcrm.gui.match.levels import ICONS, MARK_KEYS, NEXT_MARK, TOKENS, mark_of
from mentorcrm.gui.match.matrix_model import MatrixModel
from mentorcrm.gui.match.matrix_view import MatrixView
from mentorcrm.gui.match.panel import ReasonsPanel
from mentorcrm.gui.match.suggestion_list import SuggestionList
from mentorcrm.gui.widgets.labels import EmptyState, plain_label
from mentorcrm.gui.widgets.page import shrinkable

if TYPE_CHECKING:
    from mentorcrm.core.changes import Changes
    from mentorcrm.core.match import Match

_SOON_MS = 40
_TABLES = (
    *("goal", "obstacle", "need", "need_mark", "candidate", "candidate_goal"),
    *("job_description", "job_description_goal", "job_description_need"),
    *("contact", "contact_tag", "tag", "activity"),
)


class MatchPage(QWidget):
    """Compare what a goal needs with the people on the board; suggest others."""

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self.title = _("Match")
        self.goal_id: int | None = None
        self.goals = QComboBox()
        self.judged_button = QPushButton(_("How this is judged"))
        self.findings = Findings()
        self.model = MatrixModel(self)
        self.matrix = MatrixView(self.model)
        self.panel = ReasonsPanel()
        self.suggestions = SuggestionList()
        self.nobody = plain_label(
            _("Nobody is on the board for this goal yet. Begin with somebody below."), "muted"
        )
        self.empty = EmptyState("puzzle", "")
        self.answers = Answers(app, self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._stale = True
        self._chosen: tuple[int, int] | None = None
        self._split_by_user = False
        self._lay_out()
        self._connect()
        if app.is_ready:
            self._read_goals()

    def _lay_out(self) -> None:
        self._below = QSplitter(Qt.Orientation.Vertical)
        self._below.setChildrenCollapsible(False)
        self._below.setHandleWidth(1)
        self._below.addWidget(self.matrix)
        self._below.addWidget(self.suggestions)
        self._below.setStretchFactor(1, 1)
        self._below.splitterMoved.connect(self._keep_split)
        left = QWidget()
        inner = QVBoxLayout(left)
        inner.setContentsMargins(0, 0, 12, 0)
        inner.setSpacing(10)
        inner.addWidget(self.findings)
        inner.addWidget(self.nobody)
        inner.addWidget(self._below, 1)
        self._beside = QSplitter()
        self._beside.setChildrenCollapsible(False)
        self._beside.setHandleWidth(1)
        self._beside.addWidget(left)
        self._beside.addWidget(self.panel)
        self._beside.setStretchFactor(0, 1)
        self._stack = QStackedWidget()
        # Nothing is said before the first answer.
        self._stack.addWidget(QWidget())
        self._stack.addWidget(self._beside)
        self._stack.addWidget(self.empty)
        body = QVBoxLayout(self)
        body.setContentsMargins(16, 12, 16, 16)
        body.setSpacing(10)
        body.addLayout(self._head())
        body.addWidget(self._stack, 1)

    def _head(self) -> QHBoxLayout:
        self.nobody.setWordWrap(True)
        self.goals.setAccessibleName(_("Goal"))
        shrinkable(self.goals)
        self.goals.setMinimumContentsLength(46)
        self.judged_button.setProperty("flat", True)
        self.judged_button.setAutoDefault(False)
        head = QHBoxLayout()
        head.setSpacing(8)
        label = plain_label(_("For the goal"))
        label.setBuddy(self.goals)
        head.addWidget(label)
        head.addWidget(self.goals)
        head.addStretch(1)
        head.addWidget(self.judged_button)
        return head

    def _connect(self) -> None:
        app = self._app
        app.ready.connect(self._read_goals)
        app.changed.connect(self._hear)
        self._soon.timeout.connect(self._ask)
        self.goals.activated.connect(self._goal_picked)
        self.judged_button.clicked.connect(self.explain)
        self.answers.matched.connect(self._show_match)
        self.answers.suggested.connect(self.suggestions.show_suggestions)
        self.matrix.current_changed.connect(self._show_cell)
        self.matrix.mark_requested.connect(self.mark_next)
        self.matrix.person_requested.connect(self._open_person)
        self.matrix.menu_requested.connect(self._show_menu)
        self.panel.mark_requested.connect(self._mark_shown)
        self.panel.note_entered.connect(self._keep_note)
        self.panel.person_requested.connect(
            lambda: self._open_person(self.matrix.currentIndex().column())
        )
        self.suggestions.add_requested.connect(self._add)
        self.suggestions.open_requested.connect(
            lambda contact: app.open_requested.emit("contact", contact)
        )
        self.findings.description_requested.connect(
            lambda description: app.open_requested.emit("job_description", description)
        )
        self.empty.activated.connect(
            lambda: app.open_requested.emit("goal", -1 if self.goal_id is None else self.goal_id)
        )

    # Which goal, and what is known of it

    def show_record(self, goal_id: int) -> None:
        """Show the match of a goal."""
        if goal_id != self.goal_id:
            self.goal_id = goal_id
            self._chosen = None
        self._read_goals()

    def explain(self) -> None:
        """Say how the match is judged."""
        JudgedDialog(self).open()

    def refresh(self) -> None:
        """Ask again soon, or when the page is shown."""
        self._stale = True
        if self.isVisible():
            self._soon.start()

    def _read_goals(self) -> None:
        if not self._app.is_ready:
            return
        found = self._app.read(core.goals.goals)
        with QSignalBlocker(self.goals):
            self.goals.clear()
            for goal in found:
                self.goals.addItem(icons.icon("target", f"goal{goal.hue}"), goal.title, goal.id)
            if self.goals.findData(self.goal_id) < 0:
                self.goal_id = found[0].id if found else None
            self.goals.setCurrentIndex(self.goals.findData(self.goal_id))
        self.goals.setEnabled(bool(found))
        self.refresh()

    def _goal_picked(self) -> None:
        self.show_record(self.goals.currentData())

    def _hear(self, changes: Changes) -> None:
        if changes.touches("goal"):
            self._read_goals()
        elif changes.touches(*_TABLES):
            self.refresh()

    def _ask(self) -> None:
        if not self._app.is_ready or not self.isVisible():
            return
        self._stale = False
        if self.goal_id is None:
            self.empty.set_texts(
                _("A goal makes it easier to ask the right person."), _("Write a goal")
            )
            self._stack.setCurrentWidget(self.empty)
            return
        self.answers.ask(self.goal_id)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._soon.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.flush()

    def flush(self) -> None:
        """Save a note that is being typed."""
        self.panel.note.clearFocus()

    # What is shown

    def _show_match(self, match: Match) -> None:
        if not match.question.needs:
            self.empty.set_texts(
                _(
                    "Write what you need first. From each obstacle follows what somebody could "
                    "help you with; then this page shows who."
                ),
                _("Open the goal"),
            )
            self._stack.setCurrentWidget(self.empty)
            return
        self._stack.setCurrentWidget(self._beside)
        self.findings.show_match(match)
        self.model.show_match(match)
        some = bool(match.columns)
        self.matrix.setVisible(some)
        self.panel.setVisible(some)
        self.nobody.setVisible(not some)
        if some:
            self._settle_sizes()
            self.matrix.choose(*(self._place() or (0, 0)))
            self._show_cell(self.matrix.currentIndex().row(), self.matrix.currentIndex().column())

    def _place(self) -> tuple[int, int] | None:
        return self.model.place_of(*self._chosen) if self._chosen else None

    def _settle_sizes(self) -> None:
        """Give the matrix what it needs, up to three quarters of the room."""
        if self._split_by_user:
            return
        room = self._below.height()
        wanted = min(self.matrix.wanted_height(), max(160, room * 3 // 4))
        if abs(self.matrix.height() - wanted) > 1:
            self._below.setSizes([wanted, max(1, room - wanted)])

    def _keep_split(self) -> None:
        self._split_by_user = True

    def _show_cell(self, row: int, column: int) -> None:
        if not (0 <= row < len(self.model.needs) and 0 <= column < len(self.model.columns)):
            return
        need, person = self.model.needs[row], self.model.columns[column]
        self._chosen = (need.id, person.contact_id)
        self.panel.show_cell(person, need, self.model.cell(row, column))

    # What is done

    def mark_next(self, row: int, column: int) -> None:
        """Change the user's own mark: covers well, partly, does not cover, none."""
        self.set_mark(row, column, NEXT_MARK[mark_of(self.model.cell(row, column))])

    def set_mark(self, row: int, column: int, level: int | None) -> None:
        """Keep the user's own word on a cell; None takes it back."""
        need, person = self.model.needs[row], self.model.columns[column]
        self.model.show_mark(row, column, level)
        self._show_cell(row, column)
        if level is None:
            label = _("Take back your mark on {name}").format(name=person.name)
            self._app.do(label, core.match.clear_mark, person.contact_id, need.id)
            return
        word = in_sentence(core.match.level_words()[MARK_KEYS[level]])
        label = _("Mark {name}: {word}").format(name=person.name, word=word)
        self._app.do(label, core.match.set_mark, person.contact_id, need.id, level, self._app.now())

    def _mark_shown(self, level: int | None) -> None:
        index = self.matrix.currentIndex()
        if index.isValid():
            self.set_mark(index.row(), index.column(), level)

    def _keep_note(self, text: str) -> None:
        place = self._place()
        if place is None:
            return
        need, person = self.model.needs[place[0]], self.model.columns[place[1]]
        mark = mark_of(self.model.cell(*place))
        if mark is not None:
            label = _("Note on your mark on {name}").format(name=person.name)
            self._app.do(
                label,
                core.match.set_mark,
                person.contact_id,
                need.id,
                mark,
                self._app.now(),
                note=text,
            )

    def _open_person(self, column: int) -> None:
        if 0 <= column < len(self.model.columns):
            self._app.open_requested.emit("candidate", self.model.columns[column].candidate_id)

    def _add(self, contact_id: int, name: str) -> None:
        self._app.do(
            _("Add {name} to the board").format(name=name),
            core.match.consider,
            contact_id,
            self.goal_id,
            self._app.now(),
            done=_("{name} is on the board").format(name=name),
        )

    def _show_menu(self, row: int, column: int, at: QPoint) -> None:
        menu = self.cell_menu(row, column)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def cell_menu(self, row: int, column: int) -> QMenu:
        """Return what can be done with a cell."""
        menu = QMenu(self)
        words: dict[str, Any] = core.match.level_words()
        mark = mark_of(self.model.cell(row, column))
        for level, key in MARK_KEYS.items():
            action = menu.addAction(icons.icon(ICONS[key], TOKENS[key]), words[key])
            action.setCheckable(True)
            action.setChecked(mark == level)
            action.triggered.connect(
                lambda _on=False, level=level: self.set_mark(row, column, level)
            )
        none = menu.addAction(_("No word of mine"))
        none.setEnabled(mark is not None)
        none.triggered.connect(lambda: self.set_mark(row, column, None))
        menu.addSeparator()
        person = menu.addAction(icons.icon("external-link", "muted"), _("&Open"))
        person.triggered.connect(lambda: self._open_person(column))
        return menu
