"""Version, licence, and where the data is."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from mentorcrm import __version__
from mentorcrm.core.i18n import _
from mentorcrm.gui.app import App
from mentorcrm.gui.preferences.data import Data
from mentorcrm.gui.widgets.labels import plain_label, rule


class AboutDialog(QDialog):
    """Say what this program is."""

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("About MentorCRM"))
        body = QVBoxLayout(self)
        body.setContentsMargins(24, 24, 24, 16)
        body.setSpacing(10)
        icon = QLabel()
        icon.setPixmap(QApplication.windowIcon().pixmap(QSize(64, 64), self.devicePixelRatioF()))
        body.addWidget(icon)
        body.addWidget(plain_label(f"MentorCRM {__version__}", "h1"))
        body.addWidget(plain_label(_("Find mentors, ask them well, and keep in touch.")))
        body.addWidget(
            plain_label(_("Free software under the MIT licence, by its contributors."), "muted")
        )
        body.addWidget(rule())
        body.addWidget(Data(app))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        body.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 64)
