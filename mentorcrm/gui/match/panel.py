"""Beside the matrix: why a cell says what it says, and the user's own word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mentorcrm import core
from mentorcrm.core.i18n import _
from mentorcrm.gui.match.levels import ICONS, MARK_KEYS, PART_ICONS, TOKENS, mark_of, percent
from mentorcrm.gui.match.matrix_model import role_line
from mentorcrm.gui.widgets.buttons import IconButton
from mentorcrm.gui.widgets.labels import IconLabel, plain_label, rule
from mentorcrm.gui.widgets.page import Column as ScrollColumn

if TYPE_CHECKING:
    from mentorcrm.core.match import Cell, Column, NeedAsked, Reason


_CHARS = 40


class ReasonsPanel(ScrollColumn):
    """Show one person and one need: level, reasons, own mark with a note, and the whole fit."""

    mark_requested = Signal(object)
    """The user's own mark: 2, 1, 0 or None."""
    note_entered = Signal(str)
    person_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Reasons"), parent=parent)
        self.setProperty("role", "pane")
        self.name = plain_label("", "lead")
        self.role = plain_label("", "muted")
        self.need = plain_label("")
        self.level_icon = IconLabel("circle-dashed", "faint", 18)
        self.level = plain_label("", "h2")
        for label in (self.name, self.role, self.need):
            label.setWordWrap(True)
        self._reasons = _Lines()
        self._parts = _Lines()
        self.marks: dict[int, QPushButton] = {}
        self.note = QLineEdit()
        self.open_button = IconButton("external-link", _("Open"))
        self._lay_out()
        self.open_button.clicked.connect(self.person_requested)
        self.note.editingFinished.connect(self._note_done)
        self._shown_note = ""
        self._fit_width()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_width()

    def _fit_width(self) -> None:
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _CHARS)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.body.addWidget(self.role)
        self.body.addWidget(rule())
        self.body.addWidget(self.need)
        level = QHBoxLayout()
        level.setSpacing(8)
        level.addWidget(self.level_icon)
        level.addWidget(self.level, 1)
        self.body.addLayout(level)
        self.body.addWidget(self._reasons)
        self.body.addWidget(plain_label(_("Your own word"), "h2"))
        self.body.addLayout(self._mark_buttons())
        self.note.setPlaceholderText(_("Note, such as what they told you"))
        self.note.setAccessibleName(_("Note on your own word"))
        self.body.addWidget(self.note)
        self.body.addWidget(rule())
        self.fit = plain_label("", "h2")
        self.body.addWidget(self.fit)
        self.body.addWidget(self._parts)
        self.body.addStretch(1)

    def _mark_buttons(self) -> QVBoxLayout:
        words = core.match.level_words()
        group = QButtonGroup(self)
        group.setExclusive(False)
        lines = QVBoxLayout()
        lines.setSpacing(6)
        for level, key in MARK_KEYS.items():
            button = IconButton(ICONS[key], words[key], token=TOKENS[key])
            button.setCheckable(True)
            button.clicked.connect(lambda on, level=level: self._pressed(level, on=on))
            group.addButton(button)
            self.marks[level] = button
            lines.addWidget(button)
        return lines

    def show_cell(self, person: Column, need: NeedAsked, cell: Cell) -> None:
        """Show why ``cell`` says what it says."""
        self.name.setText(person.name)
        self.role.setText(role_line(person))
        self.role.setVisible(bool(role_line(person)))
        self.open_button.setAccessibleName(_("Open {name}").format(name=person.name))
        self.need.setText(need.text)
        self.level.setText(cell.word)
        self.level_icon.set_icon(ICONS[cell.key], TOKENS[cell.key])
        reasons = [(PART_ICONS[reason.part], reason.text) for reason in cell.reasons]
        self._reasons.show_lines(reasons or [("circle-dashed", _nothing(need))])
        for level, button in self.marks.items():
            button.setChecked(mark_of(cell) == level)
        self.note.setEnabled(cell.mark is not None)
        self._shown_note = cell.mark.note if cell.mark else ""
        if not self.note.hasFocus() or not self.note.isModified():
            with QSignalBlocker(self.note):
                self.note.setText(self._shown_note)
        self._show_fit(person)

    def _show_fit(self, person: Column) -> None:
        self.fit.setText(_("Fit {share}, the sum of:").format(share=percent(person.fit.share)))
        total = sum(part.weight for part in person.fit.components)
        labels = core.match.component_labels()
        lines = []
        for part in person.fit.components:
            most = part.weight / total
            words = _("{points} of {most}: {what}").format(
                points=round(100 * most * part.level),
                most=round(100 * most),
                what=labels[part.kind],
            )
            lines.append(("", _with_reasons(words, part.reasons)))
        self._parts.show_lines(lines)

    def _pressed(self, level: int, *, on: bool) -> None:
        self.mark_requested.emit(level if on else None)

    def _note_done(self) -> None:
        text = self.note.text().strip()
        if text != self._shown_note:
            self._shown_note = text
            self.note_entered.emit(text)


class _Lines(QWidget):
    """A few lines of text that wrap, each with an icon or none."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)
        self._shown: list[tuple[str, str]] = []

    def show_lines(self, lines: list[tuple[str, str]]) -> None:
        """Show ``lines`` of (icon, text)."""
        if lines == self._shown:
            return
        self._shown = lines
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for icon, text in lines:
            self._rows.addWidget(_line(icon, text))


def _line(icon: str, text: str) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    if icon:
        row.addWidget(IconLabel(icon, "muted"), 0, Qt.AlignmentFlag.AlignTop)
    label = plain_label(text)
    label.setWordWrap(True)
    row.addWidget(label, 1)
    return box


def _with_reasons(words: str, reasons: tuple[Reason, ...]) -> str:
    if not reasons:
        return words
    return _("{words} ({reason})").format(words=words, reason=reasons[0].text)


def _nothing(need: NeedAsked) -> str:
    if need.is_bare:
        return _("The need says too little to compare. Write down what would be different.")
    return _("Nothing in notes, tags or positions speaks of it.")
