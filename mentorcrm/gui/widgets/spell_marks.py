"""Waves under misspelt words, drawn in small slices while nobody types."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QPlainTextEdit

from mentorcrm.core.i18n import _
from mentorcrm.gui import icons, theme
from mentorcrm.gui.widgets.markdown_highlight import in_code
from mentorcrm.gui.widgets.markdown_inline import ADDRESS, CODE, letters
from mentorcrm.gui.widgets.text_marks import TextMarks, between, units

REST_MS = 400
"""How long nobody types before words are looked at."""
SLICE_MS = 10
LONGEST = 5000
"""A longer paragraph is not looked at."""
MOST = 500
"""With more, the language is a wrong one, and drawing them all would be felt."""
LAYER = "spelling"


class Checker(Protocol):
    """What knows which words are right."""

    def wrong_words(self, text: str) -> list[tuple[int, int]]:
        """Return where the misspelt words of a line stand."""

    def suggestions(self, word: str) -> list[str]:
        """Return what may have been meant."""

    def learn(self, word: str) -> None:
        """Take ``word`` as right from now on."""


class SpellMarks(QObject):
    """Underline the misspelt words of one field, and offer what may have been meant."""

    finished = Signal()
    """All words were looked at."""

    def __init__(self, field: QPlainTextEdit, checker: Callable[[], Checker | None]) -> None:
        """Ask ``checker()`` before each round; None means that nothing is checked."""
        super().__init__(field)
        self._field = field
        self._checker = checker
        self._ignored: set[str] = set()
        self._known: dict[tuple[str, bool], list[tuple[int, int]]] = {}
        self._round: Iterator[None] | None = None
        self._passed_over = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._begin)
        self._slice = QTimer(self)
        self._slice.timeout.connect(self._go_on)
        # Of the document, because a field says nothing while it is filled.
        field.document().contentsChanged.connect(self._wait)
        field.cursorPositionChanged.connect(self._moved)
        theme.watch().changed.connect(self._wait)
        self._wait()

    def check_again(self) -> None:
        """Look at every word anew: the dictionary is another one."""
        self._known.clear()
        self._wait()

    def forget_ignored(self) -> None:
        """Take no word as right any more but those of the dictionary."""
        self._ignored.clear()

    def misspelt(self) -> list[str]:
        """Return the words that are marked, from the top."""
        return [cursor.selectedText() for cursor in TextMarks.of(self._field).cursors(LAYER)]

    def add_to_menu(self, menu: QMenu, place: QTextCursor) -> None:
        """Put what may have been meant at ``place`` at the top of ``menu``."""
        found = self._marked_at(place.position())
        checker = self._checker()
        if found is None or checker is None:
            return
        word = found.selectedText()
        first = menu.actions()[0] if menu.actions() else None
        offers = checker.suggestions(word)
        actions = []
        for offer in offers:
            action = menu.addAction(offer.replace("&", "&&"))
            font = action.font()
            font.setBold(True)
            action.setFont(font)
            action.triggered.connect(lambda _on=False, text=offer: found.insertText(text))
            actions.append(action)
        if not offers:
            actions.append(menu.addAction(_("No suggestion")))
            actions[-1].setEnabled(False)
        learn = menu.addAction(icons.icon("book-plus", "muted"), _("Add to dictionary"))
        learn.triggered.connect(lambda: self._learn(word))
        ignore = menu.addAction(_("Ignore here"))
        ignore.triggered.connect(lambda: self._ignore(word))
        actions += [learn, ignore, menu.addSeparator()]
        for action in actions:
            menu.removeAction(action)
            if first is None:
                menu.addAction(action)
            else:
                menu.insertAction(first, action)

    def _learn(self, word: str) -> None:
        checker = self._checker()
        if checker is not None:
            checker.learn(word)
            self.check_again()

    def _ignore(self, word: str) -> None:
        self._ignored.add(word.casefold())
        self.check_again()

    def _marked_at(self, place: int) -> QTextCursor | None:
        for cursor in TextMarks.of(self._field).cursors(LAYER):
            if cursor.selectionStart() <= place <= cursor.selectionEnd():
                return cursor
        return None

    # Rounds

    def _wait(self) -> None:
        self._slice.stop()
        self._round = None
        self._rest.start()

    def _moved(self) -> None:
        if self._passed_over and self._round is None:
            self._wait()

    def _begin(self) -> None:
        self._round = self._look()
        self._slice.start(0)
        self._go_on()

    def _go_on(self) -> None:
        until = time.perf_counter() + SLICE_MS / 1000
        while self._round is not None and time.perf_counter() < until:
            try:
                next(self._round)
            except StopIteration:
                self._round = None
                self._slice.stop()
                self.finished.emit()

    def _look(self) -> Iterator[None]:
        """Look at one block after the other; then show all that was found."""
        checker = self._checker()
        if checker is None:
            TextMarks.of(self._field).show(LAYER, [])
            return
        still: dict[tuple[str, bool], list[tuple[int, int]]] = {}
        places: list[tuple[int, int]] = []
        block = self._field.document().begin()
        while block.isValid():
            key = (block.text(), _is_code(block))
            if key not in self._known:
                self._known[key] = self._wrong(checker, *key)
                yield
            still[key] = self._known[key]
            places += [(block.position() + a, block.position() + b) for a, b in still[key]]
            block = block.next()
        self._known = still
        self._show(places)

    def _wrong(self, checker: Checker, text: str, code: bool) -> list[tuple[int, int]]:
        """Return the misspelt words of one line, counted as Qt counts."""
        if code or len(text) > LONGEST:
            return []
        kinds = letters(text)
        found = []
        for start, end in checker.wrong_words(text):
            if text[start:end].casefold() in self._ignored:
                continue
            if not any(kind & (CODE | ADDRESS) for kind in kinds[start:end]):
                found.append((units(text[:start]), units(text[:end])))
        return found

    def _show(self, places: list[tuple[int, int]]) -> None:
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setUnderlineColor(theme.color("danger"))
        # The word that is being typed is not finished yet.
        here = self._field.textCursor().position() if self._field.hasFocus() else -1
        shown = [(start, end) for start, end in places if end != here][:MOST]
        self._passed_over = len(shown) < len(places)
        TextMarks.of(self._field).show(
            LAYER, [(between(self._field, start, end), form) for start, end in shown]
        )


def _is_code(block: QTextBlock) -> bool:
    return in_code(block.userState()) or in_code(block.previous().userState())
