"""The rows of the table about who covers what a goal needs."""

from __future__ import annotations

from mentorcrm.core.i18n import _
from mentorcrm.gui import features
from mentorcrm.gui.actions.row import ActionRow, on, page


def match_rows() -> tuple[ActionRow, ...]:
    """Return what leads to the match, and what explains it."""
    return (
        ActionRow(
            "match_goal",
            _("Ma&tch with people"),
            "puzzle",
            "edit",
            features.show_match,
            section="goals",
            group=5,
            tip=_("See who covers what this goal needs"),
            enabled_when=on("goals"),
            submenu=_("&Goal"),
        ),
        ActionRow(
            "match_description",
            _("Ma&tch with people"),
            "puzzle",
            "edit",
            features.show_match,
            section="ideal_mentor",
            group=5,
            tip=_("See who covers what the goal of this description needs"),
            enabled_when=on("ideal_mentor"),
            submenu=_("Ideal &mentor"),
        ),
        ActionRow(
            "explain_match",
            _("How the match is &judged"),
            "scale",
            "tools",
            page("match", "explain"),
            group=1,
            tip=_("See what counts, and how much"),
        ),
    )
