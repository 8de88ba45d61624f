"""The goals page: the list, the editor beside it, and what to do when there is none."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _, ngettext
from mentorcrm.gui.app import App
from mentorcrm.gui.goals.editor import GoalEditor
from mentorcrm.gui.goals.goal_list import GoalList, GoalModel
from mentorcrm.gui.list_page import ListPage
from mentorcrm.gui.widgets.buttons import IconButton
from mentorcrm.gui.widgets.labels import EmptyState


class GoalsPage(ListPage):
    """Write goals down and keep them."""

    tables = (
        *("goal", "obstacle", "need", "candidate_goal", "candidate", "contact"),
        *("job_description", "job_description_goal"),
    )
    editor: GoalEditor

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        empty = EmptyState(
            "target",
            _("A goal makes it easier to ask the right person."),
            _("Write a goal"),
            _("See an example"),
        )
        new = IconButton("plus", _("New goal"))
        goals = GoalList(GoalModel(app))
        super().__init__(app, goals, GoalEditor(app), new, empty, parent)
        self.title = _("Goals")
        self.new_button.clicked.connect(self.new_goal)
        self.empty.activated.connect(self.new_goal)
        self.empty.link_activated.connect(self.add_example)
        self.editor.delete_requested.connect(self._delete)

    def search(self, text: str) -> None:
        """Nothing to search: there are few goals, and all are in sight."""

    def count_words(self, number: int) -> str:
        """Return how many goals there are."""
        return ngettext("{n} goal", "{n} goals", number).format(n=number)

    def new_goal(self) -> None:
        """Add a goal and go to its title."""
        self.editor.flush()
        self._app.do(
            _("Add goal"), core.goals.add, _("New goal"), self._app.now(), then=self._edit_new
        )

    def add_example(self) -> None:
        """Add a well-written goal to learn from."""
        today = self._app.now().astimezone(self._app.zone()).date()
        self._app.do(
            _("Add example goal"),
            core.goals.add_example,
            self._app.now(),
            today,
            then=self.show_record,
            done=_("Added an example goal"),
        )

    def delete_goal(self) -> None:
        """Delete the goal shown."""
        if self.editor.record_id is not None:
            self._delete(self.editor.record_id)

    def _edit_new(self, goal_id: int) -> None:
        self.show_record(goal_id)
        self.editor.edit_title()

    def _delete(self, goal_id: int) -> None:
        self.editor.flush()
        title = self._app.read(core.goals.detail, goal_id).title
        label = _("Delete goal {title}").format(title=title)
        done = _("Deleted goal {title}").format(title=title)
        self._app.do(label, core.goals.delete, goal_id, done=done)
