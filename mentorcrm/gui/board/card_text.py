"""What a card says: its third line, its tool tip and its name for a screen reader."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from mentorcrm.core import moments
from mentorcrm.core.cards import Card, stage_name, sub_state_name
from mentorcrm.core.i18n import _, ngettext
from mentorcrm.gui.format import count, days_from

if TYPE_CHECKING:
    from mentorcrm.core.match import Fit

_REASONS = 3
STAGE_ICONS = {
    "identified": "circle-dashed",
    "asked": "send",
    "accepted": "handshake",
    "declined": "archive",
}
_SUB_STATE_ICONS = {
    "found": "user-search",
    "researching": "book-open",
    "path_chosen": "route",
    "introduction_requested": "users",
    "ready": "pencil",
    "sent": "send",
    "nudged_once": "send",
    "nudged_twice": "send",
    "replied": "mail-open",
    "first_meeting_set": "calendar-clock",
    "met": "notebook-pen",
    "agreement": "file-check",
    "active": "calendar-check",
    "paused": "circle-pause",
    "completed": "circle-check",
    "no": "archive",
    "not_now": "clock",
    "no_reply": "archive",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line with an icon and the token of its colour."""

    icon: str
    text: str
    token: str


def is_late(card: Card, now: datetime) -> bool:
    """Tell whether the follow-up of the card came due."""
    return card.follow_up_at is not None and card.follow_up_at <= now


def third_line(card: Card, now: datetime, zone: ZoneInfo) -> Line:
    """Return what comes next: the step, the follow-up, or where in its stage the card is."""
    if is_late(card, now):
        text = _("Ready when you are")
        if card.next_step:
            text = _("Ready: {step}").format(step=card.next_step)
        return Line("bell-ring", text, "warning")
    # The words say what comes next, the icon where in its stage the card is.
    icon = _SUB_STATE_ICONS.get(card.sub_state, STAGE_ICONS[card.stage])
    if card.next_step:
        return Line(icon, card.next_step, "muted")
    if card.follow_up_at is not None:
        return Line("clock", follow_up_words(card.follow_up_at, now, zone), "muted")
    return Line(icon, sub_state_name(card.stage, card.sub_state), "muted")


def follow_up_words(due_at: datetime, now: datetime, zone: ZoneInfo) -> str:
    """Return when to follow up, in days while these are few."""
    days = days_from(due_at, now, zone)
    if days == 0:
        return _("Follow up today")
    if days == 1:
        return _("Follow up tomorrow")
    if days < 14:
        return ngettext("Follow up in {n} day", "Follow up in {n} days", days).format(n=days)
    return _("Follow up {day}").format(day=day_words(due_at, now, zone))


def day_words(moment: datetime, now: datetime, zone: ZoneInfo) -> str:
    """Return the day of a moment, such as "Mon 30 Nov"."""
    return moments.day_words(moment.astimezone(zone).date(), now.astimezone(zone).date())


def tool_tip(card: Card, now: datetime, zone: ZoneInfo, fit: Fit | None = None) -> str:
    """Return all that the card knows, as rich text in which the user's words are plain."""
    lines = [card.name, card.role_line]
    lines.append(sub_state_name(card.stage, card.sub_state))
    if card.next_step:
        lines.append(_("Next step: {text}").format(text=card.next_step))
    if card.follow_up_at is not None:
        due = moments.moment_words(card.follow_up_at, now, zone)
        late = is_late(card, now)
        words = _("Ready when you are, since {due}") if late else _("Follow up: {due}")
        lines.append(words.format(due=due))
    lines.extend(_("Goal: {title}").format(title=goal.title) for goal in card.goals)
    if fit is not None:
        lines.extend(fit_lines(fit))
    # Late: a table of 2,000 entities is not needed before somebody asks for a tool tip.
    from html import escape  # noqa: PLC0415

    first, *rest = [escape(line) for line in lines if line]
    return "<br>".join([f"<b>{first}</b>", *rest])


def fit_lines(fit: Fit) -> list[str]:
    """Return how somebody fits the goal, and the strongest reasons."""
    words = _("Fit {n} %, must-needs covered: {covered} of {all}").format(
        n=round(100 * fit.share), covered=fit.musts_covered, all=fit.musts
    )
    return [words, *(reason.text for reason in fit.reasons[:_REASONS])]


def spoken_name(card: Card, row: int, total: int) -> str:
    """Return what a screen reader says first about a card."""
    return _("{name}, {stage}, card {place} of {total}").format(
        name=card.name,
        stage=stage_name(card.stage).lower(),
        place=count(row + 1),
        total=count(total),
    )


def spoken_description(card: Card, now: datetime, zone: ZoneInfo, fit: Fit | None = None) -> str:
    """Return what a screen reader says next: role, what comes next, goals and the way to move."""
    parts = [card.role_line, third_line(card, now, zone).text]
    parts.extend(_("Goal: {title}").format(title=goal.title) for goal in card.goals)
    if fit is not None:
        parts.extend(fit_lines(fit))
    parts.append(_("Press Ctrl+Shift+Right or Ctrl+Shift+Left to move it to another column."))
    return ". ".join(part.rstrip(".") for part in parts if part) + "."
