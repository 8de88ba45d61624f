"""What a card on the board says: next step, follow-up, where it stands, what it is for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QTime
from PySide6.QtWidgets import (
    QHBoxLayout,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from mentorcrm import core
from mentorcrm.core.cards import sub_states
from mentorcrm.core.i18n import _
from mentorcrm.core.settings import REMINDER_TIME
from mentorcrm.gui.app import App
from mentorcrm.gui.autosave import Autosave
from mentorcrm.gui.contacts.goal_lines import GoalLines
from mentorcrm.gui.contacts.marked_needs import MarkedNeeds
from mentorcrm.gui.widgets.buttons import icon_button
from mentorcrm.gui.widgets.choices import Choice
from mentorcrm.gui.widgets.dates import DateField
from mentorcrm.gui.widgets.fields import AutoSaveField
from mentorcrm.gui.widgets.labels import plain_label
from mentorcrm.gui.widgets.numbers import roomy
from mentorcrm.gui.widgets.page import Form, shrinkable

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from mentorcrm.core.board import CandidateRow


class MentorForm(QWidget):
    """The part of the overview that belongs to a card."""

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._shown: CandidateRow | None = None
        self.next_step = AutoSaveField(_("Next step"), _("What comes next"))
        self.follow_up = DateField(_("Follow up"), _("No follow-up"))
        self.notify_at = QTimeEdit()
        self.notify_at.setDisplayFormat("HH:mm")
        self.notify_at.setAccessibleName(_("Notify me at"))
        roomy(self.notify_at)
        self.state = Choice()
        self.state.setAccessibleName(_("State"))
        self.goals = GoalLines(app)
        self.description = Choice()
        self.description.setAccessibleName(_("Ideal mentor"))
        self.open_description = icon_button("external-link", _("Open this ideal mentor"))
        self.needs = MarkedNeeds()
        self.reason = AutoSaveField(_("Reason"), _("What they said"))
        self.revisit = DateField(_("Try again on"), _("Not planned"))
        self.autosave = Autosave(app, "candidate", lambda: self._edit, self._text_label, self)
        self._lay_out()
        self._connect()

    def open(self, shown: CandidateRow) -> None:
        """Show another card, after saving the one before."""
        self.flush()
        self._shown = shown
        self._show(shown)
        self.autosave.open(shown.id, _texts(shown))

    def refresh(self, shown: CandidateRow, *, by_undo: bool = False) -> None:
        """Show what the same card says now, except where somebody is typing."""
        self._shown = shown
        self._show(shown)
        self.autosave.refresh(_texts(shown), by_undo=by_undo)

    def flush(self) -> None:
        """Save everything typed now."""
        if self._shown is not None:
            self.autosave.flush()
            self._time_edited()

    def forget(self) -> None:
        """Let go of the card without saving, because it is gone."""
        self._shown = None
        self.autosave.forget()

    def close_record(self) -> None:
        """Save, then show no card."""
        self.flush()
        self.forget()

    def _show(self, shown: CandidateRow) -> None:
        self._show_follow_up(shown)
        self._show_state(shown)
        self.goals.load(shown.goal_ids)
        self._show_descriptions(shown)
        marked = self._app.read(core.goals.marked_needs, shown.contact_id)
        self.needs.load(marked)
        self.form.setRowVisible(self.needs, bool(marked))
        declined = shown.stage == "declined"
        self.form.setRowVisible(self.reason, declined)
        self.form.setRowVisible(self.revisit, declined)
        self.revisit.load(shown.revisit_on)

    def _show_follow_up(self, shown: CandidateRow) -> None:
        local = self._local(shown)
        self.follow_up.load(local.date() if local else None)
        self._notify_row.setVisible(local is not None)
        if local is not None and not self.notify_at.hasFocus():
            self.notify_at.setTime(QTime(local.hour, local.minute))

    def _show_state(self, shown: CandidateRow) -> None:
        states = sub_states(shown.stage)
        _fill(self.state, [(words, state) for state, words in states.items()], shown.sub_state)

    def _show_descriptions(self, shown: CandidateRow) -> None:
        known = self._app.read(core.job_descriptions.descriptions)
        choices: list[tuple[str, object]] = [(_("None in particular"), None)]
        choices += [(row.title or _("Without a title"), row.id) for row in known]
        _fill(self.description, choices, shown.job_description_id)
        self.form.setRowVisible(self._described, bool(known))
        self.open_description.setVisible(shown.job_description_id is not None)

    def _connect(self) -> None:
        self.autosave.add("next_step", self.next_step)
        self.autosave.add("decline_reason", self.reason)
        self.follow_up.committed.connect(self._date_chosen)
        self.notify_at.editingFinished.connect(self._time_edited)
        self.state.activated.connect(self._state_chosen)
        self.description.activated.connect(self._description_chosen)
        self.open_description.clicked.connect(self._open_description)
        self.needs.opened.connect(lambda goal: self._app.open_requested.emit("goal", goal))
        self.revisit.committed.connect(self._revisit_chosen)
        self.goals.chosen.connect(self._goals_chosen)

    def _label(self, text: str) -> str:
        return text.replace("{name}", self._shown.name if self._shown else "")

    def _text_label(self, field: str) -> str:
        labels = {
            "next_step": _("Change next step of {name}"),
            "decline_reason": _("Note why {name} declined"),
        }
        return self._label(labels[field])

    def _local(self, shown: CandidateRow) -> datetime | None:
        if shown.follow_up_at is None:
            return None
        return shown.follow_up_at.astimezone(self._app.zone()).replace(tzinfo=None)

    def _date_chosen(self, day: date | None) -> None:
        if day is None:
            self._set_follow_up(None)
            return
        before = self._local(self._shown) if self._shown else None
        clock = before.time() if before else self._usual_time()
        self._set_follow_up(datetime.combine(day, clock))

    def _usual_time(self) -> time:
        hours, _colon, minutes = self._app.settings.get(REMINDER_TIME).partition(":")
        try:
            return time(int(hours), int(minutes))
        except ValueError:
            return time(9, 0)

    def _time_edited(self) -> None:
        before = self._local(self._shown) if self._shown else None
        if before is None:
            return
        clock = self.notify_at.time()
        after = before.replace(hour=clock.hour(), minute=clock.minute(), second=0, microsecond=0)
        if after != before.replace(second=0, microsecond=0):
            self._set_follow_up(after)

    def _set_follow_up(self, local: datetime | None) -> None:
        if self._shown is None:
            return
        app = self._app
        text = _("Remove follow-up with {name}") if local is None else _("Follow up with {name}")
        zone, now = app.zone(), app.now()
        app.do(self._label(text), core.reminders.set_follow_up, self._shown.id, local, zone, now)

    def _state_chosen(self, _place: int) -> None:
        if self._shown is not None and self.state.currentData() != self._shown.sub_state:
            label = self._label(_("Change state of {name}"))
            state, now = self.state.currentData(), self._app.now()
            self._app.do(label, core.board.set_sub_state, [self._shown.id], state, now)

    def _description_chosen(self, _place: int) -> None:
        chosen = self.description.currentData()
        if self._shown is not None and chosen != self._shown.job_description_id:
            label = self._label(_("Change ideal mentor of {name}"))
            self._app.do(
                label, core.board.set_job_description, self._shown.id, chosen, self._app.now()
            )
            self._show_descriptions(self._shown)

    def _open_description(self) -> None:
        shown = self._shown
        if shown is not None and shown.job_description_id is not None:
            self._app.open_requested.emit("job_description", shown.job_description_id)

    def _goals_chosen(self, goal_ids: list[int]) -> None:
        if self._shown is not None:
            label = self._label(_("Change goals of {name}"))
            self._app.do(label, core.board.set_goals, self._shown.id, goal_ids, self._app.now())

    def _revisit_chosen(self, day: date | None) -> None:
        if self._shown is not None:
            label = self._label(_("Change when to try {name} again"))
            reason = self._shown.decline_reason
            self._app.do(
                label,
                core.board.set_decline_reason,
                self._shown.id,
                reason,
                self._app.now(),
                day,
            )

    def _edit(self, session: Session, candidate_id: int, now: datetime, **texts: str) -> None:
        if "next_step" in texts:
            core.board.set_next_step(session, candidate_id, texts["next_step"], now)
        if "decline_reason" in texts:
            revisit = self._shown.revisit_on if self._shown is not None else None
            reason = texts["decline_reason"]
            core.board.set_decline_reason(session, candidate_id, reason, now, revisit)

    def _lay_out(self) -> None:
        self._notify_row = QWidget()
        line = QHBoxLayout(self._notify_row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        label = plain_label(_("Notify me at"), "muted")
        label.setBuddy(self.notify_at)
        line.addWidget(label)
        line.addWidget(self.notify_at)
        line.addStretch(1)
        when = QWidget()
        lines = QVBoxLayout(when)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        lines.addWidget(self.follow_up)
        lines.addWidget(self._notify_row)
        when.setFocusProxy(self.follow_up)
        self._described = QWidget()
        described = QHBoxLayout(self._described)
        described.setContentsMargins(0, 0, 0, 0)
        described.setSpacing(4)
        shrinkable(self.description)
        described.addWidget(self.description, 1)
        described.addWidget(self.open_description)
        self._described.setFocusProxy(self.description)
        self.form = Form(self)
        self.labels = [
            self.form.add(_("&Next step"), self.next_step),
            self.form.add(_("&Follow up"), when),
            self.form.add(_("&State"), self.state),
            self.form.add(_("Reason"), self.reason),
            self.form.add(_("Try again on"), self.revisit),
            self.form.add(_("&Goals"), self.goals),
            self.form.add(_("I&deal mentor"), self._described),
            self.form.add(_("Needs"), self.needs),
        ]


def _fill(combo: Choice, choices: Sequence[tuple[str, object]], value: object) -> None:
    shown = [(combo.itemText(n), combo.itemData(n)) for n in range(combo.count())]
    if shown != list(choices):
        combo.clear()
        for text, data in choices:
            combo.addItem(text, data)
    combo.setCurrentIndex(next((n for n, choice in enumerate(choices) if choice[1] == value), -1))


def _texts(shown: CandidateRow) -> dict[str, str]:
    return {"next_step": shown.next_step, "decline_reason": shown.decline_reason}
