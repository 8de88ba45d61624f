"""One section of a job description: icon, title, one helping sentence, and its text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorcrm.core.i18n import _
from mentorcrm.gui.job_descriptions.section_texts import SectionText
from mentorcrm.gui.job_descriptions.states import State
from mentorcrm.gui.widgets.labels import ElidedLabel, IconLabel, plain_label, set_role
from mentorcrm.gui.widgets.markdown_editor import MarkdownEditor

ABOVE = 10
"""Room above the title, into which the tools reach: they are higher than it."""


class SectionField(QWidget):
    """A titled Markdown field; its tools stand beside the title while it is in use."""

    entered = Signal(str)
    """The keyboard came into the field of that name."""

    def __init__(
        self, name: str, title: str, texts: SectionText, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.name = name
        self._texts = texts
        self.editor = MarkdownEditor(
            title,
            _("For example: {example}").format(example=texts.example),
            growing=True,
            quiet=True,
            lines=2,
        )
        self.icon = IconLabel(texts.icon, "faint", 20)
        self.helper = plain_label(texts.helper, "caption")
        self.helper.setWordWrap(True)
        self._lay_out(title)
        # Not in the layout: the helping sentence stands right below the title all the same.
        self.editor.tools.setParent(self)
        self.editor.source.installEventFilter(self)
        self.editor.tools.installEventFilter(self)

    def show_state(self, state: State) -> None:
        """Show how far the section is."""
        self.icon.set_icon(self._texts.icon, "faint" if state is State.EMPTY else state.token)
        example = state is State.EXAMPLE
        words = _("Still the example’s words. Change them until they are yours.")
        self.helper.setText(words if example else self._texts.helper)
        set_role(self.helper, "hint" if example else "caption")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when the keyboard comes into the field; place the tools."""
        if watched is self.editor.source and event.type() == QEvent.Type.FocusIn:
            self.entered.emit(self.name)
        if watched is self.editor.tools and event.type() == QEvent.Type.Show:
            self._place_tools()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_tools()

    def _place_tools(self) -> None:
        tools = self.editor.tools
        tools.resize(tools.sizeHint())
        tools.move(0 if self.isRightToLeft() else self.width() - tools.width(), 0)

    def _lay_out(self, title: str) -> None:
        column = QVBoxLayout()
        column.setSpacing(3)
        column.addWidget(ElidedLabel(title, "h2"))
        column.addWidget(self.helper)
        column.addSpacing(3)
        column.addWidget(self.editor)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, ABOVE, 0, 0)
        outer.setSpacing(12)
        outer.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(column, 1)
