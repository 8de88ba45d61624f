"""The preferences dialog: one column of cards, every change counts at once."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from mentorcrm.core.i18n import _
from mentorcrm.gui.app import App
from mentorcrm.gui.preferences import appearance, data, reminders, writing
from mentorcrm.gui.widgets.labels import plain_label
from mentorcrm.gui.widgets.page import Column, card

SECTIONS = (appearance.Appearance, writing.Writing, reminders.Reminders, data.Data)
"""The cards from the top: a widget each, made with the App, which has a ``title``."""


class PreferencesDialog(QDialog):
    """Choose how MentorCRM looks and behaves."""

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Preferences"))
        column = self._column = Column(_("Preferences"), margin=24)
        column.body.setContentsMargins(24, 24, 24, 8)
        column.body.addWidget(plain_label(_("Preferences"), "h1"))
        self.sections = [section(app) for section in SECTIONS]
        for section in self.sections:
            frame, inside = card()
            inside.addWidget(plain_label(section.title, "h2"))
            inside.addWidget(section)
            column.body.addWidget(frame)
        column.body.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.setContentsMargins(24, 12, 24, 16)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(column, 1)
        outer.addWidget(buttons)
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        char = self.fontMetrics().averageCharWidth()
        inner = self._column.inner.sizeHint().height()
        low = self.screen().availableGeometry().height() - 48
        return QSize(char * 78, min(760, low, inner + 64))
