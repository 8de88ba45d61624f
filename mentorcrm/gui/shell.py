"""The parts around the pages: toolbar, sidebar, message bar, status bar, and their layout."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from mentorcrm.core.i18n import _
from mentorcrm.core.settings import WINDOW_SIDEBAR
from mentorcrm.gui.task_status import TaskStatus
from mentorcrm.gui.widgets.badge_button import BadgeButton
from mentorcrm.gui.widgets.buttons import IconButton
from mentorcrm.gui.widgets.fields import SearchField, search_hint
from mentorcrm.gui.widgets.labels import ElidedLabel, plain_label
from mentorcrm.gui.widgets.message_bar import MessageBar
from mentorcrm.gui.widgets.side_pane import SidePane
from mentorcrm.gui.widgets.sidebar import RAIL, Sidebar

if TYPE_CHECKING:
    from mentorcrm.gui.actions import Actions
    from mentorcrm.gui.main_window import MainWindow
    from mentorcrm.gui.sections import Section


class Shell(QObject):
    """Build the frame of ``window`` around ``stack`` and keep its layout fit."""

    def __init__(
        self, window: MainWindow, stack: QStackedWidget, sections: Sequence[Section]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._columns = 2
        self._sidebar_choice = window.app.settings.get(WINDOW_SIDEBAR)
        self.sidebar = Sidebar(_("Pages"))
        for number, section in enumerate(sections, start=1):
            tip = f"{section.label} (Ctrl+{number})"
            self.sidebar.add_section(section.id, section.label, section.icon, tip)
        self.sidebar.chosen.connect(window.show_section)
        self.message_bar = MessageBar()
        self.side = SidePane(stack)
        self.side.toggled.connect(self.arrange)
        self.title = plain_label("", "h1")
        self.search = SearchField(_("Search"))
        self.bell = BadgeButton()
        self.status = ElidedLabel("", "muted")
        self.next_reminder = plain_label("", "muted")
        self.tasks = TaskStatus(window.app.tasks)

    def build(self, actions: Actions) -> None:
        """Put the parts into the window."""
        window = self._window
        window.addToolBar(self._tool_bar(actions))
        window.setCentralWidget(self._center())
        bar = window.statusBar()
        bar.setSizeGripEnabled(False)
        bar.addWidget(self.status, 1)
        bar.addPermanentWidget(self.tasks)
        bar.addPermanentWidget(self.next_reminder)
        window.app.notices.status_changed.connect(self.status.setText)
        self.set_due(0, "")

    def set_due(self, count: int, next_text: str) -> None:
        """Show how many reminders are due, and which comes next."""
        words = _("Reminders: nothing is due")
        if count:
            words = _("Reminders: {n} due").format(n=count)
        self.bell.set_count(count, words)
        self.next_reminder.setText(next_text)
        self.next_reminder.setVisible(bool(next_text))

    def show_section(self, section: Section, page: QWidget) -> None:
        """Show title, search field and widths for a page."""
        self._columns = section.columns
        self.title.setText(section.label)
        self._window.setWindowTitle(_("{page} – MentorCRM").format(page=section.label))
        self.sidebar.set_current(section.id)
        searchable = bool(section.search)
        self.search.setEnabled(searchable)
        self._search_action.setVisible(searchable)
        self.search.show_text(str(getattr(page, "search_text", "")) if searchable else "")
        if searchable:
            self.search.setPlaceholderText(search_hint(section.search))
            self.search.setAccessibleName(_("Search {what}").format(what=section.search))
        self.arrange()

    def toggle_sidebar(self) -> None:
        """Show names in the sidebar, or icons only, from now on."""
        self._sidebar_choice = "wide" if self.sidebar.rail else "rail"
        self._window.app.settings.remember(WINDOW_SIDEBAR, self._sidebar_choice)
        self.arrange()

    def arrange(self) -> None:
        """Give sidebar and pane the form that fits the width: 26 characters a column."""
        char = self._window.fontMetrics().averageCharWidth()
        width = self._window.width()
        pane = self.side.pane_width() if self.side.is_open else 0
        wanted = self._columns * (26 * char + 12) + 20  # with the room between and beside them
        tight = width - self.sidebar.wide_width() - pane < wanted
        rail = self._sidebar_choice == "rail" or (self._sidebar_choice == "auto" and tight)
        rail = rail or width < 900
        if rail != self.sidebar.rail or self.sidebar.width() != self._sidebar_width(rail):
            self.sidebar.set_rail(rail)
        self.search.setFixedWidth(char * (38 if width > 1000 else 24))
        self.side.set_content_room(self._columns * 22 * char)

    def focus_page(self) -> None:
        """Put the keyboard on the page that is shown."""
        _focus_into(self._window.current_page())

    def step_region(self, step: int) -> None:
        """Move the keyboard to the next region that is shown: Tab moves inside it."""
        regions = [area for area in self._regions() if area[0].isVisible()]
        inside = [place for place, (area, _focus) in enumerate(regions) if _has_focus(area)]
        place = (inside[0] + step) % len(regions) if inside else 0
        regions[place][1]()

    def _regions(self) -> list[tuple[QWidget, Callable[[], object]]]:
        page = self._window.current_page()
        return [
            (self.search, self.search.setFocus),
            (self.sidebar, self.sidebar.setFocus),
            (page, lambda: _focus_into(page)),
            (self.side.holder, lambda: _focus_into(self.side.holder)),
            (self.message_bar, lambda: _focus_into(self.message_bar)),
        ]

    def _sidebar_width(self, rail: bool) -> int:
        return RAIL if rail else self.sidebar.wide_width()

    def _tool_bar(self, actions: Actions) -> QToolBar:
        bar = QToolBar(_("Toolbar"))
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.setIconSize(QSize(18, 18))
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        bar.addWidget(_tool(actions, "sidebar"))
        self.title.setContentsMargins(8, 0, 16, 0)
        bar.addWidget(self.title)
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(space)
        self.search.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        # A toolbar shows and hides its widgets by their actions only.
        self._search_action = bar.addWidget(self.search)
        bar.addWidget(_tool(actions, "undo"))
        bar.addWidget(_tool(actions, "redo"))
        _set_up(self.bell, actions, "due")
        bar.addWidget(self.bell)
        bar.addWidget(_add_button(actions))
        return bar

    def _center(self) -> QWidget:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        message = QVBoxLayout()
        message.setContentsMargins(16, 10, 16, 6)
        message.addWidget(self.message_bar)
        self._message_room = QWidget()
        self._message_room.setLayout(message)
        self._message_room.hide()
        self.message_bar.dismissed.connect(self._message_room.hide)
        self.message_bar.appeared.connect(self._message_room.show)
        right.addWidget(self._message_room)
        right.addWidget(self.side, 1)
        center = QWidget()
        line = QHBoxLayout(center)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.sidebar)
        line.addLayout(right, 1)
        return center


def _set_up(button: QToolButton, actions: Actions, action_id: str) -> None:
    action = actions[action_id]
    button.setIcon(action.icon())
    button.setIconSize(QSize(18, 18))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(action.trigger)
    row = next(row for row in actions.rows if row.id == action_id)
    button.setAccessibleName(row.name)

    def follow() -> None:
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        button.setEnabled(action.isEnabled())
        if not isinstance(button, BadgeButton):
            button.setToolTip(f"{action.toolTip()} ({keys})" if keys else action.toolTip())
            button.setAccessibleName(
                action.toolTip() if action_id in ("undo", "redo") else row.name
            )

    action.changed.connect(follow)
    follow()


def _tool(actions: Actions, action_id: str) -> QToolButton:
    button = QToolButton()
    _set_up(button, actions, action_id)
    return button


def _add_button(actions: Actions) -> QPushButton:
    action = actions["add_mentor"]
    button = IconButton("user-plus", _("Add mentor"), primary=True)
    button.setToolTip(f"{action.toolTip()} ({action.shortcut().toString()})")
    button.clicked.connect(action.trigger)
    return button


def _has_focus(area: QWidget) -> bool:
    return area.hasFocus() or any(child.hasFocus() for child in area.findChildren(QWidget))


def _focus_into(area: QWidget) -> None:
    """Put the keyboard on what had it last inside ``area``, else on its first list or field."""
    shown = [w for w in area.findChildren(QWidget) if w.isVisible() and w.isEnabled()]
    takers = [w for w in shown if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    lists = [w for w in takers if isinstance(w, QAbstractItemView)]
    # Where nothing is listed, the button that begins something comes first.
    begin = [w for w in takers if w.property("primary")]
    for widget in (*lists, *begin, *takers):
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return
