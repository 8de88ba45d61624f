"""The editor of one job description: outline, text and coach side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QTabWidget, QVBoxLayout, QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _, ngettext
from mentorcrm.core.settings import WRITING_COACH
from mentorcrm.gui.app import App
from mentorcrm.gui.autosave import Autosave
from mentorcrm.gui.job_descriptions.coach_panel import CoachPanel
from mentorcrm.gui.job_descriptions.coaching import Coaching
from mentorcrm.gui.job_descriptions.guide_panel import GuidePanel
from mentorcrm.gui.job_descriptions.head import EditorHead
from mentorcrm.gui.job_descriptions.outline import Outline
from mentorcrm.gui.job_descriptions.section_texts import section_texts
from mentorcrm.gui.job_descriptions.states import own_words, states
from mentorcrm.gui.job_descriptions.text_column import TextColumn
from mentorcrm.gui.widgets.find_bar import FIND_KEYS, REPLACE_KEYS, FindBar
from mentorcrm.gui.widgets.labels import plain_label
from mentorcrm.gui.widgets.side_pane import SidePane
from mentorcrm.gui.widgets.text_search import Search, count_words

if TYPE_CHECKING:
    from mentorcrm.core.changes import Changes
    from mentorcrm.core.coach.descriptions.description import DescriptionVerdict
    from mentorcrm.core.job_descriptions import DescriptionDetail

_OUTLINE_CHARS = 30
_TEXT_CHARS = 52
_RAIL = 60


class DescriptionEditor(QWidget):
    """Edit one job description."""

    coached = Signal()
    """The coach has looked at what is written now."""

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._detail: DescriptionDetail | None = None
        self._wants_coach = app.settings.get(WRITING_COACH)
        self._had_room: bool | None = None
        self.head = EditorHead()
        self.title = self.head.title
        self.column = TextColumn(app)
        self.sections = self.column.sections
        helps = section_texts()
        self.outline = Outline(
            core.job_descriptions.section_titles(),
            {name: text.icon for name, text in helps.items()},
        )
        self.total = plain_label("", "caption")
        self.find_bar = FindBar(self._fields)
        self.coach = CoachPanel()
        self.guide = GuidePanel()
        self.tabs = QTabWidget()
        self.autosave = Autosave(
            app, "job_description", lambda: core.job_descriptions.edit, self._label, self
        )
        self.coaching = Coaching(app, self._texts_now, self)
        self._lay_out()
        self._connect()
        self._bind_keys()

    @property
    def record_id(self) -> int | None:
        """Return the description shown."""
        return self._detail.id if self._detail is not None else None

    @property
    def is_preview(self) -> bool:
        """Tell whether the whole is shown as it reads."""
        return self.head.preview_button.isChecked()

    def open(self, record_id: int) -> None:
        """Show the description ``record_id``, after saving the one shown before."""
        self.flush()
        self._detail = self._app.read(core.job_descriptions.detail, record_id)
        self.autosave.open(record_id, self._texts())
        for marks in self.column.spell_marks.values():
            marks.forget_ignored()
        self._show()
        self._entered(self._detail.order[0])
        self.column.verticalScrollBar().setValue(0)

    def close_record(self) -> None:
        """Show nothing, because the description is gone."""
        self._detail = None
        self.autosave.forget()

    def refresh(self, changes: Changes) -> None:
        """Take over what changed, but not into a field in use."""
        if self._detail is None:
            return
        self._detail = self._app.read(core.job_descriptions.detail, self._detail.id)
        self.autosave.refresh(self._texts(), by_undo=changes.kind in ("undo", "redo"))
        self._show()

    def flush(self) -> None:
        """Save everything that is being typed now."""
        if self._detail is not None:
            self.autosave.flush()

    def set_preview(self, shown: bool) -> None:
        """Show the whole as it reads, or the sections."""
        self.flush()
        if shown:
            self.find_bar.put_away()
        self.column.set_preview(shown)
        self.head.preview_button.setChecked(shown)
        self._show_preview()

    def copy_markdown(self) -> None:
        """Put the whole description into the clipboard as Markdown."""
        self.flush()
        if self._detail is not None:
            text = core.job_descriptions.as_markdown(self._detail)
            QGuiApplication.clipboard().setText(text)
            self._app.notices.status(_("Copied the description as Markdown"))

    def set_coach(self, shown: bool) -> None:
        """Show the coach and the guide beside the text, or the text alone."""
        if self._has_room():
            self._wants_coach = shown
            self._app.settings.remember(WRITING_COACH, shown)
        self.side.set_open(shown)
        self.head.coach_button.setChecked(shown)

    def jump(self, name: str, start: int = -1, end: int = -1) -> None:
        """Go to a section, and to a place in it."""
        self.set_preview(False)
        if self.side.is_over:
            self.set_coach(False)
        self.column.jump(name, start, end)

    def jump_by(self, step: int) -> None:
        """Go to the next section (1) or the one before (-1)."""
        names = self.outline.sections.names
        row = self.outline.currentIndex().row()
        place = row + step if row >= 0 else 0
        if 0 <= place < len(names):
            self.jump(names[place])

    def move_section(self, by: int) -> None:
        """Move the section in use up (-1) or down (1); the page follows it."""
        self.outline.move_current(by)
        name = self.outline.sections.names[self.outline.currentIndex().row()]
        # After the layout has put the fields into their new order.
        QTimer.singleShot(0, self, lambda: self.column.show_section(name))

    def find_words(self, *, replacing: bool = False, words: str = "") -> None:
        """Open the bar that finds words in all sections, and replaces them.

        Without ``words`` it looks for what is selected.
        """
        self.set_preview(False)
        focused = next((field for field in self._fields() if field.hasFocus()), None)
        chosen = focused.textCursor().selectedText() if focused is not None else ""
        self.find_bar.open(
            replacing=replacing, words=words or ("" if "\u2029" in chosen else chosen)
        )

    def look(self) -> None:
        """Let the coach look at what is written now."""
        self.coaching.look()

    def _texts_now(self) -> dict[str, str] | None:
        return self.column.texts() if self._detail is not None else None

    def _show_verdict(self, texts: dict[str, str], verdict: DescriptionVerdict) -> None:
        found = states(texts, verdict)
        words = {name: count_words(text) for name, text in own_words(texts).items()}
        self.outline.sections.show_states(found, words)
        for name, field in self.sections.items():
            field.show_state(found[name])
        self.coach.show_verdict(verdict, has_words=any(words.values()))
        self.head.coach_button.setText(_("Coach: {n} %").format(n=verdict.completeness))
        number = sum(words.values())
        self.total.setText(ngettext("{n} word in all", "{n} words in all", number).format(n=number))
        self.coached.emit()

    # Showing

    def _texts(self) -> dict[str, str]:
        detail = self._detail
        assert detail is not None
        return {"title": detail.title, **{name: detail.section(name) for name in self.sections}}

    def _show(self) -> None:
        detail = self._detail
        if detail is None:
            return
        self.column.links.show_detail(detail)
        self.column.set_order(detail.order)
        self.outline.sections.set_order(detail.order)
        rows = self._app.read(core.job_descriptions.descriptions)
        self.head.show_descriptions(rows, detail.id)
        self._show_preview()
        # At once, but after the page is painted.
        self.coaching.wait(0)

    def _show_preview(self) -> None:
        if self.is_preview and self._detail is not None:
            text = core.job_descriptions.as_markdown(self._detail)
            self.column.preview.show_markdown(text)

    # Writing

    def _label(self, field: str) -> str:
        title = self._detail.title if self._detail is not None else ""
        words = {"title": _("title"), **core.job_descriptions.section_titles()}
        return _("Edit ideal mentor {title}: {section}").format(title=title, section=words[field])

    def _set_order(self, names: list[str]) -> None:
        if self._detail is None:
            return
        current = self.outline.sections.names[self.outline.currentIndex().row()]
        label = _("Reorder ideal mentor {title}").format(title=self._detail.title)
        operation = core.job_descriptions.set_order
        self._app.do(label, operation, self._detail.id, names, self._app.now())
        self.outline.show_current(current)

    def _replace_all(self, search: Search, words: str) -> None:
        """Replace in all sections as one step."""
        self.flush()
        if self._detail is None:
            return
        changed: dict[str, Any] = {}
        number = 0
        for name, text in self.column.texts().items():
            replaced, count = search.replaced(text, words)
            if count:
                changed[name] = replaced
                number += count
        if not changed:
            return
        label = _("Replace {old} by {new}").format(old=search.words[:40], new=words[:40])
        done = ngettext("Replaced {n} match", "Replaced {n} matches", number).format(n=number)
        operation = core.job_descriptions.edit
        self._app.do(label, operation, self._detail.id, self._app.now(), done=done, **changed)
        self.find_bar.look_again()

    def _tick(self, line: int) -> None:
        """Tick a task of the whole preview in the section that it stands in."""
        detail = self._detail
        if detail is None:
            return
        place = core.job_descriptions.section_line(detail, line)
        if place is not None:
            name, line_of_section = place
            self.sections[name].editor.source.tick_line(line_of_section)
            self.sections[name].editor.flush()

    # Laying out

    def _fields(self) -> list[QPlainTextEdit]:
        return [self.sections[name].editor.source for name in self.outline.sections.names]

    def _entered(self, name: str) -> None:
        self.outline.show_current(name)
        self.guide.show_section(name)

    def _has_room(self) -> bool:
        """Tell whether coach and text go side by side without being asked for."""
        least = _RAIL + self.fontMetrics().averageCharWidth() * _TEXT_CHARS
        return self.width() - self.side.pane_width() >= least

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self._has_room()
        if room != self._had_room:
            self._had_room = room
            shown = room and self._wants_coach
            self.side.set_open(shown)
            self.head.coach_button.setChecked(shown)
        self._fit_outline()

    def _fit_outline(self) -> None:
        """Show only the icons of the outline where its words would take room from the text."""
        char = self.fontMetrics().averageCharWidth()
        self.side.set_content_room(_RAIL + char * (_TEXT_CHARS - 12))
        beside = self.side.is_open and not self.side.is_over
        room = self.width() - (self.side.pane_width() if beside else 0)
        narrow = room < char * (_OUTLINE_CHARS + _TEXT_CHARS)
        self._outline_box.setFixedWidth(_RAIL if narrow else char * _OUTLINE_CHARS)
        self.total.setVisible(not narrow)

    def _connect(self) -> None:
        self.autosave.add("title", self.title, needed=True)
        for name, field in self.sections.items():
            self.autosave.add(name, field.editor)
        self.column.entered.connect(self._entered)
        self.column.edited.connect(self.coaching.wait)
        self.coaching.looked.connect(self._show_verdict)
        self.column.preview.task_clicked.connect(self._tick)
        self.outline.chosen.connect(self.jump)
        self.outline.sections.moved.connect(self._set_order)
        self.coach.jump_requested.connect(self.jump)
        self.head.preview_button.toggled.connect(self.set_preview)
        self.head.coach_button.clicked.connect(self.set_coach)
        self.head.copy_button.clicked.connect(self.copy_markdown)
        self.side.closed.connect(lambda: self.set_coach(False))
        self.side.toggled.connect(self._fit_outline)
        self.find_bar.shown_match.connect(lambda match: self.column.show_match(match.field))
        self.find_bar.replace_all_requested.connect(self._replace_all)

    def _bind_keys(self) -> None:
        for keys, act in (
            (FIND_KEYS, self.find_words),
            (REPLACE_KEYS, lambda: self.find_words(replacing=True)),
            ("F3", lambda: self.find_bar.step(1)),
            ("Shift+F3", lambda: self.find_bar.step(-1)),
            ("Alt+PgDown", lambda: self.jump_by(1)),
            ("Alt+PgUp", lambda: self.jump_by(-1)),
            ("Alt+Down", lambda: self.move_section(1)),
            ("Alt+Up", lambda: self.move_section(-1)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

        for part in (self.head, self.outline, self.tabs, self.column.preview):
            shortcut = QShortcut(QKeySequence("Ctrl+Shift+P"), part)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.head.preview_button.click)

    def _lay_out(self) -> None:
        # From the outside in: what gets another parent is styled anew, with all that is in it.
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        content = QWidget()
        self.side = SidePane(content)
        outer.addWidget(self.head)
        outer.addWidget(self.side, 1)
        self._outline_box = QWidget()
        across = QHBoxLayout(content)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._outline_box)
        left = QVBoxLayout(self._outline_box)
        left.setContentsMargins(8, 8, 0, 12)
        left.setSpacing(8)
        left.addWidget(self.outline, 1)
        left.addWidget(self.total)
        self.total.setContentsMargins(12, 0, 0, 0)
        text = QVBoxLayout()
        text.setContentsMargins(0, 0, 0, 0)
        text.setSpacing(0)
        across.addLayout(text, 1)
        holder = QHBoxLayout()
        holder.setContentsMargins(16, 0, 16, 0)
        holder.addWidget(self.find_bar)
        text.addLayout(holder)
        text.addWidget(self.column, 1)
        self.tabs.setProperty("role", "detail")
        self.tabs.setAccessibleName(_("Help with writing"))
        self.tabs.tabBar().setAccessibleName(_("Help with writing"))
        self.side.set_pane(self.tabs)
        self.tabs.addTab(self.coach, _("Coach"))
        self.tabs.addTab(self.guide, _("Guide"))
