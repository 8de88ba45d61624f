"""THE table of actions. A row says what an action is called and what it does.

Rows of one ``group`` stand together in their menu.
"""

from __future__ import annotations

from mentorcrm.core.i18n import _
from mentorcrm.gui.actions.document_rows import document_rows
from mentorcrm.gui.actions.goal_rows import description_rows, goal_rows
from mentorcrm.gui.actions.match_rows import match_rows
from mentorcrm.gui.actions.record_rows import mentor_rows, people_rows
from mentorcrm.gui.actions.row import ActionRow, go
from mentorcrm.gui.actions.text_rows import text_rows


def rows() -> tuple[ActionRow, ...]:
    """Return the table."""
    return (
        *_file(),
        *_edit(),
        *people_rows(),
        *goal_rows(),
        *description_rows(),
        *text_rows(),
        *match_rows(),
        *_view(),
        *mentor_rows(),
        *_tools(),
        *_help(),
    )


def _file() -> tuple[ActionRow, ...]:
    return (
        ActionRow(
            "import",
            _("&Import contacts…"),
            "file-down",
            "file",
            lambda w: w.import_contacts(),
            ("Ctrl+O",),
            tip=_("Bring in a LinkedIn export or another list of contacts"),
        ),
        ActionRow(
            "export",
            _("&Export…"),
            "file-up",
            "file",
            lambda w: w.export(),
            ("Ctrl+Shift+S",),
            tip=_("Write contacts or mentors to a file"),
        ),
        ActionRow(
            "import_history",
            _("Import &history…"),
            "history",
            "file",
            lambda w: w.show_import_history(),
            tip=_("See past imports and take one back"),
        ),
        *document_rows(),
        ActionRow(
            "backups",
            _("&Backups…"),
            "archive-restore",
            "file",
            lambda w: w.show_backups(),
            group=1,
            tip=_("Make a backup or go back to one"),
        ),
        ActionRow(
            "close",
            _("&Close window"),
            "x",
            "file",
            lambda w: w.close(),
            ("Ctrl+W",),
            group=2,
            tip=_("Close the window; everything is saved"),
        ),
        ActionRow(
            "quit",
            _("&Quit"),
            "log-out",
            "file",
            lambda w: w.quit(),
            ("Ctrl+Q",),
            group=2,
            tip=_("End MentorCRM; everything is saved"),
        ),
    )


def _edit() -> tuple[ActionRow, ...]:
    return (
        ActionRow(
            "undo",
            _("&Undo"),
            "undo-2",
            "edit",
            lambda w: w.app.undo(),
            ("Ctrl+Z",),
            tip=_("Take the last action back"),
            enabled_when=lambda w: w.undo_label is not None,
        ),
        ActionRow(
            "redo",
            _("&Redo"),
            "redo-2",
            "edit",
            lambda w: w.app.redo(),
            ("Ctrl+Shift+Z", "Ctrl+Y"),
            tip=_("Do again what was taken back"),
            enabled_when=lambda w: w.redo_label is not None,
        ),
        ActionRow(
            "find",
            _("&Search this page"),
            "search",
            "edit",
            lambda w: w.focus_search(),
            ("Ctrl+F",),
            group=1,
            tip=_("Search the page that is shown"),
            enabled_when=lambda w: w.can_search(),
        ),
        ActionRow(
            "preferences",
            _("Prefer&ences"),
            "settings",
            "edit",
            lambda w: w.show_preferences(),
            ("Ctrl+,",),
            group=2,
            tip=_("Look, reminders and data"),
        ),
    )


def _view() -> tuple[ActionRow, ...]:
    places = (
        ("board", _("&Board"), "square-kanban"),
        ("people", _("&People"), "users"),
        ("goals", _("&Goals"), "target"),
        ("ideal_mentor", _("&Ideal mentor"), "file-user"),
        ("match", _("&Match"), "puzzle"),
    )
    shown = tuple(
        ActionRow(
            f"go_{section}",
            text,
            icon,
            "view",
            go(section),
            (f"Ctrl+{number}",),
            tip=_("Go to {page}").format(page=text.replace("&", "")),
            checkable=True,
        )
        for number, (section, text, icon) in enumerate(places, start=1)
    )
    return (
        *shown,
        ActionRow(
            "previous_section",
            _("P&revious page"),
            "chevron-up",
            "view",
            lambda w: w.step_section(-1),
            ("Ctrl+PgUp",),
            group=1,
            tip=_("Go to the page above in the sidebar"),
        ),
        ActionRow(
            "next_section",
            _("&Next page"),
            "chevron-down",
            "view",
            lambda w: w.step_section(1),
            ("Ctrl+PgDown",),
            group=1,
            tip=_("Go to the page below in the sidebar"),
        ),
        ActionRow(
            "sidebar",
            _("&Sidebar"),
            "panel-left",
            "view",
            lambda w: w.toggle_sidebar(),
            ("F9",),
            group=2,
            tip=_("Show the sidebar wide or narrow"),
        ),
        ActionRow(
            "detail",
            _("&Detail pane"),
            "panel-right",
            "view",
            lambda w: w.toggle_detail(),
            ("Alt+Return",),
            group=2,
            tip=_("Show or hide the details of what is selected"),
            checkable=True,
        ),
        ActionRow(
            "next_region",
            _("Ne&xt region"),
            "square-arrow-right",
            "view",
            lambda w: w.step_region(1),
            ("F6",),
            group=3,
            tip=_("Move the keyboard to the next part of the window"),
        ),
        ActionRow(
            "previous_region",
            _("Previ&ous region"),
            "square-arrow-left",
            "view",
            lambda w: w.step_region(-1),
            ("Shift+F6",),
            group=3,
            tip=_("Move the keyboard to the part before"),
        ),
    )


def _tools() -> tuple[ActionRow, ...]:
    return (
        ActionRow(
            "palette",
            _("&Find a command or person…"),
            "command",
            "tools",
            lambda w: w.show_palette(),
            ("Ctrl+K",),
            tip=_("Type a few letters of a command, a person or a goal"),
        ),
        ActionRow(
            "due",
            _("&Reminders due"),
            "bell",
            "tools",
            lambda w: w.show_due(),
            tip=_("See what is due"),
        ),
    )


def _help() -> tuple[ActionRow, ...]:
    return (
        ActionRow(
            "shortcuts",
            _("&Keyboard shortcuts"),
            "keyboard",
            "help",
            lambda w: w.show_shortcuts(),
            ("Ctrl+?", "Ctrl+/", "F1"),
            tip=_("See all keys"),
        ),
        ActionRow(
            "about",
            _("&About MentorCRM"),
            "info",
            "help",
            lambda w: w.show_about(),
            group=1,
            tip=_("Version, licence and where your data is"),
        ),
    )


def menu_titles() -> dict[str, str]:
    """Return the menus of the menu bar, in their order."""
    return {
        "file": _("&File"),
        "edit": _("&Edit"),
        "view": _("&View"),
        "mentor": _("&Mentor"),
        "tools": _("&Tools"),
        "help": _("&Help"),
    }
