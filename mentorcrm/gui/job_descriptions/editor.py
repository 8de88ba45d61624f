"""The editor of one job description: eight sections, or the whole as it reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _, ngettext
from mentorcrm.gui import icons
from mentorcrm.gui.app import App
from mentorcrm.gui.autosave import Autosave
from mentorcrm.gui.job_descriptions.description_list import SECTION_COUNT
from mentorcrm.gui.job_descriptions.goal_links import GoalLinks
from mentorcrm.gui.job_descriptions.section import SectionField
from mentorcrm.gui.job_descriptions.section_texts import section_texts
from mentorcrm.gui.widgets.buttons import IconButton, icon_button
from mentorcrm.gui.widgets.fields import AutoSaveField
from mentorcrm.gui.widgets.labels import IconLabel, plain_label
from mentorcrm.gui.widgets.markdown_editor import MarkdownView
from mentorcrm.gui.widgets.page import Column, card

if TYPE_CHECKING:
    from mentorcrm.core.changes import Changes
    from mentorcrm.core.job_descriptions import DescriptionDetail


class DescriptionEditor(Column):
    """Edit one job description."""

    delete_requested = Signal(int)
    new_requested = Signal()

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        super().__init__(_("Ideal mentor"), parent=parent)
        self._app = app
        self._detail: DescriptionDetail | None = None
        self.title = AutoSaveField(_("Title"), _("Who are you looking for?"))
        self.title.setProperty("role", "title")
        self.preview_button = IconButton("eye", _("Preview"))
        self.preview_button.setCheckable(True)
        self.copy_button = icon_button("copy", _("Copy as Markdown"))
        self.more = icon_button("ellipsis", _("More"))
        self.goals = GoalLinks()
        self.completeness = plain_label("", "muted")
        self.completeness.setWordWrap(True)
        self._bulb = IconLabel("lightbulb", "asked", 16)
        self.preview = MarkdownView(_("Preview of the whole description"), growing=True)
        texts = section_texts()
        titles = core.job_descriptions.section_titles()
        self.sections = {name: SectionField(titles[name], texts[name]) for name in titles}
        self.autosave = Autosave(
            app, "job_description", lambda: core.job_descriptions.edit, self._label, self
        )
        self._lay_out()
        self._make_menu()
        self._connect()

    @property
    def record_id(self) -> int | None:
        """Return the description shown."""
        return self._detail.id if self._detail is not None else None

    @property
    def is_preview(self) -> bool:
        """Tell whether the whole is shown as it reads."""
        return self.preview_button.isChecked()

    def open(self, record_id: int) -> None:
        """Show the description ``record_id``, after saving the one shown before."""
        self.flush()
        self._detail = self._app.read(core.job_descriptions.detail, record_id)
        self.autosave.open(record_id, self._texts())
        self._show()
        self.verticalScrollBar().setValue(0)

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
        self._sections_card.setVisible(not shown)
        self._preview_card.setVisible(shown)
        self.preview_button.setChecked(shown)
        self._show_preview()
        self.verticalScrollBar().setValue(0)

    def copy_markdown(self) -> None:
        """Put the whole description into the clipboard as Markdown."""
        self.flush()
        if self._detail is not None:
            text = core.job_descriptions.as_markdown(self._detail)
            QGuiApplication.clipboard().setText(text)
            self._app.notices.status(_("Copied the description as Markdown"))

    # Showing

    def _texts(self) -> dict[str, str]:
        detail = self._detail
        assert detail is not None
        return {"title": detail.title, **{name: detail.section(name) for name in self.sections}}

    def _show(self) -> None:
        detail = self._detail
        if detail is None:
            return
        self.goals.show_links(detail.goals, self._app.read(core.goals.goals))
        self._show_preview()
        self._show_completeness()

    def _show_preview(self) -> None:
        if self.is_preview and self._detail is not None:
            self.preview.show_markdown(core.job_descriptions.as_markdown(self._detail))

    def _show_completeness(self) -> None:
        typed = {name: field.editor.text() for name, field in self.sections.items()}
        written = core.job_descriptions.written_sections(typed)
        for name, field in self.sections.items():
            field.set_written(name in written)
        self.completeness.setText(_completeness(written))
        self._bulb.set_icon(
            "circle-check" if len(written) == SECTION_COUNT else "lightbulb",
            "accepted" if len(written) == SECTION_COUNT else "asked",
        )

    # Writing

    def _label(self, field: str) -> str:
        title = self._detail.title if self._detail is not None else ""
        words = {"title": _("title"), **core.job_descriptions.section_titles()}
        return _("Edit ideal mentor {title}: {section}").format(title=title, section=words[field])

    def _set_goals(self, goal_ids: list[int]) -> None:
        if self._detail is not None:
            label = _("Link goals to {title}").format(title=self._detail.title)
            operation = core.job_descriptions.set_goals
            self._app.do(label, operation, self._detail.id, goal_ids, self._app.now())

    def _connect(self) -> None:
        self.autosave.add("title", self.title, needed=True)
        for name, field in self.sections.items():
            self.autosave.add(name, field.editor)
            field.editor.source.textChanged.connect(self._show_completeness)
        self.preview_button.toggled.connect(self.set_preview)
        self.copy_button.clicked.connect(self.copy_markdown)
        self.preview.task_clicked.connect(self._tick)
        self.goals.chosen.connect(self._set_goals)
        self.goals.opened.connect(lambda goal: self._app.open_requested.emit("goal", goal))

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

    def _lay_out(self) -> None:
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.inner.setMaximumWidth(self.fontMetrics().averageCharWidth() * 96)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.preview_button)
        head.addWidget(self.copy_button)
        head.addWidget(self.more)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.setContentsMargins(4, 0, 0, 0)
        line.addWidget(self._bulb)
        line.addWidget(self.completeness, 1)
        self._sections_card, sections = card()
        sections.setSpacing(20)
        for field in self.sections.values():
            sections.addWidget(field)
        self._preview_card, whole = card()
        whole.addWidget(self.preview)
        self._preview_card.hide()
        top = QVBoxLayout()
        top.setSpacing(8)
        top.addLayout(head)
        top.addWidget(self.goals)
        top.addLayout(line)
        self.body.addLayout(top)
        self.body.addWidget(self._sections_card)
        self.body.addWidget(self._preview_card)
        self.body.addStretch(1)

    def _make_menu(self) -> None:
        menu = QMenu(self.more)
        new = menu.addAction(icons.icon("plus", "muted"), _("New description"))
        new.triggered.connect(self.new_requested)
        copy = menu.addAction(icons.icon("copy", "muted"), _("Copy as Markdown"))
        copy.triggered.connect(self.copy_markdown)
        menu.addSeparator()
        self.delete_action = menu.addAction(icons.icon("trash-2", "muted"), _("Delete description"))
        self.delete_action.triggered.connect(self._ask_delete)
        self.more.setMenu(menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _ask_delete(self) -> None:
        if self._detail is not None:
            self.delete_requested.emit(self._detail.id)


def _completeness(written: tuple[str, ...]) -> str:
    number = len(written)
    if number == SECTION_COUNT:
        return _("All eight sections are written.")
    words = ngettext(
        "{n} of {all} sections written.", "{n} of {all} sections written.", number
    ).format(n=number, all=SECTION_COUNT)
    if "why" not in written:
        words += " " + _("The why is still empty: it is what people answer to.")
    return words
