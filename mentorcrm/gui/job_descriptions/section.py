"""One section of a job description: icon, title, one helping sentence, and its text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorcrm.core.i18n import _
from mentorcrm.gui.job_descriptions.section_texts import SectionText
from mentorcrm.gui.widgets.labels import IconLabel, plain_label
from mentorcrm.gui.widgets.markdown_editor import MarkdownEditor


class SectionField(QWidget):
    """A titled Markdown field; its tools stand beside the title while it is in use."""

    def __init__(self, title: str, texts: SectionText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = texts.icon
        self.editor = MarkdownEditor(
            title,
            _("For example: {example}").format(example=texts.example),
            growing=True,
            quiet=True,
            lines=2,
        )
        self.icon = IconLabel(texts.icon, "faint", 20)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(plain_label(title, "h2"))
        head.addStretch(1)
        head.addWidget(self.editor.tools)
        helper = plain_label(texts.helper, "caption")
        helper.setWordWrap(True)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(helper)
        column.addWidget(self.editor)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        side = QVBoxLayout()
        side.addSpacing(5)
        side.addWidget(self.icon)
        side.addStretch(1)
        outer.addLayout(side)
        outer.addLayout(column, 1)
        outer.setAlignment(side, Qt.AlignmentFlag.AlignTop)

    def set_written(self, written: bool) -> None:
        """Show whether the section says something."""
        self.icon.set_icon(self._icon_name, "accepted" if written else "faint")
