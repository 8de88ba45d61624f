"""Pictures of every screen, light and dark, drawn without a screen."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import (
    QEventLoop,
    QMessageLogContext,
    QPoint,
    QRect,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QTabWidget, QWidget

from mentorcrm import core
from mentorcrm.core.i18n import ngettext
from mentorcrm.core.locations import prepare
from mentorcrm.core.settings import Settings
from mentorcrm.gui import features, theme, tour_goals, tour_versions
from mentorcrm.gui.app import App
from mentorcrm.gui.main import make_application
from mentorcrm.gui.main_window import MainWindow
from mentorcrm.gui.notices import Notices
from mentorcrm.gui.palette.palette import CommandPalette
from mentorcrm.gui.sections import sections

WIDTH, HEIGHT = 1280, 800
SCHEMES = ("light", "dark")
Show = Callable[[], object]
_SETTLE_MS = 120
_TYPED = "mo"
_HOME = ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")
_LONGEST_MS = 8000


def tour(folder: Path, directory: Path) -> int:
    """Draw every screen of the data in ``folder`` into ``directory``; return an exit code."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qInstallMessageHandler(_say)
    qapp = make_application()
    theme.apply(qapp, SCHEMES[0])
    prepare(directory)
    drawn = 0
    with _home_of_nobody() as home:
        data = home / ".local" / "share" / "mentorcrm"
        downloads = home / "Downloads"
        core.demo.copy_lived_in(folder, data, downloads, datetime.now(UTC))
        for screens in (_Filled(data, downloads), _Empty(prepare(home / "empty"))):
            for scheme in SCHEMES:
                drawn += screens.draw(qapp, scheme, directory)
            screens.close()
    words = ngettext("{n} picture in {folder}", "{n} pictures in {folder}", drawn)
    sys.stdout.write(words.format(n=drawn, folder=directory) + "\n")
    return 0


@contextmanager
def _home_of_nobody() -> Iterator[Path]:
    """Give a home folder of its own: pictures show no folder of this computer, and no name."""
    before = {name: os.environ.get(name) for name in _HOME}
    with tempfile.TemporaryDirectory(prefix="mentorcrm-tour-") as name:
        (Path(name) / "Documents").mkdir()
        for variable in _HOME:
            os.environ.pop(variable, None)
        os.environ["HOME"] = os.environ["USERPROFILE"] = name
        try:
            yield Path(name)
        finally:
            for variable, value in before.items():
                os.environ.pop(variable, None)
                if value is not None:
                    os.environ[variable] = value


