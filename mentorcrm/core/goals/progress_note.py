"""The monthly note to a mentor: what happened with a goal, what is next, and one question.

It says what was written down and nothing more. Of what others said only their own mentor's
talks are quoted; nobody is sent it by the program.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from mentorcrm.core.activities import kind_labels
from mentorcrm.core.documents.markdown import escaped
from mentorcrm.core.documents.parsing import parse
from mentorcrm.core.documents.text import body_text
from mentorcrm.core.errors import NotFound
from mentorcrm.core.goals.month import TALKS, Mentor, Month, Talk, month_of
from mentorcrm.core.goals.pace_words import course_words, per_span, plain_number
from mentorcrm.core.goals.rows import CheckInRow
from mentorcrm.core.goals.words import day_words, month_words
from mentorcrm.core.i18n import _, ngettext

_LONGEST = 160
"""Letters of a longer text that are quoted."""


def progress_note(
    session: Session,
    goal_id: int,
    month: date,
    now: datetime,
    zone: ZoneInfo,
    candidate_id: int | None = None,
) -> str:
    """Return a note in Markdown about a goal in the month that the day ``month`` lies in.

    With ``candidate_id`` it is written to the person of that card, which serves the goal.
    """
    told = month_of(session, goal_id, month, now, zone)
    mentor = _mentor(told, candidate_id)
    sections = (
        (_("Where I am"), _standing(told)),
        (_("What you gave me"), _from_mentor(told, mentor)),
        (_("Whom else I spoke with"), _from_others(told, mentor)),
        (_("What stands in the way"), _obstacles(told)),
        (_("What is next"), _next(told, mentor)),
        (_("One question for you"), [_question(told)]),
    )
    parts = [_opening(told, mentor)]
    parts += [f"## {title}\n\n" + "\n\n".join(body) for title, body in sections if body]
    parts.append(_("Thank you for reading this."))
    return "\n\n".join(parts) + "\n"


def progress_note_title(goal: str, month: date) -> str:
    """Return what a file with the note is called."""
    return _("Progress in {month}: {goal}").format(month=month_words(month), goal=goal)


def _mentor(told: Month, candidate_id: int | None) -> Mentor | None:
    if candidate_id is None:
        return None
    for mentor in told.mentors:
        if mentor.candidate_id == candidate_id:
            return mentor
    raise NotFound(_("This person is not linked to the goal any more."))


def _opening(told: Month, mentor: Mentor | None) -> str:
    hello = _("Hello,")
    if mentor is not None:
        name = mentor.first_name or mentor.name
        hello = _("Hello {name},").format(name=_plain(name))
    about = _("here is how it went with **{goal}** in {month}.").format(
        goal=_plain(told.goal.title), month=month_words(told.first)
    )
    return f"{hello}\n\n{about}"


def _standing(told: Month) -> list[str]:
    goal = told.goal
    found = []
    if goal.status != "active" and goal.closed_on is not None and _ended_by_then(told):
        found.append(_ending(told))
    words = course_words(told.course, goal.unit, advice=False)
    newest = told.course.newest
    if newest is None:
        words = _("There is no number yet.") if told.check_ins else ""
    elif told.before is not None and told.check_ins and newest.value != told.before:
        then = _("At the beginning of the month it was {value}.")
        words = f"{words} {then.format(value=plain_number(told.before))}"
    if words:
        found.append(words)
    if told.check_ins:
        found.append("\n".join(f"- {_check_in(row, goal.unit)}" for row in told.check_ins))
    elif not told.is_quiet:
        found.append(_("I made no check-in this month."))
    else:
        found.append(_("Nothing moved this month, and I would rather say so than leave it out."))
    return found


def _ended_by_then(told: Month) -> bool:
    return told.goal.closed_on is not None and told.goal.closed_on <= told.course.today


def _ending(told: Month) -> str:
    words = {
        "reached": _("I reached it on {day}."),
        "dropped": _("I let go of it on {day}."),
        "renewed": _("I gave it a new date on {day}."),
    }[told.goal.status]
    assert told.goal.closed_on is not None
    text = words.format(day=day_words(told.goal.closed_on))
    return f"{text} {_plain(told.goal.closing_note)}".strip()


def _check_in(row: CheckInRow, unit: str) -> str:
    parts = []
    if row.value is not None:
        parts.append(f"{plain_number(row.value)} {_plain(unit)}".strip())
    if row.note.strip():
        parts.append(_plain(row.note))
    return _("{day}: {words}").format(day=day_words(row.happened_on), words=", ".join(parts))


def _from_mentor(told: Month, mentor: Mentor | None) -> list[str]:
    if mentor is None:
        return []
    talks = [talk for talk in told.talks if talk.contact_id == mentor.contact_id]
    return _listed(_talk(talk, name=False) for talk in talks if talk.kind in TALKS)


def _from_others(told: Month, mentor: Mentor | None) -> list[str]:
    own = None if mentor is None else mentor.contact_id
    others = [talk for talk in told.talks if talk.contact_id != own and talk.kind in TALKS]
    if mentor is None:
        return _listed(_talk(talk, name=True) for talk in others)
    # What one mentor said is not passed on to another: only that there was a talk.
    people = len({talk.contact_id for talk in others})
    if not people:
        return []
    return [ngettext("One other person.", "{n} other people.", people).format(n=people)]


def _talk(talk: Talk, *, name: bool) -> str:
    kind = kind_labels()[talk.kind]
    words = _("{kind} with {name}").format(kind=kind, name=_plain(talk.name)) if name else kind
    about = talk.title.strip() or _beginning_of(talk.body)
    text = _("{day}: {words}").format(day=day_words(talk.day), words=words)
    return f"{text}, {_plain(about)}" if about else text


def _obstacles(told: Month) -> list[str]:
    found = []
    moved = told.moved
    for words, texts in (
        (_("No longer in the way: {text}."), moved.gone_obstacles),
        (_("New: {text}."), moved.new_obstacles),
        (_("I now also look for: {text}."), moved.new_needs),
        (_("I no longer look for: {text}."), moved.gone_needs),
    ):
        found += [f"- {words.format(text=_plain(text).rstrip('.'))}" for text in texts]
    biggest = [row.text for row in told.goal.obstacles if row.text not in moved.new_obstacles][:1]
    if told.goal.status == "active":
        words = _("The biggest: {text}.")
        found = [f"- {words.format(text=_cut_end(text))}" for text in biggest] + found
    return ["\n".join(found)] if found else []


def _cut_end(text: str) -> str:
    return _plain(text).rstrip(".")


def _next(told: Month, mentor: Mentor | None) -> list[str]:
    if told.goal.status != "active":
        return []
    steps = []
    course = told.course
    if course.needed is not None and course.due_on is not None:
        words = _("{pace} until {day}.").format(
            pace=per_span(course.needed, course), day=day_words(course.due_on)
        )
        steps.append(words[:1].upper() + words[1:])
    if mentor is not None and mentor.next_step.strip():
        steps.append(_("With you: {step}").format(step=_plain(mentor.next_step)))
    elif mentor is None:
        steps += [
            _("With {name}: {step}").format(name=_plain(one.name), step=_plain(one.next_step))
            for one in told.mentors
            if one.next_step.strip()
        ]
    return _listed(steps) or [_("I have not settled the next step yet.")]


def _question(told: Month) -> str:
    goal, course = told.goal, told.course
    if goal.status == "reached" or course.is_reached:
        return _("This one is reached. What would you take on next, in my place?")
    if goal.status == "dropped":
        return _("I let go of this one. What would you do with the time, in my place?")
    biggest = next((_cut_end(row.text) for row in goal.obstacles), "")
    if told.is_quiet and biggest:
        return _("“{text}” is in my way. What is the smallest step you would take there?").format(
            text=biggest
        )
    if told.is_quiet:
        return _("What is the smallest step you would take first, in my place?")
    if biggest:
        return _("“{text}” is the biggest thing in my way. What helped you with that?").format(
            text=biggest
        )
    need = next((_cut_end(row.text) for row in goal.needs), "")
    if need:
        return _("I am looking for this: “{text}”. Who or what comes to your mind?").format(
            text=need
        )
    return _("What would you look at first, in my place?")


def _beginning_of(markdown: str) -> str:
    lines = [line.strip().removeprefix("- ") for line in body_text(parse(markdown)).splitlines()]
    line = ""
    for words in filter(None, lines):
        gap = "" if not line else " " if line[-1] in ".!?:;," else "; "
        line = " ".join(f"{line}{gap}{words}".split())
    if len(line) <= _LONGEST:
        return line
    return line[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _listed(lines: Iterable[str]) -> list[str]:
    found = [f"- {line}" for line in lines]
    return ["\n".join(found)] if found else []


def _plain(text: str) -> str:
    return escaped(" ".join(text.split()))
