"""The menus of the table of people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from mentorcrm.core.i18n import _
from mentorcrm.gui import icons
from mentorcrm.gui.widgets.labels import plain_label
from mentorcrm.gui.widgets.page import MARGIN, Form

if TYPE_CHECKING:
    from mentorcrm.gui.contacts.page import PeoplePage

_MOST_TAGS = 25


def context_menu(page: PeoplePage) -> QMenu:
    """Return the menu for the selected people, with what fits the list they are in."""
    menu = QMenu(page)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    state, single = page.model.state, len(page.current_ids()) == 1
    _add(menu, "panel-right", _("Open"), page.detail_requested.emit, "Return", on=single)
    if state == "trash":
        menu.addSeparator()
        _add(menu, "undo-2", _("Restore"), page.restore)
        _add(menu, "trash", _("Delete for good…"), page.delete_for_good, "Del")
        return menu
    _add(menu, "pencil", _("Edit name"), page.edit_name, "F2", on=single)
    _add(menu, "copy", _("Copy e-mail address"), page.copy_email)
    menu.addSeparator()
    if state == "listed":
        _add(menu, "square-kanban", _("Add to board"), page.add_to_board)
        for title, adding in ((_("Tag"), True), (_("Remove tag"), False)):
            tags = menu.addMenu(icons.icon("tag", "muted"), title)
            tags.aboutToShow.connect(
                lambda tags=tags, adding=adding: fill_tag_menu(page, tags, adding=adding)
            )
    _add(menu, "share", _("Export…"), page.export_selected)
    menu.addSeparator()
    if state == "listed":
        _add(menu, "archive", _("Archive"), page.archive)
    else:
        _add(menu, "archive-restore", _("Bring back"), page.unarchive)
    _add(menu, "trash", _("Delete"), page.trash, "Del")
    return menu


def fill_tag_menu(page: PeoplePage, menu: QMenu, *, adding: bool) -> None:
    """Offer every tag, and a new one when a tag is to be added."""
    menu.clear()
    names = page.tag_names()
    act = page.add_tag if adding else page.remove_tag
    for name in names[:_MOST_TAGS]:
        action = menu.addAction(name.replace("&", "&&"))
        action.triggered.connect(lambda _on=False, name=name: act(name))
    if adding:
        if names:
            menu.addSeparator()
        action = menu.addAction(icons.icon("plus", "muted"), _("New tag…"))
        action.triggered.connect(lambda: ask_for_tag(page, names, page.add_tag))
    elif not names:
        menu.addAction(_("There are no tags yet")).setEnabled(False)


def ask_for_tag(parent: QWidget, names: Sequence[str], act: Callable[[str], None]) -> QDialog:
    """Ask for a tag by name and act with it."""
    dialog = QDialog(parent.window())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(_("New tag"))
    line = QLineEdit()
    completer = QCompleter(list(names), line)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    line.setCompleter(completer)
    buttons = QDialogButtonBox()
    cancel = buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
    cancel.setAutoDefault(False)
    add = buttons.addButton(_("Add tag"), QDialogButtonBox.ButtonRole.AcceptRole)
    add.setDefault(True)
    add.setEnabled(False)
    line.textChanged.connect(lambda text: add.setEnabled(bool(text.strip())))
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    dialog.accepted.connect(lambda: act(line.text().strip()))
    form = Form()
    form.add(_("&Tag"), line)
    outer = QVBoxLayout(dialog)
    outer.setContentsMargins(24, 20, 24, 20)
    outer.setSpacing(MARGIN)
    outer.addWidget(plain_label(dialog.windowTitle(), "h1"))
    outer.addLayout(form)
    outer.addWidget(buttons)
    dialog.resize(dialog.fontMetrics().averageCharWidth() * 50, dialog.sizeHint().height())
    dialog.open()
    return dialog


def _add(
    menu: QMenu, icon: str, text: str, act: Callable[[], object], keys: str = "", *, on: bool = True
) -> QAction:
    action = QAction(icons.icon(icon, "muted"), text, menu)
    if keys:
        action.setShortcut(QKeySequence(keys))
        action.setShortcutVisibleInContextMenu(True)
        # Shown only: the key itself belongs to the table, a second holder would make it ambiguous.
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.setEnabled(on)
    action.triggered.connect(lambda _on=False: act())
    menu.addAction(action)
    return action
