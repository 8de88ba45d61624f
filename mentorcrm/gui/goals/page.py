"""The goals page: the list, the editor beside it, and what to do when there is none."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _, ngettext
from mentorcrm.gui.app import App
from mentorcrm.gui.goals import endings
from mentorcrm.gui.goals.editor import GoalEditor
from mentorcrm.gui.goals.goal_list import GoalList, GoalModel
from mentorcrm.gui.list_page import ListPage
from mentorcrm.gui.widgets.buttons import IconButton
from mentorcrm.gui.widgets.labels import EmptyState


class GoalsPage(ListPage):
    """Write goals down and keep them."""

    tables = (
        *("goal", "check_in", "obstacle", "need", "need_mark", "candidate_goal", "candidate"),
        *("contact", "contact_tag", "activity", "activity_goal"),
        *("job_description", "job_description_goal", "job_description_need"),
    )
    editor: GoalEditor
    log_about_goal_requested = Signal(int, str, int)
    """Write down something about a goal: card, kind of entry, goal."""

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
        self.editor.next_requested.connect(self.new_goal)
        self.editor.log_requested.connect(self.log_about_goal_requested)

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
        today = self._app.today()
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

    def switch_writing(self) -> None:
        """Write in the other way: guided, or in one's own words."""
        self.editor.show_part("writing")
        self.editor.writing.switch_mode()

    def sort_words(self) -> None:
        """Sort the user's own words into the five parts."""
        self.editor.show_part("writing")
        self.editor.writing.sort_words()

    def join_parts(self) -> None:
        """Write the five parts as one text."""
        self.editor.show_part("writing")
        self.editor.writing.join_parts()

    def add_obstacle(self) -> None:
        """Go to where an obstacle is added."""
        self.editor.show_part("obstacles")
        self.editor.obstacles.go_to_new()

    def start_check_in(self) -> None:
        """Go to where a check-in is added."""
        self.editor.start_check_in()

    def write_note(self) -> None:
        """Show the month's note to a mentor."""
        self.editor.write_note()

    def reach_goal(self) -> None:
        """Close the goal shown as reached."""
        self.editor.ending_menu.reach_goal()

    def let_go_of_goal(self) -> None:
        """Let go of the goal shown; it is kept."""
        self.editor.ending_menu.let_go_of_goal()

    def take_up_goal(self) -> None:
        """Take up the goal shown again."""
        self.editor.ending_menu.take_up_goal()

    def renew_goal(self) -> None:
        """Ask for the date under which the goal shown goes on."""
        self.editor.ending_menu.ask_to_renew()

    def show_gaps(self) -> None:
        """Show the biggest opportunities and gaps."""
        self.editor.show_part("gaps")

    def add_person(self) -> None:
        """Add somebody to the goal shown."""
        self.editor.show_part("links")
        self.editor.pick_people()

    def _edit_new(self, goal_id: int) -> None:
        self.show_record(goal_id)
        self.editor.edit_title()

    def _delete(self, goal_id: int) -> None:
        self.editor.flush()
        endings.delete(self._app, self._app.read(core.goals.detail, goal_id))
