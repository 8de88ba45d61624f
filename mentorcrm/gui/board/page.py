"""The board page: filters, four columns, and what the keyboard does with the cards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from mentorcrm import core
from mentorcrm.core.cards import STAGES, Card, stage_name
from mentorcrm.core.i18n import _
from mentorcrm.core.settings import BOARD_FILTER, BOARD_SORT
from mentorcrm.gui.app import App
from mentorcrm.gui.board.columns import Columns
from mentorcrm.gui.board.filters import FilterBar
from mentorcrm.gui.board.fits import Fits
from mentorcrm.gui.board.following import Follower
from mentorcrm.gui.board.menus import card_menu, move_menu
from mentorcrm.gui.board.moving import Mover
from mentorcrm.gui.board.selection import Selection
from mentorcrm.gui.widgets.labels import EmptyState

if TYPE_CHECKING:
    from mentorcrm.core.first_page import FirstPage

_SETTLE_MS = 40
_MINUTE_MS = 60_000


class BoardPage(QWidget):
    """Show the candidates by stage; every mouse action has its key."""

    selection_changed = Signal(str, int)
    """The selected card as ("candidate", id); -1 when none or several are."""
    peek_requested = Signal()
    """Show or hide the detail pane."""
    log_requested = Signal(int, str)
    """Write down a contact (kind) with a candidate."""
    import_requested = Signal()
    search_cleared = Signal()
    """The search text no longer holds."""

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self.title = _("Board")
        self.filters = FilterBar(app)
        self.columns = Columns(app, self._dropped)
        self.mover = Mover(app, self, self.columns.card)
        self.selection = Selection(self.columns)
        self._follower = Follower(app, self.columns)
        self.fits = Fits(app, self)
        self._stack = QStackedWidget()
        self._nobody = EmptyState(
            "users",
            _(
                "No mentors yet. Add someone you would like to learn from. "
                "A name is enough to start."
            ),
            _("Add mentor"),
            _("Import contacts"),
        )
        self._no_match = EmptyState(
            "search", _("No mentor matches these filters."), _("Clear filters")
        )
        self._count_soon = _single_shot(self, _SETTLE_MS, self._count)
        self._lay_out()
        self._connect()
        self._add_shortcuts()
        self._restore_sorts()
        if app.is_ready:
            self._on_ready()

    def _lay_out(self) -> None:
        body = QVBoxLayout(self)
        body.setContentsMargins(16, 12, 16, 16)
        body.setSpacing(10)
        body.addWidget(self.filters)
        for widget in (self.columns, self._nobody, self._no_match):
            self._stack.addWidget(widget)
        body.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._app.ready.connect(self._on_ready)
        self.filters.changed.connect(self._apply_filter)
        self.mover.moved.connect(self.selection.follow)
        self.selection.changed.connect(self.selection_changed)
        self.mover.added.connect(self.show_candidate)
        self.mover.log_requested.connect(self.log_requested)
        self._nobody.activated.connect(self.add_mentor)
        self._nobody.link_activated.connect(self.import_requested)
        self._no_match.activated.connect(self.filters.clear)
        self.filters.cleared.connect(self.search_cleared)
        self._follower.followed.connect(self._count_soon.start)
        self._follower.went.connect(self.selection.keep)
        self.fits.changed.connect(self._take_fits)
        for column in self.columns:
            column.add_requested.connect(self.add_mentor)
            column.sort_changed.connect(self._keep_sorts)
            column.count_changed.connect(self._count_soon.start)
            view = column.view
            view.open_requested.connect(partial(self._app.open_requested.emit, "candidate"))
            view.peek_requested.connect(self.peek_requested)
            view.remove_requested.connect(self.remove_selected)
            view.menu_requested.connect(self._show_menu)
        self._clock = QTimer(self)
        self._clock.setInterval(_MINUTE_MS)
        self._clock.timeout.connect(self._count)

    def _add_shortcuts(self) -> None:
        for keys, handler in (
            ("Ctrl+Shift+Right", partial(self.move_sideways, 1)),
            ("Ctrl+Shift+Left", partial(self.move_sideways, -1)),
            ("Ctrl+Shift+Up", partial(self.reorder, -1)),
            ("Ctrl+Shift+Down", partial(self.reorder, 1)),
            ("Ctrl+Shift+M", self.ask_move_to),
        ):
            # On the columns only: an editor needs the arrows for selecting words.
            shortcut = QShortcut(QKeySequence(keys), self.columns)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(handler)

    # Start, filters, counts

    def preset(self, first: FirstPage) -> None:
        """Show the board as it was read before the database was opened."""
        if self._app.settings.get(BOARD_FILTER):
            return
        for column, content in zip(self.columns, first.columns, strict=True):
            if column.is_manual:
                column.model.preset(content.keys, content.cards)
        if not any(content.keys for content in first.columns):
            self._stack.setCurrentWidget(self._nobody)
            self.filters.hide()

    def _on_ready(self) -> None:
        self.filters.restore(self._app.settings.get(BOARD_FILTER))
        for column in self.columns:
            column.offer_fit(offered=self.fits.goal_id is not None)
            column.model.reload()
        self._clock.start()
        self._count()

    @property
    def search_text(self) -> str:
        """Return what is searched for."""
        return self.filters.value().text

    def search(self, text: str) -> None:
        """Show only the mentors that match ``text``."""
        self.filters.set_text(text)

    def _apply_filter(self) -> None:
        chosen = self.filters.value()
        self._app.settings.remember(BOARD_FILTER, self.filters.kept())
        self.fits.judge_for(chosen.goal_id)
        for column in self.columns:
            column.model.filter = chosen
            column.offer_fit(offered=chosen.goal_id is not None)
            column.model.reload()
        self._count()

    def _take_fits(self, moved: set[int]) -> None:
        """Order and filter by how the cards fit now."""
        self.filters.covering = self.fits.covering()
        for column in self.columns:
            column.model.take_fits(self.fits.found, moved)
        if self.filters.covers and self.columns.current.model.filter != self.filters.value():
            for column in self.columns:
                column.model.filter = self.filters.value()
                column.model.reload()
            self._count_soon.start()

    def _count(self) -> None:
        """Say how many mentors are shown and ready, and what to do where there is none."""
        if not self._app.is_ready:
            return
        chosen = self.columns.filter_now()
        total = sum(column.model.rowCount() for column in self.columns)
        late = self._app.read(core.board.late, self._app.now(), chosen) if total else 0
        before = self.filters.late
        self.filters.say(total, late)
        if total:
            page: QWidget = self.columns
        else:
            page = self._no_match if chosen.active else self._nobody
        self._stack.setCurrentWidget(page)
        self.filters.setVisible(page is not self._nobody)
        if late != before:
            self.columns.repaint_cards()

    def _restore_sorts(self) -> None:
        for column, sort in zip(self.columns, self._app.settings.get(BOARD_SORT), strict=False):
            column.set_sort(sort)

    def _keep_sorts(self) -> None:
        sorts = [column.model.sort_by for column in self.columns]
        self._app.settings.remember(BOARD_SORT, sorts)

    def _dropped(self, ids: list[int], stage: str, before_id: int | None) -> None:
        self.mover.move(ids, stage, before_id)

    # Selection

    def current_ids(self) -> list[int]:
        """Return the selected cards in order."""
        return self.selection.ids()

    def current_cards(self) -> list[Card]:
        """Return what the first of the selected cards say."""
        return self.selection.cards()

    def current_stage(self) -> str | None:
        """Return the stage of the selected cards."""
        return self.columns.current.stage if self.current_ids() else None

    def select(self, ids: Sequence[int]) -> None:
        """Select these cards where they are now, and go there; they are in one column."""
        self.selection.select(ids)

    def show_candidate(self, candidate_id: int) -> None:
        """Select a card, without the filters when they hide it."""
        if self.columns.showing(candidate_id) is None and self.filters.value().active:
            self.filters.clear()
        self.select([candidate_id])

    # What is done to the selected cards

    def move_to(self, stage: str) -> None:
        """Move the selected cards to the top of a stage."""
        ids = self.current_ids()
        if ids and stage != self.current_stage():
            target = self.columns.of_stage(stage)
            self.mover.move(ids, stage, target.model.before_id(0))

    def move_sideways(self, step: int) -> None:
        """Move the selected cards to the top of the next column on that side."""
        there = self.columns.beside(step)
        if there is not None:
            self.move_to(there.stage)

    def reorder(self, step: int) -> None:
        """Move the selected cards up (-1) or down (1) within their column."""
        column = self.columns.current
        rows = column.view.selected_rows()
        if not rows:
            return
        if not column.is_manual:
            self._app.notices.status(
                _("{stage} is not ordered by hand.").format(stage=stage_name(column.stage))
            )
            return
        target = max(0, rows[0] - 1) if step < 0 else rows[-1] + 2
        if step > 0 and rows[-1] + 1 >= column.model.rowCount():
            return
        self.mover.move(column.view.selected_ids(), column.stage, column.model.before_id(target))

    def ask_move_to(self) -> None:
        """Offer the four stages beside the card; a letter chooses."""
        if self.current_ids():
            self._pop_up(move_menu(self), self._card_point())

    def open_current(self) -> None:
        """Open the selected card."""
        ids = self.current_ids()
        if len(ids) == 1:
            self._app.open_requested.emit("candidate", ids[0])

    def remove_selected(self) -> None:
        """Take the selected cards off the board; the people stay."""
        column = self.columns.current
        rows = column.view.selected_rows()
        if not rows:
            return
        self.mover.remove(column.view.selected_ids())
        left = column.model.rowCount()
        if left and not column.view.selected_rows():
            self.selection.select_rows(column, [min(rows[0], left - 1)])

    def set_sub_state(self, sub_state: str, words: str) -> None:
        """Say where within their stage the selected cards are."""
        if ids := self.current_ids():
            self.mover.set_sub_state(ids, sub_state, words)

    def set_follow_up(self) -> None:
        """Ask when to follow up with the selected mentor."""
        self._with_one(self.mover.ask_follow_up)

    def add_note(self) -> None:
        """Write a note about the selected mentor."""
        self._with_one(lambda each: self.log_requested.emit(each, "note"))

    def add_reason(self) -> None:
        """Ask why the selected mentor declined."""
        self._with_one(self.mover.ask_reason)

    def _with_one(self, handler: Callable[[int], object]) -> None:
        ids = self.current_ids()
        if len(ids) == 1:
            handler(ids[0])

    # Adding

    def add_mentor(self, stage: str = "identified") -> None:
        """Ask for somebody to add to a stage: new, or one of the people who are here."""
        if not self._app.is_ready:
            return
        # Late: the window is painted before anybody asks for a dialog (8 ms).
        from mentorcrm.gui.board.add_dialog import AddMentorDialog  # noqa: PLC0415

        stage = stage if stage in STAGES else "identified"
        goal_id = self.filters.value().goal_id
        add = partial(self.mover.add, stage)
        AddMentorDialog(self._app, stage, add, self, goal_id).open()

    # Menus

    def _show_menu(self, point: QPoint) -> None:
        self._pop_up(card_menu(self), point)

    def _pop_up(self, menu: QMenu, point: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(point)

    def _card_point(self) -> QPoint:
        view = self.columns.current.view
        return view.viewport().mapToGlobal(view.visualRect(view.currentIndex()).center())


def _single_shot(parent: QWidget, wait_ms: int, handler: Callable[[], object]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(wait_ms)
    timer.timeout.connect(handler)
    return timer