def _say(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    # What a platform without a screen cannot do is no news here.
    if "plugin does not support" not in text:
        sys.stderr.write(text + "\n")


class _Screens:
    """One window and the screens to draw of it."""

    def __init__(self, folder: Path) -> None:
        self.app = App(Settings.load(folder), Notices())
        self.window = MainWindow(self.app)
        self.window.resize(WIDTH, HEIGHT)
        self.app.attach(core.database.Database.open(folder))
        self.screens: list[tuple[str, Show, Show | None]] = []

    def add(self, name: str, show: Show, after: Show | None = None) -> None:
        """Draw ``name`` once ``show`` is done; ``after`` brings back what was before."""
        self.screens.append((name, show, after))

    def draw(self, qapp: QApplication, scheme: str, directory: Path) -> int:
        """Draw all screens in one scheme; return how many."""
        theme.apply(qapp, scheme)
        window = self.window
        window.show()
        window.activateWindow()
        for name, show, after in self.screens:
            self._clean()
            show()
            self.settle()
            picture = _picture(window)
            picture.save(str(directory / f"{name}-{scheme}.png"))
            self._clean()
            if after is not None:
                after()
                self.settle()
        return len(self.screens)

    def settle(self) -> None:
        """Let the window finish what it began: timers, tasks, layout."""
        for _round in range(_LONGEST_MS // _SETTLE_MS):
            loop = QEventLoop()
            QTimer.singleShot(_SETTLE_MS, loop.quit)
            loop.exec()
            if not self.app.tasks.active:
                return

    def close(self) -> None:
        """End the window and its database."""
        self.window.close()
        self.app.close()
        self.window.deleteLater()

    def _clean(self) -> None:
        for dialog in self.window.findChildren(QDialog):
            dialog.done(0)
        for palette in self.window.findChildren(CommandPalette):
            palette.leave()
        for popup in _popups(self.window):
            popup.hide()
        self.app.notices.clear()
        self.window.shell.status.setText("")


class _Filled(_Screens):
    """The screens of a folder with people, cards and plans in it."""

    def __init__(self, folder: Path, downloads: Path) -> None:
        super().__init__(folder)
        self._file = downloads / core.demo.EXPORT_NAME
        self._board = cast(Any, self.window.page("board"))
        self._people = cast(Any, self.window.page("people"))
        self._add_pages()
        self._add_what_lies_over()

    def _add_pages(self) -> None:
        window = self.window
        self.add("board", self._board_alone)
        self.add("board-detail", lambda: self._details("asked"))
        self.add("board-moved", self._move, self.app.undo)
        self.add("board-no-match", self._search_in_vain, self.window.shell.search.clear)
        self.add("timeline", lambda: self._details("accepted", 1))
        self.add("people", self._people_alone)
        self.add("person", self._person)
        self.add("people-selected", self._several, self._people.table.clearSelection)
        self.add("people-trash", self._trash, self._people.clear_filters)
        self.add("board-fit", self._by_fit, self._board.filters.clear)
        for screen in tour_goals.screens(window):
            self.add(*screen)
        self.add("ideal-mentor", partial(self._write, None))
        for name, show in (
            ("guide", lambda editor: (editor.tabs.setCurrentIndex(1), editor.jump("why"))),
            ("preview", lambda editor: editor.set_preview(True)),
            ("find", lambda editor: editor.find_words(replacing=True, words="team")),
        ):
            self.add(f"ideal-mentor-{name}", partial(self._write, show), partial(self._write, None))
        self.add("ideal-mentor-starting-points", self._show_starting_points)
        for name, key in (("pdf", "pdf"), ("message", "linkedin-300")):
            self.add(f"ideal-mentor-export-{name}", partial(self._export_description, key))
        self.add("ideal-mentor-print", self._print_description)
        for screen in tour_versions.screens(window):
            self.add(*screen)
        self.add("match", self._match)
        self.add("match-marked", self._mark, self.app.undo)
        self.add("match-judged", lambda: self._match().explain())

    def _add_what_lies_over(self) -> None:
        window = self.window
        over: tuple[tuple[str, Show, Show | None], ...] = (
            ("add-mentor", self._board.add_mentor, None),
            ("add-person", self._people.add_person, None),
            ("follow-up", self._plan, None),
            ("import", window.import_contacts, None),
            ("import-preview", lambda: window.import_contacts([self._file]), None),
            ("import-summary", self._import, self.app.undo),
            ("import-history", window.show_import_history, None),
            ("export", window.export, None),
            ("reminders", window.show_due, None),
            ("backups", window.show_backups, None),
            ("preferences", window.show_preferences, None),
            ("palette", self._find, None),
            ("shortcuts", window.show_shortcuts, None),
            ("about", window.show_about, None),
        )
        for name, show, after in over:
            self.add(name, partial(self._over_board, show), after)

    def _board_alone(self) -> None:
        self.window.show_section("board")
        for column in self._board.columns:
            column.view.clearSelection()
        self.window.show_detail("", -1)
        _let_go_of_the_keyboard()

    def _over_board(self, show: Show) -> None:
        self._board_alone()
        self.settle()
        show()

    def _cards(self, stage: str) -> list[int]:
        return self.app.read(core.board.keys, stage, core.board.BoardFilter(), "manual")

    def _details(self, stage: str, tab: int = 0) -> None:
        features.open_record(self.window, "candidate", self._cards(stage)[0])
        self._show_tab(tab)

    def _show_tab(self, tab: int) -> None:
        self.settle()
        tabs = self.window.detail().findChild(QTabWidget)
        if tabs is not None:
            tabs.setCurrentIndex(tab)

    def _move(self) -> None:
        self._board_alone()
        self._board.select(self._cards("identified")[:1])
        self.settle()
        self._board.move_to("asked")
        self.settle()
        self.window.show_detail("", -1)

    def _search_in_vain(self) -> None:
        self._board_alone()
        self.window.shell.search.setText("xylophone")

    def _plan(self) -> None:
        self._board.select(self._cards("accepted")[:1])
        self.settle()
        self._board.set_follow_up()

    def _by_fit(self) -> None:
        self._board_alone()
        self._board.filters.goal.menu().aboutToShow.emit()
        self._board.filters.goal.choose(self.app.read(core.goals.goals)[0].id)
        for column in self._board.columns:
            column.set_sort("fit")
        self.settle()

    def _match(self) -> Any:
        _alone(self.window, "match")
        self.settle()
        page = cast(Any, self.window.current_page())
        page.matrix.setFocus()
        return page

    def _mark(self) -> None:
        page = self._match()
        page.matrix.choose(0, 1)
        page.set_mark(0, 1, 1)

    def _people_alone(self) -> None:
        self._people.table.clearSelection()
        _alone(self.window, "people")
        _let_go_of_the_keyboard()

    def _person(self) -> None:
        person = self._people.model.record_id(2)
        features.open_record(self.window, "contact", person)
        self._show_tab(0)

    def _several(self) -> None:
        self._people_alone()
        self._people.table.select_ids(self._people.model.ids()[1:4])
        self.window.show_detail("", -1)

    def _trash(self) -> None:
        self._people_alone()
        self._people.state_filter.choose("trash")

    def _import(self) -> None:
        self.window.import_contacts([self._file])
        self.settle()
        wizard: Any = next(
            dialog for dialog in self.window.findChildren(QDialog) if dialog.isVisible()
        )
        wizard.import_file()

    def _write(self, show: Callable[[Any], object] | None) -> None:
        """Show the editor of the ideal mentor as it begins, then as ``show`` says."""
        _alone(self.window, "ideal_mentor")
        editor = cast(Any, self.window.current_page()).editor
        editor.tabs.setCurrentIndex(0)
        editor.find_bar.leave()
        editor.set_preview(False)
        editor.column.verticalScrollBar().setValue(0)
        _let_go_of_the_keyboard()
        # The coach looks once the page is there.
        self.settle()
        if show is not None:
            show(editor)

    def _show_starting_points(self) -> None:
        _alone(self.window, "ideal_mentor")
        cast(Any, self.window.current_page()).show_starting_points()

    def _export_description(self, key: str) -> None:
        _alone(self.window, "ideal_mentor")
        cast(Any, self.window.current_page()).export_description()
        self.settle()
        dialog: Any = next(each for each in self.window.findChildren(QDialog) if each.isVisible())
        dialog.choose(key)

    def _print_description(self) -> None:
        _alone(self.window, "ideal_mentor")
        cast(Any, self.window.current_page()).print_description()

    def _find(self) -> None:
        self._details("asked")
        self.window.show_palette()
        self.window.findChildren(CommandPalette)[-1].field.setText(_TYPED)


class _Empty(_Screens):
    """The screens of a new folder: what they say when there is nothing yet."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        for section in sections():
            name = section.id.replace("_", "-")
            self.add(f"{name}-empty", partial(_alone, self.window, section.id))


def _alone(window: MainWindow, section: str) -> None:
    window.show_section(section)
    window.show_detail("", -1)


def _let_go_of_the_keyboard() -> None:
    # The ring of what happens to have the keyboard says nothing on a picture of a page.
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()


def _popups(window: MainWindow) -> Sequence[QWidget]:
    return [frame for frame in window.findChildren(QFrame) if frame.isWindow()]


def _picture(window: MainWindow) -> QPixmap:
    """Return the window with what floats over it."""
    picture = window.grab()
    painter = QPainter(picture)
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible():
            size = dialog.size()
            left, top = (WIDTH - size.width()) // 2, (HEIGHT - size.height()) // 2
            painter.drawPixmap(left, max(24, top), dialog.grab())
            # A desktop draws a frame around a dialog; a line stands for it.
            painter.setPen(theme.color("control"))
            painter.drawRect(QRect(QPoint(left, max(24, top)), size).adjusted(-1, -1, 0, 0))
    for popup in _popups(window):
        if popup.isVisible() and not isinstance(popup, QDialog):
            at = window.mapFromGlobal(popup.mapToGlobal(QPoint(0, 0)))
            painter.drawPixmap(at, popup.grab())
    painter.end()
    return picture
