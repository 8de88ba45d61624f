"""The detail pane: one person, or one card with its person; the same on every screen."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from mentorcrm import core
from mentorcrm.core.cards import stage_name
from mentorcrm.core.errors import NotFound
from mentorcrm.core.i18n import _
from mentorcrm.core.settings import FOLLOW_UP_DAYS, REMINDER_TIME
from mentorcrm.gui.app import App
from mentorcrm.gui.autosave import Autosave
from mentorcrm.gui.contacts.detail_header import DetailHeader
from mentorcrm.gui.contacts.mentor_form import MentorForm
from mentorcrm.gui.contacts.people_actions import PeopleActions
from mentorcrm.gui.contacts.person_form import PersonForm
from mentorcrm.gui.contacts.same_person import SamePersonLines
from mentorcrm.gui.contacts.sendings import SendingLines
from mentorcrm.gui.contacts.timeline import TimelineView
from mentorcrm.gui.format import long_day
from mentorcrm.gui.widgets.labels import EmptyState, rule
from mentorcrm.gui.widgets.page import Column

if TYPE_CHECKING:
    from mentorcrm.core.board import CandidateRow, MoveResult
    from mentorcrm.core.changes import Changes
    from mentorcrm.core.contacts import ContactDetail

_HANGING = (
    "candidate",
    "candidate_goal",
    "channel",
    "contact_tag",
    "duplicate_suggestion",
    "goal",
    "job_description",
    "need",
    "need_mark",
    "reminder",
    "version",
    "sending",
    "tag",
)


class DetailPane(QFrame):
    """Show one record; what is edited here saves itself."""

    changed_record = Signal()
    """Another person or card is shown, or nothing."""

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._contact_id = -1
        self._candidate_id = -1
        self._person: ContactDetail | None = None
        self._card: CandidateRow | None = None
        self.setProperty("role", "pane")
        self.setAccessibleName(_("Details"))
        self.header = DetailHeader()
        self.mentor = MentorForm(app)
        self.person = PersonForm(app)
        self.same = SamePersonLines()
        self.sent = SendingLines(app)
        self.timeline = TimelineView(app)
        self.names = Autosave(app, "contact", lambda: core.contacts.edit, self._renaming, self)
        self.actions_of_people = PeopleActions(app, self)
        self._lay_out()
        self._connect()
        self.clear()

    # What pages and the window ask

    @property
    def contact_id(self) -> int:
        """Return the person shown, -1 for none."""
        return self._contact_id

    @property
    def candidate_id(self) -> int:
        """Return the card shown, -1 for none."""
        return self._candidate_id

    def show_record(self, kind: str, record_id: int) -> None:
        """Show a ``contact`` or a ``candidate``; anything else clears the pane."""
        if record_id < 0 or not self._app.is_ready:
            self.clear()
        elif kind == "candidate":
            self.show_candidate(record_id)
        elif kind == "contact":
            self.show_contact(record_id)

    def show_contact(self, contact_id: int) -> None:
        """Show a person, with their newest card when they are on the board."""
        if contact_id != self._contact_id or self._person is None:
            self._open(contact_id, None)

    def show_candidate(self, candidate_id: int) -> None:
        """Show a card with its person."""
        if candidate_id == self._candidate_id and self._card is not None:
            return
        try:
            card = self._app.read(core.board.candidate, candidate_id)
        except NotFound:
            self.clear()
            return
        self._open(card.contact_id, card.id)

    def clear(self) -> None:
        """Show nobody."""
        self.flush()
        self._forget()

    def flush(self) -> None:
        """Save everything typed now."""
        self.names.flush()
        self.mentor.flush()
        self.person.flush()
        self.timeline.flush()

    def log(self, kind: str = "note", goal_ids: Collection[int] = ()) -> None:
        """Go to the timeline, ready to write down a note, call or meeting about goals."""
        self.tabs.setCurrentWidget(self.timeline)
        self.timeline.compose(kind, goal_ids)

    def edit_name(self) -> None:
        """Put the keyboard into the name."""
        self.header.name.setFocus()
        self.header.name.selectAll()

    def write_email(self) -> None:
        """Open the mail program with a mail to this person."""
        if self._person is not None and self._person.emails:
            url = QUrl()
            url.setScheme("mailto")
            url.setPath(self._person.emails[0].value)
            QDesktopServices.openUrl(url)

    def move_to(self, stage: str) -> None:
        """Move the card to another stage."""
        card = self._card
        if card is None or stage == card.stage:
            return
        words = {"name": card.name, "stage": stage_name(stage)}
        label, done = _("Move {name} to {stage}"), _("Moved {name} to {stage}")
        app = self._app
        app.do(
            label.format(**words),
            core.board.move,
            [card.id],
            stage,
            None,
            app.now(),
            app.zone(),
            follow_up_days=app.settings.get(FOLLOW_UP_DAYS),
            follow_up_time=app.settings.get(REMINDER_TIME),
            then=lambda result: self._moved(done.format(**words), result, card.id),
        )

    def _moved(self, done: str, result: MoveResult, candidate_id: int) -> None:
        """Say what the move did; a follow-up that it planned can be changed or removed."""
        app = self._app
        undo = app.undo_offers()
        if result.follow_up_at is None:
            app.notices.toast(done, undo)
            return
        day = long_day(result.follow_up_at.astimezone(app.zone()).date())
        text = _("{moved}. Follow up on {date}.").format(moved=done, date=day)
        removed = _("Remove the follow-up")
        remove = partial(
            app.do, removed, core.reminders.set_follow_up, candidate_id, None, app.zone(), app.now()
        )
        app.notices.toast(text, [(_("Change"), self._edit_follow_up), (_("Remove"), remove), *undo])

    def _edit_follow_up(self) -> None:
        self.tabs.setCurrentWidget(self._column)
        self.mentor.follow_up.setFocus()

    def copy_email(self) -> None:
        """Copy the first e-mail address."""
        if self._person is not None and self._person.emails:
            QGuiApplication.clipboard().setText(self._person.emails[0].value)
            self._app.notices.status(_("E-mail address copied"))

    def remove_card(self) -> None:
        """Take the card off the board; the person stays."""
        if self._card is not None:
            label = _("Remove the card of {name}").replace("{name}", self._card.name)
            done = _("{name} is off the board").replace("{name}", self._card.name)
            self._app.do(label, core.board.remove, [self._card.id], done=done)

    # Inside

    def _open(self, contact_id: int, candidate_id: int | None) -> None:
        self.flush()
        person = self._read_person(contact_id)
        if person is None:
            self._forget()
            return
        if candidate_id is None:
            candidate_id = person.candidate_ids[0] if person.candidate_ids else -1
        card = self._read_card(candidate_id)
        self._contact_id, self._candidate_id = contact_id, -1 if card is None else card.id
        self._person, self._card = person, card
        self.header.show_person(person, card)
        self._show_suggestions()
        self.names.open(contact_id, {"name": person.name})
        self._show_card(card, opened=True)
        self.person.open(person)
        self.timeline.open(contact_id, self._candidate_id, person.name)
        self._column.verticalScrollBar().setValue(0)
        self._stack.setCurrentIndex(1)
        self.changed_record.emit()

    def _forget(self) -> None:
        self._contact_id = self._candidate_id = -1
        self._person = self._card = None
        self.names.forget()
        self.mentor.forget()
        self.person.forget()
        self.timeline.forget()
        self._stack.setCurrentIndex(0)
        self.changed_record.emit()

    def _refresh(self, *, by_undo: bool) -> None:
        person = self._read_person(self._contact_id)
        if person is None:
            self._forget()
            return
        candidate_id = self._candidate_id
        if candidate_id not in person.candidate_ids:
            candidate_id = person.candidate_ids[0] if person.candidate_ids else -1
        card = self._read_card(candidate_id)
        same = card is not None and card.id == self._candidate_id
        self._candidate_id = -1 if card is None else card.id
        self._person, self._card = person, card
        self.header.show_person(person, card)
        self._show_suggestions()
        self.names.refresh({"name": person.name}, by_undo=by_undo)
        self._show_card(card, opened=not same, by_undo=by_undo)
        self.person.refresh(person, by_undo=by_undo)
        self.timeline.about(self._candidate_id, person.name)

    def _show_card(self, card: CandidateRow | None, *, opened: bool, by_undo: bool = False) -> None:
        shown = card is not None
        if card is None:
            self.mentor.forget()
        elif opened:
            self.mentor.open(card)
        else:
            self.mentor.refresh(card, by_undo=by_undo)
        self.mentor.setVisible(shown)
        self._rule.setVisible(shown)

    def _show_suggestions(self) -> None:
        self.same.load(self._app.read(core.duplicates.suggestions, self._contact_id))
        self.sent.load(self._contact_id)

    def _tell_apart(self, suggestion_id: int) -> None:
        label = _("Tell {name} apart from another person").replace("{name}", self._name())
        done = _("{name} is another person").replace("{name}", self._name())
        self._app.do(label, core.duplicates.dismiss, suggestion_id, self._app.now(), done=done)

    def _read_person(self, contact_id: int) -> ContactDetail | None:
        try:
            return self._app.read(core.contacts.detail, contact_id)
        except NotFound:
            return None

    def _read_card(self, candidate_id: int) -> CandidateRow | None:
        if candidate_id < 0:
            return None
        try:
            return self._app.read(core.board.candidate, candidate_id)
        except NotFound:
            return None

    def _hear(self, changes: Changes) -> None:
        if self._contact_id < 0:
            return
        ids = changes.ids("contact")
        about_person = ids is None or self._contact_id in ids
        # Rows that hang on a person do not name them, so any change of these counts.
        if about_person or changes.touches(*_HANGING):
            self._refresh(by_undo=changes.kind in ("undo", "redo"))

    def _connect(self) -> None:
        head, people = self.header, self.actions_of_people
        self._app.changed.connect(self._hear)
        self.names.add("name", head.name, needed=True)
        self.same.open_requested.connect(
            lambda other: self._app.open_requested.emit("contact", other)
        )
        self.same.told_apart.connect(self._tell_apart)
        head.stage_chosen.connect(self.move_to)
        head.board_requested.connect(lambda: people.add_to_board([self._contact_id]))
        head.email_requested.connect(self.write_email)
        head.log_requested.connect(self.log)
        head.copy_requested.connect(self.copy_email)
        head.remove_card_requested.connect(self.remove_card)
        for signal, act in (
            (head.archive_requested, people.archive),
            (head.unarchive_requested, people.unarchive),
            (head.trash_requested, people.trash),
            (head.restore_requested, people.restore),
        ):
            signal.connect(lambda act=act: act([self._contact_id]))

    def _renaming(self, _field: str) -> str:
        return _("Rename {name}").replace("{name}", self._name())

    def _name(self) -> str:
        return self._person.name if self._person is not None else ""

    def _lay_out(self) -> None:
        self._rule = rule()
        self._column = Column(_("Overview"))
        self._column.body.addWidget(self.same)
        self._column.body.addWidget(self.sent)
        self._column.body.addWidget(self.mentor)
        self._column.body.addWidget(self._rule)
        self._column.body.addWidget(self.person)
        self._column.body.addStretch(1)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setProperty("role", "detail")
        self.tabs.setAccessibleName(_("Parts of the details"))
        self.tabs.tabBar().setAccessibleName(_("Parts of the details"))
        self.tabs.tabBar().setExpanding(False)
        self.tabs.addTab(self._column, _("Overview"))
        self.tabs.addTab(self.timeline, _("Timeline"))
        filled = QWidget()
        lines = QVBoxLayout(filled)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.header)
        lines.addWidget(self.tabs, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(EmptyState("user", _("Select someone to see what you know.")))
        self._stack.addWidget(filled)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _align_labels(self) -> None:
        """Give the labels of both forms one width, so that their fields stand in one line."""
        labels = [*self.mentor.labels, *self.person.labels]
        width = max(label.sizeHint().width() for label in labels)
        inset = (self.header.log_button.sizeHint().height() - self.fontMetrics().height()) // 2
        for label in labels:
            label.setMinimumWidth(width)
            # Beside the first line of a field that has several.
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            label.setContentsMargins(0, inset, 0, 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._align_labels()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._align_labels()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2 and self._contact_id >= 0:
            self.edit_name()
            return
        super().keyPressEvent(event)
