"""The drawing of a line chart, by pyqtgraph and in our look.

The library and numpy are imported when ``load_library`` is called, and not before: together
they take half a second. Colours are asked for whenever the plot is drawn anew.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPen
from PySide6.QtWidgets import QWidget

from mentorcrm.gui import theme
from mentorcrm.gui.widgets.chart_ticks import Tick, number_ticks

Place = tuple[float, float]
Ticks = Callable[[float, float, int], list[Tick]]
Stroke = Literal["solid", "dashed", "dotted"]

_STROKES = {
    "solid": Qt.PenStyle.SolidLine,
    "dashed": Qt.PenStyle.CustomDashLine,
    "dotted": Qt.PenStyle.CustomDashLine,
}
_DASHES = {"dashed": [5.0, 4.0], "dotted": [0.1, 3.0]}
_DOT = 9


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """A point that can be walked to, and what it says."""

    x: float
    y: float
    words: str


@dataclass(frozen=True, slots=True)
class ChartLine:
    """A line that guides the eye, with its name in the legend."""

    name: str
    places: tuple[Place, ...]
    token: str
    stroke: Stroke


@dataclass(frozen=True, slots=True)
class ChartData:
    """All that a line chart shows."""

    name: str
    """The points' name in the legend."""
    token: str
    """The points' colour."""
    points: tuple[ChartPoint, ...]
    lines: tuple[ChartLine, ...] = ()
    marks: tuple[tuple[float, str], ...] = ()
    """Upright lines, each with its word."""
    goal: tuple[float, float, str] | None = None
    """A place to reach and its word."""
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    """The same as a table."""

    def places(self) -> list[Place]:
        """Return every place that must be in the picture."""
        found = [(point.x, point.y) for point in self.points]
        found += [place for line in self.lines for place in line.places]
        return [*found, *([self.goal[:2]] if self.goal else [])]


def load_library() -> Any:
    """Import pyqtgraph; may run on any thread."""
    loaded = importlib.import_module("pyqtgraph")
    # Its cleaning up at exit takes apart what Qt has taken apart already.
    loaded.setConfigOptions(antialias=True, exitCleanup=False)
    return loaded


def is_loaded() -> bool:
    """Tell whether the library is imported wholly."""
    spec = getattr(sys.modules.get("pyqtgraph"), "__spec__", None)
    return spec is not None and not getattr(spec, "_initializing", False)


