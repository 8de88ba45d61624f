"""The menus of a card."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from mentorcrm.core.cards import STAGES, sub_states
from mentorcrm.core.i18n import _
from mentorcrm.gui import icons
from mentorcrm.gui.board.card_text import STAGE_ICONS

if TYPE_CHECKING:
    from mentorcrm.gui.board.page import BoardPage


def move_menu(page: BoardPage) -> QMenu:
    """Return "Move to": a stage by its letter, I, A, C or D."""
    menu = QMenu(_("&Move to"), page)
    texts = {
        "identified": _("&Identified"),
        "asked": _("&Asked"),
        "accepted": _("A&ccepted"),
        "declined": _("&Declined"),
    }
    here = page.current_stage()
    for stage in STAGES:
        action = menu.addAction(icons.icon(STAGE_ICONS[stage], stage), texts[stage])
        action.setEnabled(stage != here)
        action.triggered.connect(lambda _on=False, stage=stage: page.move_to(stage))
    return menu


def card_menu(page: BoardPage) -> QMenu:
    """Return the context menu of the selected cards."""
    menu = QMenu(page)
    one = len(page.current_ids()) == 1
    _add(menu, "panel-right", _("&Open"), page.open_current, one)
    menu.addMenu(move_menu(page)).setIcon(icons.icon("arrow-right-left", "muted"))
    menu.addMenu(_sub_state_menu(page)).setIcon(icons.icon("list-checks", "muted"))
    menu.addSeparator()
    _add(menu, "clock", _("&Follow up…"), page.set_follow_up, one)
    _add(menu, "notebook-pen", _("Add &note…"), page.add_note, one)
    if page.current_stage() == "declined":
        _add(menu, "message-square", _("Add a &reason…"), page.add_reason, one)
    menu.addSeparator()
    _add(menu, "trash-2", _("Remove from &board"), page.remove_selected, True)
    return menu


def _sub_state_menu(page: BoardPage) -> QMenu:
    stage = page.current_stage()
    menu = QMenu(_("Mark &as"), page)
    present = {card.sub_state for card in page.current_cards()}
    for state, words in sub_states(stage).items() if stage else ():
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(present == {state})
        action.triggered.connect(
            lambda _on=False, state=state, words=words: page.set_sub_state(state, words)
        )
    return menu


def _add(menu: QMenu, icon: str, text: str, handler: Callable[[], object], enabled: bool) -> None:
    action = menu.addAction(icons.icon(icon, "muted"), text)
    action.setEnabled(enabled)
    action.triggered.connect(lambda: handler())  # noqa: PLW0108 - the signal brings "checked"
