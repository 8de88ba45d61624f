"""The editor of one goal: its text, what stands in the way, who could help; saved as typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QToolButton, QVBoxLayout, QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _
from mentorcrm.gui import icons
from mentorcrm.gui.app import App
from mentorcrm.gui.autosave import Autosave
from mentorcrm.gui.goals.endings import EndingCard, EndingMenu
from mentorcrm.gui.goals.field_words import edit_label
from mentorcrm.gui.goals.gaps import GapsPage
from mentorcrm.gui.goals.goal_list import STATUS_ICONS, STATUS_TOKENS
from mentorcrm.gui.goals.goal_menu import GoalMenu
from mentorcrm.gui.goals.linked import LinkedPage
from mentorcrm.gui.goals.obstacles import ObstaclesPage
from mentorcrm.gui.goals.people_picker import PeoplePicker
from mentorcrm.gui.goals.progress_card import ProgressCard
from mentorcrm.gui.goals.progress_note import ProgressNoteDialog
from mentorcrm.gui.goals.writer import Writer
from mentorcrm.gui.goals.writing import WritingPage
from mentorcrm.gui.widgets.buttons import IconButton, icon_button
from mentorcrm.gui.widgets.fields import AutoSaveField
from mentorcrm.gui.widgets.page import Column

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session

    from mentorcrm.core.changes import Changes
    from mentorcrm.core.goals import GoalDetail

_TEXTS = ("title", "statement", "specific", "metric", "unit", "achievable", "relevant")


class GoalEditor(QWidget):
    """Edit one goal, part by part."""

    delete_requested = Signal(int)
    log_requested = Signal(int, str, int)
    """Write down something about the goal: card, kind of entry, goal."""
    next_requested = Signal()
    """The goal is reached; the user wants to write the next one."""

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._detail: GoalDetail | None = None
        self._writer = Writer(app)
        self.setAccessibleName(_("Goal"))
        self.title = AutoSaveField(_("Title of the goal"), _("What do you want to get better at?"))
        self.title.setProperty("role", "title")
        self.status = IconButton("circle-dot", _("Active"), token="muted")
        self.ending_menu = EndingMenu(app, self.status)
        self.ending = EndingCard(app, self.ending_menu)
        self.more = icon_button("ellipsis", _("More"))
        self.menu = GoalMenu(self.more)
        self.writing = WritingPage(self._writer)
        self.ways = ObstaclesPage(self._writer)
        self.gaps = GapsPage(self._writer)
        self.progress = ProgressCard(app)
        self.linked = LinkedPage(self._writer)
        self.obstacles, self.needs = self.ways.obstacles, self.ways.needs
        self.tabs = QTabWidget()
        self.parts: dict[str, Column] = {
            "writing": self.writing,
            "obstacles": self.ways,
            "gaps": self.gaps,
            "progress": _page(self.progress),
            "links": self.linked,
        }
        self.autosave = Autosave(app, "goal", lambda: core.goals.edit, self._label, self)
        self._lay_out()
        self._connect()

    @property
    def record_id(self) -> int | None:
        """Return the goal shown."""
        return self._detail.id if self._detail is not None else None

    def open(self, record_id: int) -> None:
        """Show the goal ``record_id``, after saving the one shown before."""
        self.flush()
        self._detail = self._app.read(core.goals.detail, record_id)
        self._writer.goal_id = record_id
        self.autosave.open(record_id, _texts(self._detail))
        self.ways.open(self._detail)
        self.ending.open(self._detail)
        self.progress.open(record_id)
        self._show()
        self.writing.open(self._detail)
        for page in self.parts.values():
            page.verticalScrollBar().setValue(0)

    def close_record(self) -> None:
        """Show nothing, because the goal is gone."""
        self._detail = self._writer.goal_id = None
        self.writing.close_record()
        self.ways.close_record()
        self.ending.close_record()
        self.progress.close_record()
        self.autosave.forget()

    def refresh(self, changes: Changes) -> None:
        """Take over what changed, but not into a field in use."""
        if self._detail is None:
            return
        by_undo = changes.kind in ("undo", "redo")
        self._detail = self._app.read(core.goals.detail, self._detail.id)
        self.autosave.refresh(_texts(self._detail), by_undo=by_undo)
        self.ways.show_parts(self._detail, by_undo=by_undo)
        self.ending.refresh(self._detail, changes)
        self.progress.refresh(changes)
        self._show()
        self.writing.show_values(self._detail)

    def flush(self) -> None:
        """Save everything that is being typed now."""
        if self._detail is None:
            return
        self.autosave.flush()
        self.writing.flush()
        self.ways.flush()
        self.ending.flush()
        self.progress.flush()

    def edit_title(self) -> None:
        """Go to the title and select it, to type another."""
        self.title.setFocus()
        self.title.selectAll()

    def show_part(self, name: str) -> None:
        """Show one part of the goal: ``writing``, ``obstacles``, ``gaps``, ..."""
        self.tabs.setCurrentWidget(self.parts[name])

    def start_check_in(self) -> None:
        """Go to where a check-in is added."""
        self.show_part("progress")
        self.progress.start_check_in()

    def write_note(self) -> None:
        """Show the month's note to a mentor."""
        if self._detail is not None:
            self.flush()
            ProgressNoteDialog(self._app, self._detail.id, self.window()).open()

    def pick_people(self) -> None:
        """Let the user add people to the goal."""
        if self._detail is not None:
            detail = self._detail
            PeoplePicker(self._writer, detail.id, detail.title, self.window()).open()

    def describe(self, need_id: int | None = None) -> None:
        """Begin a job description that serves this goal, and answers a need of it."""
        if self._detail is None:
            return
        goal_id = self._detail.id

        def write(session: Session, now: datetime) -> int:
            add = core.job_descriptions.add_from_template
            made: int = add(session, now, goal_ids=(goal_id,))
            if need_id is not None:
                core.job_descriptions.set_needs(session, made, [need_id], now)
            return made

        def show(made: int) -> None:
            self._app.open_requested.emit("job_description", made)

        self._app.do(_("Add description of the ideal mentor"), write, self._app.now(), then=show)

    # Inside

    def _show(self) -> None:
        detail = self._detail
        if detail is None:
            return
        words = core.goals.status_labels()[detail.status]
        self.status.setText(words)
        self.status.setIcon(icons.icon(STATUS_ICONS[detail.status], STATUS_TOKENS[detail.status]))
        self.status.setAccessibleName(_("Status: {status}").format(status=words))
        self.ending_menu.show_goal(detail)
        self.linked.show_links(detail)
        self.menu.show_hue(detail.hue)
        self.gaps.forget()

    def _label(self, field: str) -> str:
        return edit_label(self._detail.title if self._detail is not None else "", field)

    def _set_hue(self, hue: int) -> None:
        if self._detail is not None and hue != self._detail.hue:
            self._writer.do(self._label("hue"), core.goals.edit, self._detail.id, hue=hue)

    def _ask_delete(self) -> None:
        if self._detail is not None:
            self.delete_requested.emit(self._detail.id)

    def _log(self, candidate_id: int, kind: str) -> None:
        if self._detail is not None:
            self.log_requested.emit(candidate_id, kind, self._detail.id)

    def _connect(self) -> None:
        self.autosave.add("title", self.title, needed=True)
        self.autosave.add("statement", self.writing.free.statement)
        for name, field in self.writing.guided.texts().items():
            self.autosave.add(name, field)
        self.ending.next_requested.connect(self.next_requested)
        for part in (self.ending, self.progress):
            part.note_requested.connect(lambda _goal: self.write_note())
        self.menu.hue_chosen.connect(self._set_hue)
        self.menu.delete_requested.connect(self._ask_delete)
        self.ways.new_description_requested.connect(self.describe)
        self.linked.add_person_requested.connect(self.pick_people)
        self.linked.new_description_requested.connect(self.describe)
        self.linked.log_requested.connect(self._log)

    def _lay_out(self) -> None:
        self.status.setMenu(self.ending_menu)
        self.more.setMenu(self.menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 4)
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.status)
        head.addWidget(self.more)
        self.tabs.setDocumentMode(True)
        self.tabs.setProperty("role", "detail")
        self.tabs.setAccessibleName(_("Parts of the goal"))
        self.tabs.tabBar().setAccessibleName(_("Parts of the goal"))
        self.tabs.tabBar().setExpanding(False)
        for page, words in (
            (self.writing, _("Goal")),
            (self.ways, _("Obstacles")),
            (self.gaps, _("Opportunities and gaps")),
            (self.parts["progress"], _("Progress")),
            (self.linked, _("Links")),
        ):
            self.tabs.addTab(page, words)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        ended = QVBoxLayout()
        ended.setContentsMargins(16, 4, 16, 8)
        ended.addWidget(self.ending)
        outer.addLayout(ended)
        outer.addWidget(self.tabs, 1)


def _texts(detail: GoalDetail) -> dict[str, str]:
    return {name: getattr(detail, name) for name in _TEXTS}


def _page(content: QWidget) -> Column:
    page = Column(_("Progress"))
    page.body.addWidget(content)
    page.body.addStretch(1)
    return page
