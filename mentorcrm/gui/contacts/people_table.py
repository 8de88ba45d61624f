"""The table of people as a widget: columns chosen by the user, rows by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from mentorcrm.core.i18n import _
from mentorcrm.core.settings import PEOPLE_COLUMNS, PEOPLE_SORT, PEOPLE_WIDTHS, Settings
from mentorcrm.gui.contacts.column_fit import Wish, fitted
from mentorcrm.gui.contacts.people_delegate import PeopleDelegate
from mentorcrm.gui.contacts.people_model import PeopleModel

_MOST_KEPT = 2_000


class PeopleTable(QTableView):
    """Show a PeopleModel; the chosen columns, their widths and the sort are remembered."""

    selected = Signal()
    """Other people are selected, or another one is the current one."""
    opened = Signal()
    peeked = Signal()
    delete_requested = Signal()
    menu_requested = Signal(QPoint)

    def __init__(
        self, people: PeopleModel, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.people = people
        self.hovered_row = -1
        self._settings = settings
        self._kept: list[int] = []
        self._kept_current = -1
        self._restoring = False
        self._no_room: set[int] = set()
        self._last_shown = -1
        self.setModel(people)
        self.setItemDelegate(PeopleDelegate(self))
        self.setAccessibleName(_("People"))
        self._set_up_rows()
        self._set_up_header()
        self._restore()
        self.selectionModel().selectionChanged.connect(lambda *_args: self.selected.emit())
        self.selectionModel().currentChanged.connect(self._current_moved)
        people.modelAboutToBeReset.connect(self._keep_selection)
        people.modelReset.connect(self._bring_selection_back)
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    # What the page asks

    def selected_ids(self) -> list[int]:
        """Return the ids of the selected rows, from top to bottom."""
        rows: set[int] = set()
        for part in self.selectionModel().selection().toList():
            rows.update(range(part.top(), part.bottom() + 1))
        return [self.people.record_id(row) for row in sorted(rows)]

    def selected_count(self) -> int:
        """Return how many rows are selected, without reading them."""
        return sum(part.height() for part in self.selectionModel().selection().toList())

    def current_id(self) -> int:
        """Return the id of the current row, -1 for none."""
        row = self.currentIndex().row()
        return self.people.record_id(row) if 0 <= row < self.people.rowCount() else -1

    def select_ids(self, ids: Collection[int], current: int = -1) -> None:
        """Select the rows of ``ids`` and make ``current`` (or the first) the current one."""
        wanted = set(ids)
        selection = QItemSelection()
        last = self.people.columnCount() - 1
        first = -1
        for row, record_id in enumerate(self.people.ids()):
            if record_id in wanted:
                selection.select(self.people.index(row, 0), self.people.index(row, last))
                if first < 0 or record_id == current:
                    first = row
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(selection, flags.ClearAndSelect)
        if first >= 0:
            self.selectionModel().setCurrentIndex(self.people.index(first, 0), flags.NoUpdate)
            self.scrollTo(self.people.index(first, 0))

    def edit_name(self) -> None:
        """Edit the name of the current person in place."""
        row = self.currentIndex().row()
        if row >= 0:
            self.edit(self.people.index(row, 0))

    def is_first_column(self, column: int) -> bool:
        """Tell whether ``column`` is the leading one on the screen."""
        return self.horizontalHeader().visualIndex(column) == 0

    def is_last_column(self, column: int) -> bool:
        """Tell whether ``column`` is the last one that is shown."""
        return column == self._last_shown

    # Rows

    def _set_up_rows(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        side = self.verticalHeader()
        side.hide()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._set_row_height()

    def _set_row_height(self) -> None:
        delegate = self.itemDelegate()
        if isinstance(delegate, PeopleDelegate):
            height = delegate.fonts(self.font()).row_height
            self.verticalHeader().setMinimumSectionSize(height)
            self.verticalHeader().setDefaultSectionSize(height)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._set_row_height()
            self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = [place for place in self._chosen() if place not in self._no_room]
        self._last_shown = shown[-1] if shown else -1
        super().paintEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self.hovered_row:
            before, self.hovered_row = self.hovered_row, row
            for one in (before, row):
                self._repaint_row(one)

    def _current_moved(self, current: object, previous: object) -> None:
        # The focus ring runs around the whole row, Qt repaints one cell only.
        self.viewport().update()
        self.selected.emit()

    def _repaint_row(self, row: int) -> None:
        if 0 <= row < self.people.rowCount():
            top, height = self.rowViewportPosition(row), self.rowHeight(row)
            self.viewport().update(0, top, self.viewport().width(), height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and self.currentIndex().isValid():
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.opened.emit()
                return
            if event.key() == Qt.Key.Key_Space:
                self.peeked.emit()
                return
            if event.key() == Qt.Key.Key_F2:
                self.edit_name()
                return
            if event.key() == Qt.Key.Key_Delete:
                self.delete_requested.emit()
                return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            box = self.visualRect(self.currentIndex())
            place = self.viewport().mapToGlobal(box.bottomLeft() + QPoint(24, 0))
        else:
            place = event.globalPos()
        self.menu_requested.emit(place)
        event.accept()

    def _keep_selection(self) -> None:
        few = self.selected_count() <= _MOST_KEPT
        self._kept = self.selected_ids() if few else []
        self._kept_current = self.current_id()

    def _bring_selection_back(self) -> None:
        self.hovered_row = -1
        if self._kept:
            self.select_ids(self._kept, self._kept_current)
        self.selected.emit()

    # Columns

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setAccessibleName(_("Columns"))
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(False)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setSortIndicatorShown(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(self.fontMetrics().averageCharWidth() * 6)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setStretchLastSection(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_column_menu)
        header.sectionClicked.connect(self._sort_by)
        header.sectionResized.connect(self._resized)
        header.sectionMoved.connect(lambda *_args: self._remember_columns())

    def column_menu(self) -> QMenu:
        """Return the menu that chooses the columns."""
        menu = QMenu(self)
        for place, column in enumerate(self.people.columns[1:], 1):
            action = QAction(column.title, menu)
            action.setCheckable(True)
            action.setChecked(place in self._chosen())
            action.toggled.connect(lambda on, which=place: self._show_column(which, on))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(_("Usual columns"), self.reset_columns)
        return menu

    def reset_columns(self) -> None:
        """Bring back the columns, their order and widths that a new window has."""
        self._lay_out_usual()
        self._settings.remember(PEOPLE_COLUMNS, [])
        self._settings.remember(PEOPLE_WIDTHS, "")
        self._fit_columns()

    def _lay_out_usual(self) -> None:
        self._restoring = True
        self._no_room.clear()
        header = self.horizontalHeader()
        for place, column in enumerate(self.people.columns):
            header.moveSection(header.visualIndex(place), place)
            self.setColumnHidden(place, not column.shown)
            self.setColumnWidth(place, self._usual_width(place))
        self._restoring = False

    def _show_column_menu(self, place: QPoint) -> None:
        self.column_menu().popup(self.horizontalHeader().mapToGlobal(place))

    def _show_column(self, place: int, on: bool) -> None:
        for other in sorted(self._no_room):
            self.setColumnHidden(other, False)
        self._no_room.clear()
        self.setColumnHidden(place, not on)
        if on and self.columnWidth(place) < self.horizontalHeader().minimumSectionSize():
            self.setColumnWidth(place, self._usual_width(place))
        self._remember_columns()
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Let the columns fit the room, until the user has set widths of their own."""
        if self._restoring or self._settings.get(PEOPLE_WIDTHS):
            return
        wishes = [
            Wish(place, self._usual_width(place), self.people.columns[place].stays)
            for place in self._chosen()
        ]
        by_itself = not self._settings.get(PEOPLE_COLUMNS)
        widths = fitted(wishes, self.viewport().width(), leave_out=by_itself)
        self._restoring = True
        self._no_room = {wish.place for wish in wishes} - set(widths)
        for wish in wishes:
            self.setColumnHidden(wish.place, wish.place in self._no_room)
            if wish.place in widths:
                self.setColumnWidth(wish.place, widths[wish.place])
        self._restoring = False

    def _chosen(self) -> list[int]:
        """Return the columns that are wanted, in their order; some may have no room."""
        order = sorted(range(len(self.people.columns)), key=self.horizontalHeader().visualIndex)
        return [n for n in order if not self.isColumnHidden(n) or n in self._no_room]

    def _usual_width(self, place: int) -> int:
        return self.people.columns[place].width * self.fontMetrics().averageCharWidth()

    def _sort_by(self, place: int) -> None:
        sort = self.people.columns[place].sort
        if not sort:
            self._show_sort()
            return
        before, descending = self.people.order
        moments = sort in ("last_contact", "connected_on", "added")
        descending = not descending if sort == before else moments
        self.people.set_sort(sort, descending)
        self._show_sort()
        self.scrollToTop()
        self._settings.remember(PEOPLE_SORT, f"-{sort}" if descending else sort)

    def _show_sort(self) -> None:
        sort, descending = self.people.order
        place = next(n for n, column in enumerate(self.people.columns) if column.sort == sort)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(place, order)

    # What is remembered

    def _remember_columns(self) -> None:
        if not self._restoring:
            names = [self.people.columns[place].id for place in self._chosen()]
            self._settings.remember(PEOPLE_COLUMNS, names)

    def _resized(self, place: int, _before: int, _after: int) -> None:
        shown = [each for each in self._chosen() if each not in self._no_room]
        # The last column is as wide as there is room: that is not the user's choice.
        if self._restoring or not shown or place == shown[-1] or self.isColumnHidden(place):
            return
        columns = self.people.columns
        widths = ",".join(f"{columns[each].id}={self.columnWidth(each)}" for each in shown[:-1])
        self._settings.remember(PEOPLE_WIDTHS, widths)

    def _restore(self) -> None:
        self._lay_out_usual()
        known = {column.id: place for place, column in enumerate(self.people.columns)}
        shown = [known[name] for name in self._settings.get(PEOPLE_COLUMNS) if name in known]
        self._restoring = True
        header = self.horizontalHeader()
        for visual, place in enumerate(shown):
            header.moveSection(header.visualIndex(place), visual)
        if shown:
            for place in range(1, len(self.people.columns)):
                self.setColumnHidden(place, place not in shown)
        for part in self._settings.get(PEOPLE_WIDTHS).split(","):
            name, _equals, width = part.partition("=")
            if name in known and width.isdecimal():
                self.setColumnWidth(known[name], min(int(width), 2_000))
        self._restoring = False
        sort = self._settings.get(PEOPLE_SORT)
        if sort.lstrip("-") in {column.sort for column in self.people.columns if column.sort}:
            self.people.set_sort(sort.lstrip("-"), sort.startswith("-"))
        self._show_sort()
