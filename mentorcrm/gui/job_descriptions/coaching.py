"""When and where the coach looks: after a rest in the typing, long texts on another thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from mentorcrm.core.i18n import _
from mentorcrm.gui.app import App
from mentorcrm.gui.job_descriptions.states import verdict_on

if TYPE_CHECKING:
    from mentorcrm.core.coach.descriptions.description import DescriptionVerdict

Texts = dict[str, str]

COACH_MS = 300
"""How long nobody types before the coach looks."""
_LONGEST_HERE = 4000
"""A look at so many letters takes 25 ms; more are looked at on another thread."""


class Coaching(QObject):
    """Let the coach look at the texts of one editor, again and again."""

    looked = Signal(object, object)
    """The texts by section, and the verdict on them."""

    def __init__(self, app: App, texts: Callable[[], Texts | None], parent: QObject) -> None:
        """Look at ``texts()``; None when nothing is shown."""
        super().__init__(parent)
        self._app, self._texts = app, texts
        self._looking = self._look_again = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    def wait(self, rest_ms: int = COACH_MS) -> None:
        """Look when nothing happens for ``rest_ms``."""
        self._timer.start(rest_ms)

    def look(self) -> None:
        """Look at what is written now."""
        self._timer.stop()
        texts = self._texts()
        if texts is None:
            return
        if sum(map(len, texts.values())) <= _LONGEST_HERE:
            self.looked.emit(texts, verdict_on(texts))
        elif self._looking:
            self._look_again = True
        else:
            self._looking = True
            self._app.run(
                _("Reading the description"),
                lambda _progress: (texts, verdict_on(texts)),
                self._take,
                self._give_up,
            )

    def _take(self, found: tuple[Texts, DescriptionVerdict]) -> None:
        """Tell what the coach said of a long text, and look again if it changed meanwhile."""
        self._looking = False
        if self._texts() is not None:
            self.looked.emit(*found)
        if self._look_again:
            self._look_again = False
            self.wait()

    def _give_up(self, _error: Exception) -> None:
        """Look at the next change: this look was cancelled."""
        self._looking = self._look_again = False
