"""The rows of the table that are about the records selected on a page."""

from __future__ import annotations

from mentorcrm.core.cards import STAGES, stage_name
from mentorcrm.core.i18n import _
from mentorcrm.gui.actions.row import ActionRow, on, page


def mentor_rows() -> tuple[ActionRow, ...]:
    """Return what can be done with mentors on the board."""
    return (
        ActionRow(
            "add_mentor",
            _("&Add mentor…"),
            "user-plus",
            "mentor",
            page("board", "add_mentor"),
            ("Ctrl+N",),
            tip=_("Add someone you would like to learn from"),
        ),
        ActionRow(
            "open_card",
            _("&Open"),
            "panel-right-open",
            "mentor",
            page("board", "open_current"),
            ("Return",),
            "list",
            "board",
            1,
            _("Open the details of the mentor"),
            on("board"),
        ),
        *(_move_to(stage) for stage in STAGES),
        ActionRow(
            "move_menu",
            _("&Move to…"),
            "arrow-right-left",
            "mentor",
            page("board", "ask_move_to"),
            ("Ctrl+Shift+M",),
            "board",
            "board",
            1,
            _("Move the selected mentors to another column"),
            on("board"),
        ),
        *(_sideways(*each) for each in _side_moves()),
        *(_reorder(*each) for each in _order_moves()),
        ActionRow(
            "add_note",
            _("&Log note or meeting…"),
            "notebook-pen",
            "mentor",
            lambda w: w.log_note(),
            ("Ctrl+Shift+N",),
            group=2,
            tip=_("Write down what was said, and when"),
            enabled_when=lambda w: w.section in ("board", "people") and len(w.selected_ids()) == 1,
        ),
        ActionRow(
            "write_email",
            _("Write &e-mail"),
            "mail",
            "mentor",
            lambda w: w.write_email(),
            ("Ctrl+E",),
            group=2,
            tip=_("Open a message to the selected person in your mail program"),
            enabled_when=lambda w: w.section in ("board", "people") and len(w.selected_ids()) == 1,
        ),
        ActionRow(
            "follow_up",
            _("Set &follow-up…"),
            "calendar-clock",
            "mentor",
            page("board", "set_follow_up"),
            section="board",
            group=2,
            tip=_("Be reminded of this mentor"),
            enabled_when=lambda w: w.section == "board" and len(w.selected_ids()) == 1,
        ),
        ActionRow(
            "add_reminder",
            _("New rem&inder…"),
            "bell-plus",
            "mentor",
            lambda w: w.add_reminder(),
            ("Ctrl+Shift+R",),
            group=2,
            tip=_("Be reminded of anything, or of the selected person"),
            enabled_when=lambda w: w.app.is_ready,
        ),
        ActionRow(
            "remove_card",
            _("&Remove from board"),
            "square-minus",
            "mentor",
            page("board", "remove_selected"),
            ("Del",),
            "list",
            "board",
            3,
            _("Take the card off the board; the person stays"),
            on("board"),
        ),
    )


def _move_to(stage: str) -> ActionRow:
    name = stage_name(stage)
    icons = {
        "identified": "circle-dashed",
        "asked": "send",
        "accepted": "handshake",
        "declined": "archive",
    }
    return ActionRow(
        f"move_to_{stage}",
        _("Move to {stage}").format(stage=name),
        icons[stage],
        "mentor",
        page("board", "move_to", stage),
        section="board",
        group=1,
        tip=_("Move the selected mentors to {stage}").format(stage=name),
        enabled_when=on("board"),
        submenu=_("Move to &column"),
    )


def _side_moves() -> tuple[tuple[str, str, str, str, int], ...]:
    return (
        ("move_right", _("Move to &next column"), "arrow-right", "Ctrl+Shift+Right", 1),
        ("move_left", _("Move to &previous column"), "arrow-left", "Ctrl+Shift+Left", -1),
    )


def _sideways(action_id: str, text: str, icon: str, keys: str, step: int) -> ActionRow:
    return ActionRow(
        action_id,
        text,
        icon,
        "mentor",
        page("board", "move_sideways", step),
        (keys,),
        "board",
        "board",
        1,
        _("Move the selected mentors to the column beside"),
        on("board"),
    )


def _order_moves() -> tuple[tuple[str, str, str, str, int], ...]:
    return (
        ("move_up", _("Move &up"), "arrow-up", "Ctrl+Shift+Up", -1),
        ("move_down", _("Move &down"), "arrow-down", "Ctrl+Shift+Down", 1),
    )


def _reorder(action_id: str, text: str, icon: str, keys: str, step: int) -> ActionRow:
    return ActionRow(
        action_id,
        text,
        icon,
        "mentor",
        page("board", "reorder", step),
        (keys,),
        "board",
        "board",
        1,
        _("Change the order within the column"),
        on("board"),
    )


def people_rows() -> tuple[ActionRow, ...]:
    """Return what can be done with people in the table."""
    return (
        ActionRow(
            "add_person",
            _("Add &person…"),
            "user-plus",
            "edit",
            page("people", "add_person"),
            section="people",
            group=3,
            tip=_("Add someone to People without a card on the board"),
        ),
        ActionRow(
            "rename",
            _("Edit &name"),
            "pencil",
            "edit",
            page("people", "edit_name"),
            ("F2",),
            "list",
            "people",
            3,
            _("Edit the name of the selected person"),
            on("people"),
        ),
        ActionRow(
            "add_to_board",
            _("Add to &board"),
            "square-kanban",
            "edit",
            page("people", "add_to_board"),
            section="people",
            group=3,
            tip=_("Put the selected people on the board as mentors"),
            enabled_when=on("people"),
        ),
        ActionRow(
            "archive",
            _("&Archive"),
            "archive",
            "edit",
            page("people", "archive"),
            section="people",
            group=4,
            tip=_("Set the selected people aside; their reminders pause"),
            enabled_when=on("people"),
        ),
        ActionRow(
            "trash",
            _("Move to &trash"),
            "trash-2",
            "edit",
            page("people", "trash"),
            ("Del",),
            "list",
            "people",
            4,
            _("Put the selected people in the trash for 30 days"),
            on("people"),
        ),
    )
