"""The frame: menus, toolbar, sidebar, pages, detail pane, messages. It knows pages, not data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QEvent, QSize, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QStyle, QWidget

from mentorcrm.core import settings as keys
from mentorcrm.gui import features, theme
from mentorcrm.gui.actions import Actions
from mentorcrm.gui.app import App
from mentorcrm.gui.sections import make_page, sections
from mentorcrm.gui.shell import Shell
from mentorcrm.gui.widgets.drops import accept_as_copy, dropped_files
from mentorcrm.gui.widgets.fields import UndoPassing

if TYPE_CHECKING:
    from mentorcrm.core.first_page import FirstPage

LEAST_WIDTH, LEAST_HEIGHT = 800, 560


class MainWindow(QMainWindow):
    """Show one page at a time, and the details of what is selected on it."""

    painted = Signal()
    """The window was painted for the first time: what could wait may begin."""
    closing = Signal()

    def __init__(self, app: App, first_page: FirstPage | None = None) -> None:
        super().__init__()
        self.app = app
        self.section = ""
        self._is_painted = False
        self.undo_label: str | None = None
        self.redo_label: str | None = None
        self.wants_detail = app.settings.get(keys.WINDOW_DETAIL)
        self._first_page = first_page
        self._sections = {section.id: section for section in sections()}
        self._pages: dict[str, QWidget] = {}
        self._detail: Any = None
        self.setWindowTitle("MentorCRM")
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.setAcceptDrops(True)
        self.stack = QStackedWidget()
        self.shell = Shell(self, self.stack, list(self._sections.values()))
        self.actions_ = Actions(self)
        self.actions_.fill(self.menuBar())
        self.shell.build(self.actions_)
        app.notices.attach(self.shell.message_bar)
        self._connect()
        self._restore()

    # Pages

    def page(self, section: str) -> QWidget:
        """Return the page of ``section``, made when it is first asked for."""
        if section not in self._pages:
            page = make_page(self._sections[section], self.app, self.stack)
            if section == "board" and self._first_page is not None:
                page.preset(self._first_page)  # type: ignore[attr-defined]
                self._first_page = None
            features.connect_page(self, page)
            self.stack.addWidget(page)
            self._pages[section] = page
        return self._pages[section]

    def show_section(self, section: str) -> QWidget:
        """Show the page of ``section`` and return it."""
        page = self.page(section)
        if section != self.section:
            old = self._pages.get(self.section)
            inside = old is not None and (_has_focus(old) or _has_focus(self.shell.side.holder))
            self.section = section
            self.stack.setCurrentWidget(page)
            if inside:
                self.shell.focus_page()
            self.shell.show_section(self._sections[section], page)
            self.app.settings.remember(keys.WINDOW_SECTION, section)
            self._show_selection()
            self.update_actions()
        return page

    def step_section(self, step: int) -> None:
        """Go to the next section, or with -1 to the one before."""
        order = list(self._sections)
        place = (order.index(self.section) + step) % len(order)
        self.show_section(order[place])

    def current_page(self) -> QWidget:
        """Return the page that is shown."""
        return self._pages[self.section]

    def selected_ids(self) -> list[int]:
        """Return the ids selected on the page that is shown."""
        ids = getattr(self._pages.get(self.section), "current_ids", None)
        return list(ids()) if ids is not None else []

    def can_search(self) -> bool:
        """Tell whether the page that is shown can be searched."""
        return bool(self._sections[self.section].search)

    def focus_search(self) -> None:
        """Put the keyboard into the search field."""
        self.shell.search.setFocus()
        self.shell.search.selectAll()

    # The detail pane

    def open_record(self, kind: str, record_id: int) -> None:
        """Show a record where it belongs: its page, or the detail pane."""
        features.open_record(self, kind, record_id)

    def show_detail(self, kind: str, record_id: int) -> None:
        """Show the details of one contact or card beside the page."""
        if record_id < 0 or not self.wants_detail or not self.app.is_ready:
            self.shell.side.set_open(False)
            return
        self.detail().show_record(kind, record_id)
        self.shell.side.set_open(True)

    def detail(self) -> Any:
        """Return the detail pane, made when it is first needed."""
        if self._detail is None:
            self._detail = features.make_detail(self.app, self.shell.side.holder)
            self.shell.side.set_pane(self._detail)
        return self._detail

    def toggle_detail(self) -> None:
        """Show the details of what is selected, or hide them."""
        self._want_detail(not self.shell.side.is_open)
        self._show_selection()
        self.update_actions()

    def open_detail(self) -> None:
        """Show the details of what is selected."""
        self._want_detail(True)
        self._show_selection()
        self.update_actions()

    def log_note(self) -> None:
        """Write down a contact with who is selected."""
        ids = self.selected_ids()
        if len(ids) == 1:
            kind = "candidate" if self.section == "board" else "contact"
            features.log_contact(self, kind, ids[0], "note")

    def write_email(self) -> None:
        """Write to who is selected, in the user's mail program."""
        ids = self.selected_ids()
        if len(ids) == 1:
            self.open_detail()
            self.show_detail("candidate" if self.section == "board" else "contact", ids[0])
            self.detail().write_email()

    def toggle_sidebar(self) -> None:
        """Show the sidebar wide, or as a rail."""
        self.shell.toggle_sidebar()

    def step_region(self, step: int) -> None:
        """Move the keyboard to the next region of the window."""
        self.shell.step_region(step)

    # What menus call; each is a feature of its own

    def import_contacts(self, paths: list[Path] | None = None) -> None:
        """Bring in a file, chosen or dropped."""
        features.import_contacts(self, paths or [])

    def export(self) -> None:
        """Write contacts or mentors to a file."""
        features.export(self)

    def show_import_history(self) -> None:
        """Show past imports."""
        features.show_import_history(self)

    def show_backups(self) -> None:
        """Show the backups."""
        features.show_backups(self)

    def show_preferences(self) -> None:
        """Show the preferences."""
        features.show_preferences(self)

    def show_palette(self) -> None:
        """Find a command, a person or a goal by typing."""
        features.show_palette(self)

    def show_shortcuts(self) -> None:
        """Show all keys."""
        features.show_shortcuts(self)

    def show_due(self) -> None:
        """Show what is due, below the bell."""
        features.show_due(self, self.shell.bell)

    def add_reminder(self) -> None:
        """Ask for a new reminder."""
        features.add_reminder(self)

    def show_about(self) -> None:
        """Show version, licence and data folder."""
        features.show_about(self)

    def quit(self) -> None:
        """End the program."""
        if self.close():
            QGuiApplication.quit()

    # How it stays true

    def update_actions(self) -> None:
        """Find out what can be undone, and what is possible now."""
        if self.app.is_ready:
            self.undo_label = self.app.db.undo_label()
            self.redo_label = self.app.db.redo_label()
        self.actions_.update()

    def _connect(self) -> None:
        app = self.app
        app.changed.connect(lambda _changes: self.update_actions())
        app.ready.connect(self._became_ready)
        app.open_requested.connect(self.open_record)
        self.shell.side.closed.connect(lambda: self._want_detail(False))
        self.shell.search.searched.connect(self._search)
        self._undo_passing = UndoPassing(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._undo_passing.follow)
        theme.watch().changed.connect(self.shell.arrange)

    def _became_ready(self) -> None:
        self.update_actions()
        features.start_reminders(self)
        features.start_daily_backups(self)
        features.start_trash_keeper(self)
        self._show_selection()

    def _want_detail(self, wanted: bool) -> None:
        self.wants_detail = wanted
        self.app.settings.remember(keys.WINDOW_DETAIL, wanted)

    def selected(self, kind: str, record_id: int) -> None:
        """Show what was selected on the page in front."""
        if self.sender() is self._pages.get(self.section):
            self.show_detail(kind, record_id)
            self.actions_.update()

    def _show_selection(self) -> None:
        page = self._pages.get(self.section)
        current = getattr(page, "current_record", None)
        ids = self.selected_ids()
        if current is not None:
            self.show_detail(*current())
        elif ids and self.section in ("board", "people"):
            self.show_detail("candidate" if self.section == "board" else "contact", ids[0])
        else:
            self.show_detail("", -1)

    def _search(self, text: str) -> None:
        if self.can_search():
            self.current_page().search(text)  # type: ignore[attr-defined]

    def _restore(self) -> None:
        get = self.app.settings.get
        geometry = QByteArray.fromBase64(get(keys.WINDOW_GEOMETRY).encode())
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self.resize(1280, 800)
        self._fit_screen()
        width = get(keys.WINDOW_SPLITTER)
        if width.isdigit():
            self.shell.side.set_pane_width(int(width))
        section = get(keys.WINDOW_SECTION)
        self.show_section(section if section in self._sections else "board")
        if self.app.is_ready:
            QTimer.singleShot(0, self, self._became_ready)

    def _fit_screen(self) -> None:
        """Become no larger than the screen, as far as the least size allows."""
        room = self.screen().availableGeometry()
        frame = QSize(0, self.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight))
        if not self.isMaximized() and not self.isFullScreen():
            self.resize(self.size().boundedTo(room.size() - frame))

    def _remember(self) -> None:
        remember = self.app.settings.remember
        remember(keys.WINDOW_GEOMETRY, self.saveGeometry().toBase64().toStdString())
        remember(keys.WINDOW_SPLITTER, str(self.shell.side.pane_width()))

    # Qt's events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shell.arrange()
        if self.focusWidget() is None:
            self.shell.focus_page()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            # The frame comes first and the pages after it, in the same turn of the event loop.
            QTimer.singleShot(0, self, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.shell.arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            features.poll_outside(self.app)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.app.tasks.active and not features.may_stop_tasks(self.app):
            event.ignore()
            return
        for page in (*self._pages.values(), self._detail):
            flush = getattr(page, "flush", None)
            if flush is not None:
                flush()
        self._remember()
        self.closing.emit()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event):
            accept_as_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped_files(event)
        if paths:
            accept_as_copy(event)
            # Not inside the drop: the program that the file comes from waits for its end.
            QTimer.singleShot(0, self, lambda: self.import_contacts(paths))


def _has_focus(page: QWidget) -> bool:
    return any(child.hasFocus() for child in page.findChildren(QWidget))
