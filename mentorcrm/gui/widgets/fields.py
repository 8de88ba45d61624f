"""Fields for one line: saved by themselves, for searching, and the draft of a text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from mentorcrm.core.i18n import _
from mentorcrm.gui import icons

COMMIT_MS = 800
DRAFT_MS = 1000
SEARCH_MS = 10
"""Only keys that came together wait for each other: pages follow each key."""


_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""For a menu or another window: the user comes back to the same place."""


class AutoSaveField(QLineEdit):
    """A line that saves itself: a while after typing stops, on Enter and on leaving it.

    Escape brings back what was there. What is being typed is never overwritten by ``load``.
    """

    committed = Signal(str)
    draft = Signal(str)

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self._stored = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(COMMIT_MS)
        self._timer.timeout.connect(self.flush)
        self._draft_timer = QTimer(self)
        self._draft_timer.setSingleShot(True)
        self._draft_timer.setInterval(DRAFT_MS)
        self._draft_timer.timeout.connect(self._tell_draft)
        self.textEdited.connect(self._typed)
        self.returnPressed.connect(self.flush)

    @property
    def is_dirty(self) -> bool:
        """Tell whether something typed is not saved yet."""
        return self.text() != self._stored

    def load(self, text: str, *, force: bool = False) -> None:
        """Show what is stored, unless the user is in the middle of typing."""
        if self.is_dirty and self.hasFocus() and not force:
            return
        self._timer.stop()
        self._stored = text
        if text != self.text():
            self.setText(text)
            if not self.hasFocus():
                self.setCursorPosition(0)

    def flush(self) -> None:
        """Save what was typed, if anything, now."""
        self._timer.stop()
        if self.is_dirty:
            self._stored = self.text()
            self.committed.emit(self._stored)

    def _typed(self, _text: str) -> None:
        self._timer.start()
        if not self._draft_timer.isActive():
            self._draft_timer.start()

    def _tell_draft(self) -> None:
        if self.is_dirty:
            self.draft.emit(self.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.flush()
        if event.reason() not in _PASSING:
            # A line that is too long for its place shows its beginning.
            self.setCursorPosition(0)

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_dirty:
            self._timer.stop()
            self.setText(self._stored)
            self.draft.emit(self._stored)
            event.accept()
            return
        super().keyPressEvent(event)


class SearchField(QLineEdit):
    """A search field: tells what is looked for shortly after each key; Escape clears it."""

    searched = Signal(str)

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        action = self.addAction(icons.icon("search", "muted"), self.ActionPosition.LeadingPosition)
        action.setText(name)
        self._told = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SEARCH_MS)
        self._timer.timeout.connect(self._tell)
        self.textChanged.connect(self._changed)
        self.returnPressed.connect(self._tell)

    def show_text(self, text: str) -> None:
        """Show ``text`` as what is looked for already; tells nobody."""
        self._told = text
        self.setText(text)
        self._timer.stop()

    def _changed(self, text: str) -> None:
        if text:
            # Not before: making the button takes 4 ms of the window's first paint.
            self.setClearButtonEnabled(True)
            self._timer.start()
        else:
            self._tell()

    def _tell(self) -> None:
        self._timer.stop()
        if self.text() != self._told:
            self._told = self.text()
            self.searched.emit(self._told)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            event.accept()
            return
        super().keyPressEvent(event)


class UndoPassing(QObject):
    """Let a text field with nothing to undo leave Ctrl+Z to the window.

    It filters the events of the focused field only: a filter on the whole application would
    run Python code for every event.
    """

    def follow(self, old: QWidget | None, new: QWidget | None) -> None:
        """Watch the widget that has the keyboard now."""
        if old is not None:
            old.removeEventFilter(self)
        if isinstance(new, (QLineEdit, QTextEdit, QPlainTextEdit)):
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo)
            redo = event.matches(QKeySequence.StandardKey.Redo)
            if (undo or redo) and _has_nothing(watched, undo=undo):
                event.ignore()
                return True
        return False


def _has_nothing(widget: QObject, *, undo: bool) -> bool:
    if isinstance(widget, QLineEdit):
        return not (widget.isUndoAvailable() if undo else widget.isRedoAvailable())
    if isinstance(widget, (QTextEdit, QPlainTextEdit)):
        document = widget.document()
        return not (document.isUndoAvailable() if undo else document.isRedoAvailable())
    return False


def search_hint(what: str) -> str:
    """Return the placeholder of a search field: what is searched, and its key."""
    return _("Search {what}  (Ctrl+F)").format(what=what)
