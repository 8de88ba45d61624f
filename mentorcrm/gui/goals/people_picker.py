"""Choosing somebody for a goal: from the board, or by searching all people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mentorcrm import core
from mentorcrm.core.cards import stage_name
from mentorcrm.core.i18n import _
from mentorcrm.gui import icons
from mentorcrm.gui.goals.writer import Writer
from mentorcrm.gui.widgets.fields import SearchField
from mentorcrm.gui.widgets.labels import plain_label

if TYPE_CHECKING:
    from mentorcrm.core.goals import PersonChoice

_LIMIT = 40


class PeoplePicker(QDialog):
    """Type to search, arrow keys to choose, Enter to add; several may be added in turn."""

    def __init__(
        self, writer: Writer, goal_id: int, title: str, parent: QWidget | None = None
    ) -> None:
        """``title`` is that of the goal."""
        super().__init__(parent)
        self._writer = writer
        self._goal_id = goal_id
        self._found: list[PersonChoice] = []
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Add a mentor for this goal"))
        self.search = SearchField(_("Search people"), _("A name, a company, a tag"))
        self.search.searched.connect(lambda _text: self.fill())
        self.list = QListWidget()
        self.list.setAccessibleName(_("People who may be added"))
        self.list.setUniformItemSizes(True)
        self.list.setIconSize(QSize(16, 16))
        self.list.setProperty("role", "offers")
        self.list.itemActivated.connect(lambda _item: self.add_current())
        self.nothing = plain_label("", "muted")
        self.nothing.setWordWrap(True)
        self.add_button = QPushButton(_("Add to this goal"))
        self.add_button.setDefault(True)
        self.add_button.clicked.connect(self.add_current)
        self.done_button = QPushButton(_("Done"))
        self.done_button.setAutoDefault(False)
        self.done_button.clicked.connect(self.accept)
        self._lay_out(title)
        self.fill()
        self.search.setFocus()

    def fill(self) -> None:
        """Show who matches what is typed; without words, who is on the board."""
        words = self.search.text()
        people = core.goals.people_to_link
        self._found = self._writer.app.read(people, self._goal_id, words, _LIMIT)
        self.list.clear()
        for person in self._found:
            self.list.addItem(_item(person))
        self.list.setVisible(bool(self._found))
        self.nothing.setVisible(not self._found)
        self.nothing.setText(
            _("Nobody matches.")
            if words.strip()
            else _("Everybody on the board has this goal. Type a name to search all people.")
        )
        self.add_button.setEnabled(bool(self._found))
        if self._found:
            self.list.setCurrentRow(0)

    def add_current(self) -> None:
        """Add who is chosen to the goal, on the board if need be."""
        place = self.list.currentRow()
        if not 0 <= place < len(self._found):
            return
        person = self._found[place]
        words = {"name": person.name}
        self._writer.do(
            _("Add {name} to a goal").format(**words),
            core.goals.link_person,
            self._goal_id,
            person.contact_id,
            person.candidate_id,
            done=_("Added {name} to this goal").format(**words),
        )
        self.fill()
        self.search.setFocus()
        self.search.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrow keys choose while the keyboard is in the search field."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step and self._found:
            place = self.list.currentRow() + step
            self.list.setCurrentRow(min(max(0, place), len(self._found) - 1))
            return
        super().keyPressEvent(event)

    def _lay_out(self, title: str) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.done_button)
        buttons.addWidget(self.add_button)
        heading = plain_label(_("Who could help with “{title}”?").format(title=title), "h1")
        heading.setWordWrap(True)
        body = QVBoxLayout(self)
        body.setContentsMargins(24, 20, 24, 20)
        body.setSpacing(12)
        body.addWidget(heading)
        body.addWidget(self.search)
        body.addWidget(self.list, 1)
        body.addWidget(self.nothing, 1)
        body.addLayout(buttons)
        width = self.fontMetrics().averageCharWidth()
        self.resize(width * 72, self.fontMetrics().height() * 26)


def _item(person: PersonChoice) -> QListWidgetItem:
    role = ", ".join(part for part in (person.position, person.company) if part)
    place = _("not on the board yet") if person.stage is None else stage_name(person.stage)
    words = " · ".join(part for part in (person.name, role, place) if part)
    icon = "user-plus" if person.stage is None else "user"
    return QListWidgetItem(icons.icon(icon, "muted"), words)
