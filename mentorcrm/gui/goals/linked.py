"""Who and what is linked to a goal, each link opened and taken away from here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from mentorcrm import core
from mentorcrm.core.cards import stage_name
from mentorcrm.core.i18n import _
from mentorcrm.gui import icons
from mentorcrm.gui.format import when
from mentorcrm.gui.goals.description_menu import DescriptionMenu
from mentorcrm.gui.goals.writer import Writer
from mentorcrm.gui.widgets.buttons import IconButton, LinkButton, icon_button
from mentorcrm.gui.widgets.labels import ElidedLabel, IconLabel, plain_label, shortened
from mentorcrm.gui.widgets.page import Column, card

if TYPE_CHECKING:
    from mentorcrm.core.goals import ActivityLink, DescriptionLink, GoalDetail, MentorRow

_STAGE_ICONS = {
    "identified": "circle-dashed",
    "asked": "send",
    "accepted": "handshake",
    "declined": "archive",
}
_KIND_ICONS = {
    "note": "notebook-pen",
    "call": "phone",
    "meeting": "calendar-check",
    "message_in": "mail-open",
    "message_out": "send",
    "other": "circle-dot",
}
_LOGGED = ("note", "meeting", "call")


class LinkedPage(Column):
    """Three cards: people, descriptions of the ideal mentor, and what was done for the goal."""

    add_person_requested = Signal()
    new_description_requested = Signal()
    log_requested = Signal(int, str)
    """Write down something with this card for the goal: the card's id and the kind."""

    def __init__(self, writer: Writer, parent: QWidget | None = None) -> None:
        super().__init__(_("Links"), parent=parent)
        self._writer = writer
        self._detail: GoalDetail | None = None
        self.add_person = IconButton("plus", _("Add mentor"), token="muted")
        self.add_person.clicked.connect(self.add_person_requested)
        self.choose = DescriptionMenu(writer.app, _("Descriptions"), _("Choose"))
        self.choose.chosen.connect(self._set_descriptions)
        self.choose.new_requested.connect(self.new_description_requested)
        self.log_button = IconButton("notebook-pen", _("Log note or meeting"), token="muted")
        self.log_menu = QMenu(self.log_button)
        self.log_menu.aboutToShow.connect(self.fill_log_menu)
        self.log_button.setMenu(self.log_menu)
        self.people = self._add_card(
            _("Mentors for this goal"),
            self.add_person,
            _("Nobody yet. Add someone from the board or from your people."),
        )
        self.descriptions = self._add_card(
            _("Who I look for"),
            self.choose,
            _("No description of an ideal mentor serves this goal yet."),
        )
        self.activities = self._add_card(
            _("Meetings and notes about this goal"),
            self.log_button,
            _("Nothing yet. What you log about this goal is listed here."),
        )
        self.body.addStretch(1)

    def show_links(self, detail: GoalDetail) -> None:
        """Show what is linked now."""
        before, self._detail = self._detail, detail
        same = before is not None and before.id == detail.id
        if not same or before.mentors != detail.mentors:  # type: ignore[union-attr]
            self.people.show_rows([self._person(row) for row in detail.mentors])
        if not same or before.descriptions != detail.descriptions:  # type: ignore[union-attr]
            self.choose.show_links(detail.descriptions)
            self.choose.setText(_("Choose"))
            self.descriptions.show_rows([self._description(row) for row in detail.descriptions])
        if not same or before.activities != detail.activities:  # type: ignore[union-attr]
            self.activities.show_rows([self._activity(row) for row in detail.activities])
        self.log_button.setEnabled(bool(detail.mentors))
        self.log_button.setToolTip(
            "" if detail.mentors else _("Add a mentor for this goal first, then log what you did.")
        )

    def fill_log_menu(self) -> None:
        """Offer the people for this goal and what can be written down with them."""
        self.log_menu.clear()
        labels = core.activities.kind_labels()
        for row in self._detail.mentors if self._detail is not None else ():
            submenu = self.log_menu.addMenu(row.name.replace("&", "&&"))
            for kind in _LOGGED:
                action = submenu.addAction(icons.icon(_KIND_ICONS[kind], "muted"), labels[kind])
                action.triggered.connect(
                    lambda _on=False, card=row.candidate_id, kind=kind: self.log_requested.emit(
                        card, kind
                    )
                )

    def _person(self, row: MentorRow) -> QWidget:
        role = ", ".join(part for part in (row.position, row.company) if part)
        stage = stage_name(row.stage)
        line = LinkRow("user", row.name, f"{row.name}, {role}, {stage}")
        line.opened.connect(lambda: self._open("candidate", row.candidate_id))
        line.row.addWidget(ElidedLabel(role, "muted"), 3)
        line.row.addWidget(IconLabel(_STAGE_ICONS[row.stage], row.stage))
        place = plain_label(stage, "muted")
        widest = (place.fontMetrics().horizontalAdvance(stage_name(one)) for one in _STAGE_ICONS)
        place.setMinimumWidth(max(widest) + 8)  # so that the columns stand in line
        line.row.addWidget(place)
        line.add_remove(
            _("Take {name} off this goal").format(name=row.name), lambda: self._unlink(row)
        )
        return line

    def _description(self, row: DescriptionLink) -> QWidget:
        words = _("Ideal mentor: {title}").format(title=row.title)
        line = LinkRow("file-user", row.title, words)
        line.opened.connect(lambda: self._open("job_description", row.id))
        every = self._detail.descriptions if self._detail is not None else ()
        rest = [link.id for link in every if link.id != row.id]
        line.add_remove(
            _("Take “{title}” off this goal").format(title=row.title),
            lambda: self._set_descriptions(rest),
        )
        return line

    def _activity(self, row: ActivityLink) -> QWidget:
        app = self._writer.app
        kind = core.activities.kind_labels()[row.kind]
        moment = when(row.happened_at, app.now(), app.zone())
        said = " ".join((row.title or row.body).split())
        words = f"{row.name}, {kind}, {moment}"
        line = LinkRow(_KIND_ICONS.get(row.kind, "move-right"), row.name, words)
        line.opened.connect(lambda: self._open("contact", row.contact_id))
        line.row.addWidget(ElidedLabel(f"{kind} · {moment}", "muted"), 3)
        line.row.addWidget(ElidedLabel(shortened(said, 200), "muted"), 4)
        line.add_remove(
            _("Take this entry off the goal: {entry}").format(entry=words),
            lambda: self._unlink_activity(row.id),
        )
        return line

    def _open(self, kind: str, record_id: int) -> None:
        self._writer.app.open_requested.emit(kind, record_id)

    def _unlink(self, row: MentorRow) -> None:
        if self._detail is not None:
            self._writer.do(
                _("Take {name} off a goal").format(name=row.name),
                core.goals.unlink_candidate,
                self._detail.id,
                row.candidate_id,
                done=_("{name} is off this goal").format(name=row.name),
            )

    def _set_descriptions(self, ids: Sequence[int]) -> None:
        if self._detail is not None:
            label = _("Change the descriptions of a goal")
            self._writer.do(label, core.goals.set_descriptions, self._detail.id, list(ids))

    def _unlink_activity(self, activity_id: int) -> None:
        if self._detail is None:
            return
        about = self._writer.app.read(core.goals.goals_of_activities, [activity_id])
        rest = [goal.id for goal in about.get(activity_id, ()) if goal.id != self._detail.id]
        done = _("The entry is off this goal")
        link = core.goals.link_activity
        self._writer.do(_("Take an entry off a goal"), link, activity_id, rest, done=done)

    def _add_card(self, title: str, button: QWidget, empty: str) -> LinkRows:
        frame, layout = card()
        head = QHBoxLayout()
        head.setSpacing(8)
        label = plain_label(title, "h2")
        label.setWordWrap(True)
        head.addWidget(label, 1)
        head.addWidget(button)
        layout.addLayout(head)
        rows = LinkRows(empty)
        layout.addWidget(rows)
        self.body.addWidget(frame)
        return rows


class LinkRows(QWidget):
    """The links of one kind, or a sentence that says what to do."""

    def __init__(self, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(2)
        self._empty = plain_label(empty, "muted")
        self._empty.setWordWrap(True)
        self._rows.addWidget(self._empty)

    def show_rows(self, rows: Sequence[QWidget]) -> None:
        """Show these rows in place of those before."""
        while (item := self._rows.takeAt(1)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._empty.setVisible(not rows)
        for row in rows:
            self._rows.addWidget(row)
            row.show()


class LinkRow(QWidget):
    """One link: its name opens it, a cross takes it away."""

    opened = Signal()

    def __init__(self, icon: str, text: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        self.row.addWidget(IconLabel(icon, "muted"))
        self.link = LinkButton(text)
        self.link.setAccessibleName(words)
        self.link.clicked.connect(self.opened)
        self.row.addWidget(self.link, 2)

    def add_remove(self, name: str, act: Callable[[], None]) -> QToolButton:
        """Add the button that takes the link away."""
        button = icon_button("x", name)
        button.setIconSize(QSize(14, 14))
        button.clicked.connect(act, Qt.ConnectionType.QueuedConnection)
        self.row.addWidget(button)
        return button
