"""The frozen edges of the match: needs on the left, people on top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from mentorcrm.core.i18n import _
from mentorcrm.gui import theme
from mentorcrm.gui.match.levels import percent
from mentorcrm.gui.match.matrix_model import MatrixModel

if TYPE_CHECKING:
    from mentorcrm.core.match import NeedAsked

_PADDING = 10
_BELOW_OBSTACLE = 6
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignAbsolute
_NEED_CHARS = 33
_PERSON_CHARS = 16


def small(font: QFont) -> QFont:
    """Return ``font`` in the size of captions."""
    smaller = QFont(font)
    smaller.setPointSizeF(font.pointSizeF() * 0.9)
    return smaller


def bold(font: QFont) -> QFont:
    """Return ``font`` as names are written."""
    heavier = QFont(font)
    heavier.setWeight(QFont.Weight.DemiBold)
    return heavier


class NeedHeader(QHeaderView):
    """Name each need, whether it is a must, and above the first of them their obstacle."""

    def __init__(self, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._model = model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(True)
        self.setAccessibleName(_("Needs"))

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self.font()).averageCharWidth() * _NEED_CHARS
        return QSize(width, super().sizeHint().height())

    def row_height(self, row: int) -> int:
        """Return how high a row must be for its words."""
        need = self._model.needs[row]
        height = self._text_height(need.text, self.font())
        height += QFontMetrics(small(self.font())).height() + 2
        if self._model.begins_obstacle(row):
            height += QFontMetrics(small(self.font())).height() + _BELOW_OBSTACLE
        return height + 2 * _PADDING

    def _text_height(self, text: str, font: QFont) -> int:
        room = QRect(0, 0, self.sizeHint().width() - 2 * _PADDING, 10_000)
        return QFontMetrics(font).boundingRect(room, int(_WRAP), text).height()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        if not rect.isValid() or logicalIndex >= len(self._model.needs):
            return
        need = self._model.needs[logicalIndex]
        begins = self._model.begins_obstacle(logicalIndex)
        painter.save()
        painter.fillRect(rect, theme.color("surface"))
        if logicalIndex:
            painter.setPen(QPen(theme.color("control" if begins else "border"), 1))
            painter.drawLine(rect.topLeft(), rect.topRight())
        inner = rect.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        left = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        flags = int(_WRAP | left | Qt.AlignmentFlag.AlignTop)
        parts = [
            (need.text, self.font(), "text", 2),
            (_("Must") if need.must else _("Nice to have"), small(self.font()), "muted", 0),
        ]
        if begins:
            metrics = QFontMetrics(small(self.font()))
            side = Qt.TextElideMode.ElideRight
            words = metrics.elidedText(obstacle_words(need), side, inner.width())
            parts.insert(0, (words, small(self.font()), "muted", _BELOW_OBSTACLE))
        for text, font, token, gap in parts:
            painter.setFont(font)
            painter.setPen(theme.color(token))
            painter.drawText(inner, flags, text)
            inner.setTop(inner.top() + self._text_height(text, font) + gap)
        painter.restore()


class PersonHeader(QHeaderView):
    """Name each person, with how much of the must-needs they cover and their fit."""

    def __init__(self, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(True)
        self.setSectionsClickable(True)
        self.setAccessibleName(_("People"))
        self._fit_sections()

    def _fit_sections(self) -> None:
        width = QFontMetrics(self.font()).averageCharWidth() * _PERSON_CHARS
        self.setDefaultSectionSize(width)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_sections()

    def sizeHint(self) -> QSize:
        name, caption = QFontMetrics(bold(self.font())), QFontMetrics(small(self.font()))
        height = 2 * name.height() + 2 * caption.height() + 2 * _PADDING + 2
        return QSize(super().sizeHint().width(), height)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        if not rect.isValid() or logicalIndex >= len(self._model.columns):
            return
        person = self._model.columns[logicalIndex]
        chosen = self.selectionModel().currentIndex().column() == logicalIndex
        painter.save()
        painter.fillRect(rect, theme.color("selection" if chosen else "surface"))
        painter.setPen(QPen(theme.color("border"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(_PADDING, _PADDING, -6, -_PADDING)
        right = self.isRightToLeft()
        left = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        first, _space, last = person.name.rpartition(" ")
        lines = [
            (first or last, bold(self.font()), "text"),
            (last if first else "", bold(self.font()), "text"),
            (musts_words(person.fit.musts_covered, person.fit.musts), small(self.font()), "muted"),
            (_("Fit {share}").format(share=percent(person.fit.share)), small(self.font()), "muted"),
        ]
        for text, font, token in lines:
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(theme.color("on_selection" if chosen else token))
            box = QRect(inner.left(), inner.top(), inner.width(), metrics.height())
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(box, int(left | Qt.AlignmentFlag.AlignAbsolute), shown)
            inner.setTop(box.bottom() + 1)
        painter.restore()


def obstacle_words(need: NeedAsked) -> str:
    """Return the obstacle above its needs."""
    if not need.obstacle:
        return _("By itself")
    return _("Obstacle: {text}").format(text=need.obstacle)


def musts_words(covered: int, musts: int) -> str:
    """Return how many of the must-needs somebody covers."""
    if not musts:
        return ""
    return _("Musts: {n} of {all}").format(n=covered, all=musts)
