"""How one cell of the table of people looks; colours are taken at paint time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mentorcrm.core.i18n import _
from mentorcrm.gui import icons, theme
from mentorcrm.gui.contacts.stages import STAGE_ICONS
from mentorcrm.gui.format import initials
from mentorcrm.gui.record_model import RecordRole

if TYPE_CHECKING:
    from mentorcrm.core.contacts import ContactRow
    from mentorcrm.gui.contacts.people_table import PeopleTable

Index = QModelIndex | QPersistentModelIndex

PADDING = 10
_GAP = 8
_CHIP = 7
_ICON = 16
_FLAGS = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine


class RowFonts:
    """The fonts of a row and their metrics, made once per text size."""

    def __init__(self, base: QFont) -> None:
        self.base = QFont(base)
        self.name = QFont(base)
        self.name.setWeight(QFont.Weight.DemiBold)
        self.small = QFont(base)
        self.small.setPointSizeF(base.pointSizeF() * 0.9)
        self.mark = QFont(base)
        self.mark.setPointSizeF(base.pointSizeF() * 0.8)
        self.mark.setWeight(QFont.Weight.DemiBold)
        self.base_metrics = QFontMetrics(self.base)
        self.name_metrics = QFontMetrics(self.name)
        self.small_metrics = QFontMetrics(self.small)
        self.avatar = self.name_metrics.height() + 10
        self.row_height = self.avatar + 14


class PeopleDelegate(QStyledItemDelegate):
    """Paint a person's row: avatar and name, tags as chips, stages with their icons."""

    def __init__(self, table: PeopleTable) -> None:
        super().__init__(table)
        self._table = table
        self._fonts: tuple[str, RowFonts] | None = None

    def fonts(self, base: QFont) -> RowFonts:
        """Return the fonts of a row where the text is set in ``base``."""
        key = base.key()
        if self._fonts is None or self._fonts[0] != key:
            self._fonts = (key, RowFonts(base))
        return self._fonts[1]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, self.fonts(option.font).row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        record = index.data(RecordRole)
        column = self._table.people.columns[index.column()]
        pen = _Pen(painter, option, self.fonts(option.font))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_back(painter, option, index)
        if record is not None:
            if column.id == "name":
                pen.person(record)
            elif column.id == "tags":
                pen.tags(record.tags)
            elif column.id == "stages":
                pen.stages(record.stages, str(index.data()))
            else:
                pen.text(pen.inside, str(index.data() or ""), "muted")
        painter.restore()

    def _draw_back(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = theme.tokens()
        box = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(tokens.selection))
        elif index.row() == self._table.hovered_row:
            painter.fillRect(box, QColor(tokens.window))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), QColor(tokens.border))
        if self._table.hasFocus() and index.row() == self._table.currentIndex().row():
            color = QColor(tokens.accent)
            painter.fillRect(QRect(box.left(), box.top(), box.width(), 2), color)
            painter.fillRect(QRect(box.left(), box.bottom() - 1, box.width(), 2), color)
            start, end = QRect(box.left(), box.top(), 2, box.height()), QRect(box)
            end.setLeft(box.right() - 1)
            if option.direction == Qt.LayoutDirection.RightToLeft:
                start, end = end, start
            if self._table.is_first_column(index.column()):
                painter.fillRect(start, color)
            if self._table.is_last_column(index.column()):
                painter.fillRect(end, color)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName(_("Name"))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        start = PADDING + self.fonts(option.font).avatar
        box = option.rect.adjusted(start, 2, -2, -3)
        editor.setGeometry(QStyle.visualRect(option.direction, option.rect, box))


class _Pen:
    """Write in one cell, mirrored where the language runs from right to left."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem, fonts: RowFonts) -> None:
        self.painter = painter
        self.option = option
        self.fonts = fonts
        self.inside = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        self.selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self.inverted = self.selected and theme.tokens().border_width > 1

    def token(self, token: str) -> str:
        if self.inverted or (self.selected and token == "text"):
            return "on_selection"
        return token

    def visual(self, box: QRect) -> QRect:
        return QStyle.visualRect(self.option.direction, self.option.rect, box)

    def text(self, box: QRect, text: str, token: str, *, name: bool = False) -> None:
        if not text:
            return
        rtl = self.option.direction == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        metrics = self.fonts.name_metrics if name else self.fonts.base_metrics
        self.painter.setFont(self.fonts.name if name else self.fonts.base)
        self.painter.setPen(theme.color(self.token(token)))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        self.painter.drawText(self.visual(box), int(_FLAGS | side), shown)

    def person(self, record: ContactRow) -> None:
        size = self.fonts.avatar
        avatar = QRect(self.inside.left(), 0, size, size)
        avatar.moveTop(self.option.rect.center().y() - size // 2)
        self._avatar(self.visual(avatar), record.name)
        beside = self.inside.adjusted(size + _GAP, 0, 0, 0)
        self.text(beside, record.name, "text", name=True)

    def _avatar(self, box: QRect, name: str) -> None:
        tokens = theme.tokens()
        line = QPen(theme.color("border"), tokens.border_width)
        self.painter.setPen(line if tokens.border_width > 1 else QPen(Qt.PenStyle.NoPen))
        self.painter.setBrush(QColor(tokens.surface if self.selected else tokens.column))
        self.painter.drawEllipse(box)
        self.painter.setFont(self.fonts.mark)
        self.painter.setPen(theme.color("muted"))
        self.painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), initials(name))

    def stages(self, stages: tuple[str, ...], words: str) -> None:
        left = self.inside.left()
        top = self.option.rect.center().y() - _ICON // 2 + 1
        for stage in stages:
            at = self.visual(QRect(left, top, _ICON, _ICON)).topLeft()
            icons.draw(self.painter, STAGE_ICONS[stage], self.token(stage), at, _ICON)
            left += _ICON + 6
        token = stages[0] if len(stages) == 1 else "muted"
        beside = self.inside.adjusted(left - self.inside.left(), 0, 0, 0)
        self.text(beside, words, token)

    def tags(self, tags: tuple[str, ...]) -> None:
        metrics = self.fonts.small_metrics
        height = metrics.height() + 4
        left, top = self.inside.left(), self.option.rect.center().y() - height // 2
        self.painter.setFont(self.fonts.small)
        for place, tag in enumerate(tags):
            rest = len(tags) - place
            width = metrics.horizontalAdvance(tag) + 2 * _CHIP
            room = self.inside.right() - left - (_more_width(metrics, rest - 1) if rest > 1 else 0)
            if width > room and place:
                self._more(left, rest)
                return
            width = min(width, max(room, 0))
            self._chip(self.visual(QRect(left, top, width, height)), tag, metrics)
            left += width + 5

    def _chip(self, box: QRect, tag: str, metrics: QFontMetrics) -> None:
        tokens = theme.tokens()
        self.painter.setPen(QPen(theme.color("border"), tokens.border_width))
        self.painter.setBrush(QColor(tokens.surface if self.selected else tokens.column))
        shape = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
        self.painter.drawRoundedRect(shape, box.height() / 2, box.height() / 2)
        self.painter.setPen(theme.color("muted"))
        shown = metrics.elidedText(tag, Qt.TextElideMode.ElideRight, box.width() - 2 * _CHIP + 1)
        self.painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), shown)

    def _more(self, left: int, count: int) -> None:
        box = QRect(left, self.option.rect.top(), 60, self.option.rect.height())
        self.text(box, f"+{count}", "muted")


def _more_width(metrics: QFontMetrics, count: int) -> int:
    return metrics.horizontalAdvance(f"+{count}") + 8
