"""Pictures of every screen, light and dark, drawn without a screen."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Sequence
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
from mentorcrm.gui import features, theme
from mentorcrm.gui.app import App
from mentorcrm.gui.main import make_application
from mentorcrm.gui.main_window import MainWindow
from mentorcrm.gui.notices import Notices
from mentorcrm.gui.palette.palette import CommandPalette
from mentorcrm.gui.sections import sections

WIDTH, HEIGHT = 1280, 800
SCHEMES = ("light", "dark")
_SETTLE_MS = 120
_TYPED = "mo"
_LONGEST_MS = 8000
_NETWORK = """First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ines,Moreau,https://www.linkedin.com/in/ines-moreau,,Lumen,Research Lead,14 Mar 2024
Carlos,Prieto,https://www.linkedin.com/in/carlos-prieto,carlos@example.org,Vantia,CTO,02 Feb 2023
Mei,Tanaka,https://www.linkedin.com/in/mei-tanaka,,Kumo Labs,Founder,21 Nov 2022
Samuel,Osei,https://www.linkedin.com/in/samuel-osei,sam@example.org,Fieldway,COO,08 Jun 2021
,,https://www.linkedin.com/in/nobody,,Orbit,Head of Design,30 Jan 2021
Hannah,Weiss,https://www.linkedin.com/in/hannah-weiss,,Arbor,Principal Engineer,11 Sep 2020
Dele,Bankole,https://www.linkedin.com/in/dele-bankole,dele@example.org,Orbit,Designer,19 May 2019
"""


def tour(folder: Path, directory: Path) -> int:
    """Draw every screen of the data in ``folder`` into ``directory``; return an exit code."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qInstallMessageHandler(_say)
    qapp = make_application()
    theme.apply(qapp, SCHEMES[0])
    prepare(directory)
    drawn = 0
    with tempfile.TemporaryDirectory(prefix="mentorcrm-tour-") as name:
        network = Path(name) / "Connections.csv"
        network.write_text(_NETWORK, encoding="utf-8")
        for screens in (_Filled(folder, network), _Empty(prepare(Path(name) / "empty"))):
            for scheme in SCHEMES:
                drawn += screens.draw(qapp, scheme, directory)
            screens.close()
    words = ngettext("{n} picture in {folder}", "{n} pictures in {folder}", drawn)
    sys.stdout.write(words.format(n=drawn, folder=directory) + "\n")
    return 0


def _say(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    # What a platform without a screen cannot do is no news here.
    if "plugin does not support" not in text:
        sys.stderr.write(text + "\n")


class _Screens:
    """One window and the screens to draw of it."""

    def __init__(self, folder: Path) -> None:
        # The settings of a folder of their own: pictures show a new window, and change none.
        self._kept = tempfile.TemporaryDirectory(prefix="mentorcrm-tour-")
        self.app = App(Settings.load(Path(self._kept.name)), Notices())
        self.window = MainWindow(self.app)
        self.window.resize(WIDTH, HEIGHT)
        self.app.attach(core.database.Database.open(folder))
        self.screens: list[tuple[str, Callable[[], object]]] = []

    def add(self, name: str, show: Callable[[], object]) -> None:
        """Draw ``name`` after ``show``."""
        self.screens.append((name, show))

    def draw(self, qapp: QApplication, scheme: str, directory: Path) -> int:
        """Draw all screens in one scheme; return how many."""
        theme.apply(qapp, scheme)
        window = self.window
        window.show()
        window.activateWindow()
        for name, show in self.screens:
            self._clean()
            show()
            self.settle()
            picture = _picture(window)
            picture.save(str(directory / f"{name}-{scheme}.png"))
        self._clean()
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
        self._kept.cleanup()

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

    def __init__(self, folder: Path, network: Path) -> None:
        super().__init__(folder)
        window = self.window
        self._board = cast(Any, window.page("board"))
        pages: tuple[tuple[str, Callable[[], object]], ...] = (
            ("board", self._board_alone),
            ("board-detail", lambda: self._details("asked")),
            ("timeline", lambda: self._details("accepted", 1)),
            ("people", lambda: _alone(window, "people")),
            ("person", self._person),
            ("goals", lambda: _alone(window, "goals")),
            ("ideal-mentor", lambda: _alone(window, "ideal_mentor")),
        )
        for name, show in pages:
            self.add(name, show)
        over: tuple[tuple[str, Callable[[], object]], ...] = (
            ("add-mentor", self._board.add_mentor),
            ("import-preview", lambda: window.import_contacts([network])),
            ("import-history", window.show_import_history),
            ("export", window.export),
            ("reminders", window.show_due),
            ("backups", window.show_backups),
            ("preferences", window.show_preferences),
            ("palette", self._find),
            ("shortcuts", window.show_shortcuts),
        )
        for name, show in over:
            self.add(name, partial(self._over_board, show))

    def _board_alone(self) -> None:
        self.window.show_section("board")
        for column in self._board.columns:
            column.view.clearSelection()
        self.window.show_detail("", -1)

    def _over_board(self, show: Callable[[], object]) -> None:
        self._board_alone()
        self.settle()
        show()

    def _details(self, stage: str, tab: int = 0) -> None:
        cards = self.app.read(core.board.keys, stage, core.board.BoardFilter(), "manual")
        features.open_record(self.window, "candidate", cards[0])
        self.settle()
        tabs = self.window.detail().findChild(QTabWidget)
        if tabs is not None:
            tabs.setCurrentIndex(tab)

    def _person(self) -> None:
        page: Any = self.window.show_section("people")
        page.select(page.model.record_id(2))

    def _find(self) -> None:
        cards = self.app.read(core.board.keys, "asked", core.board.BoardFilter(), "manual")
        self._board.select(cards[:1])
        self.settle()
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


def _popups(window: MainWindow) -> Sequence[QWidget]:
    return [frame for frame in window.findChildren(QFrame) if frame.isWindow()]


def _picture(window: MainWindow) -> QPixmap:
    """Return the window with what floats over it."""
    picture = window.grab()
    painter = QPainter(picture)
    dialogs = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    if dialogs:
        shade = theme.color("text" if not theme.tokens().dark else "column")
        shade.setAlphaF(0.35)
        painter.fillRect(window.rect(), shade)
    for dialog in dialogs:
        size = dialog.size()
        at = QPoint((WIDTH - size.width()) // 2, max(24, (HEIGHT - size.height()) // 2))
        _paste(painter, dialog, at)
    for popup in _popups(window):
        if popup.isVisible() and not isinstance(popup, QDialog):
            _paste(painter, popup, window.mapFromGlobal(popup.mapToGlobal(QPoint(0, 0))))
    painter.end()
    return picture


def _paste(painter: QPainter, widget: QWidget, at: QPoint) -> None:
    painter.drawPixmap(at, widget.grab())
    painter.setPen(theme.color("control"))
    painter.drawRect(QRect(at, widget.size()).adjusted(-1, -1, 0, 0))
