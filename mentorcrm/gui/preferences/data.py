"""Where the data is."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorcrm.core.i18n import _
from mentorcrm.gui.app import App
from mentorcrm.gui.format import place_words
from mentorcrm.gui.widgets.buttons import IconButton
from mentorcrm.gui.widgets.labels import ElidedLabel, plain_label


class Data(QWidget):
    """Say in which folder everything lies, and open it."""

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _("Your data")
        folder = app.settings.path.parent
        text = plain_label(
            _("Everything stays on this computer, in one folder. Nothing is sent anywhere."),
            "muted",
        )
        text.setWordWrap(True)
        self.folder = ElidedLabel(place_words(folder))
        self.open_button = IconButton("folder-open", _("Show folder"))
        self.open_button.clicked.connect(
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        )
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.folder, 1)
        line.addWidget(self.open_button)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addWidget(text)
        body.addLayout(line)
