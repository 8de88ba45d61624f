"""Help for the section in use, and the same section of an example beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _
from mentorcrm.gui.job_descriptions.section_texts import section_texts
from mentorcrm.gui.widgets.choices import Choice
from mentorcrm.gui.widgets.labels import plain_label
from mentorcrm.gui.widgets.markdown_editor import MarkdownView
from mentorcrm.gui.widgets.page import Column, card, shrinkable


class GuidePanel(Column):
    """What belongs into a section, why, a small example, and a whole one to read along."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Guide"), parent=parent)
        self._texts = section_texts()
        self._titles = core.job_descriptions.section_titles()
        self._section = next(iter(self._titles))
        self.title = plain_label("", "h2")
        self.belongs = plain_label("")
        self.reason = plain_label("", "muted")
        self.small = plain_label("", "caption")
        for label in (self.belongs, self.reason, self.small):
            label.setWordWrap(True)
        self.choice = Choice()
        self.choice.setAccessibleName(_("Example to read"))
        shrinkable(self.choice)
        for example in core.job_descriptions.examples():
            self.choice.addItem(example.kind, example.name)
        self.choice.currentIndexChanged.connect(lambda _place: self._show())
        self.writer = plain_label("", "caption")
        self.writer.setWordWrap(True)
        self.example = MarkdownView(_("Example"), growing=True)
        self._lay_out()
        self._show()

    def show_section(self, name: str) -> None:
        """Help with the section ``name``."""
        if name != self._section:
            self._section = name
            self._show()

    def _show(self) -> None:
        texts = self._texts[self._section]
        self.title.setText(self._titles[self._section])
        self.belongs.setText(texts.helper)
        self.reason.setText(texts.reason)
        self.small.setText(_("For example: {example}").format(example=texts.example))
        chosen = core.job_descriptions.examples()[max(0, self.choice.currentIndex())]
        self.writer.setText(_("{writer}. An invented person.").format(writer=chosen.writer))
        self.example.show_markdown(chosen.sections[self._section])

    def _lay_out(self) -> None:
        frame, inside = card()
        inside.setSpacing(8)
        for part in (self.title, self.belongs, self.reason, self.small):
            inside.addWidget(part)
        self.body.addWidget(frame)
        read, inside = card()
        inside.setSpacing(8)
        head = QVBoxLayout()
        head.setSpacing(8)
        head.addWidget(plain_label(_("The same section in an example"), "h2"))
        head.addWidget(self.choice)
        inside.addLayout(head)
        inside.addWidget(self.writer)
        inside.addSpacing(4)
        inside.addWidget(self.example)
        self.body.addWidget(read)
        self.body.addStretch(1)
