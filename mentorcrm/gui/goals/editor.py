"""The editor of one goal: everything in place, saved as it is typed."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _
from mentorcrm.gui import icons, theme
from mentorcrm.gui.app import App
from mentorcrm.gui.autosave import Autosave
from mentorcrm.gui.goals.goal_list import STATUS_ICONS
from mentorcrm.gui.goals.hints import Draft, hints
from mentorcrm.gui.goals.linked import LinkedRecords
from mentorcrm.gui.goals.measure import MeasureFields, as_number
from mentorcrm.gui.goals.needs import Choice, NeedLines
from mentorcrm.gui.goals.ordered_lines import OrderedLines
from mentorcrm.gui.goals.smart import SmartPart
from mentorcrm.gui.widgets.buttons import icon_button
from mentorcrm.gui.widgets.dates import DateField
from mentorcrm.gui.widgets.fields import AutoSaveField
from mentorcrm.gui.widgets.growing_text import GrowingText
from mentorcrm.gui.widgets.labels import plain_label
from mentorcrm.gui.widgets.page import Column, card

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from mentorcrm.core.changes import Changes
    from mentorcrm.core.goals import GoalDetail

_TEXTS = ("title", "specific", "metric", "unit", "achievable", "relevant")


_STATUSES = ("active", "reached", "dropped")
"""What the user may choose; a goal becomes renewed by renewing it."""


class GoalEditor(Column):
    """Edit one goal."""

    delete_requested = Signal(int)

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        super().__init__(_("Goal"), parent=parent)
        self._app = app
        self._detail: GoalDetail | None = None
        self.title = AutoSaveField(_("Title of the goal"), _("What do you want to get better at?"))
        self.title.setProperty("role", "title")
        self.status = Choice(_("Status"))
        self.more = icon_button("ellipsis", _("More"))
        self.specific = GrowingText(_("Specific"))
        self.measure = MeasureFields()
        self.achievable = GrowingText(_("Achievable"))
        self.relevant = GrowingText(_("Relevant"))
        self.due_on = DateField(_("Date"), _("Choose a date"))
        self.obstacles = OrderedLines(
            _("Obstacle"), _("Add what stands in the way"), _("Delete obstacle")
        )
        self.needs = NeedLines()
        self._lists: dict[str, OrderedLines] = {
            "new_obstacle": self.obstacles,
            "new_need": self.needs,
        }
        self.linked = LinkedRecords()
        self.parts = _parts()
        self.autosave = Autosave(app, "goal", lambda: core.goals.edit, self._label, self)
        self._lay_out()
        self._make_menu()
        self._connect()

    @property
    def record_id(self) -> int | None:
        """Return the goal shown."""
        return self._detail.id if self._detail is not None else None

    def open(self, record_id: int) -> None:
        """Show the goal ``record_id``, after saving the one shown before."""
        self.flush()
        self._detail = self._app.read(core.goals.detail, record_id)
        for name, lines in self._lists.items():
            left = self._app.read(core.drafts.text_of, "goal", record_id, name)
            lines.new.setText(left or "")
        self.autosave.open(record_id, _texts(self._detail))
        self._show()
        self.verticalScrollBar().setValue(0)

    def close_record(self) -> None:
        """Show nothing, because the goal is gone."""
        self._detail = None
        self.autosave.forget()

    def refresh(self, changes: Changes) -> None:
        """Take over what changed, but not into a field in use."""
        if self._detail is None:
            return
        self._detail = self._app.read(core.goals.detail, self._detail.id)
        self.autosave.refresh(_texts(self._detail), by_undo=changes.kind in ("undo", "redo"))
        self._show()

    def flush(self) -> None:
        """Save everything that is being typed now."""
        if self._detail is None:
            return
        self.autosave.flush()
        self.measure.flush()
        self.obstacles.flush()
        self.needs.flush()

    def edit_title(self) -> None:
        """Go to the title and select it, to type another."""
        self.title.setFocus()
        self.title.selectAll()

    # Showing

    def _show(self) -> None:
        detail = self._detail
        if detail is None:
            return
        labels = core.goals.status_labels()
        offered = [value for value in labels if value in (detail.status, *_STATUSES)]
        self.status.offer([(labels[value], value) for value in offered], detail.status)
        for place, value in enumerate(offered):
            self.status.setItemIcon(place, icons.icon(STATUS_ICONS[value], "muted"))
        self.measure.show_values(
            detail.start_value, detail.current_value, detail.target_value, detail.unit
        )
        self.due_on.load(detail.due_on)
        self.obstacles.show_lines([(row.id, row.text) for row in detail.obstacles])
        self.needs.show_needs(detail.needs, detail.obstacles)
        self.linked.show_links(detail.mentors, detail.descriptions)
        for part in self.parts.values():
            part.badge.set_hue(detail.hue)
        for action in self._hues.actions():
            action.setChecked(action.data() == detail.hue)
        self._show_hints()

    def _show_hints(self) -> None:
        detail = self._detail
        if detail is None:
            return
        draft = Draft(
            specific=self.specific.toPlainText(),
            metric=self.measure.counted.text(),
            target=as_number(self.measure.numbers["target_value"].text()),
            achievable=self.achievable.toPlainText(),
            relevant=self.relevant.toPlainText(),
            due_on=detail.due_on,
            status=detail.status,
        )
        today = self._app.now().astimezone(self._app.zone()).date()
        for name, text in hints(draft, today).items():
            self.parts[name].set_hint(text)

    # Writing

    def _label(self, field: str) -> str:
        title = self._detail.title if self._detail is not None else ""
        return _("Edit goal {title}: {field}").format(title=title, field=_field_words()[field])

    def _do(self, label: str, operation: Any, *args: Any, done: str = "", **fields: Any) -> None:
        self._app.do(label, operation, *args, self._app.now(), done=done, **fields)

    def _set(self, field: str, value: Any) -> None:
        if self._detail is not None and getattr(self._detail, field) != value:
            self._do(self._label(field), core.goals.edit, self._detail.id, **{field: value})

    def _set_status(self, status: str) -> None:
        detail = self._detail
        if detail is None or detail.status == status:
            return
        if status == "active":
            self._do(_("Take up goal again"), core.goals.reopen, detail.id)
        else:
            self._do(self._label("status"), core.goals.close, detail.id, status, self._today())

    def _today(self) -> date:
        return self._app.now().astimezone(self._app.zone()).date()

    def _set_number(self, field: str, value: float | None) -> None:
        if field != "current_value":
            self._set(field, value)
        elif self._detail is not None and value is not None and value != self._detail.current_value:
            label = self._label(field)
            self._do(label, core.goals.set_progress, self._detail.id, value, self._today())

    def _set_date(self, value: date | None) -> None:
        self._set("due_on", value)

    def _add_obstacle(self, text: str) -> None:
        if self._detail is not None:
            self._do(_("Add obstacle"), _add_obstacle, self._detail.id, text)

    def _add_need(self, text: str) -> None:
        if self._detail is not None:
            self._do(_("Add need"), _add_need, self._detail.id, text)

    def _keep_draft(self, name: str, text: str) -> None:
        """Keep a line that is typed but not added yet."""
        goal_id = self.record_id
        if goal_id is not None and text.strip():
            self._app.system(core.drafts.save, "goal", goal_id, name, text, self._app.now())
        elif goal_id is not None:
            self._app.system(core.drafts.discard, "goal", goal_id, name)

    def _connect(self) -> None:
        for name, field in (
            ("title", self.title),
            ("specific", self.specific),
            ("metric", self.measure.counted),
            ("unit", self.measure.unit),
            ("achievable", self.achievable),
            ("relevant", self.relevant),
        ):
            self.autosave.add(name, field, needed=name == "title")
            field.textChanged.connect(self._show_hints)
        self.measure.number_committed.connect(self._set_number)
        self.status.picked.connect(self._set_status)
        self.due_on.committed.connect(self._set_date)
        self._connect_lists()
        self.linked.open_requested.connect(self._app.open_requested)

    def _connect_lists(self) -> None:
        goals = core.goals
        self.obstacles.added.connect(self._add_obstacle)
        self.obstacles.edited.connect(
            lambda line, text: self._do(_("Edit obstacle"), goals.edit_obstacle, line, text)
        )
        self.obstacles.moved.connect(
            lambda line, before: self._do(_("Move obstacle"), goals.move_obstacle, line, before)
        )
        self.obstacles.removed.connect(
            lambda line: self._do(
                _("Delete obstacle"), goals.delete_obstacle, line, done=_("Deleted the obstacle")
            )
        )
        self.needs.added.connect(self._add_need)
        self.needs.edited.connect(
            lambda line, text: self._do(_("Edit need"), goals.edit_need, line, text=text)
        )
        self.needs.changed.connect(
            lambda line, fields: self._do(_("Edit need"), goals.edit_need, line, **fields)
        )
        self.needs.moved.connect(
            lambda line, before: self._do(_("Move need"), goals.move_need, line, before)
        )
        self.needs.removed.connect(
            lambda line: self._do(
                _("Delete need"), goals.delete_need, line, done=_("Deleted the need")
            )
        )
        for name, lines in self._lists.items():
            for told in (lines.new.draft, lines.new.committed):
                told.connect(lambda text, name=name: self._keep_draft(name, text))

    # Laying out

    def _lay_out(self) -> None:
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.inner.setMaximumWidth(self.fontMetrics().averageCharWidth() * 96)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.status)
        head.addWidget(self.more)
        self.body.addLayout(head)
        frame, layout = card()
        layout.setSpacing(20)
        for name, field in (
            ("specific", self.specific),
            ("measurable", self.measure),
            ("achievable", self.achievable),
            ("relevant", self.relevant),
            ("due_on", self.due_on),
        ):
            self.parts[name].body.addWidget(field)
            layout.addWidget(self.parts[name])
        self.body.addWidget(frame)
        self._add_card(
            _("What stands in the way"),
            _("The biggest first. Press Enter to add one, Alt+Up and Alt+Down to move it."),
            self.obstacles,
        )
        self._add_card(
            _("What I need from a mentor"),
            _("What would take one of these out of the way?"),
            self.needs,
        )
        self._add_card(_("Mentors for this goal"), "", self.linked)
        self.body.addStretch(1)

    def _add_card(self, title: str, caption: str, content: QWidget) -> None:
        frame, layout = card()
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(plain_label(title, "h2"))
        if caption:
            line = plain_label(caption, "caption")
            line.setWordWrap(True)
            texts.addWidget(line)
        layout.addLayout(texts)
        layout.addWidget(content)
        self.body.addWidget(frame)

    def _make_menu(self) -> None:
        menu = QMenu(self.more)
        colors = menu.addMenu(_("Colour"))
        self._hues = QActionGroup(self)
        for hue, name in enumerate(_hue_names()):
            action = QAction(name, self._hues)
            action.setCheckable(True)
            action.setData(hue)
            colors.addAction(action)
        colors.aboutToShow.connect(self._paint_hues)
        self._hues.triggered.connect(lambda action: self._set("hue", action.data()))
        menu.addSeparator()
        self.delete_action = menu.addAction(icons.icon("trash-2", "muted"), _("Delete goal"))
        self.delete_action.triggered.connect(self._ask_delete)
        self.more.setMenu(menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _paint_hues(self) -> None:
        for action in self._hues.actions():
            action.setIcon(_swatch(theme.color(f"goal{action.data()}")))

    def _ask_delete(self) -> None:
        if self._detail is not None:
            self.delete_requested.emit(self._detail.id)


def _add_obstacle(session: Session, goal_id: int, text: str, now: datetime) -> None:
    core.goals.add_obstacle(session, goal_id, text, now)
    core.drafts.discard(session, "goal", goal_id, "new_obstacle")


def _add_need(session: Session, goal_id: int, text: str, now: datetime) -> None:
    core.goals.add_need(session, goal_id, text, now)
    core.drafts.discard(session, "goal", goal_id, "new_need")


def _texts(detail: GoalDetail) -> dict[str, str]:
    return {name: getattr(detail, name) for name in _TEXTS}


def _field_words() -> dict[str, str]:
    return {
        "title": _("title"),
        "specific": _("specific"),
        "metric": _("measure"),
        "unit": _("unit"),
        "start_value": _("start"),
        "current_value": _("progress"),
        "target_value": _("target"),
        "achievable": _("achievable"),
        "relevant": _("relevant"),
        "due_on": _("date"),
        "status": _("status"),
        "hue": _("colour"),
    }


def _parts() -> dict[str, SmartPart]:
    return {
        "specific": SmartPart(
            "S", _("Specific"), _("be appointed lead of a product team of five to eight people")
        ),
        "measurable": SmartPart("M", _("Measurable"), _("projects led from start to launch, 3")),
        "achievable": SmartPart(
            "A", _("Achievable"), _("four hours a week, and my lead lets me run a first project")
        ),
        "relevant": SmartPart("R", _("Relevant"), _("so that our users are heard before we build")),
        "due_on": SmartPart("T", _("Time-bound"), _("by the end of next June")),
    }


def _hue_names() -> tuple[str, ...]:
    return (
        _("Blue"),
        _("Green"),
        _("Amber"),
        _("Plum"),
        _("Teal"),
        _("Violet"),
        _("Rose"),
        _("Olive"),
    )


def _swatch(color: QColor) -> QIcon:
    picture = QPixmap(QSize(32, 32))
    picture.setDevicePixelRatio(2)
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(color)
    painter.setPen(color)
    painter.drawEllipse(2, 2, 12, 12)
    painter.end()
    return QIcon(picture)
