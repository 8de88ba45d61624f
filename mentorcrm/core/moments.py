"""Moments of the wall clock: resolving, skipping weekends, quiet hours, and their words.

A reminder means "09:00 where I am", so it is kept as local time and zone; the moment in
UTC follows from them. Nothing here asks for the time: ``now`` is always given.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _

LOCAL_FORMAT = "%Y-%m-%dT%H:%M"
_SATURDAY = 5


def resolve(local: datetime, zone: ZoneInfo) -> datetime:
    """Return the UTC moment at which the wall clock of ``zone`` shows ``local``.

    A time that a clock change skips becomes the one as long after the change; of a time
    that happens twice the first counts, unless ``local`` carries ``fold=1``.
    """
    if local.tzinfo is not None:
        raise ValueError("a wall clock time has no zone of its own")
    try:
        return local.replace(second=0, microsecond=0, tzinfo=zone).astimezone(UTC)
    except OverflowError as error:
        raise UserError(_("That date is out of range. Please choose another one.")) from error


def local_at(moment: datetime, zone: ZoneInfo) -> datetime:
    """Return what the wall clock of ``zone`` shows at ``moment``."""
    return moment.astimezone(zone).replace(tzinfo=None)


def clock_time(text: str) -> time:
    """Return the time of ``HH:MM``; raise UserError for anything else."""
    try:
        return datetime.strptime(text, "%H:%M").time()  # noqa: DTZ007 - a bare wall clock time
    except ValueError as error:
        raise UserError(
            _("{text} is not a time of day. Write it like 09:00.").format(text=text)
        ) from error


def workday(day: date) -> date:
    """Return ``day``, or the Monday after it when it falls on a weekend."""
    ahead = 7 - day.weekday() if day.weekday() >= _SATURDAY else 0
    return day + timedelta(days=ahead)


def days_on(now: datetime, zone: ZoneInfo, days: int, at: str = "09:00") -> datetime:
    """Return the wall clock time ``at``, ``days`` days after ``now``, weekends skipped."""
    day = workday(local_at(now, zone).date() + timedelta(days=days))
    return datetime.combine(day, clock_time(at))


@dataclass(frozen=True, slots=True)
class Snooze:
    """One offer to put a reminder off: what it is called and when it would come back."""

    key: str
    label: str
    local: datetime


def snoozes(now: datetime, zone: ZoneInfo, at: str = "09:00") -> list[Snooze]:
    """Return the ways to put a reminder off, soonest first."""
    here = local_at(now, zone)
    morning = clock_time(at)
    offers = [Snooze("hour", _("In one hour"), local_at(now + timedelta(hours=1), zone))]
    evening = datetime.combine(here.date(), time(18, 0))
    if here < evening - timedelta(hours=1):
        offers.append(Snooze("evening", _("This evening"), evening))
    tomorrow = here.date() + timedelta(days=1)
    offers.append(Snooze("tomorrow", _("Tomorrow"), datetime.combine(tomorrow, morning)))
    monday = here.date() + timedelta(days=7 - here.weekday())
    offers.append(Snooze("week", _("Next week"), datetime.combine(monday, morning)))
    return offers


def is_quiet(now: datetime, zone: ZoneInfo, quiet_from: str, quiet_until: str) -> bool:
    """Tell whether the wall clock shows a time at which nothing should pop up."""
    here = local_at(now, zone).time()
    start, end = clock_time(quiet_from), clock_time(quiet_until)
    if start <= end:
        return start <= here < end
    return here >= start or here < end


def weekday_name(day: date) -> str:
    """Return the short name of the weekday; the C library's names follow another setting."""
    names = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))
    return names[day.weekday()]


def month_name(day: date) -> str:
    """Return the short name of the month."""
    names = (
        *(_("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun")),
        *(_("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"), _("Dec")),
    )
    return names[day.month - 1]


def day_words(day: date, today: date) -> str:
    """Return ``day`` as people say it: "today", "tomorrow", "Thu 26 Nov"."""
    ahead = (day - today).days
    if ahead == 0:
        return _("today")
    if ahead == 1:
        return _("tomorrow")
    if ahead == -1:
        return _("yesterday")
    words = _("{weekday} {day} {month}").format(
        weekday=weekday_name(day), day=day.day, month=month_name(day)
    )
    if abs(ahead) > 300:  # beyond that the day alone could be another year's
        words = _("{day} {year}").format(day=words, year=day.year)
    return words


def moment_words(moment: datetime, now: datetime, zone: ZoneInfo) -> str:
    """Return a moment as people say it: "today, 09:00", "Thu 26 Nov, 14:30"."""
    here = local_at(moment, zone)
    day = day_words(here.date(), local_at(now, zone).date())
    return _("{day}, {time}").format(day=day, time=here.strftime("%H:%M"))


def due_words(due_at: datetime, now: datetime, zone: ZoneInfo) -> str:
    """Return when something is due, without reproach when its time has come."""
    if due_at > now:
        words = moment_words(due_at, now, zone)
        return words[:1].upper() + words[1:]
    here, today = local_at(due_at, zone), local_at(now, zone).date()
    if here.date() == today:
        return _("Ready since {time}").format(time=here.strftime("%H:%M"))
    return _("Ready since {day}").format(day=day_words(here.date(), today))
