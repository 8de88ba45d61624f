"""The legend of a chart: how each line is drawn, and what it is called."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from mentorcrm.gui import theme
from mentorcrm.gui.widgets.line_chart_plot import ChartData, Stroke, pen

_SAMPLE = 22
_GAP = 6
_BETWEEN = 20


class ChartLegend(QWidget):
    """One line of samples and names; it says nothing to screen readers, the chart does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._entries: tuple[tuple[str, str, Stroke, bool], ...] = ()

    def show_data(self, data: ChartData) -> None:
        """Take the names and strokes of ``data``."""
        entries = [(line.name, line.token, line.stroke, False) for line in data.lines]
        if data.points:
            entries.insert(0, (data.name, data.token, "solid", True))
        self._entries = tuple(entries)
        self.update()

    def names(self) -> list[str]:
        """Return what is named."""
        return [name for name, _token, _stroke, _dot in self._entries]

    def sizeHint(self) -> QSize:
        return QSize(100, QFontMetrics(self._small()).height() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self._small()
        letters = QFontMetrics(font)
        painter.setFont(font)
        left = 4
        for name, token, stroke, dot in self._entries:
            wide = letters.horizontalAdvance(name)
            sample = self._mirrored(QRect(left, 0, _SAMPLE, self.height()))
            _draw_sample(painter, sample, token, stroke, dot=dot)
            words = self._mirrored(QRect(left + _SAMPLE + _GAP, 0, wide + 2, self.height()))
            painter.setPen(theme.color("muted"))
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, name)
            left += _SAMPLE + _GAP + wide + _BETWEEN
        painter.end()

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.9)
        return font

    def _mirrored(self, place: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)


def _draw_sample(painter: QPainter, place: QRect, token: str, stroke: Stroke, *, dot: bool) -> None:
    middle = place.center().y() + 0.5
    painter.setPen(pen(token, stroke, 2.0 if dot else 1.75))
    painter.drawLine(QPointF(place.left(), middle), QPointF(place.right() + 1, middle))
    if dot:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(token))
        painter.drawEllipse(QPointF(place.center().x() + 0.5, middle), 3.5, 3.5)
