"""What helps to write each section: its icon, one sentence, and an example."""

from __future__ import annotations

from dataclasses import dataclass

from mentorcrm.core.i18n import _


@dataclass(frozen=True, slots=True)
class SectionText:
    """The help for one section."""

    icon: str
    helper: str
    """What belongs here, in one sentence."""
    reason: str
    """Why it helps the one who reads it."""
    example: str


def section_texts() -> dict[str, SectionText]:
    """Return the help for every section."""
    return {
        "goal": SectionText(
            "target",
            _("What you want to reach, in one or two sentences."),
            _("Who knows where you want to go can tell at once whether they know the way."),
            _("Lead a product team of five to eight people by next June."),
        ),
        "obstacles": SectionText(
            "mountain",
            _("What is hard about it, and what you have tried."),
            _("Naming what is hard shows where help is needed, and that you have begun yourself."),
            _(
                "I take work back instead of delegating it. I tried weekly lists; they did not last."
            ),
        ),
        "experience": SectionText(
            "briefcase",
            _("What this person must have done, and what would be nice."),
            _(
                "What somebody has lived through says more than a title. Keep what must be apart from what would be nice."
            ),
            _("Must: has led a team of their own. Nice: knows regulated products."),
        ),
        "style": SectionText(
            "heart",
            _("How you like to be helped, and what matters to you both."),
            _(
                "Shared values and a way of talking that suits both carry a mentorship further than a career alike."
            ),
            _("Asks before answering. Honest, also when it stings."),
        ),
        "time": SectionText(
            "clock",
            _("How much time, how often, for how long. Small is easier to say yes to."),
            _("A small, clear frame with an end is easy to say yes to, and easy to keep."),
            _("45 minutes a month for six months, by video."),
        ),
        "offer": SectionText(
            "gift",
            _("What you give in return, even if it is small."),
            _(
                "A mentorship is an exchange. Preparing well, an honest report of what became of the advice, a skill: all count."
            ),
            _("I can help with user research, and I come prepared."),
        ),
        "why": SectionText(
            "sparkles",
            _("Why this, why now, and what it is part of beyond yourself."),
            _(
                "People give their time to something larger than one career. This is what they answer to, so it is judged by itself."
            ),
            _("Our users wait years for simple things. A team that listens could change that now."),
        ),
        "success": SectionText(
            "flag",
            _("What both of you will be able to see in the end."),
            _(
                "When both can see what worked, there is a good moment to thank, to stop or to go on."
            ),
            _("By June I have led three projects, and the team would choose me again."),
        ),
    }
