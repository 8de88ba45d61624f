"""People: everyone in one table, searched as you type, changed one by one or many at once."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mentorcrm import core
from mentorcrm.core.i18n import _, ngettext
from mentorcrm.gui.app import App
from mentorcrm.gui.contacts.add_person import AddPersonDialog
from mentorcrm.gui.contacts.bulk_bar import BulkBar
from mentorcrm.gui.contacts.people_actions import PeopleActions
from mentorcrm.gui.contacts.people_menus import context_menu, fill_tag_menu
from mentorcrm.gui.contacts.people_model import PeopleModel
from mentorcrm.gui.contacts.people_table import PeopleTable
from mentorcrm.gui.format import count
from mentorcrm.gui.widgets.buttons import FilterButton, IconButton
from mentorcrm.gui.widgets.labels import EmptyState, plain_label
from mentorcrm.gui.widgets.page import GAP, MARGIN


class PeoplePage(QWidget):
    """The table of people with its filters, its bulk bar and its empty states."""

    selection_changed = Signal(str, int)
    """Kind and id of the record whose detail belongs beside the page; -1 for none."""
    detail_requested = Signal()
    """Enter or a double click: show the detail and go there."""
    detail_toggled = Signal()
    """Space: show or hide the detail."""
    export_requested = Signal(list)
    """Ids of the contacts to export."""
    import_requested = Signal()
    search_cleared = Signal()
    """The page does not search any more: the search field should be empty."""

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _("People")
        self._app = app
        self._told = -1
        self.model = PeopleModel(app, self)
        self.table = PeopleTable(self.model, app.settings)
        self.actions_of_people = PeopleActions(app, self)
        self.tag_filter = FilterButton("tag", _("Tag"))
        self.state_filter = FilterButton("users", _("Show"), _("Listed"))
        self.state_filter.set_choices([(_("Archived"), "archived"), (_("Trash"), "trash")])
        self.count_label = plain_label("", "muted")
        self.add_button = IconButton("user-plus", _("Add person"))
        self.bulk_bar = BulkBar(self._tag_menu(adding=True), self._tag_menu(adding=False))
        self.empty = EmptyState("users", "")
        self._filters = QWidget()
        self._strip = QStackedWidget()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show_what_is_there()

    # What the window asks

    def search(self, text: str) -> None:
        """Show who matches ``text``."""
        self.model.set_search(text)

    def current_ids(self) -> list[int]:
        """Return the ids of the selected people."""
        return self.table.selected_ids()

    def shown_filter(self) -> object:
        """Return the filter in force, for an export of what is shown."""
        return self.model.filter()

    @property
    def search_text(self) -> str:
        """Return what is searched for."""
        return self.model.search_text

    def current_record(self) -> tuple[str, int]:
        """Return the record whose detail belongs beside the page; -1 for none."""
        return ("contact", self.table.current_id() if self.table.selected_count() else -1)

    def select(self, contact_id: int) -> None:
        """Select one person and scroll there, clearing filters that hide them."""
        self.model.wake()
        if self.model.row_of(contact_id) is None:
            self.clear_filters()
        self.table.select_ids([contact_id], contact_id)

    # Actions

    def add_person(self) -> AddPersonDialog:
        """Ask for a new person."""
        dialog = AddPersonDialog(self._app, self.window())
        dialog.added.connect(self.select)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def edit_name(self) -> None:
        """Edit the current person's name in the table."""
        self.table.edit_name()

    def select_all(self) -> None:
        """Select everybody shown."""
        self.table.selectAll()

    def archive(self) -> None:
        """Set the selected people aside."""
        self.actions_of_people.archive(self.current_ids())

    def unarchive(self) -> None:
        """Bring the selected people back from the archive."""
        self.actions_of_people.unarchive(self.current_ids())

    def trash(self) -> None:
        """Put the selected people in the trash; in the trash, delete them for good."""
        if self.model.state == "trash":
            self.delete_for_good()
        else:
            self.actions_of_people.trash(self.current_ids())

    def restore(self) -> None:
        """Take the selected people out of the trash."""
        self.actions_of_people.restore(self.current_ids())

    def delete_for_good(self) -> None:
        """Ask, then delete the selected people for good."""
        self.actions_of_people.erase(self.current_ids())

    def add_to_board(self) -> None:
        """Put the selected people on the board."""
        self.actions_of_people.add_to_board(self.current_ids())

    def add_tag(self, name: str) -> None:
        """Put a tag on the selected people."""
        self.actions_of_people.add_tag(self.current_ids(), name)

    def remove_tag(self, name: str) -> None:
        """Take a tag off the selected people."""
        self.actions_of_people.remove_tag(self.current_ids(), name)

    def copy_email(self) -> None:
        """Copy the first e-mail address of each selected person."""
        self.actions_of_people.copy_emails(self.current_ids())

    def export_selected(self) -> None:
        """Export the selected people."""
        self.export_requested.emit(self.current_ids())

    def clear_filters(self) -> None:
        """Show everybody again."""
        self.tag_filter.choose(None, silent=True)
        self.state_filter.choose(None, silent=True)
        self.model.set_search("")
        self._filter()
        self.search_cleared.emit()

    # Inside

    def _lay_out(self) -> None:
        line = QHBoxLayout(self._filters)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.tag_filter)
        line.addWidget(self.state_filter)
        line.addStretch(1)
        line.addWidget(self.count_label)
        line.addWidget(self.add_button)
        self._strip.addWidget(self._filters)
        self._strip.addWidget(self.bulk_bar)
        self._strip.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._show_strip(0)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(MARGIN, GAP, MARGIN, MARGIN)
        outer.setSpacing(GAP)
        outer.addWidget(self._strip)
        outer.addWidget(self._stack, 1)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.tag_filter.chosen.connect(self._filter)
        self.state_filter.chosen.connect(self._filter)
        self.tag_filter.menu().aboutToShow.connect(self._offer_tags)
        self.add_button.clicked.connect(self.add_person)
        self.model.count_changed.connect(self._show_what_is_there)
        self.model.renamed.connect(self.actions_of_people.rename)
        self.table.selected.connect(self._selected)
        self.table.opened.connect(self.detail_requested)
        self.table.peeked.connect(self.detail_toggled)
        self.table.delete_requested.connect(self.trash)
        self.table.menu_requested.connect(self.show_context_menu)
        self.empty.activated.connect(self._empty_button)
        self.empty.link_activated.connect(self.import_requested)
        for signal, act in (
            (self.bulk_bar.board_requested, self.add_to_board),
            (self.bulk_bar.archive_requested, self.archive),
            (self.bulk_bar.unarchive_requested, self.unarchive),
            (self.bulk_bar.trash_requested, self.trash),
            (self.bulk_bar.restore_requested, self.restore),
            (self.bulk_bar.erase_requested, self.delete_for_good),
            (self.bulk_bar.export_requested, self.export_selected),
            (self.bulk_bar.clear_requested, self.table.clearSelection),
        ):
            signal.connect(act)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.model.wake()
        self._offer_tags()

    def show_context_menu(self, place: QPoint) -> None:
        """Show what can be done with the selected people."""
        if self.table.selected_count():
            context_menu(self).popup(place)

    def tag_names(self) -> list[str]:
        """Return the names of the tags in use."""
        return [tag.name for tag in self._app.read(core.tags.all_tags)]

    def _offer_tags(self) -> None:
        if self._app.is_ready:
            tags = self._app.read(core.tags.all_tags)
            self.tag_filter.set_choices([(tag.name, tag.id) for tag in tags])

    def _tag_menu(self, *, adding: bool) -> QMenu:
        menu = QMenu(self)
        menu.aboutToShow.connect(lambda: fill_tag_menu(self, menu, adding=adding))
        return menu

    def _filter(self) -> None:
        self.model.set_filter(
            tag_id=self.tag_filter.value, state=self.state_filter.value or "listed"
        )
        self._show_what_is_there()

    def _selected(self) -> None:
        several = self.table.selected_count() > 1
        if several:
            self.bulk_bar.show_selection(
                self.table.selected_count(), self.model.rowCount(), self.model.state
            )
        self._show_strip(1 if several else 0)
        current = self.current_record()[1]
        if current != self._told:
            self._told = current
            self.selection_changed.emit("contact", current)

    def _show_strip(self, place: int) -> None:
        """Show the filters, or what can be done with several; the other asks for no room."""
        policy = QSizePolicy.Policy
        for each, part in enumerate((self._filters, self.bulk_bar)):
            wide = policy.Preferred if each == place else policy.Ignored
            part.setSizePolicy(wide, policy.Preferred)
        self._strip.setCurrentIndex(place)

    def _show_what_is_there(self) -> None:
        number = self.model.rowCount()
        text = ngettext("{n} person", "{n} people", number).format(n=count(number))
        if not self.model.complete and number:
            text = _("{people}, still searching").format(people=text)
        elif self.model.state == "trash" and number:
            text = _("{people}, each kept for 30 days").format(people=text)
        self.count_label.setText(text)
        self._stack.setCurrentIndex(0 if number else 1)
        if not number:
            self._say_why_empty()

    def _say_why_empty(self) -> None:
        if self.model.is_filtered():
            self.empty.set_texts(_("Nobody matches this search."), _("Show everyone"))
        elif self.model.state == "archived":
            self.empty.set_texts(
                _("Nobody is archived. Archiving sets a person aside with everything about them."),
                _("Show everyone"),
            )
        elif self.model.state == "trash":
            self.empty.set_texts(
                _("The trash is empty. People you delete stay here for 30 days."),
                _("Show everyone"),
            )
        else:
            self.empty.set_texts(
                _("Nobody here yet. Add someone by name, or bring in the people you know."),
                _("Add person"),
                _("Import contacts"),
            )

    def _empty_button(self) -> None:
        if self.model.is_filtered() or self.model.state != "listed":
            self.clear_filters()
        else:
            self.add_person()
