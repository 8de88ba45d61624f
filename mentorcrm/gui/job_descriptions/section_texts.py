"""What helps to write each section: its icon, one sentence, and an example."""

from __future__ import annotations

from dataclasses import dataclass

from mentorcrm.core.i18n import _


@dataclass(frozen=True, slots=True)
class SectionText:
    """The help for one section."""

    icon: str
    helper: str
    example: str


def section_texts() -> dict[str, SectionText]:
    """Return the help for every section."""
    return {
        "goal": SectionText(
            "target",
            _("What you want to reach, in one or two sentences."),
            _("Lead a product team of five to eight people by next June."),
        ),
        "obstacles": SectionText(
            "mountain",
            _("What is hard about it, and what you have tried."),
            _(
                "I take work back instead of delegating it. I tried weekly lists; they did not last."
            ),
        ),
        "experience": SectionText(
            "briefcase",
            _("What this person must have done, and what would be nice."),
            _("Must: has led a team of their own. Nice: knows regulated products."),
        ),
        "style": SectionText(
            "heart",
            _("How you like to be helped, and what matters to you both."),
            _("Asks before answering. Honest, also when it stings."),
        ),
        "time": SectionText(
            "clock",
            _("How much time, how often, for how long. Small is easier to say yes to."),
            _("45 minutes a month for six months, by video."),
        ),
        "offer": SectionText(
            "gift",
            _("What you give in return, even if it is small."),
            _("I can help with user research, and I come prepared."),
        ),
        "why": SectionText(
            "sparkles",
            _("Why this, why now, and what it is part of beyond yourself."),
            _("Our users wait years for simple things. A team that listens could change that now."),
        ),
        "success": SectionText(
            "flag",
            _("What both of you will be able to see in the end."),
            _("By June I have led three projects, and the team would choose me again."),
        ),
    }
