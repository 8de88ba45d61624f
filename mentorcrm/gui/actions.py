"""THE table of actions: from it come menus, shortcuts, toolbar, palette and shortcut sheet.

A row says what an action is called and what it does; nothing else in the window makes
menu entries or shortcuts. Rows of one ``group`` stand together in their menu.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from mentorcrm.core.i18n import _
from mentorcrm.gui import icons
from mentorcrm.gui.format import in_sentence
from mentorcrm.gui.sections import sections

if TYPE_CHECKING:
    from mentorcrm.gui.main_window import MainWindow

Context = Literal["window", "board", "list", "composer"]
"""Where a shortcut works: everywhere, on the board, in a list, in the mail composer.

The keys of "list" are handled by the lists themselves, because as shortcuts of the window
they would beat a focused button; here they are shown.
"""
Handler = Callable[["MainWindow"], object]
Test = Callable[["MainWindow"], bool]


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One row of the table."""

    id: str
    text: str
    icon: str
    menu: str
    handler: Handler
    shortcuts: tuple[str | QKeySequence.StandardKey, ...] = ()
    context: Context = "window"
    section: str = ""
    """The page it works on; empty when it works on every page."""
    group: int = 0
    tip: str = ""
    enabled_when: Test | None = None
    submenu: str = ""
    checkable: bool = False

    @property
    def name(self) -> str:
        """Return the text without access key and dots."""
        return self.text.replace("&", "").rstrip("….")

    def keys(self) -> list[QKeySequence]:
        """Return all key sequences, the one to show first."""
        found: list[QKeySequence] = []
        for shortcut in self.shortcuts:
            if isinstance(shortcut, str):
                found.append(QKeySequence(shortcut))
            else:
                found.extend(QKeySequence.keyBindings(shortcut))
        return found


def _page(section: str, method: str, *args: object) -> Handler:
    """Call ``method`` of a section's page, which is shown first when it is not."""

    def call(window: MainWindow) -> object:
        return getattr(window.show_section(section), method)(*args)

    return call


def _go(section: str) -> Handler:
    return lambda window: window.show_section(section)


def _on(section: str) -> Test:
    """Ask whether ``section`` is shown and something is selected on it."""
    return lambda window: window.section == section and bool(window.selected_ids())


def _shown(section: str) -> Test:
    return lambda window: window.section == section


_Key = QKeySequence.StandardKey


def rows() -> tuple[ActionRow, ...]:
    """Return the table."""
    return (*_file(), *_edit(), *_view(), *_mentor(), *_tools(), *_help())


def _file() -> tuple[ActionRow, ...]:
    return (
        ActionRow(
            "import",
            _("&Import contacts…"),
            "file-down",
            "file",
            lambda w: w.import_contacts(),
            (_Key.Open,),
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
            (_Key.Undo,),
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
            (_Key.Find,),
            group=1,
            tip=_("Search the page that is shown"),
            enabled_when=lambda w: w.can_search(),
        ),
        ActionRow(
            "preferences",
            _("&Preferences"),
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
    )
    there = {section.id for section in sections()}
    go = tuple(
        ActionRow(
            f"go_{section}",
            text,
            icon,
            "view",
            _go(section),
            (f"Ctrl+{number}",),
            tip=_("Go to {page}").format(page=text.replace("&", "")),
            checkable=True,
        )
        for number, (section, text, icon) in enumerate(places, start=1)
        if section in there
    )
    return (
        *go,
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
            _("Next re&gion"),
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


def _mentor() -> tuple[ActionRow, ...]:
    return (
        ActionRow(
            "add_mentor",
            _("&Add mentor…"),
            "user-plus",
            "mentor",
            _page("board", "add_mentor"),
            ("Ctrl+N",),
            tip=_("Add someone you would like to learn from"),
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


class Actions(QObject):
    """The table come to life: one QAction per row, in its menu, with its keys."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.rows = rows()
        self._actions = {row.id: self._make(row) for row in self.rows}
        self._submenus: dict[tuple[str, str], QMenu] = {}

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def fill(self, bar: QMenuBar) -> None:
        """Put every action into its menu."""
        for menu_id, title in menu_titles().items():
            menu = bar.addMenu(title)
            menu.setToolTipsVisible(True)
            group = 0
            for row in (row for row in self.rows if row.menu == menu_id):
                if row.group != group:
                    menu.addSeparator()
                    group = row.group
                self._target(menu, row).addAction(self._actions[row.id])
            menu.aboutToShow.connect(self.update)

    def attach_to_page(self, section: str, page: QWidget) -> None:
        """Let the shortcuts of ``section`` work while the keyboard is on its page."""
        for row in self.rows:
            if row.context == "board" and row.section == section:
                page.addAction(self._actions[row.id])

    def context_menu(self, section: str, parent: QWidget) -> QMenu:
        """Return a menu of what can be done with the selection on ``section``."""
        self.update()
        menu = QMenu(parent)
        for row in self.rows:
            if row.section == section:
                menu.addAction(self._actions[row.id])
        return menu

    def update(self) -> None:
        """Take over what is possible now, and the names of undo and redo."""
        window = self._window
        for row in self.rows:
            if row.enabled_when is not None:
                self._actions[row.id].setEnabled(row.enabled_when(window))
        for action_id, label, text, bare in (
            ("undo", window.undo_label, _("&Undo {action}"), _("&Undo")),
            ("redo", window.redo_label, _("&Redo {action}"), _("&Redo")),
        ):
            shown = text.format(action=in_sentence(label).replace("&", "&&")) if label else bare
            self._actions[action_id].setText(shown)
            self._actions[action_id].setToolTip(
                shown.replace("&&", "\0").replace("&", "").replace("\0", "&")
            )
        for row in self.rows:
            if row.id.startswith("go_"):
                self._actions[row.id].setChecked(row.id == f"go_{window.section}")
        self._actions["detail"].setChecked(window.wants_detail)

    def run(self, action_id: str) -> None:
        """Do the action, if it is possible now."""
        self.update()
        self._actions[action_id].trigger()

    def _target(self, menu: QMenu, row: ActionRow) -> QMenu:
        if not row.submenu:
            return menu
        key = (row.menu, row.submenu)
        if key not in self._submenus:
            self._submenus[key] = menu.addMenu(row.submenu)
        return self._submenus[key]

    def _make(self, row: ActionRow) -> QAction:
        action = QAction(icons.icon(row.icon, "muted"), row.text, self._window)
        action.setObjectName(row.id)
        action.setToolTip(row.tip or row.name)
        action.setIconVisibleInMenu(True)
        action.setCheckable(row.checkable)
        if row.context == "list":
            keys = row.keys()
            shown = keys[0].toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
            action.setText(f"{row.text}\t{shown}")
        else:
            action.setShortcuts(row.keys())
        if row.context in ("board", "composer"):
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        window = self._window
        action.triggered.connect(lambda _checked=False: row.handler(window))
        return action
