"""The text of a description: links, the sections in the user's order, or all as it reads."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _
from mentorcrm.gui.app import App
from mentorcrm.gui.job_descriptions.links_area import LinksArea
from mentorcrm.gui.job_descriptions.section import ABOVE, SectionField
from mentorcrm.gui.job_descriptions.section_texts import section_texts
from mentorcrm.gui.spelling import Spelling
from mentorcrm.gui.widgets.line_ends import place_in_qt
from mentorcrm.gui.widgets.markdown_editor import MarkdownView
from mentorcrm.gui.widgets.page import Column, card
from mentorcrm.gui.widgets.text_marks import between

_WIDEST = 96


class TextColumn(Column):
    """Hold the eight fields; ``entered`` tells which one the keyboard is in."""

    entered = Signal(str)
    edited = Signal()

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        super().__init__(_("Ideal mentor"), parent=parent)
        self.links = LinksArea(app)
        self.preview = MarkdownView(
            _("Preview of the whole description"), growing=True, headings=True
        )
        texts = section_texts()
        titles = core.job_descriptions.section_titles()
        self.sections = {name: SectionField(name, titles[name], texts[name]) for name in titles}
        self._order: tuple[str, ...] = tuple(titles)
        self.spell_marks = {
            name: Spelling.of(app).watch(field.editor.source)
            for name, field in self.sections.items()
        }
        self._sections_card, self._rows = card()
        self._rows.setSpacing(24 - ABOVE)
        self._preview_card, whole = card()
        whole.addWidget(self.preview)
        self._preview_card.hide()
        self._lay_out()
        for field in self.sections.values():
            field.entered.connect(self._entered)
            field.editor.source.textChanged.connect(self.edited)

    def texts(self) -> dict[str, str]:
        """Return what is in the fields now, in the user's order."""
        return {name: self.sections[name].editor.text() for name in self._order}

    def set_order(self, names: Sequence[str]) -> None:
        """Put the fields into this order, for the eye and for Tab."""
        if tuple(names) == self._order:
            return
        self._order = tuple(names)
        for place, name in enumerate(names):
            self._rows.removeWidget(self.sections[name])
            self._rows.insertWidget(place, self.sections[name])
        fields = [self.sections[name] for name in names]
        for before, after in pairwise(fields):
            QWidget.setTabOrder(before.editor.source, after.editor.source)

    def set_preview(self, shown: bool) -> None:
        """Show the whole as it reads, or the sections."""
        self._sections_card.setVisible(not shown)
        self.links.setVisible(not shown)
        self._preview_card.setVisible(shown)
        self.verticalScrollBar().setValue(0)

    def jump(self, name: str, start: int = -1, end: int = -1) -> None:
        """Go to a section; select from ``start`` to ``end`` of its text when these are given."""
        field = self.sections[name]
        source = field.editor.source
        field.editor.set_preview(False)
        self.ensureWidgetVisible(field, 0, 24)
        top = field.mapTo(self.inner, field.rect().topLeft()).y()
        self.verticalScrollBar().setValue(max(0, top - 12))
        source.setFocus(Qt.FocusReason.OtherFocusReason)
        if start >= 0:
            text = field.editor.text()
            source.setTextCursor(
                between(source, place_in_qt(text, start), place_in_qt(text, max(start, end)))
            )

    def show_section(self, name: str) -> None:
        """Bring a section into sight; the keyboard stays where it is."""
        self.ensureWidgetVisible(self.sections[name], 0, 24)

    def show_match(self, field: QWidget) -> None:
        """Bring the section of a marked place into sight."""
        for name, section in self.sections.items():
            if section.editor.source is field:
                self.show_section(name)

    def _entered(self, name: str) -> None:
        self.entered.emit(name)

    def _lay_out(self) -> None:
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.inner.setMaximumWidth(self.fontMetrics().averageCharWidth() * _WIDEST)
        for field in self.sections.values():
            self._rows.addWidget(field)
        top = QVBoxLayout()
        top.setContentsMargins(0, 0, 0, 4)
        top.addWidget(self.links)
        self.body.addLayout(top)
        self.body.addWidget(self._sections_card)
        self.body.addWidget(self._preview_card)
        self.body.addStretch(1)
