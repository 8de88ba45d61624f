"""Find and replace in several fields at once, below each other as one text."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from mentorcrm.core.i18n import _, ngettext
from mentorcrm.gui import theme
from mentorcrm.gui.widgets.buttons import icon_button
from mentorcrm.gui.widgets.labels import plain_label
from mentorcrm.gui.widgets.text_marks import TextMarks, between, units
from mentorcrm.gui.widgets.text_search import Search

LAYER = "found"
FIND_KEYS = "Ctrl+Shift+F"
REPLACE_KEYS = "Ctrl+Alt+F" if sys.platform == "darwin" else "Ctrl+H"
"""On a Mac the other one hides the program."""
_WAIT_MS = 60
_FIELD_CHARS = 15
_COUNT_CHARS = 13


class Match(NamedTuple):
    """One place: its field, and from where to where as Qt counts."""

    field: QPlainTextEdit
    start: int
    end: int


class FindBar(QFrame):
    """A bar that marks all matches, goes from one to the next, and replaces them."""

    shown_match = Signal(object)
    """The field whose match is shown now: bring it into sight."""
    replace_all_requested = Signal(object, str)
    """A Search, and the words to put in everywhere."""
    closed = Signal()

    def __init__(self, fields: Callable[[], Sequence[QPlainTextEdit]]) -> None:
        """Look through ``fields()``, in that order."""
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(_("Find and replace"))
        self._fields = fields
        self._watched: set[QPlainTextEdit] = set()
        self._matches: list[Match] = []
        self._current = -1
        self.words = QLineEdit()
        self.words.setAccessibleName(_("Find"))
        self.words.setPlaceholderText(_("Find in the description"))
        self.replacement = QLineEdit()
        self.replacement.setAccessibleName(_("Replace with"))
        self.replacement.setPlaceholderText(_("Replace with"))
        self.count = plain_label("", "muted")
        self.case = _toggle("case-sensitive", _("Match case"))
        self.whole = _toggle("whole-word", _("Whole words"))
        self.previous = icon_button("chevron-up", _("Previous match") + " (Shift+F3)")
        self.next = icon_button("chevron-down", _("Next match") + " (F3)")
        self.close_button = icon_button("x", _("Close") + " (Esc)")
        self.replace_button = QPushButton(_("Replace"))
        self.all_button = QPushButton(_("Replace all"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._look)
        self._lay_out()
        self._connect()
        self.hide()

    def open(self, *, replacing: bool, words: str = "") -> None:
        """Show the bar, with the line for replacing or without, and look for ``words``."""
        for part in (self.replacement, self.replace_button, self.all_button):
            part.setVisible(replacing)
        self.show()
        if words:
            self.words.setText(words)
        self._look()
        self.words.setFocus()
        self.words.selectAll()

    def leave(self) -> None:
        """Hide the bar; the match shown last is selected in its field."""
        match = self._match()
        self.put_away()
        if match is not None:
            match.field.setTextCursor(between(*match))
            match.field.setFocus()
        self.closed.emit()

    def put_away(self) -> None:
        """Hide the bar and its marks; the keyboard stays where it is."""
        self.hide()
        self._unmark()

    def search(self) -> Search:
        """Return what is looked for."""
        return Search(self.words.text(), self.case.isChecked(), self.whole.isChecked())

    def step(self, by: int) -> None:
        """Show the next match (1) or the one before (-1), from the other end when there is none."""
        if self._matches:
            start = self._current if self._current >= 0 else (-1 if by > 0 else 0)
            self._current = (start + by) % len(self._matches)
            self._mark()
            self.shown_match.emit(self._matches[self._current])

    def replace(self) -> None:
        """Replace the match shown, and show the next one."""
        match = self._match()
        if match is None:
            self.step(1)
            return
        place = self._current
        between(*match).insertText(self.replacement.text())
        self._look()
        self._current = place - 1
        self.step(1)

    def look_again(self) -> None:
        """Look anew: the texts are others."""
        if self.isVisible():
            self._timer.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    # Looking and marking

    def _look(self) -> None:
        self._timer.stop()
        search = self.search()
        before = self._match()
        self._matches = []
        for field in self._fields():
            if field not in self._watched:
                self._watched.add(field)
                field.document().contentsChanged.connect(self.look_again)
            text = field.document().toRawText()
            wide = any(letter > "\uffff" for letter in text)
            for start, end in search.places(text):
                first = start + (units(text[:start]) - start if wide else 0)
                self._matches.append(Match(field, first, first + units(text[start:end])))
        self._current = self._matches.index(before) if before in self._matches else -1
        self._mark()

    def _match(self) -> Match | None:
        return self._matches[self._current] if 0 <= self._current < len(self._matches) else None

    def _mark(self) -> None:
        plain, strong = QTextCharFormat(), QTextCharFormat()
        plain.setBackground(theme.color("selection"))
        plain.setForeground(theme.color("on_selection"))
        strong.setBackground(theme.color("accent"))
        strong.setForeground(theme.color("on_accent"))
        current = self._match()
        for field in self._fields():
            marks = [
                (between(*match), strong if match is current else plain)
                for match in self._matches
                if match.field is field
            ]
            TextMarks.of(field).show(LAYER, marks)
        self._show_count()

    def _unmark(self) -> None:
        for field in self._fields():
            TextMarks.of(field).show(LAYER, [])

    def _show_count(self) -> None:
        number = len(self._matches)
        if not self.words.text():
            words = ""
        elif not number:
            words = _("No match")
        elif self._current >= 0:
            words = _("{n} of {all}").format(n=self._current + 1, all=number)
        else:
            words = ngettext("{n} match", "{n} matches", number).format(n=number)
        self.count.setText(words)
        for button in (self.previous, self.next, self.replace_button, self.all_button):
            button.setEnabled(bool(number))

    def _connect(self) -> None:
        self.words.textChanged.connect(self._wait)
        self.words.returnPressed.connect(self._entered)
        self.case.toggled.connect(self._look)
        self.whole.toggled.connect(self._look)
        self.previous.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(lambda: self.step(1))
        self.close_button.clicked.connect(self.leave)
        self.replacement.returnPressed.connect(self.replace)
        self.replace_button.clicked.connect(self.replace)
        self.all_button.clicked.connect(
            lambda: self.replace_all_requested.emit(self.search(), self.replacement.text())
        )

    def _wait(self, _words: str) -> None:
        self._timer.start()

    def _entered(self) -> None:
        if self._timer.isActive():
            self._look()
        self.step(1)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 8, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        tools = QHBoxLayout()
        tools.setSpacing(4)
        self.count.setMinimumWidth(self.fontMetrics().averageCharWidth() * _COUNT_CHARS)
        tools.addWidget(self.count)
        for button in (self.case, self.whole, self.previous, self.next, self.close_button):
            tools.addWidget(button)
        grid.addWidget(self.words, 0, 0)
        grid.addLayout(tools, 0, 1)
        grid.addWidget(self.replacement, 1, 0)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.replace_button)
        acts.addWidget(self.all_button)
        acts.addStretch(1)
        grid.addLayout(acts, 1, 1)
        grid.setColumnStretch(0, 1)
        for line in (self.words, self.replacement):
            line.setMinimumWidth(self.fontMetrics().averageCharWidth() * _FIELD_CHARS)
        # From what is looked for straight to what replaces it.
        order = (self.words, self.replacement, self.replace_button, self.all_button, self.case)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)


def _toggle(icon: str, name: str) -> QToolButton:
    button = icon_button(icon, name)
    button.setCheckable(True)
    return button
