"""The ideal mentor page: one description, a list when there are more, a template when none."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _, ngettext
from mentorcrm.gui.app import App
from mentorcrm.gui.job_descriptions.description_list import DescriptionList, DescriptionModel
from mentorcrm.gui.job_descriptions.editor import DescriptionEditor
from mentorcrm.gui.list_page import ListPage
from mentorcrm.gui.widgets.buttons import IconButton
from mentorcrm.gui.widgets.labels import EmptyState


class JobDescriptionsPage(ListPage):
    """Describe the ideal mentor."""

    tables = ("job_description", "job_description_goal", "goal")
    hides_short_list = True
    editor: DescriptionEditor

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        empty = EmptyState(
            "file-user",
            _("Describe who you are looking for before you search."),
            _("Start from a template"),
        )
        new = IconButton("plus", _("New"))
        descriptions = DescriptionList(DescriptionModel(app))
        super().__init__(app, descriptions, DescriptionEditor(app), new, empty, parent)
        self.title = _("Ideal mentor")
        self.new_button.clicked.connect(self.new_description)
        self.empty.activated.connect(self.new_description)
        self.editor.new_requested.connect(self.new_description)
        self.editor.delete_requested.connect(self._delete)

    def search(self, text: str) -> None:
        """Nothing to search: there are few descriptions, and all are in sight."""

    def count_words(self, number: int) -> str:
        """Return how many descriptions there are."""
        return ngettext("{n} description", "{n} descriptions", number).format(n=number)

    def new_description(self) -> None:
        """Add a description from the template, for the goal if there is just one."""
        self.editor.flush()
        active = self._app.read(core.goals.goals, "active")
        goal_ids = [active[0].id] if len(active) == 1 else []
        self._app.do(
            _("Add description of the ideal mentor"),
            core.job_descriptions.add_from_template,
            self._app.now(),
            goal_ids,
            then=self._edit_new,
        )

    def delete_description(self) -> None:
        """Delete the description shown."""
        if self.editor.record_id is not None:
            self._delete(self.editor.record_id)

    def copy_markdown(self) -> None:
        """Copy the description shown as Markdown."""
        self.editor.copy_markdown()

    def toggle_preview(self) -> None:
        """Change between the sections and the whole as it reads."""
        if self.editor.record_id is not None:
            self.editor.set_preview(not self.editor.is_preview)

    def _edit_new(self, description_id: int) -> None:
        self.show_record(description_id)
        self.editor.set_preview(False)
        self.editor.title.setFocus()
        self.editor.title.selectAll()

    def _delete(self, description_id: int) -> None:
        self.editor.flush()
        title = self._app.read(core.job_descriptions.detail, description_id).title
        label = _("Delete description {title}").format(title=title)
        done = _("Deleted description {title}").format(title=title)
        self._app.do(label, core.job_descriptions.delete, description_id, done=done)
