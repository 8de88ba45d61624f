"""Which versions of an ideal mentor a person was sent: one line each, which opens it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _
from mentorcrm.gui.app import App
from mentorcrm.gui.format import short_day
from mentorcrm.gui.widgets.buttons import LinkButton
from mentorcrm.gui.widgets.labels import IconLabel

if TYPE_CHECKING:
    from mentorcrm.core.job_descriptions.sendings import SendingRow


class SendingLines(QWidget):
    """Show what a person was sent; hidden when there is nothing."""

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._shown: Sequence[SendingRow] = ()
        self.links: list[LinkButton] = []
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)
        self.hide()

    def load(self, contact_id: int) -> None:
        """Show what this person was sent."""
        rows = self._app.read(core.job_descriptions.sendings.of_contact, contact_id)
        if rows == self._shown:
            return
        self._shown = rows
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.links = [LinkButton(self._words(row)) for row in rows]
        for row, link in zip(rows, self.links, strict=True):
            link.setToolTip(self._tip(row))
            link.clicked.connect(partial(self._open, row.version_id))
            self._lines.addWidget(_line(link))
        self.setVisible(bool(rows))

    def _words(self, row: SendingRow) -> str:
        """Return what a person has: "Has version of 12 Nov 2026: “for Ruth”"."""
        return _("Has version of {day}: “{name}”").format(
            day=self._day(row.saved_at), name=row.version or row.title
        )

    def _tip(self, row: SendingRow) -> str:
        text = _("Sent on {day}, {channel}. Open this version of “{title}”.")
        channel = core.job_descriptions.sendings.channel_words(row.channel)
        return text.format(day=self._day(row.sent_at), channel=channel, title=row.title)

    def _day(self, moment: datetime) -> str:
        return short_day(moment.astimezone(self._app.zone()).date())

    def _open(self, version_id: int, _checked: bool = False) -> None:
        self._app.open_requested.emit("version", version_id)


def _line(link: LinkButton) -> QWidget:
    line = QWidget()
    inside = QHBoxLayout(line)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.setSpacing(6)
    inside.addWidget(IconLabel("send", "accepted", 16))
    inside.addWidget(link, 1)
    return line
