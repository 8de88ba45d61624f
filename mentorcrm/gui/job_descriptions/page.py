"""The ideal mentor page: one description, others to switch to, and ways to start when none."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _, ngettext
from mentorcrm.gui.app import App
from mentorcrm.gui.job_descriptions import output
from mentorcrm.gui.job_descriptions.description_list import DescriptionList, DescriptionModel
from mentorcrm.gui.job_descriptions.editor import DescriptionEditor
from mentorcrm.gui.job_descriptions.examples_dialog import StartDialog
from mentorcrm.gui.job_descriptions.sendings import RecordSentDialog
from mentorcrm.gui.job_descriptions.versions import VersionsDialog
from mentorcrm.gui.list_page import ListPage
from mentorcrm.gui.spelling import Spelling
from mentorcrm.gui.widgets.buttons import IconButton
from mentorcrm.gui.widgets.labels import EmptyState

_LIST_FROM = 190
"""In characters: from this width on, the list of descriptions has a column of its own."""


class JobDescriptionsPage(ListPage):
    """Describe the ideal mentor."""

    tables = (
        "job_description",
        "job_description_goal",
        "job_description_need",
        "goal",
        "need",
        "candidate",
        "contact",
    )
    hides_short_list = True
    editor: DescriptionEditor

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        empty = EmptyState(
            "file-user",
            _("Describe who you are looking for before you search."),
            _("Start from a template"),
            _("Read examples"),
        )
        new = IconButton("plus", _("New"))
        descriptions = DescriptionList(DescriptionModel(app))
        super().__init__(app, descriptions, DescriptionEditor(app), new, empty, parent)
        self.title = _("Ideal mentor")
        self.new_button.clicked.connect(self.new_description)
        self.empty.activated.connect(self.new_description)
        self.empty.link_activated.connect(self.show_starting_points)
        self.editor.head.description_chosen.connect(self.show_record)
        self._fill_menu()

    def search(self, text: str) -> None:
        """Nothing to search: there are few descriptions. Ctrl+Shift+F looks inside of one."""

    def count_words(self, number: int) -> str:
        """Return how many descriptions there are."""
        return ngettext("{n} description", "{n} descriptions", number).format(n=number)

    def new_description(self) -> None:
        """Add a description from the template, for the goal if there is just one."""
        self._add(core.job_descriptions.add_from_template, self._app.now(), self._only_goal())

    def show_starting_points(self) -> None:
        """Read the examples, and begin from one."""
        dialog = StartDialog(self)
        dialog.example_chosen.connect(self.new_from_example)
        dialog.outline_chosen.connect(self.new_description)
        dialog.open()

    def new_from_example(self, name: str) -> None:
        """Add a description that begins as the example ``name``."""
        operation = core.job_descriptions.add_from_example
        self._add(operation, name, self._app.now(), self._only_goal())

    def delete_description(self) -> None:
        """Delete the description shown."""
        if self.editor.record_id is None:
            return
        self.editor.flush()
        title = self._app.read(core.job_descriptions.detail, self.editor.record_id).title
        label = _("Delete description {title}").format(title=title)
        done = _("Deleted description {title}").format(title=title)
        operation = core.job_descriptions.delete
        self._app.do(label, operation, self.editor.record_id, done=done)

    def copy_markdown(self) -> None:
        """Copy the description shown as Markdown."""
        self.editor.copy_markdown()

    def show_match(self) -> None:
        """Show who covers what the first goal of the description shown needs."""
        if self.editor.record_id is None:
            return
        goals = self._app.read(core.job_descriptions.detail, self.editor.record_id).goals
        if goals:
            self._app.open_requested.emit("match", goals[0].id)
        else:
            self._app.notices.status(_("Say first which goal this description serves."))

    def show_versions(self, version_id: int | None = None) -> None:
        """Show the versions of the description shown, or of the one that has ``version_id``."""
        if version_id is not None:
            kept = core.job_descriptions.versions
            self.show_record(self._app.read(kept.version, version_id).description_id)
        self.flush()
        if self.editor.record_id is not None:
            VersionsDialog(self._app, self.editor.record_id, self.window(), version_id).open()

    def record_sent(self) -> None:
        """Ask to whom the description shown was sent, as it is now."""
        self.flush()
        shown = self.editor.record_id
        if shown is not None:
            newest = self._app.read(core.job_descriptions.versions.newest, shown)
            RecordSentDialog(self._app, shown, newest, self.window()).open()

    def export_description(self) -> None:
        """Write the description shown to a file, or copy it as a message."""
        self.flush()
        if self.editor.record_id is not None:
            output.export_description(self._app, self.editor.record_id, self.window())

    def print_description(self) -> None:
        """Show the pages of the description shown, to print them."""
        self.flush()
        if self.editor.record_id is not None:
            output.print_description(self._app, self.editor.record_id, self.window())

    def import_document(self) -> None:
        """Make a description of a document that was written elsewhere."""
        self.flush()
        output.choose_document(self._app, self.window(), self.show_record)

    def toggle_preview(self) -> None:
        """Change between the sections and the whole as it reads."""
        if self.editor.record_id is not None:
            self.editor.set_preview(not self.editor.is_preview)

    def toggle_coach(self) -> None:
        """Show the coach and the guide, or hide them."""
        self.editor.set_coach(not self.editor.side.is_open)

    def find_in_text(self) -> None:
        """Find words in all sections."""
        self.editor.find_words()

    def replace_in_text(self) -> None:
        """Replace words in all sections."""
        self.editor.find_words(replacing=True)

    def next_section(self, step: int = 1) -> None:
        """Go to the next section, or the one before (-1)."""
        self.editor.jump_by(step)

    def move_section(self, by: int) -> None:
        """Move the section in use up (-1) or down (1)."""
        self.editor.move_section(by)

    def _only_goal(self) -> list[int]:
        active = self._app.read(core.goals.goals, "active")
        return [active[0].id] if len(active) == 1 else []

    def _add(self, operation: Callable[..., int], *args: object) -> None:
        self.editor.flush()
        label = _("Add description of the ideal mentor")
        self._app.do(label, operation, *args, then=self._edit_new)

    def _edit_new(self, description_id: int) -> None:
        self.show_record(description_id)
        self.editor.set_preview(False)
        self.editor.title.setFocus()
        self.editor.title.selectAll()

    def _fill_menu(self) -> None:
        head = self.editor.head
        head.add_action("plus", _("New description"), self.new_description)
        head.add_action("book-open", _("Starting points…"), self.show_starting_points)
        head.menu.addSeparator()
        head.add_action("search", _("Find…"), self.find_in_text)
        head.add_action("replace", _("Replace…"), self.replace_in_text)
        head.add_action("copy", _("Copy as Markdown"), self.copy_markdown)
        head.add_action("puzzle", _("Match with people"), self.show_match)
        head.add_action("history", _("Versions…"), self.show_versions)
        head.add_action("send", _("Record as sent…"), self.record_sent)
        head.menu.addSeparator()
        head.add_action("file-up", _("Export…"), self.export_description)
        head.add_action("printer", _("Print…"), self.print_description)
        head.add_action("file-down", _("Import a document…"), self.import_document)
        head.menu.addSeparator()
        Spelling.of(self._app).add_switch(head.menu)
        head.menu.addSeparator()
        head.add_action("trash-2", _("Delete description"), self.delete_description)

    def _show_what_is_there(self) -> None:
        super()._show_what_is_there()
        self._show_list()

    def _show_list(self) -> None:
        wide = self.width() >= self.fontMetrics().averageCharWidth() * _LIST_FROM
        self._left.setVisible(wide and self.model.rowCount() > 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._show_list()
        super().resizeEvent(event)
