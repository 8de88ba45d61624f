"""The list of descriptions, shown when there is more than one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _, ngettext
from mentorcrm.gui import theme
from mentorcrm.gui.record_model import RecordModel, RecordRole

if TYPE_CHECKING:
    from mentorcrm.core.job_descriptions import DescriptionRow

Index = QModelIndex | QPersistentModelIndex

SECTION_COUNT = 8
_PADDING = 12
_GAP = 8


class DescriptionModel(RecordModel):
    """All job descriptions, oldest first."""

    tables = ("job_description", "job_description_goal", "goal", "candidate")

    def fetch_keys(self) -> Sequence[int]:
        """Return the ids in the order of the list."""
        return [row.id for row in self.app.read(core.job_descriptions.descriptions)]

    def fetch_rows(self, ids: Sequence[int]) -> Mapping[int, Any]:
        """Return the rows; there are never so many that reading all would be felt."""
        return {row.id: row for row in self.app.read(core.job_descriptions.descriptions)}

    def affected(self, changes: Any) -> None:
        """Read the short list anew."""

    def cell(self, record: DescriptionRow | None, column: int, role: int) -> Any:
        """Return the title, or all there is to know in words."""
        if record is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return record.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{record.title}, {caption(record)}"
        return None


class DescriptionList(QListView):
    """The descriptions as cards, one below the other."""

    def __init__(self, model: DescriptionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bare")
        self.setAccessibleName(_("Descriptions"))
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def caption(record: DescriptionRow) -> str:
    """Return how far a description is written, and for how many people it is used."""
    words = [
        _("{n} of {all} sections").format(n=record.written, all=SECTION_COUNT),
    ]
    if record.mentors:
        words.append(ngettext("{n} mentor", "{n} mentors", record.mentors).format(n=record.mentors))
    return " · ".join(words)


class _Delegate(QStyledItemDelegate):
    """Paint one description as a card."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        bold, small = _fonts(option.font)
        lines = QFontMetrics(bold).height() + QFontMetrics(small).height()
        return QSize(160, lines + 4 + 2 * _PADDING + _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        record = index.data(RecordRole)
        if record is None:
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        box = option.rect.adjusted(2, 1, -2, 1 - _GAP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.fillPath(path, theme.color("selection" if selected else "surface"))
        width = theme.tokens().border_width + (1 if selected and focused else 0)
        painter.setPen(QPen(theme.color("accent" if selected else "border"), width))
        painter.drawPath(path)
        inside = box.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        bold, small = _fonts(option.font)
        side = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        lines = (
            (record.title, bold, "on_selection" if selected else "text"),
            (caption(record), small, "on_selection" if selected else "muted"),
        )
        top = inside.top()
        for text, font, token in lines:
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(theme.color(token))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
            place = QRect(inside.left(), top, inside.width(), metrics.height())
            painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, shown)
            top += metrics.height() + 4
        painter.restore()


def _fonts(base: QFont) -> tuple[QFont, QFont]:
    bold, small = QFont(base), QFont(base)
    bold.setWeight(QFont.Weight.DemiBold)
    small.setPointSizeF(base.pointSizeF() * 0.9)
    return bold, small
