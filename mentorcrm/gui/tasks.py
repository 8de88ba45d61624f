"""Long work on other threads; its results arrive on the thread of the window."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from mentorcrm.core.errors import Cancelled
from mentorcrm.core.progress import Progress

Work = Callable[[Progress], Any]
Done = Callable[[Any], object]
Failed = Callable[[Exception], object]

_REPORT_EVERY = 0.05


class Task(QObject):
    """One piece of long work: watch ``progressed``, or ``cancel()`` it."""

    progressed = Signal(object, object, str)
    """Done, total or None, and what is being done. Numbers may pass 2^31, hence objects."""
    succeeded = Signal(object)
    failed = Signal(object)
    finished = Signal(object)

    def __init__(self, label: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.label = label
        self.progress = Progress(self._report)
        self._reported = 0.0

    @property
    def cancelled(self) -> bool:
        """Tell whether somebody asked to stop."""
        return self.progress.cancelled

    def cancel(self) -> None:
        """Ask the work to stop; it does so at its next report."""
        self.progress.cancel()

    def _report(self, done: int, total: int | None, text: str) -> None:
        now = time.monotonic()
        if now - self._reported >= _REPORT_EVERY or done == total:
            self._reported = now
            self.progressed.emit(done, total, text)


class _Run(QRunnable):
    """Do a task's work on a thread of the pool."""

    def __init__(self, task: Task, work: Work) -> None:
        super().__init__()
        self._task = task
        self._work = work

    def run(self) -> None:
        task = self._task
        try:
            task.progress.check()
            result = self._work(task.progress)
        except Exception as error:  # noqa: BLE001 - the border of a thread: the window reports it
            task.failed.emit(error)
        else:
            task.succeeded.emit(result)
        task.finished.emit(None)


class Tasks(QObject):
    """The pool of long work; ``changed`` when one begins, gets on or ends."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(4)
        self._active: list[Task] = []

    @property
    def active(self) -> tuple[Task, ...]:
        """Return the tasks that are not finished."""
        return tuple(self._active)

    def start(self, label: str, work: Work, on_done: Done | None, on_failed: Failed) -> Task:
        """Run ``work(progress)`` on another thread; answer on this one."""
        task = Task(label, self)
        self._active.append(task)
        if on_done is not None:
            task.succeeded.connect(_Answer(task, on_done).hear)
        task.failed.connect(_Answer(task, on_failed).hear)
        task.finished.connect(_Answer(task, lambda _: self._forget(task)).hear)
        task.progressed.connect(self._progressed)
        self._pool.start(_Run(task, work))
        self.changed.emit()
        return task

    def stop(self, wait_ms: int = 10_000) -> bool:
        """Cancel everything and wait for it; tell whether all came to an end.

        Nobody is called back any more: those who asked may be gone by then.
        """
        for task in self._active:
            task.cancel()
            for answer in task.findChildren(_Answer):
                answer.silence()
        return self._pool.waitForDone(wait_ms)

    def _progressed(self, _done: object, _total: object, _text: str) -> None:
        self.changed.emit()

    def _forget(self, task: Task) -> None:
        if task in self._active:
            self._active.remove(task)
            self.changed.emit()
            task.deleteLater()


class _Answer(QObject):
    """Call back on the thread of the window: a slot of a QObject that lives there."""

    def __init__(self, task: Task, callback: Callable[[Any], object]) -> None:
        super().__init__(task)
        self._callback: Callable[[Any], object] | None = callback

    def hear(self, value: object) -> None:
        """Hand over what the work gave."""
        if self._callback is not None:
            self._callback(value)

    def silence(self) -> None:
        """Hand over nothing any more."""
        self._callback = None


def was_cancelled(error: Exception) -> bool:
    """Tell whether ``error`` only says that the user stopped the work."""
    return isinstance(error, Cancelled)
