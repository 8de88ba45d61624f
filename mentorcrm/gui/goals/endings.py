"""How a goal ends: reached, let go or renewed; told calmly, and never for good."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _, ngettext
from mentorcrm.gui import icons
from mentorcrm.gui.app import App
from mentorcrm.gui.autosave import Autosave
from mentorcrm.gui.goals.measure import as_text
from mentorcrm.gui.widgets.buttons import IconButton, LinkButton
from mentorcrm.gui.widgets.dates import DateField
from mentorcrm.gui.widgets.day_field import DayField
from mentorcrm.gui.widgets.fields import AutoSaveField
from mentorcrm.gui.widgets.form_dialog import FormDialog
from mentorcrm.gui.widgets.labels import IconLabel, plain_label
from mentorcrm.gui.widgets.page import GAP, MARGIN

if TYPE_CHECKING:
    from mentorcrm.core.changes import Changes
    from mentorcrm.core.goals import GoalDetail, GoalLink
    from mentorcrm.gui.notices import NoticeAction

_ICONS = {
    "reached": ("circle-check", "accepted"),
    "dropped": ("circle-slash", "muted"),
    "renewed": ("refresh-cw", "muted"),
}
_SHORTEST = timedelta(days=28)
_LONGEST = timedelta(days=365)


class EndingMenu(QMenu):
    """Close the goal shown as reached, let it go, renew it, or take it up again."""

    def __init__(self, app: App, parent: QWidget) -> None:
        super().__init__(_("Ending"), parent)
        self._app = app
        self._detail: GoalDetail | None = None
        self.reach = self._add("circle-check", _("Close as reached"), self.reach_goal)
        self.let_go = self._add("circle-slash", _("Let go"), self.let_go_of_goal)
        self.take_up = self._add("circle-dot", _("Take up again"), self.take_up_goal)
        self.renew = self._add("refresh-cw", _("Renew with a new date…"), self.ask_to_renew)

    def show_goal(self, detail: GoalDetail) -> None:
        """Offer what can be done with this goal."""
        self._detail = detail
        is_active = detail.status == "active"
        self.reach.setVisible(is_active)
        self.let_go.setVisible(is_active)
        self.take_up.setVisible(not is_active)

    def reach_goal(self) -> None:
        """Close the goal as reached today."""
        if self._is("active"):
            close(self._app, self._goal(), "reached")

    def let_go_of_goal(self) -> None:
        """Let go of the goal today."""
        if self._is("active"):
            close(self._app, self._goal(), "dropped")

    def take_up_goal(self) -> None:
        """Take up the goal again, if it is closed."""
        if self._detail is not None and not self._is("active"):
            take_up(self._app, self._detail)

    def ask_to_renew(self) -> None:
        """Ask for the new date, then go on with the goal under it."""
        if self._detail is not None:
            owner = self.parentWidget()
            assert owner is not None
            dialog = RenewDialog(self._detail, self._app.today(), owner.window())
            goal_id = self._detail.id
            dialog.accepted.connect(lambda: self._renew(goal_id, dialog.due_on.value()))
            dialog.open()

    def _goal(self) -> GoalDetail:
        assert self._detail is not None
        return self._detail

    def _is(self, status: str) -> bool:
        return self._detail is not None and self._detail.status == status

    def _add(self, icon: str, text: str, act: Any) -> QAction:
        action = self.addAction(icons.icon(icon, "muted"), text)
        action.triggered.connect(lambda _on=False: act())
        return action

    def _renew(self, goal_id: int, due_on: date | None) -> None:
        app = self._app

        def show(new_id: int) -> None:
            app.notices.toast(_("The goal goes on under its new date"), app.undo_offers())
            app.open_requested.emit("goal", new_id)

        today = app.today()
        app.do(_("Renew goal"), core.goals.renew, goal_id, due_on, today, app.now(), then=show)


class RenewDialog(FormDialog):
    """Ask under which date a goal goes on."""

    def __init__(self, detail: GoalDetail, today: date, parent: QWidget) -> None:
        super().__init__(_("Renew this goal"), _("Renew"), parent)
        words = plain_label(
            _(
                "The new goal begins where this one stands. It takes over obstacles, needs, "
                "descriptions and people. This one is kept with all its check-ins."
            ),
            "muted",
        )
        words.setWordWrap(True)
        self.form.addRow(words)
        self.due_on = DateField(_("New date"), _("Choose a date"))
        self.due_on.load(proposed(detail, today))
        self.form.addRow(plain_label(_("New date")), self.due_on)


class EndingCard(QFrame):
    """What became of a closed goal, and the goals before and after it; hidden when neither is."""

    note_requested = Signal(int)
    next_requested = Signal()

    def __init__(self, app: App, menu: EndingMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._app, self._menu = app, menu
        self._detail: GoalDetail | None = None
        self._icon = IconLabel("circle-check", "accepted", 24)
        self.heading = plain_label("", "lead")
        self.heading.setWordWrap(True)
        self.day = DayField(_("Day of the ending"))
        self.day.committed.connect(self._move)
        self.told = plain_label("")
        self.told.setWordWrap(True)
        self.words = AutoSaveField(_("A few words on how it ended"), _("A few words? (optional)"))
        self.autosave = Autosave(
            app, "goal", lambda: core.goals.edit, lambda _field: _("Edit words on the ending"), self
        )
        self.autosave.add("closing_note", self.words)
        self.tell = self._button("notebook-pen", _("Tell your mentor"), self._tell)
        self.next = self._button("target", _("Write the next goal"), self.next_requested.emit)
        self.again = self._button("circle-dot", _("Take up again"), self._take_up)
        self.renew = self._button("refresh-cw", _("Renew…"), menu.ask_to_renew)
        self._chain = QVBoxLayout()
        self._chain.setSpacing(2)
        self._links: list[QWidget] = []
        self._lay_out()
        self.hide()

    def open(self, detail: GoalDetail) -> None:
        """Show the ending of another goal."""
        self.flush()
        self.autosave.open(detail.id, {"closing_note": detail.closing_note})
        self.show_goal(detail)

    def refresh(self, detail: GoalDetail, changes: Changes) -> None:
        """Take over what changed, but not into a field in use."""
        by_undo = changes.kind in ("undo", "redo")
        self.autosave.refresh({"closing_note": detail.closing_note}, by_undo=by_undo)
        self.show_goal(detail)

    def show_goal(self, detail: GoalDetail) -> None:
        """Show what is stored."""
        self._detail = detail
        closed = detail.status != "active"
        chain = self._app.read(core.goals.chain, detail.id)
        self._show_chain(chain.renewed_from, chain.continued_as)
        self._body.setVisible(closed)
        self.setVisible(closed or bool(self._links))
        if not closed:
            return
        self._icon.set_icon(*_ICONS[detail.status])
        self.heading.setText(_headings()[detail.status])
        today = self._app.today()
        self.day.setMaximumDate(QDate(today.year, today.month, today.day))
        if detail.closed_on is not None:
            self.day.load(detail.closed_on)
        self.told.setText(self._what_was_reached(detail))
        self.told.setVisible(bool(self.told.text()))
        reached = detail.status == "reached"
        self.tell.setVisible(reached)
        self.next.setVisible(reached)
        # Of a goal that is reached the menu beside its title offers these two.
        self.renew.setVisible(detail.status == "dropped")
        self.again.setVisible(not reached)

    def close_record(self) -> None:
        """Show nothing, because the goal is gone."""
        self._detail = None
        self.autosave.forget()

    def flush(self) -> None:
        """Save the words being typed."""
        if self._detail is not None:
            self.autosave.flush()

    def _what_was_reached(self, detail: GoalDetail) -> str:
        end = detail.closed_on or self._app.today()
        course = self._app.read(core.goals.course, detail.id, end, self._app.zone())
        place = core.goals.place_words(course, detail.unit, as_text)
        if detail.status != "reached":
            return place
        begin = course.begin.day if course.begin is not None else None
        weeks = (end - begin).days // 7 if begin is not None else 0
        if weeks < 1:
            return place
        took = ngettext("It took {n} week.", "It took {n} weeks.", weeks).format(n=weeks)
        return f"{place} {took}".strip()

    def _show_chain(self, before: GoalLink | None, after: tuple[GoalLink, ...]) -> None:
        for widget in self._links:
            self._chain.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._links = []
        if before is not None:
            self._link(_("Renewed from {title}"), before)
        for link in after:
            self._link(_("Continued as {title}"), link)

    def _link(self, words: str, goal: GoalLink) -> None:
        line = LinkButton(words.format(title=goal.title))
        line.clicked.connect(lambda: self._app.open_requested.emit("goal", goal.id))
        self._chain.addWidget(line)
        self._links.append(line)

    def _move(self, day: date) -> None:
        if self._detail is not None:
            label = _("Change the day of the ending")
            self._app.do(label, core.goals.move_closing, self._detail.id, day, self._app.now())

    def _tell(self) -> None:
        if self._detail is not None:
            self.flush()
            self.note_requested.emit(self._detail.id)

    def _take_up(self) -> None:
        if self._detail is not None:
            take_up(self._app, self._detail)

    def _button(self, icon: str, text: str, act: Any) -> IconButton:
        button = IconButton(icon, text)
        button.clicked.connect(lambda _on=False: act())
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self._icon)
        head.addWidget(self.heading, 1)
        head.addWidget(self.day)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.tell, self.next, self.renew, self.again):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._body = QWidget()
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(GAP)
        inner.addLayout(head)
        inner.addWidget(self.told)
        inner.addWidget(self.words)
        inner.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(self._body)
        layout.addLayout(self._chain)


def close(app: App, detail: GoalDetail, status: str) -> None:
    """Close a goal today as ``reached`` or ``dropped``; say so and offer to undo it."""
    if status == "reached":
        label = _("Close goal {title} as reached")
        done = _("Reached: {title}")
    else:
        label = _("Let go of goal {title}")
        done = _("Let go of {title}. It is kept, and can be taken up again.")
    title, now = detail.title, app.now()
    args = (detail.id, status, app.today(), now)
    app.do(label.format(title=title), core.goals.close, *args, done=done.format(title=title))


def take_up(app: App, detail: GoalDetail) -> None:
    """Take up a closed goal again."""
    label = _("Take up goal {title} again").format(title=detail.title)
    app.do(label, core.goals.reopen, detail.id, app.now())


def delete(app: App, detail: GoalDetail) -> None:
    """Delete a goal; offer to undo that, or to let go of it instead, which keeps it."""
    title = detail.title

    def say(_result: object) -> None:
        offers = app.undo_offers()
        if offers and detail.status == "active":
            offers.append((_("Let go instead"), lambda: _let_go_instead(app, detail, offers[0])))
        app.notices.toast(_("Deleted goal {title}").format(title=title), offers)

    app.do(_("Delete goal {title}").format(title=title), core.goals.delete, detail.id, then=say)


def _let_go_instead(app: App, detail: GoalDetail, undo: NoticeAction) -> None:
    undo[1]()
    if any(row.id == detail.id for row in app.read(core.goals.goals)):
        close(app, detail, "dropped")
        app.open_requested.emit("goal", detail.id)


def proposed(detail: GoalDetail, today: date) -> date:
    """Return the date to propose: as far ahead as the goal's first time was long."""
    span = _LONGEST / 4
    if detail.due_on is not None:
        span = detail.due_on - detail.created_at.date()
    return today + min(_LONGEST, max(_SHORTEST, span))


def _headings() -> dict[str, str]:
    return {
        "reached": _("Reached. You set out for this, and you are there."),
        "dropped": _("Let go. What you learnt on the way stays."),
        "renewed": _("Renewed. It goes on under a new date."),
    }
