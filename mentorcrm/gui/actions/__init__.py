"""The actions of the window: menus, shortcuts, toolbar, palette and sheet from one table.

``table`` holds the rows; nothing else in the window makes menu entries or shortcuts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from mentorcrm.core.i18n import _
from mentorcrm.gui import icons
from mentorcrm.gui.actions.row import ActionRow, shown_keys
from mentorcrm.gui.actions.table import menu_titles, rows
from mentorcrm.gui.format import in_sentence

if TYPE_CHECKING:
    from mentorcrm.gui.main_window import MainWindow

__all__ = ["ActionRow", "Actions", "menu_titles", "rows"]


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

    def entries(self) -> list[tuple[str, str, str, str, bool]]:
        """Return what the palette offers: id, name, icon, keys, possible now."""
        self.update()
        return [
            (row.id, row.name, row.icon, shown_keys(row), self._actions[row.id].isEnabled())
            for row in self.rows
        ]

    def keys_by_menu(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Return each menu's name with those of its actions that have keys."""
        titles = menu_titles()
        return [
            (
                titles[menu].replace("&", ""),
                [
                    (row.name, shown_keys(row))
                    for row in self.rows
                    if row.menu == menu and row.sequences()
                ],
            )
            for menu in titles
        ]

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
        if row.context == "window":
            action.setShortcuts(row.sequences())
        else:
            action.setText(f"{row.text}\t{shown_keys(row)}")
        window = self._window
        action.triggered.connect(lambda _checked=False: row.handler(window))
        return action
