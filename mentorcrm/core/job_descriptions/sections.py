"""The eight sections of a job description: their headings, their order, their blank start."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.job_descriptions.examples import is_from_example
from mentorcrm.core.schema import SECTIONS


def section_titles() -> dict[str, str]:
    """Return the heading of each section, in order."""
    return {
        "goal": _("The goal"),
        "obstacles": _("What stands in the way"),
        "experience": _("Experience I look for"),
        "style": _("Style and values"),
        "time": _("Time I ask for"),
        "offer": _("What I offer in return"),
        "why": _("Why it matters"),
        "success": _("How we will know it worked"),
    }


def template() -> dict[str, str]:
    """Return a start for each section: sentences to finish, no words put in the mouth."""
    return {
        "goal": _("I want to … by …"),
        "obstacles": _("- What slows me down most: …\n- What I have tried: …"),
        "experience": _("**Must have**\n\n- Has …\n\n**Nice to have**\n\n- Knows …"),
        "style": _("- Someone who …\n- What matters to both of us: …"),
        "time": _("… minutes every … for … months, by …"),
        "offer": _("- I can help with …\n- I will come prepared: …"),
        "why": _("Why this: …\n\nWhy now: …\n\nIt is part of …"),
        "success": _("By … we will both see that …"),
    }


def written_sections(sections: dict[str, str]) -> tuple[str, ...]:
    """Return the names of sections that say something of the user's own.

    Not the empty ones, the untouched template, and what is still an example's.
    """
    blank = template()
    return tuple(
        name
        for name in SECTIONS
        if sections.get(name, "").strip()
        and sections[name].strip() != blank[name].strip()
        and not is_from_example(name, sections[name])
    )


def ordered(names: str) -> tuple[str, ...]:
    """Return all eight sections in the stored order; what it does not name comes last."""
    known = [name for name in dict.fromkeys(names.split()) if name in SECTIONS]
    return (*known, *(name for name in SECTIONS if name not in known))


def stored_order(names: Sequence[str]) -> str:
    """Return ``names`` as one stored text; raise UserError unless each section is there once."""
    if _not_each_once(names):
        raise UserError(_("Each of the eight sections has one place."))
    return "" if tuple(names) == SECTIONS else " ".join(names)


def _not_each_once(names: Collection[str]) -> bool:
    return len(names) != len(SECTIONS) or set(names) != set(SECTIONS)
