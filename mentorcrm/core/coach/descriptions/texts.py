"""What the coach says about a job description, in words that help."""

from __future__ import annotations

from mentorcrm.core.i18n import _

_LONGEST_QUOTE = 120


def seen_text(quote: str) -> str:
    """Quote the place that shows a section is there."""
    if len(quote) > _LONGEST_QUOTE:
        quote = quote[: _LONGEST_QUOTE - 1].rstrip() + "…"
    return _("“{quote}”").format(quote=quote)


def missing(name: str, announced: bool, vague: bool = False) -> str:
    """Say that a section has nothing yet, or only an announcement, or only general words."""
    if vague:
        return _vague()[name]
    if announced:
        return _("The place for it is there, but nothing is said yet.")
    return _missing()[name]


def not_understood() -> str:
    """Say that words stand in a section's place in which the coach does not find it."""
    return _("The coach does not find it in what stands there. You may know better.")


def question(name: str, filled: bool = False) -> str:
    """Return one question that helps with a section: to begin it, or to sharpen it."""
    return _sharper()[name] if filled else _opening()[name]


def why_texts(filled: bool, this: bool, now: bool, part_of: bool) -> tuple[str, str]:
    """Say what the why answers already, and ask for what it does not."""
    if not filled:
        return _("Nothing yet says who else gains by it."), _opening()["why"]
    said = [
        text
        for there, text in (
            (this, _("why this")), (now, _("why now")), (part_of, _("what it is part of")),
        )
        if there
    ]  # fmt: skip
    saw = _("It says {parts}.").format(parts=", ".join(said)) if said else _("It names a reason.")
    if not part_of:
        return saw, _("Who else is better off when you get there?")
    if not now:
        return saw, _("Why now, and not in two years?")
    if not this:
        return saw, _("Why this, of all things you could do?")
    return saw, ""


def _missing() -> dict[str, str]:
    return {
        "goal": _("Nothing yet says what you want to reach."),
        "obstacles": _("Nothing yet says what stands in the way."),
        "experience": _("Nothing yet says what the mentor should have done or know."),
        "style": _("Nothing yet says how you like to work together."),
        "time": _("Nothing yet says how much time you ask for."),
        "offer": _("Nothing yet says what you give in return."),
        "why": _("Nothing yet says why it matters beyond yourself."),
        "success": _("Nothing yet says how you will both know that it worked."),
    }


def _vague() -> dict[str, str]:
    return {
        "goal": _("The goal is there; a number, a name or a date would make it easier to help."),
        "obstacles": _("An obstacle is there; one situation shows more than a general word."),
        "experience": _("Experience is named; what exactly they did would help to find them."),
        "style": _("The style is there; one example says more than an adjective."),
        "time": _("Time is there; length, rhythm and an end make it easy to say yes."),
        "offer": _("An offer is there; one concrete thing is easier to accept."),
        "why": _("The why is there; a name or a number brings it nearer."),
        "success": _("A sign is there; something both of you can see makes it clear."),
    }


def _opening() -> dict[str, str]:
    return {
        "goal": _("What do you want to be true, and by when?"),
        "obstacles": _("What slows you down most, and what have you tried?"),
        "experience": _("What should this person have done, or lived through, themselves?"),
        "style": _("How should somebody talk with you so that it helps?"),
        "time": _("How long, how often, until when, and by which channel?"),
        "offer": _("What can you do, show or make for them?"),
        "why": _("Who else gains when this works, and what is it part of?"),
        "success": _("What will you both see on the day it has worked?"),
    }


def _sharper() -> dict[str, str]:
    return {
        "goal": _("Which number, name or date belongs to it?"),
        "obstacles": _("When did it stop you last?"),
        "experience": _("Which one thing must they have done, and what is only nice to have?"),
        "style": _("What would they do when you are wrong?"),
        "time": _("How many minutes, how often, and until when?"),
        "offer": _("What of it would you be ready to do next week?"),
        "why": _("Who, by name or number, would notice?"),
        "success": _("Who could check it without asking you?"),
    }
