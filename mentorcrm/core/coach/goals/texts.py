"""What the coach says about the five checks of a goal."""

from __future__ import annotations

from mentorcrm.core.i18n import _


def why() -> dict[str, str]:
    """Return why each check matters."""
    return {
        "specific": _("A goal you can point at tells you, and a mentor, where to begin."),
        "measurable": _("Something to count or to tick off shows whether you are getting there."),
        "achievable": _("What you already have shows which first steps are open to you."),
        "relevant": _("A reason that matters to you carries you on when the goal gets hard."),
        "time_bound": _("A date lets you plan back from it and see early when you fall behind."),
    }


def questions_open() -> dict[str, str]:
    """Return the question that helps where a check is not met."""
    return {
        "specific": _("What exactly will be different: which role, skill, product or certificate?"),
        "measurable": _("How will somebody else be able to see that it is done?"),
        "achievable": _(
            "What do you have for it already: time, money, experience, somebody's help?"
        ),
        "relevant": _("What changes, and for whom, once this is true?"),
        "time_bound": _("On which date will you look whether it is done?"),
    }


def questions_met() -> dict[str, str]:
    """Return the question that goes on where a check is met."""
    return {
        "specific": _("What would you leave out of it if you had only half the time?"),
        "measurable": _("What is the first sign on the way that you could count?"),
        "achievable": _("What is still missing, and who could help you with it?"),
        "relevant": _("Who else gains from it, and do they know?"),
        "time_bound": _("What must be done by the middle of that time?"),
    }


def seen() -> dict[str, str]:
    """Return what was seen where a check is met; ``{words}`` are the user's own."""
    return {
        "specific": _("You name what will be different: “{words}”."),
        "measurable": _("One can see whether it is done: “{words}”."),
        "achievable": _("You name what helps you: “{words}”."),
        "relevant": _("You say what is at stake: “{words}”."),
    }


def nearly() -> dict[str, str]:
    """Return what was seen where words only look like an answer, by what they are instead."""
    return {
        "wish": _("“{words}” leaves open what exactly will be different."),
        "contacts": _("“{words}” counts contacts or talks, and leaves open what they are for."),
        "skill": _("“{words}” names a skill, and no level that somebody could check."),
        "shift": _("“{words}” names a direction, and no point where you have arrived."),
        "now": _("“{words}” counts how things are now, not what you want to reach."),
        "number": _("“{words}” does not yet say when it counts as done."),
        "lack": _("“{words}” says what is missing, not what you have."),
        "empty": _("“{words}” opens a reason, but I see nothing at stake in it."),
        "rhythm": _("“{words}” is a rhythm, not an end."),
        "past": _("“{words}” lies in the past."),
        "vague": _("“{words}” sets no date."),
    }


def questions_near() -> dict[str, str]:
    """Return the question that helps where words only look like an answer."""
    return {
        "wish": _("What could somebody see you do then that you do not do today?"),
        "contacts": _("What should be different for you after these talks?"),
        "skill": _("How good is good enough: which level, and who could tell?"),
        "shift": _("What would be the first thing that is signed, started or handed over?"),
        "now": _("And which number do you want there to be?"),
        "lack": _("What do you have instead, however small, and who could lend the rest?"),
        "empty": _("What happens, to you or to others, if everything stays as it is?"),
        "rhythm": _("Until when will you keep it up, and what will be there then?"),
        "past": _("Which date ahead of you do you set yourself?"),
    }


def not_seen() -> dict[str, str]:
    """Return what to say where nothing was found."""
    return {
        "specific": _("I found no role, skill, product or certificate."),
        "measurable": _("I found neither a number to reach nor an event to tick off."),
        "achievable": _("I found nothing that makes it reachable."),
        "relevant": _("I found no reason why it matters."),
    }
