"""The links of the description shown: read from core, changed through core."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorcrm import core
from mentorcrm.core.cards import stage_name
from mentorcrm.core.i18n import _
from mentorcrm.gui.app import App
from mentorcrm.gui.job_descriptions.links import Link, Links, Offer

if TYPE_CHECKING:
    from mentorcrm.core.job_descriptions import (
        DescriptionDetail,
        LinkedCandidate,
        LinkedGoal,
        LinkedNeed,
    )

_STAGE_ICONS = {
    "identified": "circle-dashed",
    "asked": "send",
    "accepted": "handshake",
    "declined": "archive",
}


class LinksArea(QWidget):
    """The goals it serves, the needs it answers, and the mentors considered for it."""

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._detail: DescriptionDetail | None = None
        self.goals = Links(
            _("Serves"), _("Choose goals"), _("Write a goal first, then link it here.")
        )
        self.needs = Links(
            _("Answers"), _("Needs"), _("Needs follow from the obstacles of a goal.")
        )
        self.mentors = Links(_("Considered"))
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 0, 0)
        column.setSpacing(6)
        for links in (self.goals, self.needs, self.mentors):
            column.addWidget(links)
        self.goals.chosen.connect(self._set_goals)
        self.goals.opened.connect(lambda goal: app.open_requested.emit("goal", goal))
        self.needs.chosen.connect(self._set_needs)
        self.needs.opened.connect(self._open_need)
        self.mentors.opened.connect(lambda card: app.open_requested.emit("candidate", card))

    def show_detail(self, detail: DescriptionDetail) -> None:
        """Show the links of ``detail``."""
        self._detail = detail
        goals = self._app.read(core.goals.goals)
        self.goals.show_links(
            [_goal_link(goal) for goal in detail.goals],
            [Offer(goal.id, goal.title) for goal in goals],
        )
        offers = self._needs_offered(detail)
        self.needs.show_links([_need_link(need) for need in detail.needs], offers)
        self.needs.setVisible(bool(offers or detail.needs))
        self.mentors.show_links([_mentor_link(card) for card in detail.candidates])
        self.mentors.setVisible(bool(detail.candidates))

    def _needs_offered(self, detail: DescriptionDetail) -> list[Offer]:
        """Return the needs of the goals it serves; of all active goals when it serves none."""
        served = [goal.id for goal in detail.goals]
        if not served:
            served = [goal.id for goal in self._app.read(core.goals.goals, "active")]
        found = []
        for goal_id in served:
            goal = self._app.read(core.goals.detail, goal_id)
            found += [Offer(need.id, need.text, goal.title) for need in goal.needs]
        return found

    def _set_goals(self, goal_ids: list[int]) -> None:
        if self._detail is not None:
            label = _("Link goals to {title}").format(title=self._detail.title)
            operation = core.job_descriptions.set_goals
            self._app.do(label, operation, self._detail.id, goal_ids, self._app.now())

    def _set_needs(self, need_ids: list[int]) -> None:
        if self._detail is not None:
            label = _("Link needs to {title}").format(title=self._detail.title)
            operation = core.job_descriptions.set_needs
            self._app.do(label, operation, self._detail.id, need_ids, self._app.now())

    def _open_need(self, need_id: int) -> None:
        """Show the goal that the need belongs to."""
        needs = self._detail.needs if self._detail is not None else ()
        goal = next((need.goal_id for need in needs if need.id == need_id), None)
        if goal is not None:
            self._app.open_requested.emit("goal", goal)


def _goal_link(goal: LinkedGoal) -> Link:
    return Link(goal.id, goal.title, "target", f"goal{goal.hue}")


def _need_link(need: LinkedNeed) -> Link:
    must = _("Must have") if need.must else _("Nice to have")
    return Link(need.id, need.text, "puzzle", "muted", f"{must}: {need.text}")


def _mentor_link(card: LinkedCandidate) -> Link:
    where = " · ".join(part for part in (card.position, card.company) if part)
    stage = stage_name(card.stage)
    tip = f"{card.name}: {stage}" + (f" · {where}" if where else "")
    return Link(card.id, card.name, _STAGE_ICONS[card.stage], card.stage, tip)
