"""The spell checking of the whole window: one dictionary, the user's words, their people's names."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QObject, QTimer, Signal
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from mentorcrm import core
from mentorcrm.core import spelling
from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.settings import SPELLING, SPELLING_LANGUAGE, Setting
from mentorcrm.gui.app import App
from mentorcrm.gui.widgets.markdown_source import MarkdownSource
from mentorcrm.gui.widgets.spell_marks import SpellMarks

if TYPE_CHECKING:
    from mentorcrm.core.changes import Changes

_NAMES_MS = 2000
"""How long after people were changed their names are read again."""


class Spelling(QObject):
    """Check the fields that are given to it, while it is switched on and possible."""

    changed = Signal()
    """Switched on or off, or another language."""

    def __init__(self, app: App) -> None:
        """Make the one of ``app``; use ``Spelling.of``."""
        super().__init__(app)
        self._app = app
        self._speller: spelling.Speller | None = None
        self._tried: str | None = None
        self._marks: weakref.WeakSet[SpellMarks] = weakref.WeakSet()
        self._names_timer = QTimer(self)
        self._names_timer.setSingleShot(True)
        self._names_timer.setInterval(_NAMES_MS)
        self._names_timer.timeout.connect(self._read_names)
        app.changed.connect(self._hear_data)
        app.settings.observe(self._hear)

    @staticmethod
    def of(app: App) -> Spelling:
        """Return the spell checking of ``app``."""
        return app.findChild(Spelling) or Spelling(app)

    @property
    def language(self) -> str | None:
        """Return the language that is checked, as chosen or by the locale; None when there is none."""
        wanted = self._app.settings.get(SPELLING_LANGUAGE)
        return spelling.best_language(wanted, QLocale.system().name(), spelling.languages())

    @property
    def is_on(self) -> bool:
        """Tell whether the user wants it."""
        return self._app.settings.get(SPELLING)

    def watch(self, field: MarkdownSource) -> SpellMarks:
        """Check ``field`` from now on; its menu offers what may have been meant."""
        marks = SpellMarks(field, self._checker)
        field.menu_wanted.connect(marks.add_to_menu)
        field.menu_wanted.connect(self._add_switch)
        self._marks.add(marks)
        return marks

    def add_switch(self, menu: QMenu) -> None:
        """Add the switch to ``menu``; where nothing can be checked it says why."""
        switch = menu.addAction(_("Check spelling"))
        switch.setCheckable(True)
        why = spelling.problem()
        switch.setEnabled(not why)
        switch.setChecked(self.is_on and not why)
        if why:
            menu.addAction(why.replace("&", "&&")).setEnabled(False)
        menu.aboutToShow.connect(lambda: switch.setChecked(self.is_on and switch.isEnabled()))
        switch.triggered.connect(lambda on: self._app.settings.remember(SPELLING, on))

    def _add_switch(self, menu: QMenu, _place: object) -> None:
        menu.addSeparator()
        self.add_switch(menu)

    def wrong_words(self, text: str) -> list[tuple[int, int]]:
        """Return where the misspelt words of a line stand."""
        speller = self._speller
        if speller is None:
            return []
        found = spelling.words(text)
        return [(start, end) for start, end in found if not speller.is_right(text[start:end])]

    def suggestions(self, word: str) -> list[str]:
        """Return what may have been meant."""
        return self._speller.suggestions(word) if self._speller is not None else []

    def learn(self, word: str) -> None:
        """Take ``word`` as right from now on."""
        if self._speller is None:
            return
        try:
            self._speller.learn(word)
        except UserError as error:
            self._app.notices.error_bar(error.message, error.details)
        self._check_again()

    def _checker(self) -> Spelling | None:
        if not self.is_on:
            return None
        language = self.language
        if language is not None and language != self._tried:
            self._tried = language
            self._load(language)
        return self if self._speller is not None else None

    def _load(self, language: str) -> None:
        self._speller = None
        words = self._app.settings.path.with_name(spelling.WORDS_NAME)
        try:
            self._speller = spelling.Speller(language, words)
        except UserError as error:
            self._app.notices.status(error.message)
            return
        self._read_names()

    def _read_names(self) -> None:
        """Learn the names of the user's people, on another thread."""
        if not self._app.is_ready or self._speller is None:
            return
        db = self._app.db

        def names(_progress: object) -> list[str]:
            with db.read() as session:
                everybody = core.contacts.keys(session)
                return list(core.contacts.names(session, everybody).values())

        self._app.run(_("Reading names"), names, self._take_names)

    def _hear_data(self, changes: Changes) -> None:
        if self._speller is not None and changes.touches("contact"):
            self._names_timer.start()

    def _take_names(self, names: list[str]) -> None:
        if self._speller is not None:
            self._speller.accept(names)
            self._check_again()

    def _check_again(self) -> None:
        for marks in self._marks:
            if isValid(marks):
                marks.check_again()

    def _hear(self, setting: Setting[Any]) -> None:
        if setting in (SPELLING, SPELLING_LANGUAGE):
            self._check_again()
            self.changed.emit()
