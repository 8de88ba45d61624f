"""The list of goals: title, how far it is, by when, and how many people are linked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _, ngettext
from mentorcrm.gui import icons, theme
from mentorcrm.gui.format import short_day
from mentorcrm.gui.goals.measure import as_text
from mentorcrm.gui.record_model import RecordModel, RecordRole
from mentorcrm.gui.widgets.list_card import (
    GAP,
    PADDING,
    card_box,
    card_fonts,
    draw_line,
    fill_card,
    outline_card,
)

if TYPE_CHECKING:
    from mentorcrm.core.goals import GoalRow

Index = QModelIndex | QPersistentModelIndex

STATUS_ICONS = {
    "active": "circle-dot",
    "reached": "circle-check",
    "dropped": "circle-slash",
    "renewed": "refresh-cw",
}
STATUS_TOKENS = {
    "active": "muted",
    "reached": "accepted",
    "dropped": "muted",
    "renewed": "muted",
}

_BAR = 6
_EDGE = 4


class GoalModel(RecordModel):
    """All goals, active ones first."""

    tables = ("goal", "candidate_goal", "candidate", "contact")

    def fetch_keys(self) -> Sequence[int]:
        """Return the ids in the order of the list."""
        return [row.id for row in self.app.read(core.goals.goals)]

    def fetch_rows(self, ids: Sequence[int]) -> Mapping[int, Any]:
        """Return the rows; there are never so many goals that reading all would be felt."""
        return {row.id: row for row in self.app.read(core.goals.goals)}

    def affected(self, changes: Any) -> None:
        """Read the short list anew: a status moves rows, a card changes a count."""

    def cell(self, record: GoalRow | None, column: int, role: int) -> Any:
        """Return the title, or all there is to know in words."""
        if record is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return record.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join((record.title, *_words(record)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join((record.title, ", ".join(_words(record))))
        return None


class GoalList(QListView):
    """The goals as cards, one below the other."""

    def __init__(self, model: GoalModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bare")
        self.setAccessibleName(_("Goals"))
        self.setModel(model)
        self.setItemDelegate(GoalDelegate(self))
        # The first closed goal has the heading of its group above it; there are few goals.
        for signal in (
            model.modelReset,
            model.layoutChanged,
            model.dataChanged,
            model.rowsInserted,
            model.rowsMoved,
            model.rowsRemoved,
        ):
            signal.connect(self.scheduleDelayedItemsLayout)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)


class GoalDelegate(QStyledItemDelegate):
    """Paint one goal as a card; colours are asked for at paint time."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        bold, small = card_fonts(option.font)
        lines = QFontMetrics(bold).height() + QFontMetrics(small).height()
        above = _heading_height(small) if _begins_closed(index) else 0
        return QSize(160, above + lines + _BAR + 2 * GAP + 2 * PADDING + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        record = index.data(RecordRole)
        if record is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        place = QRect(option.rect)
        if _begins_closed(index):
            _draw_heading(painter, place, option.font)
            place.setTop(place.top() + _heading_height(card_fonts(option.font)[1]))
        box = card_box(place)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        _draw_frame(painter, box, record, option.state, option.direction)
        _draw_lines(
            painter,
            box.adjusted(PADDING + _EDGE, PADDING, -PADDING, 0),
            record,
            option.font,
            selected,
        )
        painter.restore()


def _begins_closed(index: Index) -> bool:
    """Tell whether the closed goals begin here, after others that are active."""
    record = index.data(RecordRole)
    before = (
        index.sibling(index.row() - 1, index.column()).data(RecordRole) if index.row() else None
    )
    return (
        record is not None
        and before is not None
        and record.status != "active"
        and before.status == "active"
    )


def _heading_height(font: QFont) -> int:
    return QFontMetrics(font).height() + 2 * GAP


def _draw_heading(painter: QPainter, place: QRect, base: QFont) -> None:
    font = card_fonts(base)[1]
    line = QRect(
        place.left() + 4, place.top() + GAP, place.width() - 8, QFontMetrics(font).height()
    )
    draw_line(painter, line, _("Closed, and kept"), font, "muted")


def _draw_frame(
    painter: QPainter,
    box: QRect,
    record: GoalRow,
    state: QStyle.StateFlag,
    direction: Qt.LayoutDirection,
) -> None:
    path = fill_card(painter, box, state)
    painter.save()
    painter.setClipPath(path)
    edge = QRect(box.left(), box.top(), _EDGE, box.height())
    painter.fillRect(QStyle.visualRect(direction, box, edge), theme.color(f"goal{record.hue}"))
    painter.restore()
    outline_card(painter, path, state)


def _draw_lines(
    painter: QPainter, inside: QRect, record: GoalRow, base: QFont, selected: bool
) -> None:
    bold, small = card_fonts(base)
    direction = painter.layoutDirection()
    metrics, small_metrics = QFontMetrics(bold), QFontMetrics(small)
    title = QRect(inside.left(), inside.top(), inside.width(), metrics.height())
    quiet = record.status in ("dropped", "renewed")
    ink = "on_selection" if selected else ("muted" if quiet else "text")
    draw_line(painter, title, record.title, bold, ink)
    bar = QRect(inside.left(), title.bottom() + 1 + GAP, inside.width(), _BAR)
    if record.progress is not None:
        _draw_bar(painter, bar, record.progress, record.hue)
    top = bar.bottom() + 1 + GAP
    place = QRect(inside.left(), top, small_metrics.height(), small_metrics.height())
    token = "on_selection" if selected else STATUS_TOKENS[record.status]
    square = QStyle.visualRect(direction, inside, place)
    icons.draw(painter, STATUS_ICONS[record.status], token, square.topLeft(), place.height())
    words = inside.adjusted(place.width() + 6, 0, 0, 0)
    words.setTop(top)
    words.setHeight(small_metrics.height())
    words = QStyle.visualRect(direction, inside, words)
    draw_line(painter, words, " · ".join(_words(record)), small, token)


def _draw_bar(painter: QPainter, rect: QRect, progress: float, hue: int) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("column"))
    painter.drawRoundedRect(rect, _BAR / 2, _BAR / 2)
    if progress:
        done = QRect(rect)
        done.setWidth(max(_BAR, round(rect.width() * progress)))
        painter.setBrush(theme.color(f"goal{hue}"))
        place = QStyle.visualRect(painter.layoutDirection(), rect, done)
        painter.drawRoundedRect(place, _BAR / 2, _BAR / 2)


def _words(record: GoalRow) -> list[str]:
    if record.status != "active":
        return _closed_words(record)
    words = []
    if record.progress is not None:
        words.append(_("{percent} %").format(percent=round(record.progress * 100)))
    words.append(short_day(record.due_on) if record.due_on else _("No date yet"))
    if record.mentors:
        words.append(ngettext("{n} mentor", "{n} mentors", record.mentors).format(n=record.mentors))
    return words


def _closed_words(record: GoalRow) -> list[str]:
    """Return how and when a goal ended, and what was reached."""
    status = core.goals.status_labels()[record.status]
    if record.closed_on is not None:
        status = _("{status} {day}").format(status=status, day=short_day(record.closed_on))
    if record.current_value is None:
        return [status]
    value = as_text(record.current_value)
    if record.target_value is not None:
        target = as_text(record.target_value)
        value = _("{now} of {target}").format(now=value, target=target)
    return [status, f"{value} {record.unit.strip()}".strip()]
