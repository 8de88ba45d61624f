"""The rows of the table about goals and the description of the ideal mentor."""

from __future__ import annotations

from mentorcrm.core.i18n import _
from mentorcrm.gui.actions.row import ActionRow, on, page


def goal_rows() -> tuple[ActionRow, ...]:
    """Return what can be done with goals."""
    submenu = _("&Goal")
    return (
        ActionRow(
            "new_goal",
            _("&New goal"),
            "target",
            "edit",
            page("goals", "new_goal"),
            group=5,
            tip=_("Write down what you want to reach"),
            submenu=submenu,
        ),
        ActionRow(
            "delete_goal",
            _("&Delete goal"),
            "trash-2",
            "edit",
            page("goals", "delete_goal"),
            section="goals",
            group=5,
            tip=_("Delete the goal that is shown; people stay"),
            enabled_when=on("goals"),
            submenu=submenu,
        ),
    )


def description_rows() -> tuple[ActionRow, ...]:
    """Return what can be done with the description of the ideal mentor."""
    submenu = _("Ideal &mentor")
    return (
        ActionRow(
            "new_description",
            _("&New description"),
            "file-user",
            "edit",
            page("ideal_mentor", "new_description"),
            group=5,
            tip=_("Describe who you are looking for"),
            submenu=submenu,
        ),
        ActionRow(
            "preview_description",
            _("&Preview description"),
            "eye",
            "edit",
            page("ideal_mentor", "toggle_preview"),
            section="ideal_mentor",
            group=5,
            tip=_("See the whole description as it reads"),
            enabled_when=on("ideal_mentor"),
            submenu=submenu,
        ),
        ActionRow(
            "copy_description",
            _("&Copy as Markdown"),
            "copy",
            "edit",
            page("ideal_mentor", "copy_markdown"),
            section="ideal_mentor",
            group=5,
            tip=_("Copy the whole description to paste it elsewhere"),
            enabled_when=on("ideal_mentor"),
            submenu=submenu,
        ),
        ActionRow(
            "delete_description",
            _("&Delete description"),
            "trash-2",
            "edit",
            page("ideal_mentor", "delete_description"),
            section="ideal_mentor",
            group=5,
            tip=_("Delete the description that is shown; people stay on the board"),
            enabled_when=on("ideal_mentor"),
            submenu=submenu,
        ),
    )
