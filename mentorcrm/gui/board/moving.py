"""Moving cards for the page: the step's name, what is said afterwards, what is offered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mentorcrm import core
from mentorcrm.core import moments
from mentorcrm.core.cards import Card, stage_name
from mentorcrm.core.i18n import _, ngettext
from mentorcrm.core.settings import FOLLOW_UP_DAYS, REMINDER_TIME
from mentorcrm.gui.app import App
from mentorcrm.gui.board.card_text import day_words
from mentorcrm.gui.format import count

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from mentorcrm.core.board import MoveResult
    from mentorcrm.gui.board.add_dialog import NewMentor

Offer = tuple[str, Callable[[], object]]


class Mover(QObject):
    """Do what is done to cards, each as one step with a name, and say what happened."""

    moved = Signal(str, object)
    """The stage to which cards were moved, and these (ids in order); the page follows them."""
    added = Signal(int)
    """The card of somebody who was added."""
    log_requested = Signal(int, str)
    """Write down a contact of this kind with the candidate."""

    def __init__(self, app: App, window: QWidget, card: Callable[[int], Card | None]) -> None:
        super().__init__(window)
        self._app = app
        self._window = window
        self._card = card

    # Moving

    def move(self, ids: Sequence[int], stage: str, before_id: int | None) -> None:
        """Put cards into a stage before a card, or at its end, in one step."""
        if not self._app.is_ready:
            self._app.notices.status(_("Your data is still being opened. Please try again."))
            return
        self._app.do(
            self._label(ids, stage),
            core.board.move,
            list(ids),
            stage,
            before_id,
            self._app.now(),
            self._app.zone(),
            follow_up_days=self._app.settings.get(FOLLOW_UP_DAYS),
            follow_up_time=self._app.settings.get(REMINDER_TIME),
            then=self._say_moved,
        )

    def _label(self, ids: Sequence[int], stage: str) -> str:
        # Cards are dragged from one column, so the first tells for all.
        card = self._card(ids[0])
        who = card.name if card is not None and len(ids) == 1 else people([""] * len(ids))
        if card is not None and card.stage == stage:
            return _("Reorder {who}").format(who=who)
        return _("Move {who} to {stage}").format(who=who, stage=stage_name(stage))

    def _who(self, ids: Sequence[int]) -> str:
        card = self._card(ids[0]) if len(ids) == 1 else None
        return card.name if card is not None else people([""] * len(ids))

    def _say_moved(self, result: MoveResult) -> None:
        self.moved.emit(result.stage, list(result.moved))
        if not result.changed_stage:
            return
        text = _("Moved {who} to {stage}.").format(
            who=people(result.names), stage=stage_name(result.stage)
        )
        if result.follow_up_at is not None:
            day = day_words(result.follow_up_at, self._app.now(), self._app.zone())
            on = ngettext("Follow-up on {day}.", "Follow-ups on {day}.", len(result.changed_stage))
            text = f"{text} {on.format(day=day)}"
        self._app.notices.toast(text, [*self._offers(result), *self._app.undo_offers()])

    def _offers(self, result: MoveResult) -> list[Offer]:
        """Return what fits the new stage; each may be ignored."""
        ids = result.changed_stage
        one = len(ids) == 1
        if result.stage == "asked":
            offers: list[Offer] = [(_("Remove"), partial(self.remove_follow_ups, ids))]
            if one:
                offers.insert(0, (_("Change"), partial(self.ask_follow_up, ids[0])))
            return offers
        if result.stage == "accepted" and one:
            log = partial(self.log_requested.emit, ids[0], "meeting")
            return [(_("Log the first meeting"), log)]
        if result.stage == "declined" and one:
            return [(_("Add a reason"), partial(self.ask_reason, ids[0]))]
        return []

    # Follow-ups

    def ask_follow_up(self, candidate_id: int) -> None:
        """Ask when to follow up; starts from the present follow-up or the usual number of days."""
        row = self._app.read(core.board.candidate, candidate_id)
        zone = self._app.zone()
        if row.follow_up_at is not None:
            local = row.follow_up_at.astimezone(zone).replace(tzinfo=None)
        else:
            local = moments.days_on(
                self._app.now(),
                zone,
                self._app.settings.get(FOLLOW_UP_DAYS),
                self._app.settings.get(REMINDER_TIME),
            )
        # Late: the window is painted before anybody asks for a dialog.
        from mentorcrm.gui.board.dialogs import FollowUpDialog  # noqa: PLC0415

        FollowUpDialog(
            row.name, local, partial(self._set_follow_up, candidate_id, row.name), self._window
        ).open()

    def _set_follow_up(self, candidate_id: int, name: str, local: datetime) -> None:
        words = {"who": name, "day": moments.day_words(local.date(), self._app.today())}
        self._app.do(
            _("Follow up with {who} on {day}").format(**words),
            core.reminders.set_follow_up,
            candidate_id,
            local,
            self._app.zone(),
            self._app.now(),
            done=_("Follow-up with {who} set for {day}").format(**words),
        )

    def remove_follow_ups(self, ids: Sequence[int]) -> None:
        """Take the follow-ups of these cards away."""
        label = ngettext("Remove the follow-up", "Remove {n} follow-ups", len(ids))
        done = ngettext("Removed the follow-up", "Removed {n} follow-ups", len(ids))
        self._app.do(
            label.format(n=len(ids)),
            _remove_follow_ups,
            ids,
            self._app.zone(),
            self._app.now(),
            done=done.format(n=len(ids)),
        )

    # The rest

    def add(self, stage: str, new: NewMentor) -> None:
        """Put somebody on the board: one of the people who are here, or somebody new."""
        words = {"who": new.name, "stage": stage_name(stage)}
        common: dict[str, Any] = {
            "goal_ids": new.goal_ids,
            "job_description_id": new.job_description_id,
            "stage": stage,
            "now": self._app.now(),
            "zone": self._app.zone(),
            "then": self.added.emit,
            "done": _("Added {who} to {stage}").format(**words),
        }
        label = _("Add {who} to {stage}").format(**words)
        if new.contact_id is not None:
            self._app.do(label, core.board.add, new.contact_id, **common)
        else:
            common |= {"position": new.position, "company": new.company}
            self._app.do(label, core.board.add_person, new.name, **common)

    def ask_reason(self, candidate_id: int) -> None:
        """Ask why somebody declined."""
        row = self._app.read(core.board.candidate, candidate_id)
        from mentorcrm.gui.board.dialogs import ReasonDialog  # noqa: PLC0415 - as above

        ReasonDialog(
            row.name,
            self._app.today(),
            partial(self._set_reason, candidate_id, row.name),
            self._window,
        ).open()

    def _set_reason(self, candidate_id: int, name: str, reason: str, again: date | None) -> None:
        self._app.do(
            _("Note why {who} declined").format(who=name),
            core.board.set_decline_reason,
            candidate_id,
            reason,
            self._app.now(),
            again,
            done=_("Noted why {who} declined").format(who=name),
        )

    def set_sub_state(self, ids: Sequence[int], sub_state: str, words: str) -> None:
        """Say where within their stage the cards are."""
        self._app.do(
            _("Mark {who} as “{state}”").format(who=self._who(ids), state=words),
            core.board.set_sub_state,
            list(ids),
            sub_state,
            self._app.now(),
        )

    def remove(self, ids: Sequence[int]) -> None:
        """Take cards off the board; the people stay."""
        who = self._who(ids)
        self._app.do(
            _("Remove {who} from the board").format(who=who),
            core.board.remove,
            list(ids),
            done=_("Removed {who} from the board").format(who=who),
        )


def people(names: Sequence[str]) -> str:
    """Return a name, or how many people these are."""
    if len(names) == 1 and names[0]:
        return names[0]
    return ngettext("{n} mentor", "{n} mentors", len(names)).format(n=count(len(names)))


def _remove_follow_ups(session: Session, ids: Sequence[int], zone: ZoneInfo, now: datetime) -> None:
    for candidate_id in ids:
        core.reminders.set_follow_up(session, candidate_id, None, zone, now)
