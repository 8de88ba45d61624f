"""The check-ins of a goal: one line that adds one, and those that are there, newest first."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, QEvent, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _, ngettext
from mentorcrm.gui.app import App
from mentorcrm.gui.autosave import Autosave
from mentorcrm.gui.format import short_day
from mentorcrm.gui.goals.measure import NumberLine, as_number, as_text
from mentorcrm.gui.widgets.buttons import icon_button
from mentorcrm.gui.widgets.day_field import DayField
from mentorcrm.gui.widgets.fields import AutoSaveField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from mentorcrm.core.changes import Changes
    from mentorcrm.core.goals import CheckInRow

FEW = 5
"""How many check-ins are shown before the user asks for all."""
_DRAFT = "new_check_in"


class NewCheckIn(QWidget):
    """The line that adds a check-in: value, day, note; Enter in any of them adds it."""

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._goal: int | None = None
        self.value = AutoSaveField(_("Value of the new check-in"), _("How far"))
        self.value.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.day = DayField(_("Day of the new check-in"))
        self.note = AutoSaveField(_("Note on the new check-in"), _("What happened? (optional)"))
        self.button = icon_button("plus", _("Add check-in (Enter)"), "accent")
        self.button.setIconSize(QSize(16, 16))
        self.button.clicked.connect(self.add)
        for field in (self.value, self.note):
            field.returnPressed.connect(self.add)
            field.draft.connect(lambda _text: self.keep_draft())
            field.committed.connect(lambda _text: self.keep_draft())
        self.day.lineEdit().returnPressed.connect(self.add)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget, stretch in ((self.value, 0), (self.day, 0), (self.note, 1), (self.button, 0)):
            row.addWidget(widget, stretch)
        _set_sizes(self.value, self.day)
        QWidget.setTabOrder(self.value, self.day)
        QWidget.setTabOrder(self.day, self.note)

    def open(self, goal_id: int, unit: str) -> None:
        """Add to another goal from now on; show what a crash or a page left half written."""
        self._goal = goal_id
        self.show_unit(unit)
        self._empty()
        left = self._app.read(core.drafts.text_of, "goal", goal_id, _DRAFT)
        if left is not None:
            self._fill(json.loads(left))

    def show_unit(self, unit: str) -> None:
        """Say what is counted."""
        self.value.setPlaceholderText(unit.strip() or _("How far"))

    def follow_today(self) -> None:
        """Offer the new day after midnight; a day that the user chose stays."""
        today = self._app.today()
        latest = QDate(today.year, today.month, today.day)
        was_today = self.day.date() == self.day.maximumDate()
        self.day.setMaximumDate(latest)
        if was_today:
            self.day.setDate(latest)

    def close_record(self) -> None:
        """Add to nothing, because the goal is gone."""
        self._goal = None
        self._empty()

    def add(self) -> None:
        """Add what is written, and make room for the next."""
        if self._goal is None:
            return
        value, note = as_number(self.value.text()), self.note.text().strip()
        wrong = value is None and bool(self.value.text().strip())
        _mark(self.value, valid=not wrong)
        if wrong or (value is None and not note):
            self.value.setFocus()
            return
        label = _("Add check-in")
        now = self._app.now()
        args = (self._goal, self.day.value(), now)
        self._app.do(label, _add, *args, value, note, then=lambda _id: self._begin_again())

    def keep_draft(self) -> None:
        """Keep what is typed and not added yet."""
        if self._goal is None:
            return
        written = {"value": self.value.text(), "note": self.note.text()}
        if any(text.strip() for text in written.values()):
            if self.day.value() != self._app.today():
                written["day"] = self.day.value().isoformat()
            words = json.dumps(written, ensure_ascii=False)
            self._app.system(core.drafts.save, "goal", self._goal, _DRAFT, words, self._app.now())
        elif self._app.read(core.drafts.text_of, "goal", self._goal, _DRAFT) is not None:
            self._app.system(core.drafts.discard, "goal", self._goal, _DRAFT)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            _set_sizes(self.value, self.day)

    def _begin_again(self) -> None:
        self._empty()
        self.value.setFocus()

    def _empty(self) -> None:
        self.follow_today()
        self.day.setDate(self.day.maximumDate())
        _mark(self.value, valid=True)
        for field in (self.value, self.note):
            field.load("", force=True)

    def _fill(self, written: dict[str, str]) -> None:
        # As stored, or leaving the field would tell it as typed once more.
        self.value.load(written.get("value", ""), force=True)
        self.note.load(written.get("note", ""), force=True)
        if "day" in written:
            self.day.setDate(QDate.fromString(written["day"], Qt.DateFormat.ISODate))


class CheckInLine(QWidget):
    """One check-in, edited in place."""

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._row: CheckInRow | None = None
        self.value = NumberLine(_("Value"))
        self.day = DayField(_("Day"))
        self.note = AutoSaveField(_("Note"), _("No note"))
        self.delete = icon_button("trash-2", _("Delete check-in"))
        self.delete.setIconSize(QSize(16, 16))
        self.autosave = Autosave(
            app, "check_in", lambda: core.goals.edit_check_in, lambda _name: self._label(), self
        )
        self.autosave.add("note", self.note)
        self.value.number_committed.connect(self._set_value)
        self.day.committed.connect(lambda day: self._set(happened_on=day))
        self.delete.clicked.connect(self._delete)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget, stretch in ((self.value, 0), (self.day, 0), (self.note, 1), (self.delete, 0)):
            row.addWidget(widget, stretch)
        _set_sizes(self.value, self.day)

    @property
    def record_id(self) -> int | None:
        """Return the check-in shown."""
        return self._row.id if self._row is not None else None

    def show_row(self, row: CheckInRow, *, by_undo: bool) -> None:
        """Show what is stored; another check-in than before comes with its draft."""
        is_new = row.id != self.record_id
        self._row = row
        if is_new:
            self.autosave.open(row.id, {"note": row.note})
        else:
            self.autosave.refresh({"note": row.note}, by_undo=by_undo)
        self.value.show_number(row.value)
        self.day.load(row.happened_on)
        day = short_day(row.happened_on)
        for widget, words in (
            (self.value, _("Value on {day}")),
            (self.day, _("Day: {day}")),
            (self.note, _("Note on {day}")),
            (self.delete, _("Delete check-in of {day}")),
        ):
            widget.setAccessibleName(words.format(day=day))

    def flush(self) -> None:
        """Save what is being typed."""
        self.value.flush()
        self.autosave.flush()

    def forget(self) -> None:
        """Save nothing any more, because the check-in is gone."""
        self._row = None
        self.autosave.forget()
        self.value.blockSignals(True)
        self.day.blockSignals(True)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            _set_sizes(self.value, self.day)

    def _label(self) -> str:
        assert self._row is not None
        return _("Edit check-in of {day}").format(day=short_day(self._row.happened_on))

    def _set_value(self, value: float | None) -> None:
        row = self._row
        if row is None or value == row.value:
            return
        if value is None and not row.note.strip():
            self.value.show_number(row.value)  # what would stay says nothing: deleting is a button
        else:
            self._set(value=value)

    def _set(self, **fields: Any) -> None:
        if self._row is not None:
            now = self._app.now()
            self._app.do(self._label(), core.goals.edit_check_in, self._row.id, now, **fields)

    def _delete(self) -> None:
        if self._row is None:
            return
        day = short_day(self._row.happened_on)
        self._app.do(
            _("Delete check-in of {day}").format(day=day),
            _delete,
            self._row.id,
            self._app.now(),
            done=_("Deleted the check-in of {day}").format(day=day),
        )


class CheckInList(QWidget):
    """The check-ins, newest first; the first few, or all."""

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._rows: Sequence[CheckInRow] = ()
        self._lines: dict[int, CheckInLine] = {}
        self._all = False
        self.more = QPushButton()
        self.more.setProperty("flat", True)
        self.more.setAutoDefault(False)
        self.more.clicked.connect(self.toggle_all)
        self._box = QVBoxLayout()
        self._box.setSpacing(6)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        outer.addLayout(self._box)
        outer.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def open(self, rows: Sequence[CheckInRow]) -> None:
        """Show the check-ins of another goal."""
        self._all = False
        self.show_rows(rows)

    def show_rows(self, rows: Sequence[CheckInRow], changes: Changes | None = None) -> None:
        """Show ``rows``, newest first; lines that stay keep the focus and what is typed."""
        self._rows = rows
        shown = rows if self._all else rows[:FEW]
        wanted = {row.id for row in shown}
        for record_id in [record_id for record_id in self._lines if record_id not in wanted]:
            self._drop(record_id, gone=all(row.id != record_id for row in rows))
        by_undo = changes is not None and changes.kind in ("undo", "redo")
        for place, row in enumerate(shown):
            line = self._lines.get(row.id)
            if line is None:
                line = self._lines[row.id] = CheckInLine(self._app)
            if self._box.indexOf(line) != place:
                self._box.removeWidget(line)
                self._box.insertWidget(place, line)
                line.show()
            line.show_row(row, by_undo=by_undo)
        self._order_tabs()
        self.more.setVisible(len(rows) > FEW)
        every = ngettext("Show the only one", "Show all {n}", len(rows)).format(n=len(rows))
        self.more.setText(_("Show fewer") if self._all else every)

    def lines(self) -> list[CheckInLine]:
        """Return the lines in order."""
        shown = self._rows if self._all else self._rows[:FEW]
        return [self._lines[row.id] for row in shown]

    def toggle_all(self) -> None:
        """Show all check-ins, or the newest few again."""
        self._all = not self._all
        self.show_rows(self._rows)

    def flush(self) -> None:
        """Save what is being typed in any line."""
        for line in list(self._lines.values()):
            line.flush()

    def _drop(self, record_id: int, *, gone: bool) -> None:
        line = self._lines.pop(record_id)
        had_focus = any(part.hasFocus() for part in line.findChildren(QWidget))
        if gone:
            line.forget()
        else:
            line.flush()
        self._box.removeWidget(line)
        line.hide()
        line.deleteLater()
        if had_focus:
            self.focusNextChild()

    def _order_tabs(self) -> None:
        before: QWidget | None = None
        for line in self.lines():
            for widget in (line.value, line.day, line.note, line.delete):
                if before is not None:
                    QWidget.setTabOrder(before, widget)
                before = widget
        if before is not None:
            QWidget.setTabOrder(before, self.more)


def value_words(value: float | None, unit: str) -> str:
    """Return a value with its unit; empty for none."""
    return "" if value is None else f"{as_text(value)} {unit.strip()}".strip()


def _add(
    session: Session, goal_id: int, day: date, now: datetime, value: float | None, note: str
) -> int:
    core.drafts.discard(session, "goal", goal_id, _DRAFT)
    return core.goals.add_check_in(session, goal_id, day, now, value=value, note=note)


def _delete(session: Session, check_in_id: int, now: datetime) -> None:
    core.goals.delete_check_in(session, check_in_id, now)
    core.drafts.discard(session, "check_in", check_in_id)


def _set_sizes(value: QWidget, day: QWidget) -> None:
    value.ensurePolished()
    letter = value.fontMetrics().averageCharWidth()
    value.setFixedWidth(letter * 13)
    day.setFixedSize(letter * 17, value.sizeHint().height())


def _mark(field: AutoSaveField, *, valid: bool) -> None:
    if field.property("invalid") != (not valid):
        field.setProperty("invalid", not valid)
        field.style().unpolish(field)
        field.style().polish(field)
    field.setToolTip("" if valid else _("A number such as 12 or 0.5"))
