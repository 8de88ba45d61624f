"""Add a mentor: a name is enough, and people who are here already are found while typing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from mentorcrm import core
from mentorcrm.core.cards import stage_name
from mentorcrm.core.i18n import _
from mentorcrm.gui.app import App
from mentorcrm.gui.widgets.choices import Choice, give_rows_room
from mentorcrm.gui.widgets.form_dialog import FormDialog
from mentorcrm.gui.widgets.labels import plain_label
from mentorcrm.gui.widgets.page import shrinkable

_MOST = 8


@dataclass(frozen=True, slots=True)
class NewMentor:
    """What was filled in; ``contact_id`` None is somebody new."""

    contact_id: int | None
    name: str
    position: str
    company: str
    goal_ids: tuple[int, ...]
    job_description_id: int | None


class AddMentorDialog(FormDialog):
    """Ask who, what they do and for which goal."""

    def __init__(
        self,
        app: App,
        stage: str,
        then: Callable[[NewMentor], object],
        parent: QWidget,
        goal_id: int | None = None,
    ) -> None:
        title = _("Add mentor to {stage}").format(stage=stage_name(stage))
        super().__init__(title, _("Add mentor"), parent)
        self._app = app
        self._then = then
        self._found: list[tuple[int, str, str, str]] = []
        self._contact_id: int | None = None
        self.name = QLineEdit()
        self.name.setPlaceholderText(_("Name, or part of one, of somebody you know"))
        self.position = QLineEdit()
        self.company = QLineEdit()
        self.goal = Choice()
        self.description = Choice()
        self.note = plain_label("", "muted")
        self.note.setWordWrap(True)
        for box in (self.goal, self.description):
            shrinkable(box)
        self._completer = QCompleter(QStringListModel(self), self)
        self._lay_out()
        self._offer_choices(goal_id)
        self._connect()
        self._check()

    def _lay_out(self) -> None:
        name = QVBoxLayout()
        name.setSpacing(4)
        name.addWidget(self.name)
        name.addWidget(self.note)
        label = plain_label(_("&Name"))
        label.setBuddy(self.name)
        label.setMinimumHeight(self.name.sizeHint().height())
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.form.addRow(label, name)
        self.form.addRow(_("&Position"), self.position)
        self.form.addRow(_("&Company"), self.company)
        self.form.addRow(_("&Goal"), self.goal)
        self.form.addRow(_("&Ideal mentor"), self.description)
        self.note.setMinimumHeight(self.note.fontMetrics().height())
        self.name.setFocus()

    def _offer_choices(self, goal_id: int | None) -> None:
        self.goal.addItem(_("No goal yet"), None)
        for goal in self._app.read(core.goals.goals, "active"):
            self.goal.addItem(goal.title, goal.id)
        self.goal.setCurrentIndex(max(0, self.goal.findData(goal_id)))
        self.description.addItem(_("None in particular"), None)
        for each in self._app.read(core.job_descriptions.descriptions):
            self.description.addItem(each.title, each.id)
        has_any = self.description.count() > 1
        self.form.setRowVisible(self.description, has_any)

    def _connect(self) -> None:
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setMaxVisibleItems(_MOST)
        give_rows_room(self._completer)
        self._completer.setWidget(self.name)
        # By row, because two people may have the same words; a plain ``setCompleter`` would
        # also filter by prefix, where the search knows better.
        self._completer.activated[QModelIndex].connect(self._pick)  # type: ignore[index]
        self.name.returnPressed.connect(self._add_as_typed)
        self.name.textEdited.connect(self._search)
        self.description.currentIndexChanged.connect(self._check)
        self.accepted.connect(lambda: self._then(self.value()))

    def value(self) -> NewMentor:
        """Return what is filled in."""
        goal_id = self.goal.currentData()
        return NewMentor(
            contact_id=self._contact_id,
            name=self.name.text().strip(),
            position=self.position.text().strip(),
            company=self.company.text().strip(),
            goal_ids=() if goal_id is None else (goal_id,),
            job_description_id=self.description.currentData(),
        )

    def _search(self, text: str) -> None:
        self._forget_pick()
        self._found = []
        if text.strip():
            known = self._app.read(core.contacts.matching, text, _MOST)
            self._found = [(row.id, row.name, row.position, row.company) for row in known]
        model = self._completer.model()
        assert isinstance(model, QStringListModel)
        model.setStringList([_words(*found[1:]) for found in self._found])
        if self._found:
            self._completer.complete()
        else:
            self._hide_found()
        self._check()

    def _hide_found(self) -> None:
        popup = self._completer.popup()
        if popup is not None:
            popup.hide()

    def _add_as_typed(self) -> None:
        """Let Enter add the name as it stands while people are offered and none is chosen."""
        popup = self._completer.popup()
        if popup is not None and popup.isVisible() and not popup.currentIndex().isValid():
            popup.hide()
            self.done_button.click()

    def _pick(self, index: QModelIndex | QPersistentModelIndex) -> None:
        if not 0 <= index.row() < len(self._found):
            return
        contact_id, name, position, company = self._found[index.row()]
        self._contact_id = contact_id
        self.name.setText(name)
        self.position.setText(position)
        self.company.setText(company)
        for field in (self.position, self.company):
            field.setEnabled(False)
        self._check()

    def _forget_pick(self) -> None:
        if self._contact_id is None:
            return
        self._contact_id = None
        for field in (self.position, self.company):
            field.setEnabled(True)
            field.clear()

    def _check(self) -> None:
        """Say what will happen, and offer the button when it can."""
        possible = bool(self.name.text().strip())
        text = _("A name is enough to start.")
        if self._contact_id is not None:
            taken = self._stage_taken()
            text = _("Already among your people.")
            if taken is not None:
                possible = False
                text = _("{name} is already on the board: {stage}.").format(
                    name=self.name.text(), stage=stage_name(taken)
                )
        elif any(
            found[1].casefold() == self.name.text().strip().casefold() for found in self._found
        ):
            text = _(
                "You know somebody of this name. Pick them from the list, or add a new person."
            )
        self.note.setText(text)
        self.done_button.setEnabled(possible)

    def _stage_taken(self) -> str | None:
        if self._contact_id is None:
            return None
        wanted = self.description.currentData()
        cards = self._app.read(core.board.of_contact, self._contact_id)
        return next((card.stage for card in cards if card.job_description_id == wanted), None)


def _words(name: str, position: str, company: str) -> str:
    role = ", ".join(part for part in (position, company) if part)
    return f"{name} – {role}" if role else name
