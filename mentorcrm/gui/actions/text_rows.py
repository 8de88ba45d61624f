"""The rows of the table about writing the description of the ideal mentor."""

from __future__ import annotations

from mentorcrm.core.i18n import _
from mentorcrm.gui.actions.row import ActionRow, Handler, on, page
from mentorcrm.gui.widgets.find_bar import FIND_KEYS, REPLACE_KEYS

_PAGE = "ideal_mentor"


def text_rows() -> tuple[ActionRow, ...]:
    """Return what helps with the text: starting points, the coach, finding, sections."""
    return (
        ActionRow(
            "starting_points",
            _("Starting &points…"),
            "book-open",
            "edit",
            page(_PAGE, "show_starting_points"),
            group=5,
            tip=_("Read descriptions by others, and begin from one"),
            submenu=_("Ideal &mentor"),
        ),
        _row(
            "coach",
            _("C&oach and guide"),
            "message-circle-question-mark",
            page(_PAGE, "toggle_coach"),
            _("Show or hide what helps beside the text"),
        ),
        _row(
            "find_in_description",
            _("&Find in the description…"),
            "search",
            page(_PAGE, "find_in_text"),
            _("Find words in all sections"),
            FIND_KEYS,
        ),
        _row(
            "replace_in_description",
            _("&Replace in the description…"),
            "replace",
            page(_PAGE, "replace_in_text"),
            _("Replace words in all sections"),
            REPLACE_KEYS,
        ),
        _row(
            "next_section_of_text",
            _("Ne&xt section"),
            "arrow-down",
            page(_PAGE, "next_section", 1),
            _("Go to the next section of the description"),
            "Alt+PgDown",
        ),
        _row(
            "previous_section_of_text",
            _("Pre&vious section"),
            "arrow-up",
            page(_PAGE, "next_section", -1),
            _("Go to the section before"),
            "Alt+PgUp",
        ),
        _row(
            "section_up",
            _("Move section &up"),
            "move-up",
            page(_PAGE, "move_section", -1),
            _("Move the section in use up in the outline"),
            "Alt+Up",
        ),
        _row(
            "section_down",
            _("Move section do&wn"),
            "move-down",
            page(_PAGE, "move_section", 1),
            _("Move the section in use down in the outline"),
            "Alt+Down",
        ),
    )


def _row(action_id: str, text: str, icon: str, act: Handler, tip: str, keys: str = "") -> ActionRow:
    return ActionRow(
        action_id,
        text,
        icon,
        "edit",
        act,
        (keys,) if keys else (),
        "text" if keys else "window",
        _PAGE,
        5,
        tip,
        on(_PAGE),
        _("Ideal &mentor"),
    )
