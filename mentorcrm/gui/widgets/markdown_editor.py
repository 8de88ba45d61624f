"""A Markdown field: source to type in, preview to read, and a small tool bar."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from mentorcrm.core.i18n import _
from mentorcrm.gui.widgets.buttons import icon_button
from mentorcrm.gui.widgets.markdown_preview import MarkdownView
from mentorcrm.gui.widgets.markdown_source import MarkdownSource

__all__ = ["MarkdownEditor", "MarkdownView"]


class MarkdownEditor(QWidget):
    """Edit and read one Markdown text; ``draft`` while typing, ``committed`` to save it.

    ``tools`` is the tool bar: whoever lays out the field may put it elsewhere, for
    example beside the field's title. With ``quiet`` it shows only while the field is in
    use. With ``growing`` the field is as high as its text, else it fills its place.
    """

    committed = Signal(str)
    draft = Signal(str)

    def __init__(
        self,
        name: str,
        placeholder: str = "",
        *,
        toolbar: bool = True,
        growing: bool = False,
        quiet: bool = False,
        lines: int = 3,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.source = MarkdownSource(name, placeholder, lines=lines, growing=growing)
        self.view = MarkdownView(_("{name}, preview").format(name=name), growing=growing)
        self._stack = _CurrentSizeStack(growing=growing)
        self._stack.addWidget(self.source)
        self._stack.addWidget(self.view)
        self._quiet = quiet
        self.tools = QWidget()
        self._buttons = self._make_tools()
        self.preview_button = self._buttons["preview"]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.tools)
        layout.addWidget(self._stack, 1)
        self.setFocusProxy(self.source)
        self.source.committed.connect(self.committed)
        self.source.draft.connect(self.draft)
        self.view.task_clicked.connect(self._tick)
        for part in (self.source, self.view, *self._buttons.values()):
            part.installEventFilter(self)
        self._bind_keys()
        self._has_tools = toolbar
        self._show_tools()

    def text(self) -> str:
        """Return the source, byte for byte what it was where nobody typed."""
        return self.source.text()

    @property
    def is_dirty(self) -> bool:
        """Tell whether something typed is not saved yet."""
        return self.source.is_dirty

    def load(self, text: str, *, force: bool = False) -> None:
        """Show what is stored, unless the user is in the field."""
        self.source.load(text, force=force)
        if self.is_preview:
            self.view.show_markdown(self.text())

    def restore_draft(self, text: str) -> None:
        """Show text that was typed before the program ended, as not saved yet."""
        self.source.restore_draft(text)

    def flush(self) -> None:
        """Save what was typed, if anything, now."""
        self.source.flush()

    @property
    def is_preview(self) -> bool:
        """Tell whether the text is shown as it reads."""
        return self._stack.currentWidget() is self.view

    def set_preview(self, shown: bool) -> None:
        """Show the text as it reads, or its source."""
        if shown == self.is_preview:
            return
        had_focus = self.source.hasFocus() or self.view.hasFocus()
        if shown:
            self.view.show_markdown(self.text())
        now_shown = self.view if shown else self.source
        self._stack.setCurrentWidget(now_shown)
        self.setFocusProxy(now_shown)
        if had_focus:
            now_shown.setFocus()
        self.preview_button.setChecked(shown)
        for name, button in self._buttons.items():
            button.setEnabled(name == "preview" or not shown)
        self._show_tools()

    def toggle_preview(self) -> None:
        """Change between source and preview."""
        self.set_preview(not self.is_preview)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Learn when the focus comes into the field and goes out of it."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._show_tools(coming=event.type() == QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)

    def _make_tools(self) -> dict[str, QToolButton]:
        row = QHBoxLayout(self.tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        buttons = {}
        for name, drawing, words, act in (
            ("bold", "bold", _("Bold"), lambda: self.source.wrap("**")),
            ("italic", "italic", _("Italic"), lambda: self.source.wrap("*")),
            ("list", "list", _("List"), self.source.toggle_list),
            ("checklist", "list-checks", _("Checklist"), self.source.toggle_task),
            ("link", "link", _("Link"), self.source.insert_link),
            ("preview", "eye", _("Preview"), self.toggle_preview),
        ):
            button = icon_button(drawing, words)
            button.setIconSize(QSize(16, 16))
            button.clicked.connect(act)
            if name == "preview":
                button.setCheckable(True)
                row.addStretch(1)
            row.addWidget(button)
            buttons[name] = button
        policy = self.tools.sizePolicy()
        policy.setRetainSizeWhenHidden(self._quiet)
        self.tools.setSizePolicy(policy)
        return buttons

    def _bind_keys(self) -> None:
        for keys, name in (
            (QKeySequence(QKeySequence.StandardKey.Bold), "bold"),
            (QKeySequence(QKeySequence.StandardKey.Italic), "italic"),
            (QKeySequence("Ctrl+Shift+P"), "preview"),
        ):
            button = self._buttons[name]
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)
            shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(f"{button.toolTip()} ({shown})")

    def _show_tools(self, *, coming: bool = False) -> None:
        in_use = coming or self.source.hasFocus() or self.view.hasFocus() or self.is_preview
        in_use = in_use or any(button.hasFocus() for button in self._buttons.values())
        self.tools.setVisible(self._has_tools and (in_use or not self._quiet))

    def _tick(self, line: int) -> None:
        self.source.tick_line(line)
        self.view.show_markdown(self.text())
        self.flush()


class _CurrentSizeStack(QStackedWidget):
    """A stack as high as the page it shows, not as its highest page."""

    def __init__(self, *, growing: bool) -> None:
        super().__init__()
        self._growing = growing
        self.currentChanged.connect(lambda _place: self.updateGeometry())

    def sizeHint(self) -> QSize:
        current = self.currentWidget()
        if self._growing and current is not None:
            return current.sizeHint()
        return super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        current = self.currentWidget()
        if self._growing and current is not None:
            return current.minimumSizeHint()
        return super().minimumSizeHint()
