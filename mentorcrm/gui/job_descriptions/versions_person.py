"""Find somebody by a few letters: the board first, then everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _
from mentorcrm.gui.widgets.fields import SearchField
from mentorcrm.gui.widgets.labels import plain_label

if TYPE_CHECKING:
    from mentorcrm.core.job_descriptions.sendings import Recipient
    from mentorcrm.gui.app import App

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ROWS = 5
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _ROWS,
    Qt.Key.Key_PageUp: -_ROWS,
}


class PersonPicker(QWidget):
    """Choose one person; the arrow keys work from the search field."""

    changed = Signal()

    def __init__(self, app: App, description_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._description_id = description_id
        self._model = _People(self)
        self.field = _Field(_("Search people"), _("Name, company or tag"))
        self.list = QListView()
        self.list.setAccessibleName(_("People found"))
        self.list.setModel(self._model)
        self.list.setUniformItemSizes(True)
        self.list.setProperty("role", "offers")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight(_ROWS * (self.list.fontMetrics().height() + 10) + 4)
        self.nobody = plain_label("", "muted")
        self.setFocusProxy(self.field)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        outer.addWidget(self.field)
        outer.addWidget(self.list)
        outer.addWidget(self.nobody)
        self.field.textChanged.connect(self._search)
        self.field.stepped.connect(self._step)
        self.list.selectionModel().currentChanged.connect(lambda _now, _then: self.changed.emit())
        self._search("")

    def person(self) -> Recipient | None:
        """Return who is chosen."""
        index = self.list.currentIndex()
        return self._model.people[index.row()] if index.isValid() else None

    def choose(self, contact_id: int) -> None:
        """Choose somebody who is offered."""
        for row, one in enumerate(self._model.people):
            if one.contact_id == contact_id:
                self.list.setCurrentIndex(self._model.index(row, 0))

    def _search(self, words: str) -> None:
        found = self._app.read(
            core.job_descriptions.sendings.recipients, self._description_id, words
        )
        self._model.show(found)
        if found and words.strip():
            self.list.setCurrentIndex(self._model.index(0, 0))
        nothing = _("Nobody is called so.") if words.strip() else _("Type a name.")
        self.nobody.setText("" if found else nothing)
        self.nobody.setVisible(not found)
        self.list.setVisible(bool(found))
        self.changed.emit()

    def _step(self, by: int) -> None:
        last = len(self._model.people) - 1
        if last >= 0:
            row = self.list.currentIndex().row()
            row = min(max(row + by, 0), last)
            self.list.setCurrentIndex(self._model.index(row, 0))


class _Field(SearchField):
    """A search field whose arrow keys move in the list below."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)
            event.accept()


class _People(QAbstractListModel):
    """The people found."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.people: list[Recipient] = []

    def show(self, people: list[Recipient]) -> None:
        """Offer ``people``."""
        self.beginResetModel()
        self.people = people
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.people)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        one = self.people[index.row()]
        place = ", ".join(part for part in (one.position, one.company) if part)
        return f"{one.name} – {place}" if place else one.name
