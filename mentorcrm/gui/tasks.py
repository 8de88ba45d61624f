"""Long work on other threads; its results arrive on the thread of the window."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from mentorcrm.core.progress import Progress

Work = Callable[[Progress], Any]
Done = Callable[[Any], object]
Failed = Callable[[Exception], object]

_REPORT_EVERY = 0.05
_THREADS = 4


class Task(QObject):
    """One piece of long work: watch ``progressed``, or ``cancel()`` it."""

    progressed = Signal(object, object, str)
    """Done, total or None, and what is being done. Numbers may pass 2^31, hence objects."""

    def __init__(
        self, label: str, on_done: Done | None, on_failed: Failed, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.label = label
        self.progress = Progress()
        self.on_done: Done | None = on_done
        self.on_failed: Failed | None = on_failed

    @property
    def cancelled(self) -> bool:
        """Tell whether somebody asked to stop."""
        return self.progress.cancelled

    def cancel(self) -> None:
        """Ask the work to stop; it does so at its next report."""
        self.progress.cancel()

    def silence(self) -> None:
        """Call nobody back any more."""
        self.on_done = self.on_failed = None


class Tasks(QObject):
    """The threads of long work; ``changed`` when one begins, gets on or ends.

    The threads touch one object of Qt only, this one, which outlives them: a task that was
    emitting while the window let go of it would be a crash.
    """

    changed = Signal()
    ended = Signal()
    """A task is over, and what it was about is settled."""
    _said = Signal(object, str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: queue.SimpleQueue[tuple[Task, Work] | None] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._active: list[Task] = []
        self._said.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    @property
    def active(self) -> tuple[Task, ...]:
        """Return the tasks that are not finished."""
        return tuple(self._active)

    def others(self, task: Task | None) -> tuple[Task, ...]:
        """Return the unfinished tasks except ``task``."""
        return tuple(each for each in self._active if each is not task)

    def start(self, label: str, work: Work, on_done: Done | None, on_failed: Failed) -> Task:
        """Run ``work(progress)`` on another thread; answer on this one."""
        task = Task(label, on_done, on_failed, self)
        task.progress.listen(self._reporter(task))
        self._active.append(task)
        self._waiting.put((task, work))
        if len(self._threads) < min(_THREADS, len(self._active)):
            name = f"task-{len(self._threads) + 1}"
            thread = threading.Thread(target=self._work, name=name, daemon=True)
            self._threads.append(thread)
            thread.start()
        self.changed.emit()
        return task

    def stop(self, wait_ms: int = 10_000) -> bool:
        """Cancel everything and wait for it; tell whether all came to an end.

        Nobody is called back any more: those who asked may be gone by then.
        """
        for task in self._active:
            task.cancel()
            task.silence()
        for _thread in self._threads:
            self._waiting.put(None)
        until = time.monotonic() + wait_ms / 1000
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        return not self._threads

    def _reporter(self, task: Task) -> Callable[[int, int | None, str], None]:
        reported = 0.0

        def report(done: int, total: int | None, text: str) -> None:
            nonlocal reported
            now = time.monotonic()
            if now - reported >= _REPORT_EVERY or done == total:
                reported = now
                self._said.emit(task, "progress", (done, total, text))

        return report

    def _work(self) -> None:
        """Do what waits, one after the other, until told to end."""
        while (job := self._waiting.get()) is not None:
            task, work = job
            try:
                task.progress.check()
                said = ("done", work(task.progress))
            except Exception as error:  # noqa: BLE001 - the border of a thread: the window reports it
                said = ("failed", error)
            self._said.emit(task, *said)
            # A thread that waits keeps nothing of the work before alive.
            del job, task, work, said

    def _hear(self, task: Task, word: str, value: Any) -> None:
        """Take what a thread says, on the thread of the window."""
        if task not in self._active:
            return
        if word == "progress":
            task.progressed.emit(*value)
            self.changed.emit()
            return
        self._active.remove(task)
        answer = task.on_done if word == "done" else task.on_failed
        task.silence()
        task.deleteLater()
        try:
            if answer is not None and not is_gone(answer):
                answer(value)
        finally:
            self.changed.emit()
            self.ended.emit()


def is_gone(callback: Callable[..., object]) -> bool:
    """Tell whether who wants to be called back, such as a dialog, does not exist any more."""
    owner = getattr(callback, "__self__", None)
    return isinstance(owner, QObject) and not isValid(owner)
