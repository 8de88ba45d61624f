"""Long work in the status bar: what is being done, how far it is, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from mentorcrm.core.i18n import _
from mentorcrm.gui.tasks import Task, Tasks
from mentorcrm.gui.widgets.buttons import icon_button
from mentorcrm.gui.widgets.labels import plain_label

_SHOW_AFTER_MS = 1000


class TaskStatus(QWidget):
    """Appear when work takes longer than a second."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._shown: Task | None = None
        self._label = plain_label("", "muted")
        self._bar = QProgressBar()
        self._bar.setFixedWidth(120)
        self._bar.setTextVisible(False)
        self._cancel = icon_button("x", _("Cancel"))
        self._cancel.clicked.connect(self._stop)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._label)
        line.addWidget(self._bar)
        line.addWidget(self._cancel)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._appear)
        tasks.changed.connect(self._follow)
        self.hide()

    def _follow(self) -> None:
        active = self._tasks.active
        task = active[0] if active else None
        if task is self._shown:
            return
        if self._shown is not None:
            self._shown.progressed.disconnect(self._progressed)
        self._shown = task
        if task is None:
            self._timer.stop()
            self.hide()
            return
        task.progressed.connect(self._progressed)
        self._label.setText(task.label)
        self._bar.setAccessibleName(task.label)
        self._bar.setRange(0, 0)
        if self.isHidden():
            self._timer.start(_SHOW_AFTER_MS)

    def _appear(self) -> None:
        self.setVisible(self._shown is not None)

    def _progressed(self, done: int, total: int | None, text: str) -> None:
        if total:
            self._bar.setRange(0, 1000)
            self._bar.setValue(min(1000, done * 1000 // total))
        if text:
            self._label.setText(text)

    def _stop(self) -> None:
        if self._shown is not None:
            self._shown.cancel()
