"""The list of descriptions, shown when there is more than one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _, ngettext
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
    from mentorcrm.core.job_descriptions import DescriptionRow

Index = QModelIndex | QPersistentModelIndex

SECTION_COUNT = 8


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
        bold, small = card_fonts(option.font)
        lines = QFontMetrics(bold).height() + QFontMetrics(small).height()
        return QSize(160, lines + 4 + 2 * PADDING + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        record = index.data(RecordRole)
        if record is None:
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        box = card_box(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        outline_card(painter, fill_card(painter, box, option.state), option.state)
        inside = box.adjusted(PADDING, PADDING, -PADDING, -PADDING)
        bold, small = card_fonts(option.font)
        lines = (
            (record.title, bold, "on_selection" if selected else "text"),
            (caption(record), small, "on_selection" if selected else "muted"),
        )
        top = inside.top()
        for text, font, token in lines:
            height = QFontMetrics(font).height()
            draw_line(painter, QRect(inside.left(), top, inside.width(), height), text, font, token)
            top += height + 4
        painter.restore()
