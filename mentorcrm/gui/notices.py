"""How the window speaks: message bar, status text, the few questions, the crash report.

No other module opens a message box.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from mentorcrm.core.i18n import _
from mentorcrm.gui.widgets.message_bar import MessageBar

_WIDEST_TITLE = 640
NoticeAction = tuple[str, Callable[[], object]]


class Notices(QObject):
    """Tell the user things, in the least disturbing way that fits."""

    status_changed = Signal(str)
    bug = Signal(str, str, str)
    """A bug of ours, from any thread: summary, report, path of the log."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bar: MessageBar | None = None
        self._failing = False
        self._offering = False
        self.bug.connect(self.failure, Qt.ConnectionType.QueuedConnection)

    def attach(self, bar: MessageBar) -> None:
        """Use ``bar`` for messages from now on."""
        self._bar = bar

    def toast(
        self, text: str, actions: Sequence[NoticeAction] = (), timeout_ms: int = 8000
    ) -> None:
        """Say what was done, with ways to go on from it, for a while."""
        self.status(text)
        self._offering = bool(actions)
        if self._bar is not None:
            self._bar.show_message(text, actions, timeout_ms=timeout_ms)

    def withdraw_offer(self) -> None:
        """Take away a toast with buttons: they go on from a step which is no longer the last."""
        if self._offering:
            self.clear()

    def error_bar(self, text: str, details: str = "") -> None:
        """Say what went wrong and how to cure it; stays until it is closed."""
        self._announce(text)
        self._offering = False
        if self._bar is not None:
            self._bar.show_message(text, details=details, tone="error", timeout_ms=0)

    def status(self, text: str) -> None:
        """Put the last result into the status bar and announce it to a screen reader."""
        self.status_changed.emit(text)
        self._announce(text)

    def clear(self) -> None:
        """Take the message away, because it does not hold any more."""
        self._offering = False
        if self._bar is not None:
            self._bar.dismiss()

    def confirm(self, title: str, text: str, button: str) -> bool:
        """Ask before what cannot be undone; ``button`` names what happens."""
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - when there is a question

        box = QMessageBox(QMessageBox.Icon.NoIcon, title, title, parent=self._window())
        box.setInformativeText(text)
        yes = box.addButton(button, QMessageBox.ButtonRole.AcceptRole)
        no = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        _give_room(box)
        box.exec()
        return box.clickedButton() is yes

    def cannot_open(self, text: str, details: str, folder: Path) -> bool:
        """Say that the database cannot be opened; tell whether to try again."""
        title = _("Your data cannot be opened")
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - when there is a question

        box = QMessageBox(QMessageBox.Icon.NoIcon, title, title, parent=self._window())
        box.setInformativeText(
            text + "\n\n" + _("Nothing was changed. The data is in {folder}.").format(folder=folder)
        )
        box.setDetailedText(details)
        again = box.addButton(_("Try again"), QMessageBox.ButtonRole.AcceptRole)
        show = box.addButton(_("Show folder"), QMessageBox.ButtonRole.ActionRole)
        leave = box.addButton(_("Quit"), QMessageBox.ButtonRole.RejectRole)
        box.setEscapeButton(leave)
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        _give_room(box)
        box.exec()
        return box.clickedButton() in (again, show)

    def failure(self, summary: str, report: str, log_path: str) -> None:
        """Tell of a bug of ours, once at a time, with a report that can be copied."""
        if self._failing:
            return
        self._failing = True
        try:
            self._show_failure(summary, report, log_path)
        finally:
            self._failing = False

    def _show_failure(self, summary: str, report: str, log_path: str) -> None:
        title = _("Something went wrong in MentorCRM")
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - when there is a question

        box = QMessageBox(QMessageBox.Icon.NoIcon, title, title, parent=self._window())
        box.setInformativeText(
            summary
            + "\n\n"
            + _("What was written before is safe. The log is {path}.").format(path=log_path)
        )
        box.setDetailedText(report)
        copy = box.addButton(_("Copy report"), QMessageBox.ButtonRole.ActionRole)
        close = box.addButton(QMessageBox.StandardButton.Close)
        box.setDefaultButton(close)
        box.setEscapeButton(close)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        _give_room(box)
        box.exec()

    def _window(self) -> QWidget | None:
        return self._bar.window() if self._bar is not None else None

    def _announce(self, text: str) -> None:
        # Late: the 200 names of accessible things cost 3 ms, and most starts say nothing.
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415

        if self._bar is not None and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._bar, text))


def _give_room(box: QWidget) -> None:
    """Give a question the margins of our other dialogs; Qt keeps room before it for an icon."""
    layout = box.layout()
    if isinstance(layout, QGridLayout):
        left, right = (24, 6) if box.isRightToLeft() else (6, 24)
        layout.setContentsMargins(left, 20, right, 20)
        layout.setVerticalSpacing(14)
    title = box.findChild(QLabel, "qt_msgbox_label")
    if isinstance(title, QLabel):
        # The box measures it before it has its larger font, and would cut its end.
        title.ensurePolished()
        title.setMinimumWidth(min(title.sizeHint().width(), _WIDEST_TITLE))