def pen(token: str, stroke: Stroke = "solid", width: float = 2.0) -> QPen:
    """Return a pen that keeps its width whatever the scale of the axes."""
    made = QPen(theme.color(token), width, _STROKES[stroke])
    made.setCosmetic(True)
    made.setCapStyle(Qt.PenCapStyle.RoundCap if stroke == "dotted" else Qt.PenCapStyle.FlatCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if stroke in _DASHES:
        made.setDashPattern(_DASHES[stroke])
    return made


class Plot:
    """Draw ``ChartData`` into a pyqtgraph widget that takes no part in mouse and keys."""

    def __init__(self, parent: QWidget, x_ticks: Ticks) -> None:
        self._pg = load_library()
        self._x_ticks = x_ticks
        self.widget: Any = self._pg.PlotWidget(parent)
        self.widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.widget.setMenuEnabled(False)
        self.widget.hideButtons()
        # Mirrored by inverting the axis, and not by Qt a second time.
        self.widget.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.widget.getPlotItem().setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._parent = parent
        self._box: Any = self.widget.getViewBox()
        self._box.setDefaultPadding(0.0)
        self._ring: Any = None
        self._data: ChartData | None = None

    def draw(self, data: ChartData, font: QFont) -> None:
        """Draw everything anew, in the colours and the direction in force."""
        self._data = data
        self.widget.clear()
        self.widget.setBackground(theme.color("surface"))
        low, high = self._set_ranges(data, QFontMetrics(font).height())
        self._draw_axes(low, high, font)
        for x, word in data.marks:
            self._draw_mark(x, word, (low[0], high[0]), high[1], font)
        for line in data.lines:
            self._add_curve(line.places, pen(line.token, line.stroke, 1.75))
        if data.goal is not None:
            self._draw_goal(data, font)
        places = [(point.x, point.y) for point in data.points]
        self._add_curve(places, pen(data.token))
        self._add_dots(places, data.token, filled=True)
        self._ring = self._add_dots([], data.token, filled=False, size=_DOT + 7)

    def show_current(self, place: Place | None) -> None:
        """Put a ring around one point, or around none."""
        if self._ring is not None:
            self._ring.setData(pos=[place] if place is not None else [])

    def on_widget(self, place: Place) -> QPointF:
        """Return where a place of the data is drawn, in the plot's own coordinates."""
        scene = self._box.mapViewToScene(QPointF(*place))
        return QPointF(self.widget.mapFromScene(scene))

    def _set_ranges(self, data: ChartData, line: int) -> tuple[Place, Place]:
        """Fit the axes to the data, with room above for words; ``line`` is their height."""
        places = data.places()
        xs = [x for x, _y in places] + [x for x, _word in data.marks]
        ys = [y for _x, y in places]
        left, right = _widened(min(xs, default=0.0), max(xs, default=1.0))
        bottom, top = _widened(min(ys, default=0.0), max(ys, default=1.0))
        above, below = line * 3.2, line * (1.9 if self._is_low(data) else 0.6)
        high = max(1.0, self.widget.height() - line * 2.0)
        by_pixel = (top - bottom) / max(1.0, high - above - below)
        room = (right - left) * 0.03
        low, top = (left - room, bottom - below * by_pixel), top + above * by_pixel
        self._box.setRange(xRange=(low[0], right + room), yRange=(low[1], top), padding=0.0)
        self._box.invertX(self._parent.isRightToLeft())
        return low, (right + room, top)

    def _is_low(self, data: ChartData) -> bool:
        """Tell whether the place to reach is the lowest: then its word stands below it."""
        ys = [y for _x, y in data.places()]
        return data.goal is not None and data.goal[1] == min(ys) and min(ys) < max(ys)

    def _draw_axes(self, low: Place, high: Place, font: QFont) -> None:
        rows, columns = self._room(font)
        ticks = number_ticks(low[1], high[1], rows)
        side = "right" if self._parent.isRightToLeft() else "left"
        for name in ("left", "right"):
            self.widget.showAxis(name, name == side)
        self._set_axis(side, ticks, font)
        self._set_axis("bottom", self._x_ticks(low[0], high[0], columns), font)
        for y, _word in ticks:
            grid = self._pg.InfiniteLine(y, angle=0, pen=pen("border", width=1.0))
            grid.setZValue(-20)
            self.widget.addItem(grid, ignoreBounds=True)

    def _room(self, font: QFont) -> tuple[int, int]:
        """Return how many ticks have room: in height, and in width."""
        letters = self.widget.fontMetrics()
        rows = max(2, min(6, self.widget.height() // (letters.height() * 2)))
        return rows, max(2, self.widget.width() // (letters.averageCharWidth() * 11))

    def _set_axis(self, name: str, ticks: list[Tick], font: QFont) -> None:
        axis = self.widget.getAxis(name)
        axis.setPen(self._pg.mkPen(None))
        axis.setTickPen(self._pg.mkPen(None))
        axis.setTextPen(theme.color("muted"))
        axis.setStyle(tickLength=0, tickAlpha=0, tickTextOffset=8, tickFont=font)
        axis.setTicks([ticks])
        if name == "bottom":
            axis.setHeight(QFontMetrics(font).height() + 12)

    def _draw_mark(self, x: float, word: str, span: Place, top: float, font: QFont) -> None:
        line = self._pg.InfiniteLine(x, angle=90, pen=pen("control", width=1.0))
        line.setZValue(-10)
        self.widget.addItem(line, ignoreBounds=True)
        before = x > span[0] + (span[1] - span[0]) * 0.5
        self._add_word(word, (x, top), font, anchor=0.0, before=before)

    def _draw_goal(self, data: ChartData, font: QFont) -> None:
        assert data.goal is not None
        x, y, word = data.goal
        self._add_dots([(x, y)], data.token, filled=False)
        anchor = -0.2 if self._is_low(data) else 1.2
        self._add_word(word, (x, y), font, anchor=anchor, before=True)

    def _add_word(
        self, word: str, place: Place, font: QFont, *, anchor: float, before: bool
    ) -> None:
        """Write ``word`` before or after a place; ``anchor`` 0 is below and 1 above it."""
        text = self._pg.TextItem(word, color=theme.color("muted"))
        text.setFont(font)
        text.setAnchor((1 if before != self._parent.isRightToLeft() else 0, anchor))
        text.setPos(*place)
        self.widget.addItem(text, ignoreBounds=True)

    def _add_curve(self, places: Any, drawn: QPen) -> None:
        xs, ys = [x for x, _y in places], [y for _x, y in places]
        self.widget.addItem(self._pg.PlotCurveItem(xs, ys, pen=drawn, antialias=True))

    def _add_dots(self, places: list[Place], token: str, *, filled: bool, size: int = _DOT) -> Any:
        dots = self._pg.ScatterPlotItem(
            pos=places,
            size=size,
            pen=pen("surface" if filled else token, width=1.5 if filled else 2.0),
            brush=theme.color(token if filled else "surface") if filled or size == _DOT else None,
            antialias=True,
        )
        dots.setZValue(10 if filled else 9)
        self.widget.addItem(dots)
        return dots


def _widened(low: float, high: float) -> Place:
    if high - low > 1e-9 * max(1.0, abs(low), abs(high)):
        return low, high
    room = max(1.0, abs(low) * 0.1)
    return low - room, high + room
