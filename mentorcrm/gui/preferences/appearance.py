"""How the window looks: scheme and text size."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from mentorcrm.core.i18n import _
from mentorcrm.core.settings import SCHEME, TEXT_SCALE
from mentorcrm.gui.app import App
from mentorcrm.gui.widgets.choices import Choice
from mentorcrm.gui.widgets.numbers import compact, number_field
from mentorcrm.gui.widgets.page import Form


class Appearance(QWidget):
    """Choose the scheme and the text size."""

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _("Appearance")
        self._settings = app.settings
        form = Form(self, label_chars=16)
        self.scheme = Choice()
        for text, value in (
            (_("Like the system"), "system"),
            (_("Light"), "light"),
            (_("Dark"), "dark"),
            (_("High contrast"), "high_contrast"),
        ):
            self.scheme.addItem(text, value)
        self.scheme.setCurrentIndex(self.scheme.findData(self._settings.get(SCHEME)))
        self.scheme.activated.connect(self._take_scheme)
        form.add(_("&Colours"), self.scheme)
        self.scale = number_field(_("Text size"), 80, 200, 10)
        self.scale.setSuffix(" %")
        compact(self.scale)
        self.scale.setKeyboardTracking(False)
        self.scale.setValue(round(self._settings.get(TEXT_SCALE) * 100))
        self.scale.valueChanged.connect(self._take_scale)
        form.add(_("&Text size"), self.scale)

    def _take_scheme(self) -> None:
        self._settings.remember(SCHEME, str(self.scheme.currentData()))

    def _take_scale(self, percent: int) -> None:
        self._settings.remember(TEXT_SCALE, percent / 100)
