"""One way to write: transaction, undo step, notification, error, worker."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from mentorcrm import core
from mentorcrm.core.errors import Cancelled, UserError
from mentorcrm.core.settings import ZONE
from mentorcrm.gui.widgets.message_bar import MessageBar
from tests import factories


def name_of(app, contact_id):
    return app.read(core.contacts.detail, contact_id).name


def test_do_writes_tells_and_can_be_undone(app, qtbot):
    added: list[int] = []
    with qtbot.waitSignal(app.changed) as heard:
        app.do(
            "Add Ruth", factories.add_contact, "Ruth Adeyemi", then=added.append, done="Added Ruth"
        )
    assert name_of(app, added[0]) == "Ruth Adeyemi"
    assert heard.args[0].label == "Add Ruth"
    assert app.notices.toasts[-1][0] == "Added Ruth"
    (undo,) = app.notices.toasts[-1][1]
    undo[1]()
    assert app.db.undo_label() is None
    with pytest.raises(UserError):
        name_of(app, added[0])
    assert app.notices.statuses[-1] == "Undone: add Ruth"
    app.redo()
    assert name_of(app, added[0]) == "Ruth Adeyemi"


def test_undo_with_nothing_to_undo_says_so(app):
    app.undo()
    assert app.notices.statuses == ["Nothing to undo."]


def test_views_hear_of_a_change_before_then_is_called(app):
    order: list[str] = []
    app.changed.connect(lambda _changes: order.append("changed"))
    app.do("Add", factories.add_contact, then=lambda _id: order.append("then"))
    assert order == ["changed", "then"]


def test_user_error_is_shown_and_nothing_is_written(app):
    def refuse(session):
        factories.add_contact(session)
        raise UserError("A name is needed.")

    app.do("Add", refuse)
    assert app.notices.errors == ["A name is needed."]
    assert app.db.undo_label() is None
    assert app.read(core.contacts.count, core.contacts.ContactFilter()) == 0


def test_bug_is_rolled_back_and_not_swallowed(app):
    def break_down(session):
        factories.add_contact(session)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        app.do("Add", break_down)
    assert app.read(core.contacts.count, core.contacts.ContactFilter()) == 0


def test_system_write_is_no_undo_step(app):
    app.system(core.drafts.save, "contact", 1, "notes", "half a sentence", app.now())
    assert app.db.undo_label() is None
    assert app.read(core.drafts.text_of, "contact", 1, "notes") == "half a sentence"


def test_do_while_another_writer_works_waits_on_a_worker(app, qtbot):
    started, release = threading.Event(), threading.Event()

    def hold() -> None:
        with app.db.transaction(None):
            started.set()
            release.wait(10)

    holder = threading.Thread(target=hold)
    holder.start()
    assert started.wait(5)
    done: list[int] = []
    app.do("Add", factories.add_contact, then=done.append)
    assert done == []
    assert len(app.tasks.active) == 1
    release.set()
    holder.join()
    qtbot.waitUntil(lambda: bool(done))
    assert app.db.undo_label() == "Add"


def test_commit_on_a_worker_is_heard_on_the_window_thread(app, qtbot):
    threads: list[threading.Thread] = []
    app.changed.connect(lambda _changes: threads.append(threading.current_thread()))

    def work(_progress):
        with app.db.transaction("Add") as session:
            factories.add_contact(session)

    with qtbot.waitSignal(app.changed):
        app.run("Adding", work)
    assert threads == [threading.current_thread()]


def test_run_reports_progress_and_result_on_the_window_thread(app, qtbot):
    heard: list[object] = []

    def work(progress):
        progress.report(3, 3, "three")
        return threading.current_thread()

    task = app.run("Counting", work, heard.append)
    task.progressed.connect(lambda *report: heard.append(report))
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert (3, 3, "three") in heard
    assert threading.current_thread() not in heard
    qtbot.waitUntil(lambda: not app.tasks.active)


def test_cancelled_task_stops_and_says_so(app, qtbot):
    go_on = threading.Event()

    def work(progress):
        go_on.wait(10)
        while True:
            progress.report(1)

    task = app.run("Import", work)
    task.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: "Cancelled: Import" in app.notices.statuses)


def test_error_of_a_task_is_shown_or_handed_over(app, qtbot):
    def fail(_progress):
        raise UserError("The file is empty.")

    app.run("Import", fail)
    qtbot.waitUntil(lambda: app.notices.errors == ["The file is empty."])
    given: list[Exception] = []
    app.run("Import", fail, None, given.append)
    qtbot.waitUntil(lambda: bool(given))
    assert isinstance(given[0], UserError)
    assert len(app.notices.errors) == 1


def test_bug_in_a_task_reaches_the_hook(app, qtbot):
    def fail(_progress):
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        app.run("Import", fail)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_stop_ends_all_tasks(app):
    def work(progress):
        while True:
            progress.check()

    app.run("Import", work, None, lambda error: isinstance(error, Cancelled))
    assert app.tasks.stop()


def test_zone_follows_the_setting(app, zone):
    assert app.zone() == zone
    app.settings.set(ZONE, "Asia/Tokyo")
    assert app.zone().key == "Asia/Tokyo"


def test_undo_of_an_older_message_never_takes_back_another_step(app):
    app.do("Add Ruth", factories.add_contact, "Ruth Adeyemi", done="Added Ruth")
    (undo,) = app.notices.toasts[-1][1]
    app.do("Add Milan", factories.add_contact, "Milan Horvat")
    undo[1]()
    assert app.db.undo_label() == "Add Milan"
    assert app.notices.statuses[-1] == "Something else was done since. Nothing was undone."


def test_message_that_offers_undo_goes_when_something_else_is_done(app, qtbot):
    bar = MessageBar()
    qtbot.addWidget(bar)
    app.notices.attach(bar)
    app.do("Add Ruth", factories.add_contact, "Ruth Adeyemi", done="Added Ruth")
    assert not bar.isHidden()
    app.do("Add Milan", factories.add_contact, "Milan Horvat")
    assert bar.isHidden()


def test_message_about_nothing_done_offers_no_undo(app):
    app.do("Add Ruth", factories.add_contact, "Ruth Adeyemi")
    app.do("Archive nobody", core.contacts.archive, [], app.now(), done="Archived nobody")
    assert app.notices.toasts[-1] == ("Archived nobody", [])


class _Asker(QObject):
    """Somebody who wants to hear how it ended."""

    def __init__(self, heard):
        super().__init__()
        self._heard = heard

    def hear(self, value):
        self.objectName()
        self._heard.append(value)


def test_nobody_is_called_back_who_is_gone(qtbot, app):
    heard, go_on = list[object](), threading.Event()
    asker = _Asker(heard)
    app.run("Count", lambda _progress: go_on.wait(5), asker.hear)
    delete(asker)
    go_on.set()
    qtbot.waitUntil(lambda: not app.tasks.active)
    assert heard == []


def test_undo_of_a_message_from_before_a_restore_undoes_nothing(app):
    app.do("Add Ruth", factories.add_contact, "Ruth Adeyemi", done="Added Ruth")
    (undo,) = app.notices.toasts[-1][1]
    folder = app.db.folder
    app.detach()
    app.attach(core.database.Database.open(folder))
    undo[1]()
    assert app.db.undo_label() == "Add Ruth"
