"""How texts are written: spell checking and its language."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from mentorcrm.core import spelling
from mentorcrm.core.i18n import _
from mentorcrm.core.settings import SPELLING, SPELLING_LANGUAGE
from mentorcrm.gui.app import App
from mentorcrm.gui.widgets.choices import Choice
from mentorcrm.gui.widgets.labels import plain_label
from mentorcrm.gui.widgets.page import Form


class Writing(QWidget):
    """Choose whether and in which language spelling is checked."""

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _("Writing")
        self._settings = app.settings
        problem = spelling.problem()
        self.check = QCheckBox(_("Check &spelling while I write"))
        self.check.setChecked(self._settings.get(SPELLING) and not problem)
        self.check.setEnabled(not problem)
        self.check.toggled.connect(lambda on: self._settings.remember(SPELLING, on))
        self.language = Choice()
        self.language.addItem(_("Like the system"), "")
        for name in spelling.languages():
            self.language.addItem(language_name(name), name)
        chosen = self.language.findData(self._settings.get(SPELLING_LANGUAGE))
        self.language.setCurrentIndex(max(0, chosen))
        self.language.setEnabled(not problem)
        self.language.activated.connect(self._take_language)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        form = Form(label_chars=16)
        form.addRow("", self.check)
        form.add(_("&Language"), self.language)
        column.addLayout(form)
        note = problem or _("Words you add are kept in words.txt in your data folder.")
        self.note = plain_label(note, "caption")
        self.note.setWordWrap(True)
        column.addWidget(self.note)

    def _take_language(self) -> None:
        self._settings.remember(SPELLING_LANGUAGE, str(self.language.currentData()))


def language_name(name: str) -> str:
    """Return a dictionary's name as people say it, such as "English (United States)"."""
    locale = QLocale(name)
    if locale.language() == QLocale.Language.C:
        return name
    language = QLocale.languageToString(locale.language())
    if "_" not in name:
        return language
    return f"{language} ({QLocale.territoryToString(locale.territory())})"
