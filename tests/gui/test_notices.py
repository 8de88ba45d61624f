"""How the window speaks: message bar, status, errors, the crash report."""

from __future__ import annotations

import sys
import threading

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton

from mentorcrm.core.locations import LOG_NAME
from mentorcrm.gui.main import report_bugs
from mentorcrm.gui.notices import Notices
from mentorcrm.gui.widgets.message_bar import MessageBar


def make(qtbot) -> tuple[Notices, MessageBar]:
    bar = MessageBar()
    qtbot.addWidget(bar)
    notices = Notices()
    notices.attach(bar)
    return notices, bar


def answer(qtbot, text: str) -> list[QMessageBox]:
    """Press the button ``text`` of the next message box, as a user would."""
    seen: list[QMessageBox] = []

    def press() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(10, press)
            return
        seen.append(box)
        next(b for b in box.findChildren(QPushButton) if b.text().replace("&", "") == text).click()

    QTimer.singleShot(0, press)
    return seen


def test_toast_offers_undo_and_goes_when_it_is_used(themed, qtbot):
    notices, bar = make(qtbot)
    undone: list[bool] = []
    notices.toast("Moved Ruth to Asked", [("Undo", lambda: undone.append(True))])
    assert bar.isVisible()
    assert bar.text == "Moved Ruth to Asked"
    bar.buttons()[0].click()
    assert undone == [True]
    assert bar.isHidden()


def test_toast_goes_by_itself_but_not_while_it_has_focus(themed, qtbot):
    notices, bar = make(qtbot)
    bar.move(400, 400)  # away from the mouse, which keeps it too
    notices.toast("Done", [("Undo", lambda: None)], timeout_ms=20)
    bar.activateWindow()
    bar.buttons()[0].setFocus()
    qtbot.waitUntil(bar.buttons()[0].hasFocus)
    bar._time_is_up()
    assert bar.isVisible()
    bar.buttons()[0].clearFocus()
    qtbot.waitUntil(bar.isHidden)


def test_error_stays_and_shows_details_on_request(themed, qtbot):
    notices, bar = make(qtbot)
    notices.error_bar("The file could not be written.", "Permission denied")
    assert bar.isVisible()
    assert not bar._timer.isActive()
    details = bar.buttons()[0]
    assert details.text() == "Details"
    details.click()
    assert bar._details.isVisible()
    assert bar._details.toPlainText() == "Permission denied"
    bar.dismiss()
    assert bar.isHidden()


def test_markup_in_a_message_is_shown_as_it_is(themed, qtbot):
    notices, bar = make(qtbot)
    notices.toast("Added <b>Ruth</b>")
    assert bar._text.text() == "Added <b>Ruth</b>"
    assert bar._text.textFormat().name == "PlainText"


def test_status_is_told_to_who_shows_it(themed, qtbot):
    notices, _bar = make(qtbot)
    with qtbot.waitSignal(notices.status_changed) as heard:
        notices.status("Moved Ruth")
    assert heard.args == ["Moved Ruth"]


def test_confirm_names_what_happens_and_is_safe_by_default(themed, qtbot):
    notices, bar = make(qtbot)
    bar.show()
    boxes = answer(qtbot, "Delete 3 people")
    assert notices.confirm("Delete for good?", "This cannot be undone.", "Delete 3 people")
    assert boxes[0].defaultButton().text().replace("&", "") == "Cancel"
    answer(qtbot, "Cancel")
    assert not notices.confirm("Delete for good?", "This cannot be undone.", "Delete 3 people")


def test_failure_offers_a_report_to_copy(themed, qtbot):
    notices, bar = make(qtbot)
    bar.show()
    boxes = answer(qtbot, "Close")
    notices.failure("This is a bug.", "builtins.ValueError", "mentorcrm.log")
    (box,) = boxes
    assert box.detailedText() == "builtins.ValueError"
    copy = next(b for b in box.buttons() if b.text() == "Copy report")
    copy.click()
    assert QGuiApplication.clipboard().text() == "builtins.ValueError"


def test_bug_is_logged_without_names_and_offered_as_a_report(app, folder, qtbot, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    report_bugs(folder, app.notices)
    try:
        raise ValueError("Ruth Adeyemi")
    except ValueError:
        sys.excepthook(*sys.exc_info())
    qtbot.waitUntil(lambda: len(app.notices.failures) == 1)
    log = (folder / LOG_NAME).read_text(encoding="utf-8")
    for text in (log, app.notices.failures[0]):
        assert "builtins.ValueError" in text
        assert "Ruth" not in text


def test_bug_on_another_thread_is_reported_on_the_window_thread(app, folder, qtbot, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    report_bugs(folder, app.notices)

    def fail() -> None:
        raise ZeroDivisionError

    worker = threading.Thread(target=fail)
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: len(app.notices.failures) == 1)


def test_title_of_a_question_is_not_cut(themed, qtbot):
    notices, _bar = make(qtbot)
    cut: list[int] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox) or not box.isVisible():
            QTimer.singleShot(10, look)
            return
        label = box.findChild(QLabel, "qt_msgbox_label")
        cut.append(
            label.fontMetrics().horizontalAdvance(label.text()) - label.contentsRect().width()
        )
        box.reject()

    QTimer.singleShot(0, look)
    notices.confirm(
        "Replace your data with the backup of today, 22:29?", "It holds 200.", "Replace"
    )
    assert cut[0] <= 0
